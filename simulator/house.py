"""The one door: actions change facts in a transaction and are announced after it; views read them."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.book import Post, close_book
from simulator.clock import Clock, SteadyClock
from simulator.database import for_readers, open_sessions
from simulator.permission import require
from simulator.reading.clock import last_known_instant
from simulator.refusal import Refusal
from simulator.scrubbing import scrub_if_asked
from simulator.whispering import Whisper, take_whispers

Result = TypeVar("Result")
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
Announce = Callable[[Sequence[Post]], None]
Tell = Callable[[Sequence[Whisper]], None]
Run = Callable[[Callable[[], Any]], Any]
CatchUp = Callable[[Session, datetime, str], None]


def _refuse_unstorable(facts: dict[str, Any]) -> None:
    # No person types these, and no database compares or stores them alike.
    for value in facts.values():
        words = (value,) if isinstance(value, str) else value if isinstance(value, list | tuple) else ()
        if any(isinstance(word, str) and UNSTORABLE.search(word) for word in words):
            raise Refusal("not_found")


def _call(work: Callable[[], Any]) -> Any:
    return work()


def steady_clock(engine: Engine) -> SteadyClock:
    """Start the clock of a process where the database's last one stopped, or at the wall clock if that is later."""
    with open_sessions(for_readers(engine))() as session:
        return SteadyClock(last_known_instant(session))


class House:
    """Hold the database and the clock; every edge acts and looks through here.

    *run* carries a transaction out: directly, or in a pool of native threads where gevent runs, because
    waiting for a database lock there would stop everybody. *announce* hears of each commit, in order, and *whisper*
    of what was said in it that no log holds. *catch_up* brings a drill up to the instant of an action first; a server
    needs it, virtual time steps by itself.
    """

    def __init__(
        self, engine: Engine, clock: Clock, *, run: Run = _call, catch_up: CatchUp = lambda session, now, drill: None
    ) -> None:
        self.engine = engine
        self.clock = clock
        self.run = run
        self._catch_up = catch_up
        self.announce: Announce = lambda posts: None
        self.whisper: Tell = lambda whispers: None
        self._sessions = open_sessions(engine)
        self._readers = open_sessions(for_readers(engine))

    def perform(self, action: Callable[..., Result], actor: Actor, **facts: Any) -> Result:
        """Carry out *action* in one transaction, then announce it; a `Refusal` changes nothing."""
        result, posts, whispers = self.run(lambda: self._transact(action, actor, facts))
        if posts:
            self.announce(posts)
        if whispers:
            self.whisper(whispers)
        return result  # type: ignore[no-any-return]

    def _transact(
        self, action: Callable[..., Result], actor: Actor, facts: dict[str, Any]
    ) -> tuple[Result, list[Post], list[Whisper]]:
        require(actor, action.__name__, facts.get("drill_id"), facts.get("programme_id"))
        _refuse_unstorable(facts)
        with self._sessions() as session:
            with session.begin():
                # The wait for a turn comes first, so that the log's times follow its order.
                session.connection()
                now, drill_id = self.clock(), facts.get("drill_id") or actor.drill_id
                if drill_id is not None:
                    self._catch_up(session, now, drill_id)
                result = action(session, now, actor, **facts)
            done = result, close_book(session), take_whispers(session)
            scrub_if_asked(session, self.engine)
            return done

    def look(self, view: Callable[..., Result], actor: Actor, **facts: Any) -> Result:
        """Read through *view*; nothing is changed."""

        def read() -> Result:
            require(actor, view.__name__, facts.get("drill_id"), facts.get("programme_id"))
            _refuse_unstorable(facts)
            with self._readers() as session:
                return view(session, self.clock(), actor, **facts)

        return self.run(read)  # type: ignore[no-any-return]
