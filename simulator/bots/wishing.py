"""What a team has to do so that a condition holds for it, or does not: plans made backwards from what is wished."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice, product

from injects.condition import Condition
from injects.condition_tree import And, Atom, Call, Flag, Not, Or
from injects.inject import Inject
from injects.msel import Msel
from simulator.bots.ways import SILENCE, Way

# Each atom with whether it is to be true.
Wishes = tuple[tuple[Atom, bool], ...]
# Of all the ways in which a condition can come to hold no more than these are tried.
MOST = 16


def ways_to(condition: Condition, wanted: bool) -> list[Wishes]:
    """Give sets of atoms that make a condition hold, or not, each set all together; the first 16 of them."""
    match condition:
        case Not(operand):
            return ways_to(operand, not wanted)
        case And(operands) | Or(operands):
            parts = [ways_to(operand, wanted) for operand in operands]
            if isinstance(condition, And) is wanted:
                return [tuple(chain(*several)) for several in islice(product(*parts), MOST)]
            return list(islice(chain(*parts), MOST))
    assert isinstance(condition, Flag | Call)  # noqa: S101 - nothing else is left
    return [((condition, wanted),)]


class _Contradiction(Exception):
    """Two wishes that no team can grant together."""


@dataclass
class _Granting:
    chosen: dict[str, set[str]] = field(default_factory=dict)
    avoided: dict[str, set[str]] = field(default_factory=dict)
    silent: set[str] = field(default_factory=set)
    spoken: set[str] = field(default_factory=set)
    arrived: set[str] = field(default_factory=set)


class Wishing:
    """Make plans for the conditions of a script."""

    def __init__(self, msel: Msel, conditions: Mapping[str, Condition]) -> None:
        self.msel = msel
        self.conditions = conditions
        self.setters: dict[str, list[tuple[Inject, str | None]]] = {}
        for inject in msel.injects:
            for flag in inject.sets:
                self.setters.setdefault(flag, []).append((inject, None))
            for option in inject.ask.options if inject.ask else ():
                for flag in option.sets:
                    self.setters.setdefault(flag, []).append((inject, option.id))

    def plans(self, inject_id: str, wanted: bool) -> Iterator[dict[str, Way]]:
        """Give plans under which the condition of an inject may well hold when it is read, or be false."""
        for wishes in ways_to(self.conditions[inject_id], wanted):
            for turn in range(self._turns(wishes)):
                granting = _Granting()
                try:
                    self._grant(granting, wishes, turn)
                    yield self._plan(granting)
                except _Contradiction:
                    continue

    def _turns(self, wishes: Wishes) -> int:
        # A flag that several options set may be had from each of them.
        return max(
            (len(self.setters.get(atom.name, ())) for atom, true in wishes if isinstance(atom, Flag) and true),
            default=1,
        )

    def _grant(self, granting: _Granting, wishes: Wishes, turn: int) -> None:
        for atom, true in wishes:
            if isinstance(atom, Flag):
                self._grant_flag(granting, atom.name, true, turn)
                continue
            name, *option = atom.arguments
            if true:
                self._arrive(granting, name, turn)
            match atom.function:
                case "chose":
                    (granting.chosen if true else granting.avoided).setdefault(name, set()).add(option[0])
                case "answered":
                    (granting.spoken if true else granting.silent).add(name)
                case "lapsed":
                    (granting.silent if true else granting.spoken).add(name)

    def _grant_flag(self, granting: _Granting, flag: str, true: bool, turn: int) -> None:
        setters = self.setters.get(flag, [])
        if not true:
            for inject, option in setters:
                if option is not None:
                    granting.avoided.setdefault(inject.id, set()).add(option)
            return
        if not setters:
            raise _Contradiction
        inject, option = setters[turn % len(setters)]
        self._arrive(granting, inject.id, turn)
        if option is not None:
            granting.chosen.setdefault(inject.id, set()).add(option)

    def _arrive(self, granting: _Granting, name: str, turn: int) -> None:
        if name in granting.arrived:
            return
        granting.arrived.add(name)
        inject = self.msel.by_id[name]
        if inject.after is not None:
            self._arrive(granting, inject.after.inject, turn)
        if name in self.conditions:
            # The first way only: what depends on what depends on something is rare enough.
            self._grant(granting, ways_to(self.conditions[name], True)[0], turn)

    def _plan(self, granting: _Granting) -> dict[str, Way]:
        named = {*granting.chosen, *granting.avoided, *granting.silent, *granting.spoken}
        return {name: self._way(granting, self.msel.by_id[name]) for name in sorted(named)}

    def _way(self, granting: _Granting, inject: Inject) -> Way:
        chosen, avoided = granting.chosen.get(inject.id, set()), granting.avoided.get(inject.id, set())
        options: Sequence[str] = [option.id for option in inject.ask.options] if inject.ask else []
        most = len(options) if inject.ask and inject.ask.kind == "choices" else 1
        if chosen & avoided or len(chosen) > most:
            raise _Contradiction
        if inject.id in granting.silent:
            if chosen or inject.id in granting.spoken:
                raise _Contradiction
            return SILENCE
        taken = [option for option in options if option in chosen]
        free = [option for option in options if option not in avoided]
        if options and not free:
            return SILENCE
        return Way("usual", tuple(taken or free[:1]))
