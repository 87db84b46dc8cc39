"""What the results of each rated drill follow from, as the platform hands it out, and what follows: three files."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from scoring.rules import Rules
from scoring.standings import standings_document
from simulator.actor import Actor
from simulator.bundle.awards_files import NOT_TOLD
from simulator.bundle.row_json import line_of
from simulator.bundle.scope import Scope
from simulator.reading.ratings import ratings_table
from simulator.records import rules_of_drill
from simulator.rows import Drill
from simulator.scored import standings_of
from simulator.shown_names import codes_of, shown_names


@dataclass(frozen=True)
class Results:
    """How the pages write ratings and rules, and a name as it stands in both."""

    ratings_csv: Callable[[Sequence[Mapping[str, Any]]], str]
    rules_file: Callable[[Mapping[str, Any]], str]
    plain: Callable[[str], str]


def results_files(
    session: Session, scope: Scope, results: Results, *, now: datetime, actor: Actor, public: bool
) -> Iterator[tuple[str, bytes]]:
    """Give ``ratings.csv``, ``rules.yaml`` and ``standings.json`` of each drill that is rated.

    In public, teams have their blind codes for names.
    """
    for drill_id in scope.drills:
        drill = session.get_one(Drill, drill_id)
        rules = rules_of_drill(session, drill)
        if rules is not None:
            # Rows that no action wrote may come to nothing: whoever verifies will be told, with their place.
            with suppress(*NOT_TOLD):
                yield from _files(session, drill, rules, results, now=now, actor=actor, public=public)


def _files(
    session: Session, drill: Drill, rules: Rules, results: Results, *, now: datetime, actor: Actor, public: bool
) -> list[tuple[str, bytes]]:
    shown = shown_names(session, drill)
    called = codes_of(session, drill) if public else shown
    by_shown = {name: called[team] for team, name in shown.items()}
    table = ratings_table(session, now, actor, drill_id=drill.id)
    rows = [{**row, "team": by_shown[row["team"]]} for row in table["rows"]]
    penalties = {by_shown[team]: points for team, points in table["rules"]["penalties"].items()}
    names = {team: results.plain(name) for team, name in called.items()}
    return [
        (f"drills/{drill.id}/ratings.csv", results.ratings_csv(rows).encode()),
        (f"drills/{drill.id}/rules.yaml", results.rules_file({**table["rules"], "penalties": penalties}).encode()),
        (f"drills/{drill.id}/standings.json", line_of(_standings(session, drill, rules, names))),
    ]


def _standings(session: Session, drill: Drill, rules: Rules, names: Mapping[str, str]) -> dict[str, Any]:
    document = standings_document(standings_of(session, drill))
    return {
        "format": 1, "drill": drill.id, "levels": list(rules.rubric.levels),
        "teams": {name: team for team, name in names.items()},
        "standings": [{**one, "team": names[one["team"]]} for one in document["standings"]],
    }  # fmt: skip
