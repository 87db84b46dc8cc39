"""What is published shows no few people, and nothing from which a few could be worked out."""

from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.fairness.publishing import published_rates
from scoring.fairness.rates import Applicant, selection_rates
from tests.scoring.drills import unhurried

ATTRIBUTES = ("language", "region", "level")


def group(start, applied, selected, size=5, **attributes):
    """Give *applied* teams of *size* women, the first *selected* of them selected."""
    return [
        Applicant(f"t{start + each:03}", size, size if each < selected else 0, attributes) for each in range(applied)
    ]


def shown(report):
    return {(table.attribute, row.value) for table in report.tables for row in table.rows if not row.suppressed}


def test_where_no_group_is_small_everything_is_shown():
    teams = group(0, 12, 6, language="es") + group(20, 10, 5, language="pt")
    assert published_rates(teams, ["language"]) == selection_rates(teams, ["language"])


@pytest.mark.parametrize(("applied", "selected"), [(9, 4), (9, 5), (8, 0), (6, 6), (4, 2)])
def test_a_group_with_few_selected_or_few_not_selected_takes_another_with_it(applied, selected):
    teams = (
        group(0, 20, 9, language="es") + group(20, 14, 6, language="pt") + group(40, applied, selected, language="fr")
    )
    assert shown(published_rates(teams, ["language"])) == {("language", "es")}


def test_a_suppressed_group_is_named_without_a_number_or_ratio():
    teams = group(0, 20, 9, language="es") + group(20, 14, 6, language="pt") + group(40, 4, 4, language="fr")
    rows = {row.value: row for row in published_rates(teams, ["language"]).tables[0].rows}
    assert (rows["fr"].teams, rows["fr"].women, rows["fr"].ratio_teams, rows["fr"].alarm) == (None, None, None, False)
    # The highest rate was that of a group that is not shown, and must not be told by a ratio.
    assert (rows["es"].ratio_teams, rows["es"].ratio_women) == (1, 1)


def test_two_small_groups_hide_each_other_if_they_are_enough_together():
    enough = group(0, 20, 9, language="es") + group(30, 8, 4, language="pt") + group(50, 8, 3, language="fr")
    assert shown(published_rates(enough, ["language"])) == {("language", "es")}
    hardly = group(0, 20, 9, language="es") + group(30, 8, 2, language="pt") + group(50, 8, 1, language="fr")
    assert shown(published_rates(hardly, ["language"])) == set()


def test_another_table_gives_nothing_away():
    # All who speak Portuguese, and nobody else, come from the south: to show the south would show them.
    teams = [
        *group(0, 20, 9, language="es", region="north"),
        *group(30, 12, 6, language="pt", region="south"),
        *group(50, 10, 3, language="fr", region="islands"),
    ]
    alone, both = published_rates(teams, ["language"]), published_rates(teams, ["language", "region"])
    assert shown(alone) == {("language", "es")}
    assert shown(both) == {("language", "es"), ("region", "north")}


def test_a_group_of_everybody_is_the_whole():
    teams = group(0, 20, 9, country="CR", language="es") + group(20, 14, 3, country="CR", language="pt")
    assert shown(published_rates(teams, ["country", "language"])) == {("country", "CR")}


def test_where_the_whole_has_few_nothing_is_shown():
    report = published_rates(group(0, 20, 4, language="es"), ["language"])
    assert report.total.suppressed
    assert shown(report) == set()


def make_teams(number, most=12):
    """Make up a few teams whose attributes hang together now and then."""
    random = Random(number)
    regions = {"es": "north", "pt": "south", "fr": random.choice(("north", "islands"))}
    teams = []
    for each in range(random.randint(4, most)):
        language = random.choice(("es", "es", "pt", "fr"))
        region = regions[language] if random.random() < 0.7 else "islands"
        attributes = {"language": language, "region": region, "level": random.choice(("national", "local"))}
        size = random.randint(1, 2)
        teams.append(Applicant(f"t{each:02}", size, size * (random.random() < 0.5), attributes))
    return teams


def atoms_of(teams, attributes):
    return sorted({tuple((name, one.attributes[name]) for name in attributes) for one in teams})


