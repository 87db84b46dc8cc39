"""An inject's condition in words of a language: a facilitator reads what it means, not how it is written."""

from collections.abc import Mapping

from injects.condition import parse_condition
from injects.condition_tree import And, Call, Condition, Flag, Not, Or
from web.words import N_, say

CALLS: Mapping[str, str] = {
    "answered": N_("%(inject)s was answered"),
    "lapsed": N_("%(inject)s stayed without an answer"),
    "delivered": N_("%(inject)s was delivered"),
    "chose": N_("%(option)s was chosen in %(inject)s"),
}
NOT_CALLS: Mapping[str, str] = {
    "answered": N_("%(inject)s was not answered"),
    "lapsed": N_("%(inject)s did not stay without an answer"),
    "delivered": N_("%(inject)s was not delivered"),
    "chose": N_("%(option)s was not chosen in %(inject)s"),
}
FLAG = N_("“%(words)s”")
AND, OR, NOT = N_("%(one)s and %(other)s"), N_("%(one)s or %(other)s"), N_("not %(what)s")


def condition_words(written: str, flags: Mapping[str, str | None], language: str) -> str:
    """Say a condition; *flags* are the scenario's own words for its flags."""
    return _words(parse_condition(written), flags, language)


def _words(condition: Condition, flags: Mapping[str, str | None], language: str) -> str:
    match condition:
        case Flag(name):
            return say(language, FLAG, words=flags.get(name) or name)
        case Call(function, arguments):
            return say(language, CALLS[function], inject=arguments[0], option=arguments[-1])
        case Not(Call(function, arguments)):
            return say(language, NOT_CALLS[function], inject=arguments[0], option=arguments[-1])
        case Not(operand):
            return say(language, NOT, what=_inside(operand, flags, language))
        case And(operands):
            return _joined(AND, [_inside(one, flags, language) for one in operands], language)
        case Or(operands):
            return _joined(OR, [_inside(one, flags, language) for one in operands], language)
    raise TypeError(condition)


def _inside(condition: Condition, flags: Mapping[str, str | None], language: str) -> str:
    words = _words(condition, flags, language)
    return f"({words})" if isinstance(condition, And | Or) else words


def _joined(pattern: str, words: list[str], language: str) -> str:
    first, *others = words
    for other in others:
        first = say(language, pattern, one=first, other=other)
    return first
