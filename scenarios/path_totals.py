"""What a team can earn on each path through a scenario."""

from dataclasses import dataclass

from injects.condition import parse_condition
from scenarios.checking.paths import Paths, explore
from scenarios.scenario import Scenario


@dataclass(frozen=True)
class WeighedPath:
    """One path: what becomes of each inject on it (or flag) that conditions depend on, and the weight on the way."""

    choices: tuple[tuple[str, str], ...]
    weight: int


@dataclass(frozen=True)
class PathTotals:
    """All paths, in the order of the script, of so many *walked* out of so many *combinations*.

    Two that differ only in what would become of an inject that comes on neither are one. Of them so many *ways* lead to
    different injects.
    """

    combinations: int
    walked: int
    ways: int
    paths: tuple[WeighedPath, ...]

    @property
    def sampled(self) -> bool:
        """Say whether there were too many combinations to walk them all."""
        return self.combinations > self.walked

    @property
    def weights(self) -> tuple[int, ...]:
        """Give the different weights, the least first."""
        return tuple(sorted({path.weight for path in self.paths}))

    @property
    def equal(self) -> bool:
        """Say whether no path walked is worth more than another."""
        return len(self.weights) == 1


def paths_of(scenario: Scenario) -> Paths:
    """Walk the paths of a scenario without errors."""
    conditions = {
        place: parse_condition(inject.if_) for place, inject in enumerate(scenario.injects) if inject.if_ is not None
    }
    return explore(scenario.injects, conditions)


def weigh_paths(paths: Paths) -> PathTotals:
    """Give what each path weighs."""
    walked = paths.walked
    told = (WeighedPath(paths.route.fates(path.choice, path.reached), path.weight) for path in walked)
    return PathTotals(
        combinations=paths.combinations,
        walked=len(walked),
        ways=len({path.reached for path in walked}),
        paths=tuple(dict.fromkeys(told)),
    )
