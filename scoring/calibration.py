"""The gate before the first rating: does an evaluator read the rubric as the reference does?"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from scoring.finding import Finding
from scoring.scoring_error import ScoringError

TWO_OFF = 2

# (benchmark or anchor response, criterion) → level, 0…top; None is *not observed*.
Levels = Mapping[tuple[str, str], int | None]


@dataclass(frozen=True)
class Gate:
    """Say what passes: at least *least* levels compared, *exact* of them the same, *two_off* far ones at most."""

    least: int = 10
    exact: Fraction = Fraction(3, 5)
    two_off: int = 0

    def __post_init__(self) -> None:
        """Refuse a gate that nobody, or nobody's reference, could be held to."""
        if self.least < 1:
            raise ScoringError("gate_outside", name="least", value=self.least)
        if not 0 <= self.exact <= 1:
            raise ScoringError("gate_outside", name="exact", value=self.exact)
        if self.two_off < 0:
            raise ScoringError("gate_outside", name="two_off", value=self.two_off)


@dataclass(frozen=True)
class Calibration:
    """Hold how near she is to the reference, over *compared* levels, and what is missing for her to pass.

    *share* is the part that is exact, None before the first. *far* are the places two levels or more off, *open*
    those she has not rated yet, both in code-point order. *lean* is her mean level less the reference's: below 0 she is
    stricter; None where she gave no level. *missing* is empty where she has passed.
    """

    compared: int
    exact: int
    share: Fraction | None
    lean: Fraction | None
    far: tuple[tuple[str, str], ...]
    open: tuple[tuple[str, str], ...]
    missing: tuple[Finding, ...]

    @property
    def passed(self) -> bool:
        """Say whether she may rate."""
        return not self.missing


STANDARD = Gate()


def calibrate(reference: Mapping[tuple[str, str], int], hers: Levels, gate: Gate = STANDARD) -> Calibration:
    """Compare her levels with the reference's wherever she has given one.

    *Not observed* where the reference has a level is compared and not exact, but no number of levels off. What
    has no reference is left aside. Codes of *missing*: ``too_few_compared``, ``too_few_exact``, ``too_far_off``.
    """
    places = sorted(place for place in reference if place in hers)
    steps = {place: level - reference[place] for place in places if (level := hers[place]) is not None}
    exact = sum(not step for step in steps.values())
    far = tuple(place for place in steps if abs(steps[place]) >= TWO_OFF)
    return Calibration(
        compared=len(places),
        exact=exact,
        share=Fraction(exact, len(places)) if places else None,
        lean=Fraction(sum(steps.values()), len(steps)) if steps else None,
        far=far,
        open=tuple(sorted(place for place in reference if place not in hers)),
        missing=tuple(_missing(gate, len(places), exact, far)),
    )


def _missing(gate: Gate, compared: int, exact: int, far: tuple[tuple[str, str], ...]) -> list[Finding]:
    missing = []
    if compared < gate.least:
        missing.append(Finding("too_few_compared", {"compared": compared, "least": gate.least}))
    if exact < gate.exact * compared:
        needed = -(-gate.exact * compared // 1)
        missing.append(Finding("too_few_exact", {"exact": exact, "needed": int(needed), "compared": compared}))
    if len(far) > gate.two_off:
        missing.append(Finding("too_far_off", {"places": far, "most": gate.two_off}))
    return missing
