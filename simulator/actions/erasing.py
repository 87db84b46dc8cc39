"""Erasing a person: her name, her words and her ways in go; the chain, levels and scores stay (rules.md 35)."""

from datetime import datetime

from sqlalchemy.orm import Session

from simulator.actions.granting import require_other_organizer
from simulator.actor import Actor
from simulator.book import lock_stream
from simulator.ending import hotwashes_ahead
from simulator.kinds import HOUSE_STREAM
from simulator.leaving import close_sockets
from simulator.presence import recount_presence
from simulator.refusal import Refusal
from simulator.rows import Account, Participant
from simulator.scene import Scene, open_scene
from simulator.scrubbing import ask_scrubbing
from simulator.telling import tell_house
from simulator.wiping import wipe_account, wipe_participants


def erase_participant(session: Session, now: datetime, actor: Actor, *, drill_id: str, participant_id: str) -> int:
    """Erase a participant; gives how many responses lost their words. Those that had no full rating leave the score.

    Refused while her team can still answer: its own text would vanish under its hands. Taking her out is not.
    """
    scene = open_scene(session, now, actor, drill_id)
    participant = session.get(Participant, participant_id, populate_existing=True)
    if participant is None or participant.team_id not in scene.team_ids:
        raise Refusal("not_found")
    if participant.erased_at is not None:
        raise Refusal("already_erased")
    if can_still_answer(scene, participant.team_id):
        raise Refusal("drill_still_runs")
    close_sockets(session, now, f"participant:{participant.id}")
    responses = wipe_participants(session, now, [participant])
    scene.tell("participant_erased", team=participant.team_id, participant=participant.id, responses=responses)
    recount_presence({participant.team_id: scene})
    ask_scrubbing(session)
    return responses


def can_still_answer(scene: Scene, team_id: str) -> bool:
    """Say whether a team's answers can still come or change."""
    if scene.drill.state in ("draft", "ready"):
        return False
    playing = {team for team, _opens_at in hotwashes_ahead(scene.session, scene.drill)}
    return scene.drill.state != "ended" or team_id in playing


def erase_account(session: Session, now: datetime, actor: Actor, *, account_id: str) -> None:
    """Erase a member of staff whose account was disabled before; what she rated stays, under an id without a name."""
    lock_stream(session, HOUSE_STREAM)
    account = session.get(Account, account_id, populate_existing=True)
    if account is None or account.bot:
        raise Refusal("not_found")
    if account.erased_at is not None:
        raise Refusal("already_erased")
    if account.id == actor.id:
        raise Refusal("not_oneself")
    require_other_organizer(session, account.id)
    if account.disabled_at is None:
        raise Refusal("account_not_disabled")
    close_sockets(session, now, f"account:{account.id}")
    wipe_account(session, now, account)
    tell_house(session, now, actor, "account_erased", account=account.id)
    ask_scrubbing(session)
