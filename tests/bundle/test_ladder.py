"""A result that took rulings, penalties, appeals and an adjustment follows from its bundle, and nothing else does."""

import json
from datetime import timedelta

import pytest

from simulator.actions.accounts import invite_staff
from simulator.actions.appealing import ask_rerating, decide_appeal, file_appeal
from simulator.actions.assigning import close_rating, reassign
from simulator.actions.declaring import declare_reading, recuse_oneself
from simulator.actions.erasing import erase_participant
from simulator.actions.granting import grant_role
from simulator.actions.rating import publish_standings, rate_response
from simulator.actions.responding import save_draft
from simulator.actions.running import end_drill
from simulator.actions.score_rules import set_score_rules
from simulator.actions.sessions import open_account_session
from simulator.actor import NOBODY, PROGRAM
from simulator.reading.people import find_actor
from simulator.scene import open_scene
from tests.bundle.making import files_of, make, pack, rows, verify, with_rows
from tests.cast import minutes
from tests.desks import answered, assign, desk_play, queue
from tests.play import NAME
from tests.results import QUOTE, WORDS, about, by_two, played, rate_all, rule_on_late
from tests.scripts import scenario, text_inject
from tests.web.rated_play import response_of


def provisional(cast, **rules):
    """Go as far as the provisional result: a late response counts, a deviation is void, a penalty is in force."""
    play = played(cast, two_people=True, appeal_days=3, **rules)
    rule_on_late(play, technical=True)
    by_two(play, "rule", about=about(play, "inject_delivered"), verdict="void", reason="unequal")
    for code in ("unmarked_message", "real_contact"):
        by_two(play, "penalise", team=play.azul, code=code)
    [(penalty,)] = play.sql("SELECT id FROM penalty WHERE reason = 'real_contact' AND drill_id = :d", d=play.id)
    by_two(play, "lift_penalty", penalty=penalty)
    rate_all(play, cast.edo, "S")
    rate_all(play, cast.eun, "P")
    play.do(close_rating, cast.olga)
    by_two(play, "close_register")
    by_two(play, "publish_provisional")
    return play


def final(cast, **rules):
    """Go to the final result; nobody appeals."""
    play = provisional(cast, **rules)
    play.go(minutes(60 * 24 * 3 + 1))
    by_two(play, "publish_final")
    return play


@pytest.fixture(params=["restricted", "public"])
def bundle(request, cast, tmp_path):
    """Give how to bundle a drill, in both kinds."""

    def made(play):
        make(play.house, tmp_path / "b.zip", public=request.param == "public", drill_id=play.id)
        return tmp_path / "b.zip"

    return made


def codes(path):
    return [one.code for one in verify(path).faults]


def test_provisional_and_final_results_follow(cast, bundle):
    assert codes(bundle(cast.once(provisional))) == []
    assert codes(bundle(cast.once(final))) == []


def _row(table, **change):
    def changed(files):
        told = rows(files, f"tables/{table}.jsonl")
        told[0] |= change
        return with_rows(files, f"tables/{table}.jsonl", told)

    return changed


def _less(table):
    return lambda files: with_rows(files, f"tables/{table}.jsonl", rows(files, f"tables/{table}.jsonl")[1:])


def _no_penalty(files):
    [name] = [name for name in files if name.endswith("rules.yaml")]
    return files | {name: json.dumps(json.loads(files[name]) | {"penalties": {}}).encode()}


TAMPERED = {
    "a ruling": (_row("ruling", verdict="stands"), "ruling_differs"),
    "a ruling less": (_less("ruling"), "ruling_missing"),
    "a ruling out of force": (_row("ruling", current=False), "ruling_in_force"),
    "a penalty": (_row("penalty", points="9"), "penalty_differs"),
    "a penalty of another team": (_row("penalty", team_id="somebodyelse"), "penalty_differs"),
    "a penalty less": (_less("penalty"), "penalty_missing"),
    "a penalty lifted or not": (
        lambda files: with_rows(
            files, "tables/penalty.jsonl",
            [one | {"lifted_at": None} for one in rows(files, "tables/penalty.jsonl")],
        ),
        "penalty_in_force",
    ),
    "a penalty taken out of the rules": (_no_penalty, "penalties_of_rules_differ"),
    "a decision by others": (_row("decision", ended_by="somebodyelse"), "decision_differs"),
    "a decision less": (_less("decision"), "decision_missing"),
    "a decision undone": (_row("decision", state="open"), "decision_not_in_log"),
}  # fmt: skip


