"""What one inject adds to a team's score, and why: the lines from which a score is summed and explained."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType

from scoring.quality import option_quality, qualities_by_criterion, rated_quality, with_rationale
from scoring.record import ANSWERED, LAPSED, LATE, LEAVING, STATES, Record
from scoring.rules import InjectRule, Rules
from scoring.scoring_error import ScoringError
from scoring.time_credit import reaches_credit, time_credit

NOT_DELIVERED, WEIGHTLESS, NOT_OBSERVED = "not_delivered", "weightless", "not_observed"
AWAITING_RATINGS, BY_OPTION, RATED = "awaiting_ratings", "by_option", "rated"


@dataclass(frozen=True)
class Line:
    """Hold what one inject adds; *quality* and *credit* are 0…1.

    *counted* lines enter numerator and denominator. One without quality awaits ratings. *credit* is None
    where nothing was timed. *criteria* are the agreed levels ÷ top. *why* is a code.
    """

    inject: str
    weight: Fraction
    quality: Fraction | None
    credit: Fraction | None
    counted: bool
    why: str
    criteria: Mapping[str, Fraction] = field(default_factory=lambda: MappingProxyType({}))


def explain(rules: Rules, records: Iterable[Record], team: str) -> tuple[Line, ...]:
    """Give a line per inject of *rules*, in their order, of what it adds to the score of *team*."""
    by_inject = _by_inject(rules, (record for record in records if record.team == team))
    return tuple(_line(rules, inject, by_inject.get(inject)) for inject in rules.injects)


def criterion_quality(lines: Iterable[Line]) -> dict[str, Fraction]:
    """Give the mean quality, 0…1, per criterion over a team's rated responses, weighted by inject."""
    sums: dict[str, Fraction] = {}
    weights: dict[str, Fraction] = {}
    for line in lines:
        for criterion, quality in line.criteria.items() if line.counted else ():
            sums[criterion] = sums.get(criterion, Fraction(0)) + line.weight * quality
            weights[criterion] = weights.get(criterion, Fraction(0)) + line.weight
    return {criterion: sums[criterion] / weights[criterion] for criterion in sums}


def _by_inject(rules: Rules, records: Iterable[Record]) -> dict[str, Record]:
    found: dict[str, Record] = {}
    for record in records:
        place = {"team": record.team, "inject": record.inject}
        if record.inject not in rules.injects:
            raise ScoringError("unknown_inject", **place)
        if record.state not in STATES:
            raise ScoringError("unknown_state", **place, state=record.state)
        if record.inject in found:
            raise ScoringError("record_twice", **place)
        found[record.inject] = record
    return found


def _line(rules: Rules, inject: str, record: Record | None) -> Line:
    rule = rules.injects[inject]
    weight = Fraction(rule.weight)
    if record is None or record.state in LEAVING or not weight:
        why = NOT_DELIVERED if record is None else record.state if record.state in LEAVING else WEIGHTLESS
        return Line(inject, weight, None, None, False, why)
    if record.state == LAPSED:
        lowest = dict.fromkeys(rule.criteria, Fraction(0))
        return Line(inject, weight, Fraction(0), Fraction(0), True, LAPSED, lowest)
    _check_response(rules, rule, record)
    if not _has_ratings(rules, rule, record):
        return Line(inject, weight, None, None, True, AWAITING_RATINGS)
    return _answered(rules, weight, record)


def _has_ratings(rules: Rules, rule: InjectRule, record: Record) -> bool:
    return all(len(record.ratings.get(name, ())) >= rules.ratings_needed for name in rule.criteria)


def _check_response(rules: Rules, rule: InjectRule, record: Record) -> None:
    place = {"team": record.team, "inject": record.inject}
    if not rule.criteria and record.value is None:
        raise ScoringError("missing_value", **place)
    for criterion, levels in record.ratings.items():
        if criterion not in rule.criteria:
            raise ScoringError("criterion_not_asked", **place, criterion=criterion)
        if any(level is not None and not 0 <= level <= rules.rubric.top for level in levels):
            raise ScoringError("level_outside", **place, criterion=criterion)
    if rules.time_weight and record.state == ANSWERED and rule.due is None:
        raise ScoringError("missing_due", inject=record.inject)
    if rules.time_weight and record.state == ANSWERED and record.seconds is None:
        raise ScoringError("missing_seconds", **place)


def _answered(rules: Rules, weight: Fraction, record: Record) -> Line:
    top = rules.rubric.top
    rule = rules.injects[record.inject]
    ratings = {name: record.ratings[name] for name in rule.criteria}
    criteria = qualities_by_criterion(ratings, top)
    quality = rated_quality(criteria, rules.rubric)
    if record.value is not None:
        quality = with_rationale(option_quality(record.value, top), quality)
    if quality is None:
        return Line(record.inject, weight, None, None, False, NOT_OBSERVED)
    credit = _credit(rules, rule, record, quality)
    why = LATE if record.state == LATE else RATED if rule.criteria else BY_OPTION
    return Line(record.inject, weight, quality, credit, True, why, criteria)


def _credit(rules: Rules, rule: InjectRule, record: Record, quality: Fraction) -> Fraction | None:
    if record.state != ANSWERED or not reaches_credit(quality, rules.rubric.top):
        return Fraction(0)
    if record.seconds is None or rule.due is None:
        return None
    return time_credit(record.seconds, rule.due, rule.target)
