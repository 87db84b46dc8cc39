"""What a live server shows to whoever watches it, read off its parts at the moment of the scrape."""

from collections import Counter
from typing import TYPE_CHECKING

from web.watching.gauges import Watched

if TYPE_CHECKING:
    from web.live.server import LiveServer


def watch(server: "LiveServer") -> None:
    """Let the pages of *server* show its lines, whose turn the clock is, and whether it hears the others."""
    watched: Watched = server.app.extensions["watched"]
    watched.lines = lambda: Counter(place.actor.kind for place in list(server.sockets.seating.places.values()))
    watched.stopping = lambda: server.stopped
    watched.states |= {
        "clock_owner": ("1 where this process owns the clock.", lambda: float(server.owner.epoch is not None)),
        "clock_epoch": ("The number of this process's turn, where the clock is its.", lambda: server.owner.epoch),
        "bell_rings": (
            "1 while the other processes are heard by Redis; absent where there is none to hear.",
            lambda: None if server.bell is None else float(not server.bell.is_silent),
        ),
        "behind_the_log": (
            "1 while events wait that could not be told yet.", lambda: float(server.sockets.announcer.lagging),
        ),
    }  # fmt: skip
