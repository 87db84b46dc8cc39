"""The API's door: a token and nothing else opens it, and every way of not getting in looks the same."""

import json
from datetime import timedelta

import pytest
from pydantic import ValidationError

from simulator.actions.tokens import PREFIX, revoke_token
from simulator.actor import NOBODY
from simulator.reading.tokens import find_token, own_tokens
from tests.play import NAME
from web.api.operations import OPERATIONS
from web.api.pace import PER_MINUTE, Pace
from web.api.repeated import refuse_repeated

ABSENT = "zzzzzzzzzzzz"


def paths(play):
    """Give (method, path) of every operation, in a drill that is there."""
    ids = {
        "drill_id": play.id, "team_id": play.azul, "participant_id": play.beatriz.id, "inject_id": "01",
        "order_id": ABSENT, "response_id": ABSENT, "scenario_id": ABSENT,
    }  # fmt: skip
    return [(one.method, one.path.format(**ids)) for one in OPERATIONS.values()]


def bare(answer):
    """Give what a stranger can tell an answer by."""
    headers = {name: value for name, value in answer.headers if name != "Content-Security-Policy"}
    return answer.status_code, headers, answer.data


def test_without_a_token_nothing_opens(app, play):
    client = app.test_client(use_cookies=False)
    answers = {client.open(f"/api/v1{path}", method=method).status_code for method, path in paths(play)}

    assert answers == {401}


def test_a_cookie_alone_opens_nothing(signed_in, play):
    browser = signed_in("fatima")
    assert browser.get(f"/drills/{play.id}/console").status_code == 200

    answers = [browser.client.open(f"/api/v1{path}", method=method) for method, path in paths(play)]
    assert {answer.status_code for answer in answers} == {401}
    assert not any("Set-Cookie" in answer.headers for answer in answers)
    assert play.drill("state") == "draft"


def test_a_cookie_beside_a_token_is_not_looked_at(app, cast, play, script):
    client = app.test_client()
    client.set_cookie("prontas_staff", cast.tokens["olga"])
    client.set_cookie("prontas_language", "fr")
    answer = client.get("/api/v1/drills", headers={"Authorization": f"Bearer {script(cast.fatima).token}"})

    assert answer.get_json()["drills"][0]["roles"] == ["facilitator"]
    assert client.get("/api/v1/drills").get_json()["error"]["message"].startswith("Envíe")


def test_whatever_does_not_open_is_answered_alike(app, cast, clock, play, script):
    revoked, expired, disabled, erased = (
        script(cast.fatima), script(cast.fatima, days=1), script(cast.eun), script(cast.edo),
    )  # fmt: skip
    token_id = cast.house.look(find_token, NOBODY, token=revoked.token).token_id
    cast.house.perform(revoke_token, cast.fatima, token_id=token_id)
    play.sql("UPDATE account SET disabled_at = 0 WHERE id = :id", id=cast.eun.id)
    play.sql("UPDATE account SET erased_at = 0 WHERE id = :id", id=cast.edo.id)
    clock.now += timedelta(days=2)
    given = [
        None, "", "Bearer", "Bearer ", "Basic ZmF0aW1hOng=", f"Bearer {PREFIX}{'x' * 43}", f"Bearer {PREFIX}",
        "Bearer é",
        f"Token {script(cast.olga).token}", f"Bearer {cast.tokens['fatima']}", f"Bearer {script(cast.olga).token}x",
        *(f"Bearer {one.token}" for one in (revoked, expired, disabled, erased)),
    ]  # fmt: skip
    client = app.test_client(use_cookies=False)

    answers = [
        bare(client.get("/api/v1/drills", headers={"Authorization": one} if one is not None else {})) for one in given
    ]
    assert answers[0][0] == 401 and answers[0][1]["WWW-Authenticate"] == "Bearer"
    assert all(answer == answers[0] for answer in answers)


