"""After a commit: each post goes to the room of its reader, once per language that somebody there reads.

The announcer follows the log. Of each reader that somebody here is it knows the last number it has told: the next one
is told at once, and where any is missing, because another process wrote it or commits passed each other, the log says
what it was. So every reader hears everything, in her order and from this process once.
"""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from threading import Lock
from typing import Any

from simulator.actor import PROGRAM
from simulator.book import Post
from simulator.house import House
from simulator.reading.feed import render_posts
from simulator.reading.following import PAGE, posts_after, reader_counts
from web.live.payload import for_the_wire
from web.live.rooms import Seating
from web.refused import Refused
from web.watching.measures import caught_up

Emit = Callable[..., Any]


class Announcer:
    """Tell the sockets of this process what was committed, by whichever process."""

    def __init__(self, house: House, emit: Emit, seating: Seating, refused: Refused) -> None:
        self._house, self._emit, self._seating, self._refused = house, emit, seating, refused
        self._told: dict[str, int] = {}
        self._posts: deque[Post] = deque()
        self._behind: set[str] = set()
        self._turn = Lock()
        # Something could not be told: whoever looks at the counts next should not wait long.
        self.lagging = False
        # So many events are read from the log at once.
        self.page = PAGE

    def begin(self, reader: str, n: int) -> None:
        """Begin to tell a reader what comes after number *n*; what came before, she asks for herself."""
        self._told.setdefault(reader, n)

    def end(self, reader: str) -> None:
        """Tell a reader nothing more: nobody here is hers."""
        self._told.pop(reader, None)

    def __call__(self, posts: Sequence[Post]) -> None:
        """Send on what a commit of this process has told."""
        self._posts.extend(post for post in posts if post.reader in self._told)
        self._work()

    def compare(self, counts: Mapping[str, int]) -> None:
        """Hear how far readers' counts have come; who is behind is told the rest from the log."""
        self._behind.update(reader for reader, n in counts.items() if n > self._told.get(reader, n))
        self._work()

    def look(self) -> None:
        """Look at the counts of all who are here: the last resort, where nobody rings."""
        self.lagging = False
        try:
            counts = self._house.look(reader_counts, PROGRAM, readers=list(self._told)) if self._told else {}
        except Exception as error:
            self.lagging = True
            self._refused.failed("looking at the counts", error)
        else:
            self.compare(counts)

    def _work(self) -> None:
        # One at a time, so that nobody overtakes: whoever comes meanwhile leaves what she has to the one who is at it,
        # who looks once more after she has let the next one in.
        while self._posts or self._behind:
            if not self._turn.acquire(blocking=False):
                return
            try:
                self._tell()
            except Exception as error:
                # What is committed is true also where it could not be told: the next look finds who is behind.
                self.lagging = True
                self._refused.failed("announcing", error)
            finally:
                self._turn.release()

    def _tell(self) -> None:
        posts, behind = [self._posts.popleft() for _ in range(len(self._posts))], self._behind
        self._behind = set()
        ahead: dict[str, int] = {}
        fresh = []
        for post in sorted(posts, key=lambda post: post.n):
            told = ahead.get(post.reader, self._told.get(post.reader, post.n))
            if post.n == told + 1:
                fresh.append(post)
                ahead[post.reader] = post.n
            elif post.n > told:
                behind.add(post.reader)
        self._send([post for post in fresh if post.reader not in behind])
        since = {reader: self._told[reader] for reader in behind if reader in self._told}
        missed = self._house.look(posts_after, PROGRAM, since=since, most=self.page) if since else []
        self._send(missed)
        caught_up(len(missed))
        if len(missed) == self.page:
            self._behind.update(since)

    def _send(self, posts: Sequence[Post]) -> None:
        languages = self._seating.languages({post.reader for post in posts})
        wanted = [post for post in posts if languages.get(post.reader)]
        if wanted:
            rendered = self._house.look(render_posts, PROGRAM, posts=wanted, languages=languages)
            for reader, language, event in rendered:
                self._emit("event", for_the_wire(event), to=f"{reader}|{language}")
        for post in posts:
            if post.reader in self._told:
                self._told[post.reader] = max(post.n, self._told[post.reader])
