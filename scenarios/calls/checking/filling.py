"""Whether each attribute that others depend on is filled by exactly one field of the application."""

from scenarios.calls.asked import ApplicationField
from scenarios.calls.checking.call_check import CallCheck
from scenarios.checking.doubles import report_doubled_ids
from scenarios.checking.fields import check_field
from scenarios.node import Path


def check_filling(check: CallCheck) -> None:
    """Find fields that cannot be filled in, and attributes that nothing fills."""
    report_doubled_ids(check, ("form",), check.call.form)
    filled: set[str] = set()
    for place, field in enumerate(check.call.form):
        path: Path = ("form", place)
        if field.attribute is None:
            check_field(check, path, field)
        else:
            _check_attribute(check, path, field, field.attribute, filled)
            filled.add(field.attribute)
    # What is unread might have filled it.
    if check.broken:
        return
    for name, attribute in check.call.attributes.items():
        if attribute.of is None and name not in filled:
            check.report_key(("attributes", name), "attribute_unfilled", attribute=name)


def _check_attribute(check: CallCheck, path: Path, field: ApplicationField, name: str, filled: set[str]) -> None:
    check.refer("unknown_attribute", name, "attributes", (*path, "attribute"))
    attribute = check.call.attributes.get(name)
    if attribute is None or not check.is_sound(("attributes", name)):
        return
    if attribute.of is not None:
        check.report((*path, "attribute"), "attribute_follows", attribute=name, source=attribute.of)
    elif name in filled:
        check.report((*path, "attribute"), "attribute_filled_twice", attribute=name)
    kind = "text" if attribute.free else "choice"
    if field.kind != kind:
        check.report((*path, "kind"), "attribute_kind", attribute=name, kind=kind)
    elif field.options:
        check.report_key((*path, "options"), "options_of_attribute", attribute=name)
    elif field.columns:
        check.report_key((*path, "columns"), "columns_not_allowed", kind=kind, nearest="")