@pytest.mark.parametrize("who", ["fatima", "edo", "olga", "olu"])
def test_what_is_not_there_and_what_is_not_hers_look_alike(cast, play, script, who):
    """Any operation on a drill: with a role elsewhere only, on one that is not there, and with too narrow a token."""
    elsewhere = cast.play()
    bound = script(getattr(cast, who), bound_to=elsewhere.id)
    answers = set()
    for name, one in OPERATIONS.items():
        if not one.places:
            continue
        body = None if one.reads else BODIES.get(name, {})
        for drill in (play.id, ABSENT):
            ids = dict.fromkeys(("team_id", "participant_id", "order_id", "response_id", "scenario_id"), ABSENT)
            path = one.path.format(drill_id=drill, inject_id="01", **ids)
            status, _headers, data = bare(bound.ask(one.method, path, body))
            answers.add((status, data))
    assert len(answers) == 1
    (answer,) = answers
    assert answer[0] == 404 and json.loads(answer[1])["error"]["code"] == "not_found"
    assert bound.refused("GET", "/nothing")[1] == json.loads(answer[1])["error"]


BODIES = {
    "start_drill": {"name": NAME}, "end_drill": {"name": NAME}, "publish_standings": {"name": NAME},
    "open_joining": {"joining": True}, "set_speed": {"speed": 1}, "move_inject": {"seconds": 1},
    "set_flag": {"flag": "paid", "reason": "mistake"}, "add_team": {"name": "Roja"}, "rename_team": {"name": "Roja"},
    "rename_participant": {"name": "Ana"}, "move_participant": {"team_id": ABSENT},
    "rate_response": {"criterion": "C1", "level": None}, "save_version": {"expected_number": 1},
    "restore_version": {"number": 1, "expected_number": 1}, "archive_scenario": {"archived": True},
}  # fmt: skip


def test_a_scope_that_is_missing_looks_like_absence(cast, play, script):
    reader = script(cast.fatima, "read")

    assert reader.get(f"/drills/{play.id}")
    assert reader.refused("POST", f"/drills/{play.id}/prepare")[0] == 404
    assert reader.refused("GET", f"/drills/{play.id}/codes")[0] == 404
    assert play.drill("state") == "draft"


def test_a_method_that_is_not_there_is_named(cast, script):
    answer = script(cast.fatima).ask("DELETE", "/drills")

    assert answer.status_code == 405 and answer.get_json()["error"]["code"] == "method_not_allowed"
    assert answer.headers["Allow"] == "GET, HEAD, POST"
    assert script(cast.fatima).ask("OPTIONS", "/drills").status_code == 405


def test_no_other_site_is_let_in(cast, script):
    answer = script(cast.fatima).ask("GET", "/drills", headers={"Origin": "https://elsewhere.example"})

    assert not [name for name, _value in answer.headers if name.startswith("Access-Control")]
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_body_has_to_be_json_and_of_a_sane_size(cast, play, script):
    fatima = script(cast.fatima)
    path = f"/drills/{play.id}/joining"

    def send(data, kind="application/json"):
        return fatima.ask("POST", path, data=data, content_type=kind)

    assert send("joining=true", "application/x-www-form-urlencoded").status_code == 415
    assert send(b'{"joining": true}', "text/plain").status_code == 415
    large = send(json.dumps({"joining": True, "more": "x" * 70_000}))
    assert (large.status_code, large.get_json()["error"]["code"]) == (413, "request_too_large")
    for data in (b"{", b"[1]", b"null", b"7", b"\xff", b"[" * 30_000, b'{"joining": "\\ud800"}', b""):
        answer = send(data)
        assert (answer.status_code, answer.get_json()["error"]["code"]) == (400, "malformed"), data[:20]
    assert send(b'{"joining": false}', "application/json; charset=utf-8").status_code == 204


def test_what_does_not_fit_is_named_with_its_place_and_what_to_do(cast, play, script):
    fatima = script(cast.fatima)
    path = f"/drills/{play.id}/injects/01/hold"
    body = {"teams": [7, play.azul], "reason": 3, "is_staff": True}
    status, error = fatima.refused("POST", path, body)

    assert (status, error["code"]) == (400, "malformed")
    assert [(place["loc"], place["code"]) for place in error["places"]] == [
        (["body", "teams", 0], "string_type"), (["body", "reason"], "string_type"),
        (["body", "is_staff"], "extra_forbidden"),
    ]  # fmt: skip
    assert error["places"][2]["message"] == "“is_staff” is not known here. Leave it out."
    status, error = fatima.refused("GET", f"/drills/{play.id}/events?since=-1&sort=score", language="pt")
    assert [place["loc"] for place in error["places"]] == [["query", "since"], ["query", "sort"]]
    assert fatima.refused("POST", f"/drills/{play.id}/prepare?role=organizer")[1]["places"][0]["loc"] == [
        "query", "role",
    ]  # fmt: skip
    status, error = fatima.refused("POST", "/drills", {"name": "x", "library": "a", "yaml": "b"})
    assert error["places"] == [
        {"loc": ["body"], "code": "one_of", "message": "Send exactly one of these: library, yaml, scenario_id."}
    ]