@pytest.mark.parametrize("what", TAMPERED)
def test_what_was_decided_cannot_be_changed(cast, bundle, tmp_path, what):
    change, code = TAMPERED[what]
    path = bundle(cast.once(final))

    assert code in codes(pack(tmp_path / "t.zip", change(files_of(path))))


def test_a_penalty_that_is_removed_by_sql_is_found(cast, bundle):
    play = cast.once(final)
    play.sql("DELETE FROM penalty WHERE lifted_at IS NULL")
    found = codes(bundle(play))

    assert found[0] == "penalty_missing"
    assert "published_differs" in found


def test_where_a_changed_level_leaves_a_team_without_a_place_a_dash_says_so(cast, bundle):
    play = final(cast, ratings=2)
    # So far apart a third would have been asked, and there is one.
    play.do(grant_role, PROGRAM, account_id=cast.olu.id, role="evaluator", drill_id=play.id)
    play.sql("UPDATE rating SET level = 'U' WHERE account_id = :a AND current", a=cast.edo.id)
    faults = verify(bundle(play)).faults

    assert faults[0].code == "rating_differs"
    differ = [one.parameters for one in faults if one.code == "published_differs"]
    assert "–" in {one["place"] for one in differ} and "None" not in str(differ)


@pytest.mark.parametrize("rules", [{"ratings": 2}, {"time_weight": "0.2"}, {"ties": ["quality", "lowest"]}])
def test_whatever_the_rules_of_score_say_it_follows(cast, bundle, rules):
    assert codes(bundle(final(cast, **rules))) == []


def milder(cast):
    """Let Edo rate three responses of each team, and Eun, who is milder, only Azul's; severity is taken off."""
    play = cast.play(scenario(*map(text_inject, ("01", "02", "03")), rated=True))
    play.do(set_score_rules, cast.olga, adjust="applied")
    play.start().go(minutes(6))
    for name in ("01", "02", "03"):
        for who in (play.beatriz, play.gwen):
            play.send(who, name, WORDS)
    play.go(minutes(11))
    rate_all(play, cast.edo, "M")
    rate_all(play, cast.eun, "S", teams=[play.azul])
    play.do(end_drill, cast.fatima, name=NAME)
    play.go(minutes(20)).do(publish_standings, cast.olga, name=NAME)
    return play


def test_severity_is_taken_off_where_the_rules_say_so(cast, bundle):
    play = milder(cast)
    path = bundle(play)
    assert codes(path) == []
    files = files_of(path)
    name = "tables/drill.jsonl"
    [drill] = rows(files, name)
    drill["score_rules"]["adjust"] = "never"

    assert "published_differs" in codes(pack(path, with_rows(files, name, [drill])))


def hired(cast, name):
    made = cast.house.perform(
        invite_staff, PROGRAM, email=f"{name}@ministry.example", name=name, language="es", roles=["evaluator"]
    )
    token = cast.house.perform(open_account_session, PROGRAM, account_id=made["account_id"])
    return cast.house.look(find_actor, NOBODY, token=token)


@pytest.mark.parametrize("rules", [{}, {"adjust": "applied"}], ids=["raw", "without severity"])
def test_an_appeal_that_is_upheld_counts_the_better_ratings(cast, bundle, rules):
    play = provisional(cast, **rules)
    nina, noa = hired(cast, "nina"), hired(cast, "noa")
    for who in (nina, noa):
        play.do(declare_reading, who, drill_id=play.id, languages=["es", "en"])
    appeal = play.do(file_appeal, play.beatriz, ground="interest", inject="01", words="Es mi antigua jefa.")
    assert codes(bundle(play)) == []
    play.do(ask_rerating, cast.olga, appeal_id=appeal)
    mine = response_of(play, nina, "01", play.azul)
    for who in (nina, noa):
        for criterion in ("C1", "C2"):
            facts = {"response_id": mine, "criterion": criterion, "level": "P", "sentence": QUOTE}
            play.do(rate_response, who, **facts)
    assert codes(bundle(play)) == []
    play.do(decide_appeal, cast.olga, appeal_id=appeal, upheld=True, reason="rated_higher")
    assert codes(bundle(play)) == []
    play.clock.now += timedelta(days=4)
    by_two(play, "publish_final")

    assert codes(bundle(play)) == []


