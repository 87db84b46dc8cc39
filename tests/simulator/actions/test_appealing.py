"""Appeals: on named grounds, within the window, rated again blind by others, never to a team's harm (rules.md 32)."""

from datetime import timedelta
from decimal import Decimal

import pytest

from simulator.actions.accounts import invite_staff
from simulator.actions.appealing import ask_rerating, decide_appeal, file_appeal
from simulator.actions.assigning import close_rating
from simulator.actions.declaring import declare_reading
from simulator.actions.rating import rate_response
from simulator.actions.sessions import open_account_session
from simulator.actor import NOBODY, PROGRAM
from simulator.reading.appeals import appeal_list
from simulator.reading.desk import rating_queue
from simulator.reading.people import find_actor
from simulator.reading.rating_statistics import rating_statistics
from simulator.reading.results import standings_page
from tests.cast import minutes, refused
from tests.results import QUOTE, about, by_two, played, rate_all, rule_on_late


@pytest.fixture
def play(cast):
    """Give a drill whose provisional result each team has been told; Edo alone has rated, everything an S."""
    return cast.once(provisional)


def provisional(cast):
    play = played(cast, two_people=True, appeal_days=3)
    rule_on_late(play)
    by_two(play, "rule", about=about(play, "inject_delivered"), verdict="stands", reason="no_effect")
    rate_all(play, cast.edo, "S")
    play.do(declare_reading, cast.eun, drill_id=play.id, languages=["es", "en"])
    play.do(close_rating, cast.olga)
    by_two(play, "close_register")
    by_two(play, "publish_provisional")
    return play


def adjusted(cast):
    """Give the same with severity taken off: Eun rated all as well, and milder."""
    play = played(cast, two_people=True, appeal_days=3, adjust="applied")
    rule_on_late(play)
    by_two(play, "rule", about=about(play, "inject_delivered"), verdict="stands", reason="no_effect")
    rate_all(play, cast.edo, "M")
    rate_all(play, cast.eun, "S")
    play.do(close_rating, cast.olga)
    by_two(play, "close_register")
    by_two(play, "publish_provisional")
    return play


@pytest.fixture
def nina(play, cast):
    """Bring in a third evaluator."""
    return hire(cast, "Nina")


def hire(cast, name):
    made = cast.house.perform(
        invite_staff, PROGRAM, email=f"{name.lower()}@ministry.example", name=name, language="es", roles=["evaluator"]
    )
    token = cast.house.perform(open_account_session, PROGRAM, account_id=made["account_id"])
    return cast.house.look(find_actor, NOBODY, token=token)


def file(play, who=None, ground="interest", inject="01", words="Es mi antigua jefa."):
    return play.do(file_appeal, who or play.beatriz, ground=ground, inject=inject, words=words)


def decide(play, appeal, *, upheld, reason, who=None, **more):
    facts = {"appeal_id": appeal, "upheld": upheld, "reason": reason}
    play.do(decide_appeal, who or play.cast.olga, **facts, **more)


def again(play, who, level):
    """Let somebody who was asked rate again."""
    entries = [one for one in play.see(rating_queue, who)["entries"] if one["inject"] == "01"]
    query = (
        "SELECT r.id FROM response r JOIN delivery d ON d.id = r.delivery_id"
        " WHERE r.current AND d.inject = '01' AND d.team_id = :team"
    )
    mine = play.sql(query, team=play.azul)[0][0]
    assert mine in {one["response_id"] for one in entries}
    for criterion in ("C1", "C2"):
        facts = {"response_id": mine, "criterion": criterion, "level": level, "sentence": QUOTE}
        play.do(rate_response, who, **facts)


def standing(play, team):
    found = next(one for one in play.see(standings_page, play.cast.olga)["standings"] if one["team_id"] == team)
    return {name: found[name] for name in ("score", "raw", "adjusted")}


def score(play, team=None):
    page = {one["team_id"]: one["score"] for one in play.see(standings_page, play.cast.olga)["standings"]}
    return page[team or play.azul]


