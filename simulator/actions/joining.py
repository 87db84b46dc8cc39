"""Joining a team: by its code, by a personal return link, and what a participant may change about herself."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.agreeing import note_choices, note_reading
from simulator.book import holds_stream
from simulator.digest import new_token, salted_digest, token_digest
from simulator.kinds import drill_stream
from simulator.leaving import close_sockets, end_sessions
from simulator.presence import recount_presence
from simulator.refusal import Refusal
from simulator.rows import Participant, SeatHolder, Team, new_id, new_salt
from simulator.scene import Scene, open_scene

LONGEST_NAME = 80
CROWD, CROWD_IN = 60, timedelta(minutes=1)


def join_team(
    session: Session, now: datetime, actor: Actor, *, code: str, name: str, language: str,
    seats: Sequence[str] = (), continue_as: bool = False, bot: bool = False,
    notice: str | None = None, consents: Sequence[str] = (),
) -> dict[str, Any]:  # fmt: skip
    """Join with a team's code and a name; gives the participant's id, return token and short code.

    A wrong code and a closed one are refused alike. A name that is there already asks whether she continues
    as that person (rules.md 4). *notice* is the version of the privacy notice she has just read; without it her page
    shows it to her first (rules.md 5).
    """
    team = session.scalar(select(Team).where(Team.code == code.strip().lower()))
    if team is None:
        raise Refusal("code_unknown")
    scene = open_scene(session, now, actor, team.drill_id)
    session.refresh(scene.drill)
    clean = clean_name(name)
    known = _named(session, team.id, clean)
    if known is not None and not continue_as:
        raise Refusal("name_is_there", name=known.name)
    if known is not None:
        back = _return(scene, known, language)
        _agree(scene, known, notice, consents)
        return back
    if not scene.drill.joining:
        raise Refusal("code_unknown")
    if not bot:
        _refuse_crowd(session, now, team.id)
    token, salt = new_token(), new_salt()
    participant = Participant(
        team_id=team.id, name=clean, language=_spoken(scene, language), salt=salt, joined_at=now, bot=bot,
        return_digest=token_digest(token), short_code=new_id(6), away_since=now,
    )  # fmt: skip
    session.add(participant)
    session.flush()
    scene.tell("participant_joined", team=team.id, participant=participant.id, name=salted_digest(salt, clean))
    _agree(scene, participant, notice, consents)
    if seats:
        _take_seats(scene, participant, seats)
    return {"participant_id": participant.id, "return_token": token, "short_code": participant.short_code}


def _refuse_crowd(session: Session, now: datetime, team_id: str) -> None:
    # A whole ministry may come in at once; more than that with one team's code is somebody's script.
    lately = (Participant.team_id == team_id, Participant.joined_at > now - CROWD_IN)
    if (session.scalar(select(func.count()).where(*lately)) or 0) >= CROWD:
        raise Refusal("too_many_joins")


def _agree(scene: Scene, participant: Participant, notice: str | None, consents: Sequence[str]) -> None:
    if notice is not None:
        note_reading(scene, participant, notice)
    if notice is not None or consents:
        note_choices(scene, participant, consents)


def _return(scene: Scene, participant: Participant, language: str) -> dict[str, Any]:
    token = new_token()
    participant.return_digest = token_digest(token)
    participant.language = _spoken(scene, language)
    scene.tell("participant_returned", team=participant.team_id, participant=participant.id)
    return {"participant_id": participant.id, "return_token": token, "short_code": participant.short_code}


def return_to_team(session: Session, now: datetime, actor: Actor, *, token: str) -> dict[str, Any]:
    """Come back with the personal return link, as the same person."""
    participant = session.scalar(select(Participant).where(Participant.return_digest == token_digest(token)))
    if participant is None or participant.removed_at is not None:
        raise Refusal("return_link_unknown")
    scene = open_scene(session, now, actor, session.get_one(Team, participant.team_id).drill_id)
    scene.tell("participant_returned", team=participant.team_id, participant=participant.id)
    return {"participant_id": participant.id}


def return_by_code(session: Session, now: datetime, actor: Actor, *, code: str, short_code: str) -> dict[str, Any]:
    """Come back with the team's code and one's own short code; the return link she has kept goes on working."""
    participant = session.scalar(
        select(Participant)
        .join(Team, Team.id == Participant.team_id)
        .where(Team.code == code.strip().lower(), Participant.short_code == short_code.strip().lower())
        .where(Participant.removed_at.is_(None))
    )
    if participant is None:
        raise Refusal("code_unknown")
    scene = open_scene(session, now, actor, session.get_one(Team, participant.team_id).drill_id)
    scene.tell("participant_returned", team=participant.team_id, participant=participant.id)
    return {"participant_id": participant.id}


def renew_return_link(session: Session, now: datetime, actor: Actor) -> str:
    """Make a new personal return link; gives its token. The old one ends."""
    scene, participant = own_scene(session, now, actor)
    token = new_token()
    participant.return_digest = token_digest(token)
    scene.tell("return_link_renewed", team=participant.team_id, participant=participant.id)
    return token


def change_language(session: Session, now: datetime, actor: Actor, *, language: str) -> None:
    """Read on in another language; it can change at any moment."""
    scene, participant = own_scene(session, now, actor)
    participant.language = _spoken(scene, language)
    scene.tell(
        "participant_changed",
        team=participant.team_id,
        participant=participant.id,
        language=participant.language,
    )


def take_seats(session: Session, now: datetime, actor: Actor, *, seats: Sequence[str]) -> None:
    """Hold exactly these seats; the lead's can be held by one person only."""
    scene, participant = own_scene(session, now, actor)
    _take_seats(scene, participant, seats)


