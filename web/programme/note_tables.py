"""The public method note as tables, for CSV, XLSX and PDF: the same facts as on its page, and no others."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from scenarios.calls.call import Call
from scoring.agreement.statistic import Statistic
from web.applicant.number_tables import number_tables
from web.paper.table import Cell, Table
from web.programme.tables import rate_tables
from web.programme.words import relaxed_words, seats_words
from web.words import N_, say
from web.words.instants import moments
from web.words.statistics import words_of_reason

WHAT, VALUE = N_("What"), N_("Value")
APPEALS = {
    "upheld": N_("Appeals that were upheld"),
    "rejected": N_("Appeals that were not upheld"),
    "open": N_("Appeals without a decision"),
}
Facts = list[tuple[str, Cell]]
View = Mapping[str, Any]


def note_tables(page: View, numbers: View, language: str) -> list[Table]:
    """Give the rules, the funnel where there is one, and for each stage what was decided, award by award."""
    call: Call = page["call"]
    tables = [_table(say(language, N_("Rules")), _rules(page, call, language), language)]
    if page["stages"] and numbers["steps"]:
        tables += number_tables(numbers, call, language, public=True)
    for stage in page["stages"]:
        title = stage["planned"].title.say(language, call.languages)
        tables.append(_table(title, _stage(stage, call, language), language))
        for award in stage["awards"]:
            named = award["planned"].title.say(language, call.languages)
            tables.append(_table(f"{named} · {title}", _award(award, call, language), language))
            rates = rate_tables(call, award["rates"], language)
            tables += [replace(one, title=f"{named} · {one.title}") for one in rates]
    return tables


def _table(title: str, facts: Facts, language: str) -> Table:
    return Table(title, (say(language, WHAT), say(language, VALUE)), facts)


def _rules(page: View, call: Call, language: str) -> Facts:
    facts: Facts = [
        (say(language, N_("Call")), call.title.say(language, call.languages)),
        (say(language, N_("Published")), _at(language, page["published_at"], call)),
        (say(language, N_("SHA-256 of the rules")), page["rules"]),
    ]
    if page["head"] and page["stages"]:
        head = f"{page['head']['seq']} {page['head']['hash']}"
        facts.append((say(language, N_("Head of the programme's log")), head))
    return facts


def _stage(stage: View, call: Call, language: str) -> Facts:
    planned, final = stage["planned"], stage["final_at"]
    since = N_("Final since") if final else N_("Provisional since")
    source = planned.randomness.source.say(language, call.languages)
    facts: Facts = [
        (say(language, since), _at(language, final or stage["provisional_at"], call)),
        (say(language, N_("The draw")), stage["randomness"]),
        (say(language, N_("Where the draw comes from")), source),
    ]
    if stage["statistics"]:
        facts += _agreement(stage["statistics"], language)
    for state, words in APPEALS.items():
        facts.append((say(language, words), stage["appeals"].get(state, 0)))
    return facts


def _agreement(found: View, language: str) -> Facts:
    overall = found["overall"]
    value: Cell = (
        words_of_reason(Statistic(None, overall["reason"], overall["facts"]), language)
        if overall["value"] is None else round(overall["value"], 3)
    )  # fmt: skip
    return [
        (say(language, N_("Levels")), found["ratings"]),
        (say(language, N_("Evaluators")), found["raters"]),
        (say(language, N_("Krippendorff's alpha, ordinal")), value),
    ]


def _award(award: View, call: Call, language: str) -> Facts:
    def _(words: str, /) -> str:
        return say(language, words)

    facts: Facts = [
        (_("Candidates"), award["candidates"]), (_("Below a criterion's threshold"), award["out"]),
        (_("Teams chosen"), award["teams"]), (_("Seats given"), award["given"]),
        (_("Seats"), award["planned"].seats), (_("On the waitlist"), award["waiting"]),
    ]  # fmt: skip
    if award["cut"]:
        facts += [(_("Score at which the seats run out"), award["cut"]), (_("Statistically tied"), award["band"])]
    gave_way = [relaxed_words(call, one, language) for one in award["relaxed"]]
    facts += [(_("What gave way"), one) for one in gave_way or [_("Every cap and every floor of the call holds.")]]
    exceptions = [
        f"{one['code']}: {seats_words(one['seats'], language)} – {one['note']}" for one in award["derogations"]
    ]  # fmt: skip
    facts += [(_("Exceptions"), one) for one in exceptions or [_("None.")]]
    return [
        *facts, (_("SHA-256 of the list that two people signed"), award["signed"]),
        (_("Row of the programme's log"), f"{award['seq']} {award['hash']}"),
    ]  # fmt: skip


def _at(language: str, instant: datetime, call: Call) -> str:
    return moments(language, instant, call.windows.zones)[-1]
