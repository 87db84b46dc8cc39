"""The second factor of an account: set up with a code, used once per code, turned off, taken away when it is lost."""

from datetime import datetime

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from simulator.actions.sessions import renew_token
from simulator.actor import Actor
from simulator.book import lock_stream
from simulator.kinds import HOUSE_STREAM
from simulator.leaving import close_sockets, end_sessions
from simulator.proving import require_herself
from simulator.refusal import Refusal
from simulator.rows import Account, RecoveryCode, Setting
from simulator.second_factor import (
    DEMAND,
    DEMANDED,
    OFFERED,
    is_demanded,
    looks_like_recovery,
    new_recovery_codes,
    new_secret,
    recovery_digest,
    step_of,
)
from simulator.telling import tell_house


def begin_second_factor(session: Session, now: datetime, actor: Actor, *, known_hash: str | None = None) -> None:
    """Make a secret for the actor; it counts for nothing until a code of it has been typed.

    Asks for her password, whose hash was checked, unless she has just signed in.
    """
    account = session.get_one(Account, actor.id)
    if account.totp_since is not None:
        raise Refusal("second_factor_is_on")
    require_herself(session, actor, now, known_hash)
    account.totp_secret, account.totp_step = new_secret(), None


def confirm_second_factor(
    session: Session, now: datetime, actor: Actor, *, code: str, at: datetime
) -> tuple[list[str], str]:
    """Turn the second factor on with a first code; gives ten recovery codes, and her session's new token.

    *at* is the wall clock's instant, which her phone knows too; the house's own clock may stand behind it.
    """
    lock_stream(session, HOUSE_STREAM)
    account = session.get_one(Account, actor.id)
    if account.totp_since is not None:
        raise Refusal("second_factor_is_on")
    step = step_of(account.totp_secret, code, at) if account.totp_secret else None
    if step is None:
        raise Refusal("code_wrong")
    account.totp_since, account.totp_step = now, step
    end_sessions(session, now, str(actor), except_for=actor.session_id)
    tell_house(session, now, actor, "second_factor_set_up", account=account.id)
    return _fresh_codes(session, account.id), renew_token(session, now, actor)


def use_second_factor(
    session: Session, now: datetime, actor: Actor, *, account_id: str, code: str, at: datetime
) -> None:
    """Take a code of an account's app or one of its recovery codes; each is good for one time, whatever races it."""
    account = session.get(Account, account_id)
    if account is None or account.totp_since is None or account.totp_secret is None:
        raise Refusal("code_wrong")
    if looks_like_recovery(code):
        if not _take_recovery_code(session, now, account_id, code):
            raise Refusal("code_wrong")
        tell_house(session, now, actor, "recovery_code_used", account=account_id)
    elif not _take_step(session, account, step_of(account.totp_secret, code, at)):
        raise Refusal("code_wrong")


def renew_recovery_codes(session: Session, now: datetime, actor: Actor, *, code: str, at: datetime) -> list[str]:
    """Make ten recovery codes in the place of all that there were; asks for a code first."""
    lock_stream(session, HOUSE_STREAM)
    use_second_factor(session, now, actor, account_id=actor.id, code=code, at=at)
    tell_house(session, now, actor, "recovery_codes_renewed", account=actor.id)
    return _fresh_codes(session, actor.id)


def drop_second_factor(
    session: Session, now: datetime, actor: Actor, *, known_hash: str, code: str, at: datetime
) -> str:
    """Turn the actor's second factor off, with a code and the password whose hash was checked; gives a new token."""
    lock_stream(session, HOUSE_STREAM)
    if is_demanded(session):
        raise Refusal("second_factor_demanded")
    require_herself(session, actor, now, known_hash)
    use_second_factor(session, now, actor, account_id=actor.id, code=code, at=at)
    _take_away(session, actor.id)
    end_sessions(session, now, str(actor), except_for=actor.session_id)
    tell_house(session, now, actor, "second_factor_dropped", account=actor.id)
    return renew_token(session, now, actor)


def reset_second_factor(session: Session, now: datetime, actor: Actor, *, account_id: str) -> None:
    """Take a lost second factor away from somebody else; her sessions end, and her password alone lets her in."""
    lock_stream(session, HOUSE_STREAM)
    account = session.get(Account, account_id)
    if account is None or account.bot or account.erased_at is not None:
        raise Refusal("not_found")
    if actor.kind == "account" and actor.id == account_id:
        raise Refusal("not_oneself")
    if account.totp_since is None:
        raise Refusal("second_factor_is_off")
    _take_away(session, account_id)
    end_sessions(session, now, f"account:{account_id}")
    close_sockets(session, now, f"account:{account_id}")
    tell_house(session, now, actor, "second_factor_reset", account=account_id)


def demand_second_factor(session: Session, now: datetime, actor: Actor, *, demanded: bool) -> None:
    """Ask a second factor of all staff, or no longer; whoever has none can only set it up from now on."""
    lock_stream(session, HOUSE_STREAM)
    if demanded == is_demanded(session):
        return
    if demanded and actor.kind == "account" and session.get_one(Account, actor.id).totp_since is None:
        raise Refusal("second_factor_yours_first")
    session.merge(Setting(name=DEMAND, value=DEMANDED if demanded else OFFERED))
    without = select(Account.id).where(Account.totp_since.is_(None), Account.bot.is_(False))
    for account_id in session.scalars(without).all() if demanded else ():
        close_sockets(session, now, f"account:{account_id}")
    tell_house(session, now, actor, "second_factor_demand_changed", demanded=demanded)


def _take_step(session: Session, account: Account, step: int | None) -> bool:
    if step is None:
        return False
    # The write decides: of twenty who come with one code, one finds the step still before her.
    fresh = or_(Account.totp_step.is_(None), Account.totp_step < step)
    taken = session.execute(
        update(Account)
        .where(Account.id == account.id, Account.totp_secret == account.totp_secret, fresh)
        .values(totp_step=step)
    )
    return bool(taken.rowcount)  # type: ignore[attr-defined]


def _take_recovery_code(session: Session, now: datetime, account_id: str, code: str) -> bool:
    mine = (RecoveryCode.code_digest == recovery_digest(account_id, code), RecoveryCode.account_id == account_id)
    taken = session.execute(update(RecoveryCode).where(*mine, RecoveryCode.used_at.is_(None)).values(used_at=now))
    return bool(taken.rowcount)  # type: ignore[attr-defined]


def _fresh_codes(session: Session, account_id: str) -> list[str]:
    session.execute(delete(RecoveryCode).where(RecoveryCode.account_id == account_id))
    codes = new_recovery_codes()
    session.add_all(RecoveryCode(code_digest=recovery_digest(account_id, one), account_id=account_id) for one in codes)
    return codes


def _take_away(session: Session, account_id: str) -> None:
    session.execute(delete(RecoveryCode).where(RecoveryCode.account_id == account_id))
    nothing = {"totp_secret": None, "totp_since": None, "totp_step": None}
    session.execute(update(Account).where(Account.id == account_id).values(**nothing))
