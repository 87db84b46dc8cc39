"""Who rates what: given out under rule 33, moved, taken away, and asked of a third where two disagree."""

import json

import pytest

from simulator.actions.accounts import disable_account
from simulator.actions.assigning import ask_thirds, assign_evaluators, close_rating, let_evaluator_in, reassign
from simulator.actions.deciding import propose_decision, second_decision
from simulator.actions.declaring import declare_reading, recuse_evaluator, recuse_oneself
from simulator.actions.granting import grant_role
from simulator.actions.rating import rate_response
from simulator.actions.running import end_drill
from simulator.actor import PROGRAM
from simulator.desk.reopening import REOPEN_RATING
from simulator.reading.desk import rating_sheet
from simulator.reading.evaluators import evaluators_board
from simulator.reading.results import standings_page
from tests.cast import minutes, refused
from tests.desks import ANSWERS, answered, assign, desk_play, holders, queue, rate, raters
from tests.play import NAME
from tests.scripts import info, scenario

PLACES = 4


@pytest.fixture
def play(cast):
    """Give a drill whose responses need two ratings, all of them ready."""
    return cast.once(lambda cast: answered(desk_play(cast, ratings=2)), "desk", "two")


@pytest.fixture
def given(play):
    """Give it with the work given out."""
    assign(play)
    return play


def places(play):
    return [(team, inject) for team in (play.azul, play.verde) for inject in ANSWERS]


def two_of(play, place):
    """Give the two who rate a place, and the third who does not."""
    on = holders(play, place)
    everybody = raters(play)
    return [everybody[one] for one in sorted(on)], next(who for id, who in everybody.items() if id not in on)


class TestGivingOut:
    """Everybody sees all until the work is given out; then each her part."""

    def test_until_then_every_evaluator_sees_every_response(self, play):
        assert all(len(queue(play, who)) == PLACES for who in raters(play).values())

    def test_each_response_goes_to_as_many_as_the_rules_want(self, play):
        assert assign(play) == {"added": 8, "dropped": 0}
        assert {len(holders(play, place)) for place in places(play)} == {2}
        assert sorted(len(queue(play, who)) for who in raters(play).values()) == [2, 3, 3]
        assert assign(play) == {"added": 0, "dropped": 0}

    def test_it_is_noted_for_the_audit_alone(self, given):
        told = json.loads(given.log("evaluators_assigned")[0][2])

        assert len(told["added"]) == 8 and told["dropped"] == []
        heard = "SELECT count(*) FROM feed f JOIN log l USING (stream, seq) WHERE kind = 'evaluators_assigned'"
        assert given.sql(heard) == [(0,)]

    def test_it_can_be_done_before_startex(self, cast):
        play = desk_play(cast, ratings=2)
        assert assign(play)["added"] == 8
        answered(play)

        assert {len(holders(play, place)) for place in places(play)} == {2}

    def test_what_is_not_hers_she_does_not_even_find(self, given):
        place = places(given)[0]
        response = queue(given, two_of(given, place)[0][0])[place]
        third = two_of(given, place)[1]
        with refused("not_found"):
            given.see(rating_sheet, third, response_id=response)
        with refused("not_found"):
            rate(given, third, response)

    def test_a_drill_without_evaluators_or_without_ratings_has_nothing_to_give_out(self, cast, play):
        unrated = cast.play(scenario(info("01"), rated=False))
        with refused("nothing_to_assign"):
            assign(unrated)
        play.sql("DELETE FROM \"grant\" WHERE role = 'evaluator'")
        with refused("no_evaluators"):
            assign(play)

    def test_who_is_gone_is_replaced(self, cast, given):
        mine = queue(given, cast.edo)
        given.house.perform(disable_account, cast.olga, account_id=cast.edo.id)
        made = assign(given)

        assert made["dropped"] == len(mine)
        assert {len(holders(given, place) - {cast.edo.id}) for place in places(given)} == {2}

    def test_what_was_rated_before_stays_with_her_who_rated_it(self, cast, play):
        response = queue(play, cast.edo)[places(play)[0]]
        rate(play, cast.edo, response)
        assign(play)

        assert cast.edo.id in holders(play, places(play)[0])


