"""Row 18: the same response again and again: ten lines at once, a lost acknowledgement, a page that comes back."""

import asyncio
import json
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from typing import Any

from tests.faults.ground import Ground, Outcome
from tests.faults.line import Line, Loop
from tests.faults.node import Node
from tests.faults.plain import ENGINES, judged
from tests.faults.reference import Drill, make_drill
from tests.faults.servers import private_postgres, private_redis

NUMBER, TITLE = 18, "the same response ten times at once, after a lost acknowledgement, and from a page that comes back"
LINES = 10
# A person may ask four hundred times at once on all her lines, and four times a second from then on.
EACH = 25


def run(ground: Ground) -> Outcome:
    """On SQLite with one node, and on PostgreSQL with two: half of a person's lines are at either."""
    rounds = ground.pick(1000, 20)
    figures: dict[str, Any] = {"responses on each engine": rounds, "copies of each": LINES}
    promises: dict[str, bool] = {}
    for engine in ENGINES:
        with ExitStack() as stack:
            database, settings = ground.sqlite(), {}
            if engine == "PostgreSQL":
                postgres, bell = stack.enter_context(private_postgres()), stack.enter_context(private_redis())
                postgres.run("CREATE DATABASE drill")
                database, settings = postgres.url("drill"), {"PRONTAS_REDIS": bell.url}
            people = max(rounds // EACH, 2)
            drill = make_drill(database, ground.size(injects=20, teams=people, devices=people, seconds=20_000, speed=1))
            nodes = stack.enter_context(ground.nodes(1 + bool(settings), database, **settings))
            ground.startex(drill)
            loop = stack.enter_context(Loop())
            told = loop.run(_all(ground, drill, nodes, rounds))
            promises |= _promises(engine, ground, drill, told)
            figures[f"{engine}: lines cut before the answer"] = told["cut"]
            figures[f"{engine}: responses stored"] = told["stored"] = len(ground.read(drill).responses)
    return judged(
        ground,
        done=f"{rounds} responses on each engine, each sent by {LINES} lines of one person at the same moment; every "
        "fifth is cut before any answer can come, and sent again by another line, as a page does that comes back",
        figures=figures,
        promises=promises,
    )


async def _all(ground: Ground, drill: Drill, nodes: Sequence[Node], rounds: int) -> dict[str, Any]:
    told: dict[str, Any] = {"ops": [], "unequal": [], "refused": [], "cut": 0}
    await asyncio.gather(
        *[
            _one(ground, nodes, cookie, name, rounds // len(drill.people), told)
            for name, (_team, cookie) in drill.people.items()
        ]
    )
    return told


async def _one(ground: Ground, nodes: Sequence[Node], cookie: str, name: str, rounds: int, told: Any) -> None:
    lines = [await _open(nodes[number % len(nodes)], cookie) for number in range(LINES)]
    while not await _is_there(lines[0]):
        await asyncio.sleep(0.3)
    for number in range(rounds):
        op = f"{name}-{number}"
        facts = {"inject": "000", "id": op, "content": {"text": f"Aislamos la red {number}."}}
        ground.history.note(name, "invoke", op=op)
        waiting = [line.say("send_response", facts) for line in lines]
        if number % 5 == 4:
            # The frame is on its way, the answer will find nobody.
            await asyncio.sleep(0)
            for line in lines[:2]:
                line.cut()
            told["cut"] += 2
            lines[:2] = [await _open(nodes[place % len(nodes)], cookie) for place in range(2)]
            waiting[:2] = [line.say("send_response", facts) for line in lines[:2]]
        replies = [await asyncio.wait_for(one, 60) for one in waiting]
        kinds = Counter(json.dumps(reply, sort_keys=True) for reply in replies)
        if len(kinds) != 1:
            told["unequal"].append((op, dict(kinds)))
        if replies[0].get("state") != "counted":
            told["refused"].append((op, replies[0]))
        told["ops"].append(op)
        # Two a second of each line's ration come back by themselves.
        await asyncio.sleep(0.05)
    for line in lines:
        line.cut()


async def _open(node: Node, cookie: str) -> Line:
    return await Line.open((node.host, node.port), cookie)


async def _is_there(line: Line) -> bool:
    page = await line.ask("resume", {"n": 0})
    return any(event["kind"] == "inject_delivered" and event["inject"]["id"] == "000" for event in page["events"])


def _promises(engine: str, ground: Ground, drill: Drill, told: dict[str, Any]) -> dict[str, bool]:
    facts = ground.read(drill)
    stored = Counter(one["client_id"] for one in facts.responses)
    received = sum(row["kind"] == "response_received" for row in facts.log)
    return {
        f"{engine}: {LINES} equal replies to each: {told['unequal'][:2]}": not told["unequal"],
        f"{engine}: each counts: {told['refused'][:2]}": not told["refused"],
        f"{engine}: exactly one row for each": stored == Counter(told["ops"]),
        f"{engine}: exactly one row of the log for each": received == len(told["ops"]),
        f"{engine}: the chain holds": facts.chain_broken_at is None and facts.integrity == "ok",
    }
