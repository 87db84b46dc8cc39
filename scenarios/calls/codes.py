"""Every code a finding of a call can have beside those of scenarios, with its severity and its parameters."""

from collections.abc import Mapping

from scenarios.codes import CODES
from scenarios.finding import Severity

_ERRORS: dict[str, str] = {
    "no_call": "",
    "unknown_choice": "key value choices nearest",
    # Numbers, instants, addresses
    "not_number": "value",
    "bad_instant": "value",
    "instant_in_words": "value",
    "instant_without_time": "value",
    "instant_without_offset": "value",
    "bad_mail": "value",
    "unknown_zone": "value nearest",
    "closes_before_opens": "opens closes",
    "sizes_disordered": "smallest least most",
    # Attributes and what fills them
    "unknown_attribute": "value nearest",
    "unknown_attribute_value": "value attribute nearest",
    "attribute_without_values": "",
    "values_not_allowed": "",
    "bad_attribute_source": "attribute",
    "value_in_no_group": "value",
    "value_in_several_groups": "value",
    "attribute_unfilled": "attribute",
    "attribute_filled_twice": "attribute",
    "attribute_follows": "attribute source",
    "attribute_kind": "attribute kind",
    "options_of_attribute": "attribute",
    # Documents
    "unknown_role": "value nearest",
    "unknown_document_type": "value types nearest",
    # Stages and awards
    "unknown_award": "value nearest",
    "unknown_tie": "value nearest",
    "only_for_drills": "key",
    "seats_below_team": "seats least",
    "cap_twice": "first second",
    "floor_twice": "first second",
    "caps_below_seats": "sum seats",
    "floors_above_seats": "sum seats attribute",
    "floor_above_cap": "floor min cap most",
    "randomness_too_early": "at closes",
}
_WARNINGS: dict[str, str] = {
    "grace_long": "grace",
    "cap_above_seats": "max seats",
    "unused_role": "role",
}


def _table(severity: Severity, codes: Mapping[str, str]) -> dict[str, tuple[Severity, tuple[str, ...]]]:
    return {code: (severity, tuple(names.split())) for code, names in codes.items()}


OWN_CODES: Mapping[str, tuple[Severity, tuple[str, ...]]] = {
    **_table("error", _ERRORS),
    **_table("warning", _WARNINGS),
}
CALL_CODES: Mapping[str, tuple[Severity, tuple[str, ...]]] = {**CODES, **OWN_CODES}
