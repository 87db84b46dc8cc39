"""Who somebody is: from a session's token, from a link, from an address; and the list of staff."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.digest import token_digest
from simulator.rows import Account, Drill, Grant, OneUseLink, Participant, Setting, Team, WebSession


def find_actor(session: Session, now: datetime, actor: Actor, *, token: str) -> Actor | None:
    """Give who holds a session's token, with what she may do at this moment; None where it is over."""
    row = session.get(WebSession, token_digest(token))
    if row is None or row.revoked_at is not None or row.expires_at <= now:
        return None
    if row.participant_id is not None:
        found = participant_actor(session, row.participant_id)
    else:
        found = account_actor(session, row.account_id or "")
    return None if found is None else replace(found, session_id=row.id)


def find_participant(session: Session, now: datetime, actor: Actor, *, participant_id: str) -> Actor | None:
    """Give a participant as she is now; None once she was removed."""
    return participant_actor(session, participant_id)


def account_actor(session: Session, account_id: str) -> Actor | None:
    """Give an account as an actor, unless it is disabled."""
    account = session.get(Account, account_id)
    if account is None or account.disabled_at is not None:
        return None
    return Actor(
        "account", account.id, name=account.name, language=account.language, grants=_grants(session, account.id),
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
    team = session.get_one(Team, participant.team_id)
    return Actor(
        "participant", participant.id, name=participant.name, language=participant.language,
        drill_id=team.drill_id, team_id=team.id,
    )  # fmt: skip


def find_account(session: Session, now: datetime, actor: Actor, *, email: str) -> tuple[str, str | None] | None:
    """Give the id and the password's hash of the account with an address."""
    row = session.scalar(select(Account).where(Account.email == email.strip().lower(), Account.disabled_at.is_(None)))
    return None if row is None else (row.id, row.password_hash)


def find_link(session: Session, now: datetime, actor: Actor, *, token: str) -> dict[str, Any] | None:
    """Give what a one-use link is for, without using it; None where it is used, expired or unknown."""
    link = session.get(OneUseLink, token_digest(token))
    if link is None or link.used_at is not None or link.expires_at <= now:
        return None
    account = session.get(Account, link.account_id) if link.account_id else None
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
    """Give the staff accounts with their roles, each everywhere or in one drill; bots are left out."""
    drills = {f"drill:{row.id}": row.name for row in session.execute(select(Drill.id, Drill.name))}
    grants: dict[str, list[dict[str, Any]]] = {}
    for grant in session.scalars(select(Grant).order_by(Grant.role, Grant.scope)):
        grants.setdefault(grant.account_id, []).append({"role": grant.role, "drill": drills.get(grant.scope)})
    return [
        {
            "id": account.id, "name": account.name, "email": account.email, "grants": grants.get(account.id, []),
            "ready": account.password_hash is not None,
        }
        for account in session.scalars(select(Account).where(Account.bot.is_(False)).order_by(Account.name))
    ]  # fmt: skip
