"""That awards follow from merit and the frozen rules: each published list selected anew, each award by its row."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from itertools import pairwise
from typing import Any

from scenarios.calls.call import Call
from scenarios.calls.load import read_call_text
from scenarios.calls.rules_of_call import selection_rules_of
from scoring.scoring_error import ScoringError
from scoring.selection.candidate import Candidate
from scoring.selection.document import selection_document
from scoring.selection.selection import select
from scoring.selection.selection_rules import SelectionRules
from simulator.application_content import filled_attributes
from simulator.bundle.chains import Told
from simulator.bundle.facts import Facts
from simulator.bundle.fault import Fault
from simulator.bundle.merit_check import check_merit

PUBLISHED = "awards_published"
# What became of an award, by the row that tells of it.
STATES = {
    "award_offered": "offered", "award_accepted": "accepted", "award_declined": None, "award_expired": "expired",
    "award_withdrawn": "withdrawn",
}  # fmt: skip


def check_awards(facts: Facts) -> Iterator[Fault]:
    """Check every list that was published, and what became of each award."""
    call = call_of(facts)
    for row in facts.rows(PUBLISHED):
        if call is not None:
            yield from _list(facts, call, row)
        yield from _seats(facts, row)
    yield from _awards(facts)


def call_of(facts: Facts) -> Call | None:
    """Give the call that the bundle holds; None where it holds none, or one with errors, which its digest tells."""
    for line in facts.table("call_file"):
        content = line["content"]
        name = content.get("file") if isinstance(content, dict) else None
        if isinstance(name, str) and facts.bundle.has(name):
            return read_call_text(facts.bundle.bytes_of(name), name)[0]
    return None


def attributes_of(facts: Facts, call: Call) -> Mapping[str, Mapping[str, str]]:
    """Give the attributes of each application; of what was erased, and of what was never sent, there are none."""
    erased = {line["id"] for line in facts.table("application") if line["erased_at"] is not None}
    if facts.bundle.public:
        shown = {line["id"]: line["attributes"] for line in facts.table("application")}
        return {one: told for one, told in shown.items() if isinstance(told, dict) and one not in erased}
    sent = {line["application_id"]: line["content"] for line in facts.table("application_version") if line["current"]}
    return {
        one: filled_attributes(call, content)
        for one, content in sent.items()
        if one not in erased and isinstance(content, dict) and isinstance(content.get("fields"), dict)
    }


def _list(facts: Facts, call: Call, row: Told) -> Iterator[Fault]:
    told = row.payload
    try:
        randomness = told.get("randomness")
        rules = selection_rules_of(call, str(told.get("stage")), str(told.get("award")), randomness)
        candidates = _candidates(told, rules, attributes_of(facts, call))
    except (KeyError, TypeError, ValueError, InvalidOperation, ScoringError):
        yield row.fault("award_unreadable", award=str(told.get("award")))
        return
    yield from _order(row, candidates)
    yield from check_merit(facts, call, row, candidates)
    if any(one.attributes.get(name) is None for one in candidates for name in rules.attributes()):
        # The attributes of who was erased are gone: what was published stands by its hash alone.
        return
    try:
        document = selection_document(rules, select(rules, candidates))
    except ScoringError as error:
        yield row.fault("selection_not_computed", award=str(told.get("award")), problem=error.code)
        return
    for name, key in (("computed", "seats"), ("waitlist", "waitlist")):
        if told.get(name) != document[key]:
            award = str(told.get("award"))
            yield row.fault("award_differs", award=award, expected=_short(document[key]), found=_short(told.get(name)))
            return


def _short(told: Any) -> str:
    return str(told)[:300]


def _candidates(
    told: Mapping[str, Any], rules: SelectionRules, known: Mapping[str, Mapping[str, str]]
) -> list[Candidate]:
    found = []
    for name, size, score, order, least in told["candidates"]:
        # A team that left an attribute open has it empty.
        mine = {one: known[name].get(one, "") for one in rules.attributes()} if name in known else {}
        found.append(Candidate(name, size, Fraction(str(Decimal(str(score)))), mine, least, order))
    return found


def _order(row: Told, candidates: Sequence[Candidate]) -> Iterator[Fault]:
    """Outside the band of the statistically tied nobody is called before somebody with a higher score."""
    band = row.payload.get("band")
    tied = set(map(str, band)) if isinstance(band, list) else set()
    called = [one for one in sorted(candidates, key=lambda one: one.order or 0) if one.id not in tied]
    for before, after in pairwise(called):
        if after.merit > before.merit:
            yield row.fault("order_differs", first=before.id, second=after.id)


def _seats(facts: Facts, row: Told) -> Iterator[Fault]:
    """Who is given seats is whom the rules give them, but for what two people decided besides."""
    computed, derogations = row.payload.get("computed"), row.payload.get("derogations")
    if not isinstance(computed, dict) or not isinstance(derogations, list):
        yield row.fault("award_unreadable", award=str(row.payload.get("award")))
        return
    made = {str(one.payload.get("decision")) for one in facts.rows("decision_made")}
    expected = dict(computed)
    for one in derogations:
        decision, subject = (one[0], one[1]) if isinstance(one, list) and len(one) == 2 else ("", None)
        if decision not in made or not isinstance(subject, dict):
            yield row.fault("derogation_by_one", decision=str(decision))
            continue
        if subject.get("seats"):
            expected[str(subject.get("application"))] = subject["seats"]
        else:
            expected.pop(str(subject.get("application")), None)
    if row.payload.get("seats") != expected:
        found = _short(row.payload.get("seats"))
        yield row.fault("award_differs", award=str(row.payload.get("award")), expected=_short(expected), found=found)


def _awards(facts: Facts) -> Iterator[Fault]:
    listed = {}
    for row in facts.rows(PUBLISHED):
        for part in ("candidates", "out"):
            names = row.payload.get(part)
            for one in names if isinstance(names, list | dict) else ():
                listed[_key(row, one[0] if isinstance(one, list) and one else one)] = row
    last = {_key(row, row.payload.get("application")): row for row in facts.rows(*STATES)}
    known = set()
    for line in facts.table("award"):
        key = (str(line["stage"]), str(line["award"]), str(line["application_id"]))
        known.add(key)
        if key not in listed:
            yield line.fault("award_not_in_log", award=key[1])
            continue
        if key in last:
            yield from _state(line, last[key])
    for key, row in listed.items():
        if key not in known:
            yield row.fault("award_missing", award=key[1], application=key[2])


def _key(row: Told, application: Any) -> tuple[str, str, str]:
    return (str(row.payload.get("stage")), str(row.payload.get("award")), str(application))


def _state(line: Any, row: Told) -> Iterator[Fault]:
    state = STATES[row.kind] or row.payload.get("state")
    seats = row.payload.get("seats", line["seats"])
    if (line["state"], line["seats"]) != (state, seats):
        yield line.fault(
            "award_state_differs", row.seq, expected=f"{state}, {seats}", found=f"{line['state']}, {line['seats']}"
        )
