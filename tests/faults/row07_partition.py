"""Row 7: a node is cut off from the database, from Redis, from its clients; no end hears that the line is dead."""

import time
from contextlib import ExitStack

from tests.faults.ground import Ground, Outcome, share
from tests.faults.networks import LINES, may_make_namespaces, networks
from tests.faults.node import Node
from tests.faults.reference import make_drill
from tests.faults.servers import private_postgres, private_redis
from tests.faults.stage import Stage

NUMBER, TITLE = 7, "a node cut off from the database, from Redis, from its clients"
PROMISED = 5.0


def run(ground: Ground) -> Outcome:
    """Take one line of one node down for a while, and up again; each node sits in a network of its own."""
    each = ground.times(10, 1)
    lines = [line for line in LINES for _ in range(each)]
    if not ground.long:
        lines = lines[:2]
    ground.rng.shuffle(lines)
    # Most are short; a few last until everything that has a patience has lost it.
    lengths = [ground.rng.uniform(1, 8) if number % 6 else ground.rng.uniform(12, 25) for number in range(len(lines))]
    if not ground.long:
        lengths = [3.0, 7.0]
    size = ground.size(speed=8, seconds=int((sum(lengths) + 8 * len(lines)) * 8))
    healed: list[float] = []
    with ExitStack() as stack:
        real = may_make_namespaces()
        nets = stack.enter_context(networks(2, namespaces=real))
        postgres = stack.enter_context(private_postgres([host for net in nets for host in net.hosts("database")]))
        redis = stack.enter_context(private_redis([host for net in nets for host in net.hosts("bell")]))
        postgres.run("CREATE DATABASE drill")
        drill = make_drill(postgres.url("drill"), size)
        nodes, webs = [], []
        for number, net in enumerate(nets):
            (there, port), bell = net.reach("database", postgres.port), net.reach("bell", redis.port)
            settings = {
                "PRONTAS_DATABASE": postgres.url("drill", port, there), "PRONTAS_REDIS": "redis://{}:{}".format(*bell),
                "PRONTAS_LAN": "true",
            }  # fmt: skip
            node = Node(f"node{number}", ground.folder, ground.history, settings, prefix=net.prefix, host=net.host)
            stack.callback(node.stop)
            node.start()
            nodes.append(node)
            webs.append((*net.reach("web", node.port), f"{node.host}:{node.port}"))
        stage = Stage(ground, postgres, redis, drill, nodes)
        crowd = stack.enter_context(
            ground.crowd(drill, nodes, where=lambda place: lambda tries: webs[(place + tries) % len(webs)])
        )
        ground.startex(drill)
        for number, (line, length) in enumerate(zip(lines, lengths, strict=True)):
            time.sleep(ground.rng.uniform(1, 3))
            net = ground.rng.choice(nets)
            ground.history.note("driver", "line_down", line=line, net=net.name, seconds=round(length, 1))
            net.break_line(line)
            time.sleep(length)
            net.mend_line(line)
            mended = ground.history.note("driver", "line_up", line=line, net=net.name)["t"]
            healed.append(_whole_again(ground, stage, crowd, mended))
            ground.progress(number, len(lines), "lines cut and mended")
        facts = ground.settle(drill, crowd)
    means = "network namespaces" if real else "proxies"
    return ground.outcome(
        facts,
        done=f"{len(lines)} × one of a node's lines down (a third each: database, Redis, clients) for 1–8 s, every "
        f"sixth for 12–25 s, by {means}; {size.said}. Whole again: from the mended line to every device "
        "with a line and all that its team had been told until then; a device waits up to 7.5 s to try again",
        figures={"lines cut": len(lines), "whole again p50, s": round(share(healed, 0.5), 2),
                 "whole again p95, s": round(share(healed, 0.95), 2), "whole again max, s": round(max(healed), 2),
                 "terms of the clock": len(facts.terms)},
        promises={f"whole again p95 ≤ {PROMISED} s after the line": not ground.long
                  or share(healed, 0.95) <= PROMISED},
    )  # fmt: skip


def _whole_again(ground: Ground, stage: Stage, crowd, mended: float) -> float:
    counts = dict(stage.postgres.run("SELECT name, n FROM reader", "drill"))
    teams = {name: f"team:{team}" for name, (team, _cookie) in stage.drill.people.items()}

    def whole() -> bool:
        return all(device.here and device.n >= counts.get(teams[device.name], 0) for device in crowd.devices)

    crowd.wait(whole, 90)
    return time.monotonic() - mended
