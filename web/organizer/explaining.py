"""How one team's score follows, inject by inject and as one sum, in the reader's language."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from scoring.line import Line
from web.organizer.numbers import number, percent
from web.words import N_, say

WHY: Mapping[str, str] = {
    "not_delivered": N_("did not reach the team, or is not closed yet"),
    "weightless": N_("carries no weight"),
    "not_observed": N_("no criterion could be observed"),
    "awaiting_ratings": N_("waits for its ratings"),
    "by_option": N_("by the option chosen"),
    "rated": N_("rated by the evaluators"),
    "lapsed": N_("no response in time: the lowest level"),
    "late": N_("late for a technical reason: it counts, without time credit"),
    "void": N_("void: it does not count"),
    "withdrawn": N_("withdrawn: it does not count"),
    "skipped": N_("left out: it does not count"),
    "declined": N_("optional, and declined: it does not count"),
}
BAR = 200


def explanation(rules: Mapping[str, Any], row: Mapping[str, Any], language: str) -> dict[str, Any]:
    """Give lines, criteria with bars, and the sums that lead to the score; sums only once all is rated."""
    counted = [line for line in row["lines"] if line.counted and line.quality is not None]
    return {
        "lines": [_line(rules, line, language) for line in row["lines"]],
        "criteria": [
            {"id": name, "title": rules["criteria"].get(name, name), "percent": percent(quality, language),
             "bar": round(BAR * quality)}
            for name, quality in sorted(row["criteria"].items())
        ],
        "quality": _mean(((line.weight, line.quality) for line in counted), language) if counted else None,
        "time": _mean(((line.weight, line.credit) for line in counted), language) if rules["time_weight"] else None,
        "score": _score(rules, row, language),
    }  # fmt: skip


def _line(rules: Mapping[str, Any], line: Line, language: str) -> dict[str, Any]:
    quality = line.quality if line.counted else None
    return {
        "inject": line.inject,
        "title": rules["injects"][line.inject],
        "weight": number(line.weight, language),
        "counted": line.counted,
        "quality": None if quality is None else percent(quality, language),
        "adds": None if quality is None else percent(line.weight * quality, language),
        "credit": None if line.credit is None or not line.counted else percent(line.credit, language),
        "why": say(language, WHY[line.why]),
        "criteria": [{"id": name, "percent": percent(one, language)} for name, one in line.criteria.items()],
    }


def _mean(parts: Iterable[tuple[Fraction, Fraction | None]], language: str) -> dict[str, str] | None:
    known = [(weight, share) for weight, share in parts if share is not None]
    total = sum((weight for weight, _ in known), Fraction(0))
    if not total:
        return None
    summed = 100 * sum((weight * share for weight, share in known), Fraction(0))
    return {
        "products": " + ".join(f"{number(weight, language)} × {percent(share, language)}" for weight, share in known),
        "weights": " + ".join(number(weight, language) for weight, _ in known),
        "summed": number(summed, language),
        "total": number(total, language),
        "result": percent(summed / total / 100, language),
    }


def _score(rules: Mapping[str, Any], row: Mapping[str, Any], language: str) -> dict[str, Any] | None:
    if row["score"] is None:
        return None
    weight: Fraction = rules["time_weight"]
    return {
        "score": number(row["score"], language),
        "quality": number(row["quality"], language),
        "time": number(row["time"], language) if weight and row["time"] is not None else None,
        "time_weight": number(weight, language),
        "quality_weight": number(1 - weight, language),
        "penalties": number(row["penalties"], language) if row["penalties"] else None,
    }
