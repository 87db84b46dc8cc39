"""How far evaluators agree, and how strict each is, as tables for CSV, XLSX and PDF: what the page of them shows."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from scoring.rounding import two_decimals
from web.evaluator.severity_words import FLAG_WORDS, leaning
from web.organizer.evaluator_words import reason_words
from web.paper.table import Cell, Table
from web.words import N_, say

READINGS = {
    "reliable": N_("reliable"),
    "tentative": N_("only for careful conclusions"),
    "unreliable": N_("not reliable: talk about this one"),
}
WEIGHTS = {"none": N_("none"), "linear": N_("linear"), "quadratic": N_("quadratic")}
Row = Mapping[str, Any]


def statistics_tables(told: Row, language: str) -> list[Table]:
    """Give agreement, the other figures, severity by evaluator, and each team's mean level raw and adjusted.

    Where severity cannot be told there are no tables of it, but a note that says so.
    """
    agreement = _agreement(told, language)
    severity = told["severity"]
    if severity["refused"]:
        return [agreement, _figures(told, language, (_refused(severity, language),))]
    return [agreement, _figures(told, language), _raters(told, language), _teams(severity["whose"], language)]


def _agreement(told: Row, language: str) -> Table:
    def _(words: str, /, **parameters: Any) -> str:
        return say(language, words, **parameters)

    heads = (_("What was rated"), _("Alpha"), _("What it says"), _("Responses"), _("Levels"))
    rows: list[list[Cell]] = [[_("All together"), *_alpha(told["overall"], language), None, told["ratings"]]]
    for one in (*told["criteria"], *told["injects"]):
        name = f"{one['id']} {one['title'] or ''}".strip()
        rows.append([name, *_alpha(one["alpha"], language), one["responses"], one["ratings"]])
    note = _(
        "%(ratings)s levels of %(raters)s evaluators. Alpha is 1 where they always agree and 0 where they agree by chance; from .80 on it is reliable, from .667 on for careful conclusions.",  # noqa: E501
        ratings=told["ratings"], raters=told["raters"],
    )  # fmt: skip
    return Table(_("Do evaluators agree?"), heads, rows, (note,))


def _alpha(one: Row, language: str) -> tuple[Cell, Cell]:
    if one["value"] is None:
        why = reason_words(one["reason"])
        return None, say(language, why)
    words = READINGS[one["reading"]]
    return _rounded(one["value"]), say(language, words)


def _figures(told: Row, language: str, more: tuple[str, ...] = ()) -> Table:
    def _(words: str, /, **parameters: Any) -> str:
        return say(language, words, **parameters)

    rows: list[list[Cell]] = [[name, *_figure(one, language)] for name, one in told["icc"].items()]
    for name, one in told["kappa"].items():
        weights = WEIGHTS[name]
        rows.append([_("kappa, weights: %(name)s", name=_(weights)), *_figure(one, language)])
    note = _(
        "Computed on what every evaluator has rated: %(units)s levels asked of %(raters)s.",
        units=told["block"]["units"], raters=told["block"]["raters"],
    )  # fmt: skip
    title = _("More figures: intraclass correlations and kappa")
    return Table(title, (_("Figure"), _("Value"), _("Why there is none")), rows, (note, *more))


def _figure(one: Row, language: str) -> tuple[Cell, Cell]:
    if one["value"] is not None:
        return _rounded(one["value"]), None
    why = reason_words(one["reason"])
    return None, say(language, why)


def _refused(severity: Row, language: str) -> str:
    if severity["refused"] != "raters_not_connected":
        return say(language, N_("It cannot be said yet: nothing has been rated by two."))
    words = N_("It cannot be said: these groups of evaluators share no response and no model answer.")
    return f"{say(language, words)} {' | '.join(', '.join(one) for one in severity['groups'])}"


def _raters(told: Row, language: str) -> Table:
    def _(words: str, /) -> str:
        return say(language, words)

    heads = (_("Evaluator"), _("Levels"), _("Severity"), _("Error"), _("What it says"), _("What stands out"))
    rows: list[list[Cell]] = [
        [
            one["name"], one["ratings"], _rounded(one["severity"]), _rounded(one["error"]),
            _("too few levels to say") if one["few"] else _(leaning(one["severity"], len(told["levels"]) - 1)),
            _stands_out(one, language),
        ]
        for one in told["severity"]["raters"]
    ]  # fmt: skip
    note = _(
        "Severity is how far, on average, somebody's levels lie from those of others for the same responses; below zero is strict. It is drawn towards zero where there are few levels."  # noqa: E501
    )
    return Table(_("Is somebody stricter?"), heads, rows, (note,))


def _stands_out(one: Row, language: str) -> str | None:
    found = [say(language, N_("beyond what arithmetic should correct: look at her ratings together"))] * one["capped"]
    for flag in one["flags"]:
        words = FLAG_WORDS[flag["code"]]
        found.append(f"{say(language, words)} ({_rounded(flag['figure'])})")
    return "; ".join(found) or None


def _teams(whose: list[Row], language: str) -> Table:
    def _(words: str, /) -> str:
        return say(language, words)

    heads = (_("Team"), _("As given"), _("Without severity"), _("Difference"), _("Levels asked"))
    rows: list[list[Cell]] = [
        [one["name"], _rounded(one["raw"]), _rounded(one["adjusted"]), _rounded(one["adjusted"] - one["raw"]),
         one["units"]]
        for one in whose
    ]  # fmt: skip
    note = _("Reported always, applied to scores only where the rules of score say so.")
    return Table(_("Mean level of each team, as given and without severity"), heads, rows, (note,))


def _rounded(value: float | None) -> Cell:
    return None if value is None else two_decimals(Fraction(value))
