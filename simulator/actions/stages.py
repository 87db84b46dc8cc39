"""The stages of a programme: opened, given drills and teams, closed; and the public text of their draws."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scenarios.calls.rules_of_call import drill_rules_of
from scoring.scoring_error import ScoringError
from simulator.actions.drills import add_team
from simulator.actions.score_rules import fix_score_rules
from simulator.actor import Actor
from simulator.frozen import scenario_of
from simulator.mailing import write_to_lead
from simulator.programme.at_cut import ask_at_cut
from simulator.programme.drill_scores import counts, delivered_share, drills_of
from simulator.programme.entrants import Entrant, entrants_of
from simulator.programme.selecting import scores_of
from simulator.programme.stage_ground import StageGround, eligibility_closed_at, stage_of
from simulator.programme_scene import ProgrammeScene, open_programme
from simulator.refusal import Refusal
from simulator.rows import Drill, Rating, Response, Stage, Team
from simulator.rows.play import Delivery
from simulator.scene import Scene, open_scene
from simulator.score_rules import rules_of_stage

LONGEST_RANDOMNESS, LONGEST_TEAM = 400, 80


def open_stage(session: Session, now: datetime, actor: Actor, *, programme_id: str, stage: str) -> int:
    """Open a stage: from now on it is rated, or its drills are prepared; gives how many take part.

    Refused before eligibility is closed, and before the stage that admits to it is final.
    """
    scene = open_programme(session, now, actor, programme_id)
    ground = stage_of(scene, stage)
    ground.require_state("planned")
    if eligibility_closed_at(session, programme_id) is None:
        raise Refusal("eligibility_not_closed")
    if ground.planned.open_to is not None:
        before = next(one for one in ground.call.stages if ground.planned.open_to in {a.id for a in one.awards})
        row = session.get(Stage, (programme_id, before.id))
        if row is None or row.state != "final":
            raise Refusal("stage_before_not_final")
    entrants = entrants_of(ground)
    if not entrants:
        raise Refusal("nobody_to_select")
    ground.row.state, ground.row.opened_at = "open", now
    scene.tell("stage_opened", stage=stage, applications=[one.id for one in entrants])
    return len(entrants)


def link_drill(session: Session, now: datetime, actor: Actor, *, programme_id: str, stage: str, drill: str) -> None:
    """Let a drill of the programme count in a stage, by the rules of the call; before anybody has rated in it."""
    scene = open_programme(session, now, actor, programme_id)
    ground = _drill_stage(scene, stage)
    found = _drill_of(scene, drill)
    if found.drill.rehearsal:
        raise Refusal("rehearsal_counts_nowhere")
    found.require_state("draft", "ready")
    rated = select(Rating.id).join(Response, Rating.response_id == Response.id).join(Delivery)
    if session.scalar(rated.where(Delivery.drill_id == drill).limit(1)) is not None:
        raise Refusal("drill_is_rated")
    try:
        drill_rules_of(ground.planned, scenario_of(session, found.drill.scenario_digest), "")
    except ScoringError as error:
        raise Refusal("ties_not_of_scenario") from error
    found.drill.stage = stage
    digest = fix_score_rules(found, rules_of_stage(ground.call, ground.planned))
    scene.tell("drill_linked", stage=stage, drill=drill, rules=digest)


def enrol_teams(
    session: Session, now: datetime, actor: Actor, *, programme_id: str, stage: str, drill: str,
    application_ids: Sequence[str] | None = None,
) -> int:  # fmt: skip
    """Give a drill a team for each application of the stage that has none there yet, or for those named.

    Each team has its application's attributes and language; its code is mailed to the lead. Gives how many.
    """
    scene = open_programme(session, now, actor, programme_id)
    ground = _drill_stage(scene, stage)
    found = _drill_of(scene, drill)
    if found.drill.stage != stage:
        raise Refusal("drill_not_of_stage")
    entrants = {one.id: one for one in entrants_of(ground)}
    wanted = list(entrants) if application_ids is None else list(dict.fromkeys(application_ids))
    if set(wanted) - set(entrants):
        raise Refusal("not_found")
    here = select(Team.application_id).where(Team.drill_id == drill, Team.application_id.is_not(None))
    there = set(session.scalars(here))
    new = [entrants[one] for one in wanted if one not in there]
    for one in new:
        _enrol(scene, ground, found, one)
    scene.tell("teams_enrolled", stage=stage, drill=drill, applications=[one.id for one in new])
    return len(new)


def enter_randomness(
    session: Session, now: datetime, actor: Actor, *, programme_id: str, stage: str, text: str
) -> None:
    """Enter the public text of a stage's draws, as the announced source gave it; once, and not before its instant."""
    scene = open_programme(session, now, actor, programme_id)
    ground = stage_of(scene, stage)
    at = ground.planned.randomness.at
    if now < at:
        raise Refusal("randomness_too_early", at=at)
    if ground.row.randomness is not None:
        raise Refusal("randomness_is_entered")
    words = " ".join(text.split())
    if not words or len(words) > LONGEST_RANDOMNESS or not words.isprintable():
        raise Refusal("randomness_unreadable", longest=LONGEST_RANDOMNESS)
    ground.row.randomness = words
    scene.tell("randomness_entered", stage=stage, randomness=words)


