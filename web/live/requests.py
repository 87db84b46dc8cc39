"""What a browser may ask over its socket: each request becomes one action or view of the house."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from simulator.actions.joining import change_language, take_seats
from simulator.actions.pausing import ask_pause, take_back_pause
from simulator.actions.responding import decline_inject, open_inject, receive_injects, save_draft, send_response
from simulator.columns import EPOCH, MILLISECOND
from simulator.house import Door
from simulator.reading.feed import own_events, staff_events
from simulator.refusal import Refusal
from web.live.payload import for_the_wire, within_reach
from web.live.rooms import Place

Facts = Mapping[str, Any]
_STRICT = json.JSONEncoder(allow_nan=False)
Request = Callable[[Door, Place, Facts], dict[str, Any]]
# The version of docs/protocol.md; a client that does not know it sends nothing.
PROTOCOL = 1
LONGEST_ID = 64
MOST_INJECTS, MOST_SEATS = 1000, 100


def resume(house: Door, place: Place, facts: Facts) -> dict[str, Any]:
    """Give the events after ``n``, in order; ask again while ``n`` of the answer is ahead."""
    since = _whole(facts, "n")
    if place.actor.kind == "participant":
        page = house.look(own_events, place.actor, since=since)
    else:
        page = house.look(staff_events, place.actor, drill_id=place.reader.partition(":")[2], since=since)
    return page | {"protocol": PROTOCOL, "events": within_reach([for_the_wire(event) for event in page["events"]])}


def respond(house: Door, place: Place, facts: Facts) -> dict[str, Any]:
    """Store a response and give its receipt; when this answers, it is on disk."""
    receipt = house.perform(
        send_response, place.actor, inject_id=_word(facts, "inject"), response_id=_word(facts, "id"),
        content=_mapping(facts, "content"), confirmed=facts.get("confirmed") is True,
        typed_at=_instant(facts.get("typed_at")),
    )  # fmt: skip
    return {name: _plain(value) for name, value in receipt.items()}


def draft(house: Door, place: Place, facts: Facts) -> dict[str, Any]:
    """Keep the team's draft of an inject."""
    return house.perform(save_draft, place.actor, inject_id=_word(facts, "inject"), content=_mapping(facts, "content"))


def opened(house: Door, place: Place, facts: Facts) -> dict[str, Any]:
    """Note that an inject was opened."""
    house.perform(open_inject, place.actor, inject_id=_word(facts, "inject"))
    return {}


def received(house: Door, place: Place, facts: Facts) -> dict[str, Any]:
    """Note that injects are on a screen."""
    injects = facts.get("injects")
    if not isinstance(injects, list) or len(injects) > MOST_INJECTS or not all(map(_is_word, injects)):
        raise Refusal("not_found")
    house.perform(receive_injects, place.actor, inject_ids=injects)
    return {}


def decline(house: Door, place: Place, facts: Facts) -> dict[str, Any]:
    """Decline an optional inject."""
    house.perform(decline_inject, place.actor, inject_id=_word(facts, "inject"))
    return {}


def seats(house: Door, place: Place, facts: Facts) -> dict[str, Any]:
    """Hold exactly these seats."""
    wanted = facts.get("seats")
    if not isinstance(wanted, list) or len(wanted) > MOST_SEATS or not all(map(_is_word, wanted)):
        raise Refusal("not_found")
    house.perform(take_seats, place.actor, seats=wanted)
    return {}


def language(house: Door, place: Place, facts: Facts) -> dict[str, Any]:
    """Read on in another language."""
    house.perform(change_language, place.actor, language=_word(facts, "language"))
    return {}


def pause(house: Door, place: Place, facts: Facts) -> dict[str, Any]:
    """Ask for a pause; over the socket, so that no web server's log has a line of it."""
    house.perform(ask_pause, place.actor)
    return {"pause": "asked"}


def no_pause(house: Door, place: Place, facts: Facts) -> dict[str, Any]:
    """Take the wish for a pause back."""
    house.perform(take_back_pause, place.actor)
    return {"pause": None}


REQUESTS: Mapping[str, Request] = {
    "resume": resume,
    "send_response": respond,
    "save_draft": draft,
    "open_inject": opened,
    "receive_injects": received,
    "decline_inject": decline,
    "take_seats": seats,
    "change_language": language,
    "ask_pause": pause,
    "take_back_pause": no_pause,
}


# What each may bring along; a request that is not listed brings nothing.
FIELDS: Mapping[str, frozenset[str]] = {
    "resume": frozenset({"n"}),
    "send_response": frozenset({"inject", "id", "content", "confirmed", "typed_at"}),
    "save_draft": frozenset({"inject", "content"}),
    "open_inject": frozenset({"inject"}),
    "receive_injects": frozenset({"injects"}),
    "decline_inject": frozenset({"inject"}),
    "take_seats": frozenset({"seats"}),
    "change_language": frozenset({"language"}),
}


def answer(house: Door, place: Place, name: str, sent: Sequence[Any]) -> dict[str, Any]:
    """Do what a socket asks; refuse what does not have the form of that request, or brings more than is its own."""
    facts = sent[0] if sent else {}
    if len(sent) > 1 or not isinstance(facts, dict) or facts.keys() - FIELDS.get(name, frozenset()):
        raise Refusal("request_malformed")
    return REQUESTS[name](house, place, facts)


def _word(facts: Facts, name: str) -> str:
    value = facts.get(name)
    if not _is_word(value):
        raise Refusal("not_found")
    return str(value)


def _is_word(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value) <= LONGEST_ID


def _whole(facts: Facts, name: str) -> int:
    value = facts.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**53:
        raise Refusal("not_found")
    return value


def _mapping(facts: Facts, name: str) -> Mapping[str, Any]:
    value = facts.get(name)
    if not isinstance(value, dict):
        raise Refusal("answer_empty")
    try:
        # Binary attachments, NaN and what is nested without end are no answers; no column could hold them.
        _STRICT.encode(value)
    except (TypeError, ValueError, RecursionError):
        raise Refusal("request_malformed") from None
    return value


def _instant(value: Any) -> datetime | None:
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value < 4e12:
        return None
    return datetime.fromtimestamp(value / 1000, UTC)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return (value - EPOCH) // MILLISECOND
    return value // MILLISECOND if hasattr(value, "total_seconds") else value
