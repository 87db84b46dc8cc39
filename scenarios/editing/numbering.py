"""The id of one more inject: the next one, in the way in which its author numbers hers."""

import re
from collections import Counter
from collections.abc import Sequence

from injects.inject import ID_PATTERN

# “I-009”, “06a”: what stands before the number, the number as it is written, the letter of a branch.
_NUMBERED = re.compile(r"(.{0,50}?)([0-9]{1,9})[A-Za-z]?")
_WIDTH = 2


def next_id(ids: Sequence[str], beside: str | None = None) -> str:
    """Give an id that none of *ids* is, of the series that *beside* belongs to, or else of the one with most ids."""
    taken = set(ids)
    numbered = [found for one in ids if (found := _numbered(one, taken))]
    sizes = Counter(prefix for prefix, _digits in numbered)
    near = _numbered(beside, taken) if beside else None
    prefix = near[0] if near and sizes[near[0]] > 1 else max(sizes, key=lambda one: sizes[one], default="")
    series = {int(digits): len(digits) for one, digits in numbered if one == prefix}
    number = max(series, default=len(ids))
    width = series.get(number, _WIDTH)
    step = next(step for step in (100, 10, 1) if step == 1 or (len(series) > 1 and not any(n % step for n in series)))
    number += step
    while (new := f"{prefix}{number:0{width}}") in taken:
        number += step
    return new


def _numbered(id: str, taken: set[str]) -> tuple[str, str] | None:
    """Split an id into what stands before its number, and the number; a copy such as “04-2” has that of “04”."""
    while (copied := id.rpartition("-")[0]) and copied in taken:
        id = copied
    parts = _NUMBERED.fullmatch(id) if re.fullmatch(ID_PATTERN, id) else None
    return (parts[1], parts[2]) if parts else None