def interval(atoms, report, target, measure):
    """Find the least and the most that a reader of all that is shown can think of for one hidden cell.

    She knows which combinations of attributes occur, and tries all tables that agree with the report.
    """
    rows = {(table.attribute, row.value): row for table in report.tables for row in table.rows}
    known = [("", report.total), *((name, row) for name, row in rows.items() if not row.suppressed)]
    bounds = tuple(measure(row) for _, row in known)
    uses = [tuple(name == "" or name in atom for name, _ in known) for atom in atoms]

    @cache
    def reach(place, left):
        if place == len(atoms):
            return None if any(left) else (0, 0)
        most = min(rest for rest, used in zip(left, uses[place], strict=True) if used)
        found = []
        for here in range(most + 1):
            rest = tuple(one - here * used for one, used in zip(left, uses[place], strict=True))
            further = reach(place + 1, rest)
            if further:
                own = here if target in atoms[place] else 0
                found.append((further[0] + own, further[1] + own))
        return (min(low for low, _ in found), max(high for _, high in found)) if found else None

    return reach(0, bounds)


MEASURES = {
    "teams selected": lambda row: row.teams.sides[0],
    "teams not selected": lambda row: row.teams.sides[1],
    "teams that applied": lambda row: row.teams.applied,
    "women selected": lambda row: row.women.sides[0],
    "women not selected": lambda row: row.women.sides[1],
    "women who applied": lambda row: row.women.applied,
}


@settings(unhurried, max_examples=50)
@given(st.integers(0, 2**32 - 1).map(make_teams), st.integers(2, 3), st.integers(1, 3))
def test_nobody_who_has_all_that_is_published_can_work_out_a_hidden_number(teams, least, several):
    attributes = ATTRIBUTES[:several]
    report, full = published_rates(teams, attributes, least), selection_rates(teams, attributes)
    if report.total.suppressed:
        assert shown(report) == set()
        return
    for table, truth in zip(report.tables, full.tables, strict=True):
        for row, real in zip(table.rows, truth.rows, strict=True):
            for measure in MEASURES.values() if row.suppressed else ():
                low, high = interval(atoms_of(teams, attributes), report, (table.attribute, row.value), measure)
                assert low <= measure(real) <= high
                assert high - low >= least > 1


def test_a_group_that_could_trade_only_a_few_with_others_is_not_hidden_by_its_size():
    attributes = ("language", "region")
    teams = [
        *group(0, 20, 9, language="es", region="north"),
        *group(20, 20, 9, language="en", region="islands"),
        *group(60, 8, 3, language="fr", region="islands"),
        *group(70, 3, 1, language="fr", region="north"),
        *group(80, 3, 1, language="pt", region="north"),
        *group(90, 12, 6, language="pt", region="south"),
    ]
    report = published_rates(teams, attributes)
    for table in report.tables:
        for row in table.rows:
            if row.suppressed:
                target = (table.attribute, row.value)
                low, high = interval(atoms_of(teams, attributes), report, target, MEASURES["teams selected"])
                assert high - low >= 5


@pytest.mark.parametrize(("number", "needless"), [(19, ("region", "north")), (135, ("language", "es"))])
def test_what_was_hidden_first_and_is_not_needed_in_the_end_is_shown(number, needless):
    report = published_rates(make_teams(number, 60), ATTRIBUTES)
    assert needless in shown(report)
    assert len(shown(report)) < len({(table.attribute, row.value) for table in report.tables for row in table.rows})


@settings(unhurried, max_examples=50)
@given(st.integers(0, 2**32 - 1).map(lambda number: make_teams(number, 60)))
def test_what_is_shown_is_true_and_never_small(teams):
    report, full = published_rates(teams, ATTRIBUTES), selection_rates(teams, ATTRIBUTES)
    for table, truth in zip(report.tables, full.tables, strict=True):
        for row, real in zip(table.rows, truth.rows, strict=True):
            if not row.suppressed:
                assert (row.teams, row.women) == (real.teams, real.women)
                assert min(*row.teams.sides, *row.women.sides) >= 5


@settings(unhurried, max_examples=50)
@given(st.integers(0, 2**32 - 1).map(make_teams), st.randoms(use_true_random=False))
def test_the_order_of_applicants_is_irrelevant(teams, random):
    expected = published_rates(teams, ATTRIBUTES, 2)
    random.shuffle(teams)
    assert published_rates(teams, ATTRIBUTES, 2) == expected
