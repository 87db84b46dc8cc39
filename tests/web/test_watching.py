"""Health, readiness and numbers: who may ask, what each says, and what none of them ever says."""

import re

import pytest
from prometheus_client.parser import text_string_to_metric_families
from pydantic import SecretStr

from simulator.actions.owning import give_clock_back, take_clock
from simulator.actor import PROGRAM
from simulator.clock import VirtualClock
from simulator.database import close_engine, open_engine
from simulator.house import House
from simulator.migrating import migrate
from tests.cast import START
from tests.scripts import scenario, text_inject
from web.app import create_app
from web.settings import Settings
from web.watching import measures
from web.watching.request_ids import request_id

TOKEN = "m3tr1cs-T0ken-of-thirty-two-signs!"
HERE, ELSEWHERE = "127.0.0.1", "203.0.113.7"


def ask(app, path, address=HERE, **headers):
    return app.test_client().get(path, environ_base={"REMOTE_ADDR": address}, headers=headers)


def numbers(app, **how):
    """Give every sample of the metrics by its name and labels."""
    answer = ask(app, "/metrics", **how)
    assert answer.status_code == 200
    families = text_string_to_metric_families(answer.text)
    return {(one.name, *sorted(one.labels.items())): one.value for family in families for one in family.samples}


@pytest.fixture
def served(tmp_path):
    """Make the app around a database of this version, as a server's start leaves it."""
    engine = open_engine(f"sqlite:///{tmp_path / 'p.db'}")
    migrate(engine)
    house = House(engine, VirtualClock(START))
    app = create_app(house, Settings())
    # Each look is one of its own here; a server looks once a second.
    app.extensions["readiness"].reasons = app.extensions["readiness"]._look
    yield app, house
    close_engine(engine)


def test_whoever_asks_hears_that_the_process_lives(app):
    for address in (HERE, ELSEWHERE):
        answer = ask(app, "/healthz", address)
        assert (answer.status_code, answer.json) == (200, {"status": "ok"})


def test_a_process_is_ready_once_somebody_owns_the_clock_and_no_longer_when_nobody_does(served):
    app, house = served
    assert ask(app, "/readyz").json == {"status": "not_ready", "missing": ["clock"]}
    term = house.perform(take_clock, PROGRAM, process_id="p1")
    assert (ask(app, "/readyz").status_code, ask(app, "/readyz").json) == (200, {"status": "ready"})
    house.perform(give_clock_back, PROGRAM, epoch=term.epoch)

    assert ask(app, "/readyz").status_code == 503


def test_a_clock_that_nobody_has_moved_for_long_is_nobodys(served):
    app, house = served
    house.perform(take_clock, PROGRAM, process_id="p1")
    with house.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE clock_term SET database_at = database_at - 13000")

    assert ask(app, "/readyz").json["missing"] == ["clock"]


def test_an_older_schema_and_a_database_that_is_away_are_told_apart(served):
    app, house = served
    with house.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0003'")
    assert ask(app, "/readyz").json["missing"] == ["schema"]
    with house.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE alembic_version")
    assert ask(app, "/readyz").json["missing"] == ["database"]


def test_a_process_that_ends_is_ready_for_nobody_new(served):
    app, house = served
    house.perform(take_clock, PROGRAM, process_id="p1")
    app.extensions["watched"].stopping = lambda: True

    assert ask(app, "/readyz").json["missing"] == ["stopping"]


def test_from_elsewhere_one_hears_whether_and_not_why(served):
    answer = ask(served[0], "/readyz", ELSEWHERE)
    assert (answer.status_code, answer.json) == (503, {"status": "not_ready"})


def test_however_many_ask_the_database_is_asked_once(app, monkeypatch):
    looks = []
    ready = type(app.extensions["readiness"])()
    monkeypatch.setitem(app.extensions, "readiness", ready)
    ready._look = lambda: looks.append(1) or []
    for _ in range(200):
        ask(app, "/readyz")

    assert len(looks) == 1


@pytest.mark.parametrize(
    "headers", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": f"Basic {TOKEN}"}, {"X-Forwarded-For": HERE}]
)
def test_numbers_are_not_there_for_anybody_elsewhere(app, headers):
    assert ask(app, "/metrics", ELSEWHERE, **headers).status_code == 404


@pytest.mark.parametrize("name", ["X-Forwarded-For", "Forwarded", "X-Real-Ip"])
def test_a_proxy_on_this_machine_is_not_taken_for_this_machine(app, name):
    assert ask(app, "/metrics", HERE, **{name: ELSEWHERE}).status_code == 404
    assert ask(app, "/metrics", HERE).status_code == 200


def test_who_shows_the_token_reads_the_numbers_from_anywhere(house):
    app = create_app(house, Settings(metrics_token=SecretStr(TOKEN)))
    assert ask(app, "/metrics", ELSEWHERE).status_code == 404
    answer = ask(app, "/metrics", ELSEWHERE, Authorization=f"Bearer {TOKEN}")

    assert answer.status_code == 200
    assert TOKEN not in answer.text


def test_the_numbers_say_what_was_measured_refused_and_what_failed(new_app):
    @new_app.get("/breaks")
    def breaks():
        raise RuntimeError("of beatriz@ministry.example")

    before = numbers(new_app)
    measures.was_answered("send_response", 0.004)
    measures.were_gathered(40)
    measures.happened(["inject_delivered", "inject_delivered", "seats_taken"])
    ask(new_app, "/nowhere", ELSEWHERE)
    failed = ask(new_app, "/breaks")
    after = numbers(new_app)

    def more(name, **labels):
        key = (name, *sorted(labels.items()))
        return after.get(key, 0) - before.get(key, 0)

    assert more("prontas_request_seconds_count", request="send_response") == 1
    assert more("prontas_request_seconds_bucket", request="send_response", le="0.0025") == 0
    assert more("prontas_request_seconds_bucket", request="send_response", le="0.005") == 1
    assert more("prontas_gathered_calls_sum") == 40
    assert more("prontas_happened_total", kind="inject_delivered") == 2
    assert more("prontas_happened_total", kind="seats_taken") == 0
    assert more("prontas_refused_total", kind="http 404") == 1
    assert more("prontas_errors_total", where="breaks RuntimeError") == 1
    assert re.fullmatch("[0-9a-f]{32}", failed.headers["X-Request-Id"])
    assert after["process_resident_memory_bytes",] > 10_000_000
    assert after["python_gc_collections_total", ("generation", "2")] >= 0


def test_no_number_has_a_name_an_id_or_a_text_of_a_drill(app, cast):
    play = cast.play(scenario(text_inject("01"))).start()
    told = ask(app, "/metrics").text
    secrets = [play.id, play.azul, *play.codes.values(), "Azul", "Beatriz", "Simulacro", app.config["SECRET_KEY"]]

    assert [one for one in secrets if one in told] == []


def test_a_request_has_one_id_its_proxys_where_that_is_one(app):
    given = "0123456789abcdef0123456789abcdef"
    for sent, kept in ((given, True), ("<script>", False), ("a" * 99, False), ("", False)):
        with app.test_request_context("/", headers={"X-Request-Id": sent}):
            assert (request_id() == sent) is kept
            assert request_id() == request_id() and re.fullmatch("[0-9a-f]{32}", request_id())
