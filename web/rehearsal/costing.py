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
        "teams": teams(language, told.teams), "most": told.most, "minutes": number(language, told.assumed.minutes),
        "ratings": say_count(language, "%(n)s rating", "%(n)s ratings", told.assumed.raters),
        "hours": number(language, told.hours),
    }  # fmt: skip
    return Section(
        title,
        (
            say(
                language, N_("%(hours)s hours: %(teams)s × %(most)s responses × %(ratings)s × %(minutes)s min."),
                **facts,
            ),
            say(
                language, N_("A team sends %(responses)s responses that people rate, by the way it goes; all together "
                "they are %(all)s ratings with %(levels)s levels on criteria."),
                responses=between(told.least, told.most), all=told.responses, levels=told.levels,
            ),
            say(
                language, N_("Taken for granted: every team goes the way with most of them and answers in time; to "
                "read a response once and rate it on all its criteria takes %(minutes)s minutes; what options alone "
                "score costs nobody anything."), minutes=facts["minutes"],
            ),
        ),
    )  # fmt: skip
