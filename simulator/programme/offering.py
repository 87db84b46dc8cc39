"""Offers: sent, answered or expired; freed seats go down the waitlist in its frozen order, and nothing is run anew."""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from sqlalchemy import select

from scenarios.calls.rules_of_call import selection_rules_of
from scenarios.calls.stage import Award as PlannedAward
from scoring.selection.candidate import Candidate
from scoring.selection.selection_rules import SelectionRules
from scoring.selection.waitlist import next_offers
from simulator.application_content import filled_attributes
from simulator.application_scene import current_version
from simulator.mailing import write_to_lead
from simulator.programme.stage_ground import StageGround, stage_of
from simulator.programme_scene import ProgrammeScene
from simulator.rows import Application, Award

HOLDS = ("chosen", "offered", "accepted")


def awards_of(ground: StageGround, award: str, *states: str) -> list[Award]:
    """Give the rows of an award by place: all, or those in *states*."""
    query = select(Award).where(
        Award.programme_id == ground.programme.id, Award.stage == ground.id, Award.award == award
    )
    if states:
        query = query.where(Award.state.in_(states))
    return list(ground.session.scalars(query.order_by(Award.place, Award.id)))


def waiting_of(ground: StageGround, award: str) -> list[Award]:
    """Give the waitlist in its frozen order: whose appeal was upheld first, then by place."""
    return sorted(awards_of(ground, award, "waiting"), key=lambda one: (not one.reason.get("upheld"), one.place))


def offer(scene: ProgrammeScene, ground: StageGround, award: Award, seats: int) -> None:
    """Offer seats, until the call's window for offers has passed."""
    until = scene.now + ground.call.windows.offers
    award.state, award.seats, award.offered_at, award.expires_at = "offered", seats, scene.now, until
    scene.session.flush()
    scene.tell(
        "award_offered", stage=ground.id, award=award.award, application=award.application_id, seats=seats,
        until=until.isoformat(),
    )  # fmt: skip
    application = scene.session.get_one(Application, award.application_id)
    say, planned = application.language, ground.planned.award(award.award)
    write_to_lead(
        scene.session, scene.now, application, "offer", call=ground.call.title.say(say, ground.call.languages),
        award=planned.title.say(say, ground.call.languages), seats=seats, until=until.isoformat(),
    )  # fmt: skip


def offer_next(scene: ProgrammeScene, ground: StageGround, planned: PlannedAward) -> int:
    """Offer the seats that are free to whoever is next; gives how many offers were made."""
    waiting = waiting_of(ground, planned.id)
    holders = awards_of(ground, planned.id, *HOLDS)
    rules = rules_with_extra(ground, planned, holders)
    pool = [(one, candidate_of(ground, rules, planned, one)) for one in waiting]
    alive = [candidate for _, candidate in pool if candidate is not None]
    held = [(candidate_of(ground, rules, planned, one, anyway=True), one.seats) for one in holders]
    found = next_offers(rules, alive, [(who, seats) for who, seats in held if who is not None])
    rows = {one.application_id: one for one in waiting}
    for one in found.offers:
        offer(scene, ground, rows[one.id], one.seats)
    return len(found.offers)


def withdraw_awards(scene: ProgrammeScene, application_id: str) -> None:
    """Take back what an erased application was chosen for or offered; open seats go to whoever is next.

    What it has accepted stays counted: those seats may have been used. Of a stage that is not final the seats are
    offered when it becomes so.
    """
    mine = select(Award).where(
        Award.programme_id == scene.programme.id, Award.application_id == application_id,
        Award.state.in_(("chosen", "offered")),
    )  # fmt: skip
    for award in list(scene.session.scalars(mine.order_by(Award.stage, Award.award))):
        was_open = award.state == "offered"
        award.state, award.answered_at = "withdrawn", scene.now
        scene.session.flush()
        scene.tell("award_withdrawn", stage=award.stage, award=award.award, application=application_id)
        if was_open:
            ground = stage_of(scene, award.stage)
            offer_next(scene, ground, ground.planned.award(award.award))


def rules_with_extra(ground: StageGround, planned: PlannedAward, holders: Iterable[Award]) -> SelectionRules:
    """Give an award's rules, with the seats that upheld appeals and derogations have added to them."""
    rules = selection_rules_of(ground.call, ground.id, planned.id, ground.row.randomness)
    extra = sum(int(one.reason.get("extra", 0)) for one in holders)
    return replace(rules, seats=rules.seats + extra)


def candidate_of(
    ground: StageGround, rules: SelectionRules, planned: PlannedAward, award: Award, *, anyway: bool = False
) -> Candidate | None:
    """Give a team as the waitlist's rules see it; None where it was erased, unless its seats still count."""
    application = ground.session.get_one(Application, award.application_id)
    version = current_version(ground.session, application.id)
    if (application.erased_at is not None or version is None) and not anyway:
        return None
    filled = {} if version is None or application.erased_at else filled_attributes(ground.call, version.content)
    # What was erased still holds its seats, under no attribute that anybody else has.
    attributes = {name: filled.get(name, f"erased:{award.id}") for name in rules.attributes()}
    merit = Fraction(str(award.reason.get("score", "0")).replace("None", "0"))
    size = award.seats if planned.kind == "scholarship" else 1
    return Candidate(award.application_id, max(size, 1), merit, attributes)
