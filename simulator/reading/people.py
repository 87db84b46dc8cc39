"""Who somebody is: from a session's token, from a link, from an address; and the list of staff."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.digest import token_digest
from simulator.rows import (
    Account,
    Application,
    Drill,
    Grant,
    OneUseLink,
    Participant,
    Programme,
    Setting,
    Team,
    WebSession,
)
from simulator.second_factor import UNTIL_SET_UP, is_demanded
from simulator.session_life import STAFF_IDLE


def find_actor(session: Session, now: datetime, actor: Actor, *, token: str) -> Actor | None:
    """Give who holds a session's token, with what she may do at this moment; None where it is over."""
    row = session.get(WebSession, token_digest(token))
    if row is None or not is_open(row, now):
        return None
    if row.participant_id is not None:
        found = participant_actor(session, row.participant_id)
    elif row.application_id is not None:
        found = applicant_actor(session, row.application_id)
    else:
        found = account_actor(session, row.account_id or "")
    return None if found is None else replace(found, session_id=row.id)


def is_open(row: Any, now: datetime) -> bool:
    """Say whether a session still opens something; the staff's end by themselves when nobody uses them.

    Of a ``WebSession`` *row* has the instants and ``account_id``.
    """
    if row.revoked_at is not None or row.expires_at <= now:
        return False
    return row.account_id is None or now - (row.seen_at or row.created_at) < STAFF_IDLE


def find_participant(session: Session, now: datetime, actor: Actor, *, participant_id: str) -> Actor | None:
    """Give a participant as she is now; None once she was removed."""
    return participant_actor(session, participant_id)


def account_actor(session: Session, account_id: str) -> Actor | None:
    """Give an account as an actor, unless it is disabled.

    Where a second factor is demanded and she has none, she may only set it up.
    """
    account = session.get(Account, account_id)
    if account is None or account.disabled_at is not None:
        return None
    unproven = account.totp_since is None and not account.bot and is_demanded(session)
    return Actor(
        "account", account.id, name=account.name, language=account.language, grants=_grants(session, account.id),
        only=UNTIL_SET_UP if unproven else None,
    )  # fmt: skip


def _grants(session: Session, account_id: str) -> frozenset[tuple[str, str]]:
    rows = session.execute(select(Grant.role, Grant.scope).where(Grant.account_id == account_id))
    held = {(role, scope) for role, scope in rows}
    programmes = {scope.removeprefix("programme:") for _, scope in held if scope.startswith("programme:")}
    if not programmes:
        return frozenset(held)
    drills = session.execute(select(Drill.id, Drill.programme_id).where(Drill.programme_id.in_(programmes))).all()
    return frozenset(held | {
        (role, f"drill:{drill_id}") for drill_id, programme_id in drills
        for role, scope in held if scope == f"programme:{programme_id}"
    })  # fmt: skip


def participant_actor(session: Session, participant_id: str) -> Actor | None:
    """Give a participant as an actor, unless she was removed."""
    participant = session.get(Participant, participant_id)
    if participant is None or participant.removed_at is not None:
        return None
    return participant_as_actor(participant, session.get_one(Team, participant.team_id).drill_id)


def participant_as_actor(row: Any, drill_id: str) -> Actor:
    """Give a participant of a drill as an actor; *row* has her ``id``, ``name``, ``language`` and ``team_id``."""
    return Actor("participant", row.id, name=row.name, language=row.language, drill_id=drill_id, team_id=row.team_id)


def applicant_actor(session: Session, application_id: str) -> Actor | None:
    """Give the lead of an application as an actor, unless she was erased."""
    application = session.get(Application, application_id)
    if application is None or application.erased_at is not None:
        return None
    return Actor(
        "applicant", application.id, name=application.lead_name, language=application.language,
        programme_id=application.programme_id,
    )  # fmt: skip


def find_account(
    session: Session, now: datetime, actor: Actor, *, email: str = "", account_id: str = ""
) -> dict[str, Any] | None:
    """Give what signing in asks of the account with an address or an id; None where it is not there or disabled."""
    wanted = Account.id == account_id if account_id else Account.email == email.strip().lower()
    # Columns, not an object: making one takes a tenth of a millisecond, and would tell that somebody is there.
    columns = (Account.id, Account.name, Account.email, Account.password_hash, Account.totp_since)
    row = session.execute(select(*columns).where(wanted, Account.disabled_at.is_(None))).first()
    if row is None:
        return None
    return {
        "id": row.id, "name": row.name, "email": row.email, "password_hash": row.password_hash,
        "second_factor": row.totp_since is not None,
    }  # fmt: skip


def find_link(session: Session, now: datetime, actor: Actor, *, token: str) -> dict[str, Any] | None:
    """Give what a one-use link is for, without using it; None where it is used, expired or unknown."""
    link = session.get(OneUseLink, token_digest(token))
    if link is None or link.used_at is not None or link.expires_at <= now:
        return None
    account = session.get(Account, link.account_id) if link.account_id else None
    if account is not None and account.disabled_at is not None:
        return None
    return {
        "purpose": link.purpose, "email": account.email if account else None, "name": account.name if account else None,
    }  # fmt: skip


def has_accounts(session: Session, now: datetime, actor: Actor) -> bool:
    """Say whether the installation has been set up."""
    return session.scalar(select(Account.id).where(Account.bot.is_(False)).limit(1)) is not None


def read_setting(session: Session, now: datetime, actor: Actor, *, name: str) -> str | None:
    """Give a value of the installation."""
    found = session.get(Setting, name)
    return found.value if found else None


def staff_list(session: Session, now: datetime, actor: Actor) -> list[dict[str, Any]]:
    """Give the staff accounts with their roles and where these are held; bots are left out."""
    named = {f"drill:{row.id}": {"drill": row.name} for row in session.execute(select(Drill.id, Drill.name))}
    for programme in session.scalars(select(Programme)):
        named[f"programme:{programme.id}"] = {"programme": programme.name}
    grants: dict[str, list[dict[str, Any]]] = {}
    for grant in session.scalars(select(Grant).order_by(Grant.role, Grant.scope)):
        told = {"role": grant.role, "scope": grant.scope, "drill": None, "programme": None}
        grants.setdefault(grant.account_id, []).append(told | named.get(grant.scope, {}))
    people = select(Account).where(Account.bot.is_(False), Account.erased_at.is_(None)).order_by(Account.name)
    return [
        {
            "id": account.id, "name": account.name, "email": account.email, "grants": grants.get(account.id, []),
            "ready": account.password_hash is not None, "second_factor": account.totp_since is not None,
            "disabled": account.disabled_at is not None,
        }
        for account in session.scalars(people)
    ]  # fmt: skip
