"""What a facilitator does: one POST per verb, checked for shape here and for everything else in the house."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from flask import Response, jsonify, request
from pydantic import ValidationError

from simulator.columns import EPOCH, MILLISECOND
from simulator.refusal import Refusal
from web import door
from web.facilitator.room import facilitator
from web.verbs import VERBS, Verb

LONGEST_WORD = 200


def _names(verb: Verb) -> frozenset[str]:
    return frozenset(field.alias or name for name, field in verb.told.model_fields.items())


# What any verb may be told; all else is nobody's.
TOLD = frozenset().union(*(_names(verb) | verb.on.keys() for verb in VERBS.values()))


@facilitator.post("/drills/<drill_id>/do/<verb>")
@door.for_staff
def do(drill_id: str, verb: str) -> Response:
    """Carry out one verb; a refusal says why in the reader's words."""
    told, wanted = request.get_json(silent=True), VERBS.get(verb)
    if wanted is None or not isinstance(told, dict):
        raise Refusal("not_found")
    result = door.house().perform(wanted.action, door.staff(), drill_id=drill_id, **_facts(wanted, told))
    return jsonify(_plain(result))


def _facts(verb: Verb, told: Mapping[str, Any]) -> dict[str, Any]:
    if told.keys() - TOLD:
        raise Refusal("request_malformed")
    on = {fact: told.get(sent) for sent, fact in verb.on.items()}
    if not all(isinstance(value, str) and len(value) <= LONGEST_WORD for value in on.values()):
        raise Refusal("not_found")
    try:
        # A dialog is shared by several verbs and sends what each of them may want.
        rest = verb.told.model_validate({name: value for name, value in told.items() if name in _names(verb)})
    except ValidationError:
        raise Refusal("not_found") from None
    return on | rest.model_dump()


def _plain(result: Any) -> dict[str, Any]:
    if isinstance(result, Mapping):
        return {name: _instant(value) for name, value in result.items()}
    return {} if result is None else {"teams": result}


def _instant(value: Any) -> Any:
    return (value - EPOCH) // MILLISECOND if isinstance(value, datetime) else value
