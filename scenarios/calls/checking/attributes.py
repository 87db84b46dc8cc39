"""Whether every attribute has values that can be known."""

from scenarios.calls.asked import Attribute
from scenarios.calls.checking.call_check import CallCheck
from scenarios.node import Path


def check_attributes(check: CallCheck) -> None:
    """Find attributes without values, and groups that leave a value out or take it twice."""
    for name, attribute in check.call.attributes.items():
        path: Path = ("attributes", name)
        if attribute.free and (attribute.values or attribute.of is not None):
            check.report_key((*path, "free"), "values_not_allowed")
        elif not attribute.free and not attribute.values:
            check.report(path, "attribute_without_values")
        elif attribute.of is not None:
            _check_groups(check, name, attribute, attribute.of)
        elif attribute.groups:
            check.report(path, "missing_key", key="of")


def _check_groups(check: CallCheck, name: str, attribute: Attribute, of: str) -> None:
    path: Path = ("attributes", name)
    check.refer("unknown_attribute", of, "attributes", (*path, "of"))
    source = check.call.attributes.get(of)
    if source is None:
        return
    if source.free or source.of is not None:
        check.report((*path, "of"), "bad_attribute_source", attribute=of)
    elif not check.states((*path, "groups")):
        check.report(path, "missing_key", key="groups")
    else:
        _check_members(check, name, attribute, of)
        grouped = {value for members in attribute.groups.values() for value in members}
        for value in source.values if check.is_sound(("attributes", of, "values")) else ():
            if value not in grouped:
                check.report((*path, "groups"), "value_in_no_group", value=value)


def _check_members(check: CallCheck, name: str, attribute: Attribute, of: str) -> None:
    path: Path = ("attributes", name)
    seen: set[str] = set()
    for group, members in attribute.groups.items():
        check.check_value(name, group, (*path, "groups", group), at_key=True)
        for place, value in enumerate(members):
            check.check_value(of, value, (*path, "groups", group, place))
            if value in seen:
                check.report((*path, "groups", group, place), "value_in_several_groups", value=value)
            seen.add(value)
