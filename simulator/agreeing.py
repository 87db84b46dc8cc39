"""What a participant has read and agreed to, noted alike where she joins and on her own page."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.notice import NOTICE, PURPOSES
from simulator.refusal import Refusal
from simulator.rows import Consent, Participant
from simulator.scene import Scene


def note_reading(scene: Scene, participant: Participant, notice: str) -> None:
    """Keep which version of the privacy notice she has read, once; refuse one that is not the current one."""
    if notice != NOTICE:
        raise Refusal("notice_unread")
    if participant.notice == notice:
        return
    participant.notice, participant.notice_read_at = notice, scene.now
    scene.tell("notice_read", team=participant.team_id, participant=participant.id, notice=notice)


def note_consent(scene: Scene, participant: Participant, purpose: str) -> None:
    """Keep a consent with the version of the notice whose words she agreed to; given twice is given once."""
    if purpose not in PURPOSES:
        raise Refusal("not_found")
    if participant.notice != NOTICE:
        raise Refusal("notice_unread")
    if consent_that_stands(scene.session, participant.id, purpose) is not None:
        return
    scene.session.add(
        Consent(participant_id=participant.id, purpose=purpose, notice=participant.notice, given_at=scene.now)
    )
    scene.session.flush()
    scene.tell("consent_given", team=participant.team_id, participant=participant.id, purpose=purpose)


def note_withdrawal(scene: Scene, participant: Participant, purpose: str) -> None:
    """End a consent; when it was given and taken back stays known. What was not given is as good as taken back."""
    if purpose not in PURPOSES:
        raise Refusal("not_found")
    given = consent_that_stands(scene.session, participant.id, purpose)
    if given is None:
        return
    given.withdrawn_at = scene.now
    scene.tell("consent_withdrawn", team=participant.team_id, participant=participant.id, purpose=purpose)


def consent_that_stands(session: Session, participant_id: str, purpose: str) -> Consent | None:
    """Give the consent of somebody for a purpose that has not been taken back."""
    return session.scalar(
        select(Consent).where(
            Consent.participant_id == participant_id, Consent.purpose == purpose, Consent.withdrawn_at.is_(None)
        )
    )
