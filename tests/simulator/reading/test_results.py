"""From facts to places: what the house computes is what anyone computes by hand, or from exported rows."""

import csv
import io
from decimal import Decimal
from fractions import Fraction

import pytest

from scenarios.ratings_csv import parse_ratings
from scoring.standings import compute_standings
from simulator.actions.attending import note_presence
from simulator.actions.msel import skip_inject, withdraw_inject
from simulator.actions.rating import rate_response
from simulator.actions.responding import decline_inject
from simulator.actor import PROGRAM
from simulator.reading.desk import rating_queue
from simulator.reading.results import records_of, rules_of_drill, standings_page
from simulator.rows import Drill
from tests.cast import minutes, seconds
from tests.scripts import LEVELS, choice_inject, info, scenario, text_inject

WORDS = {"text": "Avisamos."}


def rate(play, who, levels):
    """Rate each team's answers: *levels* gives, per team and inject, the levels on C1 and C2."""
    codes = dict(play.sql("SELECT blind_code, id FROM team WHERE drill_id = :d", d=play.id))
    for entry in play.see(rating_queue, who)["entries"]:
        given = levels.get((codes[entry["code"]], entry["inject"]), ())
        for criterion, level in zip(("C1", "C2"), given, strict=False):
            facts = {"response_id": entry["response_id"], "criterion": criterion, "level": level}
            play.do(rate_response, who, **facts, sentence="Dice «Avisamos», porque sí.")


def standings(play):
    page = play.see(standings_page, play.cast.olga)
    return {one["team_id"]: one for one in page["standings"]}


def from_csv(play):
    """Export the drill's records as a ratings file and compute its standings as a stranger would."""
    with play.house._readers() as session:
        drill = session.get_one(Drill, play.id)
        rules, records = rules_of_drill(session, drill), records_of(session, drill)
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(["team", "inject", "criterion", "rater", "level", "value", "state", "seconds"])
    for one in records:
        value = "" if one.value is None else one.value
        seconds = "" if one.seconds is None else f"{float(one.seconds):.3f}"
        rows = [
            (criterion, f"r{place}", "na" if level is None else LEVELS[level])
            for criterion, levels in one.ratings.items()
            for place, level in enumerate(levels)
        ]
        for rating in rows or [("", "", "")]:
            table.writerow([one.team, one.inject, *rating, value, one.state, seconds])
    read, teams, findings = parse_ratings(out.getvalue().encode(), "ratings.csv", rules)
    assert [finding for finding in findings if finding.severity == "error"] == []
    return {one.team: one for one in compute_standings(rules, read, teams)}


def agree(play):
    """Say whether the page and the exported rows come to the same numbers."""
    page, exported = standings(play), from_csv(play)
    for team, one in exported.items():
        told = page[team]
        assert (one.place, one.score, one.quality, one.rated, one.of) == (
            told["place"], told["score"], told["quality"], told["rated"], told["of"]
        )  # fmt: skip
    return page


SCRIPT = (
    text_inject("01", ask={"weight": 3}),
    choice_inject("02", ask={"weight": 2}),
    text_inject("03", optional=True),
    info("04", at="50m"),
)


@pytest.fixture
def play(cast):
    """Play until all deadlines have passed: Azul writes, decides well and declines; Verde writes and decides ill."""
    play = cast.play(scenario(*SCRIPT, rated=True)).start().go(minutes(6))
    play.send(play.beatriz, "01", WORDS)
    play.send(play.gwen, "01", WORDS)
    play.send(play.beatriz, "02", {"option": "A"}, confirmed=True)
    play.send(play.gwen, "02", {"option": "B"})
    play.do(decline_inject, play.bruna, inject_id="03")
    return play.go(minutes(12))


def test_nobody_has_a_place_until_all_is_rated(cast, play):
    page = agree(play)
    assert {(one["place"], one["score"], one["rated"]) for one in page.values()} == {(None, None, 1), (None, None, 2)}
    assert page[play.azul]["of"] == 2
    rate(play, cast.edo, {(play.azul, "01"): ("P", "S"), (play.verde, "01"): ("P", "P")})
    page = agree(play)

    assert {(one["rated"], one["of"]) for one in page.values()} == {(2, 2), (3, 3)}


def test_a_score_is_what_one_computes_by_hand(cast, play):
    rate(play, cast.edo, {(play.azul, "01"): ("P", "M"), (play.verde, "01"): ("S", "S")})
    page = agree(play)

    # Azul: (3 × (60·1 + 40·1/3)/100 + 2 × 1) / 5, having declined 03.
    azul = 100 * (3 * (Fraction(60) + Fraction(40, 3)) / 100 + 2) / 5
    # Verde: (3 × 2/3 + 2 × 1/3 + 1 × 0) / 6, having let 03 lapse.
    verde = 100 * (3 * Fraction(2, 3) + 2 * Fraction(1, 3)) / 6
    assert page[play.azul]["score"] == Decimal(84) == Decimal(str(float(azul)))
    assert page[play.verde]["score"] == Decimal("44.44") == round(Decimal(float(verde)), 2)
    assert (page[play.azul]["place"], page[play.verde]["place"]) == (1, 2)


