"""What the page of an import shows: the list, its columns, its rows with what is said of each, and what comes of it."""

import json
import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from scenarios.exchange.choices import Choices, unnamed
from scenarios.finding import Finding
from scenarios.yaml_reader import read_yaml
from web.editor.forms.choices import Choices as Written
from web.editor.listing import AFTER
from web.facilitator.showing import CHANNELS
from web.importing.field_words import KIND_WORDS, choices_of, words_of_column, words_of_target
from web.importing.typed import Typed
from web.words import LANGUAGES, say
from web.words.findings import words_of_finding

_SPOKEN = re.compile(r" \[[A-Za-z0-9-]+\](?= \(\d+\)$|$)")
_OF_COLUMNS = ("column_unmapped", "date_order_assumed")


def page_of(given: Typed, told: Mapping[str, Any], language: str) -> dict[str, Any]:
    """Give the facts of the page, every sentence in the reader's language."""
    said = [_said(one, language) for one in told["findings"]]
    beside = _beside(said, told)
    names = _called(told["text"], language)
    lines = [_line(one, beside["row", one["number"]], language, names) for one in told["lines"]]
    targets = choices_of(language)
    known = {target for _title, group in targets for target, _words in group}
    columns = [
        _column(one, beside["column", one["place"] + 1], language, own=told["own"], known=known)
        for one in told["columns"]
    ]
    return {
        **told, "lines": lines, "columns": columns, "name": given.name, "start": given.start, "skip": given.skip,
        "findings": beside["file", 0],
        "errors": sum(one["severity"] == "error" for one in said),
        "warnings": sum(one["severity"] == "warning" for one in said),
        "title": _first(told["title"]), "stamp": _stamp(given, told), "names": _names(told),
        "known": not told["own"] and told["signature"] in given.choices.remembered,
        "spoken": [LANGUAGES.get(one, one) for one in told["languages"] if isinstance(one, str)],
        "targets": targets,
    }  # fmt: skip


def _said(one: Mapping[str, Any], language: str) -> dict[str, Any]:
    told = dict(one["parameters"])
    if "header" in told:
        told["header"] = words_of_column(told["header"], one["column"] - 1, language)
    finding = Finding(one["file"], one["line"], one["column"], one["severity"], one["code"], told)
    return {**one, "sentence": words_of_finding(finding, language)}


def _beside(said: Sequence[dict[str, Any]], told: Mapping[str, Any]) -> dict[tuple[str, int], list[dict[str, Any]]]:
    """Give findings by what they stand beside: a column from 1, a row, or the file as a whole."""
    columns = {one["place"] + 1 for one in told["columns"]}
    rows = {one["number"] for one in told["lines"] if one["number"]}
    found: dict[tuple[str, int], list[dict[str, Any]]] = defaultdict(list)
    for one in said:
        if one["line"] == told["header_row"] and one["code"] in _OF_COLUMNS and one["column"] in columns:
            found["column", one["column"]].append(one)
        else:
            found[("row", one["line"]) if one["line"] in rows else ("file", 0)].append(one)
    return found


def _called(text: str | None, language: str) -> Mapping[str, str]:
    """Give what seats and characters are called, by their ids, in the scenario that would be made."""
    plain = read_yaml(text.encode(), "").plain() if text else None
    choices = Written(plain, language)
    return dict((*choices.of("characters"), *choices.of("seats")))


def _named(ids: str, names: Mapping[str, str]) -> str:
    return ", ".join(names.get(one, one) for one in ids.split(", "))


def _line(
    one: Mapping[str, Any], findings: Sequence[Mapping[str, Any]], language: str, names: Mapping[str, str]
) -> dict[str, Any]:
    bad = any(finding["severity"] == "error" for finding in findings)
    words, channel = KIND_WORDS.get(one["kind"], ""), one["facts"].get("channel", "")
    told = say(language, words) if words else ""
    return {**one, "findings": findings, "bad": bad, "kind_words": told, "time": _when(one, language),
            "way": say(language, CHANNELS[channel]) if channel in CHANNELS else channel,
            "people": [_named(one["facts"].get(key, ""), names) for key in ("from", "to")]}  # fmt: skip


def _column(
    one: Mapping[str, Any], findings: Sequence[Mapping[str, Any]], language: str, *, own: bool, known: Collection[str]
) -> dict[str, Any]:  # fmt: skip
    shown = words_of_column(one["name"], one["place"], language)
    # In a list of ours the header alone says which language a column has.
    spoken = _SPOKEN.search(one["name"]) if own and " " not in one["target"] else None
    target = f"{one['target']}{spoken[0]}" if spoken else one["target"]
    return {
        **one, "findings": findings, "shown": shown,
        # Behind the word "column", that of a column without a header is its number.
        "called": str(one["place"] + 1) if one["name"] == unnamed(one["place"]) else one["name"],
        "target_words": words_of_target(target, language),
        "found_words": words_of_target(one["found"], language),
        "unusual": one["target"] not in known, "corrected": one["chosen"] and one["target"] != one["found"],
    }  # fmt: skip


def _when(one: Mapping[str, Any], language: str) -> str:
    """Say when an inject comes, by the clock or after another one; nothing where a hand decides."""
    before = one["facts"].get("after")
    return say(language, AFTER, inject=before) if before else drill_time(one["at"])


def drill_time(seconds: float | None) -> str:
    """Say a time of the drill the way its clock does; nothing where a hand decides."""
    if seconds is None:
        return ""
    minutes, rest = divmod(int(seconds), 60)
    return f"T+{minutes // 60:02}:{minutes % 60:02}" + (f":{rest:02}" if rest else "")


def _names(told: Mapping[str, Any]) -> str:
    return json.dumps([] if told["own"] else [one["name"] for one in told["columns"]], ensure_ascii=False)


def _stamp(given: Typed, told: Mapping[str, Any]) -> str:
    """Name the choices as the form sends them where nobody changes anything."""
    columns = {} if told["own"] else {one["name"]: one["target"] for one in told["columns"]}
    title = _first(told["title"])
    said = title if title and not told["own"] and title != told["found_title"] else None
    shown = Choices(told["sheet"], told["header_row"], columns, {}, told["language"], said)
    return replace(given, choices=shown).stamp


def _first(title: Any) -> str:
    return str(next(iter(title.values()), "") if isinstance(title, Mapping) else title)
