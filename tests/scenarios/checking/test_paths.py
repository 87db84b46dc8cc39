"""The ways a team can take: what is reached on some path, and what a team can earn on each."""

import pytest

from injects.condition import parse_condition
from injects.inject import Inject
from scenarios.checking.paths import explore
from scenarios.load import read_scenario_text
from tests.scenarios.cases import RATED, RUBRIC, TEXT

SETS = "kind: choice, due: 5m, options: [{id: A, label: a, value: 1, sets: [f]}, {id: B, label: b}]"


def found(*injects, flags="{f: uno, g: dos}", duration="60m"):
    lines = "".join(f"- {{title: t, {inject}}}\n" for inject in injects)
    text = f"{RATED.replace('60m', duration)}{RUBRIC}flags: {flags}\ninjects:\n{lines}"
    findings = read_scenario_text(text, "azul.yaml")[1]
    quiet = ("flag_never", "too_close", "too_many_open", "nothing_scored")
    return [finding for finding in findings if not finding.code.startswith(quiet)]


def codes(*injects):
    return [finding.code for finding in found(*injects)]


def weighing(weight, more):
    return f"{more}, ask: {{{TEXT}, weight: {weight}}}"


def test_branches_of_equal_weight_are_fair():
    ask = f"id: a, at: 0, ask: {{{SETS}}}"
    assert codes(ask, weighing(5, "id: b, at: 9m, if: f"), weighing(5, "id: c, at: 9m, if: not f")) == []


def test_branches_of_unequal_weight_are_named_with_the_ways_that_lead_there():
    ask = f"id: a, at: 0, ask: {{{SETS}}}"
    [finding] = found(ask, weighing(5, "id: b, at: 9m, if: f"), weighing(2, "id: c, at: 9m, if: not f"))
    assert (finding.code, finding.severity, finding.parameters) == (
        "unequal_paths",
        "error",
        {"lightest": 3, "heaviest": 6, "light_path": "a: B", "heavy_path": "a: A"},
    )


@pytest.mark.parametrize(
    "condition",
    [
        "chose('a', 'A') and chose('a', 'B')",
        "answered('a') and lapsed('a')",
        "chose('a', 'A') and not f",
        "delivered('b')",
    ],
)
def test_what_cannot_be_true_together_is_on_no_path(condition):
    ask = f"id: a, at: 0, ask: {{{SETS}}}"
    assert codes(ask, weighing(5, f'id: b, at: 9m, if: "{condition}"')) == ["unreachable_inject"]


def test_a_choice_among_several_can_be_all_of_them_or_none():
    ask = f"id: a, at: 0, ask: {{{SETS.replace('choice', 'choices')}}}"
    both = "chose('a', 'A') and chose('a', 'B')"
    neither = "answered('a') and not chose('a', 'A') and not chose('a', 'B')"
    assert codes(ask, f'id: b, at: 9m, if: "{both}"', f'id: c, at: 9m, if: "{neither}"') == ["unreachable_inject"]


def test_a_condition_sees_only_what_came_before_it():
    later = f"id: z, at: 20m, ask: {{{SETS}}}"
    assert codes(weighing(5, "id: b, at: 9m, if: f"), later) == ["unreachable_inject"]
    assert codes(weighing(5, "id: b, at: 9m, if: not f"), later) == []


def test_what_follows_a_skipped_inject_is_skipped_too():
    ask = f"id: a, at: 0, ask: {{{SETS}}}"
    follower = weighing(5, "id: c, after: {inject: b}")
    assert codes(ask, "id: b, at: 9m, if: f", follower) == ["unequal_paths"]
    assert codes(ask, "id: b, at: 9m", follower) == []
    assert codes(ask, "id: b, at: 9m, if: f and not f", "id: c, after: {inject: b}") == ["unreachable_inject"] * 2


def test_an_inject_may_follow_one_that_stands_below_it():
    assert codes("id: c, after: {inject: b}, if: delivered('b')", "id: b, at: 9m") == []


def test_flags_that_only_a_facilitator_sets_are_set_or_not():
    assert codes(weighing(5, "id: a, at: 0, if: g")) == ["unequal_paths"]
    assert codes(weighing(5, "id: a, at: 0, if: g"), weighing(5, "id: b, at: 0, if: not g")) == []


def test_what_is_pressed_by_hand_may_come_late_or_never():
    ask = f"id: a, at: 0, ask: {{{SETS}}}"
    manual = "id: m, manual: true, if: f, sets: [g]"
    assert codes(manual, ask, "id: n, after: {inject: m}") == []
    assert codes(weighing(5, "id: m, manual: true")) == []
    assert codes("id: m, manual: true, sets: [g]", weighing(5, "id: b, at: 9m, if: g")) == ["unequal_paths"]


def test_an_acknowledgement_without_a_deadline_never_lapses():
    assert codes("id: a, at: 0, ask: {kind: acknowledge}", "id: b, at: 9m, if: lapsed('a')") == ["unreachable_inject"]


def test_a_delivery_makes_its_flags_true():
    assert codes("id: a, at: 0, sets: [f]", weighing(5, "id: b, at: 9m, if: f and delivered('a')")) == []


def injects(count):
    asks = [
        Inject(id=f"a{n}", title="t", at=f"{n}s", ask={"kind": "text", "due": "1s", "criteria": ["C1"]})
        for n in range(count)
    ]
    told = [Inject(id=f"b{n}", title="t", at="1h", if_=f"answered('a{n}')") for n in range(count)]
    conditions = {count + n: parse_condition(inject.if_) for n, inject in enumerate(told)}
    return (*asks, *told), conditions


def test_up_to_4096_combinations_are_all_walked_and_more_are_sampled_the_same_way_each_time():
    whole, sample = explore(*injects(12)), explore(*injects(13))
    assert (whole.combinations, len(whole.walked), whole.sampled) == (4096, 4096, False)
    assert (sample.combinations, len(sample.walked), sample.sampled) == (8192, 1000, True)
    assert sample.walked == explore(*injects(13)).walked


def test_too_many_choices_are_tried_one_by_one_and_in_the_first_combinations():
    options = [{"id": f"A{n}", "label": "a"} for n in range(12)]
    ask = Inject(id="a", title="t", at="0", ask={"kind": "choices", "due": "5m", "options": options})
    told = [Inject(id=f"b{n}", title="t", at="9m", if_=f"chose('a', 'A{n}')") for n in range(12)]
    paths = explore((ask, *told), {n: parse_condition(one.if_) for n, one in enumerate(told, start=1)})
    assert paths.combinations == 64 + 6
    assert all(paths.together(place) for place in range(13))
    assert paths.together(1, 2)
