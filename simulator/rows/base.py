"""What all tables share: one metadata with names for every constraint, and short public ids."""

import secrets

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


class Row(DeclarativeBase):
    """A fact. Only the simulator writes rows."""

    metadata = MetaData(naming_convention=NAMES)


def new_id(length: int = 12) -> str:
    """Make an id that is short, readable and not guessable: 12 letters hold 59 bits."""
    # One draw for all letters, with so many bits to spare that none is likelier than another.
    drawn, letters = secrets.randbits(5 * length + 64), []
    for _letter in range(length):
        drawn, place = divmod(drawn, len(ALPHABET))
        letters.append(ALPHABET[place])
    return "".join(letters)


def new_salt() -> str:
    """Make the salt of one digest: 128 bits, in hexadecimal."""
    return secrets.token_hex(16)
