"""A row of the log as a person reads it: words for its kind, names of today, and its details."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from web.audit.kind_words import ACTORS, ERASED, UNKNOWN, WORDS
from web.facilitator.showing import t_plus
from web.words import say

COLUMNS = ("seq", "at", "drill_seconds", "kind", "words", "actor", "actor_name", "team", "team_name", "payload", "hash")
SHORTENED = 12


def row_view(row: Mapping[str, Any], language: str) -> dict[str, Any]:
    """Give what one row shows."""
    return {
        "seq": row["seq"], "at": row["at"], "drill_time": t_plus(row["drill_time"]), "kind": row["kind"],
        "words": kind_words(row["kind"], language), "actor": row["actor"]["id"],
        "actor_name": name_of(row["actor"], language), "team": row["team"]["id"] if row["team"] else None,
        "team_name": name_of(row["team"], language) if row["team"] else None,
        "details": list(_details(row, language)),
    }  # fmt: skip


def kind_words(kind: str, language: str) -> str:
    """Say a kind; one that a later version wrote is shown as it stands."""
    return say(language, WORDS[kind]) if kind in WORDS else kind


def name_of(who: Mapping[str, Any], language: str) -> str:
    """Name somebody as she is called today; who was erased has no name any more."""
    if who.get("erased"):
        return say(language, ERASED)
    if who.get("name"):
        return str(who["name"])
    kind = str(who.get("kind", ""))
    return say(language, ACTORS.get(kind, UNKNOWN)) if kind else str(who.get("id", ""))


def _details(row: Mapping[str, Any], language: str) -> Iterator[tuple[str, str]]:
    for name, value in row["payload"].items():
        if value is not None and value != "":
            yield name, _detail(value, row["named"], language)


def _detail(value: Any, named: Mapping[str, Any], language: str) -> str:
    if isinstance(value, list):
        return ", ".join(_detail(one, named, language) for one in value)
    if not isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    scope, _sign, id_ = value.rpartition(":")
    if id_ in named:
        return f"{scope}: {name_of(named[id_], language)}" if scope else name_of(named[id_], language)
    digest = len(value) == 64 and value.isalnum()
    return f"{value[:SHORTENED]}…" if digest else value


def csv_row(row: Mapping[str, Any], language: str) -> list[Any]:
    """Give one row of the export: ids and names beside each other, times in UTC, the payload as it was logged."""
    team = row["team"] or {}
    return [
        row["seq"], _utc(row["at"]), "" if row["drill_time"] is None else row["drill_time"] / 1000, row["kind"],
        kind_words(row["kind"], language), row["actor"]["id"], name_of(row["actor"], language), team.get("id", ""),
        name_of(team, language) if team else "", json.dumps(row["payload"], ensure_ascii=False, sort_keys=True),
        row["hash"],
    ]  # fmt: skip


def _utc(instant: datetime | None) -> str:
    return "" if instant is None else instant.astimezone(UTC).isoformat(timespec="milliseconds")