class TestWhoMayNot:
    """Own institution and country exclude, and whoever ran a drill of a programme (rules.md 33)."""

    def attribute(self, play, team, **attributes):
        play.sql("UPDATE team SET attributes = :a WHERE id = :id", a=json.dumps(attributes), id=team)

    def declare(self, play, who, **facts):
        play.do(declare_reading, who, drill_id=play.id, **({"languages": ["es", "en"]} | facts))

    def test_her_own_institution_however_it_is_written(self, cast, play):
        self.attribute(play, play.azul, institution="Ministerio de Hacienda")
        self.declare(play, cast.edo, institution=" MINISTERIO de  hacienda. ")

        assert {team for team, _inject in queue(play, cast.edo)} == {play.verde}

    def test_her_own_country(self, cast, play):
        self.attribute(play, play.verde, country="CR")
        self.declare(play, cast.edo, country="cr")

        assert {team for team, _inject in queue(play, cast.edo)} == {play.azul}

    def test_a_declaration_moves_what_she_may_not_rate_any_more(self, cast, given):
        self.attribute(given, given.azul, institution="ONI")
        self.declare(given, cast.edo, institution="ONI")

        assert {team for team, _inject in queue(given, cast.edo)} <= {given.verde}
        assert {len(holders(given, place)) for place in places(given)} == {2}

    def test_who_facilitated_or_observed_a_drill_of_a_programme_rates_nothing_of_it(self, cast, play):
        play.sql("INSERT INTO programme (id, name, salt, created_at) VALUES ('p', 'P', '', 0)")
        play.sql("UPDATE drill SET programme_id = 'p' WHERE id = :id", id=play.id)
        play.house.perform(grant_role, PROGRAM, account_id=cast.eun.id, role="observer", drill_id=play.id)

        assert queue(play, cast.eun) == {}
        assert len(queue(play, cast.edo)) == PLACES

    def test_in_a_drill_of_its_own_the_same_people_may_do_both(self, cast, play):
        cast.grant(cast.eun, "facilitator", play.id)

        assert len(queue(play, cast.eun)) == PLACES

    def test_where_two_decide_who_facilitates_rates_nothing(self, cast, play):
        cast.grant(cast.eun, "facilitator", play.id)
        play.sql("UPDATE drill SET score_rules = :r WHERE id = :id", r='{"two_people": true}', id=play.id)

        assert queue(play, cast.eun) == {}
        assert len(queue(play, cast.edo)) == PLACES

    @pytest.mark.parametrize(
        ("facts", "code"),
        [
            ({"languages": [" "]}, "languages_missing"),
            ({"languages": ["x" * 13]}, "languages_missing"),
            ({"country": "x" * 65}, "declaration_too_long"),
            ({"institution": "x" * 201}, "declaration_too_long"),
        ],
    )
    def test_what_is_no_declaration_is_refused(self, cast, play, facts, code):
        with refused(code):
            self.declare(play, cast.edo, **facts)

    def test_the_log_holds_neither_country_nor_institution(self, cast, play):
        self.declare(play, cast.edo, country="Canaria", institution="Canaria")

        assert "Canaria" not in play.log("reading_declared")[0][2]


