"""Walking down the ranking: at each place the most seats that some allowed choice still gives.

Both methods are this walk. For ``ranked`` a choice is allowed if it keeps capacity, caps and reachable floors; for
``merit`` it must have the greatest total as well. So the result is the first of all allowed choices in the order of
the ranking: there is exactly one, whichever choices an optimiser meets on the way.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from scoring.selection.limits import Grants, Limit, Tally, hold
from scoring.selection.model import Model, Span
from scoring.selection.total import Weights, hold_total


@dataclass(frozen=True)
class Optimum:
    """Hold the greatest total, on the scale of its weights."""

    weights: Weights
    total: int


@dataclass
class Choices:
    """Hold the choices that are left: they keep *limits*, have the *optimum*, and agree with what is *decided*.

    *witness* is one of them. It only saves questions; no answer depends on which one it is.
    """

    spans: Sequence[Span]
    limits: Sequence[Limit]
    witness: Grants
    optimum: Optimum | None = None
    decided: list[int] = field(default_factory=list)

    def walk(self) -> tuple[int, ...]:
        """Decide every place in the order of the ranking; give the seats of each."""
        while len(self.decided) < len(self.spans):
            self.decided.append(self.most())
        return tuple(self.decided)

    def most(self) -> int:
        """Give the most seats the next place can have, 0 if none."""
        place = len(self.decided)
        size = Tally(self.limits, self.decided).room(place, self.spans[place].size)
        if size < self.spans[place].least:
            return 0
        for choice in self._attempts(place, size):
            if choice[place] == size and self._allows(choice):
                self.witness = choice
                return size
        return self._asked(place, size)

    def _attempts(self, place: int, size: int) -> Iterator[Grants]:
        """Give choices that may well be allowed: the witness, it with this place, and this place with a new filling."""
        yield self.witness
        yield (*self.witness[:place], size, *self.witness[place + 1 :])
        yield filled(self.spans, self.limits, [*self.decided, size])

    def _allows(self, choice: Grants) -> bool:
        best = self.optimum is None or self.optimum.weights.total(choice) == self.optimum.total
        return best and hold(self.limits, choice)

    def _asked(self, place: int, size: int) -> int:
        model = Model(self.spans)
        model.keep(self.limits)
        model.decide(dict(enumerate(self.decided)))
        if self.optimum:
            hold_total(model, self.optimum.weights, self.optimum.total)
        self.witness = model.surely_best(model.terms("seats", {place: 1}), enough=size)
        return self.witness[place]


def filled(spans: Sequence[Span], limits: Sequence[Limit], decided: Grants) -> tuple[int, ...]:
    """Extend what is decided by whoever serves an unmet floor and has room, in the order of the ranking."""
    grants, tally = list(decided), Tally(limits, decided)
    for place in range(len(decided), len(spans)):
        size = tally.room(place, spans[place].size) if tally.wanted(place) else 0
        grants.append(size if size >= spans[place].least else 0)
        tally.add(place, grants[-1])
    return tuple(grants)
