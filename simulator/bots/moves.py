"""What all bots owe at this moment, from the facts alone: a restart loses no move and doubles none."""

from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.bots.move import Move
from simulator.bots.playing_style import Style
from simulator.bots.rating_moves import rating_moves
from simulator.bots.script import script_of
from simulator.bots.team_moves import team_moves
from simulator.frozen import msel_of, scenario_of
from simulator.rows import Drill, Team
from simulator.scene import clock_of

MOVING = ("ready", "running", "ended")


@dataclass
class Moves:
    """What is due, in order, and the next instant at which something will be."""

    due: list[Move] = field(default_factory=list)
    next_at: datetime | None = None


def bot_moves(
    session: Session, now: datetime, actor: Actor, *, seed: str | None = None, style: Style = "mixed"
) -> Moves:
    """Give the moves of all bots that are due; without bots this costs one query.

    A drill's own id is the seed unless one is given; teams are known by their places.
    """
    moves = Moves()
    for drill in session.scalars(select(Drill).where(_has_bots()).order_by(Drill.id)):
        clock = clock_of(drill)
        time = clock.drill_time(now)
        coming = moves_in(session, drill, seed or drill.id, style)
        moves.due += [move for move in coming if move.at <= time]
        later = next((move.at for move in coming if move.at > time), None)
        instant = None if later is None else clock.instant(later)
        if instant is not None:
            moves.next_at = min(instant, moves.next_at or instant)
    return moves


def _has_bots() -> ColumnElement[bool]:
    bots = select(Team.id).where(Team.drill_id == Drill.id, Team.bot).exists()
    return Drill.state.in_(MOVING) & Drill.published_at.is_(None) & bots


def moves_in(
    session: Session, drill: Drill, seed: str, style: Style, *, thorough: bool = True, rate: bool = True
) -> list[Move]:
    """Give all that the bots of one drill owe, the first first; *thorough* bots also open and draft."""
    scenario = scenario_of(session, drill.scenario_digest)
    injects = msel_of(session, drill.scenario_digest).by_id
    script = script_of(drill.scenario_digest, scenario, injects, seed, style)
    rated = rating_moves(session, script, drill) if rate else iter(())
    moves = chain(team_moves(session, script, drill, thorough=thorough), rated)
    return sorted(moves, key=lambda move: move.when)
