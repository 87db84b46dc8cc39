"""Row 20: a thousand answers around the moment of closing, to the millisecond in virtual time, and on a real server."""

import asyncio
import time
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from simulator.actions.program import catch_up
from simulator.actions.responding import send_response
from simulator.actions.running import set_speed
from simulator.clock import VirtualClock
from simulator.database import MEMORY, close_engine, open_engine
from simulator.house import House
from simulator.migrating import migrate
from simulator.rows import Row
from tests.cast import START
from tests.faults.ground import Ground, Outcome, share
from tests.faults.line import Line, Loop
from tests.faults.node import Node
from tests.faults.plain import chain_fault, house_on, judged, more_teams, play_on
from tests.faults.servers import private_postgres
from tests.play import Play
from tests.scripts import scenario, text_inject

NUMBER, TITLE = 20, "a thousand answers around the moment of closing"
DUE, GRACE, SPEED, STEP = 60, 60, 16, 8
AROUND = 1.0


def run(ground: Ground) -> Outcome:
    """First in virtual time, then on real servers on each engine, at speed."""
    each_side = ground.pick(250, 20)
    wrong = _in_virtual_time(each_side)
    figures: dict[str, Any] = {"in virtual time, around the very millisecond": 4 * each_side}
    promises = {f"in virtual time: it counts if it comes by the deadline + {GRACE} s: {wrong[:3]}": not wrong}
    for engine in ground.pick(("SQLite", "PostgreSQL"), ("SQLite",)):
        with ExitStack() as stack:
            url = ground.sqlite()
            if engine == "PostgreSQL":
                postgres = stack.enter_context(private_postgres())
                postgres.run("CREATE DATABASE drill")
                url = postgres.url("drill")
            found, held = _on_a_server(ground, stack, url)
        figures |= {f"{engine}: {name}": value for name, value in found.items()}
        promises |= {f"{engine}: {name}": value for name, value in held.items()}
    return judged(
        ground,
        done=f"{4 * each_side} answers of two teams in virtual time, each millisecond around the closing; then, on "
        f"real servers at speed ×{SPEED}, an answer of each team to each inject within {AROUND:g} s around its closing",
        figures=figures,
        promises=promises,
        remarks=[
            "Received is an answer at the instant of the transaction that stores it, for all teams alike: what left "
            "its device in the last moment before closing, and waited for its turn, is late (*late, sent before*)."
        ],
    )


def _in_virtual_time(each_side: int) -> list[str]:
    engine, clock = open_engine(MEMORY), VirtualClock(START)
    Row.metadata.create_all(engine)
    offsets = range(-each_side + 1, each_side + 1)
    script = scenario(*[text_inject(f"{n:04}", at="0s", due=f"{DUE}s") for n in range(len(offsets))])
    play = play_on(House(engine, clock, catch_up=catch_up), script)
    people = {team: play.join(team, name, seats=["lead"]) for team, name in (("Azul", "Ana"), ("Verde", "Vera"))}
    play.start().go(timedelta(seconds=DUE + GRACE - 1))
    wrong = []
    for number, offset in enumerate(offsets):
        clock.now = START + timedelta(seconds=DUE + GRACE, milliseconds=offset)
        for team, who in people.items():
            facts = {"inject_id": f"{number:04}", "response_id": f"r{number}", "content": {"text": "Aislamos."}}
            state = play.do(send_response, who, **facts)["state"]
            if state != ("counted" if offset <= 0 else "late"):
                wrong.append(f"{team}: {offset} ms after it closed: {state}")
    wrong += filter(None, [chain_fault(play.house, play)])
    close_engine(engine)
    return wrong