class TestRecusal:
    """She steps back from a code; organizers keep her from a team by its name."""

    def test_her_work_goes_to_others_and_what_she_gave_counts_no_longer(self, cast, given):
        place = places(given)[0]
        (one, other), third = two_of(given, place)
        response = queue(given, one)[place]
        rate(given, one, response)
        given.do(recuse_oneself, one, drill_id=given.id, response_id=response, reason="family")

        assert {team for team, _inject in queue(given, one)} <= {given.verde}
        assert holders(given, place) == {other.id, third.id}
        kept = given.sql("SELECT level, current, reason FROM rating WHERE account_id = :a", a=one.id)
        assert kept == [("S", 0, "recused"), ("S", 0, "recused")]
        told = json.loads(given.log("evaluator_recused")[0][2])
        assert told == {"account": one.id, "reason": "family", "ratings": 2}
        [(_kind, team, voided)] = given.log("ratings_voided")
        both = [[response, "C1", 1], [response, "C2", 1]]
        assert team == place[0]
        assert json.loads(voided) == {"account": one.id, "reason": "recused", "ratings": both}

    def test_nothing_of_it_is_counted_and_it_waits_for_others(self, cast, play):
        response = queue(play, cast.edo)[places(play)[0]]
        for who in (cast.edo, cast.eun):
            rate(play, who, response)
        before = {one["team_id"]: one["rated"] for one in play.see(standings_page, cast.olga)["standings"]}
        play.do(recuse_oneself, cast.edo, drill_id=play.id, response_id=response, reason="mentor")
        after = {one["team_id"]: one["rated"] for one in play.see(standings_page, cast.olga)["standings"]}

        assert (before[play.azul], after[play.azul]) == (1, 0)

    def test_a_version_number_is_never_used_twice(self, cast, play):
        response = queue(play, cast.edo)[places(play)[0]]
        rate(play, cast.edo, response)
        play.do(recuse_oneself, cast.edo, drill_id=play.id, response_id=response, reason="other")
        play.sql("DELETE FROM recusal")
        rate(play, cast.edo, response, "MM")

        versions = play.sql("SELECT version, current FROM rating WHERE criterion = 'C1' ORDER BY version")
        assert versions == [(1, 0), (2, 1)]

    def test_an_organizer_sets_it_by_team(self, cast, given):
        facts = {"drill_id": given.id, "account_id": cast.edo.id, "whose": given.verde, "reason": "hierarchy"}
        given.do(recuse_evaluator, cast.olga, **facts)

        assert {team for team, _inject in queue(given, cast.edo)} <= {given.azul}
        with refused("already_recused"):
            given.do(recuse_evaluator, cast.olga, **facts)

    def test_what_names_nothing_or_no_reason_is_refused(self, cast, given):
        facts = {"drill_id": given.id, "account_id": cast.edo.id, "whose": given.verde, "reason": "hierarchy"}
        with refused("team_not_chosen"):
            given.do(recuse_evaluator, cast.olga, **(facts | {"whose": "nobody"}))
        with refused("not_found"):
            given.do(recuse_evaluator, cast.olga, **(facts | {"account_id": cast.fatima.id}))
        with refused("reason_unknown"):
            given.do(recuse_evaluator, cast.olga, **(facts | {"reason": "dislike"}))
        with refused("not_found"):
            given.do(recuse_oneself, cast.edo, drill_id=given.id, response_id="nothing", reason="family")

    def test_it_holds_at_every_desk_where_the_same_application_is_rated(self, cast):
        first, second = (answered(desk_play(cast, ratings=2)) for _ in range(2))
        first.sql("INSERT INTO programme (id, name, salt, created_at) VALUES ('p', 'P', '', 0)")
        first.sql(
            "INSERT INTO application (id, programme_id, code, language, lead_name, lead_mail, link_digest, state,"
            " draft, draft_version, saved_at, cure_parts, salt, created_at)"
            " VALUES ('a', 'p', 'K1', 'es', '', '', 'x', 'eligible', '{}', 0, 0, '[]', '', 0)"
        )
        for play in (first, second):
            play.sql("UPDATE team SET application_id = 'a' WHERE id = :id", id=play.azul)
        response = queue(first, cast.edo)[first.azul, "01"]
        first.do(recuse_oneself, cast.edo, drill_id=first.id, response_id=response, reason="family")

        assert {team for team, _inject in queue(second, cast.edo)} == {second.verde}

    def test_a_third_who_steps_back_is_replaced_by_another(self, cast, given):
        cast.grant(cast.fatima, "evaluator", given.id)
        place = places(given)[0]
        (one, other), _third = two_of(given, place)
        response = queue(given, one)[place]
        rate(given, one, response, "UU")
        rate(given, other, response, "SS")
        asked = given.sql("SELECT account_id FROM assignment WHERE purpose = 'third'")[0][0]
        third = next(who for who in (*raters(given).values(), cast.fatima) if who.id == asked)
        given.do(recuse_oneself, third, drill_id=given.id, response_id=response, reason="country")
        open_now = given.sql("SELECT account_id FROM assignment WHERE purpose = 'third' AND ended_at IS NULL")

        assert len(open_now) == 1 and open_now[0][0] not in (one.id, other.id, third.id)


