"""``prontas draw``: the verifiable draw of RFC 3797; anybody with the same randomness draws the same numbers."""

import click

from scoring.draw import draw
from scoring.scoring_error import ScoringError
from web.command.printing import print_document
from web.command.words import Verb, _
from web.words import N_


def read_key(ctx: click.Context, option: click.Parameter, written: str) -> str:
    """Take the key as it is; without one anybody would know the draw beforehand."""
    if not written.strip():
        raise click.BadParameter(_("There is nothing here. Write the text as it was published."))
    return written


@click.command(
    cls=Verb, name="draw",
    help=N_("Draw numbers from 1 to N verifiably, by RFC 3797, in the order drawn."),
)  # fmt: skip
@click.option("--randomness", required=True, callback=read_key, metavar="TEXT",
              help=N_("The RFC's key string, as it was published."))  # fmt: skip
@click.option("--pool", required=True, type=click.IntRange(1), metavar="N", help=N_("How many numbers there are."))
@click.option("--pick", required=True, type=click.IntRange(0), metavar="K", help=N_("How many are drawn."))
@click.option("--json", "as_json", is_flag=True, help=N_("Print a JSON document."))
def command(randomness: str, pool: int, pick: int, as_json: bool) -> None:
    """Draw, and print what was drawn."""
    try:
        drawn = draw(randomness, pool, pick)
    except ScoringError:
        words = _("From %(pool)s numbers at most %(most)s can be drawn.", pool=pool, most=min(pool, 65536))
        raise click.BadParameter(words, param_hint="--pick") from None
    if as_json:
        print_document(drawn=list(drawn))
    else:
        for number in drawn:
            click.echo(number)
