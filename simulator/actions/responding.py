"""What a team does with an inject: receives, opens, drafts, answers, declines (rules.md 18–22).

What a thousand people do at once is carried out together: each request decides, in its turn, on an `Inbox` that was
read for all of them and is written for all of them. One request alone goes the same way.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from injects.answer import check_answer
from injects.answer_error import AnswerError
from injects.draft import check_draft
from injects.inject import Ask
from injects.msel import Msel
from simulator.actor import Actor
from simulator.call import Call
from simulator.digest import salted_digest
from simulator.inbox import Inbox, Wanted
from simulator.item import Item
from simulator.leading import acts_as_lead
from simulator.playing import chosen_options
from simulator.refusal import Refusal
from simulator.rows import Participant
from simulator.scene import open_scene

ON_ITS_WAY = timedelta(seconds=5)
LEAD_SILENCE = timedelta(minutes=3)


def receive_injects(session: Session, now: datetime, actor: Actor, *, inject_ids: Sequence[str]) -> list[str]:
    """Note that a team's first device has these injects on its screen; gives those that are noted by now."""
    facts = {"inject_ids": inject_ids}
    return _alone(session, now, Call(receive_injects, actor, facts))  # type: ignore[no-any-return]


def open_inject(session: Session, now: datetime, actor: Actor, *, inject_id: str) -> list[str]:
    """Note that somebody of the team has opened an inject for the first time; gives it where that is noted by now."""
    facts = {"inject_id": inject_id}
    return _alone(session, now, Call(open_inject, actor, facts))  # type: ignore[no-any-return]


def save_draft(
    session: Session, now: datetime, actor: Actor, *, inject_id: str, content: Mapping[str, Any]
) -> dict[str, Any]:
    """Keep what the team is writing; after the deadline the draft stays as it stood (rules.md 20)."""
    facts = {"inject_id": inject_id, "content": content}
    return _alone(session, now, Call(save_draft, actor, facts))  # type: ignore[no-any-return]


def send_response(
    session: Session, now: datetime, actor: Actor, *, inject_id: str, response_id: str, content: Mapping[str, Any],
    confirmed: bool = False, typed_at: datetime | None = None,
) -> dict[str, Any]:  # fmt: skip
    """Answer an inject; gives the receipt ``{state, version, received_at, …}``.

    *response_id* is made by the client: the same id is the same response, however often it arrives. What comes
    after the grace is stored as late and changes nothing else.
    """
    facts = {
        "inject_id": inject_id, "response_id": response_id, "content": content, "confirmed": confirmed,
        "typed_at": typed_at,
    }  # fmt: skip
    return _alone(session, now, Call(send_response, actor, facts))  # type: ignore[no-any-return]


def decline_inject(session: Session, now: datetime, actor: Actor, *, inject_id: str) -> None:
    """Decline an optional inject, without loss."""
    _alone(session, now, Call(decline_inject, actor, {"inject_id": inject_id}))


def _alone(session: Session, now: datetime, call: Call) -> Any:
    (result,) = carry_out_together(session, now, [call])
    if isinstance(result, Refusal):
        raise result
    return result


def carry_out_together(session: Session, now: datetime, calls: Sequence[Call]) -> list[Any]:
    """Carry out what participants ask, in the order of *calls*; gives each its result or its `Refusal`."""
    by_drill: dict[str, list[int]] = {}
    for place, call in enumerate(calls):
        by_drill.setdefault(call.actor.drill_id or "", []).append(place)
    results: list[Any] = [None] * len(calls)
    for drill_id in sorted(by_drill):
        places = by_drill[drill_id]
        for place, result in zip(places, _in_drill(session, now, [calls[at] for at in places]), strict=True):
            results[place] = result
    return results


def _in_drill(session: Session, now: datetime, calls: Sequence[Call]) -> list[Any]:
    try:
        inbox = Inbox(open_scene(session, now, calls[0].actor, calls[0].actor.drill_id))
    except Refusal as refusal:
        return [refusal] * len(calls)
    inbox.read([_wanted(call, inbox.scene.msel) for call in calls])
    results = [_decide(inbox, call) for call in calls]
    inbox.write()
    return results


def _wanted(call: Call, msel: Msel) -> Wanted:
    named = call.facts["inject_ids"] if "inject_ids" in call.facts else (call.facts["inject_id"],)
    # What the scenario does not know is not asked for: a browser may name a thousand such ids.
    return Wanted(call.actor, [one for one in named if one in msel.by_id], call.facts.get("response_id"))


def _decide(inbox: Inbox, call: Call) -> Any:
    try:
        inbox.require_member(call.actor)
        return _DECIDE[call.action](inbox, call.actor, **call.facts)
    except Refusal as refusal:
        return refusal


def _receive(inbox: Inbox, actor: Actor, *, inject_ids: Sequence[str]) -> list[str]:
    # In the order of the file, whichever way a browser names them.
    return _note_first(inbox, actor, set(inject_ids), "received_at", "inject_received")


def _open(inbox: Inbox, actor: Actor, *, inject_id: str) -> list[str]:
    _note_first(inbox, actor, {inject_id}, "received_at", "inject_received")
    return _note_first(inbox, actor, {inject_id}, "opened_at", "inject_opened")


def _note_first(inbox: Inbox, actor: Actor, inject_ids: set[str], column: str, kind: str) -> list[str]:
    found = inbox.items(actor, inject_ids)
    for item in found:
        if getattr(item, column) is None:
            item.become(**{column: inbox.time})
            inbox.tell(actor, kind, inject=item.inject)
    return [item.inject for item in found]


