"""The command line: a module per verb, loaded when it is asked for, so that light verbs stay light."""

import os
import sys
from importlib import import_module
from typing import Any

import click

from simulator.refusal import Refusal
from web.command.click_words import teach_click
from web.command.trouble import Trouble
from web.command.words import LANGUAGES, _, choose_language, said_in
from web.words import N_
from web.words.refusals import words_of

VERBS = {
    "demo": N_("Play a sample drill beside bots, with links for every role."),
    "serve": N_("Run the server."),
    "check": N_("Find what is wrong or doubtful in scenarios and calls."),
    "schema": N_("Print the JSON Schema of a scenario or a call, for editors."),
    "import": N_("Bring a spreadsheet or a CEXF file into a scenario."),
    "export": N_("Write a scenario as a spreadsheet, a CEXF file, a calendar or a print pack."),
    "rehearse": N_("Play a whole drill with bots in virtual time."),
    "standings": N_("Compute standings from a file of ratings."),
    "reliability": N_("Measure how far raters agree."),
    "severity": N_("Tell raters' severity from the quality of what they rated."),
    "select": N_("Select who is given seats, with every reason."),
    "draw": N_("Draw numbers verifiably, by RFC 3797."),
    "bundle": N_("Write a drill or a programme as files that anybody can check."),
    "verify": N_("Check a bundle, from the chain to the awards."),
    "restore": N_("Bring a drill or a programme back from its bundle."),
    "user": N_("Invite staff, and list who there is."),
    "tidy": N_("Let go of what has been kept long enough."),
    "erase": N_("Erase a person, for good."),
    "bench": N_("Measure what this machine can do."),
    "migrate": N_("Bring the database to this version."),
    "backup": N_("Write everything into one file, while the server runs."),
    "restore-backup": N_("Bring everything back from a backup."),
}
# Here a module named as one of the standard library would stand in its way: `environment.py` runs from this folder.
MODULES = {"select": "selecting", "import": "importing", "export": "exporting", "restore-backup": "restore_backup"}
# SQLAlchemy's and the drivers', known by their names: light verbs load neither.
DATABASE_ERRORS = frozenset({"DatabaseError", "InterfaceError", "OperationalError"})

teach_click()


class Verbs(click.Group):
    """Load a verb by its name, and let no error end in a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the verbs in the order of a newcomer's day."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the module of one verb."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = import_module(f"web.command.{MODULES.get(cmd_name, cmd_name)}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the verbs without loading them."""
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(words)) for name, words in VERBS.items()])

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Say in the reader's language what this is."""
        formatter.write_paragraph()
        formatter.write_text(_("Live cyber-crisis drills for teams, rated so that every team can check it."))

    def invoke(self, ctx: click.Context) -> Any:
        """Run a verb; what it did not foresee becomes one clear line."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except BrokenPipeError:
            # Who reads has had enough: `prontas … | head`.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)
        except Exception as error:
            if os.environ.get("PRONTAS_DEBUG") == "1":
                raise
            raise Trouble(explain(error)) from None


def explain(error: Exception) -> str:
    """Say an error in one line."""
    if isinstance(error, Refusal):
        return words_of(error, said_in())
    if isinstance(error, OSError) and error.filename:
        return _("%(file)s: %(reason)s.", file=error.filename, reason=error.strerror or error)
    if type(error).__name__ in DATABASE_ERRORS:
        # SQLAlchemy's error has the driver's own within.
        reason = str(getattr(error, "orig", error)).partition("\n")[0][:300].rstrip(".")
        return _("The database cannot be used: %(reason)s. See whether it runs and is the one that --database names.",
                 reason=reason)  # fmt: skip
    problem = f"{type(error).__name__}: {error}".partition("\n")[0][:300]
    return _("This was not foreseen: %(problem)s. PRONTAS_DEBUG=1 shows where it happened.", problem=problem)


@click.group(cls=Verbs, name="prontas", context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--language", type=click.Choice(list(LANGUAGES)), is_eager=True, expose_value=False,
              metavar="es|pt|en|fr", help="The language of what is said; the terminal's own unless given.",
              callback=lambda _ctx, _option, chosen: choose_language(chosen))  # fmt: skip
@click.version_option(package_name="prontas")
def main() -> None:
    """Run the verb that was named."""
