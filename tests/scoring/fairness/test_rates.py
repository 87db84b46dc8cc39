"""Selection rates by group, in teams and in women, with an alarm at four fifths."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.fairness.rates import Applicant, Count, Row, selection_rates
from scoring.scoring_error import ScoringError


def team(number, seats, size=5, **attributes):
    return Applicant(f"t{number:02}", size, seats, attributes)


TEAMS = [
    team(1, 5, language="es"),
    team(2, 3, language="es"),
    team(3, 0, language="es"),
    team(4, 0, language="pt", size=4),
    team(5, 4, language="pt", size=4),
    team(6, 0),
]


def test_teams_and_women_are_counted_by_group_and_in_all():
    report = selection_rates(TEAMS, ["language"])
    (table,) = report.tables
    assert (report.total.teams, report.total.women) == (Count(6, 3), Count(28, 12))
    assert [(row.value, row.teams, row.women) for row in table.rows] == [
        ("", Count(1, 0), Count(5, 0)),
        ("es", Count(3, 2), Count(15, 8)),
        ("pt", Count(2, 1), Count(8, 4)),
    ]
    assert [row.teams.rate for row in table.rows] == [0, Fraction(2, 3), Fraction(1, 2)]


def test_a_rate_below_four_fifths_of_the_highest_raises_an_alarm():
    rows = {row.value: row for row in selection_rates(TEAMS, ["language"]).tables[0].rows}
    assert (rows["pt"].ratio_teams, rows["pt"].ratio_women, rows["pt"].alarm) == (
        Fraction(3, 4),
        Fraction(15, 16),
        True,
    )
    assert (rows["es"].ratio_teams, rows["es"].alarm) == (1, False)
    assert (rows[""].ratio_women, rows[""].alarm) == (0, True)


def test_exactly_four_fifths_raises_none():
    teams = [team(each, 5 * (each < 5), level="national") for each in range(10)]
    teams += [team(each, 5 * (each < 14), level="local") for each in range(10, 20)]
    rows = selection_rates(teams, ["level"]).tables[0].rows
    assert [(row.value, row.ratio_teams, row.alarm) for row in rows] == [
        ("local", Fraction(4, 5), False),
        ("national", 1, False),
    ]


def test_where_nobody_was_selected_there_is_nothing_to_compare_with():
    (row,) = selection_rates([team(1, 0, level="local")], ["level"]).tables[0].rows
    assert (row.teams.rate, row.ratio_teams, row.ratio_women, row.alarm) == (0, None, None, False)


def test_where_nobody_applied_there_is_no_rate():
    assert selection_rates([], ["level"]).total == Row("", Count(0, 0), Count(0, 0))
    assert Count(0, 0).rate is None


@pytest.mark.parametrize(
    ("code", "teams"),
    [
        ("applicant_twice", [team(1, 0), team(1, 5)]),
        ("seats_outside", [team(1, 6)]),
        ("seats_outside", [team(1, -1)]),
        ("seats_outside", [team(1, 0, size=0)]),
    ],
)
def test_applicants_that_contradict_themselves_are_refused(code, teams):
    with pytest.raises(ScoringError) as refused:
        selection_rates(teams, [])
    assert (refused.value.code, refused.value.parameters["id"]) == (code, "t01")


@given(st.lists(st.tuples(st.integers(1, 6), st.booleans(), st.sampled_from("abc")), max_size=20))
def test_groups_add_up_to_the_whole(some):
    teams = [team(number, size * chosen, size, group=group) for number, (size, chosen, group) in enumerate(some)]
    report = selection_rates(teams, ["group"])
    for kind in ("teams", "women"):
        counts = [getattr(row, kind) for row in report.tables[0].rows]
        whole = Count(sum(one.applied for one in counts), sum(one.selected for one in counts))
        assert getattr(report.total, kind) == whole
