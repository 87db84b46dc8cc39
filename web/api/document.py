"""The OpenAPI 3.1 document, made from the operations, their models and the permission table."""

from functools import cache
from typing import Any, Literal

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from simulator.permission import ACCOUNT, PERMISSIONS
from simulator.token_scopes import SCOPES
from web.api.models.problems import Problem
from web.api.operation import PREFIX, Operation
from web.api.operations import OPERATIONS
from web.api.pace import PER_MINUTE

VERSION = "1.0.0"
REF = "#/components/schemas/{model}"
DESCRIPTION = f"""\
All that a facilitator's console can do, a script can do with a token.

A member of staff makes a token on the page *API tokens* and sends it as `Authorization: Bearer prontas_…`. A token
opens the scopes it was made for ({", ".join(f"`{scope}`" for scope in SCOPES)}), never more than its owner may do at
that moment. What is not there and what you may not see answer alike, with 404.

Instants are ISO 8601 in UTC. Drill times and lengths are whole milliseconds; drill time counts from STARTEX, runs while
the drill runs, and times its speed. Words come in the language of `Accept-Language`, or else of the token's owner. A
token may ask {PER_MINUTE} times a minute. Fields may be added to answers; none is taken away within `v1`.
"""
PLACES = {
    "drill_id": "The id of a drill.",
    "team_id": "The id of a team of this drill.",
    "participant_id": "The id of a participant of this drill.",
    "inject_id": "The id of an inject of the drill's scenario.",
    "order_id": "The id of an order that waits.",
    "response_id": "The id of a response.",
    "scenario_id": "The id of a scenario of the store.",
}
PROBLEMS = {
    "Malformed": "The request does not fit; `places` says where, and what to do.",
    "NoToken": "There is no token, or it does not open: unknown, expired, revoked, or its owner is disabled.",
    "NotFound": "It is not there, or not yours to see, or the token lacks the scope.",
    "Refused": "It cannot be done as things stand; nothing was changed.",
    "TooLarge": "The body is too large.",
    "NotJson": "The body is not JSON.",
    "TooFast": "Too many requests by this token; wait as long as `Retry-After` says.",
}
STATUSES = {
    "400": "Malformed", "401": "NoToken", "404": "NotFound", "409": "Refused", "413": "TooLarge", "415": "NotJson",
    "429": "TooFast",
}  # fmt: skip
HEADERS = {
    "NoToken": {"WWW-Authenticate": {"required": True, "schema": {"const": "Bearer"}}},
    "TooFast": {"Retry-After": {"required": True, "schema": {"type": "integer", "minimum": 1}}},
}


@cache
def openapi_document() -> dict[str, Any]:
    """Give the document; it is the same for everybody."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Prontas", "version": VERSION, "description": DESCRIPTION,
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": PREFIX}],
        "tags": [{"name": tag} for tag in dict.fromkeys(one.tag for one in OPERATIONS.values())],
        "paths": _paths(),
        "components": {
            "schemas": _schemas(),
            "responses": {name: _problem(name, words) for name, words in PROBLEMS.items()},
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer", "description": "A token of the page *API tokens*."}
            },
        },
    }  # fmt: skip


def _schemas() -> dict[str, Any]:
    wanted: list[tuple[type[BaseModel], Literal["validation", "serialization"]]] = [(Problem, "serialization")]
    for one in OPERATIONS.values():
        wanted += [(one.asked, "validation")] if not one.reads else []
        wanted += [(one.told, "serialization")] if one.told else []
    _places, made = models_json_schema(list(dict.fromkeys(wanted)), ref_template=REF)
    schemas: dict[str, Any] = made["$defs"]
    return schemas


def _problem(name: str, words: str) -> dict[str, Any]:
    told = {"description": words, "content": {"application/json": {"schema": _ref(Problem)}}}
    return told | ({"headers": HEADERS[name]} if name in HEADERS else {})


def _ref(model: type[BaseModel]) -> dict[str, str]:
    return {"$ref": REF.format(model=model.__name__)}


def _paths() -> dict[str, Any]:
    paths: dict[str, Any] = {}
    for name, one in OPERATIONS.items():
        paths.setdefault(one.path, {})[one.method.lower()] = _operation(name, one)
    return paths


def _operation(name: str, one: Operation) -> dict[str, Any]:
    told = {
        "operationId": name, "tags": [one.tag], "summary": one.summary, "description": _who(one),
        "security": [{"token": [one.scope]}],
        "parameters": [*map(_place, one.places), *(_query(one) if one.reads else [])],
        "responses": {str(204 if _is_empty(one) else one.status): _answer(one)} | _refusals(one),
    }  # fmt: skip
    return told if one.reads else told | {"requestBody": _body(one)}


def _who(one: Operation) -> str:
    roles = PERMISSIONS[one.operation].roles & {"facilitator", "evaluator", "organizer", "observer"}
    who = "anybody of the staff" if ACCOUNT in PERMISSIONS[one.operation].roles else ", ".join(sorted(roles))
    return f"Scope `{one.scope}`. For: {who}."


def _place(name: str) -> dict[str, Any]:
    schema = {"type": "string", "minLength": 1, "maxLength": 64}
    return {"name": name, "in": "path", "required": True, "description": PLACES[name], "schema": schema}


def _query(one: Operation) -> list[dict[str, Any]]:
    properties = one.asked.model_json_schema().get("properties", {})
    return [{"name": name, "in": "query", "schema": schema} for name, schema in properties.items()]


def _body(one: Operation) -> dict[str, Any]:
    # Where one of several fields must be there, none of them is required by itself.
    one_of = "oneOf" in one.asked.model_json_schema()
    needed = one_of or any(field.is_required() for field in one.asked.model_fields.values())
    return {"required": needed, "content": {"application/json": {"schema": _ref(one.asked)}}}


def _is_empty(one: Operation) -> bool:
    return one.told is None and one.file is None


def _answer(one: Operation) -> dict[str, Any]:
    if one.told is not None:
        return {"description": (one.told.__doc__ or "").strip(), "content": {one.media: {"schema": _ref(one.told)}}}
    if one.file is not None:
        return {"description": "A file.", "content": {one.media: {"schema": {"type": "string"}}}}
    return {"description": "Done."}


def _refusals(one: Operation) -> dict[str, Any]:
    left_out = {"413", "415"} if one.reads else set()
    return {
        status: {"$ref": f"#/components/responses/{name}"}
        for status, name in STATUSES.items()
        if status not in left_out
    }
