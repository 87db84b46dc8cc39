"""The table of standings as it is shown: what was published, or what follows from the facts by now."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from scoring.line import AWAITING_RATINGS
from web.organizer.numbers import number
from web.words.results import severity_words, tie_words

Row = dict[str, Any]


def table_view(page: Mapping[str, Any], language: str) -> dict[str, Any]:
    """Give the rows by place, the injects that wait for ratings, and whether a published score still follows."""
    published = page["published"]
    rows = [
        _row(row, published["places"].get(row["team_id"]) if published else None, language) for row in page["standings"]
    ]
    rows.sort(key=lambda row: (row["place"] is None, row["place"] or 0, row["team"].casefold()))
    return {
        "rows": rows,
        "waiting": _waiting(page),
        "missing": sum(row["of"] - row["rated"] for row in page["standings"]),
        "timed": bool(page["rated"] and page["rules"]["time_weight"]),
        "differs": [row["team"] for row in rows if row["differs"]],
    }


def _row(row: Mapping[str, Any], fact: Mapping[str, Any] | None, language: str) -> Row:
    place, score = row["place"], row["score"]
    if fact is not None:
        place, score = fact["place"], None if fact["score"] is None else Decimal(fact["score"])
    shown = {"score": score, "quality": row["quality"], "time": row["time"]}
    return {
        "team": row["team"], "team_id": row["team_id"], "place": place, "rated": row["rated"], "of": row["of"],
        "differs": (place, score) != (row["place"], row["score"]),
        **{name: None if value is None else number(value, language) for name, value in shown.items()},
    }  # fmt: skip


def sure_view(page: Mapping[str, Any], language: str) -> dict[str, Any] | None:
    """Give how sure each score is: raw and without severity side by side, intervals, who is tied; None before."""
    if not page["complete"] or page["drill"]["state"] != "ended":
        return None
    tied = set(page["band"]["teams"]) if page["band"] else set()
    rows = [
        {
            "team": row["team"], "raw": _side(row["raw"], language), "adjusted": _side(row["adjusted"], language),
            "low": _shown(row["low"], language), "high": _shown(row["high"], language), "tied": row["team"] in tied,
            "ties": [tie_words(language, step, page["rules"]["criteria"]) for step in row["ties"]],
        }
        for row in page["standings"]
    ]  # fmt: skip
    severity, band = page["severity"], page["band"]
    return {
        "rows": rows, "applied": severity["applied"], "announced": severity["announced"],
        "refused": severity_words(language, severity["refused"]) if severity["refused"] else None,
        "order": [tie_words(language, step, page["rules"]["criteria"]) for step in page["rules"]["ties"]],
        "cut": number(band["cut"], language) if band else None, "first": band["first"] if band else None,
        "tied": len(tied), "ids": band["ids"] if band else [], "seed": page["drill"]["id"],
    }  # fmt: skip


def _side(one: Mapping[str, Any] | None, language: str) -> dict[str, Any] | None:
    return None if one is None else {"score": _shown(one["score"], language), "place": one["place"]}


def _shown(value: Decimal | None, language: str) -> str | None:
    return None if value is None else number(value, language)


def _waiting(page: Mapping[str, Any]) -> list[dict[str, Any]]:
    count: dict[str, int] = {}
    for row in page["standings"]:
        for line in row["lines"]:
            if line.why == AWAITING_RATINGS:
                count[line.inject] = count.get(line.inject, 0) + 1
    titles = page["rules"].get("injects", {})
    return [{"inject": inject, "title": titles[inject], "n": count[inject]} for inject in titles if inject in count]
