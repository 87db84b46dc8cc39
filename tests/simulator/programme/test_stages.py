"""Stages: what opens and closes them, the draw that cannot come early, and drills that count."""

from datetime import timedelta
from fractions import Fraction

import pytest
import yaml
from sqlalchemy import select
from sqlalchemy.orm import Session

from scoring.rounding import two_decimals
from simulator.actions.drills import create_drill
from simulator.actions.rating import rate_application
from simulator.actions.stages import close_stage, enrol_teams, enter_randomness, link_drill, open_stage
from simulator.publishing import published_row
from simulator.reading.stage import stage_page
from simulator.rows import Team
from tests.cast import refused
from tests.scripts import scenario, text_inject
from tests.season import DRAWN, RANDOMNESS, SCENARIO, WORDS, Season, closed, offered, rated, sent

MERIT, DRILL = {"stage": "scholarships"}, {"stage": "delegates"}


def drill_of(season, script=SCENARIO, **facts):
    content = yaml.safe_dump(script, sort_keys=False, allow_unicode=True).encode()
    told = {"name": "Final", "content": content, "programme_id": season.id, **facts}
    return season.house.perform(create_drill, season.cast.fatima, **told)["drill_id"]


@pytest.fixture
def playing(cast):
    """Give a season whose scholarships are accepted, and whose second stage is open."""
    season = cast.once(offered)
    for row in season.awards("scholarships", "offered"):
        season.accept(row)
    season.do(open_stage, **DRILL)
    return season


def test_a_stage_opens_after_eligibility_and_after_the_stage_that_admits_to_it(cast):
    season = cast.once(sent)
    with refused("eligibility_not_closed"):
        season.do(open_stage, **MERIT)
    season.screen()
    with refused("stage_before_not_final"):
        season.do(open_stage, **DRILL)

    assert season.do(open_stage, **MERIT) == 8

    with refused("stage_not_in_state"):
        season.do(open_stage, **MERIT)
    with refused("not_found"):
        season.do(open_stage, stage="nothing")


def test_a_stage_in_which_nobody_takes_part_does_not_open(cast):
    season = cast.once(sent)
    season.screen(ineligible=list(season.leads))

    with refused("nobody_to_select"):
        season.do(open_stage, **MERIT)


def test_the_draw_is_entered_once_and_not_before_its_instant(cast):
    season = cast.once(sent).screen()
    season.clock.now = DRAWN - timedelta(seconds=1)
    with refused("randomness_too_early") as caught:
        season.do(enter_randomness, **MERIT, text=RANDOMNESS)
    assert caught.value.parameters == {"at": DRAWN}
    season.clock.now = DRAWN
    for text in ("", "  ", "x" * 401, "9.\u202e18"):
        with refused("randomness_unreadable"):
            season.do(enter_randomness, **MERIT, text=text)

    season.do(enter_randomness, **MERIT, text=f" {RANDOMNESS} ")

    assert season.see(stage_page, **MERIT)["randomness"] == RANDOMNESS
    with refused("randomness_is_entered"):
        season.do(enter_randomness, **MERIT, text="other")


def test_a_stage_closes_only_when_all_ratings_are_in_and_nobody_sees_a_score_before(cast):
    season = cast.once(rated)
    season.sql("UPDATE rating SET current = 0 WHERE id = (SELECT id FROM rating WHERE current LIMIT 1)")

    with refused("results_missing") as caught:
        season.do(close_stage, **MERIT)
    assert caught.value.parameters == {"missing": 1}
    page = season.see(stage_page, **MERIT)
    assert {one["score"] for one in page["scores"]} == {None}
    assert (page["proposals"], page["list"]) == ([], None)


def test_a_closed_stage_proposes_the_same_list_again_and_again(cast):
    season = cast.once(closed)

    one, other = (season.see(stage_page, **MERIT) for _ in range(2))

    assert one["list"] == other["list"]
    (proposal,) = one["proposals"]
    assert proposal["seats"] <= 20
    assert [row["place"] for row in proposal["rows"] if row["place"]] == sorted(
        row["place"] for row in proposal["rows"] if row["place"]
    )
    assert all(row["reason"].code in ("selected", "reduced") for row in proposal["rows"] if row["seats"])


