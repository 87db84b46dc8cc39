"""The words of the command line: whose language they are in, and commands that say their help in it."""

import copy
import os
from typing import Any

import click

from web.words import LANGUAGES, say, say_count

__all__ = ["LANGUAGES", "Verb", "VerbGroup", "_", "_n", "choose_language", "said_in"]

_chosen: dict[str, str] = {}


def choose_language(language: str | None) -> None:
    """Say what follows in a language; without one, in the terminal's own."""
    _chosen["language"] = language or terminal_language()


def said_in() -> str:
    """Give the language of what is said."""
    return _chosen.get("language") or terminal_language()


def terminal_language() -> str:
    """Give the language the environment asks for, English where it asks for none that we speak."""
    for name in ("PRONTAS_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        code = os.environ.get(name, "")
        if code:
            short = code.replace("-", "_").partition("_")[0].partition(".")[0].lower()
            return short if short in LANGUAGES else "en"
    return "en"


def _(words: str, **parameters: Any) -> str:
    return say(said_in(), words, **parameters)


def _n(one: str, many: str, n: int, **parameters: Any) -> str:
    return say_count(said_in(), one, many, n, **parameters)


class Verb(click.Command):
    """A command whose help is in the reader's language; English stands in the code."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Give the parameters with their help translated."""
        return [_in_her_language(parameter) for parameter in super().get_params(ctx)]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Say what the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_help_of(self))


class VerbGroup(click.Group):
    """A group of such commands."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Say what the group is about."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_help_of(self))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands in the reader's language."""
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _help_of(command)) for name, command in self.commands.items()])


def _help_of(command: click.Command) -> str:
    return _(command.help) if command.help else ""


def _in_her_language(parameter: click.Parameter) -> click.Parameter:
    if not isinstance(parameter, click.Option) or not parameter.help:
        return parameter
    told = copy.copy(parameter)
    told.help = _(parameter.help)
    return told
