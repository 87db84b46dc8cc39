"""The cure window: what an application lacks in form may be mended for a while, and only that."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from scenarios.calls.call import Call
from simulator.application_scene import current_version
from simulator.frozen_call import call_of_programme
from simulator.mailing import write_to_lead
from simulator.programme_scene import ProgrammeScene
from simulator.refusal import Refusal
from simulator.rows import Application, ApplicationFile


def open_cure(scene: ProgrammeScene, application: Application, until: datetime, parts: Sequence[str]) -> None:
    """Let the lead of a sent application mend *parts* until an instant, beginning with what she has sent; mail her.

    *parts* are ``field:<id>``, ``members`` and ``document:<id>`` of the call. Refused where it has no cure window.
    """
    session, call = scene.session, call_of_programme(scene.session, scene.programme)
    version = current_version(session, application.id)
    if call.windows.cure is None or version is None:
        raise Refusal("no_cure_window")
    if not parts or set(parts) - set(parts_of(call)):
        raise Refusal("not_found")
    application.cure_until, application.cure_parts = until, list(dict.fromkeys(parts))
    application.draft, application.draft_version = version.content, application.draft_version + 1
    sent = set(version.files.values())
    for file in session.scalars(select(ApplicationFile).where(ApplicationFile.application_id == application.id)):
        file.removed_at = None if file.id in sent else file.removed_at or scene.now
    scene.tell("cure_opened", application=application.id, until=until.isoformat(), parts=application.cure_parts)
    title = call.title.say(application.language, call.languages)
    labels = [label_of(call, part, application.language) for part in application.cure_parts]
    write_to_lead(session, scene.now, application, "cure_opened", call=title, until=until.isoformat(), parts=labels)
    session.flush()


def parts_of(call: Call) -> list[str]:
    """Name all parts of an application, in the order of the call."""
    return [
        *(f"field:{one.id}" for one in call.form), "members", *(f"document:{one.id}" for one in call.documents),
    ]  # fmt: skip


def label_of(call: Call, part: str, language: str) -> str:
    """Give a part's title in a language; empty for the members, which every language names by itself."""
    kind, _sign, name = part.partition(":")
    titles = {
        "field": {one.id: one.label for one in call.form},
        "document": {one.id: one.title for one in call.documents},
    }
    return titles[kind][name].say(language, call.languages) if name else ""
