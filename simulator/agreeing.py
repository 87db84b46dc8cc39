"""What a participant has read and agreed to, noted alike where she joins and on her own page.

The log holds only digests of it, in rows of one kind: one for whoever joins, whatever she allows, and one for each
change of hers, whichever it is. Who reads the audit could count the rows that are kept from her there; a kind of its
own would say in each bundle who said no; and a chain over what can be guessed tells it to whoever tries all guesses.
"""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.columns import EPOCH, MILLISECOND
from simulator.digest import salted_digest
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


def note_choices(scene: Scene, participant: Participant, purposes: Sequence[str]) -> None:
    """Keep all that she agrees to where she joins; that she was asked is told in one row, also where it is nothing."""
    for purpose in purposes:
        _keep(scene, participant, purpose)
    _tell_choices(scene, participant)


def _tell_choices(scene: Scene, participant: Participant) -> None:
    stand = select(Consent.purpose).where(Consent.participant_id == participant.id, Consent.withdrawn_at.is_(None))
    # The instant is in it, so that two of hers do not tell whether she has changed her mind between them.
    at = (scene.now - EPOCH) // MILLISECOND
    told = salted_digest(participant.salt, [at, *sorted(scene.session.scalars(stand))])
    scene.tell("consents_chosen", team=participant.team_id, participant=participant.id, purposes=told)


def note_consent(scene: Scene, participant: Participant, purpose: str) -> None:
    """Keep one consent; given twice is given once."""
    if _keep(scene, participant, purpose):
        _tell_choices(scene, participant)


def _keep(scene: Scene, participant: Participant, purpose: str) -> bool:
    """Keep a consent with the version of the notice whose words she agreed to; False where it stands already."""
    if purpose not in PURPOSES:
        raise Refusal("not_found")
    if participant.notice != NOTICE:
        raise Refusal("notice_unread")
    if consent_that_stands(scene.session, participant.id, purpose) is not None:
        return False
    scene.session.add(
        Consent(participant_id=participant.id, purpose=purpose, notice=participant.notice, given_at=scene.now)
    )
    scene.session.flush()
    return True


def note_withdrawal(scene: Scene, participant: Participant, purpose: str) -> None:
    """End a consent; when it was given and taken back stays known. What was not given is as good as taken back."""
    if purpose not in PURPOSES:
        raise Refusal("not_found")
    given = consent_that_stands(scene.session, participant.id, purpose)
    if given is None:
        return
    given.withdrawn_at = scene.now
    scene.session.flush()
    _tell_choices(scene, participant)


def consent_that_stands(session: Session, participant_id: str, purpose: str) -> Consent | None:
    """Give the consent of somebody for a purpose that has not been taken back."""
    return session.scalar(
        select(Consent).where(
            Consent.participant_id == participant_id, Consent.purpose == purpose, Consent.withdrawn_at.is_(None)
        )
    )
