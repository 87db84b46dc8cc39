"""What a team does with an inject: receives, opens, drafts, answers, declines (rules.md 18–22)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from injects.answer import check_answer
from injects.answer_error import AnswerError
from injects.draft import check_draft
from injects.inject import Ask, Inject
from simulator.actions.joining import own_scene
from simulator.actor import Actor
from simulator.digest import salted_digest
from simulator.leading import acts_as_lead
from simulator.playing import chosen_options, claim, follow, set_flags
from simulator.refusal import Refusal
from simulator.rows import Delivery, Draft, Participant, Response, new_id, new_salt
from simulator.scene import Scene

ON_ITS_WAY = timedelta(seconds=5)
LEAD_SILENCE = timedelta(minutes=3)
VISIBLE = ("delivered", "answered", "lapsed", "withdrawn", "void", "declined")


def receive_injects(session: Session, now: datetime, actor: Actor, *, inject_ids: Sequence[str]) -> None:
    """Note that a team's first device has these injects on its screen."""
    scene, _participant = own_scene(session, now, actor)
    _note_first(scene, inject_ids, "received_at", "inject_received")


def open_inject(session: Session, now: datetime, actor: Actor, *, inject_id: str) -> None:
    """Note that somebody of the team has opened an inject for the first time."""
    scene, _participant = own_scene(session, now, actor)
    _note_first(scene, [inject_id], "received_at", "inject_received")
    _note_first(scene, [inject_id], "opened_at", "inject_opened")


def _note_first(scene: Scene, inject_ids: Sequence[str], column: str, kind: str) -> None:
    query = select(Delivery).where(Delivery.team_id == scene.actor.team_id, Delivery.inject.in_(inject_ids))
    for delivery in scene.session.scalars(query.order_by(Delivery.position)):
        if delivery.state in VISIBLE and getattr(delivery, column) is None:
            setattr(delivery, column, scene.time)
            scene.tell(kind, team=delivery.team_id, inject=delivery.inject)


def save_draft(
    session: Session, now: datetime, actor: Actor, *, inject_id: str, content: Mapping[str, Any]
) -> dict[str, Any]:
    """Keep what the team is writing; after the deadline the draft stays as it stood (rules.md 20)."""
    scene, participant = own_scene(session, now, actor)
    delivery, ask = _asked(scene, inject_id)
    if delivery.state != "delivered" or _passed(delivery.deadline_at, scene.time):
        return {"state": "closed"}
    _write_draft(scene, delivery, participant, _bounded(ask, content))
    return {"state": "saved"}


def _bounded(ask: Ask, content: Mapping[str, Any]) -> dict[str, Any]:
    try:
        return check_draft(ask, content)
    except AnswerError as error:
        raise Refusal(error.code, **error.parameters) from None


def _write_draft(
    scene: Scene,
    delivery: Delivery,
    participant: Participant,
    content: dict[str, Any],
    *,
    proposed: bool = False,
) -> Draft:
    draft = scene.session.get(Draft, delivery.id)
    if draft is None:
        draft = Draft(delivery_id=delivery.id, content={}, saved_at=scene.time)
        scene.session.add(draft)
    if not _passed(delivery.deadline_at, scene.time):
        draft.stood, draft.stood_by = None, None
    elif draft.stood is None:
        draft.stood, draft.stood_by = draft.content, draft.participant_id
    changed = draft.content != content
    draft.content, draft.participant_id, draft.saved_at = content, participant.id, scene.time
    if proposed and (draft.proposed_at is None or changed):
        draft.proposed_at = scene.time
    elif changed:
        draft.proposed_at = None
    scene.session.flush()
    return draft


def send_response(
    session: Session, now: datetime, actor: Actor, *, inject_id: str, response_id: str, content: Mapping[str, Any],
    confirmed: bool = False, typed_at: datetime | None = None,
) -> dict[str, Any]:  # fmt: skip
    """Answer an inject; gives the receipt ``{state, version, received_at, …}``.

    *response_id* is made by the client: the same id is the same response, however often it arrives. What comes
    after the grace is stored as late and changes nothing else.
    """
    scene, participant = own_scene(session, now, actor)
    delivery, ask = _asked(scene, inject_id)
    earlier = session.scalars(select(Response).where(Response.delivery_id == delivery.id)).all()
    known = next((response for response in earlier if response.client_id == response_id), None)
    if known is not None:
        return receipt_of(known)
    _require_open(scene, delivery)
    try:
        answer = dict(check_answer(ask, content))
    except AnswerError as error:
        raise Refusal(error.code, **error.parameters) from None
    version = 1 + max((response.version for response in earlier), default=0)
    stored = _Stored(participant.id, response_id, answer, typed_at, version)
    if _too_late(scene, delivery):
        return _store_late(scene, delivery, stored)
    if delivery.final:
        raise Refusal("answer_final")
    decides = ask.sets_flag(chosen_options(answer))
    if decides and not confirmed:
        raise Refusal("confirmation_needed")
    if ask.approve and not _approved(scene, delivery, participant, ask.approve):
        return _propose(scene, delivery, participant, answer)
    return _store(scene, delivery, ask, stored, final=decides)


@dataclass(frozen=True)
class _Stored:
    """What is stored of an answer besides what became of it."""

    participant_id: str
    client_id: str
    answer: dict[str, Any]
    typed_at: datetime | None
    version: int


