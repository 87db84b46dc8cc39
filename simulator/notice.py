"""The privacy notice as a fact: its version, the purposes one may agree to, and who answers for the data."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from simulator.rows import Participant, Setting

# Changed words need a new version: a test holds each version to the digest of its texts (web/notice).
NOTICE = "2026-11"
# Who applies reads one of its own: other data, kept for another purpose.
APPLICATION_NOTICE = "app-2026-11"
PURPOSES = ("recording", "publication", "research")
# Fewer than this many people are no group: who is in it could be told.
FEWEST = 5
CONTROLLER_NAME, CONTROLLER_CONTACT = "controller_name", "controller_contact"


def controller_of(session: Session) -> Mapping[str, str]:
    """Give the ``name`` and the ``contact`` of the organisation that answers for the data; empty where nobody said."""
    found = {name: session.get(Setting, name) for name in (CONTROLLER_NAME, CONTROLLER_CONTACT)}
    name, contact = (row.value if row is not None else "" for row in found.values())
    return {"name": name, "contact": contact}


def notice_is_due(participant: Participant) -> bool:
    """Say whether she must read the notice before she plays on; the program reads none."""
    return not participant.bot and participant.notice != NOTICE
