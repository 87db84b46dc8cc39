"""The verbs of a running drill, for the console's buttons and for scripts alike: the action, and what it is told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import Field

from simulator.actions.drills import open_joining, prepare_drill
from simulator.actions.msel import (
    deliver_inject,
    hold_inject,
    move_inject,
    release_inject,
    set_flag,
    skip_inject,
    undo_order,
    withdraw_inject,
)
from simulator.actions.pausing import see_pauses
from simulator.actions.running import end_drill, pause_drill, resume_drill, set_speed, start_drill, stop_drill
from web.asked import Asked, Id, Nothing, Teams, Whole, Word


class Joining(Asked):
    """Whether people can join with team codes."""

    joining: bool


class TypedName(Asked):
    """The drill's name, typed again: what cannot be undone asks for it."""

    name: Word


class Speed(Asked):
    """How many times faster than the clock on the wall drill time runs: 1, 2, 4, 8 or 16."""

    speed: Whole


class ForTeams(Asked):
    """For which teams; without any, for all."""

    team_ids: Teams | None = Field(default=None, alias="teams", description="Ids of teams; null is all of them.")


class ForTeamsWithReason(ForTeams):
    """For which teams, and why some are treated apart."""

    reason: Word | None = Field(default=None, description="A coded reason; for single teams it must be there.")


class Move(Asked):
    """By how many seconds; below zero is earlier."""

    seconds: Whole


class SetFlag(Asked):
    """A flag of the scenario, and a coded reason."""

    flag: Id
    reason: Word


@dataclass(frozen=True)
class Verb:
    """An action, the ids that say on what (name in the request → name of the fact), and what it is told."""

    action: Callable[..., Any]
    told: type[Asked] = Nothing
    on: Mapping[str, str] = field(default_factory=dict)


_INJECT = {"inject": "inject_id"}

VERBS: Mapping[str, Verb] = {
    "prepare": Verb(prepare_drill),
    "joining": Verb(open_joining, Joining),
    "start": Verb(start_drill, TypedName),
    "pause": Verb(pause_drill),
    "stop": Verb(stop_drill),
    "resume": Verb(resume_drill),
    "speed": Verb(set_speed, Speed),
    "end": Verb(end_drill, TypedName),
    "deliver": Verb(deliver_inject, ForTeamsWithReason, _INJECT),
    "release": Verb(release_inject, ForTeams, _INJECT),
    "withdraw": Verb(withdraw_inject, ForTeamsWithReason, _INJECT),
    "hold": Verb(hold_inject, ForTeamsWithReason, _INJECT),
    "skip": Verb(skip_inject, ForTeamsWithReason, _INJECT),
    "move": Verb(move_inject, Move, _INJECT),
    "see-pauses": Verb(see_pauses),
    "undo": Verb(undo_order, on={"order": "order_id"}),
    "flag": Verb(set_flag, SetFlag, {"team": "team_id"}),
}
