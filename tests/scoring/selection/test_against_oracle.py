"""Both methods against a search of everything, and the same people whatever the order."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.selection.document import selection_document
from scoring.selection.selection import select
from tests.scoring.selection.candidates import make_selection, selections
from tests.scoring.selection.oracle import select_by_trying


@settings(deadline=None, max_examples=80)
@given(selections)
def test_a_selection_is_what_trying_everything_finds(made):
    rules, candidates = made
    seats, minimums, reasons, total = select_by_trying(rules, candidates)

    selection = select(rules, candidates)

    assert selection.seats == seats
    assert selection.total == total == selection.certificate.total
    kept = {relaxation.floor: relaxation.to for relaxation in selection.relaxed}
    assert [kept.get(number, floor.min) for number, floor in enumerate(rules.floors, 1)] == minimums
    if rules.method == "ranked":
        told = {name: reason for name, reason in selection.reasons.items() if reason.code != "below_threshold"}
        told = {name: reason.parameters.get("because", reason) for name, reason in told.items()}
        found = {name: (reason.code, reason.parameters.get("cap")) for name, reason in told.items()}
        assert {name: why for name, why in found.items() if why[0] != "selected"} == reasons


@settings(deadline=None, max_examples=25)
@given(selections, st.integers())
def test_shuffled_candidates_give_the_same_document(made, seed):
    rules, candidates = made
    shuffled = Random(seed).sample(candidates, len(candidates))

    assert selection_document(rules, select(rules, shuffled)) == selection_document(rules, select(rules, candidates))


@settings(deadline=None, max_examples=30)
@given(selections)
def test_everybody_is_told_why_and_stands_in_one_place_only(made):
    rules, candidates = made
    selection = select(rules, candidates)

    assert sorted(selection.ranking) == sorted(selection.reasons) == sorted(candidate.id for candidate in candidates)
    below = [name for name, reason in selection.reasons.items() if reason.code == "below_threshold"]
    assert sorted([*selection.selected, *selection.waitlist, *below]) == sorted(selection.ranking)
    assert list(selection.waitlist) == [name for name in selection.ranking if name in selection.waitlist]
    selected = [name for name, reason in selection.reasons.items() if reason.code in ("selected", "reduced")]
    assert sorted(selected) == sorted(selection.seats)


def test_made_selections_meet_every_reason():
    # What the tests above try is worth something only if it is varied.
    made = [make_selection(seed) for seed in range(60)]
    codes = {reason.code for rules, candidates in made for reason in select(rules, candidates).reasons.values()}
    assert codes == {
        "selected", "reduced", "below_threshold", "cap_reached", "too_few_seats", "floor_needed",
        "not_best", "equally_good", "never_possible",
    }  # fmt: skip
