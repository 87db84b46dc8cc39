"""What facilitators do to an inject by hand: deliver, release, withdraw, for some teams or all."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from simulator.board import Board, Cell
from simulator.playing import deliver_or_skip, start_followers
from simulator.rows import Delivery
from simulator.scene import Scene

WITHDRAWABLE = ("delivered", "answered", "lapsed", "declined")


@dataclass(frozen=True)
class Press:
    """What was pressed: an inject for some teams, and a reason where they are treated apart.

    *unmet* names the teams for which the inject's condition was false at the press (rules.md 14).
    """

    inject: str
    teams: Sequence[str]
    unmet: Collection[str] = ()
    reason: str | None = None


def unmet_in(scene: Scene, inject_id: str, team_ids: Sequence[str]) -> list[str]:
    """Name the teams for which an inject's condition is false now."""
    inject = scene.msel.by_id[inject_id]
    if inject.if_ is None:
        return []
    board, _cells = board_of(scene, inject_id, team_ids)
    return [team_id for team_id in team_ids if not board.holds(inject, team_id)]


def board_of(scene: Scene, inject_id: str, team_ids: Sequence[str], *states: str) -> tuple[Board, list[Cell]]:
    """Lay out one inject of *team_ids*, and give its cells that are in one of *states*, in the teams' order."""
    board = Board(scene)
    found = {cell.team_id: cell for cell in board.read(Delivery.inject == inject_id, Delivery.team_id.in_(team_ids))}
    board.read_around(found.values())
    return board, [found[team_id] for team_id in team_ids if team_id in found and found[team_id].state in states]


def deliver_by_hand(scene: Scene, press: Press) -> int:
    """Deliver what was planned or held."""
    board, waiting = board_of(scene, press.inject, press.teams, "planned", "held")
    told = {} if press.reason is None else {"reason": press.reason}
    delivered = sum(
        deliver_or_skip(board, one, by_hand=True, holds=one.team_id not in press.unmet, **told) for one in waiting
    )
    board.write()
    return delivered


def release_by_hand(scene: Scene, press: Press) -> int:
    """Let go what was held: it goes out now if its time has come or it has none, else when it is due."""
    released = 0
    manual = scene.msel.by_id[press.inject].manual
    board, held = board_of(scene, press.inject, press.teams, "held")
    for cell in held:
        overdue = cell.due_at is not None and cell.due_at <= scene.time
        cell.become(state="planned", reason=None)
        scene.tell("inject_released", team=cell.team_id, inject=press.inject)
        if manual or overdue:
            released += deliver_or_skip(board, cell, by_hand=True, holds=cell.team_id not in press.unmet)
        else:
            released += 1
    board.write()
    return released


def withdraw_by_hand(scene: Scene, press: Press) -> int:
    """Take back what was delivered: it stays visible as void and leaves the score; what it set stays set."""
    board, delivered = board_of(scene, press.inject, press.teams, *WITHDRAWABLE)
    for cell in delivered:
        cell.become(state="withdrawn", withdrawn_at=scene.time, reason=press.reason)
        scene.tell("inject_withdrawn", team=cell.team_id, inject=press.inject, reason=press.reason)
        start_followers(board, cell)
    board.write()
    return len(delivered)


BY_HAND: dict[str, Callable[[Scene, Press], int]] = {
    "deliver": deliver_by_hand,
    "release": release_by_hand,
    "withdraw": withdraw_by_hand,
}
