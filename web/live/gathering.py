"""What many people ask at once goes to the house together: one transaction for all that waits, each its own answer.

A transaction costs the same whether it stores one answer or five hundred, and on the disk they follow each other. So
requests that can be carried out together wait in a queue; whoever finds nobody draining it begins to, and while one
transaction is at work the next one gathers. There is no timer: a request that is alone waits for nobody. What many
look at once goes together likewise: a thread's turn and a transaction cost as much as the look.
"""

from collections import deque
from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar

from simulator.actions.responding import carry_out_together, open_inject, receive_injects, save_draft, send_response
from simulator.actor import Actor
from simulator.call import Call
from simulator.house import House
from simulator.reading.feed import own_events
from simulator.reading.visiting import find_visitor
from web.live.precedence import Precedence
from web.refused import Refused
from web.watching.measures import were_gathered

Result = TypeVar("Result")
GATHERED = frozenset({send_response, save_draft, open_inject, receive_injects})
# What a thousand ask at once who come back: who she is, and what she has missed. Few at a time, so that the first of
# them soon go on, and what is read for one is hardly older than what is read for the next.
LOOKED = frozenset({find_visitor, own_events})
AT_ONCE, LOOKS_AT_ONCE = 512, 32
# A process forgets all of it then, and asks the database again.
MOST_NOTED = 100_000


class Unanswered(Exception):
    """A request whose turn never came, or ended in the middle: nobody knows what became of it."""


class Waiting:
    """One request in the queue, and whoever waits for its result."""

    __slots__ = ("_done", "call", "result", "settled")

    def __init__(self, call: Call) -> None:
        self.call, self.result, self.settled = call, None, False
        # A bare lock that is taken here and released once: the cheapest thing to wait for, of a greenlet or a thread.
        self._done = Lock()
        self._done.acquire()

    def settle(self, result: Any) -> None:
        """Give the result, or the exception, to whoever waits; once."""
        if not self.settled:
            self.result, self.settled = result, True
            self._done.release()

    def wait(self) -> Any:
        """Wait for the result."""
        self._done.acquire()
        if isinstance(self.result, Exception):
            raise self.result
        return self.result


class Queue:
    """Requests that wait for each other; *carry_out* settles all of a batch, or ends in an exception."""

    def __init__(
        self, spawn: Callable[..., Any], refused: Refused, most: int, carry_out: Callable[[list[Waiting]], Any]
    ) -> None:
        self._spawn, self._refused, self._most, self._carry_out = spawn, refused, most, carry_out
        self._waiting: deque[Waiting] = deque()
        self._lock = Lock()
        self._draining = False

    def __len__(self) -> int:
        return len(self._waiting)

    def wait_for(self, call: Call) -> Any:
        """Let a request be carried out with the next batch; give its result."""
        waiting = Waiting(call)
        with self._lock:
            self._waiting.append(waiting)
            begins, self._draining = not self._draining, True
        if begins:
            self._spawn(self._drain)
        return waiting.wait()

    def _drain(self) -> None:
        while batch := self._next():
            try:
                self._carry_out(batch)
            except Exception as error:
                # Whoever has her result keeps it: it is on the disk, and only the telling has failed.
                self._refused.failed("gathering", error)
            finally:
                for waiting in batch:
                    waiting.settle(Unanswered())

    def _next(self) -> list[Waiting]:
        with self._lock:
            batch = [self._waiting.popleft() for _place in range(min(len(self._waiting), self._most))]
            self._draining = bool(batch)
        return batch


class Gathering:
    """Act and look in a house as `House` does, but for what can be carried out together."""

    def __init__(self, house: House, spawn: Callable[..., Any], refused: Refused, precedence: Precedence) -> None:
        self._house, self._precedence = house, precedence
        self.clock = house.clock
        self._acts = Queue(spawn, refused, AT_ONCE, self._act_together)
        self._looks = Queue(spawn, refused, LOOKS_AT_ONCE, self._look_together)
        self._noted: set[tuple[str | None, str, bool]] = set()

    @property
    def waiting(self) -> int:
        """Say how many requests wait for the next transaction."""
        return len(self._acts) + len(self._looks)

    def perform(self, action: Callable[..., Result], actor: Actor, **facts: Any) -> Result:
        """Carry out an action; when this gives its result, it is on the disk."""
        if action not in GATHERED:
            return self._house.perform(action, actor, **facts)
        if action is receive_injects or action is open_inject:
            return self._note(action, actor, facts)  # type: ignore[return-value]
        return self._acts.wait_for(Call(action, actor, facts))  # type: ignore[no-any-return]

    def look(self, view: Callable[..., Result], actor: Actor, **facts: Any) -> Result:
        """Read through a view."""
        if view not in LOOKED:
            return self._house.look(view, actor, **facts)
        return self._looks.wait_for(Call(view, actor, facts))  # type: ignore[no-any-return]

    def _note(self, action: Callable[..., Any], actor: Actor, facts: dict[str, Any]) -> list[str]:
        """Note what a team has received or opened, unless this process knows that it is noted.

        It knows from the house's own answers, which come after the commit. What is noted stays noted, whatever becomes
        of the inject, and an inject's place in a team is hers for good; so this cannot lie.
        """
        opens = action is open_inject
        asked = [facts["inject_id"]] if opens else list(facts["inject_ids"])
        fresh = [inject for inject in asked if (actor.team_id, inject, opens) not in self._noted]
        if fresh:
            noted = self._acts.wait_for(Call(action, actor, facts if opens else {"inject_ids": fresh}))
            if len(self._noted) > MOST_NOTED:
                self._noted.clear()
            self._noted.update((actor.team_id, inject, opens) for inject in noted)
            fresh = [inject for inject in fresh if inject not in noted]
        return [inject for inject in asked if inject not in fresh]

    def _act_together(self, batch: list[Waiting]) -> None:
        self._precedence.give_way()
        were_gathered(len(batch))
        self._house.perform_all(
            carry_out_together,
            [waiting.call for waiting in batch],
            lambda place, result: batch[place].settle(result),
        )

    def _look_together(self, batch: list[Waiting]) -> None:
        try:
            results = self._house.look_all([waiting.call for waiting in batch])
        except Exception as error:
            if len(batch) > 1:
                # One may be to blame, and nobody else shall hear of it.
                for waiting in batch:
                    self._look_together([waiting])
                return
            results = [error]
        for waiting, result in zip(batch, results, strict=True):
            waiting.settle(result)
