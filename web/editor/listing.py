"""The injects of a scenario as a table shows them: times, who writes to whom, what is asked, what is wrong."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from injects.condition import ConditionError
from injects.duration import parse_duration
from web.editor.forms.choices import Choices
from web.editor.understanding import Understood
from web.facilitator.conditions import condition_words
from web.facilitator.showing import ASKS, CHANNELS, t_plus
from web.words import N_, say

AFTER = N_("after %(inject)s")
BY_HAND = N_("by hand")
EVERYBODY = N_("the whole team")


@dataclass(frozen=True)
class Line:
    """One inject: *at* is its earliest time in milliseconds, None where it has none; *when* says it in words."""

    place: int
    id: str
    title: str
    at: int | None
    when: str
    due: int | None
    channel: str
    channel_words: str
    sender: str
    to: tuple[str, ...]
    to_words: str
    ask: str
    weight: str
    condition: str
    raw: Mapping[str, Any]
    errors: int
    warnings: int


def lines_of(known: Understood, language: str) -> list[Line]:
    """Give the injects in the order of the file."""
    choices = Choices(known.plain, language)
    times = times_of(known)
    counts = Counter(
        (path[1], one.severity)
        for one in known.findings
        if (path := known.places.path_of(one))[:1] == ("injects",) and len(path) > 1
    )
    return [_line(known, choices, place, one, times.get(place), counts) for place, one in known.injects]


def _line(
    known: Understood, choices: Choices, place: int, one: Mapping[str, Any], at: int | None, counts: Counter[Any]
) -> Line:
    language = choices.language
    ask = one["ask"] if isinstance(one.get("ask"), dict) else {}
    channel = str(one.get("channel", "email"))
    seats, people = dict(choices.of("seats")), dict(choices.of("characters"))
    to = tuple(str(seat) for seat in one["to"]) if isinstance(one.get("to"), list) else ()
    sender = one.get("from")
    kind = str(ask.get("kind", ""))
    return Line(
        place=place, id=str(one.get("id", "")), title=choices.words(one.get("title")), at=at,
        when=_when(one, at, language), due=milliseconds_of(ask.get("due")), channel=channel,
        channel_words=say(language, CHANNELS[channel]) if channel in CHANNELS else channel,
        sender=people.get(sender, sender) if isinstance(sender, str) else choices.words(sender), to=to,
        to_words=", ".join(seats.get(seat, seat) for seat in to) or say(language, EVERYBODY),
        ask=say(language, ASKS[kind]) if kind in ASKS else kind, weight=_weight(ask),
        condition=words_of_condition(one.get("if"), choices), raw=one, errors=counts[place, "error"],
        warnings=counts[place, "warning"],
    )  # fmt: skip


def _when(one: Mapping[str, Any], at: int | None, language: str) -> str:
    after = one.get("after")
    if "at" in one:
        return t_plus(at) if at is not None else str(one["at"])
    if isinstance(after, dict):
        words = say(language, AFTER, inject=after.get("inject", ""))
        delay = after.get("delay")
        return f"{words} + {delay}" if delay else words
    return say(language, BY_HAND) if one.get("manual") is True else ""


def _weight(ask: Mapping[str, Any]) -> str:
    if not ask or ask.get("kind") == "acknowledge":
        return ""
    return str(ask.get("weight", 1))


def words_of_condition(written: Any, choices: Choices) -> str:
    """Say what a condition means; as it is written where it cannot be understood."""
    if not isinstance(written, str):
        return "" if written is None else str(written)
    flags = dict(choices.of("flags"))
    try:
        return condition_words(written, flags, choices.language)
    except ConditionError:
        return written


def milliseconds_of(written: Any) -> int | None:
    """Read a length of time; None where it is none."""
    try:
        length: timedelta = parse_duration(written)
    except ValueError:
        return None
    return int(length.total_seconds() * 1000)


def times_of(known: Understood) -> dict[int, int]:
    """Give the earliest time of each inject by its place: its own, or what it follows and its delay."""
    places = {str(one.get("id", "")): place for place, one in reversed(known.injects)}
    own = {
        place: time
        for place, one in known.injects
        if (time := milliseconds_of(one.get("at"))) is not None and "at" in one
    }
    found = dict(own)
    followers = [
        (place, one["after"]) for place, one in known.injects if isinstance(one.get("after"), dict) and place not in own
    ]
    # Whoever waits for somebody that waits in a circle never comes: so many rounds as there are followers are enough.
    for _round in followers:
        missing = [(place, after) for place, after in followers if place not in found]
        known_now = [(place, after) for place, after in missing if places.get(str(after.get("inject", ""))) in found]
        for place, after in known_now:
            found[place] = found[places[str(after["inject"])]] + (milliseconds_of(after.get("delay", 0)) or 0)
        if not known_now:
            break
    return found
