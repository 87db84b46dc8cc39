"""Staff accounts: made by an invitation, disabled and enabled, and what an account says of itself."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actions.granting import grant_role, require_other_organizer
from simulator.actions.joining import clean_name
from simulator.actions.sessions import renew_token
from simulator.actions.tokens import end_tokens
from simulator.actor import Actor
from simulator.book import lock_stream
from simulator.kinds import HOUSE_STREAM
from simulator.leaving import close_sockets, end_sessions
from simulator.links import INVITE, end_links, new_link
from simulator.permission import EVALUATOR
from simulator.refusal import Refusal
from simulator.rows import Account, Setting
from simulator.telling import tell_house

_EMAIL = re.compile(r"[^\s@]{1,64}@[^\s@]{1,189}")


def invite_staff(
    session: Session, now: datetime, actor: Actor, *, email: str, name: str, language: str, roles: Sequence[str],
    drill_id: str | None = None, programme_id: str | None = None,
) -> dict[str, Any]:  # fmt: skip
    """Make an account with its grants, in one drill, a programme or everywhere; gives its invitation's token."""
    lock_stream(session, HOUSE_STREAM)
    address = email.strip().lower()
    if not _EMAIL.fullmatch(address):
        raise Refusal("email_malformed")
    if session.scalar(select(Account.id).where(Account.email == address)):
        raise Refusal("email_taken")
    account = Account(email=address, name=clean_name(name), language=language, created_at=now)
    session.add(account)
    session.flush()
    tell_house(session, now, actor, "account_created", account=account.id)
    where = {"drill_id": drill_id, "programme_id": programme_id}
    for role in roles or [""]:
        grant_role(session, now, actor, account_id=account.id, role=role, **where)
    return {"account_id": account.id, "token": new_link(session, now, INVITE, account.id)}


def add_bot_evaluator(session: Session, now: datetime, actor: Actor, *, drill_id: str, name: str, language: str) -> str:
    """Add an evaluator played by the program to one drill; it has no password and cannot sign in."""
    address = f"{name.casefold()}-{drill_id}@bots.invalid"
    if session.scalar(select(Account.id).where(Account.email == address)):
        raise Refusal("email_taken")
    account = Account(email=address, name=name, language=language, bot=True, created_at=now)
    session.add(account)
    session.flush()
    grant_role(session, now, actor, account_id=account.id, role=EVALUATOR, drill_id=drill_id)
    return account.id


def disable_account(session: Session, now: datetime, actor: Actor, *, account_id: str) -> None:
    """Let nobody in with an account any more, until it is enabled; whoever is in is out at once."""
    lock_stream(session, HOUSE_STREAM)
    account = _person(session, account_id)
    if actor.kind == "account" and actor.id == account_id:
        raise Refusal("not_oneself")
    require_other_organizer(session, account_id)
    if account.disabled_at is not None:
        return
    account.disabled_at = now
    end_links(session, now, account_id)
    end_sessions(session, now, f"account:{account_id}")
    end_tokens(session, now, account_id)
    close_sockets(session, now, f"account:{account_id}")
    tell_house(session, now, actor, "account_disabled", account=account_id)


def enable_account(session: Session, now: datetime, actor: Actor, *, account_id: str) -> None:
    """Let an account in again, with the roles it had."""
    lock_stream(session, HOUSE_STREAM)
    account = _person(session, account_id)
    if account.disabled_at is not None:
        account.disabled_at = None
        tell_house(session, now, actor, "account_enabled", account=account_id)


def change_own_password(session: Session, now: datetime, actor: Actor, *, known_hash: str, password_hash: str) -> str:
    """Set a new password where *known_hash* is still the one that was checked; gives the session's new token.

    All her other sessions end, and links that were made for her.
    """
    lock_stream(session, HOUSE_STREAM)
    account = session.get_one(Account, actor.id)
    if account.password_hash != known_hash:
        raise Refusal("password_wrong")
    account.password_hash = password_hash
    end_links(session, now, account.id)
    end_sessions(session, now, str(actor), except_for=actor.session_id)
    tell_house(session, now, actor, "password_set", account=account.id, by="herself")
    return renew_token(session, now, actor)


def change_own_language(session: Session, now: datetime, actor: Actor, *, language: str) -> None:
    """Let a member of staff read in another language."""
    session.get_one(Account, actor.id).language = language


def keep_setting(session: Session, now: datetime, actor: Actor, *, name: str, value: str) -> str:
    """Keep a value of the installation unless there is one already; gives the one that stands."""
    lock_stream(session, HOUSE_STREAM)
    found = session.get(Setting, name)
    if found is None:
        found = Setting(name=name, value=value)
        session.add(found)
    return found.value


def _person(session: Session, account_id: str) -> Account:
    account = session.get(Account, account_id)
    if account is None or account.bot or account.erased_at is not None:
        raise Refusal("not_found")
    return account
