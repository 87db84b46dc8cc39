"""The programme's blueprint, and what all its pages share: words of the call, and an action with its way back."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response

from scenarios.calls.call import Call
from simulator.refusal import Refusal
from web import door
from web.applicant.calls import telling
from web.organizer.numbers import number
from web.words.refusals import words_of

programme = Blueprint("programme", __name__, template_folder="templates")

Answer = Response | str | tuple[str, int]


def perform(action: Callable[..., Any], show: Callable[[str], Answer], back: Response, **facts: Any) -> Answer:
    """Carry an action of an organizer out and go *back*; where it is refused, *show* the page with the reason."""
    try:
        door.house().perform(action, door.staff(), **facts)
    except Refusal as refusal:
        if refusal.code == "not_found":
            raise
        return refused(show(words_of(refusal, door.language())))
    return back


def refused(page: Answer) -> Answer:
    """Give a page that says why something was refused."""
    return (page, 409) if isinstance(page, str) else page


def speaking_of(call: Call) -> dict[str, Any]:
    """Give templates what they need to speak of a call, its attributes and numbers in the reader's language."""
    told = telling(call)

    def value_words(attribute: str, value: str) -> str:
        known = call.attributes.get(attribute)
        return told["t"](known.values[value]) if known is not None and value in known.values else value

    return told | {"value_words": value_words, "number": lambda value: number(value, door.language())}
