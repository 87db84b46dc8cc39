"""Panels and teams that hypothesis makes up from one number each."""

from random import Random

from hypothesis import strategies as st

from scoring.assignment.panel import Evaluator, Unit

LANGUAGES = ("es", "pt", "fr")


def make_units(random, teams, injects):
    """Make up teams with a language each, and a response of each to each inject."""
    spoken = {f"t{team}": random.choice(LANGUAGES) for team in range(teams)}
    return [Unit(team, f"i{inject}", spoken[team]) for team in spoken for inject in range(injects)]


def make_evaluator(random, number, units):
    """Make up an evaluator who reads one language or several and is kept from a few teams."""
    teams = sorted({unit.team for unit in units})
    return Evaluator(
        f"e{number}",
        frozenset(random.sample(LANGUAGES, random.choice((1, 2, 2, 3)))),
        frozenset(team for team in teams if random.random() < 0.15),
        random.choice((None, None, None, random.randint(0, 8))),
    )


def make_case(number):
    """Make up a panel, responses, and how many ratings each needs."""
    random = Random(number)
    units = make_units(random, random.randint(1, 7), random.randint(1, 4))
    panel = [make_evaluator(random, each, units) for each in range(random.randint(1, 7))]
    return panel, units, random.randint(1, 3)


cases = st.integers(0, 2**32 - 1).map(make_case)


def everybody(number, language="es", **facts):
    """Give evaluators who are cleared for everything."""
    return [Evaluator(f"e{each:02}", frozenset({language}), **facts) for each in range(number)]


def every_response(teams, injects, language="es"):
    """Give the responses of teams that write one language."""
    return [Unit(f"t{team:02}", f"i{inject:02}", language) for team in range(teams) for inject in range(injects)]
