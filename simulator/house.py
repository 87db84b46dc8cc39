"""The one door: actions change facts in a transaction and are announced after it; views read them."""

import re
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from datetime import datetime, timedelta
from threading import Lock
from typing import Any, Protocol, TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.orm import Session

from simulator.actor import PROGRAM, Actor
from simulator.book import Post, close_book, write_book
from simulator.call import Call, Together
from simulator.clock import Clock, FollowingClock, SteadyClock
from simulator.database import for_readers, open_sessions
from simulator.permission import require
from simulator.reading.clock import last_known_instant
from simulator.refusal import Refusal
from simulator.scene import open_scene
from simulator.scrubbing import scrub_if_asked
from simulator.terms import last_sign
from simulator.whispering import Whisper, take_whispers

Result = TypeVar("Result")
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
Announce = Callable[[Sequence[Post]], None]
Tell = Callable[[Sequence[Whisper]], None]
Run = Callable[[Callable[[], Any]], Any]
CatchUp = Callable[[Session, datetime, str], None]
Wait = Callable[[float], None]


def _refuse_unstorable(facts: Mapping[str, Any]) -> None:
    # No person types these, and no database compares or stores them alike.
    for value in facts.values():
        words = (value,) if isinstance(value, str) else value if isinstance(value, list | tuple) else ()
        if any(isinstance(word, str) and UNSTORABLE.search(word) for word in words):
            raise Refusal("not_found")


def _require(operation: Callable[..., Any], actor: Actor, facts: Mapping[str, Any]) -> None:
    require(actor, operation.__name__, facts.get("drill_id"), facts.get("programme_id"))
    _refuse_unstorable(facts)


def _refused(call: Call) -> Refusal | None:
    try:
        _require(call.action, call.actor, call.facts)
    except Refusal as refusal:
        return refusal
    return None


def _is_of_the_database(error: Exception) -> bool:
    # A full disk, a server that is gone, a wait that was too long: whoever comes next would meet the same.
    return isinstance(error, InterfaceError | OperationalError) or (
        isinstance(error, DBAPIError) and error.connection_invalidated
    )


def _call(work: Callable[[], Any]) -> Any:
    return work()


def steady_clock(engine: Engine) -> FollowingClock:
    """Start the clock of a process with the house's, where somebody shows it just now.

    Else it starts where the database's last one stopped, or at the wall clock if that is later.
    """
    with open_sessions(for_readers(engine))() as session:
        sign = last_sign(session)
        shown = None if sign is None else sign.instant
        return FollowingClock(SteadyClock(last_known_instant(session))() if shown is None else shown)


class Door(Protocol):
    """What an edge acts and looks through: the house itself, or the house as the clock's owner acts in it."""

    clock: Clock

    def perform(self, action: Callable[..., Result], actor: Actor, **facts: Any) -> Result:
        """Carry out an action."""

    def look(self, view: Callable[..., Result], actor: Actor, **facts: Any) -> Result:
        """Read through a view."""


