"""Each operation of the API, asked by a script as its owner would do it on the console."""

import csv
import io

import pytest
import yaml

from scenarios.library import shipped
from tests.cast import START, minutes, seconds
from tests.play import NAME
from tests.scripts import scenario, text_inject
from tests.web.console import SCRIPT
from tests.web.rated_play import end, rate_all, rated_play, response_of


@pytest.fixture
def play(cast):
    """Give a drill with decisions, conditions and one inject by hand."""
    return cast.play(SCRIPT, rehearsal=True)


@pytest.fixture
def fatima(script, cast, play):
    """Give Fátima's script."""
    return script(cast.fatima)


def test_a_script_lists_the_drills_of_its_owner(fatima, play, script, cast):
    (drill,) = fatima.get("/drills")["drills"]

    assert drill == {
        "id": play.id, "name": NAME, "state": "draft", "roles": ["facilitator"], "teams": 2, "rehearsal": True,
        "created_at": "2026-03-02T12:30:00Z",
    }  # fmt: skip
    assert script(cast.olga).get("/drills")["drills"][0]["roles"] == ["organizer"]


def test_a_script_runs_a_drill_from_its_scenario_to_endex(cast, script):
    fatima = script(cast.fatima)
    document = yaml.safe_dump(scenario(), allow_unicode=True)
    drill = fatima.post("/drills", name="Ensayo", yaml=document, rehearsal=True, time_zone="America/Panama")["drill_id"]
    made = fatima.post(f"/drills/{drill}/teams", name="Roja", language="pt")
    assert fatima.get(f"/drills/{drill}/codes")["teams"][0]["code"] == made["code"]
    for verb, facts in (
        ("prepare", {}), ("start", {"name": "Ensayo"}), ("pause", {}), ("resume", {}), ("speed", {"speed": 4}),
        ("joining", {"joining": False}), ("stop", {}), ("resume", {}), ("end", {"name": "ensayo"}),
    ):  # fmt: skip
        assert fatima.post(f"/drills/{drill}/{verb}", **facts) is None

    told = fatima.get(f"/drills/{drill}")
    assert told["drill"]["state"] == told["clock"]["state"] == "ended"
    assert (told["drill"]["joining"], told["drill"]["time_zone"]) == (False, "America/Panama")
    assert told["drill"]["lead_id"] == cast.fatima.id and len(told["head"]["hash"]) == 64
    assert fatima.get(f"/drills/{drill}/clock")["speed"] == 4


def test_a_drill_is_made_from_the_library(cast, script):
    fatima = script(cast.fatima)
    one = shipped()[0].scenario
    drill = fatima.post("/drills", name="De la biblioteca", library=one.id)["drill_id"]

    assert len(fatima.get(f"/drills/{drill}/injects")["injects"]) == len(one.injects)
    assert fatima.refused("POST", "/drills", {"name": "x", "library": "nothing"})[1]["code"] == "scenario_not_chosen"


def test_a_scenario_with_errors_is_told_all_of_them_with_their_places(cast, script):
    document = yaml.safe_dump(scenario(duration="soon", rated="maybe"))
    status, error = script(cast.fatima).refused("POST", "/drills", {"name": "x", "yaml": document}, language="es")

    assert (status, error["code"]) == (409, "scenario_has_errors")
    assert len(error["findings"]) >= 2
    assert all(one["line"] >= 1 and one["message"] for one in error["findings"])


def test_the_clock_is_an_instant_and_milliseconds(fatima, play):
    play.start().go(minutes(1.5))

    assert fatima.get(f"/drills/{play.id}/clock") == {
        "state": "running", "stopped": False, "running": True, "speed": 1, "drill_time": 90_000,
        "now": (START + minutes(1.5)).isoformat().replace("+00:00", "Z"), "duration": 3_600_000, "ended_at": None,
    }  # fmt: skip


def test_the_msel_and_the_matrix_say_what_became_of_each_inject(fatima, play):
    play.start().go(minutes(1.5))
    play.send(play.beatriz, "01", {"option": "A"}, confirmed=True)

    first, *_others, by_hand = fatima.get(f"/drills/{play.id}/injects")["injects"]
    assert (first["id"], first["states"], first["delivered_at"]) == ("01", {"answered": 1, "delivered": 1}, 60_000)
    assert first["options"][0] == {"id": "A", "label": "Aislar", "value": 3}
    assert by_hand["manual"] and by_hand["if"] is None
    matrix = {team["name"]: team["deliveries"] for team in fatima.get(f"/drills/{play.id}/deliveries")["teams"]}
    assert (matrix["Azul"]["01"]["state"], matrix["Azul"]["01"]["chosen"]) == ("answered", ["A"])
    assert (matrix["Verde"]["01"]["state"], matrix["Verde"]["01"]["deadline_at"]) == ("delivered", 360_000)


