"""Who takes part in a stage: every eligible application, or those that accepted the award it is open to."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from simulator.application_content import filled_attributes
from simulator.programme.stage_ground import StageGround
from simulator.rows import Application, ApplicationVersion, Award


@dataclass(frozen=True)
class Entrant:
    """An application in a stage: how many women it stands for, and the attributes that rules go by.

    *members* are the places of those women among the members it was sent with, all unless some stayed behind.
    """

    application: Application
    version: ApplicationVersion
    attributes: Mapping[str, str]
    members: tuple[int, ...]

    @property
    def id(self) -> str:
        """Give the application's id."""
        return self.application.id

    @property
    def size(self) -> int:
        """Say how many women it stands for."""
        return len(self.members)


def entrants_of(ground: StageGround) -> list[Entrant]:
    """Give who takes part, by code; what was erased is no longer among them."""
    query = (
        select(Application, ApplicationVersion)
        .join(ApplicationVersion, ApplicationVersion.application_id == Application.id)
        .where(Application.programme_id == ground.programme.id, Application.erased_at.is_(None))
        .where(Application.state == "eligible", ApplicationVersion.current)
        .order_by(Application.code)
    )
    holders = _holders(ground)
    found = []
    for application, version in ground.session.execute(query):
        if holders is not None and application.id not in holders:
            continue
        everybody = range(len(version.content["members"]))
        chosen = holders[application.id] if holders is not None else None
        attributes = filled_attributes(ground.call, version.content)
        found.append(Entrant(application, version, attributes, tuple(everybody if chosen is None else chosen)))
    return found


def _holders(ground: StageGround) -> dict[str, list[int] | None] | None:
    """Give, by application, who of it accepted the award that opens the stage; None where it is open to all."""
    if ground.planned.open_to is None:
        return None
    query = select(Award).where(
        Award.programme_id == ground.programme.id, Award.award == ground.planned.open_to, Award.state == "accepted"
    )
    return {one.application_id: (one.people or {}).get("members") for one in ground.session.scalars(query)}
