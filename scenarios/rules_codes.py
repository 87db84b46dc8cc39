"""Every code a finding of a rules file or a ratings file can have, with its severity and its parameters."""

from collections.abc import Mapping

from scenarios.codes import CODES
from scenarios.finding import Severity

_ERRORS: dict[str, str] = {
    # Rules
    "not_number": "value",
    "empty_text": "",
    "unknown_tie": "value nearest",
    "target_without_due": "",
    "missing_randomness": "",
    # The table of ratings
    "missing_column": "column",
    "unknown_column": "value nearest",
    "column_twice": "column",
    "cell_without_column": "value",
    "bad_quotes": "value",
    "cell_too_long": "characters most",
    "too_many_cells": "most",
    # Its rows
    "missing_team": "",
    "missing_inject": "",
    "missing_criterion": "",
    "missing_rater": "",
    "missing_level": "",
    "missing_value": "team inject",
    "missing_seconds": "team inject",
    "unknown_state": "value nearest",
    "criterion_not_asked": "criterion inject",
    "negative_seconds": "value",
    "rated_twice": "rater criterion",
    "contradictory_state": "value line",
    "contradictory_value": "value line",
    "contradictory_seconds": "value line",
    # The rows of a table of unit, rater, value
    "missing_unit": "",
    "empty_value": "unit rater",
    "value_not_observed": "value",
    "unit_rated_twice": "rater unit line",
    # Rules of a selection
    "unknown_choice": "key value choices nearest",
    "by_or_where": "",
    "cap_twice": "first second",
    "floor_twice": "first second",
    "attribute_without_column": "value nearest",
    # The rows of a table of candidates
    "missing_id": "",
    "missing_size": "",
    "missing_merit": "",
    "missing_attribute": "attribute",
    "candidate_twice": "id line",
    "least_above_size": "least size",
    "tie_without_randomness": "ids",
}
_WARNINGS: dict[str, str] = {
    "lapsed_but_rated": "team inject",
    "penalty_without_team": "team",
    "floor_above_seats": "floor min seats",
    "floor_above_cap": "floor min cap most",
    "value_without_candidate": "attribute value nearest",
    "order_by_code_point": "value",
}


def _table(severity: Severity, codes: Mapping[str, str]) -> dict[str, tuple[Severity, tuple[str, ...]]]:
    return {code: (severity, tuple(names.split())) for code, names in codes.items()}


RULES_CODES: Mapping[str, tuple[Severity, tuple[str, ...]]] = {
    **CODES,
    **_table("error", _ERRORS),
    **_table("warning", _WARNINGS),
}
