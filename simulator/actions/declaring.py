"""What an evaluator says of herself, and whom she does not rate (rules.md 33)."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.desk.opening import open_desk, tell
from simulator.desk.queue import is_assigned, own_unit
from simulator.desk.recusing import recuse
from simulator.desk.work import work_out
from simulator.refusal import Refusal
from simulator.rows import Declaration

LONGEST_COUNTRY, LONGEST_INSTITUTION, MOST_LANGUAGES = 64, 200, 12


def declare_reading(
    session: Session, now: datetime, actor: Actor, *, languages: Sequence[str], country: str = "",
    institution: str = "", drill_id: str | None = None, programme_id: str | None = None, stage: str | None = None,
) -> None:  # fmt: skip
    """Say which languages one reads, and where one works: own institution and country are not rated.

    What she was given and may not rate any more goes to others at once.
    """
    ground, desk = open_desk(session, now, actor, drill_id=drill_id, programme_id=programme_id, stage=stage)
    spoken = sorted({one.strip().lower() for one in languages if one.strip()})
    where, house = " ".join(country.split()), " ".join(institution.split())
    if not spoken or len(spoken) > MOST_LANGUAGES or any(len(one) > 12 for one in spoken):
        raise Refusal("languages_missing")
    if len(where) > LONGEST_COUNTRY or len(house) > LONGEST_INSTITUTION:
        raise Refusal("declaration_too_long", longest=LONGEST_INSTITUTION)
    declared = session.get(Declaration, (desk.name, actor.id)) or Declaration(desk=desk.name, account_id=actor.id)
    declared.languages, declared.country, declared.institution = spoken, where or None, house or None
    declared.declared_at = now
    session.add(declared)
    session.flush()
    # Her country and where she works are words of hers; that she declared them is the fact.
    tell(ground, desk, "reading_declared", account=actor.id, languages=spoken)
    if is_assigned(desk):
        work_out(ground, desk)


def recuse_oneself(
    session: Session, now: datetime, actor: Actor, *, response_id: str, reason: str,
    drill_id: str | None = None, programme_id: str | None = None, stage: str | None = None,
) -> None:  # fmt: skip
    """Say “I recognise this team”: from now on she is given nothing of it, and what she gave counts no longer."""
    ground, desk = open_desk(session, now, actor, drill_id=drill_id, programme_id=programme_id, stage=stage)
    unit = own_unit(desk, actor.id, response_id)
    if desk.closed is not None:
        raise Refusal(desk.closed)
    recuse(ground, desk, actor.id, unit.whose, reason)


def recuse_evaluator(
    session: Session, now: datetime, actor: Actor, *, account_id: str, whose: str, reason: str,
    drill_id: str | None = None, programme_id: str | None = None, stage: str | None = None,
) -> None:  # fmt: skip
    """Keep an evaluator from a team, or an application, as an organizer who knows both."""
    ground, desk = open_desk(session, now, actor, drill_id=drill_id, programme_id=programme_id, stage=stage)
    if account_id not in {one.id for one in desk.evaluators}:
        raise Refusal("not_found")
    if whose not in desk.attributes:
        raise Refusal("team_not_chosen")
    if desk.closed is not None:
        raise Refusal(desk.closed)
    recuse(ground, desk, account_id, whose, reason)
