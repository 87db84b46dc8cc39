"""Passwords: Argon2id with the parameters OWASP advises for small machines; never run inside a transaction."""

import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 12
ADVISED = 15
LONGEST = 200

_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
# Verified where there is no account, so that its absence takes as long as a wrong password.
_NOBODY = _hasher.hash("a password that nobody has")


def hash_password(password: str) -> str:
    """Hash a password; it takes some 30 ms of one core."""
    return _hasher.hash(_as_typed(password))


def password_fits(stored: str | None, password: str) -> bool:
    """Say whether *password* is the one that *stored* was made from."""
    try:
        return _hasher.verify(stored or _NOBODY, _as_typed(password)) and stored is not None
    except (VerificationError, InvalidHashError):
        return False


def _as_typed(password: str) -> str:
    # One keyboard writes ñ as a letter, another as n and a tilde.
    return unicodedata.normalize("NFC", password)
