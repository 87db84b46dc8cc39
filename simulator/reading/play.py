"""A participant's place: her drill, her team, herself; what her page starts from."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.frozen import scenario_of
from simulator.notice import notice_is_due
from simulator.reading.clock import clock_view, milliseconds
from simulator.reading.inject import Words
from simulator.reading.members import members_view
from simulator.reading.pauses import own_pause
from simulator.reading.shapes import DRAFTS, LEARNING, PLACE, shaped
from simulator.refusal import Refusal
from simulator.rows import Delivery, Draft, Drill, HotwashNote, Participant, Team


def own_place(session: Session, now: datetime, actor: Actor) -> dict[str, Any]:
    """Give what a participant's page shows besides her team's events."""
    participant, team, drill = own_rows(session, actor)
    scenario = scenario_of(session, drill.scenario_digest)
    say = Words(scenario, participant.language)
    place = {
        "drill": {
            "id": drill.id, "name": drill.name, "title": say(scenario.title), "summary": say(scenario.summary),
            "rehearsal": drill.rehearsal, "time_zone": drill.time_zone, "languages": list(scenario.languages),
            "content_note": say(scenario.content_note), "ai_allowed": drill.ai_allowed,
        },
        "clock": clock_view(drill, now),
        "team": {"id": team.id, "name": team.name, "members": members_view(session, team.id)},
        "me": {
            "id": participant.id, "name": participant.name, "language": participant.language,
            "short_code": participant.short_code, "notice_due": notice_is_due(participant),
            "pause": own_pause(session, participant.id),
        },
        "seats": [
            {"id": name, "title": say(seat.title), "brief": say(seat.brief), "deputy": seat.deputy}
            for name, seat in scenario.seats.items()
        ],
        "lead": scenario.lead,
        "hotwash": _hotwash(session, say, team, participant),
    }  # fmt: skip
    return shaped(PLACE, place, "own_place")  # type: ignore[no-any-return]


def own_rows(session: Session, actor: Actor) -> tuple[Participant, Team, Drill]:
    """Give a participant's own rows; refuse her once she was removed or moved."""
    participant = session.get(Participant, actor.id)
    if participant is None or participant.removed_at is not None or participant.team_id != actor.team_id:
        raise Refusal("not_found")
    team = session.get_one(Team, participant.team_id)
    return participant, team, session.get_one(Drill, team.drill_id)


def _hotwash(session: Session, say: Words, team: Team, participant: Participant) -> list[dict[str, Any]] | None:
    if team.hotwash_at is None:
        return None
    written = {
        note.question: note.text
        for note in session.scalars(
            select(HotwashNote).where(HotwashNote.team_id == team.id, HotwashNote.participant_id == participant.id)
        )
    }
    return [
        {"question": place, "words": say(question), "text": written.get(place, "")}
        for place, question in enumerate(say.scenario.hotwash)
    ]


def own_drafts(session: Session, now: datetime, actor: Actor) -> dict[str, dict[str, Any]]:
    """Give the team's drafts by inject: the words, who wrote them, and whether they wait for the lead."""
    own_rows(session, actor)
    query = (
        select(Delivery.inject, Draft, Participant.name)
        .join(Draft, Draft.delivery_id == Delivery.id)
        .outerjoin(Participant, Participant.id == Draft.participant_id)
        .where(Delivery.team_id == actor.team_id)
    )
    drafts = {
        inject: {
            "content": draft.content, "by": name, "saved_at": milliseconds(draft.saved_at),
            "proposed_at": milliseconds(draft.proposed_at),
        }
        for inject, draft, name in session.execute(query)
    }  # fmt: skip
    return shaped(DRAFTS, drafts, "own_drafts")  # type: ignore[no-any-return]


def own_learning(session: Session, now: datetime, actor: Actor) -> list[dict[str, Any]]:
    """Give what opens after ENDEX: per delivered inject what was expected and the feedback of the options chosen.

    Closed until the team's hotwash, and while another drill plays the same scenario, so that nobody can answer
    from it (rules.md 23).
    """
    participant, team, drill = own_rows(session, actor)
    if team.hotwash_at is None or _is_played_elsewhere(session, drill):
        return []
    scenario = scenario_of(session, drill.scenario_digest)
    say = Words(scenario, participant.language)
    query = select(Delivery).where(Delivery.team_id == team.id, Delivery.delivered_at.is_not(None))
    learning = []
    for delivery in session.scalars(query.order_by(Delivery.delivered_at, Delivery.position)):
        inject = scenario.inject(delivery.inject)
        options = inject.ask.options if inject.ask else ()
        learning.append(
            {
                "inject": inject.id, "title": say(inject.title), "state": delivery.state,
                "expected": [say(one) for one in inject.expected],
                "options": [
                    {"id": one.id, "label": say(one.label), "feedback": say(one.feedback)}
                    for one in options if one.feedback
                ],
            }
        )  # fmt: skip
    return shaped(LEARNING, learning, "own_learning")  # type: ignore[no-any-return]


def _is_played_elsewhere(session: Session, drill: Drill) -> bool:
    same = select(Drill.id).where(Drill.scenario_digest == drill.scenario_digest, Drill.id != drill.id)
    return session.scalar(same.where(Drill.state.in_(("running", "paused"))).limit(1)) is not None