def _take_seats(scene: Scene, participant: Participant, seats: Sequence[str]) -> None:
    lead = scene.scenario.lead
    if set(seats) - set(scene.scenario.seats):
        raise Refusal("not_found")
    held_by = select(SeatHolder.participant_id).where(
        SeatHolder.team_id == participant.team_id, SeatHolder.seat == lead
    )
    holder = scene.session.scalar(held_by)
    if lead in seats and holder not in (None, participant.id):
        raise Refusal("lead_taken", name=scene.session.get_one(Participant, holder).name)
    scene.session.execute(delete(SeatHolder).where(SeatHolder.participant_id == participant.id))
    scene.session.add_all(
        SeatHolder(team_id=participant.team_id, seat=seat, participant_id=participant.id, lead=seat == lead)
        for seat in dict.fromkeys(seats)
    )
    scene.session.flush()
    scene.tell("seats_taken", team=participant.team_id, participant=participant.id, seats=list(dict.fromkeys(seats)))


def rename_participant(
    session: Session, now: datetime, actor: Actor, *, drill_id: str, participant_id: str, name: str
) -> None:
    """Correct a participant's name."""
    scene, participant = _of_drill(session, now, actor, drill_id, participant_id)
    clean = clean_name(name)
    same = _named(session, participant.team_id, clean)
    if same is not None and same.id != participant.id:
        raise Refusal("name_is_there", name=same.name)
    participant.name = clean
    told = salted_digest(participant.salt, clean)
    scene.tell("participant_changed", team=participant.team_id, participant=participant.id, name=told)


def move_participant(
    session: Session, now: datetime, actor: Actor, *, drill_id: str, participant_id: str, team_id: str
) -> None:
    """Put a participant into another team of the same drill; she leaves her seats behind."""
    scene, participant = _of_drill(session, now, actor, drill_id, participant_id)
    (target,) = scene.chosen_teams([team_id])
    if _named(session, target, participant.name) is not None:
        raise Refusal("name_is_there", name=participant.name)
    session.execute(delete(SeatHolder).where(SeatHolder.participant_id == participant.id))
    before, participant.team_id = participant.team_id, target
    session.flush()
    close_sockets(session, now, f"participant:{participant.id}")
    for team in (before, target):
        scene.tell("participant_moved", team=team, participant=participant.id, into=target)
    recount_presence(dict.fromkeys((before, target), scene))


def remove_participant(session: Session, now: datetime, actor: Actor, *, drill_id: str, participant_id: str) -> None:
    """Take a participant out of the drill; her sessions end with the same commit."""
    scene, participant = _of_drill(session, now, actor, drill_id, participant_id)
    if participant.removed_at is not None:
        raise Refusal("already_done", inject=participant.name)
    participant.removed_at = now
    end_sessions(session, now, f"participant:{participant.id}")
    session.execute(delete(SeatHolder).where(SeatHolder.participant_id == participant.id))
    session.flush()
    scene.tell("participant_removed", team=participant.team_id, participant=participant.id)
    recount_presence({participant.team_id: scene})


def own_scene(session: Session, now: datetime, actor: Actor) -> tuple[Scene, Participant]:
    """Give a participant's own drill and row; her scope comes from who she is."""
    held = holds_stream(session, drill_stream(actor.drill_id or ""))
    scene = open_scene(session, now, actor, actor.drill_id)
    participant = session.get(Participant, actor.id, populate_existing=not held)
    if participant is None or participant.removed_at is not None or participant.team_id != actor.team_id:
        raise Refusal("not_found")
    return scene, participant


def clean_name(given: str) -> str:
    """Fold the spaces of a name; refuse none, and one that is too long or cannot be shown."""
    clean = " ".join(given.split())
    if not clean or len(clean) > LONGEST_NAME or not clean.isprintable():
        raise Refusal("name_needed", longest=LONGEST_NAME)
    return clean


def _named(session: Session, team_id: str, name: str) -> Participant | None:
    folded = name.casefold()
    there = select(Participant).where(Participant.team_id == team_id, Participant.removed_at.is_(None))
    return next((one for one in session.scalars(there) if one.name.casefold() == folded), None)


def _spoken(scene: Scene, language: str) -> str:
    return language if language in scene.scenario.languages else scene.drill.language


def _of_drill(
    session: Session, now: datetime, actor: Actor, drill_id: str, participant_id: str
) -> tuple[Scene, Participant]:
    scene = open_scene(session, now, actor, drill_id)
    participant = session.get(Participant, participant_id)
    if participant is None or participant.team_id not in scene.team_ids or participant.erased_at is not None:
        # Who was erased stays so: a name given back could not be erased again, and would be in the log without a salt.
        raise Refusal("not_found")
    return scene, participant
