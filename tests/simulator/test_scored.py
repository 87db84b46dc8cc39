"""Raw and without severity side by side; which of them counts, the rules say (rules.md 28)."""

from fractions import Fraction

import pytest

from simulator.actions.declaring import recuse_oneself
from simulator.actions.rating import rate_response
from simulator.actions.score_rules import set_score_rules
from simulator.desk.desk_rules import desk_rules
from simulator.intervals import intervals_of
from simulator.reading.desk import rating_queue
from simulator.reading.results import standings_page
from simulator.rows import Drill
from simulator.scored import scored
from tests.cast import minutes
from tests.results import QUOTE, WORDS
from tests.scripts import scenario, text_inject

INJECTS = [f"{n:02}" for n in range(1, 5)]


def played(cast, **rules):
    """Let both teams answer four injects; Edo is strict with all, Eun mild with Azul alone, so that they are linked."""
    play = cast.play(scenario(*(text_inject(one) for one in INJECTS), rated=True))
    play.do(set_score_rules, cast.olga, **rules)
    play.start().go(minutes(6))
    for who in (play.beatriz, play.gwen):
        for inject in INJECTS:
            play.send(who, inject, WORDS)
    return play.go(minutes(11))


def rate(play, who, level, teams):
    codes = dict(play.sql("SELECT blind_code, id FROM team WHERE drill_id = :d", d=play.id))
    for entry in play.see(rating_queue, who)["entries"]:
        if codes[entry["code"]] in teams:
            for criterion in ("C1", "C2"):
                facts = {"response_id": entry["response_id"], "criterion": criterion, "level": level}
                play.do(rate_response, who, **facts, sentence=QUOTE)


def linked(cast, **rules):
    play = played(cast, **rules)
    rate(play, cast.edo, "M", (play.azul, play.verde))
    rate(play, cast.eun, "S", (play.azul,))
    return play


def page(play):
    return play.see(standings_page, play.cast.olga)


def rows(play):
    return {one["team_id"]: one for one in page(play)["standings"]}


def test_both_ways_are_shown_and_the_raw_one_counts_unless_the_rules_say_otherwise(cast):
    play = linked(cast)
    azul, verde = rows(play)[play.azul], rows(play)[play.verde]

    # Azul had a mild evaluator besides the strict one, Verde the strict one alone.
    assert (float(azul["raw"]["score"]), float(verde["raw"]["score"])) == (50.0, 33.33)
    assert azul["score"] == azul["raw"]["score"]
    assert float(verde["adjusted"]["score"]) > 33.33
    assert page(play)["severity"] == {"announced": False, "applied": False, "refused": None}


def test_applied_it_counts_and_the_lines_add_up_to_it(cast):
    play = linked(cast, adjust="applied")
    verde = rows(play)[play.verde]

    assert page(play)["severity"] == {"announced": True, "applied": True, "refused": None}
    assert verde["score"] == verde["adjusted"]["score"] > verde["raw"]["score"]
    quality = sum((line.weight * line.quality for line in verde["lines"]), Fraction(0)) / 4
    assert float(100 * quality) == pytest.approx(float(verde["score"]), abs=0.005)


def test_where_evaluators_share_nothing_the_raw_levels_count_and_it_is_said(cast):
    play = played(cast, adjust="applied")
    rate(play, cast.edo, "M", (play.azul,))
    rate(play, cast.eun, "S", (play.verde,))

    assert page(play)["severity"] == {"announced": True, "applied": False, "refused": "raters_not_connected"}
    assert rows(play)[play.verde]["adjusted"] is None
    assert rows(play)[play.verde]["score"] == rows(play)[play.verde]["raw"]["score"]


def test_before_anything_is_rated_there_is_nothing_to_tell(cast):
    assert page(played(cast, adjust="applied"))["severity"]["refused"] == "no_ratings"


def test_nothing_is_taken_off_who_gave_few_ratings(cast):
    play = played(cast, adjust="applied")
    rate(play, cast.edo, "M", (play.azul, play.verde))
    entry = play.see(rating_queue, cast.eun)["entries"][0]
    for criterion in ("C1", "C2"):
        facts = {"response_id": entry["response_id"], "criterion": criterion, "level": "P", "sentence": QUOTE}
        play.do(rate_response, cast.eun, **facts)
    code = play.sql("SELECT id FROM team WHERE blind_code = :code", code=entry["code"])[0][0]
    level = next(line for line in rows(play)[code]["lines"] if line.inject == entry["inject"]).criteria["C1"]

    # Edo's M with what is taken off him, and Eun's P as it is: a little above their mean of 2/3.
    assert Fraction(2, 3) <= level < 1


def test_what_a_recusal_took_out_of_force_is_not_scored(cast):
    play = linked(cast)
    code = play.sql("SELECT blind_code FROM team WHERE id = :id", id=play.azul)[0][0]
    mine = next(one for one in play.see(rating_queue, cast.eun)["entries"] if one["code"] == code)
    play.do(recuse_oneself, cast.eun, drill_id=play.id, response_id=mine["response_id"], reason="family")

    assert float(rows(play)[play.azul]["score"]) == 33.33


def test_intervals_are_the_same_for_the_same_facts_and_contain_the_score(cast):
    play = linked(cast)
    with play.house._readers() as session:
        found = scored(session, session.get_one(Drill, play.id))
    first, again = (intervals_of(found, "seed") for _twice in range(2))

    assert first == again
    azul = first[play.azul]
    assert azul.low <= rows(play)[play.azul]["score"] <= azul.high


def test_the_desk_reads_the_same_rules(cast):
    play = cast.play(scenario(text_inject("01"), rated=True))
    play.do(set_score_rules, cast.olga, ratings=2, third=3, calibration={"exact": 70, "least": 12, "two_off": 1})
    with play.house._readers() as session:
        rules = desk_rules(session.get_one(Drill, play.id).score_rules)

    assert (rules.ratings, rules.apart) == (2, 3)
    assert (rules.gate.exact, rules.gate.least, rules.gate.two_off) == (Fraction(7, 10), 12, 1)
