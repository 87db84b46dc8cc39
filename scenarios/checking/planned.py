"""When injects come as far as the script alone can say, and in which order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from injects.inject import Inject
from injects.msel import Msel


@dataclass(frozen=True)
class Planned:
    """The earliest time of an inject; whether it is certain; whether it hangs on a press of the facilitator."""

    place: int
    at: timedelta
    follows: int
    certain: bool
    by_hand: bool


def planned(injects: Sequence[Inject]) -> list[Planned]:
    """Give the injects of a script without circles in the order in which they come for a team that answers at once.

    A manual inject is taken to be pressed where it stands in the file.
    """
    msel = Msel(injects)
    found: dict[str, Planned] = {}
    before = timedelta(0)
    for place, inject in enumerate(injects):
        before = inject.at if inject.at is not None else before
        if inject.after is None:
            first = Planned(place, before, 0, certain=not inject.manual, by_hand=inject.manual)
            _follow(msel, inject, first, found)
    return sorted(found.values(), key=lambda one: (one.at, one.follows, one.place))


def _follow(msel: Msel, first: Inject, start: Planned, found: dict[str, Planned]) -> None:
    # A list and no recursion: a thousand injects may follow one another.
    waiting = [(first, start)]
    for inject, here in waiting:
        found[inject.id] = here
        for follower in msel.followers(inject.id):
            delay = follower.after.delay if follower.after else timedelta(0)
            certain = here.certain and inject.ask is None
            place = msel.positions[follower.id]
            waiting.append((follower, Planned(place, here.at + delay, here.follows + 1, certain, here.by_hand)))
