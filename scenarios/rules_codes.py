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
    "too_many_findings": "most",
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
}
_WARNINGS: dict[str, str] = {
    "lapsed_but_rated": "team inject",
    "penalty_without_team": "team",
}


def _table(severity: Severity, codes: Mapping[str, str]) -> dict[str, tuple[Severity, tuple[str, ...]]]:
    return {code: (severity, tuple(names.split())) for code, names in codes.items()}


RULES_CODES: Mapping[str, tuple[Severity, tuple[str, ...]]] = {
    **CODES,
    **_table("error", _ERRORS),
    **_table("warning", _WARNINGS),
}
