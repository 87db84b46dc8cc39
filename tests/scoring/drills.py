"""Drills that hypothesis makes up from one number each: any rules, any records, in no time.

Drawing every field by itself took twenty times as long and ran into hypothesis' own time limit.
"""

from fractions import Fraction
from random import Random

from hypothesis import settings
from hypothesis import strategies as st

from scoring.record import LEAVING, Record
from scoring.rubric import Criterion, Rubric
from scoring.rules import InjectRule, Rules

TEAMS = ("Azul", "Rojo", "Verde")
CRITERIA = ("C1", "C2", "C3")
LEVELS = ("U", "M", "S", "P")
TIES = ("quality", "C1", ("C2", "C3"), "lowest", "draw")
STATES = ("answered",) * 7 + ("late", "lapsed", *sorted(LEAVING))

# A busy machine makes an example slow, not wrong.
unhurried = settings(deadline=None)


def make_weight(random):
    return random.choice((0, 1, 1, 2, 7, Fraction(5, 2), Fraction(1, 3)))


def make_inject(random):
    criteria = tuple(random.sample(CRITERIA, random.randint(0, 3)))
    due = random.choice((0, 90, 300, 900))
    return InjectRule(make_weight(random), criteria, due, random.choice((None, 0, 60, 299, 900)))


def make_rules(random):
    """Make up rules in which every inject can be timed."""
    return Rules(
        rubric=Rubric(LEVELS, {name: Criterion(make_weight(random)) for name in CRITERIA}),
        injects={f"{number:02}": make_inject(random) for number in range(random.randint(1, 4))},
        time_weight=random.choice((Fraction(0), Fraction(1, 10), Fraction(1, 5))),
        penalties={team: Fraction(random.randint(0, 20)) for team in TEAMS if random.random() < 0.3},
        ties=tuple(random.sample(TIES, random.randint(0, 5))),
        ratings_needed=random.randint(1, 2),
        randomness="2026./",
    )


def make_record(random, rules, team, inject):
    """Make up what became of *inject* for *team*, mostly answered and rated."""
    rule = rules.injects[inject]
    several = range(random.randint(rules.ratings_needed, 4))
    return Record(
        team=team,
        inject=inject,
        state=random.choice(STATES),
        value=None if rule.criteria and random.random() < 0.5 else random.randint(-2, 5),
        seconds=random.choice((0, 59, 60, 61, 200, 300, 360, 361, 900, 961)),
        ratings={
            name: tuple(random.choice((None, 0, 1, 2, 3)) for _ in several)
            for name in rule.criteria
            if random.random() < 0.95
        },
    )


def make_drill(number):
    """Make up rules and the records of all teams; one inject in six was not delivered."""
    random = Random(number)
    rules = make_rules(random)
    delivered = [(team, inject) for team in TEAMS for inject in rules.injects if random.random() < 5 / 6]
    return rules, [make_record(random, rules, team, inject) for team, inject in delivered]


drills = st.integers(0, 2**32 - 1).map(make_drill)
