"""A selection as plain data: what the command line prints, a bundle holds, and a stranger compares."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from scoring.selection.reasons import Reason
from scoring.selection.relaxation import Relaxation
from scoring.selection.selection import Selection
from scoring.selection.selection_rules import SelectionRules


def selection_document(rules: SelectionRules, selection: Selection) -> dict[str, Any]:
    """Give a selection as JSON knows it; equal selections give equal documents, byte for byte.

    A number is an integer where it is whole, else the float nearest to the exact one.
    """
    return {
        "selected": list(selection.selected),
        "total": plain(selection.total),
        "waitlist": list(selection.waitlist),
        "relaxed": [_relaxed(rules, relaxation) for relaxation in selection.relaxed],
        "reasons": {name: reason_document(selection.reasons[name]) for name in sorted(selection.reasons)},
        "seats": {name: selection.seats[name] for name in selection.selected},
        "ranking": list(selection.ranking),
        "certificate": {name: plain(part) for name, part in vars(selection.certificate).items()},
    }


def reason_document(reason: Reason) -> dict[str, Any]:
    """Give a reason as its code, then its parameters."""
    return {"code": reason.code, **{name: plain(part) for name, part in reason.parameters.items()}}


def _relaxed(rules: SelectionRules, relaxation: Relaxation) -> dict[str, Any]:
    return {
        "floor": relaxation.floor,
        "where": plain(dict(rules.floors[relaxation.floor - 1].where)),
        "min": relaxation.min,
        "to": relaxation.to,
        "unit": relaxation.unit,
        "missing": relaxation.missing,
        "clash": plain(relaxation.clash),
        "gained": list(relaxation.gained),
    }


def plain(value: Any) -> Any:
    """Turn exact numbers, tuples and reasons inside a parameter into what JSON knows."""
    match value:
        case Fraction():
            return value.numerator if value.denominator == 1 else float(value)
        case Reason():
            return reason_document(value)
        case Mapping():
            return {name: plain(part) for name, part in value.items()}
        case tuple() | list():
            return [plain(part) for part in value]
    return value