def _save(inbox: Inbox, actor: Actor, *, inject_id: str, content: Mapping[str, Any]) -> dict[str, Any]:
    item, ask = _asked(inbox, actor, inject_id)
    if item.state != "delivered" or inbox.passed(item.deadline_at):
        return {"state": "closed"}
    try:
        kept = check_draft(ask, content)
    except AnswerError as error:
        raise Refusal(error.code, **error.parameters) from None
    inbox.keep_draft(item, actor.id, kept)
    return {"state": "saved"}


def _send(
    inbox: Inbox, actor: Actor, *, inject_id: str, response_id: str, content: Mapping[str, Any],
    confirmed: bool = False, typed_at: datetime | None = None,
) -> dict[str, Any]:  # fmt: skip
    item, ask = _asked(inbox, actor, inject_id)
    known = inbox.receipt(item, response_id)
    if known is not None:
        return known.told()
    _require_open(inbox, item)
    try:
        answer = dict(check_answer(ask, content))
    except AnswerError as error:
        raise Refusal(error.code, **error.parameters) from None
    if _too_late(inbox, item):
        return _store(inbox, actor, item, response_id, answer, typed_at, state="late")
    if item.final:
        raise Refusal("answer_final")
    decides = ask.sets_flag(chosen_options(answer))
    if decides and not confirmed:
        raise Refusal("confirmation_needed")
    if ask.approve and not _approved(inbox, actor, item, ask.approve):
        return _propose(inbox, actor, item, answer)
    return _count(inbox, actor, item, ask, response_id, answer, typed_at, final=decides)


def _asked(inbox: Inbox, actor: Actor, inject_id: str) -> tuple[Item, Ask]:
    item = inbox.item(actor, inject_id)
    if item is None:
        raise Refusal("not_found")
    ask = inbox.ask(item)
    if ask is None:
        raise Refusal("nothing_asked")
    return item, ask


def _require_open(inbox: Inbox, item: Item) -> None:
    if item.state in ("withdrawn", "void"):
        raise Refusal("inject_withdrawn")
    if item.state == "declined":
        raise Refusal("inject_declined")
    drill = inbox.scene.drill
    if drill.state == "paused" and (drill.paused_at is None or inbox.scene.now - drill.paused_at > ON_ITS_WAY):
        raise Refusal("drill_paused")


def _too_late(inbox: Inbox, item: Item) -> bool:
    # A first answer has the grace; a better one must be there by the deadline (rules.md 18, 19).
    limit = item.closes_at if item.state == "delivered" else item.deadline_at
    return item.state == "lapsed" or inbox.passed(limit)


def _approved(inbox: Inbox, actor: Actor, item: Item, seat: str) -> bool:
    participant = inbox.scene.session.get_one(Participant, actor.id)
    if acts_as_lead(inbox.scene, participant, seat):
        return True
    draft = inbox.draft(item)
    return draft is not None and draft.proposed_at is not None and inbox.time - draft.proposed_at >= LEAD_SILENCE


def _propose(inbox: Inbox, actor: Actor, item: Item, answer: dict[str, Any]) -> dict[str, Any]:
    earlier = inbox.draft(item)
    draft = inbox.keep_draft(item, actor.id, answer, proposed=True)
    if earlier is None or earlier.proposed_at is None or earlier.content != answer:
        inbox.tell(actor, "response_proposed", inject=item.inject, participant=actor.id)
    return {"state": "proposed", "free_at": (draft.proposed_at or inbox.time) + LEAD_SILENCE}


def _count(
    inbox: Inbox, actor: Actor, item: Item, ask: Ask, client_id: str, answer: dict[str, Any],
    typed_at: datetime | None, *, final: bool,
) -> dict[str, Any]:  # fmt: skip
    first = item.state == "delivered"
    if first:
        item.become(state="answered", answered_at=inbox.time)
    if final:
        item.become(final=True)
    told = _store(inbox, actor, item, client_id, answer, typed_at, state="counted")
    inbox.keep_draft(item, actor.id, answer)
    chosen = chosen_options(answer)
    inbox.set_flags(actor, tuple(flag for one in ask.options if one.id in chosen for flag in one.sets))
    if first:
        inbox.answered(item)
    return told


def _store(
    inbox: Inbox, actor: Actor, item: Item, client_id: str, answer: dict[str, Any], typed_at: datetime | None, *,
    state: str,
) -> dict[str, Any]:  # fmt: skip
    response_id, salt, receipt = inbox.add_response(item, actor.id, client_id, answer, state=state, typed_at=typed_at)
    digest = salted_digest(salt, answer)
    if state == "counted":
        told = {"response": response_id, "version": receipt.version, "digest": digest}
        inbox.tell(actor, "response_received", inject=item.inject, **told)
    else:
        inbox.tell(actor, "response_late", inject=item.inject, response=response_id, digest=digest)
    return receipt.told()


def _decline(inbox: Inbox, actor: Actor, *, inject_id: str) -> None:
    item, _ask = _asked(inbox, actor, inject_id)
    _require_open(inbox, item)
    if not inbox.scene.msel.by_id[inject_id].optional:
        raise Refusal("inject_not_optional")
    if item.state != "delivered":
        raise Refusal("already_done", inject=inject_id)
    item.become(state="declined", answered_at=inbox.time)
    inbox.tell(actor, "inject_declined", inject=inject_id)
    inbox.answered(item)


_DECIDE: Mapping[Callable[..., Any], Callable[..., Any]] = {
    receive_injects: _receive,
    open_inject: _open,
    save_draft: _save,
    send_response: _send,
    decline_inject: _decline,
}
