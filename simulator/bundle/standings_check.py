"""That standings follow from ratings and rules: computed anew from the two files of each drill, as a stranger would."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from scenarios.finding import Finding
from scenarios.ratings_csv import parse_ratings
from scenarios.rules_file import parse_rules
from scoring.record import ANSWERED, LATE, Record
from scoring.rules import Rules
from scoring.scoring_error import ScoringError
from scoring.standings import Standing, compute_standings, standings_document
from simulator.bundle.chains import Told
from simulator.bundle.facts import Facts
from simulator.bundle.fault import Fault
from simulator.bundle.severity_check import adjusted
from simulator.kinds import drill_stream

PUBLISHED = ("standings_provisional", "standings_published")
# What can move a result after it was provisional.
MOVING = (
    "rating_given", "deviation_ruled", "penalty_given", "penalty_lifted", "ratings_voided", "appeal_decided",
    "randomness_entered", "participant_erased", "words_erased", "work_moved", "rating_reopened",
)  # fmt: skip


@dataclass(frozen=True)
class Sheet:
    """The three files of one drill, read: teams by their ids, *names* gives what each is called in them.

    Ids, because a draw numbers the tied in the order of their ids.
    """

    drill: str
    rules: Rules
    records: Sequence[Record]
    names: Mapping[str, str]
    levels: Sequence[str]
    standings: Sequence[Mapping[str, Any]]

    @property
    def folder(self) -> str:
        """Name the folder of the files."""
        return f"drills/{self.drill}"


def check_standings(facts: Facts) -> Iterator[Fault]:
    """Check every drill that is rated: its files against its rows, its places against what was published."""
    for drill in facts.bundle.drills:
        sheet, faults = _read(facts, drill)
        yield from faults
        if sheet is None:
            rows = list(facts.chains[drill_stream(drill)].of(*PUBLISHED))
            if rows and not faults:
                yield rows[-1].fault("standings_without_files")
            continue
        yield from _follows(facts, sheet)


def _read(facts: Facts, drill: str) -> tuple[Sheet | None, list[Fault]]:
    bundle, folder = facts.bundle, f"drills/{drill}"
    names = [f"{folder}/{name}" for name in ("ratings.csv", "rules.yaml", "standings.json")]
    missing = [name for name in names if not bundle.has(name)]
    if missing:
        return None, [Fault("file_missing", name) for name in missing] if len(missing) < len(names) else []
    ratings, rules_file, told = (bundle.bytes_of(name) for name in names)
    rules, findings = parse_rules(rules_file, names[1])
    if rules is None:
        return None, [_found(findings)]
    records, _teams, findings = parse_ratings(ratings, names[0], rules)
    # A team to which nothing was delivered has no row.
    errors = [one for one in findings if one.severity == "error" and one.code != "penalty_without_team"]
    if errors:
        return None, [_found(errors)]
    teams, levels, standings = _told(told)
    if teams is None or len(levels) != rules.rubric.top + 1:
        return None, [Fault("file_unreadable", names[2])]
    if not {one.team for one in records} | set(rules.penalties) <= set(teams):
        return None, [Fault("teams_differ", names[2])]
    records = tuple(replace(one, team=teams[one.team]) for one in records)
    rules = replace(rules, penalties={teams[name]: points for name, points in rules.penalties.items()})
    return Sheet(drill, rules, records, {team: name for name, team in teams.items()}, levels, standings), []


def _found(findings: Sequence[Finding]) -> Fault:
    first = next(one for one in findings if one.severity == "error")
    return Fault("file_has_errors", first.file, first.line, None, {"finding": first.code})


def _told(data: bytes) -> tuple[Mapping[str, str] | None, Sequence[str], Sequence[Mapping[str, Any]]]:
    try:
        told = json.loads(data)
        teams, levels, standings = told["teams"], told["levels"], told["standings"]
        whole = isinstance(teams, dict) and all(isinstance(one, str) for one in teams.values())
        whole = whole and isinstance(levels, list) and all(isinstance(one, str) for one in levels)
        whole = whole and isinstance(standings, list) and all(isinstance(one, dict) for one in standings)
    except (ValueError, TypeError, KeyError, RecursionError):
        whole = False
    return (teams, levels, standings) if whole else (None, (), ())


def _follows(facts: Facts, sheet: Sheet) -> Iterator[Fault]:
    mine = {team for team, line in facts.teams.items() if line["drill_id"] == sheet.drill}
    if set(sheet.names) != mine:
        yield Fault("teams_differ", f"{sheet.folder}/standings.json")
        return
    if facts.bundle.public and (wrong := _wrong_code(facts, sheet)):
        yield Fault("code_differs", f"{sheet.folder}/standings.json", None, None, {"team": wrong})
    yield from _penalties(facts, sheet)
    yield from _records(facts, sheet)
    try:
        standings = _computed(facts, sheet)
    except ScoringError as error:
        yield Fault("standings_not_computed", f"{sheet.folder}/ratings.csv", None, None, {"problem": error.code})
        return
    for row in standings_document(standings)["standings"]:
        one = {**row, "team": sheet.names[row["team"]]}
        if one not in sheet.standings:
            name = f"{sheet.folder}/standings.json"
            yield Fault("standing_differs", name, None, None, {"team": one["team"], **_place_and_score(one)})
    yield from _published(facts, sheet, standings)


def _wrong_code(facts: Facts, sheet: Sheet) -> str:
    return next((name for team, name in sheet.names.items() if facts.teams[team]["blind_code"] != name), "")


def _computed(facts: Facts, sheet: Sheet) -> tuple[Standing, ...]:
    rules = next((one["score_rules"] for one in facts.table("drill") if one["id"] == sheet.drill), None)
    if isinstance(rules, dict) and rules.get("adjust") == "applied":
        found = adjusted(facts, sheet.drill, sheet.rules, sheet.records, sorted(sheet.names), sheet.levels)
        if found is not None:
            return found
    return compute_standings(sheet.rules, sheet.records, sheet.names)


def _place_and_score(one: Mapping[str, Any]) -> dict[str, str]:
    return {"place": str(one["place"]), "score": str(one["score"])}


def _penalties(facts: Facts, sheet: Sheet) -> Iterator[Fault]:
    """The points that the rules take off are those of the penalties in force."""
    points: Counter[str] = Counter()
    for line in facts.table("penalty"):
        if line["drill_id"] == sheet.drill and line["lifted_at"] is None:
            points[str(line["team_id"])] += _hundredths(line["points"])
    stated = {team: int(100 * value) for team, value in sheet.rules.penalties.items()}
    for team in sorted({*points, *stated}):
        if points[team] != stated.get(team, 0):
            expected, found = (str(value / 100) for value in (points[team], stated.get(team, 0)))
            told = {"team": sheet.names.get(team, team), "expected": expected, "found": found}
            yield Fault("penalties_of_rules_differ", f"{sheet.folder}/rules.yaml", None, None, told)


def _hundredths(points: Any) -> int:
    try:
        return round(100 * float(points))
    except (TypeError, ValueError, OverflowError):
        return 0


def _records(facts: Facts, sheet: Sheet) -> Iterator[Fault]:
    """Each level in ``ratings.csv`` is one that is in force, and none that counts is missing."""
    name = f"{sheet.folder}/ratings.csv"
    given = _in_force(facts, sheet)
    for record in sheet.records:
        place = (record.team, record.inject)
        if record.state not in (ANSWERED, LATE):
            continue
        again = facts.asked_again(place)
        for criterion, levels in record.ratings.items():
            stored = given.get((*place, criterion), Counter())
            counted = Counter(levels)
            more, less = counted - stored, stored - counted
            if more or (less and not again):
                told = {"team": sheet.names[record.team], "inject": record.inject, "criterion": criterion}
                yield Fault("ratings_differ", name, None, None, told)


def _in_force(facts: Facts, sheet: Sheet) -> Mapping[tuple[str, str, str], Counter[int | None]]:
    places = {level: place for place, level in enumerate(sheet.levels)}
    found: dict[tuple[str, str, str], Counter[int | None]] = {}
    for line in facts.ratings:
        response, place = facts.responses.get(line["response_id"]), facts.place_of(line["response_id"])
        if place is None or response is None or not response["current"] or not line["current"]:
            continue
        level = None if line["level"] is None else places.get(line["level"], -1)
        found.setdefault((str(place[0]), str(place[1]), str(line["criterion"])), Counter())[level] += 1
    return found


def _published(facts: Facts, sheet: Sheet, standings: Sequence[Standing]) -> Iterator[Fault]:
    chain = facts.chains[drill_stream(sheet.drill)]
    last = next(iter([*chain.of(*PUBLISHED)][::-1]), None)
    if last is None:
        return
    moved = any(row.seq > last.seq for row in chain.of(*MOVING))
    if last.kind != PUBLISHED[-1] and moved:
        return
    yield from _compare(sheet, standings, last)


def _said(value: Any) -> str:
    return "–" if value is None else str(value)


def _compare(sheet: Sheet, standings: Sequence[Standing], row: Told) -> Iterator[Fault]:
    told = row.payload.get("standings")
    rows = [one for one in told if isinstance(one, dict)] if isinstance(told, list) else []
    published = {str(one.get("team")): one for one in rows}
    for one in standings:
        fact = published.pop(one.team, None)
        score = None if one.score is None else str(one.score)
        if fact is None or (fact.get("place"), fact.get("score")) != (one.place, score):
            seen = fact or {}
            found = f"{_said(seen.get('place'))} / {_said(seen.get('score'))}"
            told = {"place": _said(one.place), "score": _said(score), "found": found}
            yield row.fault("published_differs", team=sheet.names[one.team], **told)
    for team in published:
        yield row.fault("published_team_unknown", team=team)
