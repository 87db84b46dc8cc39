"""What erasing takes away from an application and what belongs to it; levels, scores, codes and the log stay."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Text, cast, delete, select, update
from sqlalchemy.orm import Session

from scenarios.calls.call import Call
from simulator.actions.application_files import drop_blobs
from simulator.application_content import empty_content
from simulator.digest import new_token, token_digest
from simulator.frozen_call import call_of
from simulator.rows import (
    Appeal,
    Application,
    ApplicationFile,
    ApplicationVersion,
    Award,
    Decision,
    Eligibility,
    Mail,
    Programme,
    Rating,
    Team,
    WebSession,
)

NOBODY = {"name": "", "mail": "", "fields": {}, "consents": []}


def without_people(call: Call | None, content: Mapping[str, Any]) -> dict[str, Any]:
    """Give what figures need of an application: attributes that were chosen from a list, and how many members came."""
    chosen = {
        field.id: content["fields"][field.id]
        for field in (call.form if call is not None else ())
        if field.attribute and field.id in content["fields"] and not _is_free(call, field.attribute)
    }
    return {"fields": chosen, "members": [dict(NOBODY) for _member in content["members"]]}


def _is_free(call: Call | None, attribute: str) -> bool:
    found = call.attributes.get(attribute) if call is not None else None
    return found is None or found.free


def wipe_applications(session: Session, now: datetime, applications: Sequence[Application]) -> None:
    """Take names, words, files, mails and ways in of applications; what was rated and awarded stays under the code."""
    ids = [one.id for one in applications]
    calls = {one.programme_id: _call(session, one.programme_id) for one in applications}
    programme_of = {one.id: one.programme_id for one in applications}
    for version in session.scalars(select(ApplicationVersion).where(ApplicationVersion.application_id.in_(ids))):
        call = calls[programme_of[version.application_id]]
        version.content, version.files, version.salt = without_people(call, version.content), {}, ""
    for team in session.scalars(select(Team).where(Team.application_id.in_(ids))):
        call = calls[programme_of[team.application_id or ""]]
        team.attributes = {name: value for name, value in team.attributes.items() if not _is_free(call, name)}
    _drop_files(session, ids)
    session.execute(delete(WebSession).where(WebSession.application_id.in_(ids)))
    session.execute(delete(Mail).where(Mail.about.in_([f"application:{one}" for one in ids])))
    session.execute(update(Appeal).where(Appeal.application_id.in_(ids)).values(words="", note="", salt=""))
    session.execute(update(Award).where(Award.application_id.in_(ids)).values(people=None))
    session.execute(update(Eligibility).where(Eligibility.application_id.in_(ids)).values(note=""))
    # Sentences quote what was written.
    session.execute(update(Rating).where(Rating.application_id.in_(ids)).values(sentence=""))
    for one in applications:
        _forget_decisions(session, one)
        one.lead_name, one.lead_mail, one.salt, one.draft = "", "", "", empty_content()
        # Nobody holds the new token.
        one.link_digest, one.spare_digest, one.link_mailed_at = token_digest(new_token()), None, None
        one.notice, one.notice_read_at, one.erased_at = None, None, now
    session.flush()


def _call(session: Session, programme_id: str) -> Call | None:
    digest = session.get_one(Programme, programme_id).call_digest
    return None if digest is None else call_of(session, digest)


def _drop_files(session: Session, ids: Sequence[str]) -> None:
    mine = ApplicationFile.application_id.in_(ids)
    digests = list(session.scalars(select(ApplicationFile.digest).where(mine).distinct()))
    session.execute(delete(ApplicationFile).where(mine))
    session.flush()
    drop_blobs(session, digests)


def _forget_decisions(session: Session, application: Application) -> None:
    # The reasons of a derogation may name people; its codes stay.
    about = Decision.scope == f"programme:{application.programme_id}"
    names_it = cast(Decision.subject, Text).contains(application.id)
    session.execute(update(Decision).where(about, names_it).values(note="", salt=""))
