"""What the responses of a drill will cost its evaluators, and what that figure takes for granted."""

from simulator.rehearsing.report import Report
from web.rehearsal.saying import between, number, teams
from web.rehearsal.section import Manner, Section
from web.words import N_, say, say_count


def costing(report: Report, language: str, _manner: Manner) -> Section:
    """Say how many hours evaluators will need."""
    told = report.rating
    title = say(language, N_("What it costs the evaluators"))
    if not told.most:
        return Section(title, (say(language, N_("Nothing: no response is rated by people.")),))
    facts = {
        "teams": teams(language, told.teams), "minutes": number(language, told.assumed.minutes),
        "ratings": say_count(language, "%(n)s rating", "%(n)s ratings", told.assumed.raters),
        "responses": say_count(language, "%(n)s response", "%(n)s responses", told.most),
        "hours": number(language, told.hours),
    }  # fmt: skip
    words = N_("Not counted, since nobody has sent them by hand: %(injects)s.")
    by_hand = [say(language, words, injects=", ".join(report.by_hand))] if report.by_hand else []
    return Section(
        title,
        (
            say(
                language, N_("%(hours)s hours: %(teams)s × %(responses)s × %(ratings)s × %(minutes)s min."),
                **facts,
            ),
            say(
                language, N_("Responses of a team that people rate, by the way it goes: %(responses)s; all together "
                "they are %(all)s ratings with %(levels)s levels on criteria."),
                responses=between(told.least, told.most), all=told.responses, levels=told.levels,
            ),
            say(
                language, N_("Taken for granted: every team goes the way with most of them and answers in time; to "
                "read a response once and rate it on all its criteria takes %(minutes)s minutes; what options alone "
                "score costs nobody anything."), minutes=facts["minutes"],
            ),
            *by_hand,
        ),
    )  # fmt: skip
