"""How much of a scenario the teams of a rehearsal have reached, and why the rest was never reached."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

from injects.condition import Condition, atoms
from injects.condition_tree import And, Atom, Call, Flag, Not, Or
from injects.inject import Inject
from scenarios.scenario import Scenario
from simulator.bots.covering import Cover
from simulator.bots.reach import Target, all_targets, reached
from simulator.rehearsing.runs import Run

Reason = Literal[
    "not_played", "by_hand", "predecessor", "never_due", "atoms", "contradiction", "always_true", "nobody_sets",
    "setters", "always_set",
]  # fmt: skip
_MOST_ATOMS = 12
# What belongs to an inject, and says nothing more where the inject itself is never reached.
_WITH_INJECT = ("skip", "answer", "option", "lapse")


@dataclass(frozen=True)
class Never:
    """Something that no team reached, with the reason, and the ids, flags or atoms that the reason is *about*.

    ``not_played``: it can be reached, but none of these teams went there · ``by_hand``: only a facilitator sends it ·
    ``predecessor``: what it follows never comes · ``never_due``: play is over before it is due · ``atoms``: its
    condition needs what never holds · ``contradiction``: its condition held for none of the teams thought of ·
    ``always_true``: its condition was false for none of them · ``nobody_sets``: nothing sets the flag ·
    ``setters``: only what is never reached sets it · ``always_set``: every team has it in the end.
    """

    target: Target
    reason: Reason
    about: tuple[str, ...] = ()


@dataclass(frozen=True)
class Coverage:
    """What was *reached* out of *of*; the teams that cover *needed*; how many plays were thought of.

    *sampled* says that the script has more paths than were looked at, so that what is never reached may be reachable.
    """

    needed: int
    played: int
    reached: frozenset[Target]
    of: int
    never: tuple[Never, ...]
    thought_of: int
    sampled: bool


def coverage_of(scenario: Scenario, cover: Cover, runs: Sequence[Run]) -> Coverage:
    """Give what the teams reached between them."""
    found = frozenset[Target]().union(*(reached(scenario, run.seen) for run in runs))
    targets = all_targets(scenario)
    reasons = _Reasons(scenario, cover)
    return Coverage(
        needed=len(cover.plans), played=len(runs), reached=found, of=len(targets),
        never=tuple(reasons.of(target) for target in targets if _is_missing(target, found)),
        thought_of=len(cover.foreseen), sampled=cover.paths.sampled,
    )  # fmt: skip


def _is_missing(target: Target, found: frozenset[Target]) -> bool:
    if target in found:
        return False
    if target.what == "skip":
        # An inject that came, and was never left out.
        return Target("inject", target.name) in found
    return target.what not in _WITH_INJECT or Target("inject", target.name) in found


class _Reasons:
    def __init__(self, scenario: Scenario, cover: Cover) -> None:
        self.scenario = scenario
        self.cover = cover
        self.conditions = {
            scenario.injects[place].id: condition for place, condition in cover.paths.route.conditions.items()
        }
        self.never_due = frozenset[str]().union(*(one.never_due for one in cover.foreseen))

    def of(self, target: Target) -> Never:
        if target in self.cover.reached:
            return Never(target, "not_played")
        match target.what:
            case "inject":
                return self._inject(target, self.scenario.inject(target.name))
            case "flag":
                setters = tuple(self._setters(target.name))
                return Never(target, "setters" if setters else "nobody_sets", setters)
            case "unset":
                return Never(target, "always_set")
            case "skip":
                return Never(target, "always_true")
        return Never(target, "contradiction")

    def _inject(self, target: Target, inject: Inject) -> Never:
        if inject.manual:
            return Never(target, "by_hand")
        if inject.after and Target("inject", inject.after.inject) not in self.cover.reached:
            return Never(target, "predecessor", (inject.after.inject,))
        condition = self.conditions.get(inject.id)
        if condition is None or (inject.id in self.never_due and not self._was_untrue(inject)):
            return Never(target, "never_due")
        dead = [atom for atom in dict.fromkeys(atoms(condition)) if not self._ever_holds(atom)]
        if dead and not _may_hold(condition, dead):
            return Never(target, "atoms", tuple(map(words_of_atom, dead)))
        return Never(target, "contradiction", (inject.if_ or "",))

    def _was_untrue(self, inject: Inject) -> bool:
        return any(inject.id in one.untrue for one in self.cover.foreseen)

    def _setters(self, flag: str) -> Iterator[str]:
        for inject in self.scenario.injects:
            options = inject.ask.options if inject.ask else ()
            if flag in inject.sets or any(flag in option.sets for option in options):
                yield inject.id

    def _ever_holds(self, atom: Atom) -> bool:
        if isinstance(atom, Flag):
            return Target("flag", atom.name) in self.cover.reached
        name, *option = atom.arguments
        match atom.function:
            case "chose":
                return Target("option", name, option[0]) in self.cover.reached
            case "answered":
                return Target("answer", name) in self.cover.reached
            case "lapsed":
                return Target("lapse", name) in self.cover.reached
        return Target("inject", name) in self.cover.reached


def words_of_atom(atom: Atom) -> str:
    """Write an atom as a condition has it."""
    if isinstance(atom, Flag):
        return atom.name
    named = ", ".join(f'"{name}"' for name in atom.arguments)
    return f"{atom.function}({named})"


def _may_hold(condition: Condition, dead: Sequence[Atom]) -> bool:
    """Say whether a condition could hold although the *dead* atoms never do, whatever the others are."""
    live = [atom for atom in dict.fromkeys(atoms(condition)) if atom not in dead]
    if len(live) > _MOST_ATOMS:
        return True
    return any(
        _holds(condition, {atom for atom, true in zip(live, values, strict=True) if true})
        for values in product((True, False), repeat=len(live))
    )


def _holds(condition: Condition, true: set[Atom]) -> bool:
    match condition:
        case Not(operand):
            return not _holds(operand, true)
        case And(operands):
            return all(_holds(one, true) for one in operands)
        case Or(operands):
            return any(_holds(one, true) for one in operands)
    assert isinstance(condition, Flag | Call)  # noqa: S101 - nothing else is left
    return condition in true
