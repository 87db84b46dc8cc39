"""What rows share that need no crowd: databases of both kinds, the staff and a drill, an outcome of promises."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from typing import Any

from sqlalchemy import Engine, text

from simulator.actions.drills import add_team
from simulator.actions.sessions import open_participant_session
from simulator.actor import PROGRAM
from simulator.chain import broken_link
from simulator.clock import SteadyClock
from simulator.database import close_engine, open_engine
from simulator.house import House
from simulator.migrating import migrate
from simulator.refusal import Refusal
from tests.cast import Cast
from tests.faults.ground import Ground, Outcome
from tests.faults.servers import private_postgres
from tests.play import Play
from tests.simulator.engine_checks import ARROWS

ENGINES = ("SQLite", "PostgreSQL")


@contextmanager
def databases(ground: Ground, name: str = "drill") -> Iterator[dict[str, str]]:
    """Give the address of an empty database of each kind, with all tables."""
    with ExitStack() as stack:
        postgres = stack.enter_context(private_postgres())
        postgres.run(f"CREATE DATABASE {name}")
        urls = dict(zip(ENGINES, (ground.sqlite(), postgres.url(name)), strict=True))
        for url in urls.values():
            engine = open_engine(url)
            migrate(engine)
            close_engine(engine)
        yield urls


@contextmanager
def house_on(url: str) -> Iterator[House]:
    """Open a house on a database and let go of it."""
    engine = open_engine(url)
    try:
        yield House(engine, SteadyClock())
    finally:
        close_engine(engine)


def play_on(house: House, script: dict[str, Any], **facts: Any) -> Play:
    """Hire the staff and make a drill of two teams, in which nobody is yet."""
    return Cast.hire(house).play(script, joined=False, rehearsal=True, **facts)


def more_teams(play: Play, teams: int) -> dict[str, tuple[str, str]]:
    """Add as many teams with a person in each; gives her team and her cookie by her name."""
    people = {}
    for number in range(teams):
        name = f"Equipo {number:02}"
        play.codes[name] = play.do(add_team, play.cast.fatima, name=name, language="es")["code"]
        actor = play.join(name, f"Ana {number:02}", seats=["lead"])
        token = play.house.perform(open_participant_session, PROGRAM, participant_id=actor.id)
        people[f"d{number:03}"] = (actor.team_id, f"prontas_team={token}")
    return people


def chain_fault(house: House, play: Play) -> str | None:
    """Say where a drill's log does not hold: its chain, its numbers, or its times."""
    with house._readers() as session:
        if (seq := broken_link(session, f"drill:{play.id}")) is not None:
            return f"the chain breaks at {seq}"
    rows = play.sql("SELECT seq, drill_time FROM log WHERE stream = :s ORDER BY seq", s=f"drill:{play.id}")
    if [seq for seq, _time in rows] != list(range(1, len(rows) + 1)):
        return "the log has a hole"
    times = [time for _seq, time in rows if time is not None]
    return None if times == sorted(times) else "drill time goes back in the log"


def one_history(play: Play) -> str | None:
    """Say where the log, read in its order, is not one history that leads to the deliveries as they are."""
    states: dict[tuple[str, str], str] = {}
    query = "SELECT kind, team, payload FROM log WHERE stream = :s ORDER BY seq"
    for kind, team, payload in play.sql(query, s=f"drill:{play.id}"):
        facts = payload if isinstance(payload, dict) else json.loads(payload)
        if kind == "drill_ended":
            states = {at: "skipped" if state in ("planned", "held") else state for at, state in states.items()}
        if kind in ARROWS:
            before, after = states.get((team, facts["inject"]), "planned"), ARROWS[kind][1]
            if before not in ARROWS[kind][0]:
                return f"{kind} of {facts['inject']} came when it was {before}"
            states[team, facts["inject"]] = after
    rows = play.sql("SELECT team_id, inject, state FROM delivery WHERE drill_id = :d", d=play.id)
    for team, inject, state in rows:
        if states.get((team, inject), "planned") not in (state, "planned" if state == "skipped" else state):
            return f"{inject} is {state}, but the log leads to {states.get((team, inject))}"
    return None


def code_of(work: Any) -> str:
    """Do something; gives ``done``, or the code of the refusal."""
    try:
        work()
    except Refusal as refusal:
        return refusal.code
    return "done"


def count(engine: Engine, query: str, **values: Any) -> int:
    """Ask a database for one number."""
    with engine.connect() as connection:
        return int(connection.execute(text(query), values).scalar() or 0)


def judged(
    ground: Ground, *, done: str, figures: Mapping[str, Any], promises: Mapping[str, bool], remarks: Sequence[str] = ()
) -> Outcome:
    """Say what a run without devices came to; each promise that did not hold is a miss."""
    misses = [f"missed: {promise}" for promise, held in promises.items() if not held]
    outcome = Outcome(done, dict(figures), misses, list(remarks), ground.seed)
    ground.history.note("driver", "outcome", **asdict(outcome))
    (ground.folder / "outcome.json").write_text(json.dumps(asdict(outcome), ensure_ascii=False, indent=1))
    return outcome
