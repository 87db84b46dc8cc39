"""Links that work once: the first set-up, an invitation, a new password; only their digests are kept."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from simulator.actions.accounts import invite_staff
from simulator.actions.tokens import end_tokens
from simulator.actor import Actor
from simulator.book import lock_stream
from simulator.digest import token_digest
from simulator.kinds import HOUSE_STREAM
from simulator.leaving import end_sessions
from simulator.links import INVITE, RESET, SETUP, end_links, new_link
from simulator.permission import FACILITATOR, ORGANIZER
from simulator.refusal import Refusal
from simulator.rows import Account, OneUseLink
from simulator.telling import tell_house


def issue_setup_link(session: Session, now: datetime, actor: Actor) -> str:
    """Make the link with which the first organizer sets the installation up; gives its token."""
    if _is_set_up(session):
        raise Refusal("already_set_up")
    session.execute(
        update(OneUseLink).where(OneUseLink.purpose == SETUP, OneUseLink.used_at.is_(None)).values(used_at=now)
    )
    return new_link(session, now, SETUP, None)


def renew_link(session: Session, now: datetime, actor: Actor, *, account_id: str) -> dict[str, str]:
    """Make a link with which an account chooses a password; gives its token and purpose. Older links end.

    Whoever has no password yet is invited again; whoever has one gets a reset, and signs in as before until it is used.
    """
    lock_stream(session, HOUSE_STREAM)
    account = session.get(Account, account_id)
    if account is None or account.disabled_at is not None or account.bot:
        raise Refusal("not_found")
    end_links(session, now, account_id)
    purpose = RESET if account.password_hash else INVITE
    tell_house(session, now, actor, "link_renewed", account=account_id, purpose=purpose)
    return {"token": new_link(session, now, purpose, account_id), "purpose": purpose}


def use_link(
    session: Session, now: datetime, actor: Actor, *, token: str, password_hash: str,
    email: str = "", name: str = "", language: str = "es",
) -> str:  # fmt: skip
    """Redeem a link with a new password; gives the account's id. It works once, and ends all sessions before it.

    A reset ends the account's API tokens too; a password that its owner changes leaves them.
    """
    lock_stream(session, HOUSE_STREAM)
    digest = token_digest(token)
    link = session.get(OneUseLink, digest)
    used = session.execute(
        update(OneUseLink)
        .where(OneUseLink.token_digest == digest, OneUseLink.used_at.is_(None), OneUseLink.expires_at > now)
        .values(used_at=now)
    )
    if link is None or used.rowcount != 1:  # type: ignore[attr-defined]
        raise Refusal("link_used_or_expired")
    if link.purpose == SETUP:
        account = _first_organizer(session, now, actor, email, name, language)
    else:
        account = session.get_one(Account, link.account_id)
    if account.disabled_at is not None:
        raise Refusal("link_used_or_expired")
    account.password_hash = password_hash
    end_links(session, now, account.id)
    end_sessions(session, now, f"account:{account.id}")
    if link.purpose == RESET:
        # Whoever had the lost password may have made tokens with it.
        end_tokens(session, now, account.id)
    tell_house(session, now, actor, "password_set", account=account.id, by=link.purpose)
    return account.id


def _first_organizer(session: Session, now: datetime, actor: Actor, email: str, name: str, language: str) -> Account:
    if _is_set_up(session):
        # Somebody has set the installation up another way since: this link must not make a second organizer.
        raise Refusal("link_used_or_expired")
    roles = (ORGANIZER, FACILITATOR)
    made = invite_staff(session, now, actor, email=email, name=name, language=language, roles=roles)
    return session.get_one(Account, made["account_id"])


def _is_set_up(session: Session) -> bool:
    return session.scalar(select(Account.id).where(Account.bot.is_(False)).limit(1)) is not None
