"""Rulings: the lead facilitator on what came late, two people on the register; scores follow them (rules.md 17–21)."""

from fractions import Fraction

import pytest

from simulator.actions.assigning import close_rating
from simulator.actions.deciding import propose_decision
from simulator.actions.msel import set_flag, withdraw_inject
from simulator.actions.rating import publish_standings
from simulator.actions.ruling import rule_deviation, rule_late
from simulator.reading.late_responses import late_responses
from simulator.reading.register import register_page
from simulator.reading.results import standings_page
from tests.cast import minutes, refused
from tests.results import about, by_two, late_of, played, rate_all, register, rule_on_late
from tests.scripts import scenario, text_inject
from tests.web.rated_play import end


@pytest.fixture
def play(cast):
    """Give a drill in which one organizer may decide alone."""
    return cast.once(played)


@pytest.fixture
def strict(cast):
    """Give the same drill with rules that ask for two people."""
    return cast.once(two)


def two(cast):
    return played(cast, two_people=True)


def standing(play, team):
    page = play.see(standings_page, play.cast.olga)
    return next(one for one in page["standings"] if one["team_id"] == team)


def why(play, team):
    return [line.why for line in standing(play, team)["lines"]]


class TestLate:
    """The server's clock rules; a technical cause makes a late response count, without time credit (rules.md 19)."""

    def test_until_somebody_rules_it_has_lapsed_and_nothing_is_published(self, play, cast):
        rate_all(play, cast.edo)

        assert why(play, play.verde) == ["rated", "lapsed", "not_delivered"]
        with refused("deviations_open"):
            play.do(publish_standings, cast.olga)

    def test_ruled_technical_it_counts(self, play, cast):
        rule_on_late(play, technical=True)
        rate_all(play, cast.edo)

        assert why(play, play.verde) == ["rated", "late", "not_delivered"]
        line = standing(play, play.verde)["lines"][1]
        assert (line.quality, line.credit) == (Fraction(1, 3), 0)

    def test_ruled_otherwise_it_has_lapsed(self, play, cast):
        rule_on_late(play)

        assert why(play, play.verde)[1] == "lapsed"
        assert play.one(play.verde, "02")["state"] == "lapsed"

    def test_a_ruling_is_turned_round_before_ratings_close(self, play, cast):
        rule_on_late(play, technical=True)
        rule_on_late(play)

        assert why(play, play.verde)[1] == "lapsed"
        kept = play.sql("SELECT version, current, verdict FROM ruling ORDER BY version")
        assert [tuple(row) for row in kept] == [(1, 0, "technical"), (2, 1, "stands")]
        with refused("already_ruled"):
            rule_on_late(play)

    def test_a_late_replacement_takes_the_place_of_the_one_in_time_and_gives_it_back(self, cast):
        play = cast.play(scenario(text_inject("01"), rated=True)).start().go(minutes(6))
        play.send(play.beatriz, "01", {"text": "A tiempo"})
        play.go(minutes(10)).send(play.beatriz, "01", {"text": "Mejor, pero tarde"})
        end(play)
        item = next(item for entry, item in register(play) if entry["kind"] == "response_late")
        assert item["needed"] is False
        current = "SELECT state FROM response WHERE current"
        rule_on_late(play, technical=True)
        assert play.sql(current) == [("late",)]
        rule_on_late(play)
        assert play.sql(current) == [("counted",)]
        assert play.one(play.azul, "01")["state"] == "answered"

    def test_only_the_lead_rules(self, play, cast):
        cast.grant(cast.edo, "facilitator", play.id)
        with refused("lead_rules_only"):
            rule_on_late(play, who="edo")
        play.sql("UPDATE drill SET lead_id = NULL")
        rule_on_late(play, who="edo")

    def test_not_while_the_drill_runs_nor_once_ratings_are_closed(self, play, cast):
        rate_all(play, cast.edo)
        play.do(close_rating, cast.olga)
        with refused("rating_is_closed"):
            rule_on_late(play, technical=True)
        other = cast.play(scenario(text_inject("01"), rated=True)).start().go(minutes(17))
        other.send(other.beatriz, "01", {"text": "Tarde"})
        with refused("drill_not_in_state"):
            rule_on_late(other)

    @pytest.mark.parametrize("reason", ["appeal", ""])
    def test_it_takes_a_coded_reason(self, play, cast, reason):
        with refused("reason_unknown"):
            play.do(rule_late, cast.fatima, response_id=late_of(play), technical=True, reason=reason)

    def test_what_came_in_time_is_not_ruled_on(self, play, cast):
        in_time = play.sql("SELECT id FROM response WHERE state = 'counted'")[0][0]
        for response in (in_time, "zzzzzzzzzzzz"):
            with refused("not_found"):
                play.do(rule_late, cast.fatima, response_id=response, technical=True, reason="lost_line")

    def test_the_lead_sees_both_times_and_how_long_the_team_was_cut_off(self, play, cast):
        page = play.see(late_responses, cast.fatima)
        (entry,) = page["entries"]

        assert (entry["team"], entry["inject"], entry["needed"], entry["ruling"]) == ("Verde", "02", True, None)
        assert entry["drill_time"] - entry["deadline"] == 120_000
        assert (page["may_rule"], page["ended"], page["closed"]) == (True, True, False)


