"""Where each team stands (rules.md 21, 26, 27)."""

import json
from decimal import Decimal
from fractions import Fraction

import pytest

from scoring.record import Record
from scoring.rubric import Criterion, Rubric
from scoring.rules import InjectRule, Rules
from scoring.scoring_error import ScoringError
from scoring.standings import Standing, composite, compute_standings, standings_document

RUBRIC = Rubric(levels=("U", "M", "S", "P"), criteria={"C1": Criterion(25), "C2": Criterion(20)})
INJECTS = {
    "01": InjectRule(weight=7, criteria=("C1", "C2"), due=360, target=120),
    "02": InjectRule(weight=3, due=300),
}
RULES = Rules(RUBRIC, INJECTS)


def rated(team, first, second, value):
    return [
        Record(team, "01", seconds=240, ratings={"C1": (first,), "C2": (second,)}),
        Record(team, "02", value=value, seconds=300),
    ]


def only(rules, *records):
    return compute_standings(rules, records, ["Azul"])[0]


def test_a_score_is_the_weighted_quality_in_percent():
    assert only(RULES, *rated("Azul", 3, 0, 1)) == Standing(
        team="Azul",
        place=1,
        score=Decimal("48.89"),  # (7 × 25/45 + 3 × 1/3) / 10
        quality=Decimal("48.89"),
        time=Decimal("67.50"),  # (7 × 3/4 + 3 × 1/2) / 10
        rated=2,
        of=2,
    )


def test_time_weighs_as_announced():
    azul = only(Rules(RUBRIC, INJECTS, time_weight=Fraction(1, 5)), *rated("Azul", 3, 0, 1))
    assert azul.score == Decimal("52.61")  # 0.8 × 48.888… + 0.2 × 67.5


@pytest.mark.parametrize(
    ("quality", "time", "penalties", "score"),
    [("71.375", 90, 0, "75.10"), ("71.625", 85, 0, "74.30"), ("72", 80, 2, "71.60"), ("75", 70, 0, "74.00")],
)
def test_the_worked_composite_of_the_notes(quality, time, penalties, score):
    exact = composite(Fraction(quality), Fraction(time), Fraction(1, 5), Fraction(penalties))
    assert exact == Fraction(score)


def test_the_worked_composite_holds_from_responses_to_places():
    # Quality is value ÷ 800, time 1 − seconds ÷ 200: 71.375 and 90, 71.625 and 85, 72 and 80, 75 and 70 percent.
    fine = Rubric(levels=tuple(map(str, range(801))), criteria={})
    rules = Rules(fine, {"1": InjectRule(1, (), 100, 0)}, Fraction(1, 5), penalties={"C": Fraction(2)})
    responses = {"A": (571, 20), "B": (573, 30), "C": (576, 40), "D": (600, 60)}
    records = [Record(team, "1", value=value, seconds=seconds) for team, (value, seconds) in responses.items()]
    assert [(one.team, one.place, one.score) for one in compute_standings(rules, records, responses)] == [
        ("A", 1, Decimal("75.10")),
        ("B", 2, Decimal("74.30")),
        ("D", 3, Decimal("74.00")),  # the best in quality
        ("C", 4, Decimal("71.60")),
    ]


def test_penalties_come_off_and_stop_at_zero():
    light = only(Rules(RUBRIC, INJECTS, penalties={"Azul": Fraction(5, 2)}), *rated("Azul", 3, 3, 3))
    assert (light.score, light.quality, light.penalties) == (
        Decimal("97.50"),
        Decimal("100.00"),
        Decimal("2.50"),
    )
    heavy = only(Rules(RUBRIC, INJECTS, penalties={"Azul": Fraction(500)}), *rated("Azul", 3, 3, 3))
    assert heavy.score == Decimal("0.00")


def test_not_delivered_and_void_leave_both_sides_while_a_lapse_stays():
    choice = Record("Azul", "02", value=3)
    assert only(RULES, choice).score == Decimal("100.00")
    assert only(RULES, choice, Record("Azul", "01", "void")).score == Decimal("100.00")
    lapsed = only(RULES, choice, Record("Azul", "01", "lapsed"))
    assert (lapsed.score, lapsed.rated, lapsed.of) == (Decimal("30.00"), 2, 2)


def test_until_every_counted_response_has_its_ratings_there_is_no_place():
    waiting = only(RULES, Record("Azul", "01", ratings={"C1": (3,)}), Record("Azul", "02", value=3))
    assert waiting == Standing("Azul", None, None, None, None, rated=1, of=2)


def test_a_team_to_which_nothing_counted_has_neither_score_nor_place():
    assert only(RULES) == Standing("Azul", None, None, None, None, rated=0, of=0)
    assert only(RULES, Record("Azul", "01", "void")).place is None


def test_one_untimed_response_leaves_the_time_unknown():
    azul = only(RULES, rated("Azul", 3, 3, 3)[0], Record("Azul", "02", value=3))
    assert (azul.time, azul.score) == (None, Decimal("100.00"))


def test_teams_come_by_place_then_by_name_and_the_placeless_last():
    records = [*rated("Verde", 3, 3, 3), *rated("Azul", 3, 3, 3), *rated("Zulu", 0, 0, 0)]
    records.append(Record("Ana", "01"))
    standings = compute_standings(RULES, records, ["Zulu", "Verde", "Nada", "Azul", "Ana"])
    assert [(standing.team, standing.place) for standing in standings] == [
        ("Azul", 1),
        ("Verde", 1),
        ("Zulu", 3),
        ("Ana", None),
        ("Nada", None),
    ]


def test_scores_that_differ_behind_the_second_decimal_are_equal():
    fine = Rules(RUBRIC, {"a": InjectRule(weight=100000), "b": InjectRule(weight=1)})
    records = [Record("Azul", "a", value=3), Record("Azul", "b", value=2)]
    records += [Record("Verde", "a", value=3), Record("Verde", "b", value=3)]
    assert [standing.place for standing in compute_standings(fine, records, ["Azul", "Verde"])] == [1, 1]


def test_the_announced_order_parts_equal_scores():
    injects = {"a": InjectRule(weight=1, criteria=("C1",)), "b": InjectRule(weight=1, criteria=("C2",))}
    records = [
        Record("Azul", "a", ratings={"C1": (3,)}),
        Record("Azul", "b", ratings={"C2": (1,)}),
        Record("Verde", "a", ratings={"C1": (1,)}),
        Record("Verde", "b", ratings={"C2": (3,)}),
    ]
    rules = Rules(RUBRIC, injects, ties=("quality", ("C2",)))
    first, second = compute_standings(rules, records, ["Azul", "Verde"])
    assert (first.team, second.team, first.score, second.score) == (
        "Verde",
        "Azul",
        second.score,
        first.score,
    )


def test_a_record_of_a_team_that_does_not_play_is_refused():
    with pytest.raises(ScoringError) as refused:
        compute_standings(RULES, [Record("Mallory", "02", value=3)], ["Azul"])
    assert (refused.value.code, refused.value.parameters) == ("unknown_team", {"team": "Mallory"})


def test_the_document_holds_numbers_with_two_decimals_or_null():
    standings = compute_standings(RULES, rated("Azul", 3, 0, 1), ["Azul", "Verde"])
    assert json.loads(json.dumps(standings_document(standings))) == {
        "format": 1,
        "standings": [
            {"team": "Azul", "place": 1, "score": 48.89, "quality": 48.89, "time": 67.5, "rated": 2, "of": 2},
            {
                "team": "Verde",
                "place": None,
                "score": None,
                "quality": None,
                "time": None,
                "rated": 0,
                "of": 0,
            },
        ],
    }
