"""Responses of different teams that resemble each other: a sign to look at, never a verdict, and without names."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from injects.inject import Inject
from injects.text import Text
from scoring.similarity import Response as Said
from scoring.similarity import find_similar
from simulator.actor import Actor
from simulator.frozen import scenario_of
from simulator.kinds import drill_stream
from simulator.reading.console import drill_row
from simulator.reading.inject import Words
from simulator.rows import Delivery, Drill, LogRow, Response, Team
from simulator.shown_names import codes_of

View = dict[str, Any]


def similar_responses(session: Session, now: datetime, actor: Actor, *, drill_id: str) -> View:
    """Give what resembles what, by blind codes; names only once the register is closed and somebody opened them.

    What teams quote from the inject itself, in any language, is left out. Measures are 0…1, passages in words.
    """
    drill = drill_row(session, drill_id)
    scenario = scenario_of(session, drill.scenario_digest)
    say, codes = Words(scenario, actor.language), codes_of(session, drill)
    found = find_similar(_said(session, drill), {one.id: _quoted(one) for one in scenario.injects})
    opened = names_opened(session, drill)
    names = dict(session.execute(select(Team.id, Team.name).where(Team.drill_id == drill_id)).all()) if opened else {}

    def team(team_id: str) -> View:
        return {"code": codes[team_id], "name": names.get(team_id)}

    def title(inject: str) -> str | None:
        return say(scenario.inject(inject).title)

    return {
        "drill": {"id": drill.id, "name": drill.name, "rehearsal": drill.rehearsal, "state": drill.state},
        "closed": may_open(drill), "opened": opened,
        "pairs": [
            {
                "inject": one.inject, "title": title(one.inject), "teams": [team(each) for each in one.teams],
                "resemblance": one.resemblance, "containment": one.containment, "passage": one.passage,
            }
            for one in found.pairs
        ],
        "widespread": [
            {
                "inject": one.inject, "title": title(one.inject), "teams": [team(each) for each in one.teams],
                "passage": one.passage,
            }
            for one in found.widespread
        ],
    }  # fmt: skip


def may_open(drill: Drill) -> bool:
    """Say whether names may be opened: nothing about deviations is left to decide."""
    return drill.register_closed_at is not None or drill.published_at is not None


def names_opened(session: Session, drill: Drill) -> bool:
    """Say whether somebody has opened the names; the log holds who and when."""
    row = select(LogRow.seq).where(LogRow.stream == drill_stream(drill.id), LogRow.kind == "names_opened")
    return session.scalar(row.limit(1)) is not None


def _said(session: Session, drill: Drill) -> list[Said]:
    query = (
        select(Delivery.team_id, Delivery.inject, Response.content)
        .join(Response, Response.delivery_id == Delivery.id)
        .where(Delivery.drill_id == drill.id, Response.current, Response.erased_at.is_(None))
        .order_by(Delivery.position, Delivery.team_id)
    )
    return [Said(team, inject, "\n".join(_words(content))) for team, inject, content in session.execute(query)]


def _words(content: Any) -> Iterable[str]:
    """Give the words of an answer; what was chosen among options is nobody's own words."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, Mapping):
        for name, value in content.items():
            if name not in ("option", "options"):
                yield from _words(value)
    elif isinstance(content, list):
        for value in content:
            yield from _words(value)


def _quoted(inject: Inject) -> list[str]:
    """Give what the team had before its eyes, in every language; what was expected is none of it: that would leak."""
    ask = inject.ask
    shown: list[Text | None] = [inject.title, inject.body, inject.plain]
    if ask is not None:
        shown += [ask.prompt, *(one.label for one in ask.options), *(one.label for one in ask.fields)]
    return [words for text in shown if isinstance(text, Text) for words in text.every().values()]
