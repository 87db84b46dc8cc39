"""Whether the fields of a form have what their kinds need, and nothing their kinds do not know."""

from collections.abc import Iterable

from injects.inject import FormColumn, FormField, FormOption
from scenarios.checking.doubles import report_doubled_ids
from scenarios.checking.finder import Finder
from scenarios.node import Path
from scenarios.quote import quote

CHOICES = frozenset({"choice", "choices"})


def check_field(finder: Finder, path: Path, field: FormField) -> None:
    """Find options and columns that are missing or too many, and those that are there twice."""
    for key, entries in (("options", field.options), ("columns", field.columns)):
        report_doubled_ids(finder, (*path, key), entries)
        _report_alike(finder, (*path, key), entries)
    if not finder.is_sound((*path, "kind")):
        return
    has_options, has_columns = bool(field.options), bool(field.columns)
    # What another kind has shows that another is meant: what this one lacks is not asked for then.
    if has_options and field.kind not in CHOICES:
        near = "" if has_columns else "choice"
        finder.report_key((*path, "options"), "options_not_allowed", kind=field.kind, nearest=near)
    elif has_columns and field.kind != "table":
        near = "" if has_options else "table"
        finder.report_key((*path, "columns"), "columns_not_allowed", kind=field.kind, nearest=near)
    elif field.kind in CHOICES and not has_options:
        finder.report(path, "missing_options", kind=field.kind)
    elif field.kind == "table" and not has_columns:
        finder.report(path, "missing_columns", kind=field.kind)


def _report_alike(finder: Finder, path: Path, entries: Iterable[FormOption | FormColumn]) -> None:
    # Those that are only a label have no other name by which to tell them apart.
    seen: set[tuple[tuple[str, str], ...]] = set()
    for place, entry in enumerate(entries):
        if not finder.states((*path, place, "id")):
            words = tuple(entry.label.every().items())
            if words in seen:
                finder.report((*path, place), "named_twice", value=quote(words[0][1]))
            seen.add(words)
