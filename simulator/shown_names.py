"""What a team is called where results are looked at: by its blind code until its register is closed (rules.md 32)."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.rows import Drill, Team
from simulator.score_rules import demands_two


def is_blind(drill: Drill) -> bool:
    """Say whether nobody may see yet which team a result is of: where two people decide, before they have."""
    return demands_two(drill) and drill.register_closed_at is None


def shown_names(session: Session, drill: Drill) -> dict[str, str]:
    """Give what each team is called on pages and in files of results, by its id."""
    codes = codes_of(session, drill)
    if is_blind(drill):
        return codes
    return dict(session.execute(select(Team.id, Team.name).where(Team.drill_id == drill.id)).all())


def codes_of(session: Session, drill: Drill) -> dict[str, str]:
    """Give the blind code of each team by its id."""
    return dict(session.execute(select(Team.id, Team.blind_code).where(Team.drill_id == drill.id)).all())
