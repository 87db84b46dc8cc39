"""A response laid out to be read: its words, the options it had and chose, its fields and tables."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from babel.dates import format_date

from injects.form_answer import is_blank
from web.words import LOCALES

Part = dict[str, Any]


def answer_parts(inject: Mapping[str, Any], content: Mapping[str, Any], language: str) -> list[Part]:
    """Give the parts of a response in reading order; words of the team stay as they were written."""
    parts: list[Part] = []
    if inject["options"]:
        chosen = [content["option"]] if "option" in content else content.get("options", [])
        parts.append({"kind": "options", "options": _options(inject["options"], chosen)})
    for name in ("text", "rationale"):
        if name in content:
            parts.append({"kind": name, "words": content[name]})
    written = content.get("fields", {})
    parts += [_field(field, written.get(field["id"]), language) for field in inject["fields"]]
    return parts


def _options(options: list[dict[str, Any]], chosen: list[str]) -> list[Part]:
    return [{"label": one["label"], "chosen": one["id"] in chosen} for one in options]


def _field(field: Mapping[str, Any], value: Any, language: str) -> Part:
    part: Part = {"kind": "field", "label": field["label"], "shape": "words", "words": value}
    if is_blank(value):
        return part | {"shape": "blank"}
    if field["kind"] == "table" and isinstance(value, list):
        return part | {"shape": "table"} | _table(field["columns"], value)
    if field["kind"] in ("choice", "choices"):
        offered = [{"id": name, "label": label} for name, label in field["options"].items()]
        return part | {"shape": "options", "options": _options(offered, value if isinstance(value, list) else [value])}
    if field["kind"] == "date" and isinstance(value, str):
        return part | {"shape": "ours", "words": _date(value, language)}
    return part


def _table(columns: list[dict[str, Any]], rows: list[Any]) -> Part:
    # A draft that was taken over holds what stood there, finished or not.
    written = [row for row in rows if isinstance(row, Mapping) and not is_blank(row)]
    return {
        "columns": [column["label"] for column in columns],
        "rows": [[row.get(column["id"], "") for column in columns] for row in written],
    }


def _date(written: str, language: str) -> str:
    try:
        return format_date(date.fromisoformat(written), "long", locale=LOCALES[language])
    except ValueError:
        return written
