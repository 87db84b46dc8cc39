"""Drills that hypothesis makes up: any rules, any records, for the properties of standings."""

from fractions import Fraction

from hypothesis import strategies as st

from scoring.record import LEAVING, Record
from scoring.rubric import Criterion, Rubric
from scoring.rules import InjectRule, Rules

TEAMS = ("Azul", "Rojo", "Verde")
CRITERIA = ("C1", "C2", "C3")
LEVELS = ("U", "M", "S", "P")
TIES = ("quality", "C1", ("C2", "C3"), "lowest", "draw")

weights = st.one_of(st.integers(0, 9), st.fractions(0, 9, max_denominator=8))
levels = st.one_of(st.none(), st.integers(0, 3), st.integers(0, 3))


@st.composite
def rules(draw):
    """Make up rules in which every inject can be timed."""
    due = draw(st.integers(0, 900))
    inject = st.builds(
        InjectRule,
        weight=weights,
        criteria=st.lists(st.sampled_from(CRITERIA), unique=True).map(tuple),
        due=st.just(due),
        target=st.one_of(st.none(), st.integers(0, 900)),
    )
    return Rules(
        rubric=Rubric(LEVELS, {name: Criterion(draw(weights)) for name in CRITERIA}),
        injects=draw(st.dictionaries(st.sampled_from(("01", "02", "03")), inject, min_size=1)),
        time_weight=draw(st.sampled_from((Fraction(0), Fraction(1, 10), Fraction(1, 5)))),
        penalties=draw(st.dictionaries(st.sampled_from(TEAMS), st.integers(0, 20).map(Fraction))),
        ties=draw(st.lists(st.sampled_from(TIES), unique=True).map(tuple)),
        ratings_needed=draw(st.integers(1, 2)),
        randomness="2026./",
    )


@st.composite
def record(draw, made, team, inject):
    """Make up what became of *inject* for *team*, mostly answered and rated."""
    rule = made.injects[inject]
    state = draw(st.sampled_from(("answered", "answered", "answered", "late", "lapsed", *sorted(LEAVING))))
    several = st.lists(levels, min_size=made.ratings_needed, max_size=4).map(tuple)
    value = st.integers(-3, 6)
    return Record(
        team=team,
        inject=inject,
        state=state,
        value=draw(st.one_of(st.none(), value) if rule.criteria else value),
        seconds=draw(st.integers(0, 1000)),
        ratings={name: draw(several) for name in rule.criteria if draw(st.integers(0, 9))},
    )


@st.composite
def drills(draw):
    """Make up rules and the records of all teams; about one inject in six was not delivered."""
    made = draw(rules())
    delivered = [(team, inject) for team in TEAMS for inject in made.injects if draw(st.integers(0, 5))]
    return made, [draw(record(made, team, inject)) for team, inject in delivered]