def _on_a_server(ground: Ground, stack: ExitStack, url: str) -> tuple[dict[str, Any], dict[str, bool]]:
    teams, injects = ground.pick((20, 50), (4, 10))
    engine = open_engine(url)
    migrate(engine)
    close_engine(engine)
    house = stack.enter_context(house_on(url))
    lines = [text_inject(f"{n:03}", at=f"{STEP * n}s", due=f"{DUE}s") for n in range(injects)]
    play = play_on(house, scenario(*lines, duration="20h"))
    people = more_teams(play, teams)
    (node,) = stack.enter_context(ground.nodes(1, url))
    play.start()
    play.do(set_speed, play.cast.fatima, speed=SPEED)
    with Loop() as loop:
        sent = loop.run(_all(ground, play, node, people, injects))
    return _judged(play, sent, teams, injects)


@dataclass
class Sent:
    """One answer: when it left and when its receipt came, by this machine's wall clock."""

    team: str
    inject: str
    left: float
    heard: float
    state: str


def closing(play: Play, drill_time: float) -> float:
    """Give the wall instant, in seconds, of a drill time in milliseconds."""
    base, since, speed = play.sql("SELECT clock_base, clock_since, speed FROM drill WHERE id = :d", d=play.id)[0]
    return float(since + (drill_time - base) / speed) / 1000


async def _all(ground: Ground, play: Play, node: Node, people: dict[str, tuple[str, str]], injects: int) -> list[Sent]:
    lines = {team: await Line.open((node.host, node.port), cookie) for team, cookie in people.values()}
    begun = []
    for number in range(injects):
        at = closing(play, (STEP * number + DUE + GRACE) * 1000)
        for team, line in lines.items():
            begun.append(_one(line, team, f"{number:03}", at + ground.rng.triangular(-AROUND, AROUND, 0)))
    sent = await asyncio.gather(*begun)
    for line in lines.values():
        line.cut()
    return sent


async def _one(line: Line, team: str, inject: str, at: float) -> Sent:
    await asyncio.sleep(max(at - time.time(), 0))
    facts = {"inject": inject, "id": f"{team}-{inject}", "content": {"text": "Aislamos la red."}}
    left = time.time()
    receipt = await line.ask("send_response", facts, within=60)
    return Sent(team, inject, left, time.time(), receipt.get("state") or receipt["error"]["code"])


def _judged(play: Play, sent: list[Sent], teams: int, injects: int) -> tuple[dict[str, Any], dict[str, bool]]:
    query = """SELECT d.team_id, d.inject, d.delivered_at, d.closes_at, r.received_at, r.state FROM delivery d
               JOIN response r ON r.delivery_id = d.id WHERE d.drill_id = :d"""
    stored = {(team, inject): rest for team, inject, *rest in play.sql(query, d=play.id)}
    wrong, ways, waited = [], Counter[str](), []
    for one in sent:
        _delivered, closes_at, received_at, state = stored.get((one.team, one.inject), (None, 0, 0, "nowhere"))
        closes = closing(play, closes_at)
        waited.append(closing(play, received_at) - one.left)
        by_the_row = "counted" if received_at <= closes_at else "late"
        # What left after it closed cannot count, what was acknowledged before must; between them the row decides.
        known = "late" if one.left > closes else "counted" if one.heard < closes else by_the_row
        ways[f"{one.state}, {'sent after' if one.left > closes else 'sent before'}"] += 1
        if not one.state == state == by_the_row == known:
            wrong.append(f"{one.inject}: told {one.state}, stored {state}, by its time {by_the_row}, known {known}")
    same = len({(inject, rest[0], rest[1]) for (_team, inject), rest in stored.items()})
    return {
        "answers on a real server": len(sent), "of them": ", ".join(f"{n} {way}" for way, n in sorted(ways.items())),
        "from leaving the device to the stored instant p50, ms": round(share(waited, 0.5) * 1000, 1),
        "and p99, ms": round(share(waited, 0.99) * 1000, 1),
    }, {
        f"each as its time says: {wrong[:3]}": not wrong,
        "all are stored": len(stored) == len(sent) == teams * injects,
        "delivered and closed for all teams at the same instant": same == injects,
        "some on either side": len({one.state for one in sent}) == 2,
        f"the log holds: {chain_fault(play.house, play)}": chain_fault(play.house, play) is None,
    }  # fmt: skip
