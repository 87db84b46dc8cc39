"""One more inject: what it is called, where it stands, and a time at which nobody gets two things at once."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any

from scenarios.checking.crowding import APART
from scenarios.editing.numbering import next_id
from scenarios.editing.operations import Insert
from scenarios.editing.shifting import written_like
from web.editor.forms.choices import Choices
from web.editor.listing import milliseconds_of, times_of
from web.editor.understanding import Understood
from web.words import LANGUAGES, N_, say

# What it is called until she says what it is.
TITLE = N_("New inject")
STEP = int(APART.total_seconds() * 1000)
_MINUTE = 60_000
# A free moment is sought no farther than this: a drill may go on for weeks.
_FARTHEST = 3_600_000


def new_inject(known: Understood, chosen: list[str], language: str) -> Insert:
    """Write an inject that passes check; after the chosen one, a little later than it, else at the end of the list."""
    languages = Choices(known.plain, language).languages
    title: Any = {code: say(code if code in LANGUAGES else "en", TITLE) for code in languages}
    ids = [str(one.get("id", "")) for _place, one in known.injects]
    last = ids.index(chosen[-1]) if chosen else len(ids) - 1
    value = {
        "id": next_id(ids, ids[last] if ids else None), "at": _time(known, last), "channel": "email", "title": title,
    }  # fmt: skip
    before = ids[last + 1] if last + 1 < len(ids) else None
    return Insert(path=("injects",), value=value, before=before)


def _time(known: Understood, last: int) -> int | str:
    """Give a time behind the inject that is *last*, as that one is written."""
    if last < 0:
        return 0
    times = times_of(known)
    before = [times[place] for place, _one in known.injects[: last + 1] if place in times]
    begin = before[-1] if before else 0
    end = min(milliseconds_of(known.plain.get("duration")) or begin + _FARTHEST, begin + _FARTHEST)
    found = free_moment(begin, end, times.values())
    return written_like(known.injects[last][1].get("at", ""), timedelta(milliseconds=found)) if found else 0


def free_moment(begin: int, end: int, taken: Collection[int]) -> int:
    """Give the first moment from *begin* that is apart from all others; whole minutes first, *begin* if there is none.

    All in milliseconds. Behind the last moment one before it is as good.
    """
    first = -(-begin // STEP) * STEP
    ahead, back = range(first, end, STEP), range(first - STEP, max(first - _FARTHEST, -1), -STEP)
    free = [moment for moment in (*ahead, *back) if all(abs(moment - other) >= STEP for other in taken)]
    following = min((other for other in taken if other > begin), default=end)
    whole = (moment for moment in free if moment % _MINUTE == 0 and begin <= moment < following)
    return next(whole, free[0] if free else begin)
