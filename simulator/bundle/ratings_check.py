"""That each rating is the one that its evaluator gave: row for row, and which of them count."""

from collections.abc import Iterator, Mapping
from typing import Any

from simulator.bundle.chains import Told
from simulator.bundle.facts import Facts, Line
from simulator.bundle.fault import Fault

Key = tuple[str, str, str, int]


def check_ratings(facts: Facts) -> Iterator[Fault]:
    """Compare every version of every rating with the row of the log that tells of it, both ways."""
    given: dict[Key, Told] = {}
    for row in facts.rows("rating_given"):
        unit, criterion = str(row.payload.get("response")), str(row.payload.get("criterion"))
        key = (unit, criterion, row.account, _whole(row.payload.get("version")))
        if key in given:
            yield row.fault("rating_given_twice", criterion=criterion)
        given[key] = row
    missing = dict(given)
    for line in facts.ratings:
        row_of = missing.pop(key_of(line), None)
        if row_of is None:
            yield line.fault("rating_not_in_log", criterion=str(line["criterion"]), level=_said(line["level"]))
        elif row_of.payload.get("level") != line["level"]:
            expected = _said(row_of.payload.get("level"))
            yield line.fault("rating_differs", row_of.seq, expected=expected, found=_said(line["level"]))
        elif line["response_id"] is not None and _team_of(facts, line) != row_of.team:
            yield line.fault("rating_of_another_team", row_of.seq, team=str(row_of.team))
    for row in missing.values():
        yield row.fault(
            "rating_missing", criterion=str(row.payload.get("criterion")), level=_said(row.payload["level"])
        )
    yield from _in_force(facts, given)


def key_of(line: Line) -> Key:
    """Give what a rating is known by: the unit, the criterion, the evaluator, the version."""
    unit = line["response_id"] if line["response_id"] is not None else line["application_id"]
    return (str(unit), str(line["criterion"]), str(line["account_id"]), _whole(line["version"]))


def _said(level: Any) -> str:
    return "—" if level is None else str(level)


def _team_of(facts: Facts, line: Line) -> Any:
    place = facts.place_of(line["response_id"])
    return None if place is None else place[0]


def _in_force(facts: Facts, given: Mapping[Key, Told]) -> Iterator[Fault]:
    voided = _voided(facts)
    for key, void in voided.items():
        if key not in given or (given[key].file, given[key].seq) > (void.file, void.seq):
            yield void.fault("voided_not_given", criterion=key[1])
    last: dict[tuple[str, ...], Line] = {}
    for line in facts.ratings:
        before = last.get(key_of(line)[:3])
        if before is None or _whole(line["version"]) > _whole(before["version"]):
            last[key_of(line)[:3]] = line
    for line in facts.ratings:
        row = given.get(key_of(line))
        if row is None:
            continue
        newest = last[key_of(line)[:3]]
        if newest is not line:
            if line["current"]:
                yield line.fault("rating_replaced", row.seq, version=_whole(newest["version"]))
        elif line["current"] and (gone := _recused(facts, line, row)) is not None:
            yield line.fault("rating_of_a_recused", gone.seq)
        elif line["current"] and key_of(line) in voided:
            yield line.fault("rating_voided", voided[key_of(line)].seq)
        elif not line["current"] and key_of(line) not in voided:
            yield line.fault("rating_out_of_force", row.seq)


def _voided(facts: Facts) -> dict[Key, Told]:
    """Give what the log takes out of force: because she was recused, or because her work went to others."""
    found: dict[Key, Told] = {}
    for row in facts.rows("ratings_voided"):
        ratings = row.payload.get("ratings")
        for one in ratings if isinstance(ratings, list) else ():
            if isinstance(one, list) and len(one) == 3:
                unit, criterion, version = one
                found[str(unit), str(criterion), str(row.payload.get("account")), _whole(version)] = row
    return found


def _whole(version: Any) -> int:
    return version if type(version) is int else 0


def _recused(facts: Facts, line: Line, row: Told) -> Told | None:
    """Find where the evaluator was recused from this team, or application, after she had rated it."""
    whose = row.team if line["response_id"] is not None else line["application_id"]
    for later in facts.rows("evaluator_recused"):
        about = later.team if later.team is not None else later.payload.get("application")
        hers = later.file == row.file and later.seq > row.seq and later.payload.get("account") == line["account_id"]
        if hers and about == whose:
            return later
    return None
