"""The selection itself: rules and candidates in any order to seats, waitlist, relaxations and reasons."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from scoring.scoring_error import ScoringError
from scoring.selection.candidate import Candidate
from scoring.selection.certificate import Certificate, digest_of
from scoring.selection.choices import Choices, Optimum
from scoring.selection.limits import Grants, Limit, floor_limit, upper_limits
from scoring.selection.model import Model, Span
from scoring.selection.ranking import rank
from scoring.selection.reasons import (
    BELOW_THRESHOLD,
    REDUCED,
    SELECTED,
    Reason,
    why_not,
    why_not_best,
)
from scoring.selection.relaxation import Relaxation, relaxations
from scoring.selection.relaxing import Reached, reach
from scoring.selection.selection_rules import SelectionRules
from scoring.selection.total import Weights, surely_greatest_total, weights_of


@dataclass(frozen=True)
class Selection:
    """Hold who is selected and why; ids in *ranking* and *waitlist* are in the order of the ranking.

    *seats* are those granted, of the selected alone; *total* is Σ merit × seats granted. *reasons* has every id.
    """

    ranking: tuple[str, ...]
    seats: Mapping[str, int]
    waitlist: tuple[str, ...]
    total: Fraction
    relaxed: tuple[Relaxation, ...]
    reasons: Mapping[str, Reason]
    certificate: Certificate

    @property
    def selected(self) -> tuple[str, ...]:
        """Name the selected in code-point order."""
        return tuple(sorted(self.seats))


@dataclass(frozen=True)
class _Hall:
    """All that one selection is decided by: the eligible in ranking order, what each may have, and the limits."""

    rules: SelectionRules
    pool: Sequence[Candidate]
    spans: Sequence[Span]
    uppers: Sequence[Limit]
    stated: Sequence[Limit]
    reached: Reached

    @property
    def limits(self) -> tuple[Limit, ...]:
        return (*self.uppers, *self.reached.floors)


def select(rules: SelectionRules, candidates: Iterable[Candidate]) -> Selection:
    """Give seats by *rules*, the same to the same people in whatever order the candidates come.

    Raise ``ScoringError`` for an id that comes twice, an attribute that a candidate lacks, a tie without randomness,
    and where an optimiser is needed that is missing or fails.
    """
    ranking = rank(candidates, rules.randomness, rules.threshold)
    _check_attributes(rules, ranking)
    hall = _hall(rules, [candidate for candidate in ranking if _good_enough(rules, candidate)])
    weights = weights_of([candidate.merit for candidate in hall.pool], rules.seats)
    grants, reasons = _by_merit(hall, weights) if rules.method == "merit" else _ranked(hall)
    chosen = {candidate.id: seats for candidate, seats in zip(hall.pool, grants, strict=True)}
    for candidate in ranking:
        if candidate.id not in chosen:
            told = {"merit": Fraction(candidate.merit), "threshold": Fraction(rules.threshold or 0)}
            reasons[candidate.id] = Reason(BELOW_THRESHOLD, told)
    total = Fraction(weights.total(grants), weights.scale)
    return Selection(
        ranking=tuple(candidate.id for candidate in ranking),
        seats={name: seats for name, seats in chosen.items() if seats},
        waitlist=tuple(name for name, seats in chosen.items() if not seats),
        total=total,
        relaxed=relaxations(rules, hall.pool, hall.spans, (hall.uppers, hall.stated, hall.reached.floors), grants),
        reasons=reasons,
        certificate=Certificate(
            method=rules.method,
            candidates=len(ranking),
            eligible=len(hall.pool),
            seats=sum(grants),
            total=total,
            bound=total if rules.method == "merit" else None,
            digest=digest_of(ranking, rules.attributes()),
        ),
    )


def _check_attributes(rules: SelectionRules, ranking: Sequence[Candidate]) -> None:
    for name in rules.attributes():
        for candidate in ranking:
            if name not in candidate.attributes:
                raise ScoringError("unknown_attribute", attribute=name, id=candidate.id)


def _good_enough(rules: SelectionRules, candidate: Candidate) -> bool:
    return rules.threshold is None or candidate.merit >= rules.threshold


def _hall(rules: SelectionRules, pool: Sequence[Candidate]) -> _Hall:
    spans = [Span(candidate.smallest_grant(rules.smallest), candidate.size) for candidate in pool]
    uppers = upper_limits(rules, pool)
    stated = [floor_limit(number, floor, pool) for number, floor in enumerate(rules.floors, 1)]
    return _Hall(rules, pool, spans, uppers, stated, reach(spans, uppers, stated))


def _ranked(hall: _Hall) -> tuple[Grants, dict[str, Reason]]:
    """Walk down the ranking by rules.md 30; say at each step what stood against the seats asked for."""
    choices = Choices(hall.spans, hall.limits, hall.reached.witness)
    reasons: dict[str, Reason] = {}
    for candidate in hall.pool:
        seats, against = choices.most(), None
        if seats < candidate.size:
            limits = (hall.uppers, hall.reached.floors)
            against = why_not(hall.rules, hall.pool, hall.spans, limits, choices.decided)
        reasons[candidate.id] = _reason(candidate, seats, against)
        choices.decided.append(seats)
    return choices.decided, reasons


def _by_merit(hall: _Hall, weights: Weights) -> tuple[Grants, dict[str, Reason]]:
    """Find the greatest total, then the first choice in ranking order that has it."""
    if not hall.pool:
        return (), {}
    total, witness = surely_greatest_total(_model(hall), weights)
    optimum = Optimum(weights, total)
    grants = Choices(hall.spans, hall.limits, witness, optimum).walk()
    reasons = {}
    for place, candidate in enumerate(hall.pool):
        against = (
            None if grants[place] == candidate.size else why_not_best(_model(hall), optimum, place, candidate.size)
        )
        reasons[candidate.id] = _reason(candidate, grants[place], against)
    return grants, reasons


def _model(hall: _Hall) -> Model:
    model = Model(hall.spans)
    model.keep(hall.limits)
    return model


def _reason(candidate: Candidate, seats: int, against: Reason | None) -> Reason:
    if against is None:
        return Reason(SELECTED, {"seats": seats})
    if seats:
        return Reason(REDUCED, {"seats": seats, "asked": candidate.size, "because": against})
    return against
