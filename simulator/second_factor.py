"""The second factor of a sign-in: time-based codes (RFC 6238), codes for the day it is lost, and who must have one."""

import hmac
import re
import secrets
from datetime import datetime

import pyotp
from sqlalchemy.orm import Session

from simulator.columns import EPOCH
from simulator.digest import token_digest
from simulator.rows import Setting

# Authenticator apps know these values and often no others.
STEP_SECONDS, DIGITS = 30, 6
# A phone's clock may be half a minute off, either way.
DRIFT = 1
RECOVERY_CODES = 10
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_RECOVERY_LENGTH = 10
ISSUER = "Prontas"

DEMAND, DEMANDED, OFFERED = "second_factor", "demanded", "offered"
# What an account without one may do where it is demanded: set it up, read its own page, leave.
UNTIL_SET_UP = frozenset(
    {"own_account", "own_second_factor", "begin_second_factor", "confirm_second_factor", "change_own_language"}
)


def is_demanded(session: Session) -> bool:
    """Say whether all staff must have a second factor."""
    found = session.get(Setting, DEMAND)
    return found is not None and found.value == DEMANDED


def new_secret() -> str:
    """Make the secret that the server and her app share: 160 bits, in the letters an app can be typed."""
    return pyotp.random_base32()


def address_of(secret: str, email: str) -> str:
    """Give what the QR code holds: the secret with the account it is for."""
    return pyotp.TOTP(secret, digits=DIGITS, interval=STEP_SECONDS).provisioning_uri(name=email, issuer_name=ISSUER)


def step_of(secret: str, code: str, at: datetime) -> int | None:
    """Give the time step whose code this is, at most half a minute off; None where it is none of them."""
    totp = pyotp.TOTP(secret, digits=DIGITS, interval=STEP_SECONDS)
    current = int((at - EPOCH).total_seconds()) // STEP_SECONDS
    steps = range(max(0, current - DRIFT), current + DRIFT + 1)
    # All are compared, so that the time taken tells nothing.
    fitting = [step for step in steps if hmac.compare_digest(totp.generate_otp(step).encode(), plain(code).encode())]
    return fitting[0] if fitting else None


def plain(code: str) -> str:
    """Give a code as it was printed, whatever blanks, hyphens or capitals she typed."""
    return re.sub(r"[\W_]", "", code).lower()


def looks_like_recovery(code: str) -> bool:
    """Say whether somebody typed a recovery code, not one of her app."""
    return len(plain(code)) == _RECOVERY_LENGTH


def new_recovery_codes() -> list[str]:
    """Make codes of 49 bits, in two groups that can be read aloud."""
    letters = ("".join(secrets.choice(_LETTERS) for _ in range(_RECOVERY_LENGTH)) for _ in range(RECOVERY_CODES))
    return [f"{code[:5]}-{code[5:]}" for code in letters]


def recovery_digest(account_id: str, code: str) -> str:
    """Give what is stored of a recovery code; it is bound to its account."""
    return token_digest(f"{account_id}:{plain(code)}")
