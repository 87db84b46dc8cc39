"""The table of standings as it is shown: what was published, or what follows from the facts by now."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from scoring.line import AWAITING_RATINGS
from web.organizer.numbers import number

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


def _waiting(page: Mapping[str, Any]) -> list[dict[str, Any]]:
    count: dict[str, int] = {}
    for row in page["standings"]:
        for line in row["lines"]:
            if line.why == AWAITING_RATINGS:
                count[line.inject] = count.get(line.inject, 0) + 1
    titles = page["rules"].get("injects", {})
    return [{"inject": inject, "title": titles[inject], "n": count[inject]} for inject in titles if inject in count]
