"""What erasing takes away, row by row; levels, scores and the log stay, for they say nothing of who she is.

Each column that points to a person is explained in `tests/simulator/test_wiping.py`: a new one fails there first.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from simulator.digest import new_token, token_digest
from simulator.rows import (
    Account,
    ApiToken,
    Appeal,
    ColumnMapping,
    Consent,
    Declaration,
    Delivery,
    Draft,
    Drill,
    Grant,
    HotwashNote,
    OneUseLink,
    Participant,
    PauseRequest,
    Rating,
    RecoveryCode,
    Response,
    SeatHolder,
    Sitting,
    WebSession,
)

CHOSEN = ("option", "options")


def without_words(content: Mapping[str, Any]) -> dict[str, Any]:
    """Give what scoring needs of an answer: the ids of the options it chose, which are no words of hers."""
    return {name: content[name] for name in CHOSEN if name in content}


def wipe_participants(session: Session, now: datetime, people: Sequence[Participant]) -> int:
    """Take names, words and ways in of participants of one drill; gives how many responses lost their words."""
    ids = [one.id for one in people]
    wiped = wipe_responses(session, now, session.scalars(select(Response).where(Response.participant_id.in_(ids))))
    _drop_drafts(session, ids, {one.team_id for one in people})
    for table in (HotwashNote, Consent, PauseRequest, SeatHolder, Sitting, WebSession):
        session.execute(delete(table).where(table.participant_id.in_(ids)))
    session.execute(update(Appeal).where(Appeal.filed_by.in_(ids)).values(words="", salt=""))
    for one in people:
        # Without the salt the digests of the log cannot be guessed; nobody holds the new token.
        one.name, one.salt, one.short_code, one.return_digest = "", "", "", token_digest(new_token())
        one.notice, one.notice_read_at = None, None
        one.removed_at, one.away_since, one.erased_at = one.removed_at or now, one.away_since or now, now
    session.flush()
    return wiped


def wipe_responses(session: Session, now: datetime, responses: Any) -> int:
    """Take the words of responses, and the sentences of ratings, which quote them; gives how many had any left."""
    ids = []
    for response in responses:
        if response.erased_at is None:
            # The id was made by her browser: it may say anything.
            response.client_id, response.content = f"erased-{response.id}", without_words(response.content)
            response.salt, response.typed_at, response.erased_at = "", None, now
            ids.append(response.id)
    session.flush()
    for at in range(0, len(ids), 500):
        of_these = Rating.response_id.in_(ids[at : at + 500])
        session.execute(update(Rating).where(of_these).values(sentence=""))
    return len(ids)


def _drop_drafts(session: Session, ids: Sequence[str], teams: set[str]) -> None:
    # A draft is a team's: her words may stand in one that somebody else changed last. After play nobody needs it.
    hers = or_(Draft.participant_id.in_(ids), Draft.stood_by.in_(ids))
    elsewhere = select(Delivery.team_id).join(Draft, Draft.delivery_id == Delivery.id).where(hers)
    teams = teams | set(session.scalars(elsewhere))
    session.execute(
        delete(Draft).where(Draft.delivery_id.in_(select(Delivery.id).where(Delivery.team_id.in_(teams)))),
        execution_options={"synchronize_session": False},
    )


def wipe_account(session: Session, now: datetime, account: Account) -> None:
    """Take name, address, ways in and rights of a member of staff; what she did stays under an id without a name."""
    # Where she works and what she reads decided whom she rated; those choices stand by themselves.
    for table in (RecoveryCode, ApiToken, OneUseLink, WebSession, Grant, Declaration, ColumnMapping):
        session.execute(delete(table).where(table.account_id == account.id))
    account.name, account.email, account.password_hash = "", f"{account.id}@erased.invalid", None
    account.totp_secret = account.totp_since = account.totp_step = None
    # Somebody else of the facilitators must be able to resume what she stopped.
    session.execute(update(Drill).where(Drill.lead_id == account.id).values(lead_id=None))
    account.disabled_at, account.erased_at = account.disabled_at or now, now
    session.flush()
