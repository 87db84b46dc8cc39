"""Click's own words, such as those for wrong usage, from our catalogues: it asks gettext, which wants compiled ones."""

from click import core, decorators, exceptions, formatting, parser, types

from web.command.words import said_in
from web.words import N_, is_singular, say

# What Click says of a command line such as ours; what it says besides stays English.
SAID_BY_CLICK = (
    N_("Usage:"),
    N_("Options"),
    N_("required"),
    N_("default: {default}"),
    N_("Show this message and exit."),
    N_("Try '{command} {option}' for help."),
    N_("Error: {message}"),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("{value!r} is not one of {choices}."),
    N_("{value!r} is not a valid {number_type}."),
    N_("{value} is not in the range {range}."),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Missing command."),
    N_("Choose from:\n\t{choices}"),
    N_("No such option {name!r}."),
    N_("No such command {name!r}."),
    N_("Did you mean {possibility}?"),
    N_("(Did you mean one of: {possibilities}?)"),
    N_("Option {name!r} requires an argument."),
    N_("Option {name!r} does not take a value."),
    N_("Got unexpected extra argument ({args})"),
    N_("Got unexpected extra arguments ({args})"),
    N_("Aborted!"),
)


def teach_click() -> None:
    """Let Click ask us for its words, which it looks up as it speaks."""
    for module in (core, decorators, exceptions, formatting, parser, types):
        for name, ours in (("_", _said), ("ngettext", _counted)):
            if hasattr(module, name):
                setattr(module, name, ours)


def _said(words: str) -> str:
    return say(said_in(), words)


def _counted(one: str, many: str, n: int) -> str:
    return say(said_in(), one if is_singular(said_in(), n) else many)
