"""Which fields leave the house, per kind of event and per reader: what is not listed here nobody is sent."""

import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Union

Shape = Union[str, "Each", Mapping[str, Any]]
# A value of one piece, or a list of such; and the words of a team, whose form its scenario decides.
PLAIN, WHOLE = "plain", "whole"
_PIECES = frozenset({str, int, bool, float, type(None)})


@dataclass(frozen=True)
class Each:
    """A mapping whose keys are ids; every value has the same shape."""

    shape: Shape


class Shaped(dict[str, Any]):
    """A value that has its listed fields only, and is not changed any more: it is looked through once."""

    def __init__(self, shape: Shape, value: Mapping[str, Any]) -> None:
        super().__init__(value)
        self.shape = shape


def fields(*names: str, **more: Shape) -> dict[str, Shape]:
    """List fields: plain ones by name, others with their shape."""
    return dict.fromkeys(names, PLAIN) | more


def shaped(shape: Shape, value: Any, place: str = "") -> Any:
    """Give *value* with its listed fields only. What falls away is warned of, which makes a test fail."""
    if value is None or shape == WHOLE or (isinstance(value, Shaped) and value.shape is shape):
        return value
    if isinstance(value, list | tuple):
        return [shaped(shape, one, place) for one in value]
    if isinstance(shape, Each) and isinstance(value, Mapping):
        return {key: shaped(shape.shape, one, f"{place}.*") for key, one in value.items()}
    if isinstance(shape, Mapping) and isinstance(value, Mapping):
        return _listed(shape, value, place)
    if shape != PLAIN or isinstance(value, Mapping):
        _warn(place)
        return None
    return value


def _listed(shape: Mapping[str, Shape], value: Mapping[str, Any], place: str) -> dict[str, Any]:
    told = {}
    for name, one in value.items():
        if name not in shape:
            _warn(f"{place}.{name}")
        elif type(one) in _PIECES and shape[name] == PLAIN:
            # Most are: a thousand events are looked through while people wait for them.
            told[name] = one
        else:
            told[name] = shaped(shape[name], one, f"{place}.{name}")
    return told


def _warn(place: str) -> None:
    warnings.warn(f"{place} is not listed in simulator/reading/shapes.py: it was not sent", stacklevel=3)


CLOCK = fields("state", "stopped", "speed", "running", "drill_time", "now", "duration", "ended_at")
CHOICE = fields("id", "label")
ASK = fields(
    "kind", "prompt", "due", "weight", "rationale", "max_words", "approve", "autosubmit", options=CHOICE,
    fields=fields("id", "label", "kind", "required", "max_words", "rows", options=CHOICE, columns=CHOICE),
)  # fmt: skip
INJECT = fields(
    "id", "channel", "priority", "to", "title", "body", "plain", "story_time", "phase", "optional",
    files=fields("name", "alt", "transcript"), ask=ASK, **{"from": fields("name", "role")},
)  # fmt: skip
RESPONSE = fields("id", "version", "state", "by", "typed_at", "received_at", "drill_time", "erased", content=WHOLE)
MEMBERS = fields("id", "name", "seats", "here")

# What every event tells: its number for this reader, its kind, its times, and whose it is.
EVENT = fields("n", "kind", "at", "drill_time", "team")
_TURN = fields(clock=CLOCK)
_TEAM_ANSWER = fields("inject", "state", "final", response=RESPONSE)
_STAFF_ANSWER = fields("inject", "reason", "state", "answer", "chosen")
_CELL = fields("inject", "reason", "state")
_TEAM_MEMBER = fields("participant", "name", members=MEMBERS)
_STAFF_MEMBER = fields("participant", "name")
_TIMES = fields("delivered_at", "deadline_at", "late")

_TURNS = ("drill_started", "drill_paused", "drill_stopped", "drill_resumed", "drill_ended", "speed_changed")
_ANSWERS = ("response_received", "response_taken_over", "response_late")
_MEMBERS = (
    "participant_joined", "participant_returned", "participant_changed", "participant_moved", "participant_removed",
    "seats_taken",
)  # fmt: skip
_CELLS = ("inject_declined", "inject_lapsed", "inject_withdrawn", "inject_voided")

