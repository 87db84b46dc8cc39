"""Standings without severity, computed anew: only where a drill's rules say that it is taken off (rules.md 28)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from scoring.adjusted import adjusted_standings, middle_level
from scoring.rating import Rating
from scoring.record import Record
from scoring.rules import Rules
from scoring.scoring_error import ScoringError
from scoring.severity.adjustment import FEWEST_RATINGS, apply_severity, estimate_shrinkage
from scoring.severity.fit import fit_severity
from scoring.standings import Standing
from simulator.bundle.facts import Facts
from simulator.scored import MOST_ADJUSTED

# (team, inject, criterion, evaluator) → level 0…top
Given = dict[tuple[str, str, str, str], int]


def adjusted(
    facts: Facts, drill: str, rules: Rules, records: Sequence[Record], teams: Sequence[str], levels: Sequence[str]
) -> tuple[Standing, ...] | None:
    """Give the standings from levels without the evaluators' severity; None where it cannot be told.

    *records* say which responses count; who gave which level stands in the ratings themselves.
    """
    given = _given(facts, records, levels)
    if not given:
        return None
    # What was given again on an appeal says nothing of anybody's severity.
    ratings = [
        Rating("|".join(key[:3]), key[3], level)
        for key, level in given.items()
        if key[3] not in facts.asked_again(key[:2])
    ]
    try:
        fit = fit_severity([*ratings, *_anchors(facts, drill, levels)])
    except ScoringError:
        return None
    top = rules.rubric.top
    found = apply_severity(fit, shrinkage=estimate_shrinkage(fit).value, cap=MOST_ADJUSTED * top)
    severity = {one.rater: one.severity if one.ratings >= FEWEST_RATINGS else Fraction(0) for one in found.raters}
    less: dict[tuple[str, str], dict[str, list[Fraction]]] = {}
    for (team, inject, criterion, rater), level in given.items():
        less.setdefault((team, inject), {}).setdefault(criterion, []).append(level - severity.get(rater, Fraction(0)))
    agreed = {
        place: {criterion: middle_level(values, top) for criterion, values in by.items()} for place, by in less.items()
    }
    return adjusted_standings(rules, records, teams, agreed)


def _given(facts: Facts, records: Sequence[Record], levels: Sequence[str]) -> Given:
    counted = {(one.team, one.inject): one for one in records if one.ratings}
    found: Given = {}
    for line in facts.ratings:
        place, response = facts.place_of(line["response_id"]), facts.responses.get(line["response_id"])
        if place is None or response is None or not response["current"] or not line["current"]:
            continue
        team, rater = str(place[0]), str(line["account_id"])
        record = counted.get((team, str(place[1])))
        if record is None or line["level"] not in levels or _is_beside(facts, record, place, rater, levels):
            continue
        found[team, record.inject, str(line["criterion"]), rater] = levels.index(line["level"])
    return found


def _is_beside(
    facts: Facts, record: Record, place: tuple[Any, Any], rater: str, levels: Sequence[str]
) -> bool:  # fmt: skip
    """Say whether an evaluator's levels do not count: after an appeal either the first do, or those given again.

    The record says which by its levels; those given again count only where they come to more, so never the same.
    """
    again = facts.asked_again(place)
    if not again:
        return False
    first: dict[str, Counter[int | None]] = {}
    for line in facts.ratings:
        if line["current"] and line["account_id"] not in again and facts.place_of(line["response_id"]) == place:
            level = levels.index(line["level"]) if line["level"] in levels else None
            first.setdefault(str(line["criterion"]), Counter())[level] += 1
    counted = {criterion: Counter(given) for criterion, given in record.ratings.items() if given}
    return (rater in again) is (first == counted)


def _anchors(facts: Facts, drill: str, levels: Sequence[str]) -> Iterator[Rating]:
    for line in facts.table("calibration_rating"):
        if line["desk"] == f"drill:{drill}" and line["level"] in levels:
            unit: Any = f"anchor:{line['item']}|{line['criterion']}"
            yield Rating(unit, str(line["account_id"]), levels.index(line["level"]))
