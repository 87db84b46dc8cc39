"""What an unquoted word of YAML means here: far fewer things than elsewhere, so that text stays as written.

Only ``true``, ``false``, null, decimal integers and decimal floats are resolved (scenario-format.md); ``no``,
``1:30:00``, ``2026-03-02``, ``010`` and ``0x1f`` are what their author typed.
"""

import re
from math import isfinite

from scenarios.node import Scalar

_WORDS: dict[str, Scalar] = {"true": True, "false": False}
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
# Nobody counts with more digits, and Python refuses to read integers of thousands.
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,99})?\.[0-9]{1,99}(?:[eE][-+]?[0-9]{1,3})?")


def resolve(written: str) -> Scalar:
    """Give the value of a plain scalar."""
    if written in _NULLS:
        return None
    if written in _WORDS:
        return _WORDS[written]
    if _INTEGER.fullmatch(written):
        return int(written)
    if _FLOAT.fullmatch(written) and isfinite(number := float(written)):
        return number
    return written
