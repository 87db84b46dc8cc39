"""The atoms of all conditions as bits, so that thousands of paths can be walked quickly."""

from collections.abc import Iterable, Mapping

from injects.condition import Condition, atoms
from injects.condition_tree import Atom as ConditionAtom
from injects.condition_tree import Flag
from injects.inject import Ask, Inject

Atom = tuple[str, ...]
_MOST_SUBSETS = 64


def key_of(atom: ConditionAtom) -> Atom:
    """Give what tells an atom of a condition from all others, wherever it is written."""
    return ("flag", atom.name) if isinstance(atom, Flag) else (atom.function, *atom.arguments)


class Facts:
    """Number the atoms that conditions read; everything else about a team makes no difference to its path."""

    def __init__(self, conditions: Mapping[int, Condition]) -> None:
        self.bits: dict[Atom, int] = {}
        self._read: dict[int, tuple[Atom, ...]] = {}
        for place, condition in conditions.items():
            self._read[place] = tuple(key_of(atom) for atom in atoms(condition))
            for key in self._read[place]:
                self.bits.setdefault(key, 1 << len(self.bits))

    def read_by(self, place: int) -> tuple[Atom, ...]:
        """Give the atoms that the condition of the inject at a place reads."""
        return self._read[place]

    def unset_flags(self, injects: Iterable[Inject]) -> list[tuple[str, int]]:
        """Give the flags that are read but set by nobody except, perhaps, a facilitator."""
        written = {flag for inject in injects for flag in _all_flags(inject)}
        return [(atom[1], bit) for atom, bit in self.bits.items() if atom[0] == "flag" and atom[1] not in written]

    def delivery(self, inject: Inject) -> int:
        """Give the bits that delivering an inject makes true."""
        return self.bits.get(("delivered", inject.id), 0) | self._flags(inject.sets)

    def outcomes(self, inject: Inject) -> dict[int, str]:
        """Give the different sets of bits that an inject can make true, each with its name."""
        delivered = self.delivery(inject)
        named: dict[int, str] = {}
        if inject.manual:
            named[0] = "not pressed"
        for bits, name in self._answers(inject.id, inject.ask):
            named.setdefault(delivered | bits, name)
        return named

    def _answers(self, inject_id: str, ask: Ask | None) -> Iterable[tuple[int, str]]:
        if ask is None:
            yield 0, "delivered"
            return
        answered = self.bits.get(("answered", inject_id), 0)
        for option in ask.options:
            yield answered | self._option(inject_id, ask, option.id), option.id
        if ask.kind == "choices":
            yield from ((answered | bits, name) for bits, name in self._subsets(inject_id, ask))
        if not ask.options:
            yield answered, "answered"
        yield self.bits.get(("lapsed", inject_id), 0) if ask.due is not None else 0, "lapsed"

    def _subsets(self, inject_id: str, ask: Ask) -> Iterable[tuple[int, str]]:
        subsets = {0: ""}
        for option in ask.options:
            bits = self._option(inject_id, ask, option.id)
            # Options that no condition asks about double nothing; and what is too much is not tried at all.
            if bits and len(subsets) < _MOST_SUBSETS:
                subsets |= {known | bits: f"{name}+{option.id}" for known, name in subsets.items()}
        # Nobody answers by choosing nothing.
        return ((bits, name.strip("+")) for bits, name in subsets.items() if bits)

    def _option(self, inject_id: str, ask: Ask, option_id: str) -> int:
        return self.bits.get(("chose", inject_id, option_id), 0) | self._flags(ask.option(option_id).sets)

    def _flags(self, names: Iterable[str]) -> int:
        mask = 0
        for name in names:
            mask |= self.bits.get(("flag", name), 0)
        return mask


def _all_flags(inject: Inject) -> Iterable[str]:
    yield from inject.sets
    for option in inject.ask.options if inject.ask else ():
        yield from option.sets