TEAM_EVENTS: Mapping[str, Mapping[str, Shape]] = {
    **dict.fromkeys(_TURNS, _TURN),
    **dict.fromkeys(_ANSWERS, _TEAM_ANSWER),
    **dict.fromkeys(_MEMBERS, _TEAM_MEMBER),
    **dict.fromkeys(_CELLS, _CELL),
    "outage_ended": fields("milliseconds", clock=CLOCK, deadlines=Each(PLAIN)),
    "team_renamed": fields("name"),
    "inject_delivered": fields("state", inject=INJECT) | _TIMES,
    "response_proposed": fields("inject", "by"),
    "hotwash_opened": {},
    "result_told": {},
    "standings_published": {},
}
STAFF_EVENTS: Mapping[str, Mapping[str, Shape]] = {
    **dict.fromkeys(_TURNS, _TURN),
    **dict.fromkeys(_ANSWERS, _STAFF_ANSWER),
    **dict.fromkeys(_MEMBERS, _STAFF_MEMBER),
    **dict.fromkeys(_CELLS, _CELL),
    **dict.fromkeys(("inject_received", "inject_opened", "inject_held", "inject_released", "inject_skipped"), _CELL),
    **dict.fromkeys(("team_connected", "team_disconnected", "team_renamed"), fields("name")),
    **dict.fromkeys(("order_placed", "order_carried_out"), fields("inject", "order", "verb", "teams", "seconds")),
    "drill_created": {},
    "drill_prepared": {},
    "team_added": {},
    "joining_changed": fields("joining"),
    "guessing_noticed": fields("tries"),
    "team_code_renewed": {},
    "outage_ended": fields("milliseconds", clock=CLOCK),
    "inject_delivered": _CELL | _TIMES,
    "inject_moved": fields("inject", "seconds"),
    "flag_set": fields("flag"),
    "order_undone": fields("inject", "order", "verb"),
    "response_proposed": fields("inject", "by"),
    "hotwash_opened": {},
    "rating_given": fields("response"),
    "result_told": {},
    "standings_published": {},
    "participant_erased": {},
}


@cache
def shape_of_event(kind: str, *, for_team: bool) -> Mapping[str, Shape]:
    """Give what one reader is told of an event of a kind; of one that is not listed, that it happened."""
    return {**EVENT, **(TEAM_EVENTS if for_team else STAFF_EVENTS).get(kind, {})}


# What a line tells besides, without a number: it is said once and never again.
UNNUMBERED: Mapping[str, Shape] = {
    "clock": {**CLOCK, "n": PLAIN},
    "presence_changed": fields("participant", "here"),
    "somebody_writing": fields("inject", "by"),
    "draft_changed": fields("inject", "by", content=WHOLE),
    "team_writing": fields("team", "inject"),
    "contacts": Each(PLAIN),
    "trouble_changed": fields("on"),
    "pause_seen": fields("pause"),
    "pauses_changed": fields("count"),
}

PLACE = fields(
    "lead", clock=CLOCK,
    drill=fields(
        "id", "name", "title", "summary", "rehearsal", "time_zone", "languages", "content_note", "ai_allowed"
    ),
    team=fields("id", "name", members=MEMBERS),
    me=fields("id", "name", "language", "short_code", "notice_due", "pause"),
    seats=fields("id", "title", "brief", "deputy"),
    hotwash=fields("question", "words", "text"),
)  # fmt: skip
DRAFTS = Each(fields("by", "saved_at", "proposed_at", content=WHOLE))
LEARNING = fields("inject", "title", "state", "expected", options=fields("id", "label", "feedback"))
RESULT = fields("place", "score", "teams", "final", "appeal")
WATCHED = fields(
    "as_of", "state", "drill_time",
    drill=fields("id", "name", "title", "rehearsal", "time_zone", "content_note"),
    injects={**INJECT, **fields("delivered_at", "withdrawn", "reached", "answered")},
)  # fmt: skip
