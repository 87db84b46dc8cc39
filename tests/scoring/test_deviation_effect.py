"""What each deviation did to each team's score and place."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from scoring.deviation_effect import deviation_effects, with_record, with_state
from scoring.record import Record
from scoring.rubric import Criterion, Rubric
from scoring.rules import InjectRule, Rules
from scoring.scoring_error import ScoringError
from scoring.standings import compute_standings
from tests.scoring.drills import TEAMS, drills, unhurried

RULES = Rules(Rubric(("U", "M", "S", "P"), {"C1": Criterion(1)}), {"01": InjectRule(1), "02": InjectRule(1)})
RECORDS = [
    Record("Azul", "01", value=3),
    Record("Azul", "02", "void", value=0),
    Record("Verde", "01", value=2),
    Record("Verde", "02", value=2),
]


def effects(**without):
    return {
        (one.deviation, one.team): (one.score, one.place, one.changes)
        for one in deviation_effects(RULES, RECORDS, ["Verde", "Azul"], without)
    }


def test_an_inject_that_was_voided_for_one_team_gave_her_points_and_cost_another_a_place():
    assert effects(void=with_state(RECORDS, "Azul", "02", "answered")) == {
        ("void", "Azul"): (Decimal("50.00"), -1, True),
        ("void", "Verde"): (Decimal("0.00"), 1, True),
    }


def test_a_deviation_without_effect_says_so():
    assert effects(hint=RECORDS) == {
        ("hint", "Azul"): (Decimal("0.00"), 0, False),
        ("hint", "Verde"): (Decimal("0.00"), 0, False),
    }


def test_a_proxy_entry_is_compared_with_the_lapse_it_stands_for():
    lapsed = with_record(RECORDS, Record("Verde", "02", "lapsed"))
    assert effects(proxy=lapsed)["proxy", "Verde"] == (Decimal("33.34"), 0, True)


def test_where_a_side_has_no_score_there_is_no_difference_and_both_sides_are_there():
    missing = [record for record in RECORDS if record.team != "Verde"]
    (azul, verde) = deviation_effects(RULES, RECORDS, TEAMS[::2], {"skip": missing})
    assert (azul.team, azul.score, azul.place) == ("Azul", Decimal("0.00"), 0)
    assert (verde.score, verde.place, verde.changes) == (None, None, True)
    assert (verde.now.place, verde.without.place) == (2, None)


def test_a_record_takes_the_place_of_the_one_it_corrects_or_stands_beside_the_others():
    assert with_record(RECORDS, Record("Azul", "02", value=1))[-1] == Record("Azul", "02", value=1)
    assert len(with_record(RECORDS, Record("Azul", "02", value=1))) == 4
    assert len(with_record(RECORDS, Record("Azul", "03"))) == 5
    assert with_state(RECORDS, "Rojo", "01", "void") == tuple(RECORDS)


def test_records_that_contradict_the_rules_are_refused():
    with pytest.raises(ScoringError) as refused:
        effects(bad=[*RECORDS, Record("Azul", "09")])
    assert refused.value.code == "unknown_inject"


@unhurried
@given(drills)
def test_differences_are_those_of_the_standings(drill):
    rules, records = drill
    rules = replace(rules, ties=tuple(tie for tie in rules.ties if tie != "draw"))
    without = {"void": [replace(one, state="void") if one.team == "Azul" else one for one in records], "none": records}
    found = deviation_effects(rules, records, TEAMS, without)
    assert [(one.deviation, one.team) for one in found] == [(name, team) for name in ("none", "void") for team in TEAMS]
    now = {one.team: one for one in compute_standings(rules, records, TEAMS)}
    then = {one.team: one for one in compute_standings(rules, without["void"], TEAMS)}
    for one in found:
        assert one.now == now[one.team]
        assert one.without == (then if one.deviation == "void" else now)[one.team]
        assert one.deviation == "void" or not one.changes