def test_an_order_waits_ten_seconds_and_can_be_undone(fatima, play):
    play.start()
    path = f"/drills/{play.id}/injects/04/deliver"
    placed = fatima.post(path)
    assert placed["runs_at"] == "2026-03-02T12:30:10Z"
    (waiting,) = fatima.get(f"/drills/{play.id}")["orders"]
    assert (waiting["id"], waiting["verb"], waiting["seconds"]) == (placed["order"], "deliver", 10.0)
    assert fatima.refused("POST", path)[1]["code"] == "already_done"
    fatima.post(f"/drills/{play.id}/orders/{placed['order']}/undo")
    play.go(seconds(20))
    assert play.one(play.azul, "04")["state"] == "planned"
    assert fatima.refused("POST", f"/drills/{play.id}/orders/{placed['order']}/undo")[0] == 409


def test_every_verb_of_an_inject(fatima, play):
    play.start().go(minutes(1.5))
    base = f"/drills/{play.id}/injects"
    one = {"teams": [play.azul], "reason": "technical"}

    assert fatima.post(f"{base}/03/hold") == {"teams": 2}
    assert fatima.post(f"{base}/03/release", teams=[play.azul]) == {"order": None, "teams": 1}
    assert fatima.post(f"{base}/03/move", seconds=-60) == {"teams": 1}
    assert fatima.post(f"{base}/03/skip", **one) == {"teams": 1}
    assert fatima.post(f"{base}/01/withdraw", **one) == {"order": None, "teams": 1}
    assert fatima.post(f"{base}/04/deliver", **one) == {"order": None, "teams": 1}
    assert play.states(play.azul) == {"01": "withdrawn", "02": "planned", "03": "skipped", "04": "delivered"}
    kinds = [entry["kind"] for entry in fatima.get(f"/drills/{play.id}/deviations")["entries"]]
    assert kinds == ["inject_released", "inject_skipped", "inject_withdrawn", "inject_delivered"]


def test_what_is_done_to_one_team_needs_a_reason(fatima, play):
    play.start()
    status, error = fatima.refused("POST", f"/drills/{play.id}/injects/03/hold", {"teams": [play.azul]})

    assert (status, error["code"]) == (409, "reason_missing")


def test_teams_and_their_people(fatima, play):
    base = f"/drills/{play.id}"
    teams = fatima.get(f"{base}/teams")["teams"]
    assert [(team["name"], team["people"], team["led"]) for team in teams] == [("Azul", 2, True), ("Verde", 2, True)]
    assert "code" not in teams[0]

    fatima.post(f"{base}/teams/{play.azul}/rename", name="Celeste")
    fatima.post(f"{base}/participants/{play.bruna.id}/rename", name="Bruna Souza")
    fatima.post(f"{base}/participants/{play.giselle.id}/move", team_id=play.azul)
    fatima.post(f"{base}/participants/{play.beatriz.id}/remove")
    told = fatima.get(f"{base}/teams/{play.azul}")
    assert told["team"]["name"] == "Celeste"
    assert {one["name"] for one in told["members"]} == {"Bruna Souza", "Giselle"}
    before = play.codes["Azul"]
    assert fatima.post(f"{base}/teams/{play.azul}/code")["code"] != before


def test_a_flag_is_set_with_a_reason_and_seen(fatima, play):
    play.start()
    fatima.post(f"/drills/{play.id}/teams/{play.azul}/flags", flag="isolated", reason="mistake")

    assert fatima.get(f"/drills/{play.id}/teams/{play.azul}")["flags"] == ["aislado"]


def test_responses_of_a_team(fatima, play):
    play.start().go(minutes(2.5))
    play.send(play.beatriz, "02", {"text": "{{7*7}} <b>ya</b>"})
    told = {one["inject"]: one for one in fatima.get(f"/drills/{play.id}/teams/{play.azul}/responses")["responses"]}

    assert told["02"]["answer"] == {"text": "{{7*7}} <b>ya</b>"}
    assert (told["02"]["answer_state"], told["02"]["answer_erased"]) == ("counted", False)
    assert told["01"]["answer"] is None and told["01"]["options"]["A"] == "Aislar"


def test_events_are_polled_from_a_number(fatima, play):
    play.start().go(minutes(1.5))
    first = fatima.get(f"/drills/{play.id}/events")
    assert [event["n"] for event in first["events"]] == list(range(1, first["n"] + 1))
    assert {event["kind"] for event in first["events"]} >= {"drill_created", "drill_started", "inject_delivered"}
    delivered = next(event for event in first["events"] if event["kind"] == "inject_delivered")
    assert (delivered["inject"], delivered["drill_time"]) == ("01", 60_000) and "name" not in delivered

    fatima.post(f"/drills/{play.id}/pause")
    (after,) = fatima.get(f"/drills/{play.id}/events?since={first['n']}")["events"]
    assert (after["kind"], after["clock"]["state"]) == ("drill_paused", "paused")


