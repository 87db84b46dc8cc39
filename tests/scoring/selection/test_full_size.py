"""A whole call: 300 seats, 80 teams, 13 countries, caps and floors."""

from fractions import Fraction
from random import Random
from time import perf_counter

import pytest

from scoring.selection.candidate import Candidate
from scoring.selection.quota import Cap, Floor
from scoring.selection.selection import select
from scoring.selection.selection_rules import SelectionRules

SUB = {"level": "sub-national"}
FRENCH = {"language": "fr"}


def full_call(method, seed="call", seats=300):
    random = Random(seed)
    teams = [
        Candidate(
            id=f"team-{number:02}",
            size=random.randrange(3, 7),
            merit=Fraction(random.randrange(5500, 9800), 100),
            attributes={
                "country": f"country-{random.randrange(13):02}",
                "level": "sub-national" if random.random() < 0.3 else "national",
                "language": random.choice(("es", "es", "pt", "en", "fr")),
            },
            least=random.choice((None, 3)),
        )
        for number in range(80)
    ]
    floors = (Floor(SUB, 20, "teams"), Floor(FRENCH, 40), Floor({"country": ("country-01", "country-02")}, 30))
    caps = (Cap("country", seats * 15 // 100), Cap("language", 30, "teams"))
    rules = SelectionRules(seats, 60, method, caps, floors, randomness="9319./2.5.8.10.12./", smallest=3)
    return rules, teams


@pytest.mark.parametrize("method", ["ranked", "merit"])
def test_a_whole_call_keeps_its_rules_and_takes_seconds_at_most(method):
    rules, teams = full_call(method)
    begun = perf_counter()
    selection = select(rules, teams)
    taken = perf_counter() - begun

    by_id = {team.id: team for team in teams}
    seats = {by_id[name]: granted for name, granted in selection.seats.items()}
    assert sum(seats.values()) <= rules.seats
    for value in {team.attributes["country"] for team in teams}:
        assert sum(granted for team, granted in seats.items() if team.attributes["country"] == value) <= 45
    relaxed = {relaxation.floor: relaxation.to for relaxation in selection.relaxed}
    served = sum(team.attributes["level"] == "sub-national" for team in seats)
    assert served >= relaxed.get(1, 20)
    # Some 0.2 s (ranked) and 1 s (merit) alone on the machine; the time that design asks for is 5 s.
    assert taken < 15
