"""Who was selected, group by group: whole for organizers, without small groups for everybody else."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from scoring.fairness.publishing import published_rates
from scoring.fairness.rates import Applicant, Report, selection_rates
from simulator.actor import Actor
from simulator.programme.entrants import entrants_of
from simulator.programme.offering import awards_of
from simulator.programme.stage_ground import StageGround, programme_of, stage_ground
from simulator.reading.programme_home import head_of
from simulator.refusal import Refusal

GIVEN = ("chosen", "offered", "accepted", "declined", "expired", "withdrawn")


def fairness_report(session: Session, now: datetime, actor: Actor, *, programme_id: str, stage: str) -> dict[str, Any]:
    """Give the selection rates of each award of a stage, whole and as they may be published."""
    programme = programme_of(session, programme_id)
    ground = stage_ground(session, programme, stage)
    if ground.row.state not in ("provisional", "final"):
        raise Refusal("stage_not_in_state", state=ground.row.state)
    return {
        "programme": head_of(session, programme, ground.call), "call": ground.call, "planned": ground.planned,
        "awards": [
            {"award": one, "whole": whole_rates(ground, one.id), "public": public_rates(ground, one.id)}
            for one in ground.planned.awards
        ],
    }  # fmt: skip


def whole_rates(ground: StageGround, award: str) -> Report:
    """Give all rates, by every attribute that has values: for organizers only."""
    named = [name for name, one in ground.call.attributes.items() if not one.free]
    return selection_rates(_applicants(ground, award), named)


def public_rates(ground: StageGround, award: str) -> Report:
    """Give the rates of the attributes that the call calls public, without what would show a few people."""
    named = [name for name, one in ground.call.attributes.items() if one.public and not one.free]
    return published_rates(_applicants(ground, award), named)


def _applicants(ground: StageGround, award: str) -> list[Applicant]:
    """Give everybody of the stage, with the women who were given something first; what was answered later is hers."""
    seats = {
        one.application_id: one.seats
        for one in awards_of(ground, award, *GIVEN)
        if one.offered_at is not None or one.state == "chosen"
    }
    delegate = ground.planned.award(award).kind != "scholarship"
    return [
        Applicant(
            one.id, 1 if delegate else one.size, min(seats.get(one.id, 0), 1 if delegate else one.size), one.attributes
        )
        for one in entrants_of(ground)
    ]  # fmt: skip