def test_observers_watch_ten_minutes_late(cast, script, play):
    play.start().go(minutes(5))
    olu = script(cast.olu)
    assert olu.get(f"/drills/{play.id}/watch")["injects"] == []
    play.go(minutes(10))

    assert [one["id"] for one in olu.get(f"/drills/{play.id}/watch")["injects"]] == ["01", "02"]
    assert olu.refused("GET", f"/drills/{play.id}")[0] == 404


def test_what_is_counted_about_people(fatima, play):
    assert fatima.get(f"/drills/{play.id}/pauses") == {"waiting": 0}
    fatima.post(f"/drills/{play.id}/pauses/seen")
    assert set(fatima.get(f"/drills/{play.id}/consents")["consents"].values()) == {None}


def test_an_evaluators_script_rates_without_names(cast, script):
    play = rated_play(cast)
    edo = script(cast.edo)
    queue = edo.get(f"/drills/{play.id}/queue")
    response = response_of(play, cast.edo, "01", play.azul)
    sheet = edo.get(f"/drills/{play.id}/responses/{response}")
    path = f"/drills/{play.id}/responses/{response}/ratings"

    assert queue["of"] == 4 and "Azul" not in repr(queue) + repr(sheet) and "Beatriz" not in repr(sheet)
    assert sheet["content"] == {"text": "Cerramos la frontera <b>ya</b>"}
    assert edo.post(path, criterion="C1", level="S", sentence="Cita") == {"version": 1}
    assert edo.post(path, criterion="C1", level="S", sentence="Cita") == {"version": 1}
    assert edo.post(path, criterion="C1", level=None, sentence="Nada que ver") == {"version": 2}
    assert edo.refused("POST", path, {"criterion": "C1", "level": "Z"})[1]["code"] == "level_outside_rubric"
    assert edo.get(f"/drills/{play.id}/responses/{response}")["criteria"][0]["given"]


def test_a_result_that_takes_two_people_is_published_by_no_script(cast, script):
    play = cast.play(scenario(text_inject("01"), rated=True))
    olga = script(cast.olga)
    olga.post(f"/drills/{play.id}/score-rules", two_people=True, ratings=1)
    play.start().go(minutes(6))
    play.send(play.beatriz, "01", {"text": "Ya"})
    end(play)
    told = olga.refused("POST", f"/drills/{play.id}/standings/publish", {"name": NAME})

    assert told[1]["code"] == "two_people_needed"


def test_an_organizers_script_reads_and_publishes_standings(cast, script):
    play = end(rated_play(cast))
    olga = script(cast.olga)
    before = olga.get(f"/drills/{play.id}/standings")
    assert not before["complete"] and before["standings"][0]["place"] is None
    assert olga.refused("POST", f"/drills/{play.id}/standings/publish", {"name": NAME})[1]["code"] == "ratings_missing"
    rate_all(play, cast.edo)
    rate_all(play, cast.eun)

    after = olga.get(f"/drills/{play.id}/standings")
    assert [(one["team"], one["place"]) for one in after["standings"]] == [("Azul", 1), ("Verde", 2)]
    assert after["standings"][0]["score"].count(".") == 1 and 0 < after["standings"][0]["lines"][0]["quality"] < 1
    assert (
        olga.refused("POST", f"/drills/{play.id}/standings/publish", {"name": "x"})[1]["code"] == "drill_name_differs"
    )
    olga.post(f"/drills/{play.id}/standings/publish", name=NAME)
    published = olga.get(f"/drills/{play.id}/standings")["published"]
    assert published["places"][play.azul]["score"] == after["standings"][0]["score"]


def test_ratings_and_rules_as_files_that_fit_each_other(cast, script, tmp_path):
    play = end(rated_play(cast))
    rate_all(play, cast.edo)
    olga = script(cast.olga)
    rows = olga.get(f"/drills/{play.id}/ratings")["rows"]
    rules = olga.get(f"/drills/{play.id}/rules")
    answer = olga.ask("GET", f"/drills/{play.id}/ratings.csv", language="es")

    assert answer.content_type == "text/csv; charset=utf-8"
    assert "EJERCICIO-Simulacro-ratings.csv" in answer.headers["Content-Disposition"]
    in_file = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert [(row["team"], row["inject"]) for row in rows] == [(row["team"], row["inject"]) for row in in_file]
    assert rules["levels"] == ["U", "M", "S", "P"] and set(rules["injects"]) == {"01", "02", "03"}


def test_what_a_script_does_is_heard_by_everybody_else(fatima, play):
    play.start()
    heard, announce = [], play.house.announce
    play.house.announce = lambda posts: (heard.extend(posts), announce(posts))
    fatima.post(f"/drills/{play.id}/pause")

    assert {(post.row["kind"], post.row["actor"]) for post in heard} == {("drill_paused", str(play.cast.fatima))}
    assert {post.reader for post in heard} == {f"team:{play.azul}", f"team:{play.verde}", f"staff:{play.id}"}
