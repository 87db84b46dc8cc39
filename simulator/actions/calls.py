"""Opening a programme's call: its bytes are frozen, and the digest of its rules is told before anybody applies."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete
from sqlalchemy.orm import Session

from scenarios.calls.digest import call_rules_digest
from simulator.actor import Actor
from simulator.frozen_call import call_of_programme, freeze_call
from simulator.programme_scene import ProgrammeScene, open_programme
from simulator.refusal import Refusal
from simulator.rows import Stage


def open_call(session: Session, now: datetime, actor: Actor, *, programme_id: str, content: bytes) -> dict[str, Any]:
    """Freeze a call for a programme and open it to the public; gives its digest and that of its rules.

    Refused with all findings where it has errors, and once applications could have come in by an earlier one.
    """
    scene = open_programme(session, now, actor, programme_id)
    _refuse_replacing(scene)
    digest, call = freeze_call(session, content)
    if now > call.windows.applications.ends:
        raise Refusal("call_is_over", at=call.windows.applications.ends)
    rules = call_rules_digest(call)
    if digest != scene.programme.call_digest:
        session.execute(delete(Stage).where(Stage.programme_id == programme_id))
        session.add_all(Stage(programme_id=programme_id, stage=stage.id) for stage in call.stages)
        scene.programme.call_digest, scene.programme.call_published_at = digest, now
        scene.tell("call_opened", call=digest)
        scene.tell("rules_published", rules=rules)
    return {"call": digest, "rules": rules}


def _refuse_replacing(scene: ProgrammeScene) -> None:
    if scene.programme.call_digest is None:
        return
    opens = call_of_programme(scene.session, scene.programme).windows.applications.opens
    if scene.now >= opens:
        raise Refusal("call_is_open", at=opens)
