"""What a facilitator does on the console: every verb, what it refuses, and that nothing happens twice."""

import pytest

from tests.cast import minutes, seconds
from tests.play import NAME
from tests.web.console import SCRIPT, Console, in_language


@pytest.fixture
def play(cast):
    """Give a drill with decisions, conditions and one inject by hand."""
    return cast.play(SCRIPT, rehearsal=True)


@pytest.fixture
def console(signed_in, play):
    """Give Fátima's console, in English."""
    return Console(in_language(signed_in("fatima")), play)


def test_the_start_asks_for_the_drills_name(console, play):
    assert console.refused("start", name="Otro")["message"].startswith("Type the drill's name")
    assert console.do("start", name=f"  {NAME.upper()} ").status_code == 200
    assert play.drill("state") == "running"
    assert console.refused("start", name=NAME)["code"] == "drill_not_in_state"


def test_preparing_happens_once(console, play):
    assert console.do("prepare").status_code == 200
    assert console.refused("prepare")["code"] == "drill_not_in_state"


def test_pause_and_resume(console, play):
    play.start()

    assert console.do("pause").status_code == 200
    assert "Paused" in console.part("banner") and 'data-verb="resume"' in console.part("bar")
    assert console.refused("pause")["code"] == "drill_not_in_state"
    assert console.do("resume").status_code == 200
    assert console.refused("resume")["code"] == "drill_not_in_state"


def test_only_the_lead_resumes_after_a_stop(cast, console, signed_in, play):
    play.start()
    cast.grant(cast.eun, "facilitator", play.id)
    eun = Console(signed_in("eun"), play)

    assert eun.do("stop").status_code == 200
    assert console.refused("stop")["code"] == "drill_already_stopped"
    assert "Only Fátima" in eun.part("banner")
    assert eun.refused("resume")["code"] == "only_lead_resumes"
    assert console.do("resume").status_code == 200


def test_speed_is_for_rehearsals(cast, console, signed_in, play):
    play.start()
    earnest = cast.play(SCRIPT).start()
    other = Console(in_language(signed_in("fatima")), earnest)

    assert console.do("speed", speed=4).status_code == 200
    assert console.parts("bar")["clock"]["speed"] == 4
    assert console.refused("speed", speed=3)["code"] == "speed_unknown"
    assert other.refused("speed", speed=4)["code"] == "speed_is_for_rehearsals"
    assert 'data-verb="speed"' in console.page() and 'data-verb="speed"' not in other.page()


def test_the_end_asks_for_the_name_and_shows_the_head_of_the_log(console, play):
    play.start()

    assert console.refused("end", name="x")["code"] == "drill_name_differs"
    assert console.do("end", name=NAME).status_code == 200
    head = play.sql("SELECT hash FROM stream WHERE name = :name", name=f"drill:{play.id}")[0][0]
    assert head in console.part("banner")
    assert console.refused("end", name=NAME)["code"] == "drill_not_in_state"


def test_what_goes_to_all_waits_ten_seconds_and_can_be_undone(console, play):
    play.start()
    placed = console.do("deliver", inject="04").get_json()
    shown = console.part("next")

    assert placed["order"] in shown and 'data-verb="undo"' in shown and "Delivering 04 to 2 teams" in shown
    assert console.refused("deliver", inject="04")["message"].startswith("Somebody was faster")
    assert console.do("undo", order=placed["order"]).status_code == 200
    assert console.refused("undo", order=placed["order"])["code"] == "already_done"
    play.go(seconds(20))
    assert play.one(play.azul, "04")["state"] == "planned"


def test_an_order_is_carried_out_for_every_team(console, play):
    play.start()
    console.do("deliver", inject="04")
    play.go(seconds(11))

    assert console.cell(play.azul, "04") == ("delivered", "sent, not received yet", "○")
    assert console.refused("deliver", inject="04")["code"] == "already_done"


def test_hold_release_skip_and_move(console, play):
    play.start()

    assert console.do("hold", inject="03").get_json() == {"teams": 2}
    assert console.cell(play.azul, "03")[0] == "held"
    assert console.refused("hold", inject="03")["code"] == "already_done"
    assert console.do("release", inject="03").get_json()["order"]
    play.go(seconds(11))
    assert console.do("move", inject="03", seconds=60).get_json() == {"teams": 2}
    assert play.one(play.azul, "03")["due_at"] == 31 * 60_000
    assert console.refused("move", inject="03", seconds=10**6)["code"] == "move_too_far"
    assert console.refused("move", inject="04", seconds=60)["code"] == "inject_has_no_time"
    assert console.do("skip", inject="03").get_json() == {"teams": 2}
    assert console.refused("skip", inject="03")["code"] == "already_done"


@pytest.mark.parametrize("verb", ["hold", "skip", "withdraw"])
def test_what_is_done_to_one_team_needs_a_reason(console, play, verb):
    play.start().go(minutes(1.5))
    inject = "01" if verb == "withdraw" else "03"

    assert console.refused(verb, inject=inject, teams=[play.azul])["code"] == "reason_missing"
    assert console.refused(verb, inject=inject, teams=[play.azul], reason="whim")["code"] == "reason_unknown"
    assert console.do(verb, inject=inject, teams=[play.azul], reason="technical").status_code == 200
    assert play.one(play.verde, inject)["state"] in ("planned", "delivered")


def test_a_flag_is_set_by_hand_with_a_reason(console, play):
    play.start()

    assert console.refused("flag", team=play.azul, flag="isolated", reason="whim")["code"] == "reason_unknown"
    assert console.refused("flag", team=play.azul, flag="nonsense", reason="mistake")["code"] == "not_found"
    assert console.do("flag", team=play.azul, flag="isolated", reason="mistake").status_code == 200
    assert "aislado" in console.browser.get(f"{console.path}/teams/{play.azul}").text


NONSENSE = (
    ("explode", {}), ("deliver", {}), ("deliver", {"inject": 7}), ("deliver", {"inject": "04", "teams": "Azul"}),
    ("deliver", {"inject": "04", "teams": ["nobody"]}), ("move", {"inject": "03", "seconds": "60"}),
    ("move", {"inject": "03", "seconds": True}), ("speed", {"speed": None}), ("joining", {"joining": "yes"}),
    ("start", {}), ("undo", {"order": "x"}), ("hold", {"inject": "99"}), ("hold", {"inject": "x" * 300}),
)  # fmt: skip


def test_what_makes_no_sense_is_refused_and_changes_nothing(console, play):
    play.start()
    before = play.log()

    assert {console.refused(verb, **facts)["code"] for verb, facts in NONSENSE} == {"not_found"}
    assert play.log() == before


def test_a_press_without_the_forms_token_does_nothing(console, play):
    play.start()
    console.headers["X-CSRFToken"] = "stolen"

    assert console.refused("pause")["code"] == "form_expired"
    assert play.drill("state") == "running"


def test_a_body_that_is_no_object_is_refused(console, play):
    answer = console.browser.client.post(f"/drills/{play.id}/do/pause", data="[1]", headers=console.headers)

    assert answer.status_code == 404
