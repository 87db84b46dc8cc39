"""What one inject adds to a team's score, and why."""

from fractions import Fraction

import pytest

from scoring.line import criterion_quality, explain
from scoring.record import Record
from scoring.rubric import Criterion, Rubric
from scoring.rules import InjectRule, Rules
from scoring.scoring_error import ScoringError

RULES = Rules(
    rubric=Rubric(levels=("U", "M", "S", "P"), criteria={"C1": Criterion(25), "C2": Criterion(75)}),
    injects={
        "text": InjectRule(weight=6, criteria=("C1", "C2"), due=360, target=120),
        "choice": InjectRule(weight=3, due=300),
        "reason": InjectRule(weight=1, criteria=("C1",)),
        "empty": InjectRule(weight=0),
    },
)
TIMED = Rules(RULES.rubric, RULES.injects, time_weight=Fraction(1, 5))


def line(record, rules=RULES):
    return next(line for line in explain(rules, [record], "Azul") if line.inject == record.inject)


def refusal(*records, rules=RULES):
    with pytest.raises(ScoringError) as refused:
        explain(rules, records, "Azul")
    return refused.value


def test_every_inject_has_its_line_in_the_order_of_the_rules():
    lines = explain(RULES, [Record("Azul", "choice", value=3)], "Azul")
    assert [line.inject for line in lines] == ["text", "choice", "reason", "empty"]
    assert [line.why for line in lines] == ["not_delivered", "by_option", "not_delivered", "not_delivered"]
    assert [line.counted for line in lines] == [False, True, False, False]


def test_records_of_other_teams_are_none_of_its_business():
    assert explain(RULES, [Record("Verde", "choice", value=3)], "Azul") == explain(RULES, [], "Azul")


def test_a_rated_text_shows_its_criteria_its_quality_and_its_credit():
    rated = line(Record("Azul", "text", seconds=240, ratings={"C1": (3,), "C2": (1, 2)}))
    assert rated.criteria == {"C1": 1, "C2": Fraction(1, 2)}
    assert (rated.quality, rated.credit, rated.weight) == (Fraction(5, 8), Fraction(3, 4), 6)
    assert (rated.counted, rated.why) == (True, "rated")


def test_a_choice_is_rated_by_itself():
    chosen = line(Record("Azul", "choice", value=2, seconds=100))
    assert (chosen.quality, chosen.credit, chosen.why) == (Fraction(2, 3), 1, "by_option")


def test_a_rationale_counts_half_beside_its_option():
    assert line(Record("Azul", "reason", value=3, ratings={"C1": (0,)})).quality == Fraction(1, 2)


def test_until_each_criterion_has_its_ratings_a_response_waits():
    waiting = line(Record("Azul", "text", ratings={"C1": (3,)}))
    assert (waiting.quality, waiting.counted, waiting.why) == (None, True, "awaiting_ratings")
    two = Rules(RULES.rubric, RULES.injects, ratings_needed=2)
    assert line(Record("Azul", "reason", ratings={"C1": (3,)}), two).why == "awaiting_ratings"
    assert line(Record("Azul", "reason", ratings={"C1": (3, None)}), two).quality == 1


def test_what_nobody_observed_leaves_the_score():
    unseen = line(Record("Azul", "reason", ratings={"C1": (None,)}))
    assert (unseen.quality, unseen.counted, unseen.why) == (None, False, "not_observed")


def test_a_lapse_is_the_lowest_level_on_each_criterion_without_credit():
    lapsed = line(Record("Azul", "text", "lapsed"))
    assert (lapsed.quality, lapsed.credit, lapsed.counted, lapsed.why) == (0, 0, True, "lapsed")
    assert lapsed.criteria == {"C1": 0, "C2": 0}


@pytest.mark.parametrize("state", ["void", "withdrawn", "skipped", "declined"])
def test_what_the_team_is_not_answerable_for_leaves_numerator_and_denominator(state):
    left = line(Record("Azul", "text", state, ratings={"C1": (0,)}))
    assert (left.counted, left.quality, left.credit, left.why) == (False, None, None, state)


def test_a_late_response_ruled_technical_counts_without_credit():
    late = line(Record("Azul", "choice", "late", value=3), TIMED)
    assert (late.quality, late.credit, late.why) == (1, 0, "late")


def test_haste_below_the_second_lowest_level_earns_nothing():
    assert line(Record("Azul", "choice", value=0, seconds=1)).credit == 0
    assert line(Record("Azul", "choice", value=1, seconds=1)).credit == 1


def test_without_a_time_weight_nobody_needs_a_clock():
    assert line(Record("Azul", "choice", value=3)).credit is None
    assert line(Record("Azul", "reason", value=3, seconds=9, ratings={"C1": (3,)})).credit is None


def test_an_inject_of_no_weight_is_not_counted():
    assert (line(Record("Azul", "empty")).counted, line(Record("Azul", "empty")).why) == (False, "weightless")


@pytest.mark.parametrize(
    ("code", "record", "rules"),
    [
        ("unknown_inject", Record("Azul", "99"), RULES),
        ("unknown_state", Record("Azul", "text", "lost"), RULES),
        ("missing_value", Record("Azul", "choice"), RULES),
        ("criterion_not_asked", Record("Azul", "reason", ratings={"C2": (3,)}), RULES),
        ("level_outside", Record("Azul", "reason", ratings={"C1": (4,)}), RULES),
        ("level_outside", Record("Azul", "reason", ratings={"C1": (-1,)}), RULES),
        ("missing_seconds", Record("Azul", "choice", value=3), TIMED),
        ("missing_due", Record("Azul", "reason", seconds=3), TIMED),
    ],
)
def test_a_record_that_contradicts_the_rules_is_refused(code, record, rules):
    assert refusal(record, rules=rules).code == code


def test_two_records_of_one_response_are_refused():
    record = Record("Azul", "choice", value=3)
    refused = refusal(record, record)
    assert (refused.code, refused.parameters) == ("record_twice", {"team": "Azul", "inject": "choice"})


def test_a_criterion_is_the_mean_of_its_rated_responses_weighted_by_inject():
    lines = explain(
        RULES,
        [
            Record("Azul", "text", ratings={"C1": (3,), "C2": (0,)}),
            Record("Azul", "reason", "lapsed"),
            Record("Azul", "choice", value=3),
        ],
        "Azul",
    )
    assert criterion_quality(lines) == {"C1": Fraction(6, 7), "C2": 0}
    assert criterion_quality(explain(RULES, [], "Azul")) == {}
