"""What a team wrote into a form, field by field.

The value of a field, by its kind: ``text`` a string; ``number`` a string or a number, stored as a decimal
string; ``date`` a string YYYY-MM-DD; ``choice`` an option's id; ``choices`` a list of ids; ``table`` a list
of rows, each a mapping from column id to string. A field left blank is left out of the stored answer.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from injects.answer_error import AnswerError
from injects.inject import FieldKind, FormField
from injects.words import MOST_CHARACTERS, count_words

# People in most of Latin America write a decimal comma.
_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(?:[.,][0-9]{1,15})?")
_MOST = 10**15
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def is_blank(value: Any, depth: int = 3) -> bool:
    """Say whether a value holds no words: nothing, white space, or only such things inside."""
    # A table is a list of mappings of strings; what nests deeper is not ours, and is not walked.
    inside: Iterable[Any]
    match value:
        case None:
            return True
        case str():
            return not value.strip()
        case Mapping():
            inside = value.values()
        case list() | tuple():
            inside = value
        case _:
            return False
    return depth > 0 and all(is_blank(entry, depth - 1) for entry in inside)


def check_fields(fields: Iterable[FormField], written: Mapping[str, Any]) -> dict[str, Any]:
    """Give the written values in their stored shape, in the order of the form; raise ``AnswerError``."""
    known = {field.id: field for field in fields}
    for name in written:
        if name not in known:
            raise AnswerError("field_unknown", field=str(name)[:64])
    values: dict[str, Any] = {}
    for name, field in known.items():
        if not is_blank(written.get(name)):
            values[name] = _CHECKS[field.kind](field, written[name])
        elif field.required:
            raise AnswerError("field_required", field=name)
    return values


def _text(field: FormField, value: Any) -> str:
    return _words(field, value, field.max_words).strip()


def _number(field: FormField, value: Any) -> str:
    written = _written(value)
    if not _NUMBER.fullmatch(written):
        raise AnswerError("field_bad_number", field=field.id, value=written[:64])
    return written.replace(",", ".").removeprefix("+")


def _date(field: FormField, value: Any) -> str:
    written = _written(value)
    try:
        if _DATE.fullmatch(written):
            return date.fromisoformat(written).isoformat()
    except ValueError:
        pass
    raise AnswerError("field_bad_date", field=field.id, value=written[:64])


def _written(value: Any) -> str:
    if isinstance(value, str):
        return value.strip()
    # Bounded first: an integer of a million digits cannot be written at all.
    number = isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _MOST
    return f"{value:.15g}" if number else ""


def _choice(field: FormField, value: Any) -> str:
    if value not in [option.id for option in field.options]:
        raise AnswerError("field_option_unknown", field=field.id, option=_written(value)[:64])
    return str(value)


def _choices(field: FormField, value: Any) -> list[str]:
    if not isinstance(value, list | tuple):
        raise AnswerError("field_wrong_kind", field=field.id, kind=field.kind)
    chosen = {_choice(field, entry) for entry in value}
    return [option.id for option in field.options if option.id in chosen]


def _table(field: FormField, value: Any) -> list[dict[str, str]]:
    if not isinstance(value, list | tuple) or not all(isinstance(row, Mapping) for row in value):
        raise AnswerError("field_wrong_kind", field=field.id, kind=field.kind)
    rows = [_row(field, row) for row in value if not is_blank(row)]
    if len(rows) > field.rows:
        raise AnswerError("table_too_long", field=field.id, rows=len(rows), max_rows=field.rows)
    return rows


def _row(field: FormField, row: Mapping[str, Any]) -> dict[str, str]:
    columns = [column.id for column in field.columns]
    for column in row:
        if column not in columns:
            raise AnswerError("column_unknown", field=field.id, column=str(column)[:64])
    return {name: _words(field, row[name], None).strip() for name in columns if not is_blank(row.get(name))}


def _words(field: FormField, value: Any, max_words: int | None) -> str:
    if not isinstance(value, str):
        raise AnswerError("field_wrong_kind", field=field.id, kind=field.kind)
    if len(value) > MOST_CHARACTERS:
        raise AnswerError("field_too_large", field=field.id, characters=len(value), max_characters=MOST_CHARACTERS)
    if max_words is not None and (words := count_words(value)) > max_words:
        raise AnswerError("field_too_long", field=field.id, words=words, max_words=max_words)
    return value


_CHECKS: dict[FieldKind, Callable[[FormField, Any], Any]] = {
    "text": _text,
    "number": _number,
    "date": _date,
    "choice": _choice,
    "choices": _choices,
    "table": _table,
}
