"""The ways a team can take with one ask: what it chooses, and when it answers, if ever."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from injects.inject import Ask, Inject
from injects.timing import GRACE

When = Literal["prompt", "usual", "last", "never"]
SECOND = timedelta(seconds=1)
# Of what is due, and from the delivery where nothing is.
_SHARE: Mapping[When, float] = {"prompt": 0.1, "usual": 0.45}
_UNDUE: Mapping[When, timedelta] = {"prompt": 5 * SECOND, "usual": 20 * SECOND}


@dataclass(frozen=True)
class Way:
    """What a team does with an ask; without *options* it answers as its level says."""

    when: When = "usual"
    options: tuple[str, ...] = ()


SILENCE = Way("never")


def wait_of(ask: Ask, when: When) -> timedelta | None:
    """Give how long after its delivery an ask is answered, in whole seconds; None where it never is.

    The last moment is that of the grace, in which a response still counts (rules.md 19).
    """
    if when == "never":
        return None
    if when == "last":
        return None if ask.due is None else ask.due + GRACE - SECOND
    if ask.due is None:
        return _UNDUE[when]
    return min(ask.due, max(SECOND, round(ask.due / SECOND * _SHARE[when]) * SECOND))


def ways_of(inject: Inject, *, telling: bool) -> tuple[Way, ...]:
    """Give the ways worth trying with an inject's ask, the plainest first.

    *telling* asks are those that something waits for or asks about: only there does it matter when one answers.
    """
    ask = inject.ask
    if ask is None:
        return ()
    ways = [Way("usual", options) for options in _selections(ask)]
    if ask.due is not None:
        ways.append(SILENCE)
        if telling:
            ways += [Way(when, options) for when in ("last", "prompt") for options in _selections(ask)]
    return tuple(ways)


def _selections(ask: Ask) -> Collection[tuple[str, ...]]:
    names = [option.id for option in ask.options]
    if ask.kind == "choice":
        return [(name,) for name in names]
    if ask.kind == "choices":
        # In two takings every option is taken once, and none with all the others.
        return [tuple(names[::2]), tuple(names[1::2])]
    return [()]
