"""That the files from which anybody selects anew say what was published: candidates, rules, and who is given seats."""

import json
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from scenarios.candidates_csv import parse_candidates
from scenarios.selection_rules import parse_selection_rules
from scoring.scoring_error import ScoringError
from scoring.selection.candidate import Candidate
from scoring.selection.selection import select
from simulator.bundle.awards_check import attributes_of, call_of
from simulator.bundle.awards_files import PUBLISHED, folder_of
from simulator.bundle.chains import Told
from simulator.bundle.facts import Facts
from simulator.bundle.fault import Fault


def check_lists(facts: Facts) -> Iterator[Fault]:
    """Select anew from the files of each list, as a stranger would, and compare with the log."""
    codes = {str(line["id"]): str(line["code"]) for line in facts.table("application")}
    gone = {str(line["id"]) for line in facts.table("application") if line["erased_at"] is not None}
    for row in facts.rows(PUBLISHED):
        yield from _list(facts, row, codes, gone)
    yield from _summary(facts, codes)


def _list(facts: Facts, row: Told, codes: Mapping[str, str], gone: set[str]) -> Iterator[Fault]:
    folder = folder_of(str(row.payload.get("stage")), str(row.payload.get("award")))
    names = [f"{folder}/{name}" for name in ("rules.yaml", "candidates.csv")]
    missing = [name for name in names if not facts.bundle.has(name)]
    yield from (Fault("file_missing", name) for name in missing)
    if missing:
        return
    source, _found = parse_selection_rules(facts.bundle.bytes_of(names[0]), names[0])
    if source is None:
        yield Fault("file_unreadable", names[0])
        return
    candidates, found = parse_candidates(facts.bundle.bytes_of(names[1]), names[1], source)
    told = {codes.get(str(one[0]), ""): one for one in _lists(row.payload.get("candidates"))}
    wrong = _wrong(candidates, told) or _astray(facts, candidates, told)
    if wrong:
        yield Fault("candidate_differs", names[1], None, row.seq, {"code": wrong})
    elif not any(one.severity == "error" for one in found) and not gone & {str(one[0]) for one in told.values()}:
        # An attribute that is missing was left open, or erased: such a list stands by its hash alone.
        yield from _selected(names[0], row, source.rules, candidates, codes)


def _lists(told: Any) -> list[Sequence[Any]]:
    return [one for one in told if isinstance(one, list) and len(one) == 5] if isinstance(told, list) else []


def _wrong(candidates: Sequence[Candidate], told: Mapping[str, Sequence[Any]]) -> str:
    read = {one.id: one for one in candidates}
    for code in sorted({*read, *told}):
        one, fact = read.get(code), told.get(code)
        if one is None or fact is None or (one.size, one.order) != (fact[1], fact[3]):
            return code
        if str(fact[2]) != str(fact[2]).strip() or Fraction(str(fact[2])) != one.merit:
            return code
    return ""


def _astray(facts: Facts, candidates: Sequence[Candidate], told: Mapping[str, Sequence[Any]]) -> str:
    """Name a candidate whose attributes are not her application's, which numbers may stand for where none is public."""
    call = call_of(facts)
    if call is None:
        return ""
    attributes = attributes_of(facts, call)
    known = {code: attributes.get(str(one[0]), {}) for code, one in told.items()}
    for name, attribute in call.attributes.items():
        stands_for: dict[str, str] = {}
        for one in candidates:
            value, own = one.attributes.get(name), known.get(one.id, {}).get(name)
            if value is None or own is None:
                continue
            plainly = attribute.public and not attribute.free
            if (plainly and value != own) or stands_for.setdefault(value, own) != own:
                return one.id
        if len(set(stands_for.values())) != len(stands_for):
            return next(one.id for one in candidates if name in one.attributes)
    return ""


def _selected(
    file: str, row: Told, rules: Any, candidates: Sequence[Candidate], codes: Mapping[str, str]
) -> Iterator[Fault]:
    award = str(row.payload.get("award"))
    try:
        selection = select(rules, candidates)
    except ScoringError as error:
        yield Fault("selection_not_computed", file, None, row.seq, {"award": award, "problem": error.code})
        return
    computed, waiting = row.payload.get("computed"), row.payload.get("waitlist")
    seats = {codes.get(name, name): given for name, given in computed.items()} if isinstance(computed, dict) else {}
    wait = [codes.get(str(name), str(name)) for name in waiting] if isinstance(waiting, list) else []
    if dict(selection.seats) != seats or list(selection.waitlist) != wait:
        told = {"award": award, "expected": str(dict(selection.seats))[:300], "found": str(seats)[:300]}
        yield Fault("award_differs", file, None, row.seq, told)


def _summary(facts: Facts, codes: Mapping[str, str]) -> Iterator[Fault]:
    """``awards.json`` says of each list what the log says."""
    rows = list(facts.rows(PUBLISHED))
    if not rows:
        return
    if not facts.bundle.has("awards.json"):
        yield Fault("file_missing", "awards.json")
        return
    try:
        told = json.loads(facts.bundle.bytes_of("awards.json"))["awards"]
        shown = {(one["stage"], one["award"]): one for one in told}
    except (ValueError, TypeError, KeyError, RecursionError):
        yield Fault("file_unreadable", "awards.json")
        return
    for row in rows:
        one = shown.get((row.payload.get("stage"), row.payload.get("award")))
        seats = row.payload.get("seats")
        given = {codes.get(name, name): count for name, count in seats.items()} if isinstance(seats, dict) else {}
        if one is None or (one.get("seats"), one.get("seq")) != (given, row.seq):
            award = str(row.payload.get("award"))
            yield Fault("list_differs", "awards.json", None, row.seq, {"award": award})
