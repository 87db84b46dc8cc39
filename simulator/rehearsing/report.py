"""All that a rehearsal shows of a drill before it happens."""

from collections.abc import Mapping
from dataclasses import dataclass

from scenarios.checking.planned import planned
from scenarios.path_totals import PathTotals, weigh_paths
from scenarios.scenario import Scenario
from simulator.bots.covering import cover
from simulator.bots.playing_style import Style
from simulator.rehearsing.coverage import Coverage, coverage_of
from simulator.rehearsing.loading import Loading, loading_of
from simulator.rehearsing.quiet import Quiets, quiets_of
from simulator.rehearsing.rating_cost import Assumed, RatingCost, rating_cost_of
from simulator.rehearsing.rehearsal import Rehearsal
from simulator.rehearsing.rehearse import rehearse
from simulator.rehearsing.runs import Run, runs_of

# Of all teams of a rehearsal together, for a page: some three seconds.
MOST_INJECTS = 400


@dataclass(frozen=True)
class Report:
    """What happened, and what it comes to: a run per team, what was reached, weights, loads, silences, evaluators.

    *by_hand* names the injects with a weight that come by a press alone: paths count them, no team here has had them.
    """

    played: Rehearsal
    runs: tuple[Run, ...]
    coverage: Coverage
    paths: PathTotals
    loading: Loading
    quiets: Quiets
    rating: RatingCost
    by_hand: tuple[str, ...]


def report_of(played: Rehearsal, assumed: Assumed | None = None) -> Report:
    """Give what a rehearsal comes to; nothing in it depends on anything but the rehearsal and what is assumed."""
    scenario, runs = played.scenario, runs_of(played)
    found = played.cover or cover(scenario)
    return Report(
        played=played, runs=runs, coverage=coverage_of(scenario, found, runs), paths=weigh_paths(found.paths),
        loading=loading_of(scenario, runs), quiets=quiets_of(scenario, runs),
        rating=rating_cost_of(scenario, runs, assumed or Assumed()), by_hand=_by_hand(scenario),
    )  # fmt: skip


def _by_hand(scenario: Scenario) -> tuple[str, ...]:
    pressed = sorted(one.place for one in planned(scenario.injects) if one.by_hand)
    return tuple(scenario.injects[place].id for place in pressed if scenario.injects[place].weight)


def rehearse_and_report(
    content: bytes,
    *,
    files: Mapping[str, bytes] | None = None,
    teams: int | None = None,
    style: Style = "cover",
    seed: int = 1,
    assumed: Assumed | None = None,
    most: int | None = MOST_INJECTS,
) -> Report:
    """Play the scenario written in *content* on a database in memory, and give the report; nothing is kept or rated.

    *content* is the YAML as an editor holds it, *files* its attachments by their path inside ``files/``. Raises
    ``Refusal("scenario_has_errors", findings=…)`` where `check` finds an error. The same arguments give the same
    report. It takes a second or two of one core: a server has it done by a process of its own
    (``web.rehearsal.apart``), and a page shows it with ``web.rehearsal.showing.report_markup(report, language)``. So
    that a page of a very long script takes no minutes, the teams have at most *most* injects between them; the most
    telling play, and the report says how many
    were needed.
    """
    played = rehearse(content, files=files, teams=teams, style=style, seed=seed, most=most, rate=False)
    return report_of(played, assumed)