class TestFiling:
    def test_the_log_has_its_ground_and_a_digest_of_its_words(self, play):
        file(play)
        (_kind, team, payload) = play.log("appeal_filed")[0]

        assert team == play.azul
        assert "interest" in payload and "jefa" not in payload

    def test_only_the_lead_files(self, play):
        with refused("lead_appeals_only"):
            file(play, play.bruna)
        play.sql("DELETE FROM seat_holder WHERE participant_id = :id", id=play.beatriz.id)
        # Nobody holds the lead's seat any more: her deputy speaks.
        file(play, play.bruna)

    def test_where_there_is_neither_lead_nor_deputy_anybody_of_the_team_files(self, play):
        play.sql("DELETE FROM seat_holder")
        file(play, play.giselle, ground="technical")

    def test_before_anything_was_told_there_is_nothing_to_appeal_against(self, cast):
        play = cast.play()
        with refused("not_found"):
            file(play)

    def test_the_window_is_kept_to_the_instant(self, play):
        play.jump(timedelta(days=3))
        file(play)
        play.jump(timedelta(milliseconds=1))
        with refused("appeals_are_closed"):
            file(play, ground="technical")

    def test_nor_once_the_result_is_final(self, play):
        play.jump(timedelta(days=3) + minutes(1))
        by_two(play, "publish_final")
        with refused("appeals_are_closed"):
            file(play)

    @pytest.mark.parametrize(
        ("facts", "code"),
        [
            ({"ground": "more_deserved"}, "ground_unknown"),
            ({"inject": "99"}, "not_found"),
            ({"words": "x" * 4001}, "appeal_too_long"),
        ],
    )
    def test_what_is_no_appeal_is_refused(self, play, facts, code):
        with refused(code):
            file(play, **facts)
        assert play.sql("SELECT count(*) FROM appeal") == [(0,)]

    def test_an_inject_that_never_reached_the_team_is_not_its_business(self, play):
        with refused("not_found"):
            file(play, play.gwen, inject="03")

    def test_the_same_is_filed_once_and_not_without_end(self, play):
        file(play)
        with refused("already_appealed"):
            file(play)
        play.sql("UPDATE appeal SET ground = 'x'")
        made = play.sql("SELECT scope, team_id, filed_at FROM appeal")[0]
        for number in range(9):
            play.sql(
                "INSERT INTO appeal (id, scope, team_id, ground, words, salt, filed_at, state, note)"
                " VALUES (:id, :scope, :team, 'y', '', '', :at, 'open', '')",
                id=f"x{number}", scope=made[0], team=made[1], at=made[2],
            )  # fmt: skip
        with refused("too_many_appeals"):
            file(play)


class TestRerating:
    def test_two_others_are_asked_who_have_not_rated_it_and_neither_learns_of_the_other(self, play, cast, nina):
        asked = play.do(ask_rerating, cast.olga, appeal_id=file(play))

        assert set(asked) == {cast.eun.id, nina.id}
        assert cast.edo.id not in asked
        assert play.see(appeal_list, cast.olga)["appeals"][0]["waiting"] == 2

    def test_with_fewer_than_two_nobody_is_asked(self, play, cast):
        with refused("rerating_needs_two"):
            play.do(ask_rerating, cast.olga, appeal_id=file(play))
        assert play.sql("SELECT count(*) FROM assignment") == [(0,)]
        assert play.sql("SELECT state FROM appeal") == [("open",)]

    def test_higher_levels_count_once_the_appeal_is_upheld_and_not_before(self, play, cast, nina):
        appeal, before = file(play), score(play)
        play.do(ask_rerating, cast.olga, appeal_id=appeal)
        again(play, cast.eun, "P")
        with refused("rerating_waits"):
            decide(play, appeal, upheld=True, reason="rated_higher")
        again(play, nina, "P")
        assert score(play) == before
        decide(play, appeal, upheld=True, reason="rated_higher", note="Dos personas la valoraron de nuevo.")

        # 01 weighs 3 of 5 that Azul is rated on: from 2/3 to 1.
        assert score(play) > before
        assert play.see(appeal_list, cast.olga)["appeals"][0]["state"] == "upheld"

    def test_how_the_round_went_and_what_others_scored_does_not_change_by_it(self, cast):
        play = cast.once(adjusted)
        nina = hire(cast, "Nina")
        noa = hire(cast, "Noa")
        for who in (nina, noa):
            play.do(declare_reading, who, drill_id=play.id, languages=["es", "en"])
        figures, verde = play.see(rating_statistics, cast.olga, drill_id=play.id), standing(play, play.verde)
        appeal, azul = file(play), standing(play, play.azul)["score"]
        play.do(ask_rerating, cast.olga, appeal_id=appeal)
        for who in (nina, noa):
            again(play, who, "P")
        decide(play, appeal, upheld=True, reason="rated_higher")

        assert play.see(rating_statistics, cast.olga, drill_id=play.id) == figures
        assert figures["raters"] == 2 and figures["severity"]["refused"] is None
        assert standing(play, play.azul)["score"] > azul
        assert standing(play, play.verde) == verde and verde["adjusted"] is not None

    def test_lower_levels_never_count(self, play, cast, nina):
        appeal, before = file(play), score(play)
        play.do(ask_rerating, cast.olga, appeal_id=appeal)
        for who in (cast.eun, nina):
            again(play, who, "U")
        decide(play, appeal, upheld=True, reason="rule_applied_now")

        assert score(play) == before

    def test_higher_levels_of_an_appeal_that_was_not_upheld_do_not_count(self, play, cast, nina):
        appeal, before = file(play), score(play)
        play.do(ask_rerating, cast.olga, appeal_id=appeal)
        for who in (cast.eun, nina):
            again(play, who, "P")
        decide(play, appeal, upheld=False, reason="not_a_ground")

        assert score(play) == before

    def test_organizers_see_both_qualities_and_no_name(self, play, cast, nina):
        appeal = file(play)
        play.do(ask_rerating, cast.olga, appeal_id=appeal)
        for who in (cast.eun, nina):
            again(play, who, "P")
        page = play.see(appeal_list, cast.olga)

        assert (float(page["appeals"][0]["first"]), page["appeals"][0]["again"]) == (pytest.approx(2 / 3), 1)
        assert "Azul" not in str(page)

    def test_it_is_asked_once(self, play, cast, nina):
        appeal = file(play)
        play.do(ask_rerating, cast.olga, appeal_id=appeal)
        with refused("rerating_is_asked"):
            play.do(ask_rerating, cast.olga, appeal_id=appeal)

    def test_an_appeal_of_no_inject_is_told_which_response(self, play, cast, nina):
        appeal = file(play, inject=None)
        with refused("nothing_to_rerate"):
            play.do(ask_rerating, cast.olga, appeal_id=appeal)
        play.do(ask_rerating, cast.olga, appeal_id=appeal, inject_id="01")

        assert play.sql("SELECT inject FROM appeal") == [("01",)]


