"""Candidates and rules for the stories, and whole selections that hypothesis makes up from one number each."""

from fractions import Fraction
from random import Random

from hypothesis import strategies as st

from scoring.selection.candidate import Candidate
from scoring.selection.quota import Cap, Floor
from scoring.selection.selection_rules import SelectionRules

COUNTRIES = ("BR", "CO", "HT")
LEVELS = ("national", "sub-national")


def team(name, size, merit, country="CO", level="national", least=None, **more):
    return Candidate(name, size, Fraction(merit), {"country": country, "level": level, **more}, least)


# notes/domain.md §3.4, RT23: 3 seats, at most 2 per country, at least one sub-national.
RT23 = (
    team("s1", 1, 90, "CO", "sub-national"),
    team("s2", 1, 89, "PE", "sub-national"),
    team("n1", 1, 99, "CO"),
    team("n2", 1, 98, "CO"),
    team("n3", 1, 60, "MX"),
)
# notes/domain.md §3.2: ten seats; the ranking takes T1 and T4, the greatest total is that of T2 and T3.
KNAPSACK = (team("T1", 6, 90), team("T2", 5, 88), team("T3", 5, 87), team("T4", 4, 70))


def make_where(random):
    where = {}
    while not where:
        if random.random() < 0.6:
            where["level"] = random.choice(LEVELS)
        if random.random() < 0.5:
            chosen = random.sample(COUNTRIES, random.choice((1, 1, 2)))
            where["country"] = chosen[0] if len(chosen) == 1 else tuple(chosen)
    return where


def make_rules(random):
    caps, floors = [], []
    for _ in range(random.choice((0, 0, 1, 2))):
        by = random.choice((None, "country", "level"))
        where = make_where(random) if by is None else {}
        caps.append(Cap(by, random.randrange(7), random.choice(("seats", "teams")), where))
    for _ in range(random.randrange(4)):
        floors.append(Floor(make_where(random), random.choice((1, 2, 2, 3, 6)), random.choice(("seats", "teams"))))
    return SelectionRules(
        seats=random.randrange(6, 9),
        threshold=random.choice((None, None, 2)),
        method=random.choice(("ranked", "merit")),
        caps=tuple(caps),
        floors=tuple(floors),
        randomness="9319./2.5.8.10.12./",
        smallest=random.choice((None, None, 1, 2)),
    )


def make_candidates(random, rules):
    # Now and then merits that floating point could not tell apart.
    scale = random.choice((1, 1, 100, 10**20))
    found = []
    for number in range(random.choice((0, 2, 4, 5, 6, 6))):
        size = random.randrange(1, 5)
        merit = random.randrange(1, 7) + Fraction(random.randrange(min(scale, 3)), scale)
        least = random.choice((None, random.randrange(1, size + 1)))
        found.append(team(f"t{number}", size, merit, random.choice(COUNTRIES), random.choice(LEVELS), least))
    return found


def make_selection(seed):
    """Give rules that do not contradict themselves, and candidates."""
    random = Random(seed)
    while True:
        try:
            rules = make_rules(random)
        except ValueError:
            continue
        return rules, make_candidates(random, rules)


selections = st.integers(0, 10**9).map(make_selection)
