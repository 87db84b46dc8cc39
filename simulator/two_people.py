"""What takes two people (rules.md 32): the ground a decision stands on, and what a kind of it checks and does."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.programme_scene import ProgrammeScene, open_programme
from simulator.refusal import Refusal
from simulator.rows import Decision
from simulator.scene import Scene, open_scene

Ground = Scene | ProgrammeScene
# Ids, codes and numbers only: the log keeps it.
Subject = Mapping[str, Any]


@dataclass(frozen=True)
class Effect:
    """One kind of decision: where it is taken, what must hold for it, and what the second signature does.

    *check* raises a ``Refusal``; it is asked when the decision is proposed and again when it is seconded, because
    much may have happened in between. *words*: nobody may propose it without saying in words why.
    """

    where: Literal["drill", "programme"]
    check: Callable[[Any, Subject], None]
    carry_out: Callable[[Any, Decision], None]
    words: bool = False


def open_ground(
    session: Session, now: datetime, actor: Actor, *, drill_id: str | None, programme_id: str | None
) -> tuple[str, Ground]:
    """Lock what a decision is about, a drill or a programme; gives its scope's name and the scene."""
    if drill_id is not None:
        return f"drill:{drill_id}", open_scene(session, now, actor, drill_id)
    if programme_id is not None:
        return f"programme:{programme_id}", open_programme(session, now, actor, programme_id)
    raise Refusal("not_found")
