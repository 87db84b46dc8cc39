"""When a third evaluator is asked, and who she is (rules.md 25)."""

from collections.abc import Collection, Iterable, Mapping

from scoring.assignment.ledger import rank
from scoring.assignment.panel import Evaluator, Unit
from scoring.record import Ratings

TWO_LEVELS = 2


def third_needed(ratings: Ratings, *, apart: int = TWO_LEVELS, near_cut: bool = False) -> tuple[str, ...]:
    """Give the criteria on which two evaluators are too far apart, in code-point order; none asks for no third.

    *ratings* hold per criterion a level (0…top) per evaluator, None where she marked it *not observed*. Too far
    is *apart* levels; by anything, *not observed* against a level included, where *near_cut* says that the team's
    interval crosses the cut of a selection. One rating, or three, ask for none.
    """
    return tuple(sorted(name for name, levels in ratings.items() if _far(levels, apart, near_cut)))


def _far(levels: tuple[int | None, ...], apart: int, near_cut: bool) -> bool:
    if len(levels) != 2:
        return False
    one, other = levels
    if one is None or other is None:
        return near_cut and one != other
    return abs(one - other) >= (1 if near_cut else apart)


def choose_third(
    evaluators: Iterable[Evaluator], unit: Unit, rating: Collection[str], load: Mapping[str, int], seed: str
) -> str | None:
    """Choose the least loaded cleared evaluator who neither rates nor has rated *unit*; None where nobody is left.

    *rating* are those who do, *load* is how many responses each has; equals are parted by the seed.
    """
    able = (one for one in evaluators if one.id not in rating and one.is_cleared(unit.team, unit.language))
    ready = [one.id for one in able if one.has_room(load.get(one.id, 0))]
    return min(ready, key=lambda one: (load.get(one, 0), rank(seed, *unit.place, one)), default=None)
