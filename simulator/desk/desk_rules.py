"""How ratings are given at a desk: what the rules of score say of it, fixed before a rating is seen (rules.md 25)."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from scoring.assignment.third import TWO_LEVELS
from scoring.calibration import Gate


@dataclass(frozen=True)
class DeskRules:
    """Say how many *ratings* a unit needs, how far *apart* two ask for a third, and the gate before the first."""

    ratings: int = 1
    apart: int = TWO_LEVELS
    gate: Gate | None = None


def desk_rules(told: Mapping[str, Any] | None) -> DeskRules:
    """Read a drill's ``score_rules``; what they leave out is as for an ordinary drill."""
    rules = told or {}
    gate = rules.get("calibration")
    return DeskRules(
        ratings=int(rules.get("ratings", 1)),
        apart=int((rules.get("third") or {}).get("levels", TWO_LEVELS)),
        gate=gate_of(gate) if gate else None,
    )


def gate_of(told: Mapping[str, Any]) -> Gate:
    """Read a gate: *exact* is a percentage, as in a call."""
    standard = Gate()
    return Gate(
        least=int(told.get("least", standard.least)),
        exact=Fraction(str(told["exact"])) / 100 if "exact" in told else standard.exact,
        two_off=int(told.get("two_off", standard.two_off)),
    )
