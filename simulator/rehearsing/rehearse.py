"""Play a scenario from STARTEX to the last rating, on a database in memory, from instant to instant."""

from collections.abc import Mapping
from datetime import UTC, datetime

from scenarios.load import read_scenario_text
from simulator.actions.accounts import add_bot_evaluator
from simulator.actions.drills import add_team, create_drill
from simulator.actions.running import start_drill
from simulator.actor import PROGRAM
from simulator.bots.covering import cover_branches
from simulator.bots.playing_style import Style
from simulator.clock import VirtualClock
from simulator.database import MEMORY, close_engine, open_engine
from simulator.house import House
from simulator.refusal import Refusal
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
) -> Rehearsal:
    """Play the whole drill and give what happened; the same arguments give the same, on every machine.

    Without a number of teams there are as many as cover needs, and three in every other style.
    """
    engine = open_engine(MEMORY)
    try:
        Row.metadata.create_all(engine)
        house = House(engine, VirtualClock(START))
        drill_id = _prepare(house, content, files or {}, teams, style)
        house.perform(rehearse_drill, PROGRAM, drill_id=drill_id, seed=str(seed), style=style)
        return house.look(rehearsal_of, PROGRAM, drill_id=drill_id)
    finally:
        close_engine(engine)


def _prepare(house: House, content: bytes, files: Mapping[str, bytes], teams: int | None, style: Style) -> str:
    made = house.perform(create_drill, PROGRAM, name=NAME, content=content, files=files, rehearsal=True)
    drill_id: str = made["drill_id"]
    scenario, findings = read_scenario_text(content, "scenario.yaml", files=files)
    if scenario is None:
        raise Refusal("scenario_has_errors", findings=findings)
    needed = len(cover_branches(scenario)) if style == "cover" else USUAL_TEAMS
    for number in range(teams or needed):
        language = scenario.languages[number % len(scenario.languages)]
        facts = {"name": f"{number + 1:03}", "language": language, "bot": True}
        house.perform(add_team, PROGRAM, drill_id=drill_id, **facts)
    if scenario.rated and scenario.rubric:
        house.perform(add_bot_evaluator, PROGRAM, drill_id=drill_id, name="Bot", language=scenario.languages[0])
    house.perform(start_drill, PROGRAM, drill_id=drill_id, name=NAME)
    return drill_id
