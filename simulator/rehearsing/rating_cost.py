"""What rating the responses of a drill will cost its evaluators."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from scenarios.rules_file import rated_injects
from scenarios.scenario import Scenario
from simulator.rehearsing.runs import Run

# To read a response and rate it (notes/domain.md §1.3: 60 teams × 18 injects × 2 ratings × 2 minutes = 72 hours).
USUAL_MINUTES = Fraction(2)


@dataclass(frozen=True)
class Assumed:
    """What is taken for granted: the *teams* of the real drill, ratings per response, minutes for each of them.

    Without *teams* they are as many as were rehearsed. A rating takes its minutes whatever number of criteria it has.
    """

    teams: int | None = None
    raters: int = 1
    minutes: Fraction = USUAL_MINUTES


@dataclass(frozen=True)
class RatingCost:
    """How many responses people rate, and how many levels on criteria, for the team that has *most* of them.

    *responses*, *levels* and *hours* are of all teams and ratings together, if every team takes that path and answers.
    """

    assumed: Assumed
    teams: int
    least: int
    most: int
    responses: int
    levels: int
    hours: Fraction


def rating_cost_of(scenario: Scenario, runs: Sequence[Run], assumed: Assumed) -> RatingCost:
    """Give what evaluators will do, by the team that is asked most; what only options score costs nobody anything."""
    rated = rated_injects(scenario)
    asked = [[rated[one.inject] for one in run.comings if one.inject in rated] for run in runs]
    teams = assumed.teams or len(runs)
    most = max(len(one) for one in asked)
    times = teams * assumed.raters
    return RatingCost(
        assumed=assumed, teams=teams, least=min(len(one) for one in asked), most=most, responses=most * times,
        levels=max(sum(map(len, one)) for one in asked) * times, hours=most * times * assumed.minutes / 60,
    )  # fmt: skip
