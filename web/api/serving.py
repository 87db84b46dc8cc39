"""One way of serving for all operations: who asks, what is asked, the house, and only what is declared leaves."""

from collections.abc import Callable
from typing import Any

from flask import Response, jsonify, request
from pydantic import ValidationError
from werkzeug.exceptions import HTTPException, UnsupportedMediaType

from simulator.refusal import Refusal
from web import door
from web.api.asking import TooFast, asker
from web.api.document import openapi_document
from web.api.malformed import malformed
from web.api.operation import PREFIX, Operation
from web.api.operations import OPERATIONS
from web.api.problem import count, failed, not_served, problem, refused
from web.api.repeated import refuse_repeated
from web.api.room import api
from web.asked import Asked

JSON = "application/json"


def serve(operation: Operation) -> Callable[..., Response]:
    """Make the view of an operation."""

    def view(**places: str) -> Response:
        actor = asker()
        try:
            asked = _body(operation) if not operation.reads else _query(operation)
        except ValidationError as error:
            return malformed(error, "query" if operation.reads else "body")
        if not operation.reads and request.args:
            return _no_query()
        way = door.house().look if operation.reads else door.house().perform
        return _answer(operation, way(operation.calls, actor, **places, **operation.facts(asked)))

    return view


def _body(operation: Operation) -> Asked:
    request.max_content_length = operation.largest
    data = request.get_data(cache=False)
    if data and request.mimetype != JSON:
        raise UnsupportedMediaType
    asked = operation.asked.model_validate_json(data or b"{}")
    refuse_repeated(data or b"{}")
    return asked


def _query(operation: Operation) -> Asked:
    # One value stands for itself, several for a list, which fits nowhere.
    given: dict[str, Any] = {name: values if len(values) > 1 else values[0] for name, values in request.args.lists()}
    return operation.asked.model_validate(given)


def _no_query() -> Response:
    try:
        Asked.model_validate(request.args.to_dict())
    except ValidationError as error:
        return malformed(error, "query")
    raise AssertionError("a query that is there is never empty")


def _answer(operation: Operation, result: Any) -> Response:
    if operation.file is not None:
        return operation.file(result)
    if operation.told is None:
        return Response(status=204)
    told = operation.told.model_validate(operation.shape(result))
    return Response(told.model_dump_json(exclude_unset=True), operation.status, content_type=JSON)


for name, operation in OPERATIONS.items():
    api.add_url_rule(
        operation.rule, name, serve(operation), methods=[operation.method], provide_automatic_options=False
    )


@api.get(f"{PREFIX}/openapi.json")
def openapi() -> Response:
    """Describe the API; everybody may read it."""
    return jsonify(openapi_document())


@api.errorhandler(Refusal)
def _refused(refusal: Refusal) -> Response:
    return refused(refusal)


@api.errorhandler(TooFast)
def _too_fast(error: TooFast) -> Response:
    count("too_many_requests")
    response = problem("too_many_requests", 429, seconds=error.seconds)
    response.headers["Retry-After"] = str(error.seconds)
    return response


@api.errorhandler(HTTPException)
def _http(error: HTTPException) -> Response:
    count(f"http {error.code}")
    return not_served(error)


@api.errorhandler(Exception)
def _failed(error: Exception) -> Response:
    return failed(error)
