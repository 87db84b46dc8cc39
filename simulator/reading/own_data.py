"""What a participant may see and decide about herself, and what others may know of consents: how many, or yes or no."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.agreeing import consent_that_stands
from simulator.counting_consents import consents_counted
from simulator.frozen import scenario_of
from simulator.notice import PURPOSES, controller_of, notice_is_due
from simulator.reading.inject import Words
from simulator.reading.play import own_rows
from simulator.refusal import Refusal
from simulator.rows import Consent, Drill, SeatHolder


def own_page(session: Session, now: datetime, actor: Actor) -> dict[str, Any]:
    """Give a participant her own facts: who she is here, what she has read, and each consent with its history."""
    participant, team, drill = own_rows(session, actor)
    scenario = scenario_of(session, drill.scenario_digest)
    say = Words(scenario, participant.language)
    held = set(session.scalars(select(SeatHolder.seat).where(SeatHolder.participant_id == participant.id)))
    return {
        "drill": {
            "id": drill.id, "name": drill.name, "rehearsal": drill.rehearsal, "ai_allowed": drill.ai_allowed,
            "time_zone": drill.time_zone, "languages": list(scenario.languages),
            "content_note": say(scenario.content_note),
        },
        "team": {"name": team.name},
        "me": {
            "id": participant.id, "name": participant.name, "language": participant.language,
            "short_code": participant.short_code,
            "seats": [say(seat.title) for name, seat in scenario.seats.items() if name in held],
            "joined_at": participant.joined_at,
        },
        "notice": {
            "read": participant.notice, "read_at": participant.notice_read_at,
            "due": notice_is_due(participant),
        },
        "consents": _consents(session, participant.id),
        "controller": controller_of(session),
    }  # fmt: skip


def _consents(session: Session, participant_id: str) -> list[dict[str, Any]]:
    given: dict[str, list[Consent]] = {purpose: [] for purpose in PURPOSES}
    of_hers = select(Consent).where(Consent.participant_id == participant_id).order_by(Consent.given_at, Consent.id)
    for one in session.scalars(of_hers):
        given.setdefault(one.purpose, []).append(one)
    return [
        {
            "purpose": purpose,
            "given": any(one.withdrawn_at is None for one in rows),
            "history": [
                {"notice": one.notice, "given_at": one.given_at, "withdrawn_at": one.withdrawn_at} for one in rows
            ],
        }
        for purpose, rows in given.items()
    ]


def has_consent(session: Session, participant_id: str, purpose: str) -> bool:
    """Say whether somebody agrees to a purpose at this moment; ask it each time, for it may be taken back."""
    return consent_that_stands(session, participant_id, purpose) is not None


def consent_counts(session: Session, now: datetime, actor: Actor, *, drill_id: str) -> Mapping[str, int | None]:
    """Give how many people of a drill agreed to each purpose at ENDEX, in fives; None before, and where it would tell.

    Staff never read who it is: an employer that sees who said no has made it a condition.
    """
    if session.get(Drill, drill_id) is None:
        raise Refusal("not_found")
    return consents_counted(session, drill_id)


def named_controller(session: Session, now: datetime, actor: Actor) -> Mapping[str, str]:
    """Give the ``name`` and the ``contact`` of who answers for the data; the notice names them to everybody."""
    return controller_of(session)