class TestThirds:
    """Where two differ by two levels, a third decides, in the same moment (rules.md 25)."""

    def differ(self, play, levels):
        place = places(play)[0]
        (one, other), third = two_of(play, place)
        response = queue(play, one)[place]
        for who, given in zip((one, other), levels, strict=True):
            rate(play, who, response, given)
        return place, response, third

    def test_a_third_is_asked_at_once(self, given):
        place, response, third = self.differ(given, ("US", "SS"))

        assert queue(given, third)[place] == response
        told = json.loads(given.log("evaluator_asked")[0][2])
        assert told == {"inject": place[1], "account": third.id, "purpose": "third"}

    @pytest.mark.parametrize("levels", [("MS", "SS"), ("SS", "SS"), ("PS", "SP")])
    def test_one_level_apart_asks_for_nobody(self, given, levels):
        place, _response, third = self.differ(given, levels)

        assert place not in queue(given, third)

    def test_every_level_of_hers_needs_a_sentence_that_quotes(self, given):
        _place, response, third = self.differ(given, ("US", "SS"))
        assert given.see(rating_sheet, third, response_id=response)["quote_all"]
        for words, code in (("", "sentence_missing"), ("Está bien.", "sentence_without_quote")):
            with refused(code):
                rate(given, third, response, "MM", words)
        rate(given, third, response, "MM")

    def test_until_she_has_rated_the_response_waits_and_then_the_median_counts(self, cast, given):
        place, response, third = self.differ(given, ("US", "PS"))

        def line():
            page = {one["team_id"]: one for one in given.see(standings_page, cast.olga)["standings"]}
            return next(one for one in page[place[0]]["lines"] if one.inject == place[1])

        assert line().quality is None
        rate(given, third, response, "MS")

        assert float(line().criteria["C1"]) == pytest.approx(1 / 3)

    def test_nobody_is_asked_twice(self, given):
        _place, response, third = self.differ(given, ("US", "SS"))
        rater = next(who for who in raters(given).values() if who.id != third.id)
        rate(given, rater, response, "UM")

        assert given.sql("SELECT count(*) FROM assignment WHERE purpose = 'third'") == [(1,)]

    def test_where_nobody_is_left_the_mean_counts_and_the_board_says_so(self, cast, given):
        given.sql('DELETE FROM "grant" WHERE scope = :s', s=f"drill:{given.id}")
        place = next(place for place in places(given) if holders(given, place) >= {cast.edo.id, cast.eun.id})
        response = queue(given, cast.edo)[place]
        rate(given, cast.edo, response, "UU")
        rate(given, cast.eun, response, "SS")

        assert given.sql("SELECT count(*) FROM assignment WHERE purpose = 'third'") == [(0,)]
        board = given.see(evaluators_board, cast.olga, drill_id=given.id)
        assert (board["open"], board["unsettled"]) == (0, 1)
        cast.grant(cast.olu, "evaluator", given.id)
        board = given.see(evaluators_board, cast.olga, drill_id=given.id)
        assert (board["open"], board["unsettled"]) == (1, 0)
        assign(given)

        assert given.sql("SELECT account_id FROM assignment WHERE purpose = 'third'") == [(cast.olu.id,)]

    def test_near_the_cut_any_difference_asks_for_one(self, cast, given):
        place, _response, third = self.differ(given, ("MS", "SS"))
        assert given.do(ask_thirds, cast.olga, drill_id=given.id, team_ids=[place[0]]) == 1
        assert place in queue(given, third)
        assert given.do(ask_thirds, cast.olga, drill_id=given.id, team_ids=[place[0]]) == 0
        for nobody, code in (([], "team_not_chosen"), (["nobody"], "not_found")):
            with refused(code):
                given.do(ask_thirds, cast.olga, drill_id=given.id, team_ids=nobody)


