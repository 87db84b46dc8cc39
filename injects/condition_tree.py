"""What a condition is made of once it is understood: flags, function calls, and, or, not."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Flag:
    """Hold where the team has the flag."""

    name: str
    column: int = field(default=1, compare=False)


@dataclass(frozen=True)
class Call:
    """Hold where ``function(arguments)`` does: ``answered``, ``lapsed``, ``delivered`` or ``chose``."""

    function: str
    arguments: tuple[str, ...]
    column: int = field(default=1, compare=False)
    argument_columns: tuple[int, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class Not:
    """Hold where *operand* does not."""

    operand: "Condition"


@dataclass(frozen=True)
class And:
    """Hold where all of two or more operands do."""

    operands: "tuple[Condition, ...]"


@dataclass(frozen=True)
class Or:
    """Hold where any of two or more operands does."""

    operands: "tuple[Condition, ...]"


Atom = Flag | Call
Condition = Atom | Not | And | Or
