"""What becomes of an award: accepted, declined, expired; delegates named and confirmed; who came to the meetings."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.frozen_call import call_of_programme
from simulator.mailing import write_to_lead
from simulator.programme.entrants import entrants_of
from simulator.programme.offering import offer_next
from simulator.programme.stage_ground import StageGround, stage_of
from simulator.programme_scene import ProgrammeScene, open_programme
from simulator.refusal import Refusal
from simulator.rows import Application, Attendance, Award


def accept_offer(
    session: Session, now: datetime, actor: Actor, *, award_id: str, members: Sequence[int],
    alternate: int | None = None,
) -> None:  # fmt: skip
    """Accept an offer for the members named by their places in the application.

    For a scholarship these are all who come; fewer than were offered only where the call lets a team be smaller. For a
    delegate's award it is the one who goes, and *alternate* is who goes in her stead. A prize is the whole team's: it
    names nobody, and is accepted as it was offered.
    """
    scene, ground, award = _own(session, now, actor, award_id)
    if award.state == "offered" and award.expires_at is not None and now > award.expires_at:
        raise Refusal("offer_expired", at=award.expires_at)
    if award.state != "offered":
        raise Refusal("offer_not_open")
    is_prize = ground.planned.award(award.award).kind == "prize"
    chosen = list(members)
    if not is_prize:
        _check_members(ground, award, chosen, alternate)
    kept = award.seats if is_prize else len(chosen)
    freed = award.seats - kept
    award.state, award.answered_at, award.seats = "accepted", now, kept
    if not is_prize:
        award.people = {"members": chosen} | ({} if alternate is None else {"alternate": alternate})
    session.flush()
    scene.tell("award_accepted", stage=award.stage, award=award.award, application=actor.id, seats=award.seats)
    _mail(scene, ground, award, "offer_accepted")
    if freed:
        offer_next(scene, ground, ground.planned.award(award.award))


def decline_offer(session: Session, now: datetime, actor: Actor, *, award_id: str) -> None:
    """Decline an offer, or give back what was accepted; the seats go to whoever is next."""
    scene, ground, award = _own(session, now, actor, award_id)
    if award.state not in ("offered", "accepted"):
        raise Refusal("offer_not_open")
    award.state, award.answered_at = "declined" if award.state == "offered" else "withdrawn", now
    award.people = None
    session.flush()
    scene.tell("award_declined", stage=award.stage, award=award.award, application=actor.id, state=award.state)
    offer_next(scene, ground, ground.planned.award(award.award))


def name_delegate(
    session: Session, now: datetime, actor: Actor, *, award_id: str, delegate: int, alternate: int
) -> None:
    """Name, as a team's lead, somebody else as delegate or in her stead, until organizers have confirmed it."""
    scene, ground, award = _own(session, now, actor, award_id)
    if award.state != "accepted" or ground.planned.award(award.award).kind != "delegate":
        raise Refusal("offer_not_open")
    if (award.people or {}).get("confirmed"):
        raise Refusal("delegate_is_confirmed")
    _check_members(ground, award, [delegate], alternate)
    award.people = {"members": [delegate], "alternate": alternate}
    scene.tell("delegate_named", stage=award.stage, award=award.award, application=actor.id)


def confirm_delegate(session: Session, now: datetime, actor: Actor, *, programme_id: str, award_id: str) -> None:
    """Confirm whom a team sends; from then on it is fixed."""
    scene = open_programme(session, now, actor, programme_id)
    award = session.get(Award, award_id, populate_existing=True)
    if award is None or award.programme_id != programme_id:
        raise Refusal("not_found")
    ground = stage_of(scene, award.stage)
    if award.state != "accepted" or ground.planned.award(award.award).kind != "delegate":
        raise Refusal("offer_not_open")
    if (award.people or {}).get("confirmed"):
        raise Refusal("delegate_is_confirmed")
    award.people = {**(award.people or {}), "confirmed": True}
    scene.tell("delegate_confirmed", stage=award.stage, award=award.award, application=award.application_id)
    _mail(scene, ground, award, "delegate_confirmed")


