"""A programme's results as tables: the fairness report and the list of an award, the same for CSV, XLSX and PDF."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from scenarios.calls.call import Call
from scoring.fairness.rates import Report, Row
from scoring.rounding import two_decimals
from web.paper.table import Cell, Table
from web.programme.words import AWARD_STATES
from web.words import N_, say

RATE_COLUMNS = (
    N_("Group"), N_("Teams that took part"), N_("Teams chosen"), N_("Women in them"), N_("Women chosen"),
    N_("Rate of teams (percent)"), N_("Rate of women (percent)"), N_("Below four fifths"),
)  # fmt: skip
LIST_COLUMNS = (N_("Place"), N_("Code"), N_("Score"), N_("Seats"), N_("State"))
HIDDEN = N_("Groups so small that their numbers would show a few people stand without numbers, and others with them.")
FOUR_FIFTHS = N_("A rate below four fifths of the highest is a reason to look, not proof of anything.")


def rate_tables(call: Call, report: Report, language: str) -> list[Table]:
    """Give a table per attribute; what is suppressed stands empty."""
    notes = (say(language, HIDDEN), say(language, FOUR_FIFTHS))
    heads = tuple(say(language, one) for one in RATE_COLUMNS)
    total = Table(say(language, N_("All")), heads, [_rates(say(language, N_("All")), report.total, language)], ())
    found = [total]
    for table in report.tables:
        attribute = call.attributes[table.attribute]
        rows = []
        for row in table.rows:
            known = attribute.values.get(row.value)
            name = known.say(language, call.languages) if known else row.value or say(language, N_("not said"))
            rows.append(_rates(name, row, language))
        found.append(Table(attribute.title.say(language, call.languages), heads, rows, notes))
    return found


def _rates(name: str, row: Row, language: str) -> Sequence[Cell]:
    if row.teams is None or row.women is None:
        return (name, None, None, None, None, None, None, None)
    alarm = say(language, N_("yes")) if row.alarm else say(language, N_("no"))
    return (
        name, row.teams.applied, row.teams.selected, row.women.applied, row.women.selected,
        _percent(row.teams.rate), _percent(row.women.rate), alarm,
    )  # fmt: skip


def _percent(rate: Fraction | None) -> Cell:
    return None if rate is None else two_decimals(100 * rate)


def award_table(page: Mapping[str, Any], award: Mapping[str, Any], language: str) -> Table:
    """Give what became of everybody in an award, by place."""
    rows = [
        (
            one["place"], one["code"], one["reason"]["score"], one["seats"] if one["state"] != "out" else None,
            _state(one, language),
        )
        for one in award["rows"]
    ]  # fmt: skip
    languages = page["call"].languages
    title = award["planned"].title.say(language, languages)
    return Table(title, tuple(say(language, one) for one in LIST_COLUMNS), rows, ())


def _state(one: Mapping[str, Any], language: str) -> str:
    words = AWARD_STATES[one["state"]][1]
    return say(language, words)
