"""What an assignment lacks, said before STARTEX (rules.md 33)."""

from dataclasses import replace
from fractions import Fraction

from scoring.assignment.assign import assign
from scoring.assignment.check import check_assignment
from scoring.assignment.panel import Evaluator, Unit
from scoring.finding import Finding
from tests.scoring.assignment.panels import every_response, everybody


def codes(findings):
    return [finding.code for finding in findings]


def only(findings, code):
    return [finding.parameters for finding in findings if finding.code == code]


def test_a_good_assignment_has_nothing_to_be_said():
    units = every_response(6, 3)
    assert assign(everybody(5), units, 2, "2026").findings == ()


def test_a_language_that_fewer_than_three_may_rate_is_named():
    panel = [*everybody(3), Evaluator("fay", frozenset({"fr"})), Evaluator("gil", frozenset({"fr"}), frozenset({"f"}))]
    units = [*every_response(4, 2), Unit("f", "i00", "fr")]
    assert only(assign(panel, units, 1, "2026").findings, "language_short") == [
        {"language": "fr", "evaluators": ("fay",), "count": 1, "least": 3}
    ]


def test_a_team_that_too_few_may_rate_is_named_and_so_is_each_of_its_responses():
    panel = [replace(one, excluded=frozenset({"t00"})) for one in everybody(3)] + everybody(4)[3:]
    findings = assign(panel, every_response(2, 2), 2, "2026").findings
    assert only(findings, "team_short") == [
        {"team": "t00", "language": "es", "evaluators": ("e03",), "count": 1, "needed": 2}
    ]
    assert only(findings, "unit_short") == [
        {"team": "t00", "inject": inject, "count": 1, "needed": 2} for inject in ("i00", "i01")
    ]


def test_pieces_are_named_with_two_that_miss_a_link():
    panel = [*everybody(3), *(replace(one, id=f"f{one.id}", languages=frozenset({"fr"})) for one in everybody(3))]
    units = [
        *every_response(3, 2),
        *(replace(unit, team=f"f{unit.team}", language="fr") for unit in every_response(3, 2)),
    ]
    es, fr = ("e00", "e01", "e02"), ("fe00", "fe01", "fe02")
    assert assign(panel, units, 2, "2026").findings == (
        Finding("in_pieces", {"pieces": (es, fr), "between": (es, fr)}),
    )


def test_an_anchor_response_that_both_rate_is_a_link():
    panel = [Evaluator("ana", frozenset({"es"})), Evaluator("fay", frozenset({"fr"}))]
    units = [Unit("a", "1", "es"), Unit("f", "1", "fr")]
    on = {units[0].place: ("ana",), units[1].place: ("fay",)}
    assert "in_pieces" in codes(check_assignment(panel, units, 2, on))
    assert "in_pieces" not in codes(check_assignment(panel, units, 2, on, shared=[("ana", "fay")]))
    assert "in_pieces" in codes(check_assignment(panel, units, 1, on, shared=[("ana",)]))
    assert "in_pieces" not in codes(check_assignment(panel, units, 1, on))


def test_who_has_nothing_too_much_or_twice_the_mean_is_named():
    panel = [*everybody(4), Evaluator("zoe", frozenset({"es"}), most=1)]
    units = every_response(7, 1)
    on = {unit.place: ("e00",) for unit in units[:5]} | {unit.place: ("zoe",) for unit in units[5:]}
    findings = check_assignment(panel, units, 1, on)
    assert only(findings, "without_units") == [{"evaluator": name} for name in ("e01", "e02", "e03")]
    assert only(findings, "overload") == [{"evaluator": "zoe", "units": 2, "most": 1}]
    assert only(findings, "heavy_load") == [{"evaluator": "e00", "units": 5, "mean": Fraction(7, 5)}]


def test_pairs_that_repeat_and_evaluators_who_meet_too_few_are_named_where_there_are_four():
    units = every_response(8, 1)
    on = {unit.place: ("e00", "e01") if number < 4 else ("e02", "e03") for number, unit in enumerate(units)}
    findings = check_assignment(everybody(4), units, 2, on)
    assert only(findings, "pair_repeated") == [
        {"evaluators": ("e00", "e01"), "units": 4, "of": 8},
        {"evaluators": ("e02", "e03"), "units": 4, "of": 8},
    ]
    assert only(findings, "few_partners")[0] == {"evaluator": "e00", "partners": ("e01",), "least": 3}
    alone = {unit.place: ("e00", "e01") for unit in units}
    assert "pair_repeated" not in codes(check_assignment(everybody(2), units, 2, alone))


def test_who_could_meet_no_more_than_two_is_not_blamed():
    reads = [{"es"}, {"es"}, {"es", "fr"}, {"fr"}]
    panel = [Evaluator(f"e{number}", frozenset(each)) for number, each in enumerate(reads)]
    findings = assign(
        panel, [*every_response(4, 4), Unit("f", "i00", "fr"), Unit("f", "i01", "fr")], 2, "2026"
    ).findings
    assert only(findings, "few_partners") == []


def test_who_is_on_what_is_not_asked_of_responses_that_are_no_more():
    units = every_response(1, 1)
    assert check_assignment(everybody(3), [], 1, {units[0].place: ("e00",)}) == ()
