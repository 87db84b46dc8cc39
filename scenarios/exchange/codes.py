"""Every code a finding about a file of the field can have, with its severity and its parameters."""

from collections.abc import Mapping

from scenarios.codes import CODES
from scenarios.finding import Severity

_ERRORS: dict[str, str] = {
    # The file
    "exchange_unknown_kind": "kinds",
    "sheet_unreadable": "reason",
    "sheet_page": "",
    "sheet_opendocument": "",
    "sheet_binary": "",
    "sheet_document": "",
    "sheet_other": "",
    "sheet_password": "",
    "sheet_macros": "entry",
    "sheet_too_much": "most",
    "quote_open": "",
    "sheet_missing": "value sheets nearest",
    "column_missing": "value columns nearest",
    "mapping_shape": "",
    "field_unknown": "value fields nearest",
    # The list in it
    "no_header_row": "",
    "wrong_letters": "value",
    "no_title_column": "columns",
    "no_rows": "",
    "formula_error": "value header",
    "bad_time": "value header",
    "row_without_words": "",
    "bad_cell": "header",
    # CEXF
    "json_syntax": "found",
}
_WARNINGS: dict[str, str] = {
    "below_list": "rows",
    "column_unmapped": "header",
    "hint_row": "value",
    "mapping_unused": "",
    "other_lists": "sheet sheets",
    "title_unused": "",
    "number_missing": "id",
    "number_changed": "value id",
    "number_repeated": "value id",
    "time_missing": "",
    "before_startex": "value",
    "after_endex": "value",
    "by_hand": "value",
    "date_order_assumed": "value order",
    "start_unused": "",
    "channel_guessed": "value",
    "cexf_changed": "",
    "cexf_dangling": "value",
    "cexf_duration": "value",
    "cexf_python": "",
    "cexf_repeated": "value",
    "cexf_trigger": "value",
    "cexf_unknown_key": "key",
    "cexf_uuid": "value",
    "formula_lost": "value header",
}


def _table(severity: Severity, codes: Mapping[str, str]) -> dict[str, tuple[Severity, tuple[str, ...]]]:
    return {code: (severity, tuple(names.split())) for code, names in codes.items()}


OWN_CODES: Mapping[str, tuple[Severity, tuple[str, ...]]] = {
    **_table("error", _ERRORS),
    **_table("warning", _WARNINGS),
}
EXCHANGE_CODES: Mapping[str, tuple[Severity, tuple[str, ...]]] = {**CODES, **OWN_CODES}
