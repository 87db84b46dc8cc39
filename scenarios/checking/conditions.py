"""Whether every ``if`` can be read, and asks about things that exist; each finding points inside the words."""

from injects.condition import ConditionError, atoms, parse_condition
from injects.condition_tree import Call, Flag
from injects.inject import Inject
from scenarios.checking.check import Check
from scenarios.finding import Parameter
from scenarios.node import Mark, Path


def check_conditions(check: Check) -> None:
    """Find conditions that mean nothing, and the flags, injects and options they name in vain."""
    by_id = {inject.id: inject for _, inject in check.injects}
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
        start = self.check.reading.place_in(self.path, self.text)
        mark = Mark(start.line, start.column + at - 1) if start else self.check.reading.mark(self.path)
        self.check.report_at(mark, self.path, code, **parameters)

    def report_error(self) -> None:
        try:
            parse_condition(self.text)
        except ConditionError as error:
            self.report(error.code, error.column, column=error.column, **error.parameters)

    def check_flag(self, flag: Flag) -> None:
        known = self.check.names("flags")
        if flag.name not in known and self.check.is_sound(("flags",)):
            self.report("unknown_flag", flag.column, value=flag.name, nearest=self.check.nearest(flag.name, known))

    def check_call(self, call: Call, by_id: dict[str, Inject]) -> None:
        inject_id = call.arguments[0]
        if inject_id not in by_id:
            near = self.check.nearest(inject_id, by_id)
            self.report("unknown_inject", call.argument_columns[0], value=inject_id, nearest=near)
        elif call.function == "chose":
            self.check_option(call, by_id[inject_id])

    def check_option(self, call: Call, inject: Inject) -> None:
        known = [option.id for option in inject.ask.options] if inject.ask else []
        option = call.arguments[1]
        if option not in known:
            near = self.check.nearest(option, known)
            self.report("unknown_option", call.argument_columns[1], value=option, nearest=near, inject=inject.id)
