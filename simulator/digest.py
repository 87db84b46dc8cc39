"""Digests: what the log keeps of words that may be erased, and what the database keeps of tokens."""

import hashlib
import json
import secrets
from typing import Any

# Made once: a chain of many rows is checked by writing each of them.
_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical(told: Any) -> str:
    """Write JSON that is the same for equal values."""
    return _CANONICAL.encode(told)


def salted_digest(salt: str, told: Any) -> str:
    """Give SHA-256 of the salt and the canonical JSON of *told*, in hexadecimal (rules.md 35)."""
    # What a browser sends may hold half of a character; it must be stored, not stop the answer.
    return hashlib.sha256(f"{salt}{canonical(told)}".encode("utf-8", "surrogatepass")).hexdigest()


def new_token() -> str:
    """Make a secret of 256 bits that fits into a link."""
    return secrets.token_urlsafe(32)


def token_digest(token: str) -> str:
    """Give what is stored of a token; the token itself is not kept."""
    return hashlib.sha256(token.encode()).hexdigest()
