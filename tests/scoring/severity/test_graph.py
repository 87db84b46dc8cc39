"""Who can be compared with whom."""

import pytest
from hypothesis import given

from scoring.rating import Rating
from scoring.scoring_error import ScoringError
from scoring.severity.fit import fit_severity
from scoring.severity.graph import Group, Link, groups_of, missing_links
from tests.scoring.drills import unhurried
from tests.scoring.vectors import some_ratings

APART = [
    Rating("7", "Edo", 1),
    Rating("8", "Edo", 1),
    Rating("9", "Eun", 2),
    Rating("9", "Ana", 2),
    Rating("5", "Zoe", 3),
]


def test_raters_who_share_no_unit_are_in_groups_of_their_own():
    assert groups_of(APART) == (
        Group(("Ana", "Eun"), ("9",)),
        Group(("Edo",), ("7", "8")),
        Group(("Zoe",), ("5",)),
    )


def test_the_missing_links_are_named_and_are_enough():
    links = missing_links(groups_of(APART))
    assert links == (Link("Ana", "7"), Link("Ana", "5"))
    assert len(groups_of([*APART, *(Rating(link.unit, link.rater, 0) for link in links)])) == 1


def test_a_chain_of_shared_units_links_the_two_at_its_ends():
    chain = [Rating(str(n), name, 1) for n, both in enumerate(["DE", "AB", "CD", "BC"]) for name in both]
    assert groups_of(chain) == (Group(tuple("ABCDE"), tuple("0123")),)


@unhurried
@given(some_ratings)
def test_groups_are_those_of_a_walk_from_rater_to_rater(ratings):
    found = groups_of(ratings)
    shared = {(a.rater, b.rater) for a in ratings for b in ratings if a.unit == b.unit}
    for group in found:
        reached = {group.raters[0]}
        while more := {b for a, b in shared if a in reached} - reached:
            reached |= more
        assert tuple(sorted(reached)) == group.raters
    assert sorted(name for group in found for name in group.raters) == sorted({one.rater for one in ratings})
    assert sorted(unit for group in found for unit in group.units) == sorted({one.unit for one in ratings})


def test_severity_is_refused_with_the_groups_where_they_are_several():
    with pytest.raises(ScoringError) as refused:
        fit_severity(APART)
    groups = groups_of(APART)
    assert refused.value.code == "raters_not_connected"
    assert refused.value.parameters == {"groups": groups, "links": missing_links(groups)}


def test_nothing_falls_into_no_group():
    assert groups_of([]) == ()