def expire_offers(session: Session, now: datetime, actor: Actor) -> int:
    """Let offers end whose time has passed, and offer their seats to whoever is next; says how many ended."""
    late = select(Award.programme_id).where(Award.state == "offered", Award.expires_at < now).distinct()
    ended = 0
    for programme_id in sorted(session.scalars(late)):
        scene = open_programme(session, now, actor, programme_id)
        mine = select(Award).where(Award.programme_id == programme_id, Award.state == "offered", Award.expires_at < now)
        rows = list(session.scalars(mine.order_by(Award.stage, Award.award, Award.place)))
        for award in rows:
            award.state, award.answered_at = "expired", now
            scene.tell("award_expired", stage=award.stage, award=award.award, application=award.application_id)
        session.flush()
        for stage, name in dict.fromkeys((one.stage, one.award) for one in rows):
            ground = stage_of(scene, stage)
            offer_next(scene, ground, ground.planned.award(name))
        ended += len(rows)
    return ended


def note_attendance(
    session: Session, now: datetime, actor: Actor, *, programme_id: str, meeting: str, present: Mapping[str, int]
) -> None:
    """Note how many women of each team came to a meeting; *present* counts them by application."""
    scene = open_programme(session, now, actor, programme_id)
    attendance = call_of_programme(session, scene.programme).attendance
    found = next((one for one in attendance.sessions if one.id == meeting), None) if attendance else None
    if found is None:
        raise Refusal("not_found")
    if now < found.at:
        raise Refusal("meeting_not_yet", at=found.at)
    seats = seats_held(session, programme_id)
    for application, count in present.items():
        if application not in seats:
            raise Refusal("not_found")
        if not isinstance(count, int) or not 0 <= count <= seats[application]:
            raise Refusal("present_outside", most=seats[application])
    for application, count in present.items():
        row = session.get(Attendance, (programme_id, meeting, application)) or Attendance(
            programme_id=programme_id, session=meeting, application_id=application
        )
        row.present, row.noted_by, row.noted_at = count, actor.id, now
        session.add(row)
    scene.tell("attendance_noted", meeting=meeting, present=dict(sorted(present.items())))


def seats_held(session: Session, programme_id: str) -> dict[str, int]:
    """Give, by application, the most seats that it has accepted in the programme."""
    query = select(Award.application_id, Award.seats).where(
        Award.programme_id == programme_id, Award.state == "accepted"
    )
    found: dict[str, int] = {}
    for application, seats in session.execute(query):
        found[application] = max(found.get(application, 0), seats)
    return found


def _own(
    session: Session, now: datetime, actor: Actor, award_id: str
) -> tuple[ProgrammeScene, StageGround, Award]:  # fmt: skip
    """Give an applicant's own award, its programme locked; who she is says which are hers."""
    scene = open_programme(session, now, actor, actor.programme_id)
    award = session.get(Award, award_id, populate_existing=True)
    if award is None or actor.kind != "applicant" or award.application_id != actor.id:
        raise Refusal("not_found")
    return scene, stage_of(scene, award.stage), award


def _check_members(ground: StageGround, award: Award, members: list[int], alternate: int | None) -> None:
    mine = next((one for one in entrants_of(ground) if one.id == award.application_id), None)
    there = frozenset(mine.members if mine is not None else ())
    named = [*members] if alternate is None else [*members, alternate]
    if any(isinstance(one, bool) or one not in there for one in named):
        raise Refusal("not_found")
    if len(set(named)) < len(named):
        raise Refusal("member_named_twice")
    kind = ground.planned.award(award.award).kind
    if kind == "delegate" and (alternate is None or len(members) != 1):
        raise Refusal("delegate_missing")
    if kind == "scholarship":
        team = ground.call.team
        least = min(award.seats, award.seats if team.smallest is None else team.smallest)
        if not least <= len(members) <= award.seats:
            raise Refusal("members_outside", least=least, most=award.seats)


def _mail(scene: ProgrammeScene, ground: StageGround, award: Award, kind: str) -> None:
    application = scene.session.get_one(Application, award.application_id)
    say, planned = application.language, ground.planned.award(award.award)
    write_to_lead(
        scene.session, scene.now, application, kind, call=ground.call.title.say(say, ground.call.languages),
        award=planned.title.say(say, ground.call.languages), seats=award.seats,
    )  # fmt: skip
