"""What is held about one person, as one document she can take with her; and what erasing her would take away."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Text, cast, or_, select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.kinds import HOUSE_STREAM, drill_stream
from simulator.reading.play import own_rows
from simulator.refusal import Refusal
from simulator.rows import (
    Appeal,
    Consent,
    Delivery,
    Draft,
    Drill,
    HotwashNote,
    LogRow,
    Participant,
    PauseRequest,
    Rating,
    Response,
    SeatHolder,
    Team,
    WebSession,
)

FORMAT = 1
# Who agreed to what is for her own eyes: staff that could see who said no would have made it a condition.
HER_OWN_KINDS = ("consents_chosen", "consent_given", "consent_withdrawn")  # the latter two: logs of earlier versions


def own_held(session: Session, now: datetime, actor: Actor) -> dict[str, Any]:
    """Give a participant all that is held about her, also what nobody else may read."""
    participant, team, drill = own_rows(session, actor)
    own = Consent.participant_id == participant.id
    return _held(session, now, participant, team, drill, kinds_left_out=()) | {
        "consents": [
            {
                "purpose": one.purpose, "notice": one.notice, "given_at": _at(one.given_at),
                "withdrawn_at": _at(one.withdrawn_at),
            }
            for one in session.scalars(select(Consent).where(own).order_by(Consent.given_at, Consent.id))
        ],
        "pause_requests": [
            {"asked_at": _at(one.asked_at), "answered_at": _at(one.answered_at)}
            for one in session.scalars(select(PauseRequest).where(PauseRequest.participant_id == participant.id))
        ],
    }  # fmt: skip


def held_about(session: Session, now: datetime, actor: Actor, *, drill_id: str, participant_id: str) -> dict[str, Any]:
    """Give what is held about a participant, to be handed to her; her consents and pauses only she can take herself."""
    participant, team = participant_of(session, drill_id, participant_id)
    held = _held(session, now, participant, team, session.get_one(Drill, drill_id), kinds_left_out=HER_OWN_KINDS)
    # With it anybody would come back as her.
    del held["person"]["short_code"]
    return held | {"only_by_herself": ["consents", "pause_requests", "short_code"]}


def participant_of(session: Session, drill_id: str, participant_id: str) -> tuple[Participant, Team]:
    """Give a participant of a drill, also one who was taken out, with her team; refuse anybody else."""
    participant = session.get(Participant, participant_id)
    team = session.get(Team, participant.team_id) if participant else None
    if participant is None or team is None or team.drill_id != drill_id:
        raise Refusal("not_found")
    return participant, team


def _held(
    session: Session, now: datetime, one: Participant, team: Team, drill: Drill, *, kinds_left_out: Iterable[str]
) -> dict[str, Any]:
    seats = select(SeatHolder.seat).where(SeatHolder.participant_id == one.id).order_by(SeatHolder.seat)
    notes = select(HotwashNote).where(HotwashNote.participant_id == one.id).order_by(HotwashNote.question)
    return {
        "format": FORMAT, "kind": "participant", "made_at": _at(now),
        "drill": {"id": drill.id, "name": drill.name, "rehearsal": drill.rehearsal, "state": drill.state},
        "team": {"id": team.id, "name": team.name},
        "person": {
            "id": one.id, "name": one.name, "language": one.language, "short_code": one.short_code, "bot": one.bot,
            "joined_at": _at(one.joined_at), "removed_at": _at(one.removed_at), "away_since": _at(one.away_since),
            "erased_at": _at(one.erased_at), "notice": one.notice, "notice_read_at": _at(one.notice_read_at),
        },
        "seats": list(session.scalars(seats)),
        "responses": _responses(session, one, published=drill.published_at is not None),
        "drafts": _drafts(session, one),
        "hotwash": [{"question": note.question, "text": note.text} for note in session.scalars(notes)],
        "appeals": _appeals(session, one),
        "sessions": sessions_held(session, WebSession.participant_id == one.id),
        "log": log_held(session, drill_stream(drill.id), f"participant:{one.id}", one.id, kinds_left_out),
        "kept_as_digests": ["return link", "session tokens", "name and responses in the log"],
    }  # fmt: skip


def _responses(session: Session, one: Participant, *, published: bool) -> list[dict[str, Any]]:
    query = select(Response, Delivery.inject).join(Delivery).where(Response.participant_id == one.id)
    found = session.execute(query.order_by(Delivery.position, Response.version)).all()
    ratings = _ratings(session, one) if published else {}
    return [
        {
            "inject": inject, "version": response.version, "state": response.state, "current": response.current,
            "content": response.content, "typed_at": _at(response.typed_at), "received_at": _at(response.received_wall),
            "erased_at": _at(response.erased_at),
            # Ratings are nobody's to read before they are published.
            **({"ratings": ratings.get(response.id, [])} if published else {}),
        }
        for response, inject in found
    ]  # fmt: skip


def _ratings(session: Session, one: Participant) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    query = select(Response.id, Rating).join(Rating, Rating.response_id == Response.id)
    hers = query.where(Response.participant_id == one.id, Rating.current)
    # By no order that would tell one evaluator from another.
    for response_id, rating in session.execute(hers.order_by(Rating.criterion, Rating.level, Rating.sentence)):
        told = {"criterion": rating.criterion, "level": rating.level, "sentence": rating.sentence}
        found.setdefault(response_id, []).append(told)
    return found


def _drafts(session: Session, one: Participant) -> list[dict[str, Any]]:
    query = select(Draft, Delivery.inject).join(Delivery, Delivery.id == Draft.delivery_id)
    hers = query.where(or_(Draft.participant_id == one.id, Draft.stood_by == one.id)).order_by(Delivery.position)
    return [
        {
            "inject": inject,
            "content": draft.content if draft.participant_id == one.id else None,
            "as_it_stood": draft.stood if draft.stood_by == one.id else None,
        }
        for draft, inject in session.execute(hers)
    ]


def _appeals(session: Session, one: Participant) -> list[dict[str, Any]]:
    hers = select(Appeal).where(Appeal.filed_by == one.id).order_by(Appeal.filed_at, Appeal.id)
    return [
        {
            "inject": appeal.inject, "ground": appeal.ground, "words": appeal.words, "filed_at": _at(appeal.filed_at),
            "state": appeal.state, "reason": appeal.reason, "decided_at": _at(appeal.decided_at),
        }
        for appeal in session.scalars(hers)
    ]  # fmt: skip


def sessions_held(session: Session, whose: Any) -> list[dict[str, Any]]:
    """Give somebody's sessions, open and over."""
    return [
        {
            "opened_at": _at(one.created_at), "seen_at": _at(one.seen_at), "expires_at": _at(one.expires_at),
            "ended_at": _at(one.revoked_at), "browser": one.browser,
        }
        for one in session.scalars(select(WebSession).where(whose).order_by(WebSession.created_at, WebSession.id))
    ]  # fmt: skip


def log_held(
    session: Session, stream: str | None, actor: str, named: str, kinds_left_out: Iterable[str] = ()
) -> list[dict[str, Any]]:
    """Give the rows of the log that name somebody: kinds and times, for more would tell of others.

    *stream* None is every stream for what she did, and the house's for where she is named.
    """
    names_her = cast(LogRow.payload, Text).contains(named)
    did = LogRow.actor == actor
    where = did | ((LogRow.stream == HOUSE_STREAM) & names_her) if stream is None else did | names_her
    query = select(LogRow.stream, LogRow.wall_time, LogRow.kind, LogRow.actor).where(where)
    if stream is not None:
        query = query.where(LogRow.stream == stream)
    rows = session.execute(
        query.where(LogRow.kind.not_in(tuple(kinds_left_out))).order_by(LogRow.wall_time, LogRow.seq)
    )
    return [
        {"stream": row.stream, "at": _at(row.wall_time), "kind": row.kind, "by_herself": row.actor == actor}
        for row in rows
    ]


def _at(instant: datetime | None) -> str | None:
    return None if instant is None else instant.isoformat()
