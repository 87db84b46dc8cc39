"""The OpenAPI document says all that is served, and nothing is served or taken that it does not say."""

import jsonschema
import pytest
import schemathesis

from simulator.permission import PERMISSIONS
from simulator.token_scopes import SCOPES
from tests.api.test_door import BODIES
from web.api.document import openapi_document
from web.api.models.told import Told
from web.api.operations import OPERATIONS
from web.asked import Asked
from web.verbs import VERBS

WRITES = {name: one for name, one in OPERATIONS.items() if not one.reads}
TOLD = {one.told for one in OPERATIONS.values() if one.told}
# What somebody might slip in to be more than she is.
SLIPPED_IN = ("role", "roles", "score", "team_id", "drill_id", "account_id", "is_staff", "is_admin", "actor", "state")


@pytest.fixture(scope="module")
def document():
    """Give the document."""
    return openapi_document()


def operations_of(document):
    return {
        one["operationId"]: (path, method, one)
        for path, methods in document["paths"].items()
        for method, one in methods.items()
    }


def test_it_is_sound_openapi_and_json_schema(app, document):
    schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app).validate()
    for schema in document["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)
    assert app.test_client().get("/api/v1/openapi.json").get_json() == document
    assert document["openapi"].startswith("3.1.")


def test_it_lists_every_route_that_is_served_and_no_other(app, document):
    served = {
        (rule.endpoint.removeprefix("api."), method)
        for rule in app.url_map.iter_rules()
        if rule.endpoint.startswith("api.") and rule.endpoint != "api.openapi"
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }

    assert served == {(name, method.upper()) for name, (_path, method, _one) in operations_of(document).items()}
    assert served == {(name, one.method) for name, one in OPERATIONS.items()}


def test_every_operation_says_what_it_does_for_whom_and_what_may_go_wrong(document):
    for name, (_path, method, one) in operations_of(document).items():
        assert one["summary"] and one["tags"], name
        assert one["security"] == [{"token": [OPERATIONS[name].scope]}]
        assert f"Scope `{OPERATIONS[name].scope}`" in one["description"]
        wanted = {"400", "401", "404", "409", "429"} | ({"413", "415"} if method == "post" else set())
        assert wanted <= set(one["responses"])
        for parameter in one["parameters"]:
            schema = parameter["schema"]
            assert {"maxLength", "maximum"} & set(schema), f"{name}: {parameter['name']} has no limit"


def test_every_operation_is_opened_by_exactly_one_scope_and_every_scope_is_used():
    reached = {one.operation for one in OPERATIONS.values()}

    assert reached == set().union(*SCOPES.values())
    assert sum(map(len, SCOPES.values())) == len(reached)
    assert reached <= set(PERMISSIONS)


def test_all_that_the_console_does_a_script_can_do():
    assert {verb.action.__name__ for verb in VERBS.values()} <= {one.operation for one in WRITES.values()}


def test_no_scope_opens_accounts_tokens_or_roles():
    words = (
        "account",
        "token",
        "session",
        "role",
        "grant",
        "link",
        "password",
        "factor",
        "staff_list",
        "invite",
        "erase",
    )
    opened = [name for operations in SCOPES.values() for name in operations]

    assert [name for name in opened if any(word in name for word in words)] == []


def models_in(model):
    """Give a model and all that its fields hold."""
    found, todo = set(), [model]
    while todo:
        one = todo.pop()
        if isinstance(one, type) and issubclass(one, Told) and one not in found:
            found.add(one)
            todo += [part for field in one.model_fields.values() for part in parts_of(field.annotation)]
    return found


def parts_of(annotation):
    """Give a type and all that it is made of."""
    yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from parts_of(part)


def test_only_declared_fields_leave():
    for model in set().union(*map(models_in, TOLD)):
        assert model.model_config["extra"] == "ignore", model
    drills = OPERATIONS["list_drills"].told
    row = {
        "id": "a", "name": "b", "state": "draft", "roles": [], "teams": 0, "rehearsal": False, "created_at": 0,
        "salt": "canary",
    }  # fmt: skip
    assert "canary" not in drills.model_validate({"drills": [row], "salt": "canary"}).model_dump_json()


def test_requests_take_no_field_that_is_not_declared(document):
    for one in WRITES.values():
        assert issubclass(one.asked, Asked) and one.asked.model_config["extra"] == "forbid"
        assert document["components"]["schemas"][one.asked.__name__]["additionalProperties"] is False


@pytest.mark.parametrize("name", sorted(WRITES))
def test_what_is_slipped_in_is_refused_by_name_and_changes_nothing(cast, play, script, name):
    play.start()
    one = WRITES[name]
    who = {"rate": cast.edo, "results": cast.olga}.get(one.scope, cast.fatima)
    ids = dict.fromkeys(("order_id", "response_id", "scenario_id"), "zzzzzzzzzzzz")
    path = one.path.format(
        drill_id=play.id, team_id=play.azul, participant_id=play.beatriz.id, inject_id="02", **ids
    )  # fmt: skip
    before = play.sql("SELECT stream, seq, hash FROM log WHERE stream <> 'house' ORDER BY stream, seq")
    body = BODIES.get(name, {"name": "x", "library": "x"} if name == "create_drill" else {})
    asker = script(who)
    declared = {field.alias or called for called, field in one.asked.model_fields.items()}
    for field in set(SLIPPED_IN) - declared:
        status, error = asker.refused("POST", path, body | {field: "organizer"})
        assert (status, error["code"]) == (400, "malformed")
        assert {"loc": ["body", field], "code": "extra_forbidden"}.items() <= error["places"][0].items()
        assert field in error["places"][0]["message"]
        assert asker.refused("POST", f"{path}?{field}=organizer", body)[0] == 400

    assert play.sql("SELECT stream, seq, hash FROM log WHERE stream <> 'house' ORDER BY stream, seq") == before