def test_two_ratings_count_by_their_mean(cast, play):
    rate(play, cast.edo, {(play.azul, "01"): ("U", "P"), (play.verde, "01"): ("M", "M")})
    rate(play, cast.eun, {(play.azul, "01"): ("P", "P"), (play.verde, "01"): ("S", "S")})
    page = agree(play)

    line = page[play.azul]["lines"][0]
    assert dict(line.criteria) == {"C1": Fraction(1, 2), "C2": Fraction(1)}


def test_what_was_withdrawn_skipped_or_declined_leaves_numerator_and_denominator(cast, play):
    play.do(withdraw_inject, cast.fatima, inject_id="02", team_ids=[play.verde], reason="mistake")
    rate(play, cast.edo, {(play.azul, "01"): ("P", "P"), (play.verde, "01"): ("P", "P")})
    page = agree(play)

    assert [line.why for line in page[play.verde]["lines"]] == ["rated", "withdrawn", "lapsed"]
    assert [line.why for line in page[play.azul]["lines"]] == ["rated", "by_option", "declined"]
    assert page[play.verde]["score"] == Decimal("75.00")


def test_what_was_skipped_was_not_delivered(cast):
    play = cast.play(scenario(text_inject("01"), text_inject("02"), rated=True)).start()
    play.do(skip_inject, cast.fatima, inject_id="02", team_ids=[play.azul], reason="fairness")
    play.go(minutes(20))
    page = agree(play)

    assert [line.why for line in page[play.azul]["lines"]] == ["lapsed", "not_delivered"]


def test_an_ask_without_weight_stands_in_nobodys_way(cast):
    play = cast.play(scenario(text_inject("01"), text_inject("02", ask={"weight": 0}), rated=True)).start()
    play.go(minutes(6)).send(play.beatriz, "02", WORDS)
    play.go(minutes(11))

    assert agree(play)[play.azul]["of"] == 1
    assert play.see(rating_queue, cast.edo)["entries"] == []


def test_choices_are_scored_without_a_rubric(cast):
    play = cast.play(scenario(choice_inject("01"), rubric=None, rated=True)).start().go(minutes(6))
    play.send(play.beatriz, "01", {"option": "A"}, confirmed=True)
    play.go(minutes(11))
    page = agree(play)

    assert (page[play.azul]["score"], page[play.verde]["score"]) == (Decimal("100.00"), Decimal("0.00"))


def seconds_of(play, team):
    with play.house._readers() as session:
        records = records_of(session, session.get_one(Drill, play.id))
    return next(one.seconds for one in records if one.team == team)


class TestTime:
    """A team's time counts from delivery, less what it could not help."""

    @pytest.fixture
    def play(self, cast):
        play = cast.play(scenario(text_inject("01"), rated=True)).start().go(minutes(5))
        for who in (play.beatriz, play.gwen):
            play.do(note_presence, PROGRAM, participant_id=who.id, present=True)
        return play

    def away(self, play, length):
        play.do(note_presence, PROGRAM, participant_id=play.beatriz.id, present=False)
        play.go(length)
        play.do(note_presence, PROGRAM, participant_id=play.beatriz.id, present=True)

    def test_a_lost_line_costs_nothing(self, play):
        play.go(minutes(1))
        self.away(play, minutes(2))
        play.go(minutes(1))
        for who in (play.beatriz, play.gwen):
            play.send(who, "01", WORDS)

        assert (seconds_of(play, play.azul), seconds_of(play, play.verde)) == (120, 240)

    def test_a_line_lost_for_good_counts_until_the_answer(self, play):
        play.go(minutes(1)).do(note_presence, PROGRAM, participant_id=play.beatriz.id, present=False)
        play.go(minutes(2)).send(play.beatriz, "01", WORDS)

        assert seconds_of(play, play.azul) == 60

    def test_an_outage_costs_nothing_and_counts_once(self, play):
        play.go(minutes(1)).do(note_presence, PROGRAM, participant_id=play.beatriz.id, present=False)
        play.jump(minutes(3)).tick()
        play.go(seconds(30)).do(note_presence, PROGRAM, participant_id=play.beatriz.id, present=True)
        play.go(minutes(1))
        for who in (play.beatriz, play.gwen):
            play.send(who, "01", WORDS)

        assert (seconds_of(play, play.azul), seconds_of(play, play.verde)) == (120, 150)
