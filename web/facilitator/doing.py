"""What a facilitator does: one POST per verb, checked for shape here and for everything else in the house."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import Response, jsonify, request

from simulator.actions.drills import open_joining, prepare_drill
from simulator.actions.msel import (
    deliver_inject,
    hold_inject,
    move_inject,
    release_inject,
    set_flag,
    skip_inject,
    undo_order,
    withdraw_inject,
)
from simulator.actions.running import end_drill, pause_drill, resume_drill, set_speed, start_drill, stop_drill
from simulator.columns import EPOCH, MILLISECOND
from simulator.refusal import Refusal
from web import door
from web.facilitator.room import facilitator

LONGEST_WORD, MOST_TEAMS = 200, 500
Facts = Mapping[str, Any]


def _word(given: Any) -> str:
    if not isinstance(given, str) or len(given) > LONGEST_WORD:
        raise Refusal("not_found")
    return given


def _whole(given: Any) -> int:
    if not isinstance(given, int) or isinstance(given, bool) or abs(given) > 2**31:
        raise Refusal("not_found")
    return given


def _yes(given: Any) -> bool:
    if not isinstance(given, bool):
        raise Refusal("not_found")
    return given


def _teams(given: Any) -> list[str] | None:
    if given is None:
        return None
    if not isinstance(given, list) or len(given) > MOST_TEAMS:
        raise Refusal("not_found")
    return [_word(one) for one in given]


def _maybe_word(given: Any) -> str | None:
    return None if given is None else _word(given)


@dataclass(frozen=True)
class Verb:
    """An action, and how each of its facts is read from what the script sends: its name there and its shape."""

    action: Callable[..., Any]
    facts: Mapping[str, tuple[str, Callable[[Any], Any]]]


_INJECT = {"inject_id": ("inject", _word)}
_SOME = _INJECT | {"team_ids": ("teams", _teams)}
_SOME_WITH_REASON = _SOME | {"reason": ("reason", _maybe_word)}
_NAME = {"name": ("name", _word)}

VERBS: Mapping[str, Verb] = {
    "prepare": Verb(prepare_drill, {}),
    "joining": Verb(open_joining, {"joining": ("joining", _yes)}),
    "start": Verb(start_drill, _NAME),
    "pause": Verb(pause_drill, {}),
    "stop": Verb(stop_drill, {}),
    "resume": Verb(resume_drill, {}),
    "speed": Verb(set_speed, {"speed": ("speed", _whole)}),
    "end": Verb(end_drill, _NAME),
    "deliver": Verb(deliver_inject, _SOME_WITH_REASON),
    "release": Verb(release_inject, _SOME),
    "withdraw": Verb(withdraw_inject, _SOME_WITH_REASON),
    "hold": Verb(hold_inject, _SOME_WITH_REASON),
    "skip": Verb(skip_inject, _SOME_WITH_REASON),
    "move": Verb(move_inject, _INJECT | {"seconds": ("seconds", _whole)}),
    "undo": Verb(undo_order, {"order_id": ("order", _word)}),
    "flag": Verb(set_flag, {"team_id": ("team", _word), "flag": ("flag", _word), "reason": ("reason", _word)}),
}


@facilitator.post("/drills/<drill_id>/do/<verb>")
@door.for_staff
def do(drill_id: str, verb: str) -> Response:
    """Carry out one verb; a refusal says why in the reader's words."""
    told, wanted = request.get_json(silent=True), VERBS.get(verb)
    if wanted is None or not isinstance(told, dict):
        raise Refusal("not_found")
    facts = {name: read(told.get(sent)) for name, (sent, read) in wanted.facts.items()}
    result = door.house().perform(wanted.action, door.staff(), drill_id=drill_id, **facts)
    return jsonify(_plain(result))


def _plain(result: Any) -> dict[str, Any]:
    if isinstance(result, Mapping):
        return {name: _instant(value) for name, value in result.items()}
    return {} if result is None else {"teams": result}


def _instant(value: Any) -> Any:
    return (value - EPOCH) // MILLISECOND if isinstance(value, datetime) else value
