"""When things happen in drill time: deadlines, what ``after`` counts from, and the order at one instant."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from fractions import Fraction
from math import ceil
from typing import Literal

from injects.inject import Inject

GRACE = timedelta(seconds=60)
_MICROSECOND = timedelta(microseconds=1)
_RANKS = {"response": 0, "lapse": 1, "inject": 2}

State = Literal["planned", "held", "delivered", "answered", "lapsed", "skipped", "withdrawn", "void", "declined"]
Happening = Literal["response", "lapse", "inject"]


class Skip(Enum):
    """Say that an inject is never due, because its predecessor was skipped."""

    PREDECESSOR = "predecessor_skipped"


@dataclass(frozen=True)
class Outcome:
    """What became of an inject in one team, in drill time.

    *answered_at* is the team's first response (also: its acknowledgement, or its word that it declines), and
    ``None`` where only a draft was taken over. *closes_at* is the deadline with its grace, ``None`` without a
    deadline. *withdrawn_at* is when it was withdrawn or made void.
    """

    state: State
    delivered_at: timedelta | None = None
    answered_at: timedelta | None = None
    closes_at: timedelta | None = None
    withdrawn_at: timedelta | None = None


def after_base(predecessor: Inject, outcome: Outcome) -> timedelta | Skip | None:
    """Give the drill time from which ``after`` counts, or ``None`` while it is not known yet.

    Source: rules.md 13.
    """
    match outcome.state:
        case "skipped":
            return Skip.PREDECESSOR
        case "withdrawn" | "void":
            return outcome.withdrawn_at
        case "answered" | "declined":
            return _first(outcome.answered_at, outcome.closes_at)
        case "lapsed":
            return outcome.closes_at
        case "delivered" if predecessor.ask is None:
            return outcome.delivered_at
    return None


def _first(answered_at: timedelta | None, closes_at: timedelta | None) -> timedelta | None:
    # A response that was late but is ruled to count must not move what already followed the deadline.
    return min((instant for instant in (answered_at, closes_at) if instant is not None), default=None)


def due_at(predecessor: Inject, outcome: Outcome, delay: timedelta) -> timedelta | Skip | None:
    """Give the drill time at which an inject with ``after`` falls due, or what stands in its way."""
    since = after_base(predecessor, outcome)
    return since + delay if isinstance(since, timedelta) else since


def deadline(
    delivered_at: timedelta,
    due: timedelta,
    stretch: Fraction = Fraction(1),
    granted: timedelta = timedelta(0),
) -> timedelta:
    """Give the drill time until which a team may answer: *due* stretched, plus what was granted.

    A stretched length is rounded up to a whole millisecond, in favour of the team. Source: rules.md 11.
    """
    milliseconds = ceil(Fraction(due // _MICROSECOND, 1000) * stretch)
    return delivered_at + timedelta(milliseconds=milliseconds) + granted


def closes_at(deadline: timedelta) -> timedelta:
    """Give the last drill time at which a response still counts (rules.md 19)."""
    return deadline + GRACE


def order_key(at: timedelta, happening: Happening, position: int) -> tuple[timedelta, int, int]:
    """Sort what happens: by instant, then responses, lapses, injects; *position* is the place in the file.

    Source: rules.md 9.
    """
    return at, _RANKS[happening], position
