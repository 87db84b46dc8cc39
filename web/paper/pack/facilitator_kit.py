"""The facilitator's kit: the list with its times, every inject whole, what to say, and sheets to note what was done."""

import math
from itertools import pairwise
from typing import Any

from scenarios.scenario import Reply
from simulator.reading.inject import Words
from web.markdown import to_html
from web.paper.pack.attachments import files_apart
from web.paper.pack.kit import Kit, drill_title, seat_title
from web.paper.pack.staff_inject import line_of, whole_inject
from web.paper.pack.subject import Subject
from web.paper.pack.teams import PaperTeam
from web.paper.pack.timing import clock_words, drill_time, length_words, start_words
from web.participant.stopping import stop_words
from web.words import LANGUAGES

# What fits beside the names of teams on a sheet that lies on its side, and how many rows are left empty by hand.
INJECTS_A_SHEET, FLAGS_A_SHEET, UNNAMED_ROWS, DECISIONS = 10, 8, 12, 28


def facilitator_facts(subject: Subject, kit: Kit) -> dict[str, Any]:
    """Give what stands in the facilitator's kit in one language."""
    scenario, language = subject.scenario, kit.language
    say, start = Words(scenario, language), subject.start
    flags = [(say(words) or flag) for flag, words in scenario.flags.items()]
    ids = [inject.id for inject in subject.injects]
    return {
        "title": drill_title(subject, language), "scenario": say(scenario.title), "version": scenario.version,
        "summary": to_html(say(scenario.summary) or ""), "content_note": say(scenario.content_note) or "",
        "duration": length_words(scenario.duration), "endex": drill_time(scenario.duration),
        "start": start_words(start, kit.spoken) if start else None,
        "endex_clock": clock_words(start, scenario.duration),
        "teams": _teams(subject, language), "rows": [team.name for team in subject.teams if team.name],
        "lines": [line_of(subject, one, language) for one in subject.injects],
        "injects": [whole_inject(subject, one, language) for one in subject.injects],
        "delivery_sheets": _parted(ids, INJECTS_A_SHEET), "flag_sheets": _parted(flags, FLAGS_A_SHEET),
        "unnamed_rows": UNNAMED_ROWS, "decision_rows": DECISIONS, "files_apart": files_apart(subject, language),
        "replies": [_reply(subject, one, language) for one in scenario.replies.values()],
        "hotwash": [say(one) for one in scenario.hotwash], "stop": stop_words(),
        "lead": seat_title(subject, scenario.lead, language), "rated": bool(subject.rated),
    }  # fmt: skip


def _teams(subject: Subject, language: str) -> list[dict[str, Any]]:
    return [_team(subject, team, language) for team in subject.teams if team.name]


def _team(subject: Subject, team: PaperTeam, language: str) -> dict[str, Any]:
    others = [
        f"{seat_title(subject, seat, language)}: {LANGUAGES.get(spoken, spoken)}"
        for seat, spoken in team.seats.items()
        if spoken != team.language
    ]
    told = ", ".join((LANGUAGES.get(team.language, team.language), *others))
    return {"name": team.name, "code": team.code, "language": told}


def _reply(subject: Subject, reply: Reply, language: str) -> dict[str, Any]:
    say, characters = Words(subject.scenario, language), subject.scenario.characters
    from_ = reply.from_
    known = characters.get(from_) if isinstance(from_, str) else None
    name = say(known.name) if known else say(from_)
    return {"title": say(reply.title), "body": to_html(say(reply.body) or ""), "from": name}


def _parted(all_of_them: list[str], most: int) -> list[list[str]]:
    """Part a list into as few sheets as it takes, each about as full as the others."""
    sheets = math.ceil(len(all_of_them) / most)
    ends = [round(len(all_of_them) * sheet / sheets) for sheet in range(sheets + 1)] if sheets else []
    return [all_of_them[begin:end] for begin, end in pairwise(ends)]