def _asked(scene: Scene, inject_id: str) -> tuple[Delivery, Ask]:
    delivery = scene.session.scalar(
        select(Delivery).where(Delivery.team_id == scene.actor.team_id, Delivery.inject == inject_id)
    )
    if delivery is None or delivery.state not in VISIBLE:
        raise Refusal("not_found")
    ask = _inject(scene, inject_id).ask
    if ask is None:
        raise Refusal("nothing_asked")
    return delivery, ask


def _inject(scene: Scene, inject_id: str) -> Inject:
    return scene.msel.by_id[inject_id]


def _require_open(scene: Scene, delivery: Delivery) -> None:
    if delivery.state in ("withdrawn", "void"):
        raise Refusal("inject_withdrawn")
    if delivery.state == "declined":
        raise Refusal("inject_declined")
    paused_at = scene.drill.paused_at
    if scene.drill.state == "paused" and (paused_at is None or scene.now - paused_at > ON_ITS_WAY):
        raise Refusal("drill_paused")


def _passed(limit: timedelta | None, time: timedelta) -> bool:
    return limit is not None and time > limit


def _too_late(scene: Scene, delivery: Delivery) -> bool:
    # A first answer has the grace; a better one must be there by the deadline (rules.md 18, 19).
    limit = delivery.closes_at if delivery.state == "delivered" else delivery.deadline_at
    return delivery.state == "lapsed" or _passed(limit, scene.time)


def _approved(scene: Scene, delivery: Delivery, participant: Participant, seat: str) -> bool:
    if acts_as_lead(scene, participant, seat):
        return True
    draft = scene.session.get(Draft, delivery.id)
    return draft is not None and draft.proposed_at is not None and scene.time - draft.proposed_at >= LEAD_SILENCE


def _propose(scene: Scene, delivery: Delivery, participant: Participant, answer: dict[str, Any]) -> dict[str, Any]:
    draft = _write_draft(scene, delivery, participant, answer, proposed=True)
    if draft.proposed_at == scene.time:
        scene.tell("response_proposed", team=delivery.team_id, inject=delivery.inject, participant=participant.id)
    return {"state": "proposed", "free_at": (draft.proposed_at or scene.time) + LEAD_SILENCE}


def _store(scene: Scene, delivery: Delivery, ask: Ask, stored: _Stored, *, final: bool) -> dict[str, Any]:
    first = delivery.state == "delivered"
    values: dict[str, Any] = {"state": "answered", "final": final}
    if first:
        values["answered_at"] = scene.time
    if not claim(scene, delivery, "delivered", "answered", **values):
        raise Refusal("already_done", inject=delivery.inject)
    response = _add_response(scene, delivery, stored, state="counted")
    _write_draft(scene, delivery, scene.session.get_one(Participant, stored.participant_id), stored.answer)
    scene.tell(
        "response_received", team=delivery.team_id, inject=delivery.inject, response=response.id,
        version=response.version, digest=salted_digest(response.salt, response.content),
    )  # fmt: skip
    chosen = chosen_options(stored.answer)
    set_flags(scene, delivery.team_id, tuple(flag for o in ask.options if o.id in chosen for flag in o.sets))
    if first:
        follow(scene, delivery)
    return receipt_of(response)


def _store_late(scene: Scene, delivery: Delivery, stored: _Stored) -> dict[str, Any]:
    response = _add_response(scene, delivery, stored, state="late")
    scene.tell(
        "response_late", team=delivery.team_id, inject=delivery.inject, response=response.id,
        digest=salted_digest(response.salt, response.content),
    )  # fmt: skip
    return receipt_of(response)


def _add_response(scene: Scene, delivery: Delivery, stored: _Stored, *, state: str) -> Response:
    session, of_delivery = scene.session, Response.delivery_id == delivery.id
    if state == "counted" and stored.version > 1:
        session.execute(update(Response).where(of_delivery, Response.current).values(current=False))
    response = Response(
        id=new_id(), salt=new_salt(),
        delivery_id=delivery.id, client_id=stored.client_id, version=stored.version, state=state,
        current=state == "counted",
        participant_id=stored.participant_id, content=stored.answer, typed_at=stored.typed_at,
        received_at=scene.time, received_wall=scene.now,
    )  # fmt: skip
    session.add(response)
    return response


def receipt_of(response: Response) -> dict[str, Any]:
    """Give what the sender is told of a stored response; the same one for the same id."""
    return {
        "state": response.state, "version": response.version, "received_at": response.received_wall,
        "drill_time": response.received_at,
    }  # fmt: skip


def decline_inject(session: Session, now: datetime, actor: Actor, *, inject_id: str) -> None:
    """Decline an optional inject, without loss."""
    scene, _participant = own_scene(session, now, actor)
    delivery, _ask = _asked(scene, inject_id)
    _require_open(scene, delivery)
    if not _inject(scene, inject_id).optional:
        raise Refusal("inject_not_optional")
    if not claim(scene, delivery, "delivered", state="declined", answered_at=scene.time):
        raise Refusal("already_done", inject=inject_id)
    scene.tell("inject_declined", team=delivery.team_id, inject=inject_id)
    follow(scene, delivery)