def test_ratings_of_who_was_recused_count_no_longer(cast, bundle, tmp_path):
    play = played(cast)
    rate_all(play, cast.edo, "S")
    mine = response_of(play, cast.edo, "01", play.azul)
    play.do(recuse_oneself, cast.edo, response_id=mine, drill_id=play.id, reason="family")
    path = bundle(play)
    assert codes(path) == []
    files = files_of(path)
    told = [one | {"current": True} for one in rows(files, "tables/rating.jsonl")]

    assert "rating_of_a_recused" in codes(pack(tmp_path / "t.zip", with_rows(files, "tables/rating.jsonl", told)))


def test_a_recusal_takes_no_other_rating_out_of_force_than_those_it_names(cast, bundle, tmp_path):
    play = played(cast)
    for who in (cast.edo, cast.eun):
        rate_all(play, who, "S", teams=[play.azul, play.verde])
    mine = response_of(play, cast.edo, "01", play.azul)
    play.do(recuse_oneself, cast.edo, response_id=mine, drill_id=play.id, reason="family")
    path = bundle(play)
    assert codes(path) == []
    files = files_of(path)
    told = rows(files, "tables/rating.jsonl")
    theirs = next(one for one in told if one["account_id"] == cast.eun.id and one["response_id"] == mine)
    theirs["current"] = False

    assert codes(pack(tmp_path / "t.zip", with_rows(files, "tables/rating.jsonl", told)))[0] == "rating_out_of_force"


def test_what_was_half_rated_and_moved_counts_no_longer_by_the_log(cast, bundle, tmp_path):
    play = answered(desk_play(cast, ratings=2))
    assign(play)
    place, response = next(iter(queue(play, cast.edo).items()))
    facts = {"response_id": response, "criterion": "C1", "level": "S", "sentence": ""}
    play.do(rate_response, cast.edo, **facts)
    play.do(reassign, cast.olga, drill_id=play.id, account_id=cast.edo.id)
    path = bundle(play)
    assert codes(path) == [] and place not in queue(play, cast.edo)
    files = files_of(path)
    told = [one | {"current": True} for one in rows(files, "tables/rating.jsonl")]

    assert "rating_voided" in codes(pack(tmp_path / "t.zip", with_rows(files, "tables/rating.jsonl", told)))


def test_the_log_can_take_nothing_out_of_force_that_was_not_given(cast, bundle):
    play = played(cast)
    rate_all(play, cast.edo, "S")
    mine = response_of(play, cast.edo, "01", play.azul)
    with play.house._sessions.begin() as session:
        scene = open_scene(session, play.clock.now, cast.olga, play.id)
        ratings = [[mine, "C1", 7]]
        scene.tell("ratings_voided", team=play.azul, account=cast.edo.id, reason="recused", ratings=ratings)

    assert codes(bundle(play)) == ["voided_not_given"]


def test_after_somebody_was_erased_it_holds_and_says_so(cast, bundle):
    play = cast.once(final)
    play.do(erase_participant, cast.olga, participant_id=play.beatriz.id)
    verdict = verify(bundle(play))

    assert verdict.faults == ()
    assert verdict.counts["erased"] > 0


def test_a_draft_that_was_taken_over_counts(cast, bundle):
    play = cast.once(lambda cast: cast.play().start().go(minutes(6)))
    play.do(save_draft, play.beatriz, inject_id="01", content={"text": "A medias"})
    play.go(minutes(12))

    assert play.log("response_taken_over") != []
    assert codes(bundle(play)) == []
