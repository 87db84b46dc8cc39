"""Published tables and what they come to, and ratings made of tables or by chance."""

import json
from fractions import Fraction
from pathlib import Path
from random import Random

from hypothesis import strategies as st

from scoring.rating import Rating

VECTORS = json.loads((Path(__file__).parent / "reference_vectors.json").read_text())
SHROUT_FLEISS = VECTORS["RT04_shrout_fleiss_1979"]
MISSING = "."


def by_rater(rows):
    """Make ratings of one row per rater; a point is a missing rating."""
    return [
        Rating(f"unit {unit}", f"rater {rater}", value)
        for rater, row in enumerate(rows)
        for unit, value in enumerate(row)
        if value != MISSING
    ]


def by_unit(rows):
    """Make ratings of one row per unit."""
    return by_rater(list(zip(*rows, strict=True)))


def renamed(ratings, units=str.upper, raters=lambda name: name[::-1]):
    """Give the same ratings under other names."""
    return [Rating(units(one.unit), raters(one.rater), one.value, one.confidence) for one in ratings]


def mapped(ratings, change):
    """Give the same ratings with other values."""
    return [Rating(one.unit, one.rater, change(one), one.confidence) for one in ratings]


def make_ratings(number):
    """Make up one to six units and one to four raters; some ratings are missing, levels are 0…3 as in a drill."""
    random = Random(number)
    cells = [(unit, rater) for unit in range(random.randint(1, 6)) for rater in range(random.randint(1, 4))]
    kept = random.sample(cells, random.randint((len(cells) + 1) // 2, len(cells)))
    return [Rating(f"u{unit}", f"r{rater}", random.randint(0, 3)) for unit, rater in kept]


def make_block(number):
    """Make up two to six units that two to four raters have all rated, 0…9."""
    random = Random(number)
    raters = random.randint(2, 4)
    top = random.choice((1, 3, 9))
    return by_unit([[random.randint(0, top) for _ in range(raters)] for _ in range(random.randint(2, 6))])


# From one number each: drawing every rating by itself takes many times as long.
some_ratings = st.integers(0, 2**32 - 1).map(make_ratings)
blocks = st.integers(0, 2**32 - 1).map(make_block)
factors = st.fractions(Fraction(1, 9), 9, max_denominator=9)