class TestMoving:
    """What an evaluator has not finished goes to others; what she has stays."""

    def test_to_whoever_has_least_to_do(self, cast, given):
        mine = queue(given, cast.edo)
        done = next(iter(mine.values()))
        rate(given, cast.edo, done)
        made = given.do(reassign, cast.olga, drill_id=given.id, account_id=cast.edo.id)

        assert made == {"moved": len(mine) - 1, "left": 0}
        assert list(queue(given, cast.edo).values()) == [done]
        assert {len(holders(given, place)) for place in places(given)} == {2}

    def test_half_a_rating_moves_whole(self, cast, given):
        place, response = next(iter(queue(given, cast.edo).items()))
        facts = {"response_id": response, "criterion": "C1", "level": "S"}
        given.do(rate_response, cast.edo, **facts)
        given.do(reassign, cast.olga, drill_id=given.id, account_id=cast.edo.id)

        assert given.sql("SELECT current, reason FROM rating") == [(0, "moved")]
        assert cast.edo.id not in holders(given, place)

    def test_to_somebody_by_name_where_she_may_and_the_rest_to_others(self, cast, given):
        before = queue(given, cast.olu)
        made = given.do(reassign, cast.olga, drill_id=given.id, account_id=cast.edo.id, to_account_id=cast.olu.id)

        assert made["left"] == 0
        assert set(queue(given, cast.olu)) >= set(before)
        assert queue(given, cast.edo) == {}

    def test_what_nobody_may_take_is_said(self, cast, given):
        given.sql('DELETE FROM "grant" WHERE scope = :s', s=f"drill:{given.id}")
        made = given.do(reassign, cast.olga, drill_id=given.id, account_id=cast.edo.id)

        assert made["left"] > 0

    def test_to_herself_to_a_stranger_or_of_nothing_is_refused(self, cast, given):
        for to in (cast.edo.id, cast.fatima.id):
            with refused("not_found"):
                given.do(reassign, cast.olga, drill_id=given.id, account_id=cast.edo.id, to_account_id=to)
        with refused("nothing_to_move"):
            given.do(reassign, cast.olga, drill_id=given.id, account_id=cast.fatima.id)


