"""Third ratings at the cut: whose interval crosses it is rated by one more where two differ at all (rules.md 25)."""

from scenarios.calls.stage import Award as PlannedAward
from scoring.band import cut_of
from scoring.intervals import statistically_tied
from simulator.desk.merit_desk import MeritDesk
from simulator.desk.more import ask_third
from simulator.desk.rating_state import levels_by_unit
from simulator.programme.entrants import entrants_of
from simulator.programme.selecting import scores_of, size_of
from simulator.programme.stage_ground import StageGround
from simulator.programme_scene import ProgrammeScene


def ask_at_cut(scene: ProgrammeScene, ground: StageGround) -> int:
    """Ask a third evaluator for each application at the cut of an award, once; gives how many were asked.

    Nobody is asked where the call does not say so, or where nobody is left who may rate that application.
    """
    if not ground.call.evaluation.third.band:
        return 0
    desk = MeritDesk(scene.session, scene.now, ground.programme, ground.id)
    near = {name for award in ground.planned.awards for name in at_cut(ground, award)}
    levels = levels_by_unit(desk)
    units = [one for one in desk.units if one.id in near]
    return sum(ask_third(scene, desk, one, levels.get(one.id, {}), near_cut=True) is not None for one in units)


def at_cut(ground: StageGround, award: PlannedAward) -> tuple[str, ...]:
    """Name whose interval crosses the cut of an award, among those who reach its thresholds.

    Equals are called here by their codes: the draw may not be known yet, and who of equals comes first moves the cut
    at most from one of them to another.
    """
    scores = scores_of(ground)
    entrants = {one.id: one for one in entrants_of(ground)}
    good = [
        (one.score, entrants[one.application].application.code, one.application)
        for one in scores.scored
        if one.score is not None and one.application in entrants and not one.below
    ]
    called = sorted((one for one in good if one[0] >= ground.planned.threshold), key=lambda one: (-one[0], one[1]))
    cut = cut_of([(score, size_of(award, entrants[name])) for score, _code, name in called], award.seats)
    if cut is None:
        return ()
    named = {name for _score, _code, name in called}
    return statistically_tied([one for one in scores.intervals if one.team in named], cut)
