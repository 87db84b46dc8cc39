"""``prontas bench``: measure this machine with a drill, a real server and a crowd of clients."""

import sys
from typing import Any

import click

from web.bench.drill import Shape
from web.bench.measuring import IN_FLIGHT, measure, quick
from web.command.demo import stopped_by_signals
from web.command.printing import print_document, print_table
from web.command.words import Verb, _
from web.words import N_

FULL, QUICK = (1000, 60), (60, 10)
ACKS_FOR, QUICKLY = 5.0, 1.0


@click.command(
    cls=Verb, name="bench",
    help=N_("Measure this machine: a drill on a database of its own, a real server, and clients that answer, wait and "
            "come back. Nothing of it stays."),
)  # fmt: skip
@click.option("--clients", type=click.IntRange(2, 5000), metavar="N",
              help=N_("How many participants; 1,000 unless told otherwise."))  # fmt: skip
@click.option("--teams", type=click.IntRange(1, 500), metavar="N",
              help=N_("How many teams they are in; 60 unless told otherwise."))  # fmt: skip
@click.option("--quick", "quickly", is_flag=True, help=N_("A small one, in half a minute: 60 people, 10 teams."))
@click.option("--json", "as_json", is_flag=True, help=N_("Print a JSON document."))
def command(clients: int | None, teams: int | None, quickly: bool, as_json: bool) -> None:
    """Measure, say how far it is, and print the figures; an interrupted one leaves nothing behind."""
    usual = QUICK if quickly else FULL
    people = clients or usual[0]
    groups = teams or min(usual[1], people)
    if groups > people:
        raise click.UsageError(_("Every team needs somebody: --teams is at most --clients."))
    shape = Shape(clients=people, teams=groups, mixed=True)
    with stopped_by_signals(), click.progressbar(
        length=100, label=_("Measuring"), file=sys.stderr, item_show_func=lambda step: step or ""
    ) as bar:  # fmt: skip
        said = {"step": ""}

        def progress(percent: int, step: str) -> None:
            said["step"] = step or said["step"]
            bar.update(max(percent - bar.pos, 0), said["step"])

        found = measure(
            quick(shape) if quickly else shape, acks_for=QUICKLY if quickly else ACKS_FOR, progress=progress
        )
        progress(100, "")
    if as_json:
        print_document(quick=quickly, **found)
    else:
        print_figures(found)


def print_figures(found: dict[str, Any]) -> None:
    """Print what was measured as a table, and what it is worth."""
    alone, busy = found["delivery"]["alone"], found["delivery"]["while_answering"]
    acks, burst, storm = found["acks"], found["burst"], found["storm"]
    rows = [
        (_("Due → the last of all screens"), *_ms(alone["last_screen"])),
        (_("Due → a screen"), *_ms(alone["screen"])),
        (_("Due → the last of all screens, while teams answer"), *_ms(busy["last_screen"])),
        (_("Due → a screen, while teams answer"), *_ms(busy["screen"])),
        (_("An answer's acknowledgement, %(n)s on their way", n=IN_FLIGHT), *_ms(acks)),
        (_("An answer's acknowledgement, %(n)s at once", n=burst["acknowledged"]), *_ms(burst)),
    ]
    click.echo(_("Clients: %(clients)s. Teams: %(teams)s.", clients=found["clients"], teams=found["teams"]))
    print_table((_("What"), _("p50, ms"), _("p99, ms")), rows)
    click.echo()
    memory = found["memory"]["mb_per_1000_clients"]
    more = [
        (_("Durable acknowledgements a second"), acks["per_second"]),
        (_("Seconds for %(n)s answers at once", n=burst["acknowledged"]), burst["seconds"]),
        (_("Seconds to seat everybody"), found["connect"]["seconds"]),
        (_("Seconds until all are back and have caught up"), storm["seconds"]),
        (_("MB of memory per 1,000 clients"), memory),
        (_("Screens that missed an inject"), alone["missing"] + busy["missing"]),
        (_("Answers refused"), acks["refused"] + burst["refused"] + busy["acks"]["refused"]),
    ]
    print_table((_("What"), _("How many")), more)
    click.echo()
    words = N_(
        "The clients are written in Python and share this machine with the server: while teams answered they took "
        "%(share)s of a core, and they measure themselves in part."
    )
    click.echo(_(words, share=found["client_cpu_share"]))


def _ms(figures: dict[str, Any]) -> tuple[Any, Any]:
    return figures["p50_ms"], figures["p99_ms"]