class TestClosing:
    """The round closes once; from then on two people open a rating again."""

    def closed(self, play):
        for who in (play.cast.edo, play.cast.eun):
            for response in queue(play, who).values():
                rate(play, who, response)
        play.do(end_drill, play.cast.fatima, name=NAME)
        play.go(minutes(20)).do(close_rating, play.cast.olga)
        return play

    def test_not_before_endex_nor_before_all_is_rated(self, cast, play):
        with refused("drill_not_in_state"):
            play.do(close_rating, cast.olga)
        play.do(end_drill, cast.fatima, name=NAME)
        play.go(minutes(20))
        with refused("ratings_missing") as refusal:
            play.do(close_rating, cast.olga)

        assert refusal.value.parameters == {"missing": 4, "teams": 2}

    def test_a_drill_that_nothing_rates_has_no_round(self, cast):
        play = cast.play(scenario(info("01"))).start().go(minutes(6))
        play.do(end_drill, cast.fatima, name=NAME)
        play.go(minutes(20))
        with refused("drill_not_rated"):
            play.do(close_rating, cast.olga)

    def test_afterwards_nothing_changes(self, cast, play):
        self.closed(play)
        response = queue(play, cast.edo)[places(play)[0]]
        for wrong in (
            lambda: rate(play, cast.edo, response, "MM"),
            lambda: assign(play),
            lambda: play.do(recuse_oneself, cast.edo, drill_id=play.id, response_id=response, reason="family"),
            lambda: play.do(reassign, cast.olga, drill_id=play.id, account_id=cast.edo.id),
            lambda: play.do(close_rating, cast.olga),
            lambda: play.do(
                recuse_evaluator, cast.olga, drill_id=play.id, account_id=cast.edo.id, whose=play.azul, reason="other"
            ),
        ):
            with refused("rating_is_closed"):
                wrong()
        assert not play.see(rating_sheet, cast.edo, response_id=response)["open"]

    def reopen(self, play, subject):
        """Let two people decide it, whichever room registers the kind."""
        second = play.cast.fatima
        play.cast.grant(second, "organizer", play.id)
        decision = play.do(propose_decision, play.cast.olga, drill_id=play.id, kind="reopen_rating", subject=subject)
        play.do(second_decision, play.cast.fatima, drill_id=play.id, decision_id=decision)

    def test_two_people_open_one_evaluators_rating_again_and_every_version_is_kept(self, cast, play):
        self.closed(play)
        response = queue(play, cast.edo)[places(play)[0]]
        self.reopen(play, {"response": response, "account": cast.edo.id, "reason": "slip"})
        assert play.see(rating_sheet, cast.edo, response_id=response)["open"]
        with refused("rating_is_closed"):
            rate(play, cast.eun, response, "MM")
        assert play.see(evaluators_board, cast.olga, drill_id=play.id)["open"] == 1
        rate(play, cast.edo, response, "MS")

        kept = play.sql(
            "SELECT criterion, version, level FROM rating WHERE account_id = :a AND response_id = :r"
            " ORDER BY criterion, version", a=cast.edo.id, r=response,
        )  # fmt: skip
        # To stand by a level is an answer too.
        assert kept == [("C1", 1, "S"), ("C1", 2, "M"), ("C2", 1, "S"), ("C2", 2, "S")]
        with refused("rating_is_closed"):
            rate(play, cast.edo, response, "SS")
        assert play.see(evaluators_board, cast.olga, drill_id=play.id)["open"] == 0
        assert [kind for kind, _team, _payload in play.log("rating_reopened")] == ["rating_reopened"]

    @pytest.mark.parametrize(
        ("subject", "code"),
        [
            ({"response": "nothing", "reason": "slip"}, "not_found"),
            ({"reason": "because"}, "reason_unknown"),
            ({"reason": "slip", "account": "nobody"}, "nothing_to_reopen"),
        ],
    )
    def test_what_cannot_be_opened_is_refused(self, cast, play, subject, code):
        self.closed(play)
        response = queue(play, cast.edo)[places(play)[0]]
        with refused(code):
            self.reopen(play, {"response": response} | subject)

    def test_while_the_round_is_open_there_is_nothing_to_open(self, cast, play):
        response = queue(play, cast.edo)[places(play)[0]]
        with refused("rating_is_open"):
            self.reopen(play, {"response": response, "reason": "slip"})

    def test_the_kind_is_a_decision_of_a_drill(self):
        assert REOPEN_RATING.where == "drill"


def test_letting_in_is_for_rounds_that_ask_a_calibration(cast, play):
    with refused("calibration_not_asked"):
        play.do(let_evaluator_in, cast.olga, drill_id=play.id, account_id=cast.edo.id, reason="experienced")
    with refused("not_found"):
        play.do(let_evaluator_in, cast.olga, drill_id=play.id, account_id=cast.fatima.id, reason="experienced")


@pytest.mark.parametrize("who", ["fatima", "edo", "olu", "mallory"])
def test_only_organizers_give_work_out(cast, play, who):
    with refused("not_found"):
        play.do(assign_evaluators, getattr(cast, who), drill_id=play.id)


def test_neither_drill_nor_programme_is_nowhere(cast, play):
    with refused("not_found"):
        play.house.perform(assign_evaluators, cast.olga)
    with refused("not_found"):
        play.house.look(evaluators_board, cast.olga)
