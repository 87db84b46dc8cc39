"""After a commit: each post goes to the room of its reader, once per language that somebody there reads."""

from collections.abc import Callable, Sequence
from typing import Any

from simulator.actor import PROGRAM
from simulator.book import Post
from simulator.house import House
from simulator.reading.feed import render_posts
from web.live.payload import for_the_wire
from web.live.rooms import Seating

Emit = Callable[..., Any]


class Announcer:
    """Tell the sockets of this process what was committed."""

    def __init__(self, house: House, emit: Emit, seating: Seating) -> None:
        self._house, self._emit, self._seating = house, emit, seating

    def __call__(self, posts: Sequence[Post]) -> None:
        """Send *posts* on."""
        languages = self._seating.languages({post.reader for post in posts})
        wanted = [post for post in posts if languages.get(post.reader)]
        if wanted:
            rendered = self._house.look(render_posts, PROGRAM, posts=wanted, languages=languages)
            for reader, language, event in rendered:
                self._emit("event", for_the_wire(event), to=f"{reader}|{language}")
