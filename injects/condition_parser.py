"""Words to conditions: a recursive descent over the grammar of scenario-format.md, *Conditions are words*."""

import re
from difflib import get_close_matches

from injects.condition_tokens import ConditionError, Token, tokens
from injects.condition_tree import And, Call, Condition, Flag, Not, Or

LONGEST = 500
DEEPEST = 20
RESERVED = frozenset({"and", "or", "not"})
FUNCTIONS = {"answered": 1, "lapsed": 1, "delivered": 1, "chose": 2}
_FLAG = re.compile(r"[a-z][a-z0-9_]{0,63}")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")


def parse_condition(text: str) -> Condition:
    """Understand a condition; raise ``ConditionError`` with the column of the first thing that is wrong."""
    if len(text) > LONGEST:
        raise ConditionError("condition_too_long", LONGEST + 1, characters=len(text), most=LONGEST)
    if not text.strip():
        raise ConditionError("condition_empty", 1)
    parser = _Parser(list(tokens(text)))
    condition = parser.either(0)
    parser.take("end", "")
    return condition


class _Parser:
    def __init__(self, line: list[Token]) -> None:
        self.line = line
        self.place = 0

    @property
    def here(self) -> Token:
        return self.line[self.place]

    def either(self, depth: int) -> Condition:
        operands = [self.both(depth)]
        while self.skip("word", "or"):
            operands.append(self.both(depth))
        return operands[0] if len(operands) == 1 else Or(tuple(operands))

    def both(self, depth: int) -> Condition:
        operands = [self.single(depth)]
        while self.skip("word", "and"):
            operands.append(self.single(depth))
        return operands[0] if len(operands) == 1 else And(tuple(operands))

    def single(self, depth: int) -> Condition:
        token = self.here
        if depth > DEEPEST:
            raise ConditionError("condition_too_deep", token.column, most=DEEPEST)
        if self.skip("word", "not"):
            return Not(self.single(depth + 1))
        if self.skip("punctuation", "("):
            inner = self.either(depth + 1)
            self.take("punctuation", ")")
            return inner
        return self.atom()

    def atom(self) -> Condition:
        token = self.here
        if token.kind != "word" or token.value in RESERVED:
            raise self.unexpected("flag")
        self.place += 1
        if self.skip("punctuation", "("):
            return self.call(token)
        if not _FLAG.fullmatch(token.value):
            raise ConditionError("condition_bad_flag", token.column, value=token.value)
        return Flag(token.value, token.column)

    def call(self, name: Token) -> Condition:
        if name.value not in FUNCTIONS:
            nearest = get_close_matches(name.value, FUNCTIONS, n=1)
            raise ConditionError(
                "condition_unknown_function", name.column, function=name.value, nearest="".join(nearest)
            )
        arguments = [self.argument()]
        for _ in range(FUNCTIONS[name.value] - 1):
            self.take("punctuation", ",")
            arguments.append(self.argument())
        self.take("punctuation", ")")
        words, columns = zip(*((token.value, token.column) for token in arguments), strict=True)
        return Call(name.value, words, name.column, columns)

    def argument(self) -> Token:
        token = self.here
        if token.kind != "text":
            raise self.unexpected("quoted id")
        if not _ID.fullmatch(token.value):
            raise ConditionError("condition_bad_id", token.column, value=token.value)
        self.place += 1
        return token

    def skip(self, kind: str, value: str) -> bool:
        found = (self.here.kind, self.here.value) == (kind, value)
        self.place += found
        return found

    def take(self, kind: str, value: str) -> None:
        if (self.here.kind, self.here.value) != (kind, value):
            raise self.unexpected(value or "end")
        # The end token stays where it is: nothing is ever read past it.
        self.place += kind != "end"

    def unexpected(self, expected: str) -> ConditionError:
        return ConditionError(
            "condition_unexpected", self.here.column, expected=expected, found=self.here.value or "end"
        )
