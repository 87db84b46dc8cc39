"""Staff accounts: the first set-up, invitations, grants, and everybody's open sessions."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from simulator.actions.joining import clean_name
from simulator.actor import Actor
from simulator.book import append, lock_stream
from simulator.digest import new_token, token_digest
from simulator.kinds import HOUSE_STREAM
from simulator.permission import EVALUATOR, FACILITATOR, OBSERVER, ORGANIZER
from simulator.refusal import Refusal
from simulator.rows import Account, Drill, Grant, OneUseLink, Participant, Setting, WebSession

ROLES = (FACILITATOR, EVALUATOR, ORGANIZER, OBSERVER)
LINK_LIFE = timedelta(days=7)
SESSION_LIFE = timedelta(hours=14)
_EMAIL = re.compile(r"[^\s@]{1,64}@[^\s@]{1,189}")


def issue_setup_link(session: Session, now: datetime, actor: Actor) -> str:
    """Make the link with which the first organizer sets the installation up; gives its token."""
    if session.scalar(select(Account.id).where(Account.bot.is_(False)).limit(1)):
        raise Refusal("already_set_up")
    session.execute(
        update(OneUseLink).where(OneUseLink.purpose == "setup", OneUseLink.used_at.is_(None)).values(used_at=now)
    )
    return _new_link(session, now, "setup", None)


def invite_staff(
    session: Session, now: datetime, actor: Actor, *, email: str, name: str, language: str, roles: Sequence[str],
    drill_id: str | None = None,
) -> dict[str, Any]:  # fmt: skip
    """Make an account with its grants, in one drill or everywhere; gives the token of its invitation."""
    lock_stream(session, HOUSE_STREAM)
    address = email.strip().lower()
    if not _EMAIL.fullmatch(address):
        raise Refusal("email_malformed")
    if session.scalar(select(Account.id).where(Account.email == address)):
        raise Refusal("email_taken")
    account = Account(email=address, name=clean_name(name), language=language, created_at=now)
    session.add(account)
    session.flush()
    _told(session, now, actor, "account_created", account=account.id)
    for role in roles or [""]:
        grant_role(session, now, actor, account_id=account.id, role=role, drill_id=drill_id)
    return {"account_id": account.id, "token": _new_link(session, now, "invite", account.id)}


def grant_role(
    session: Session, now: datetime, actor: Actor, *, account_id: str, role: str, drill_id: str | None = None
) -> None:
    """Give an account a role in one drill, or everywhere."""
    lock_stream(session, HOUSE_STREAM)
    if role not in ROLES:
        raise Refusal("role_unknown", roles=", ".join(ROLES))
    if session.get(Account, account_id) is None or (drill_id and session.get(Drill, drill_id) is None):
        raise Refusal("not_found")
    scope = f"drill:{drill_id}" if drill_id else "all"
    held = select(Grant.id).where(Grant.account_id == account_id, Grant.role == role, Grant.scope == scope)
    if session.scalar(held) is None:
        session.add(Grant(account_id=account_id, role=role, scope=scope))
        _told(session, now, actor, "role_granted", account=account_id, role=role, scope=scope)


def use_link(
    session: Session, now: datetime, actor: Actor, *, token: str, password_hash: str,
    email: str = "", name: str = "", language: str = "es",
) -> str:  # fmt: skip
    """Redeem a set-up or an invitation with a new password; gives the account's id. It works once."""
    digest = token_digest(token)
    link = session.get(OneUseLink, digest)
    used = session.execute(
        update(OneUseLink)
        .where(OneUseLink.token_digest == digest, OneUseLink.used_at.is_(None), OneUseLink.expires_at > now)
        .values(used_at=now)
    )
    if link is None or used.rowcount != 1:  # type: ignore[attr-defined]
        raise Refusal("link_used_or_expired")
    if link.purpose == "setup":
        if session.scalar(select(Account.id).where(Account.bot.is_(False)).limit(1)):
            # Somebody has set the installation up another way since: this link must not make a second organizer.
            raise Refusal("link_used_or_expired")
        made = invite_staff(
            session, now, actor, email=email, name=name, language=language, roles=(ORGANIZER, FACILITATOR)
        )
        account = session.get_one(Account, made["account_id"])
        session.execute(update(OneUseLink).where(OneUseLink.account_id == account.id).values(used_at=now))
    else:
        account = session.get_one(Account, link.account_id)
    account.password_hash = password_hash
    _told(session, now, actor, "password_set", account=account.id)
    return account.id


def renew_invitation(session: Session, now: datetime, actor: Actor, *, account_id: str) -> str:
    """Make a new link with which an account chooses a password; gives its token. Older links end."""
    account = session.get(Account, account_id)
    if account is None or account.disabled_at is not None or account.bot:
        raise Refusal("not_found")
    session.execute(update(OneUseLink).where(OneUseLink.account_id == account_id).values(used_at=now))
    _told(session, now, actor, "invitation_renewed", account=account_id)
    return _new_link(session, now, "invite", account_id)


def add_bot_evaluator(session: Session, now: datetime, actor: Actor, *, drill_id: str, name: str, language: str) -> str:
    """Add an evaluator played by the program to one drill; it has no password and cannot sign in."""
    taken = select(Account.id).where(Account.email == f"{name.casefold()}-{drill_id}@bots.invalid")
    if session.scalar(taken):
        raise Refusal("email_taken")
    account = Account(
        email=f"{name.casefold()}-{drill_id}@bots.invalid",
        name=name,
        language=language,
        bot=True,
        created_at=now,
    )
    session.add(account)
    session.flush()
    grant_role(session, now, actor, account_id=account.id, role=EVALUATOR, drill_id=drill_id)
    return account.id


def open_account_session(session: Session, now: datetime, actor: Actor, *, account_id: str) -> str:
    """Open a session for an account whose password was right; gives its token, of which a digest is kept."""
    account = session.get(Account, account_id)
    if account is None or account.disabled_at is not None:
        raise Refusal("not_found")
    _told(session, now, actor, "session_opened", account=account_id)
    return _new_session(session, now, account_id=account_id)


def open_participant_session(session: Session, now: datetime, actor: Actor, *, participant_id: str) -> str:
    """Open a session for a participant who has just joined or come back; gives its token."""
    participant = session.get(Participant, participant_id)
    if participant is None or participant.removed_at is not None:
        raise Refusal("not_found")
    return _new_session(session, now, participant_id=participant_id)


def _new_session(session: Session, now: datetime, **whose: str) -> str:
    token = new_token()
    session.add(WebSession(token_digest=token_digest(token), created_at=now, expires_at=now + SESSION_LIFE, **whose))
    return token


def close_session(session: Session, now: datetime, actor: Actor, *, token: str) -> None:
    """End one session; an unknown token is as good as ended."""
    row = session.get(WebSession, token_digest(token))
    if row is not None and row.revoked_at is None:
        row.revoked_at = now


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


def _new_link(session: Session, now: datetime, purpose: str, account_id: str | None) -> str:
    token = new_token()
    session.add(
        OneUseLink(
            token_digest=token_digest(token),
            purpose=purpose,
            account_id=account_id,
            expires_at=now + LINK_LIFE,
        )
    )
    session.flush()
    return token


def _told(session: Session, now: datetime, actor: Actor, kind: str, **payload: Any) -> None:
    append(session, stream=HOUSE_STREAM, kind=kind, actor=str(actor), wall_time=now, payload=payload)