class TestDeciding:
    @pytest.mark.parametrize(
        ("upheld", "reason"), [(True, "no_error_found"), (True, "rated_not_higher"), (False, "error_corrected")]
    )
    def test_a_reason_says_the_same_as_the_decision(self, play, upheld, reason):
        appeal = file(play)
        with refused("reason_contradicts"):
            decide(play, appeal, upheld=upheld, reason=reason)
        assert play.sql("SELECT state FROM appeal") == [("open",)]

    @pytest.mark.parametrize(("upheld", "reason"), [(True, "rated_higher"), (False, "rated_not_higher")])
    def test_no_team_reads_of_a_second_rating_that_was_not(self, play, upheld, reason):
        appeal = file(play)
        with refused("rerating_says_otherwise"):
            decide(play, appeal, upheld=upheld, reason=reason)

    @pytest.mark.parametrize(
        ("level", "so"), [("P", "rated_higher"), ("S", "rated_not_higher"), ("U", "rated_not_higher")]
    )
    def test_nor_the_opposite_of_what_it_came_to(self, play, cast, nina, level, so):
        appeal = file(play)
        play.do(ask_rerating, cast.olga, appeal_id=appeal)
        for who in (cast.eun, nina):
            again(play, who, level)
        other = {"rated_higher": "rated_not_higher", "rated_not_higher": "rated_higher"}[so]
        with refused("rerating_says_otherwise"):
            decide(play, appeal, upheld=other == "rated_higher", reason=other)
        decide(play, appeal, upheld=so == "rated_higher", reason=so)

    def test_a_corrected_error_may_lower(self, play, cast):
        appeal, before = file(play, ground="rule_not_applied", inject="02"), score(play)
        by_two(play, "penalise", team=play.azul, code="real_contact")
        decide(play, appeal, upheld=True, reason="error_corrected")

        assert score(play) == before - Decimal(5)

    def test_the_final_result_waits_for_every_appeal(self, play, cast):
        appeal = file(play)
        play.jump(timedelta(days=3) + minutes(1))
        with refused("appeals_undecided") as refusal:
            by_two(play, "publish_final")
        assert refusal.value.parameters == {"n": 1}
        decide(play, appeal, upheld=False, reason="no_interest_found")
        by_two(play, "publish_final")

    def test_who_has_rated_the_team_does_not_decide(self, play, cast):
        appeal = file(play)
        cast.grant(cast.edo, "organizer", play.id)
        with refused("appeal_by_rater"):
            decide(play, appeal, upheld=True, reason="error_corrected", who=cast.edo)

    @pytest.mark.parametrize(
        ("more", "code"), [({"reason": "kind"}, "reason_unknown"), ({"note": "x" * 1001}, "note_too_long")]
    )
    def test_it_takes_a_coded_reason_and_a_short_note(self, play, more, code):
        with refused(code):
            decide(play, file(play), upheld=True, **{"reason": "error_corrected"} | more)

    def test_it_is_decided_once_and_in_its_own_drill(self, play, cast):
        appeal = file(play)
        decide(play, appeal, upheld=False, reason="no_error_found")
        with refused("decision_is_over"):
            decide(play, appeal, upheld=True, reason="error_corrected")
        other = cast.play()
        with refused("not_found"):
            other.do(decide_appeal, cast.olga, appeal_id=appeal, upheld=True, reason="error_corrected")
        with refused("not_found"):
            play.do(ask_rerating, cast.olga, appeal_id="zzzzzzzzzzzz")

    def test_nothing_is_decided_once_the_result_is_final(self, play, cast):
        appeal = file(play)
        play.sql("UPDATE drill SET published_at = 1")
        with refused("standings_are_published"):
            decide(play, appeal, upheld=True, reason="error_corrected")
