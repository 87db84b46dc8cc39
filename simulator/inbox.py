"""What some teams have in their inboxes, read for many requests at once and written at the end, once.

Whoever decides here meets what the requests before have left, as if each had had a transaction of its own. Nothing is
written before `Inbox.write`: a refusal changes nothing.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.orm.util import identity_key

from injects.inject import Ask
from simulator.actor import Actor
from simulator.agenda import come_sooner
from simulator.board import Board, Cell
from simulator.book import append, count_ahead, whole
from simulator.bulk import insert_rows, json_text, replace_rows, update_rows
from simulator.columns import EPOCH, MILLISECOND
from simulator.inbox_queries import find_drafts, find_items, find_members, find_receipts
from simulator.item import Item, Receipt, Standing
from simulator.kinds import KINDS, drill_stream, staff_reader, team_reader
from simulator.playing import set_flags, start_followers
from simulator.refusal import Refusal
from simulator.rows import Delivery, new_id, new_salt
from simulator.scene import Scene

RESPONSE = (
    "id", "delivery_id", "client_id", "version", "state", "current", "participant_id", "content", "salt", "typed_at",
    "received_at", "received_wall",
)  # fmt: skip
DRAFT = ("delivery_id", "content", "participant_id", "saved_at", "proposed_at", "stood", "stood_by")


@dataclass(frozen=True)
class Wanted:
    """What one request may need: who asks, for which injects of the scenario, and under which id she sends."""

    actor: Actor
    injects: Collection[str]
    client_id: str | None = None


class Inbox:
    """What the participants of one drill ask about, and what is to be written of it."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.now = whole(scene.now)
        self._teams: dict[str, str] = {}
        self._items: dict[tuple[str, str], Item] = {}
        self._receipts: dict[tuple[int, str], Receipt] = {}
        self._drafts: dict[int, Standing] = {}
        self._answered: list[Cell] = []
        self._new_responses: list[tuple[Any, ...]] = []
        self._superseded: list[tuple[int, int, bool]] = []
        self._fresh_drafts: dict[int, Standing] = {}

    @cached_property
    def time(self) -> timedelta:
        """Give the drill time of now, which is the same for all that is done together."""
        return self.scene.time

    def read(self, wanted: Collection[Wanted]) -> None:
        """Read what these requests may need."""
        self.scene.session.flush()
        connection = self.scene.session.connection()
        self._teams = find_members(connection, {one.actor.id for one in wanted})
        mine = [one for one in wanted if self._is_member(one.actor)]
        if pairs := {(one.actor.team_id, inject) for one in mine for inject in one.injects}:
            for row in find_items(connection, pairs):
                self._items[row.team_id, row.inject] = Item(*list(row))
        self._read_receipts(connection, mine)
        self._read_drafts(connection)
        teams = sorted({one.actor.team_id or "" for one in mine})
        count_ahead(self.scene.session, [staff_reader(self.scene.drill.id), *map(team_reader, teams)])

    def _read_receipts(self, connection: Connection, wanted: Collection[Wanted]) -> None:
        pairs = {
            (item.id, one.client_id)
            for one in wanted
            if one.client_id is not None
            for inject in one.injects
            if (item := self.item(one.actor, inject)) is not None and item.last is not None
        }
        for row in find_receipts(connection, pairs) if pairs else ():
            receipt = Receipt(row.state, row.version, row.received_at, row.received_wall)
            self._receipts[row.delivery_id, row.client_id] = receipt

    def _read_drafts(self, connection: Connection) -> None:
        # Before the deadline, and where nobody has to agree, nothing of the earlier draft matters.
        wanted = [item.id for item in self._items.values() if self._keeps_earlier(item)]
        for row in find_drafts(connection, wanted) if wanted else ():
            self._drafts[row.delivery_id] = Standing(*row[1:])

    def _keeps_earlier(self, item: Item) -> bool:
        ask = self.ask(item)
        return ask is not None and (ask.approve is not None or self.passed(item.deadline_at))

    # what can be asked of it

    def require_member(self, actor: Actor) -> None:
        """Refuse whoever is not in the team that she acts for."""
        if not self._is_member(actor):
            raise Refusal("not_found")

    def _is_member(self, actor: Actor) -> bool:
        return actor.team_id is not None and self._teams.get(actor.id) == actor.team_id

    def item(self, actor: Actor, inject_id: str) -> Item | None:
        """Give what has come to the actor's team under this id."""
        return self._items.get((actor.team_id or "", inject_id))

    def items(self, actor: Actor, inject_ids: Collection[str]) -> list[Item]:
        """Give what has come to the actor's team of these, in the order of the file."""
        found = [item for inject_id in inject_ids if (item := self.item(actor, inject_id)) is not None]
        return sorted(found, key=lambda item: item.id) if len(found) > 1 else found

    def ask(self, item: Item) -> Ask | None:
        """Give what an inject asks."""
        return self.scene.msel.by_id[item.inject].ask

    def receipt(self, item: Item, client_id: str) -> Receipt | None:
        """Give the receipt of what is stored under the id a client made."""
        return self._receipts.get((item.id, client_id))

    def draft(self, item: Item) -> Standing | None:
        """Give the draft of an ask to which somebody has to agree, or whose deadline has passed."""
        return self._drafts.get(item.id)

    def passed(self, limit: timedelta | None) -> bool:
        """Say whether a drill time is over."""
        return limit is not None and self.time > limit

    # what changes

    def keep_draft(self, item: Item, by: str, content: dict[str, Any], *, proposed: bool = False) -> Standing:
        """Keep what a team writes, and how it stood at the deadline."""
        earlier = self._drafts.get(item.id) or Standing()
        stood: tuple[dict[str, Any] | None, str | None] = (None, None)
        if self.passed(item.deadline_at):
            has_stood = earlier.stood is not None
            stood = (earlier.stood, earlier.stood_by) if has_stood else (earlier.content, earlier.participant_id)
        same = earlier.content == content
        proposed_at = earlier.proposed_at if same else None
        if proposed and proposed_at is None:
            proposed_at = self.time
        draft = Standing(content, by, self.time, proposed_at, *stood)
        self._drafts[item.id] = self._fresh_drafts[item.id] = draft
        return draft

    def add_response(
        self, item: Item, by: str, client_id: str, content: dict[str, Any], *, state: str, typed_at: datetime | None
    ) -> tuple[str, str, Receipt]:
        """Store one more version; gives its id, its salt and its receipt."""
        response_id, salt, counts = new_id(), new_salt(), state == "counted"
        item.last = (item.last or 0) + 1
        if counts:
            if item.current is not None:
                self._superseded.append((item.id, item.current, False))
            item.current = item.last
        receipt = Receipt(state, item.last, self.time, self.now)
        self._receipts[item.id, client_id] = receipt
        self._new_responses.append((
            response_id, item.id, client_id, item.last, state, counts, by, json_text(content), salt, _instant(typed_at),
            _length(self.time), _instant(self.now),
        ))  # fmt: skip
        return response_id, salt, receipt

    def answered(self, item: Item) -> None:
        """Let begin what comes after a team's first word on an inject, be it an answer or that it declines."""
        cell = Cell(
            item.id, item.team_id, item.inject, 0, item.state, None, None, self.time, item.deadline_at, item.closes_at,
            None,
        )  # fmt: skip
        self._answered.append(cell)

    def as_seen_by(self, actor: Actor) -> Scene:
        """Give the scene in which somebody acts."""
        return replace(self.scene, actor=actor)

    def set_flags(self, actor: Actor, flags: tuple[str, ...]) -> None:
        """Set the flags of the actor's team that are not set yet."""
        if flags:
            set_flags(self.as_seen_by(actor), actor.team_id or "", flags)

    def tell(self, actor: Actor, kind: str, **payload: Any) -> None:
        """Append a row to the drill's log."""
        drill_id, team = self.scene.drill.id, actor.team_id or ""
        staff = staff_reader(drill_id)
        append(
            self.scene.session, stream=drill_stream(drill_id), kind=kind, actor=str(actor), wall_time=self.now,
            drill_time=self.time, team=team, payload=payload,
            readers=(team_reader(team), staff) if KINDS[kind] == "team" else (staff,),
        )  # fmt: skip

    def write(self) -> None:
        """Write all that has been decided."""
        connection = self.scene.session.connection()
        self._write_items(connection, [item for item in self._items.values() if item.changed])
        # No version stands twice: what is superseded goes first, and what came and went within this batch after it.
        insert_rows(connection, "response", RESPONSE, self._new_responses)
        update_rows(connection, "response", ("delivery_id", "version"), ("current",), self._superseded)
        replace_rows(connection, "draft", DRAFT, [_row(id, draft) for id, draft in self._fresh_drafts.items()])
        self._start_followers()

    def _write_items(self, connection: Connection, items: list[Item]) -> None:
        alike: dict[tuple[str, ...], list[Item]] = {}
        for item in items:
            alike.setdefault(tuple(item.changed), []).append(item)
        written = 0
        for names, same in alike.items():
            rows = [(item.id, item.was, *map(_plain, item.changed.values())) for item in same]
            written += update_rows(connection, "delivery", ("id", "state"), names, rows)
        if written != len(items):
            # Whoever changes a delivery has the drill's turn: this cannot be, and then nothing of it may.
            raise StaleDataError(f"{written} of {len(items)} deliveries were as they had been read")
        for item in items:
            held = self.scene.session.identity_map.get(identity_key(Delivery, item.id))
            if held is not None:
                self.scene.session.expire(held)

    def _start_followers(self) -> None:
        waited_for = [cell for cell in self._answered if self.scene.msel.followers(cell.inject)]
        if waited_for:
            board = Board(self.scene)
            board.read_followers({one.team_id for one in waited_for}, {one.inject for one in waited_for})
            for cell in waited_for:
                start_followers(board, cell)
            board.write()
            if board.take_planned():
                come_sooner(self.scene.session)


def _row(delivery_id: int, draft: Standing) -> tuple[Any, ...]:
    stood = None if draft.stood is None else json_text(draft.stood)
    return (
        delivery_id, json_text(draft.content), draft.participant_id, _length(draft.saved_at),
        _plain(draft.proposed_at), stood, draft.stood_by,
    )  # fmt: skip


def _length(time: timedelta) -> int:
    return time // MILLISECOND


def _instant(instant: datetime | None) -> int | None:
    return None if instant is None else (instant - EPOCH) // MILLISECOND


def _plain(value: Any) -> Any:
    return value // MILLISECOND if isinstance(value, timedelta) else value
