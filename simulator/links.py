"""How a link that works once is kept: as the digest of its token, with its purpose and its end."""

from datetime import datetime, timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from simulator.digest import new_token, token_digest
from simulator.rows import OneUseLink

SETUP, INVITE, RESET = "setup", "invite", "reset"
LIVES = {SETUP: timedelta(days=7), INVITE: timedelta(days=7), RESET: timedelta(hours=24)}


def new_link(session: Session, now: datetime, purpose: str, account_id: str | None) -> str:
    """Make a link; gives its token, which is kept nowhere."""
    token = new_token()
    expires_at = now + LIVES[purpose]
    session.add(
        OneUseLink(token_digest=token_digest(token), purpose=purpose, account_id=account_id, expires_at=expires_at)
    )
    session.flush()
    return token


def end_links(session: Session, now: datetime, account_id: str) -> None:
    """Let no link of an account work any longer."""
    unused = (OneUseLink.account_id == account_id, OneUseLink.used_at.is_(None))
    session.execute(update(OneUseLink).where(*unused).values(used_at=now))
