"""Whether a call publishes that evaluators may rate teams of their own country (rules.md 33)."""

from sqlalchemy.orm import Session

from simulator.frozen_call import call_of
from simulator.rows import Programme


def waives_own_country(session: Session, programme: Programme) -> bool:
    """Say whether a programme's call does; where no call has been opened, nobody has published a waiver."""
    if programme.call_digest is None:
        return False
    return call_of(session, programme.call_digest).evaluation.own_country_waiver is not None
