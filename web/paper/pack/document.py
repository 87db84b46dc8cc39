"""The kits of a pack as one HTML document that stands for itself, in as many languages as its kits have."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from web.paper.pack.evaluator_kit import evaluator_facts
from web.paper.pack.facilitator_kit import facilitator_facts
from web.paper.pack.kit import Kind, Kit, drill_title, title_of
from web.paper.pack.subject import Subject
from web.paper.pack.team_kit import team_facts
from web.paper.page import MARKS
from web.paper.saying import speaker
from web.words import known_language, say, say_count

_PAPER = Path(__file__).parent.parent
FACTS: Mapping[Kind, Callable[[Subject, Kit], dict[str, Any]]] = {
    "facilitator": facilitator_facts,
    "evaluator": evaluator_facts,
    "team": team_facts,
}


def pack_html(subject: Subject, kits: Sequence[Kit]) -> str:
    """Write *kits* as one document, each beginning on a page of its own; at least one must be there."""
    language = known_language(kits[0].language)
    mark, title = say(language, MARKS[subject.rehearsal]), drill_title(subject, kits[0].language)
    named = [title_of(subject, kits[0]), title] if len(kits) == 1 else [title]
    return _environment().get_template("paper/pack/pack.html").render(
        styles=_styles(), language=language, title=" · ".join([mark, *named]),
        kits=[_kit(subject, kit) for kit in kits],
    )  # fmt: skip


def _kit(subject: Subject, kit: Kit) -> Markup:
    template = _environment().get_template(f"paper/pack/{kit.kind}.html")
    facts = FACTS[kit.kind](subject, kit)
    # The template escapes what is in it.
    return Markup(  # noqa: S704
        template.render(
            facts, kit=kit, kit_title=title_of(subject, kit), mark=say(kit.spoken, MARKS[subject.rehearsal]),
            _=speaker(kit.spoken), _n=partial(say_count, kit.spoken),
        )
    )  # fmt: skip


@cache
def _environment() -> Environment:
    # Of its own, for the command line has no app.
    return Environment(
        loader=FileSystemLoader(_PAPER / "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True,
        undefined=StrictUndefined,
    )  # fmt: skip


@cache
def _styles() -> Markup:
    # Our own files: nothing a person typed is in them.
    return Markup((_PAPER / "paper.css").read_text() + (Path(__file__).parent / "pack.css").read_text())  # noqa: S704