def test_no_level_is_given_in_a_stage_whose_result_was_told(cast):
    season = cast.once(closed).publish()
    who, application = season.raters[0], next(iter(season.leads))

    facts = {"application_id": application, "criterion": "need", "level": "1", "sentence": WORDS}
    assert season.refusal(rate_application, who, **MERIT, **facts) in ("rating_is_closed", "not_found")


def test_a_drill_of_the_programme_counts_by_the_rules_of_the_call(playing):
    drill = drill_of(playing)

    playing.do(link_drill, **DRILL, drill=drill)

    ((rules,),) = playing.sql("SELECT score_rules FROM drill WHERE id = :id", id=drill)
    assert '"ratings": 2' in rules and '"two_people": true' in rules
    assert playing.sql(
        "SELECT count(*) FROM log WHERE stream = :s AND kind = 'rules_published'", s=f"drill:{drill}"
    ) == [(1,)]


def test_drills_that_cannot_count_are_refused(playing):
    with refused("rehearsal_counts_nowhere"):
        playing.do(link_drill, **DRILL, drill=drill_of(playing, rehearsal=True))
    with refused("not_found"):
        playing.do(link_drill, **DRILL, drill=drill_of(playing, programme_id=None))
    with refused("not_found"):
        playing.do(link_drill, **MERIT, drill=drill_of(playing))
    with refused("stage_has_no_drill"):
        playing.do(close_stage, **DRILL)
    with refused("drill_not_of_stage"):
        playing.do(enrol_teams, **DRILL, drill=drill_of(playing))


def test_teams_are_enrolled_once_with_their_attributes_and_their_code_goes_to_the_lead(playing):
    drill = drill_of(playing)
    playing.do(link_drill, **DRILL, drill=drill)
    holders = [row["application_id"] for row in playing.awards("scholarships", "accepted")]

    assert playing.do(enrol_teams, **DRILL, drill=drill, application_ids=holders[:1]) == 1
    assert playing.do(enrol_teams, **DRILL, drill=drill) == len(holders) - 1
    assert playing.do(enrol_teams, **DRILL, drill=drill) == 0

    rows = playing.sql("SELECT application_id, name, attributes FROM team WHERE drill_id = :d", d=drill)
    assert {row[0]: row[1] for row in rows} == {name: playing.house_of[name] for name in holders}
    assert all(playing.country_of[row[0]] in row[2] for row in rows)
    assert playing.mails()["team_code"] == len(holders)
    with refused("not_found"):
        playing.do(enrol_teams, **DRILL, drill=drill, application_ids=["nothinghere1"])
    with refused("drill_not_final"):
        playing.do(close_stage, **DRILL)


def test_a_drill_broken_off_early_has_to_be_run_again(playing):
    script = scenario(
        text_inject("01", ask={"weight": 3}), text_inject("02", at="15m", ask={"weight": 7}), duration="30m", rated=True
    )
    playing.break_off(script)

    with refused("drill_to_be_run_again") as caught:
        playing.do(close_stage, **DRILL)

    assert caught.value.parameters == {"name": "Final", "share": 30, "least": 60}
    (drill,) = playing.see(stage_page, **DRILL)["drills"]
    assert (drill["counts"], drill["share"]) == (False, 30)


def test_a_drill_broken_off_late_counts(playing):
    script = scenario(
        text_inject("01", ask={"weight": 7}), text_inject("02", at="15m", ask={"weight": 3}), duration="30m", rated=True
    )
    playing.break_off(script)

    (drill,) = playing.see(stage_page, **DRILL)["drills"]
    assert (drill["counts"], drill["share"]) == (True, 70)
    with refused("drill_not_final"):
        playing.do(close_stage, **DRILL)