class House:
    """Hold the database and the clock; every edge acts and looks through here.

    *run* carries a transaction out: directly, or in a pool of native threads where gevent runs, because
    waiting for a database lock there would stop everybody; *wait* lets such a thread sleep. *announce* hears of each
    commit, in order, and *whisper* of what was said in it that no log holds. *catch_up* brings a drill up to the
    instant of an action first; a server needs it, virtual time steps by itself.
    """

    def __init__(
        self, engine: Engine, clock: Clock, *, run: Run = _call, catch_up: CatchUp = lambda session, now, drill: None,
        wait: Wait = time.sleep,
    ) -> None:  # fmt: skip
        self.engine = engine
        self.clock = clock
        self.run = run
        self._catch_up, self._wait = catch_up, wait
        self.announce: Announce = lambda posts: None
        self.whisper: Tell = lambda whispers: None
        # SQLite has one writer. Here each waits for her turn in order, and no thread for a lock that it asks for anew.
        self._turn: AbstractContextManager[Any] = Lock() if engine.dialect.name == "sqlite" else nullcontext()
        self._sessions = open_sessions(engine)
        self._readers = open_sessions(for_readers(engine))

    def perform(self, action: Callable[..., Result], actor: Actor, **facts: Any) -> Result:
        """Carry out *action* in one transaction, then announce it; a `Refusal` changes nothing."""
        _require(action, actor, facts)
        drill_id = facts.get("drill_id") or actor.drill_id
        drill_ids = () if drill_id is None else (drill_id,)
        return self._perform(drill_ids, lambda session, now: action(session, now, actor, **facts))

    def perform_at(self, instant: datetime, action: Callable[..., Result], actor: Actor, **facts: Any) -> Result:
        """Carry out *action* as of an *instant* that is milliseconds away: worked out before it, on the disk after it.

        Nobody else can write between, so what was worked out still holds; and nobody reads or hears of it sooner.
        """
        _require(action, actor, facts)
        return self._perform((), lambda session, now: action(session, now, actor, **facts), instant)

    def _perform(
        self, drill_ids: Sequence[str], work: Callable[[Session, datetime], Result], instant: datetime | None = None
    ) -> Result:
        result, posts, whispers = self._write(drill_ids, work, instant)
        self._tell(posts, whispers)
        return result

    def perform_all(
        self, together: Together, calls: Sequence[Call], answer: Callable[[int, Any], None] = lambda place, result: None
    ) -> list[Any]:
        """Carry out *calls* in one transaction; gives for each its result, or the exception that it ended in.

        *answer* hears of each by its place as soon as it is on the disk, before anything is announced. A refused call
        changes nothing, and nothing of the others. What nobody has foreseen undoes them all; then they are carried
        out in ever smaller parts, until only those fail that are to blame. Where the database itself fails, all fail.
        """
        results: list[Any] = [_refused(call) for call in calls]

        def settle(place: int, result: Any) -> None:
            results[place] = result
            answer(place, result)

        for place, refusal in enumerate(results):
            if refusal is not None:
                answer(place, refusal)
        allowed = [(place, call) for place, call in enumerate(calls) if results[place] is None]
        if allowed:
            self._perform_allowed(together, allowed, settle)
        return results

    def _perform_allowed(
        self, together: Together, placed: list[tuple[int, Call]], settle: Callable[[int, Any], None]
    ) -> None:
        calls = [call for _place, call in placed]
        # In one order everywhere: two who lock several drills must not wait for each other.
        drill_ids = sorted({call.actor.drill_id for call in calls if call.actor.drill_id is not None})
        try:
            done = self._write(drill_ids, lambda session, now: together(session, now, calls))
        except Exception as error:
            if len(calls) == 1 or _is_of_the_database(error):
                for place, _call in placed:
                    settle(place, error)
                return
            half = len(calls) // 2
            self._perform_allowed(together, placed[:half], settle)
            self._perform_allowed(together, placed[half:], settle)
            return
        for (place, _call), result in zip(placed, done[0], strict=True):
            settle(place, result)
        self._tell(*done[1:])

    def _write(
        self, drill_ids: Sequence[str], work: Callable[[Session, datetime], Result], instant: datetime | None = None
    ) -> tuple[Result, list[Post], list[Whisper]]:
        with self._turn:
            return self.run(lambda: self._transact(drill_ids, work, instant))  # type: ignore[no-any-return]

    def _tell(self, posts: list[Post], whispers: list[Whisper]) -> None:
        if posts:
            self.announce(posts)
        if whispers:
            self.whisper(whispers)

    def _transact(
        self, drill_ids: Sequence[str], work: Callable[[Session, datetime], Result], instant: datetime | None
    ) -> tuple[Result, list[Post], list[Whisper]]:
        with self._sessions() as session:
            with session.begin():
                # The wait for a turn comes first, so that the log's times follow its order.
                session.connection()
                now = self.clock() if instant is None else max(self.clock(), instant)
                for drill_id in drill_ids:
                    self._catch_up(session, now, drill_id)
                    if len(drill_ids) > 1:
                        # Also where nothing is to be caught up: each in its order, before the work locks any.
                        with suppress(Refusal):
                            open_scene(session, now, PROGRAM, drill_id)
                result = work(session, now)
                if instant is not None:
                    write_book(session)
                    self._wait_for(instant)
            done = result, close_book(session), take_whispers(session)
            scrub_if_asked(session, self.engine)
            return done

    def _wait_for(self, instant: datetime) -> None:
        left = instant - self.clock()
        if left > timedelta(0):
            self._wait(left.total_seconds())

    def look(self, view: Callable[..., Result], actor: Actor, **facts: Any) -> Result:
        """Read through *view*; nothing is changed."""

        def read() -> Result:
            with self._readers() as session:
                return self._seen(session, Call(view, actor, facts))  # type: ignore[no-any-return]

        return self._read(read)  # type: ignore[no-any-return]

    def look_all(self, calls: Sequence[Call]) -> list[Any]:
        """Read through the view of each of *calls*, all in one transaction; gives each result, or its `Refusal`.

        What nobody has foreseen in one of them, all end in.
        """

        def read() -> list[Any]:
            results = list[Any]()
            with self._readers() as session:
                for call in calls:
                    try:
                        results.append(self._seen(session, call))
                    except Refusal as refusal:
                        results.append(refusal)
            return results

        return self._read(read)  # type: ignore[no-any-return]

    def _seen(self, session: Session, call: Call) -> Any:
        _require(call.action, call.actor, call.facts)
        return call.action(session, self.clock(), call.actor, **call.facts)

    def _read(self, read: Callable[[], Any]) -> Any:
        try:
            return self.run(read)
        except DBAPIError as error:
            if not error.connection_invalidated:
                raise
            # The line was cut meanwhile. Who only reads may ask again, and meets a new one.
            return self.run(read)
