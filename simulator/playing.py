"""What becomes of one inject in one team: delivered, skipped, closed; and who follows it.

The rules work on a board of cells, one team's or all teams', and whoever lays it out writes it.
"""

from datetime import timedelta
from functools import lru_cache
from typing import Any

from injects.answer import may_autosubmit
from injects.inject import Inject
from injects.timing import Outcome, Skip, closes_at, deadline, due_at
from simulator.board import Board, Cell, chosen_options
from simulator.digest import salted_digest
from simulator.rows import new_id, new_salt
from simulator.scene import Scene

__all__ = [
    "chosen_options",
    "close",
    "deadline_of",
    "deliver_or_skip",
    "leave_out",
    "set_flags",
    "start_followers",
]
LATE = timedelta(seconds=10)
OPEN = ("planned", "held")
# All teams to whom an inject goes at one instant have the same.
_deadline = lru_cache(maxsize=1024)(deadline)


def deliver_or_skip(board: Board, cell: Cell, *, by_hand: bool = False, holds: bool | None = None, **told: Any) -> bool:
    """Deliver an inject whose time has come, or skip it where its condition is false.

    *holds* is what the condition was when it was read before, at the press of a button.
    """
    inject = board.scene.msel.by_id[cell.inject]
    if board.holds(inject, cell.team_id) if holds is None else holds:
        return deliver(board, cell, by_hand=by_hand, **told)
    leave_out(board, cell, "condition_false")
    return False


def deliver(board: Board, cell: Cell, *, by_hand: bool = False, **told: Any) -> bool:
    """Deliver an inject once: set its deadline and its flags, tell the team, and start what follows it."""
    if cell.state not in OPEN:
        return False
    scene = board.scene
    inject, time = scene.msel.by_id[cell.inject], scene.time
    last = deadline_of(inject, time)
    late = not by_hand and cell.due_at is not None and time - cell.due_at > LATE * scene.drill.speed
    cell.become(
        state="delivered", delivered_at=time, deadline_at=last, reason=None,
        closes_at=None if last is None else closes_at(last), late=late,
    )  # fmt: skip
    scene.tell("inject_delivered", team=cell.team_id, inject=inject.id, late=late, **told)
    for flag in inject.sets:
        _set_flag(board, cell.team_id, flag)
    start_followers(board, cell)
    return True


def deadline_of(inject: Inject, delivered_at: timedelta) -> timedelta | None:
    """Give the drill time until which a team may answer what is delivered at an instant; None where it may at any."""
    return None if inject.ask is None or inject.ask.due is None else _deadline(delivered_at, inject.ask.due)


def leave_out(board: Board, cell: Cell, reason: str, **told: Any) -> None:
    """Leave an inject out for a team, and with it whatever would have followed."""
    if cell.state in OPEN:
        cell.become(state="skipped", reason=reason)
        board.scene.tell("inject_skipped", team=cell.team_id, inject=cell.inject, reason=reason, **told)
        start_followers(board, cell)


def _set_flag(board: Board, team_id: str, flag: str, **told: Any) -> None:
    # Flags are never unset, so that one which is set is not told again.
    if board.set_flag(team_id, flag):
        board.scene.tell("flag_set", team=team_id, flag=flag, **told)


def outcome_of(cell: Cell) -> Outcome:
    """Say what became of a delivery, in the words that timing asks for."""
    return Outcome(
        state=cell.state,  # type: ignore[arg-type]
        delivered_at=cell.delivered_at,
        answered_at=cell.answered_at,
        closes_at=cell.closes_at,
        withdrawn_at=cell.withdrawn_at,
    )


def start_followers(board: Board, cell: Cell) -> None:
    """Give the injects that come *after* this one their due instant, once it is known (rules.md 13)."""
    msel = board.scene.msel
    for follower in msel.followers(cell.inject):
        assert follower.after is not None  # noqa: S101 - Msel.followers holds only these
        due = due_at(msel.by_id[cell.inject], outcome_of(cell), follower.after.delay)
        coming = board.cell(cell.team_id, follower.id)
        if due is Skip.PREDECESSOR:
            leave_out(board, coming, Skip.PREDECESSOR.value)
        elif isinstance(due, timedelta) and coming.due_at is None and coming.state in OPEN:
            board.plan(coming, due)


def close(board: Board, cell: Cell) -> None:
    """End the wait for an answer: take the draft over, or let the inject lapse (rules.md 20, 21, 10)."""
    if cell.state != "delivered":
        return
    scene, draft = board.scene, board.draft(cell)
    ask = scene.msel.by_id[cell.inject].ask
    if draft is not None and ask is not None and may_autosubmit(ask, draft.content):
        cell.become(state="answered")
        _take_over(board, cell)
    elif _ended_too_early(scene, cell):
        cell.become(state="void", reason="ended_early", withdrawn_at=cell.closes_at)
        scene.tell("inject_voided", team=cell.team_id, inject=cell.inject, reason="ended_early")
    else:
        cell.become(state="lapsed")
        scene.tell("inject_lapsed", team=cell.team_id, inject=cell.inject)
    start_followers(board, cell)


def _ended_too_early(scene: Scene, cell: Cell) -> bool:
    ended, last = scene.drill.ended_at, cell.deadline_at
    return ended is not None and last is not None and ended < scene.drill.duration and last > ended


def _take_over(board: Board, cell: Cell) -> None:
    draft, salt, response_id = board.draft(cell), new_salt(), new_id()
    assert draft is not None  # noqa: S101 - close has looked
    # No browser can know this client id: a response under it would stand in the way of the draft, and of the clock.
    board.add_response(
        id=response_id, salt=salt, delivery_id=cell.id, version=board.next_version(cell), state="taken_over",
        current=True, client_id=f"draft-{new_id()}", participant_id=draft.by, content=draft.content,
        received_at=cell.deadline_at, received_wall=board.scene.now,
    )  # fmt: skip
    board.scene.tell(
        "response_taken_over", team=cell.team_id, inject=cell.inject, response=response_id,
        digest=salted_digest(salt, draft.content),
    )  # fmt: skip


def set_flags(scene: Scene, team_id: str, flags: tuple[str, ...], **told: Any) -> None:
    """Set what is not set yet; flags are never unset."""
    if flags:
        board = Board(scene)
        board.read_flags([team_id])
        for flag in flags:
            _set_flag(board, team_id, flag, **told)
        board.write()
