"""Several drills of a programme: one scale by shared model answers, and baseline to re-test per objective."""

import pytest

from simulator.actions.programmes import create_programme
from simulator.actor import PROGRAM
from simulator.reading.linked import linked_drills
from tests.cast import minutes, refused
from tests.results import rate_all
from tests.scripts import rubric, scenario, text_inject

WORDS = {"text": "Avisamos a todas las fronteras ahora mismo."}
MODEL = [{"level": "P", "text": "Un modelo bueno"}]


@pytest.fixture
def programme(cast):
    """Give a programme in which Olga organizes."""
    return cast.house.perform(create_programme, PROGRAM, name="Mujeres")


def script(**over):
    criteria = rubric()
    criteria["criteria"]["C1"]["objective"] = "decide"
    return scenario(
        text_inject("01", ask={"benchmarks": MODEL}), rated=True, rubric=criteria,
        objectives={"decide": {"title": "Decidir bien"}}, **over,
    )  # fmt: skip


def drill(cast, programme, level, **over):
    play = cast.play(script(**over), programme_id=programme).start().go(minutes(6))
    play.send(play.beatriz, "01", WORDS)
    play.go(minutes(11))
    rate_all(play, cast.edo, level)
    return play


def anchor(play, account, level, item="01#0"):
    play.sql(
        "INSERT INTO calibration_rating (desk, account_id, item, criterion, level, given_at)"
        " VALUES (:desk, :account, :item, 'C1', :level, 0)",
        desk=f"drill:{play.id}", account=account.id, item=item, level=level,
    )  # fmt: skip


def see(cast, programme):
    return cast.house.look(linked_drills, cast.olga, programme_id=programme)


def test_drills_that_share_model_answers_come_to_one_scale(cast, programme):
    first, second = drill(cast, programme, "S"), drill(cast, programme, "S")
    anchor(first, cast.edo, "P")
    anchor(second, cast.edo, "S")
    page = see(cast, programme)

    assert (page["refused"], [one["id"] for one in page["drills"]]) == (None, [first.id, second.id])
    effects = [float(one["effect"]) for one in page["drills"]]
    assert effects == pytest.approx([100 / 6, -100 / 6])
    told = {one["id"]: one["teams"] for one in page["drills"]}
    azul = next(one for one in told[first.id] if one["team"] == "Azul")
    assert float(azul["linked"]) == pytest.approx(float(azul["score"]) - 100 / 6, abs=0.01)


def test_without_a_chain_of_model_answers_the_pieces_are_named(cast, programme):
    first, second = drill(cast, programme, "S"), drill(cast, programme, "S")
    anchor(first, cast.edo, "P", item="01#0")
    anchor(second, cast.edo, "P", item="01#1")
    page = see(cast, programme)

    assert page["refused"] == "drills_not_linked"
    assert len(page["pieces"]) == 2
    assert {team["linked"] for one in page["drills"] for team in one["teams"]} == {None}


def test_one_drill_has_nothing_to_be_linked_to(cast, programme):
    anchor(drill(cast, programme, "S"), cast.edo, "P")

    assert see(cast, programme)["refused"] == "one_drill"


def test_a_drill_that_nothing_scores_says_so(cast, programme):
    cast.play(scenario(text_inject("01")), programme_id=programme).start()

    assert [one["reason"] for one in see(cast, programme)["drills"]] == ["not_rated"]


def test_a_team_is_compared_with_itself_by_its_application(cast, programme):
    first, second = drill(cast, programme, "M"), drill(cast, programme, "P")
    assert see(cast, programme)["objectives"]["reason"] == "no_team_twice"
    first.sql(
        "INSERT INTO application (id, programme_id, code, language, lead_name, lead_mail, link_digest, state, draft,"
        " draft_version, saved_at, cure_parts, salt, created_at) VALUES ('a1', :programme, 'A1', 'es', '', '', 'd',"
        " 'eligible', '{}', 0, 0, '[]', '', 0)",
        programme=programme,
    )
    for play in (first, second):
        play.sql("UPDATE team SET application_id = 'a1' WHERE id = :id", id=play.azul)
    told = see(cast, programme)["objectives"]

    (change,) = told["changes"]
    assert (change["team"], change["objective"], change["title"]) == ("Azul", "decide", "Decidir bien")
    assert (float(change["baseline"]), float(change["retest"])) == pytest.approx((33.33, 100.0))
    assert [(one["id"], float(one["difference"]), one["n"]) for one in told["means"]] == [("decide", 66.67, 1)]


def test_a_programme_that_is_not_there_has_no_drills(cast):
    with refused("not_found"):
        see(cast, "zzzzzzzzzzzz")