class TestRegister:
    """Each deviation stands, is void for that team, or was technical; two people, without names (rules.md 32)."""

    def test_it_names_what_treated_a_team_apart_with_codes_and_no_names(self, play, cast):
        page = play.see(register_page, cast.olga)

        assert [(one["kind"], one["inject"]) for one in page["entries"]] == [
            ("inject_delivered", "03"), ("response_late", "02"),
        ]  # fmt: skip
        assert "Azul" not in str(page) and "Verde" not in str(page)
        code = play.sql("SELECT blind_code FROM team WHERE id = :id", id=play.azul)[0][0]
        assert page["entries"][0]["items"][0]["code"] == code
        assert page["ladder"]["deviations"] == 2

    def test_void_leaves_the_score_of_that_team(self, play, cast):
        rate_all(play, cast.edo)
        play.do(rule_deviation, cast.olga, about=about(play, "inject_delivered"), verdict="void", reason="unequal")

        assert why(play, play.azul) == ["rated", "by_option", "void"]
        assert len(play.log("deviation_ruled")) == 1

    def test_technical_costs_nothing_a_lapse_leaves_an_answer_stays(self, play, cast):
        rate_all(play, cast.edo)
        for kind in ("inject_delivered", "inject_lapsed"):
            facts = {"verdict": "technical", "reason": "access_failure"}
            play.do(rule_deviation, cast.olga, about=about(play, kind), **facts)

        # Azul let 03 lapse, Verde 02; what both answered counts as before.
        assert why(play, play.azul) == ["rated", "by_option", "void"]
        assert why(play, play.verde) == ["rated", "void", "not_delivered"]

    def test_each_deviation_is_shown_with_its_effect(self, play, cast):
        rate_all(play, cast.edo)
        rule_on_late(play, technical=True)
        entry, item = next((e, i) for e, i in register(play) if e["kind"] == "response_late")
        effect = item["effect"]

        assert effect["score"] > effect["score_without"]
        assert effect["score"] == standing(play, play.verde)["score"]
        assert (effect["place"], effect["place_without"]) == (2, 2)
        assert entry["by"] is None

    def test_what_was_ruled_void_is_shown_beside_what_it_would_count(self, play, cast):
        rate_all(play, cast.edo)
        play.do(rule_deviation, cast.olga, about=about(play, "inject_delivered"), verdict="void", reason="unequal")
        effect = next(item for entry, item in register(play) if entry["kind"] == "inject_delivered")["effect"]

        # Azul let 03 lapse: void, it costs nothing; counted, it is a zero of weight 1 beside 4.
        assert effect["score_without"] < effect["score"] == standing(play, play.azul)["score"]

    def test_what_cannot_be_known_has_no_effect_told(self, play, cast):
        play.do(withdraw_inject, cast.fatima, inject_id="01", team_ids=[play.azul], reason="mistake")
        item = next(item for entry, item in register(play) if entry["kind"] == "inject_withdrawn")

        assert item["effect"] is None

    def test_two_people_are_needed_where_the_rules_say_so(self, strict, cast):
        found = about(strict, "inject_delivered")
        with refused("two_people_needed"):
            strict.do(rule_deviation, cast.olga, about=found, verdict="stands", reason="no_effect")
        by_two(strict, "rule", about=found, verdict="stands", reason="no_effect")

        assert [one[0] for one in strict.sql("SELECT verdict FROM ruling")] == ["stands"]

    def test_what_is_ruled_is_not_ruled_again_but_set_aside_by_two(self, strict, cast):
        found = about(strict, "inject_delivered")
        subject = {"about": found, "verdict": "stands", "reason": "no_effect"}
        with refused("nothing_to_override"):
            by_two(strict, "override", **subject)
        by_two(strict, "rule", **subject)
        with refused("already_ruled"):
            by_two(strict, "rule", **subject | {"verdict": "void"})
        with refused("already_ruled"):
            by_two(strict, "override", **subject)
        by_two(strict, "override", **subject | {"verdict": "void", "reason": "unequal"})

        assert why(strict, strict.azul)[2] == "void"

    @pytest.mark.parametrize(
        ("facts", "code"),
        [
            ({"verdict": "maybe"}, "verdict_unknown"),
            ({"reason": "because"}, "reason_unknown"),
            ({"about": []}, "not_found"),
            ({"about": ["row:99999"]}, "not_found"),
        ],
    )
    def test_a_ruling_that_says_nothing_is_refused(self, play, cast, facts, code):
        usual = {"about": about(play, "inject_delivered"), "verdict": "stands", "reason": "no_effect"}
        with refused(code):
            play.do(rule_deviation, cast.olga, **usual | facts)
        assert play.sql("SELECT count(*) FROM ruling") == [(0,)]

    def test_a_late_response_is_the_leads_and_never_void(self, strict, cast):
        late = about(strict, "response_late")
        with refused("late_is_for_the_lead"):
            by_two(strict, "rule", about=late, verdict="stands", reason="not_technical")
        with refused("late_is_technical_or_not"):
            by_two(strict, "rule", about=late, verdict="void", reason="unequal")

    def test_a_fact_set_by_hand_has_nothing_that_could_be_void(self, cast):
        play = cast.play(scenario(text_inject("01"), rated=True)).start().go(minutes(6))
        play.do(set_flag, cast.fatima, team_id=play.azul, flag="paid", reason="mistake")
        end(play)
        found = about(play, "flag_set")
        with refused("ruling_without_inject"):
            play.do(rule_deviation, cast.olga, about=found, verdict="void", reason="unequal")
        play.do(rule_deviation, cast.olga, about=found, verdict="stands", reason="no_effect")

    def test_nothing_is_ruled_while_it_can_still_happen_or_once_it_is_final(self, cast):
        play = cast.play(scenario(text_inject("01"), rated=True)).start()
        facts = {"about": ["row:1"], "verdict": "stands", "reason": "no_effect"}
        with refused("drill_not_in_state"):
            play.do(rule_deviation, cast.olga, **facts)
        play.sql("UPDATE drill SET state = 'ended', ended_at = 0")
        with refused("deadlines_still_run"):
            play.do(rule_deviation, cast.olga, **facts)
        play.sql("UPDATE drill SET published_at = 1")
        with refused("standings_are_published"):
            play.do(rule_deviation, cast.olga, **facts)

    def test_a_closed_register_takes_no_ruling_but_one_that_sets_aside(self, strict, cast):
        rule_on_late(strict)
        by_two(strict, "rule", about=about(strict, "inject_delivered"), verdict="stands", reason="no_effect")
        rate_all(strict, cast.edo)
        with refused("rating_not_closed"):
            strict.do(propose_decision, cast.olga, kind="close_register", subject={}, drill_id=strict.id)
        strict.do(close_rating, cast.olga)
        by_two(strict, "close_register")
        lapse = about(strict, "inject_lapsed")
        with refused("register_is_closed"):
            by_two(strict, "rule", about=lapse, verdict="technical", reason="lost_line")
        with refused("register_is_closed"):
            by_two(strict, "close_register")
        by_two(strict, "override", about=lapse, verdict="technical", reason="appeal_upheld")

        assert why(strict, strict.verde)[1] == "void"
