"""Everything that the OpenAPI document allows, and much that it forbids, against a real drill with real tokens."""

from collections import Counter

import pytest
import schemathesis
import yaml
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import ignored_auth

from tests.cast import minutes
from tests.scripts import scenario
from tests.web.rated_play import rated_play, response_of
from web.api.operations import OPERATIONS
from web.api.pace import Pace

EXAMPLES = 5
SEED = 20261122


@pytest.fixture
def world(app, cast, script):
    """Give a running drill with answers, an order that waits, and a token for each kind of asker."""
    app.extensions["api_pace"] = Pace(per_minute=10**6)
    play = rated_play(cast)
    cast.grant(cast.olga, "observer")
    fatima = script(cast.fatima)
    fatima.post(f"/drills/{play.id}/injects/03/withdraw")
    (order,) = fatima.get(f"/drills/{play.id}")["orders"]
    known = {
        "drill_id": play.id, "team_id": play.azul, "participant_id": play.bruna.id, "inject_id": "02",
        "order_id": order["id"], "response_id": response_of(play, cast.edo, "01"),
        "scenario_id": fatima.post("/scenarios", yaml=yaml.safe_dump(scenario()))["scenario_id"],
    }  # fmt: skip
    edo, olga = script(cast.edo).token, script(cast.olga).token
    tokens = {
        **dict.fromkeys(("read", "run", "make", "scenarios"), fatima.token), "rate": edo, "results": olga,
        "narrow": script(cast.fatima, "read").token, "bound": script(cast.fatima, bound_to=play.id).token,
        "observer": script(cast.olu).token,
    }  # fmt: skip
    play.go(minutes(1))
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)
    # Without it half of the requests would only show again that nobody gets in without a token.
    schema.config.generation.with_security_parameters = False
    return schema, known, tokens


@pytest.fixture
def counted():
    """Count the answers by their status."""
    return Counter()


def places(operation, known):
    """Fill a path with what is there, and now and then with something else."""
    wanted = {one.name: known[one.name] for one in operation.path_parameters}
    return st.one_of(
        st.just(wanted),
        st.fixed_dictionaries({name: st.sampled_from([value, "zzzzzzzzzzzz"]) for name, value in wanted.items()}),
    )


@pytest.mark.timeout(300)
@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["fits", "does not fit"])
def test_no_request_breaks_anything_and_answers_are_as_declared(world, counted, mode):
    schema, known, tokens = world
    asked = []
    for found in schema.get_all_operations():
        operation = found.ok()
        if mode is GenerationMode.NEGATIVE and not (operation.body or operation.query):
            # Nothing but the path, where everything is a word.
            continue
        _ask(operation, known, tokens, mode, counted)
        asked.append(operation.label)

    print(mode, len(asked), "operations,", counted.total(), "requests:", dict(sorted(counted.items())))
    assert len(asked) == len(OPERATIONS) or mode is GenerationMode.NEGATIVE
    assert not [status for status in counted if status >= 500]
    if mode is GenerationMode.POSITIVE:
        assert counted[200] + counted[201] + counted[204] > 50
    else:
        assert counted[400] > 100


def _ask(operation, known, tokens, mode, counted):
    scope = OPERATIONS[operation.definition.raw["operationId"]].scope

    @seed(SEED)
    @settings(
        max_examples=EXAMPLES, deadline=None, database=None, phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(
        case=places(operation, known).flatmap(
            lambda found: operation.as_strategy(generation_mode=mode, path_parameters=found)
        ),
        token=st.one_of(st.just(tokens[scope]), st.sampled_from(sorted(tokens.values()))),
    )
    def ask(case, token):
        answer = case.call(headers={"Authorization": f"Bearer {token}"})
        counted[answer.status_code] += 1
        case.validate_response(answer, excluded_checks=[ignored_auth])

    ask()