@pytest.mark.parametrize(
    ("path", "data", "places"),
    [
        ("/joining", b'{"joining": false, "joining": true}', [["body", "joining"]]),
        ("/joining", b'{"joining": true, "joining": true}', [["body", "joining"]]),
        ("/joining", b'{"joining": true, "join\\u0069ng": false}', [["body", "joining"]]),
        ("/teams", b'{"name": "Lila", "language": "es", "name": "Rosa", "language": "en"}',
         [["body", "name"], ["body", "language"]]),
        ("/joining", b'{"joining": true, "x": {"a": 1, "a": 2}}', [["body", "x"]]),
    ],
)  # fmt: skip
def test_a_name_that_is_said_twice_is_refused_by_name(cast, play, script, path, data, places):
    before = play.sql("SELECT joining FROM drill"), play.sql("SELECT name FROM team")
    answer = script(cast.olga).ask("POST", f"/drills/{play.id}{path}", data=data, content_type="application/json")
    error = answer.get_json()["error"]

    assert (answer.status_code, error["code"]) == (400, "malformed")
    assert [place["loc"] for place in error["places"]] == places
    assert all(place["code"] in ("key_twice", "extra_forbidden") for place in error["places"])
    assert (play.sql("SELECT joining FROM drill"), play.sql("SELECT name FROM team")) == before


def test_a_name_said_twice_is_found_wherever_it_stands():
    for sound in (b"{}", b'{"a": 1, "b": {"a": 1}, "c": [{"a": 1}, {"a": 1}]}', b"[1, 1]", b"7"):
        refuse_repeated(sound)
    with pytest.raises(ValidationError) as caught:
        refuse_repeated(b'{"a": [{"b": 1}, {"b": 1, "b": 2}], "c": {"d": 1, "d": 1}, "a": 1}')

    assert [one["loc"] for one in caught.value.errors()] == [("a", 1, "b"), ("c", "d"), ("a",)]


def test_answers_speak_as_the_request_wants_or_as_the_owner_reads(cast, play, script):
    olga, path = script(cast.olga), f"/drills/{ABSENT}"

    def message(language):
        return olga.refused("GET", path, language=language)[1]["message"].split()[0]

    assert [message(one) for one in (None, "*", "ja", "es-PA, en;q=0.5", "fr", "en;q=0.1, pt;q=0.9")] == [
        "Não", "Não", "Não", "Aquí", "Il", "Não",
    ]  # fmt: skip


def test_so_many_requests_a_minute_by_one_token_and_then_a_wait(app, cast, script):
    assert PER_MINUTE == 600
    app.extensions["api_pace"] = Pace(per_minute=30)
    fast, other = script(cast.fatima, "read"), script(cast.fatima, "read")
    answers = [fast.ask("GET", "/drills").status_code for _ in range(30)]
    told = fast.ask("GET", "/drills")

    assert set(answers) == {200}
    assert (told.status_code, told.get_json()["error"]["code"]) == (429, "too_many_requests")
    assert 1 <= int(told.headers["Retry-After"]) <= 60
    assert other.ask("GET", "/drills").status_code == 200


def test_the_wait_is_over_when_the_window_has_moved_on():
    pace = Pace(per_minute=2)

    assert [pace.wait("a"), pace.wait("a"), pace.wait("b")] == [0, 0, 0]
    assert 1 <= pace.wait("a") <= 60


def test_the_page_shows_when_a_token_was_last_used(cast, script, clock):
    script(cast.fatima).get("/drills")

    assert cast.house.look(own_tokens, cast.fatima)[0]["used_at"] == clock.now


def test_a_fault_of_ours_says_nothing(app, cast, script, play, caplog):
    fatima = script(cast.fatima)
    play.sql("DROP TABLE feed")
    status, error = fatima.refused("GET", f"/drills/{play.id}/events")

    assert (status, error["code"], set(error)) == (500, "server_failed", {"code", "message"})
    assert "feed" not in json.dumps(error) and "feed" in caplog.text
