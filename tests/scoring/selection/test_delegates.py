"""Who goes to the Summit: one of an institution, a cap per country, alternates in order."""

from scoring.selection.delegates import delegate_rules, select_delegates
from tests.scoring.selection.candidates import team


def entry(name, merit, country, institution):
    return team(name, 5, merit, country, institution=institution, least=2)


TEAMS = (
    entry("a", 95, "CO", "ministry"),
    entry("b", 94, "CO", "ministry"),
    entry("c", 93, "CO", "port"),
    entry("d", 92, "CO", "bank"),
    entry("e", 91, "HT", "ministry of Haiti"),
    entry("f", 90, "PE", "ministry of Peru"),
)


def test_one_delegate_of_an_institution_and_a_cap_per_country():
    chosen = select_delegates(delegate_rules(3, per_country=2), TEAMS, alternates=2)
    assert (chosen.delegates, chosen.alternates) == (("a", "c", "e"), ("b", "d"))
    codes = {name: (reason.code, reason.parameters.get("cap")) for name, reason in chosen.selection.reasons.items()}
    assert (codes["b"], codes["d"], codes["f"]) == (("cap_reached", 1), ("cap_reached", 2), ("too_few_seats", None))


def test_without_a_cap_per_country_only_institutions_count_and_all_others_stand_by():
    chosen = select_delegates(delegate_rules(3), TEAMS)
    assert (chosen.delegates, chosen.alternates) == (("a", "c", "d"), ("b", "e", "f"))


def test_a_tie_for_the_last_place_is_drawn():
    tied = [entry("x", 90, "BR", "one"), entry("y", 90, "PE", "two")]
    chosen = select_delegates(delegate_rules(1, randomness="9319./"), tied)
    assert sorted([*chosen.delegates, *chosen.alternates]) == ["x", "y"]
