"""A card: an inject on paper exactly as far as a team may read it, with its answer sheet (rules.md 23).

All words come from `inject_view`, cut to the shape that leaves the house; what is not in there cannot get onto a card.
"""

from datetime import datetime
from typing import Any

from babel.dates import format_datetime

from injects.inject import Inject
from simulator.reading.inject import inject_view
from simulator.reading.shapes import INJECT, shaped
from web.facilitator.showing import CHANNELS
from web.markdown import to_html
from web.paper.pack.answer import sheet_of
from web.paper.pack.attachments import files_view
from web.paper.pack.kit import seat_title
from web.paper.pack.subject import Subject, answer_seat
from web.paper.pack.timing import clock_words, drill_time, is_fixed
from web.words import LOCALES, known_language, say

View = dict[str, Any]
STORY = "EEE d MMM, HH:mm"


def card_of(subject: Subject, inject: Inject, language: str, seed: str, seat: str) -> View:
    """Give what stands on a seat's card of an inject; bodies are HTML.

    ``at`` and ``clock`` are there only where its time is certain: of any other nobody on the team knows when it comes.
    ``sheet`` is there only in the kit of the seat that answers, ``answered_by`` in the others.
    """
    view = shaped(INJECT, inject_view(subject.scenario, inject, language, seed), "card")
    spoken, here = known_language(language), answer_seat(subject.scenario, inject)
    channel, fixed = CHANNELS[view["channel"]], is_fixed(subject, inject)
    at = subject.when[inject.id].at
    ask = view["ask"]
    return {
        "id": view["id"], "title": view["title"], "channel": say(spoken, channel),
        "from": view["from"], "to": [seat_title(subject, one, language) for one in view["to"]],
        "phase": view["phase"], "story": story_words(view["story_time"], spoken), "optional": view["optional"],
        "body": to_html(view["body"] or ""), "plain": to_html(view["plain"] or ""),
        "files": files_view(subject, view["files"], language),
        "at": drill_time(at) if fixed else None, "clock": clock_words(subject.start, at) if fixed else "",
        "sheet": sheet_of(subject, ask, language) if ask and seat == here else None,
        "answered_by": seat_title(subject, here, language) if ask and seat != here else None,
    }  # fmt: skip


def story_words(told: str | None, language: str) -> str | None:
    """Say the story's instant as it stands there, wherever the reader is."""
    if told is None:
        return None
    return str(format_datetime(datetime.fromisoformat(told).replace(tzinfo=None), STORY, locale=LOCALES[language]))
