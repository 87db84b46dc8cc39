"""A lead applies: she begins, comes back by her link, writes, and everything is kept as she types."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from scenarios.calls.call import Call
from simulator.actions.joining import clean_name
from simulator.actor import Actor
from simulator.application_content import EMAIL, LONGEST_MAIL, clean_content, empty_content
from simulator.application_scene import own_application_scene, phase_of
from simulator.digest import new_token, salted_digest, token_digest
from simulator.frozen_call import call_of_programme
from simulator.mailing import write_to_lead
from simulator.notice import APPLICATION_NOTICE
from simulator.programme_scene import open_programme
from simulator.refusal import Refusal
from simulator.rows import Application, Programme, new_id

CROWD, CROWD_IN = 120, timedelta(minutes=1)
MOST_PER_ADDRESS = 5
# Who asks for a lost link gets one mail in this time, however often she asks.
LINK_EVERY = timedelta(minutes=10)


def begin_application(
    session: Session, now: datetime, actor: Actor, *, call: str, name: str, mail: str, language: str, notice: str
) -> dict[str, str]:
    """Begin an application to the programme *call*; gives its id and the token of its personal link.

    *notice* is the version of the privacy notice she has just read: nothing is stored before.
    """
    if notice != APPLICATION_NOTICE:
        raise Refusal("notice_unread")
    address = clean_mail(mail)
    scene = open_programme(session, now, actor, call)
    document = _open_call(session, scene.programme, now)
    _refuse_crowd(session, now, call, address)
    token = new_token()
    application = Application(
        programme_id=call, code=_new_code(session, call), language=spoken(document, language),
        lead_name=clean_name(name), lead_mail=address, link_digest=token_digest(token), draft=empty_content(),
        saved_at=now, created_at=now, notice=notice, notice_read_at=now,
    )  # fmt: skip
    session.add(application)
    session.flush()
    told = salted_digest(application.salt, [application.lead_name, address])
    scene.tell("application_begun", application=application.id, lead=told, notice=notice)
    _mail_link(session, now, application, document, token)
    return {"application_id": application.id, "token": token}


def open_application(session: Session, now: datetime, actor: Actor, *, token: str) -> str:
    """Come back by the personal link; gives the application's id. A link asked for anew takes the old one's place."""
    digest = token_digest(token)
    wanted = or_(Application.link_digest == digest, Application.spare_digest == digest)
    application = session.scalar(select(Application).where(wanted, Application.erased_at.is_(None)).with_for_update())
    if application is None:
        raise Refusal("application_link_unknown")
    if application.spare_digest == digest:
        application.link_digest, application.spare_digest = digest, None
    return application.id


def renew_application_link(session: Session, now: datetime, actor: Actor, *, call: str, mail: str) -> None:
    """Mail a new personal link for each application of an address; says nothing about whether there was any."""
    address = mail.strip().lower()
    programme = session.get(Programme, call)
    if programme is None or programme.call_digest is None:
        raise Refusal("not_found")
    document = call_of_programme(session, programme)
    hers = select(Application).where(
        Application.programme_id == call, Application.lead_mail == address, Application.erased_at.is_(None)
    )
    for application in session.scalars(hers.order_by(Application.created_at).with_for_update()).all():
        if application.link_mailed_at is not None and now - application.link_mailed_at < LINK_EVERY:
            continue
        token = new_token()
        application.spare_digest = token_digest(token)
        _mail_link(session, now, application, document, token)


def save_application(
    session: Session, now: datetime, actor: Actor, *, content: Any, version: int, language: str | None = None
) -> dict[str, Any]:
    """Keep what she is writing; gives ``saved`` and the draft's new version.

    Where another window has saved since *version*, nothing is changed: gives ``newer``, that version and its content.
    """
    scene = own_application_scene(session, now, actor)
    application = scene.application
    phase = scene.require_open()
    clean = clean_content(scene.call, content)
    if language is not None:
        application.language = spoken(scene.call, language)
    if version != application.draft_version and clean != application.draft:
        return {"state": "newer", "version": application.draft_version, "content": application.draft}
    if phase == "cure":
        clean = _only_open_parts(application, clean)
    if clean != application.draft:
        application.draft, application.draft_version, application.saved_at = clean, application.draft_version + 1, now
    return {"state": "saved", "version": application.draft_version}


def _only_open_parts(application: Application, clean: dict[str, Any]) -> dict[str, Any]:
    # What nobody asked her to mend stays as it was sent.
    parts, before = application.cure_parts, application.draft
    open_fields = {part.removeprefix("field:") for part in parts if part.startswith("field:")}
    kept = {name: value for name, value in before["fields"].items() if name not in open_fields}
    fields = kept | {name: value for name, value in clean["fields"].items() if name in open_fields}
    return {"fields": fields, "members": clean["members"] if "members" in parts else before["members"]}


def clean_mail(given: str) -> str:
    """Give an address as it is kept; refuse what is none."""
    address = given.strip().lower()
    if len(address) > LONGEST_MAIL or not address.isprintable() or not EMAIL.fullmatch(address):
        raise Refusal("email_malformed")
    return address


def spoken(call: Call, language: str) -> str:
    """Give the language if the call takes applications in it, else the call's first."""
    return language if language in call.languages else call.languages[0]


def _open_call(session: Session, programme: Programme, now: datetime) -> Call:
    if programme.call_digest is None:
        raise Refusal("not_found")
    call = call_of_programme(session, programme)
    window = call.windows.applications
    match phase_of(call, None, now):
        case "before":
            raise Refusal("applications_not_open", at=window.opens)
        case "closed":
            raise Refusal("applications_closed", at=window.ends)
    return call


def _refuse_crowd(session: Session, now: datetime, call: str, address: str) -> None:
    here = select(func.count()).select_from(Application).where(Application.programme_id == call)
    if (session.scalar(here.where(Application.created_at > now - CROWD_IN)) or 0) >= CROWD:
        raise Refusal("too_many_begin")
    if (session.scalar(here.where(Application.lead_mail == address)) or 0) >= MOST_PER_ADDRESS:
        raise Refusal("too_many_of_address", most=MOST_PER_ADDRESS)


def _new_code(session: Session, call: str) -> str:
    taken = set(session.scalars(select(Application.code).where(Application.programme_id == call)))
    return next(code for code in iter(lambda: new_id(5).upper(), None) if code not in taken)


def _mail_link(session: Session, now: datetime, application: Application, call: Call, token: str) -> None:
    application.link_mailed_at = now
    title = call.title.say(application.language, call.languages)
    ends = call.windows.applications.closes.isoformat()
    write_to_lead(session, now, application, "application_link", token=token, call=title, closes=ends)