def test_a_tie_order_by_a_criterion_that_the_scenario_lacks_is_refused(cast):
    season = Season(cast, teams=8, seats=20, raters=4, ties=["nowhere", "draw"]).apply().screen().rate().draw().close()
    season.publish().finish()
    for row in season.awards("scholarships", "offered"):
        season.accept(row)
    season.do(open_stage, **DRILL)

    with refused("ties_not_of_scenario"):
        season.do(link_drill, **DRILL, drill=drill_of(season))


def test_a_call_whose_caps_and_floors_contradict_each_other_is_not_opened(cast):
    floors = [{"where": {"level": "national"}, "min": 90}]

    with refused("call_has_errors") as caught:
        Season(cast, teams=8, seats=20, floors=floors)

    found = caught.value.parameters["findings"]
    assert {one.code for one in found if one.severity == "error"} == {"floors_above_seats"}


def test_at_the_cut_a_third_is_asked_wherever_two_differ_at_all_before_the_stage_closes(cast):
    season = cast.once(rated)
    one = next(iter(season.leads))
    season.sql("UPDATE rating SET level = '2' WHERE application_id IS NOT NULL AND current")
    season.sql(
        "UPDATE rating SET level = '3' WHERE id = (SELECT id FROM rating"
        " WHERE application_id = :one AND criterion = 'need' AND current LIMIT 1)",
        one=one,
    )

    assert season.do(close_stage, **MERIT) == 1

    assert season.see(stage_page, **MERIT)["state"] == "open"
    asked = season.sql("SELECT application_id FROM assignment WHERE purpose = 'third' AND ended_at IS NULL")
    assert asked[-1] == (one,)
    assert season.refusal(close_stage, **MERIT) == "results_missing"
    season.rate_left()
    assert season.do(close_stage, **MERIT) == 0
    with refused("stage_not_in_state"):
        season.do(close_stage, **MERIT)


def test_severity_is_taken_off_only_where_the_call_says_so(cast):
    season = Season(cast, teams=8, seats=20, raters=4, adjust="applied").apply().screen().rate().draw()
    season.sql("UPDATE rating SET level = '2' WHERE application_id IS NOT NULL AND current")
    season.sql("UPDATE rating SET level = '1' WHERE account_id = :id AND current", id=season.raters[0].id)
    season.close()

    (proposal,) = season.see(stage_page, **MERIT)["proposals"]

    # By the levels as given, whoever the strict one rated would be half a level, 16.67 points, below the others.
    scores = sorted(row["score"] for row in proposal["rows"])
    assert 0 < scores[-1] - scores[0] < 16


def test_evaluators_who_share_nothing_cannot_have_their_severity_taken_off(cast):
    season = Season(cast, teams=8, seats=20, raters=4, adjust="applied").apply().screen()
    season.do(open_stage, **MERIT)
    for number, one in enumerate(season.leads):
        for who in season.raters[:2] if number % 2 else season.raters[2:]:
            season.rate_one(who, one)

    assert season.draw().refusal(close_stage, **MERIT) == "raters_not_linked"


def test_who_played_several_drills_of_a_stage_has_the_mean_of_their_published_scores(playing):
    playing.play_once("Primero", options="AB").rate_drill()
    first = published(playing)
    playing.play_once("Segundo", options="C")
    assert {row["score"] for row in playing.see(stage_page, stage="delegates")["scores"]} == {None}
    playing.rate_drill()
    second = published(playing)

    shown = {row["id"]: row["score"] for row in playing.see(stage_page, stage="delegates")["scores"]}

    assert set(shown) == set(first) == set(second) and first != second
    assert shown == {name: two_decimals((first[name] + second[name]) / 2) for name in shown}


def published(season):
    """Give the published score of each application's team in the last drill."""
    with Session(season.house.engine) as session:
        row = published_row(session, season.drill)
        of = dict(session.execute(select(Team.id, Team.application_id).where(Team.drill_id == season.drill)).all())
    return {of[one["team"]]: Fraction(one["score"]) for one in row.payload["standings"]}
