"""A seat's kit: what the drill is, what the seat does, and a card per inject that is for it."""

from typing import Any

from web.markdown import to_html
from web.paper.pack.card import card_of
from web.paper.pack.kit import Kit, drill_title, seat_title
from web.paper.pack.subject import Subject, is_for
from web.paper.pack.teams import PaperTeam
from web.paper.pack.timing import length_words, start_words


def team_facts(subject: Subject, kit: Kit) -> dict[str, Any]:
    """Give what stands in the kit of one seat of one team."""
    scenario, language, spoken = subject.scenario, kit.language, kit.spoken
    team, name = _whose(kit)
    seat = scenario.seats[name]

    def told(text: Any) -> str:
        return text.say(language, scenario.languages) if text is not None else ""

    return {
        "title": drill_title(subject, language), "team": team, "seat": told(seat.title),
        "lead": name == scenario.lead, "lead_title": seat_title(subject, scenario.lead, language),
        "deputy": seat.deputy, "brief": told(seat.brief), "summary": to_html(told(scenario.summary)),
        "content_note": told(scenario.content_note), "duration": length_words(scenario.duration),
        "start": start_words(subject.start, spoken) if subject.start else None, "ai_allowed": subject.ai_allowed,
        "cards": [
            card_of(subject, inject, language, team.seed, name) for inject in subject.injects if is_for(inject, name)
        ],
    }  # fmt: skip


def _whose(kit: Kit) -> tuple[PaperTeam, str]:
    if kit.team is None or kit.seat is None:
        raise ValueError("a team's kit is a seat's of a team")
    return kit.team, kit.seat
