"""What parted equal scores: the step of the tie order that decided, for the team that asks (rules.md 27)."""

from decimal import Decimal
from fractions import Fraction

import pytest

from scoring.places import Contender, award_places
from scoring.rubric import Criterion, Rubric
from scoring.rules import InjectRule, Rules
from scoring.ties import deciding_steps

RUBRIC = Rubric(levels=("U", "M", "S", "P"), criteria={"C1": Criterion(1), "C2": Criterion(1)})


def rules(*ties, randomness=None):
    return Rules(RUBRIC, {"01": InjectRule(1, ("C1", "C2"))}, ties=ties, randomness=randomness)


def team(name, quality="70.00", first=0, second=0, score="70.00"):
    criteria = {"C1": Fraction(first, 3), "C2": Fraction(second, 3)}
    return Contender(name, Decimal(score), Decimal(quality), criteria)


def test_who_has_no_equal_was_parted_by_nothing():
    assert deciding_steps(rules("quality"), [team("Azul"), team("Verde", score="60.00")]) == {}


def test_without_a_tie_order_equals_share_their_place():
    assert deciding_steps(rules(), [team("Azul"), team("Verde")]) == {"Azul": ("shared",), "Verde": ("shared",)}


def test_the_first_step_that_differs_decides():
    told = deciding_steps(rules("quality", "C1"), [team("Azul", quality="71.00", first=1), team("Verde", first=2)])

    assert told == {"Azul": ("quality",), "Verde": ("quality",)}


def test_each_team_reads_the_steps_that_parted_it_from_one_of_its_equals():
    three = [team("Azul", quality="72.00"), team("Rojo", first=2), team("Verde", first=1)]
    told = deciding_steps(rules("quality", "C1"), three)

    assert told == {"Azul": ("quality",), "Rojo": ("quality", "C1"), "Verde": ("quality", "C1")}


@pytest.mark.parametrize(("ties", "last"), [(("quality", "draw"), "draw"), (("quality",), "shared")])
def test_what_nothing_parted_is_drawn_or_shared(ties, last):
    three = [team("Azul"), team("Rojo"), team("Verde", quality="60.00")]
    told = deciding_steps(rules(*ties, randomness="x"), three)

    assert told == {"Azul": ("quality", last), "Rojo": ("quality", last), "Verde": ("quality",)}


def test_a_mean_of_criteria_is_one_step_and_the_places_agree():
    both = [team("Azul", first=3, second=1), team("Verde", first=2, second=1)]
    tied = rules(("C1", "C2"))

    assert deciding_steps(tied, both) == {"Azul": (("C1", "C2"),), "Verde": (("C1", "C2"),)}
    assert award_places(tied, both) == {"Azul": 1, "Verde": 2}
