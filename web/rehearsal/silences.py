"""Where a team, or a seat of it, has nothing to do for longest."""

from simulator.rehearsing.quiet import Quiet
from simulator.rehearsing.report import Report
from web.paper.table import Table
from web.rehearsal.saying import clock, length
from web.rehearsal.section import Manner, Section
from web.words import N_, say


def silences(report: Report, language: str, manner: Manner) -> Section:
    """Say where nothing comes and nothing waits for an answer."""
    told, whole = report.quiets, say(language, N_("Whole team"))
    who = [(whole, told.longest), *((manner.seats[one.seat or ""], one) for one in told.longest_by_seat)]
    heads = (N_("Who"), N_("Starts at"), N_("Ends at"), N_("Length"), N_("Team"))
    times = (N_("Team"), N_("Starts at"), N_("Ends at"), N_("Length"))
    return Section(
        title=say(language, N_("The longest silence")),
        lines=(
            say(language, N_("Between STARTEX and the planned end: nothing comes, and no ask waits for an answer.")),
        ),
        tables=(
            Table(
                say(language, N_("The longest of any team")), tuple(say(language, head) for head in heads),
                [(name, *_when(one, language), one.team) for name, one in who],
            ),
            Table(
                say(language, N_("The longest of each team as a whole")), tuple(say(language, head) for head in times),
                [(one.team, *_when(one, language)) for one in told.teams],
            ),
        ),
    )  # fmt: skip


def _when(one: Quiet, language: str) -> tuple[str, str, str]:
    return clock(one.silence.start), clock(one.silence.end), length(language, one.silence.length)
