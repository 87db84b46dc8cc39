"""What a team is called where results are looked at: by its blind code until its register is closed (rules.md 32)."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.rights import FACILITATOR
from simulator.rows import Drill, Team
from simulator.score_rules import demands_two

BEFORE_STARTEX = ("draft", "ready")


def is_blind(drill: Drill) -> bool:
    """Say whether nobody may see yet which team a result is of: where two people decide, before they have."""
    return demands_two(drill) and drill.register_closed_at is None


def hides_course(drill: Drill, actor: Actor) -> bool:
    """Say whether what happened to the teams in play is shown to somebody under their codes.

    From STARTEX until two people have closed the register, for whoever may decide about it. Who runs the drill has seen
    all of it, and needs the names.
    """
    runs_it = FACILITATOR in actor.roles_in(drill.id, drill.programme_id)
    return hides_teams(drill) and not runs_it


def hides_teams(drill: Drill) -> bool:
    """Say whether evaluators' work is shown by codes: before STARTEX nothing has happened, and recusals need names."""
    return is_blind(drill) and drill.state not in BEFORE_STARTEX


def shown_names(session: Session, drill: Drill) -> dict[str, str]:
    """Give what each team is called on pages and in files of results, by its id."""
    codes = codes_of(session, drill)
    if is_blind(drill):
        return codes
    return names_of_teams(session, drill)


def names_of_teams(session: Session, drill: Drill) -> dict[str, str]:
    """Give the name of each team by its id."""
    return dict(session.execute(select(Team.id, Team.name).where(Team.drill_id == drill.id)).all())


def codes_of(session: Session, drill: Drill) -> dict[str, str]:
    """Give the blind code of each team by its id."""
    return dict(session.execute(select(Team.id, Team.blind_code).where(Team.drill_id == drill.id)).all())
