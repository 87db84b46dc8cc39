"""What an inject's ``if`` says, once it is understood, and whether it holds for one team."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from injects.condition_parser import parse_condition
from injects.condition_tokens import ConditionError
from injects.condition_tree import And, Atom, Call, Condition, Flag, Not, Or

__all__ = ["Condition", "ConditionError", "TeamFacts", "atoms", "evaluate", "parse_condition"]


@dataclass(frozen=True)
class TeamFacts:
    """What conditions may ask about one team; everything but *flags* and options is inject ids."""

    flags: frozenset[str] = frozenset()
    answered: frozenset[str] = frozenset()
    lapsed: frozenset[str] = frozenset()
    delivered: frozenset[str] = frozenset()
    chosen: Mapping[str, frozenset[str]] = field(default_factory=dict)


def evaluate(condition: Condition, facts: TeamFacts) -> bool:
    """Say whether the condition holds for a team."""
    match condition:
        case Not(operand):
            return not evaluate(operand, facts)
        case And(operands):
            return all(evaluate(operand, facts) for operand in operands)
        case Or(operands):
            return any(evaluate(operand, facts) for operand in operands)
        case Flag(name):
            return name in facts.flags
        case Call("chose", (inject, option)):
            return option in facts.chosen.get(inject, frozenset())
        case Call(function, (inject, *_)):
            known: dict[str, frozenset[str]] = {
                "answered": facts.answered,
                "lapsed": facts.lapsed,
                "delivered": facts.delivered,
            }
            return inject in known[function]
    raise TypeError(condition)


def atoms(condition: Condition) -> Iterator[Atom]:
    """Give every flag and function call of the condition, in the order they are written."""
    match condition:
        case Not(operand):
            yield from atoms(operand)
        case And(operands) | Or(operands):
            for operand in operands:
                yield from atoms(operand)
        case _:
            yield condition
