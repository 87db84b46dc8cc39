"""Whether every ``if`` can be read, and asks about things that exist; each finding points inside the words."""

from injects.condition import ConditionError, atoms, parse_condition
from injects.condition_tree import Call, Flag
from scenarios.checking.check import Check
from scenarios.checking.fields import CHOICES
from scenarios.finding import Parameter
from scenarios.node import Path
from scenarios.written import place_inside

_SIGN = "condition_bad_character"
# What other languages of conditions have for the words of this one.
_INSTEAD = {"!": "not", "&": "and", "|": "or"}


def check_conditions(check: Check) -> None:
    """Find conditions that mean nothing, and the flags, injects and options they name in vain."""
    # Of two with one id the first is meant: the second is what is reported.
    by_id = {inject.id: place for place, (_, inject) in reversed(list(enumerate(check.injects)))}
    for place, (path, inject) in enumerate(check.injects):
        if inject.if_ is None:
            continue
        words = _Words(check, (*path, "if"), inject.if_)
        if place not in check.conditions:
            words.report_error()
            continue
        for atom in atoms(check.conditions[place]):
            if isinstance(atom, Flag):
                words.check_flag(atom)
            else:
                words.check_call(atom, by_id)


class _Words:
    def __init__(self, check: Check, path: Path, text: str) -> None:
        self.check = check
        self.path = path
        self.text = text

    def report(self, code: str, at: int, **parameters: Parameter) -> None:
        reading = self.check.reading
        inside = place_inside(reading, self.path, self.text, at - 1) if self.text else None
        self.check.report_at(inside or reading.mark(self.path), self.path, code, **parameters)

    def report_error(self) -> None:
        try:
            parse_condition(self.text)
        except ConditionError as error:
            near = {"nearest": _INSTEAD.get(str(error.parameters["character"]), "")} if error.code == _SIGN else {}
            self.report(error.code, error.column, column=error.column, **error.parameters, **near)

    def check_flag(self, flag: Flag) -> None:
        known = self.check.names("flags")
        if flag.name in known or not self.check.is_sound(("flags",)):
            return
        near = self.check.nearest(flag.name, known)
        if not near or self.check.is_sound(("flags", near)):
            self.report("unknown_flag", flag.column, value=flag.name, nearest=near)

    def check_call(self, call: Call, by_id: dict[str, int]) -> None:
        inject_id = call.arguments[0]
        if inject_id not in by_id:
            if self.check.knows_all_injects:
                near = self.check.nearest(inject_id, by_id)
                self.report("unknown_inject", call.argument_columns[0], value=inject_id, nearest=near)
        elif call.function == "chose":
            self.check_option(call, by_id[inject_id])

    def check_option(self, call: Call, place: int) -> None:
        inject = self.check.scenario.injects[place]
        known = [option.id for option in inject.ask.options] if inject.ask else []
        if inject.ask and inject.ask.kind in CHOICES and not known:
            # That the question has none is said there.
            return
        option = call.arguments[1]
        if option not in known and self.check.is_whole(("injects", place, "ask", "options")):
            near = self.check.nearest(option, known)
            self.report("unknown_option", call.argument_columns[1], value=option, nearest=near, inject=inject.id)
