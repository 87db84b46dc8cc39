"""That rulings and penalties are those that people decided, as the log tells of them."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from simulator.bundle.chains import Told
from simulator.bundle.facts import Facts, Line
from simulator.bundle.fault import Fault
from simulator.bundle.replaying import RULED


def check_decisions(facts: Facts) -> Iterator[Fault]:
    """Compare rulings, penalties and two-person decisions with their rows of the log, both ways."""
    yield from _rulings(facts)
    yield from _penalties(facts)
    yield from _decisions(facts)


def _rulings(facts: Facts) -> Iterator[Fault]:
    told: dict[Any, list[Told]] = defaultdict(list)
    for row in facts.rows(RULED):
        told[_about(row.payload.get("about"), row.team, row.payload.get("inject"), row.file)].append(row)
    stored: dict[Any, list[Line]] = defaultdict(list)
    for line in facts.table("ruling"):
        team, inject = facts.place_of_delivery(str(line["about"]))
        stored[_about(line["about"], team, inject, facts.file_of_drill(line["drill_id"]))].append(line)
    for about in {*told, *stored}:
        rows, lines = told.get(about, []), sorted(stored.get(about, []), key=lambda one: str(one["version"]).zfill(9))
        for row, line in zip(rows, lines, strict=False):
            if row.payload.get("verdict") != line["verdict"]:
                expected = str(row.payload.get("verdict"))
                yield line.fault("ruling_differs", row.seq, expected=expected, found=str(line["verdict"]))
        for place, line in enumerate(lines, start=1):
            if place > len(rows):
                yield line.fault("ruling_not_in_log", verdict=str(line["verdict"]))
            elif bool(line["current"]) != (place == len(lines)):
                yield line.fault("ruling_in_force", rows[place - 1].seq)
        for row in rows[len(lines) :]:
            yield row.fault("ruling_missing", verdict=str(row.payload.get("verdict")))


def _about(about: Any, team: Any, inject: Any, file: str) -> tuple[str, ...]:
    # A delivery's number is its database's own; the team and the inject stay the same everywhere.
    what = str(about)
    return (file, "delivery", str(team), str(inject)) if what.startswith("delivery:") else (file, what)


def _penalties(facts: Facts) -> Iterator[Fault]:
    given = {str(row.payload.get("penalty")): row for row in facts.rows("penalty_given")}
    lifted = {str(row.payload.get("penalty")): row for row in facts.rows("penalty_lifted")}
    lines = {str(line["id"]): line for line in facts.table("penalty")}
    for penalty, line in lines.items():
        row = given.get(penalty)
        if row is None:
            yield line.fault("penalty_not_in_log", points=str(line["points"]))
        elif (row.team, row.payload.get("points")) != (line["team_id"], line["points"]):
            expected = str(row.payload.get("points"))
            yield line.fault("penalty_differs", row.seq, expected=expected, found=str(line["points"]))
        elif (line["lifted_at"] is None) == (penalty in lifted):
            yield line.fault("penalty_in_force", lifted[penalty].seq if penalty in lifted else row.seq)
    for penalty, row in given.items():
        if penalty not in lines:
            yield row.fault("penalty_missing", points=str(row.payload.get("points")))


def _decisions(facts: Facts) -> Iterator[Fault]:
    proposed = {str(row.payload.get("decision")): row for row in facts.rows("decision_proposed")}
    made = {str(row.payload.get("decision")): row for row in facts.rows("decision_made")}
    lines = {str(line["id"]): line for line in facts.table("decision")}
    for decision, row in made.items():
        first, line = proposed.get(decision), lines.get(decision)
        if first is None or not row.account or first.account == row.account:
            yield row.fault("decision_by_one", decision=decision)
        elif line is None:
            yield row.fault("decision_missing", decision=decision)
        elif (line["proposed_by"], line["ended_by"]) != (first.account, row.account):
            yield line.fault("decision_differs", row.seq, decision=decision)
    for decision, line in lines.items():
        if decision not in proposed or (line["state"] == "done") != (decision in made):
            yield line.fault("decision_not_in_log", decision=decision)
