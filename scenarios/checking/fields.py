"""Whether the fields of a form have what their kinds need, and nothing their kinds do not know."""

from injects.inject import FormField
from scenarios.checking.doubles import report_doubled_ids
from scenarios.checking.finder import Finder
from scenarios.node import Path

CHOICES = frozenset({"choice", "choices"})


def check_field(finder: Finder, path: Path, field: FormField) -> None:
    """Find options and columns that are missing or too many, and those that are there twice."""
    report_doubled_ids(finder, (*path, "options"), field.options)
    report_doubled_ids(finder, (*path, "columns"), field.columns)
    if not finder.is_sound((*path, "kind")):
        return
    if field.kind in CHOICES and not field.options:
        finder.report(path, "missing_options", kind=field.kind)
    if field.kind not in CHOICES and field.options:
        finder.report_key((*path, "options"), "options_not_allowed", kind=field.kind)
    if field.kind == "table" and not field.columns:
        finder.report(path, "missing_columns", kind=field.kind)
    if field.kind != "table" and field.columns:
        finder.report_key((*path, "columns"), "columns_not_allowed", kind=field.kind)