def close_stage(session: Session, now: datetime, actor: Actor, *, programme_id: str, stage: str) -> int:
    """Close a stage: all its ratings are in, or its drills are final; from now on its selection can be run.

    Where a third evaluator is needed at the cut, she is asked instead, and the stage stays open; gives how many were.
    """
    scene = open_programme(session, now, actor, programme_id)
    ground = stage_of(scene, stage)
    ground.require_state("open")
    if ground.planned.score == "drill":
        _require_drills(ground)
    missing = scores_of(ground).missing
    if missing:
        raise Refusal("results_missing", missing=missing)
    asked = ask_at_cut(scene, ground) if ground.planned.score == "merit" else 0
    if not asked:
        ground.row.state, ground.row.closed_at = "closed", now
        scene.tell("stage_closed", stage=stage)
    return asked


def _require_drills(ground: StageGround) -> None:
    drills = drills_of(ground)
    if not drills:
        raise Refusal("stage_has_no_drill")
    for drill in drills:
        if not counts(ground, drill):
            least = ground.call.abort.delivered_weight if ground.call.abort else 0
            raise Refusal("drill_to_be_run_again", name=drill.name, share=delivered_share(ground, drill), least=least)
        if drill.published_at is None:
            raise Refusal("drill_not_final", name=drill.name)


def _drill_stage(scene: ProgrammeScene, stage: str) -> StageGround:
    ground = stage_of(scene, stage)
    if ground.planned.score != "drill":
        raise Refusal("not_found")
    ground.require_state("open")
    return ground


def _drill_of(scene: ProgrammeScene, drill_id: str) -> Scene:
    drill = scene.session.get(Drill, drill_id)
    if drill is None or drill.programme_id != scene.programme.id:
        raise Refusal("not_found")
    return open_scene(scene.session, scene.now, scene.actor, drill_id)


def _enrol(scene: ProgrammeScene, ground: StageGround, drill: Scene, entrant: Entrant) -> None:
    session, application = scene.session, entrant.application
    made: dict[str, Any] = add_team(
        session, scene.now, scene.actor, drill_id=drill.drill.id, name=_name(session, drill.drill.id, entrant),
        language=application.language,
    )  # fmt: skip
    team = session.get_one(Team, made["team_id"])
    team.application_id, team.attributes = application.id, dict(entrant.attributes)
    say = ground.call.title.say(application.language, ground.call.languages)
    write_to_lead(session, scene.now, application, "team_code", call=say, team=team.name, join=team.code)


def _name(session: Session, drill_id: str, entrant: Entrant) -> str:
    """Name a team after its institution; where two come from one, with the application's code."""
    code = entrant.application.code
    house = " ".join(entrant.attributes.get("institution", "").split())[: LONGEST_TEAM - len(code) - 3] or code
    taken = set(session.scalars(select(func.lower(Team.name)).where(Team.drill_id == drill_id)))
    return house if house.lower() not in taken else f"{house} ({code})"
