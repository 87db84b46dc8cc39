"""Play a scenario from STARTEX to the last rating, on a database in memory, from instant to instant."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from scenarios.scenario import Scenario
from simulator.actions.accounts import add_bot_evaluator
from simulator.actions.drills import add_team, create_drill
from simulator.actions.running import start_drill
from simulator.actor import PROGRAM
from simulator.bots.playing_style import Style
from simulator.bots.script import script_of
from simulator.clock import VirtualClock
from simulator.database import MEMORY, close_engine, open_engine, open_sessions
from simulator.frozen import frozen_in, nothing_kept
from simulator.house import House
from simulator.rehearsing.rehearsal import Rehearsal, rehearsal_of
from simulator.rehearsing.stepping import rehearse_drill
from simulator.rows import Row

START = datetime(2026, 1, 5, 12, tzinfo=UTC)
USUAL_TEAMS = 3
NAME = "Rehearsal"


def rehearse(
    content: bytes,
    *,
    files: Mapping[str, bytes] | None = None,
    teams: int | None = None,
    style: Style = "random",
    seed: int = 1,
    most: int | None = None,
    rate: bool = True,
) -> Rehearsal:
    """Play the whole drill and give what happened; the same arguments give the same, on every machine.

    Without a number of teams there are as many as cover needs, and three in every other style; fewer, but one at
    least, where they would have more than *most* injects between them. Who needs no standings does without *rate*.
    """
    with nothing_kept():
        return _rehearse(content, files or {}, teams, style, seed, most, rate)


def _rehearse(
    content: bytes, files: Mapping[str, bytes], teams: int | None, style: Style, seed: int, most: int | None,
    rate: bool,
) -> Rehearsal:  # fmt: skip
    engine = open_engine(MEMORY)
    try:
        Row.metadata.create_all(engine)
        house = House(engine, VirtualClock(START))
        made = house.perform(create_drill, PROGRAM, name=NAME, content=content, files=files, rehearsal=True)
        drill_id: str = made["drill_id"]
        with open_sessions(engine)() as session:
            frozen = frozen_in(session, drill_id)
        # Bots take the same script out again, so that a plan is made once.
        script = script_of(frozen.digest, frozen.scenario, frozen.msel.by_id, str(seed), style)
        wanted = teams or (len(script.branches) if script.cover else USUAL_TEAMS)
        bound = wanted if most is None else max(1, most // len(frozen.scenario.injects))
        _prepare(house, drill_id, frozen.scenario, min(wanted, bound), rate=rate)
        house.perform(rehearse_drill, PROGRAM, drill_id=drill_id, seed=str(seed), style=style)
        return replace(house.look(rehearsal_of, PROGRAM, drill_id=drill_id), cover=script.cover)
    finally:
        close_engine(engine)


def _prepare(house: House, drill_id: str, scenario: Scenario, teams: int, *, rate: bool) -> None:
    for number in range(teams):
        language = scenario.languages[number % len(scenario.languages)]
        facts = {"name": f"{number + 1:03}", "language": language, "bot": True}
        house.perform(add_team, PROGRAM, drill_id=drill_id, **facts)
    if rate and scenario.rated and scenario.rubric:
        house.perform(add_bot_evaluator, PROGRAM, drill_id=drill_id, name="Bot", language=scenario.languages[0])
    house.perform(start_drill, PROGRAM, drill_id=drill_id, name=NAME)
