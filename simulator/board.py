"""A drill's deliveries while they change: read for all teams in a few statements, written in a few.

Whatever falls due at one instant for sixty teams is decided here one delivery after the other, in the order of the
rules and in memory; the database is asked and told once for all of them.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, func, insert, inspect, select
from sqlalchemy.orm import attributes
from sqlalchemy.orm.exc import StaleDataError

from injects.condition import Condition, TeamFacts, atoms, evaluate, parse_condition
from injects.condition_tree import Call, Flag
from injects.inject import Inject
from simulator.book import count_ahead
from simulator.bulk import insert_rows, update_rows
from simulator.columns import MILLISECOND
from simulator.kinds import staff_reader, team_reader
from simulator.rows import Delivery, Draft, FlagRow, Response, Row
from simulator.scene import Scene

_RESPONSES = Row.metadata.tables["response"]
_KEY_OF = inspect(Delivery).identity_key_from_primary_key


@dataclass(eq=False)
class Cell:
    """One inject in one team as it stands in this transaction; *was* is the state it was found in."""

    id: int
    team_id: str
    inject: str
    position: int
    state: str
    due_at: timedelta | None
    delivered_at: timedelta | None
    answered_at: timedelta | None
    deadline_at: timedelta | None
    closes_at: timedelta | None
    withdrawn_at: timedelta | None
    was: str = ""
    changed: dict[str, Any] = field(default_factory=dict)

    def become(self, **values: Any) -> None:
        """Change what is written when the board is."""
        self.was = self.was or self.state
        self.__dict__.update(values)
        self.changed |= values


@dataclass(frozen=True)
class StandingDraft:
    """A draft as it stood at the deadline, and who had written it."""

    content: dict[str, Any]
    by: str | None


_CELLS = select(
    Delivery.id, Delivery.team_id, Delivery.inject, Delivery.position, Delivery.state, Delivery.due_at,
    Delivery.delivered_at, Delivery.answered_at, Delivery.deadline_at, Delivery.closes_at, Delivery.withdrawn_at,
).order_by(Delivery.id)  # fmt: skip


class Board:
    """The cells of some teams, their flags and drafts, and what is to be written of them."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._cells: dict[tuple[str, str], Cell] = {}
        self._flags: dict[str, set[str]] = {}
        self._chosen: dict[str, dict[str, frozenset[str]]] = {}
        self._drafts: dict[int, StandingDraft] = {}
        self._versions: dict[int, int] = {}
        self._new_flags: list[tuple[Any, ...]] = []
        self._new_responses: list[dict[str, Any]] = []
        self._planned: list[Cell] = []

    def read(self, *which: ColumnElement[bool]) -> list[Cell]:
        """Read the cells that are asked for, in the order of teams and of the file; give them."""
        query = _CELLS.where(Delivery.drill_id == self.scene.drill.id, *which)
        # What the ORM holds back is written first; its part in the reading would cost more than the reading.
        self.scene.session.flush()
        found = []
        for row in self.scene.session.connection().execute(query):
            cell = self._cells.get((row.team_id, row.inject))
            if cell is None:
                cell = self._cells[row.team_id, row.inject] = Cell(*row)
            found.append(cell)
        return found

    def read_around(self, cells: Collection[Cell]) -> None:
        """Read what these cells may need next: who follows them, what conditions ask about, their flags and drafts."""
        if not cells:
            return
        teams = sorted({cell.team_id for cell in cells})
        names = self._with_followers(cell.inject for cell in cells)
        injects = [self.scene.msel.by_id[name] for name in sorted(names)]
        asked = [atom for one in injects if one.if_ for atom in atoms(parsed(one.if_))]
        calls = [atom for atom in asked if isinstance(atom, Call)]
        self._read_missing(teams, names | {atom.arguments[0] for atom in calls})
        if any(one.sets for one in injects) or any(isinstance(atom, Flag) for atom in asked):
            self.read_flags(teams)
        if chosen := sorted({atom.arguments[0] for atom in calls if atom.function == "chose"}):
            self._read_chosen(teams, chosen)
        if ending := [cell.id for cell in cells if cell.state == "delivered" and cell.closes_at is not None]:
            self._read_drafts(ending)
        count_ahead(self.scene.session, [staff_reader(self.scene.drill.id), *map(team_reader, teams)])

    def read_followers(self, teams: Collection[str], injects: Collection[str]) -> None:
        """Read what may come of these injects at once."""
        self._read_missing(teams, self._with_followers(injects) - set(injects))

    def _with_followers(self, injects: Iterable[str]) -> set[str]:
        waiting = list(injects)
        found = set(waiting)
        while waiting:
            fresh = {follower.id for follower in self.scene.msel.followers(waiting.pop())} - found
            found |= fresh
            waiting += fresh
        return found

    def _read_missing(self, teams: Collection[str], injects: Collection[str]) -> None:
        missing = sorted(name for name in injects if any((team, name) not in self._cells for team in teams))
        if missing:
            self.read(Delivery.team_id.in_(teams), Delivery.inject.in_(missing))

    def read_flags(self, teams: Collection[str]) -> None:
        """Read the flags of some teams."""
        for team_id in teams:
            self._flags.setdefault(team_id, set())
        query = select(FlagRow.team_id, FlagRow.flag).where(FlagRow.team_id.in_(teams))
        for team_id, flag in self.scene.session.execute(query):
            self._flags[team_id].add(flag)

    def _read_chosen(self, teams: Collection[str], injects: Collection[str]) -> None:
        query = (
            select(Delivery.team_id, Delivery.inject, Response.content)
            .join(Response, Response.delivery_id == Delivery.id)
            .where(Delivery.team_id.in_(teams), Delivery.inject.in_(injects), Response.current)
        )
        for team_id, inject, content in self.scene.session.execute(query):
            self._chosen.setdefault(team_id, {})[inject] = frozenset(chosen_options(content))

    def _read_drafts(self, ids: Collection[int]) -> None:
        query = select(Draft.delivery_id, Draft.content, Draft.participant_id, Draft.stood, Draft.stood_by)
        for row in self.scene.session.execute(query.where(Draft.delivery_id.in_(ids))):
            stood = (row.content, row.participant_id) if row.stood is None else (row.stood, row.stood_by)
            self._drafts[row.delivery_id] = StandingDraft(*stood)
        if self._drafts:
            last = select(Response.delivery_id, func.max(Response.version)).group_by(Response.delivery_id)
            found = self.scene.session.execute(last.where(Response.delivery_id.in_(list(self._drafts))))
            self._versions.update(found.all())

    # what can be asked of it

    def cell(self, team_id: str, inject: str) -> Cell:
        """Give one cell that has been read."""
        return self._cells[team_id, inject]

    def draft(self, cell: Cell) -> StandingDraft | None:
        """Give the draft of a cell that waits for an answer."""
        return self._drafts.get(cell.id)

    def next_version(self, cell: Cell) -> int:
        """Give the number of the next version of a team's answer; what came late has one too."""
        return self._versions.get(cell.id, 0) + 1

    def holds(self, inject: Inject, team_id: str) -> bool:
        """Read an inject's ``if`` for a team, now (rules.md 14)."""
        if inject.if_ is None:
            return True
        condition = parsed(inject.if_)
        return evaluate(condition, self._facts(condition, team_id))

    def _facts(self, condition: Condition, team_id: str) -> TeamFacts:
        names = {atom.arguments[0] for atom in atoms(condition) if isinstance(atom, Call)}
        cells = [cell for name in names if (cell := self._cells.get((team_id, name))) is not None]
        return TeamFacts(
            flags=frozenset(self._flags.get(team_id, ())),
            answered=frozenset(cell.inject for cell in cells if cell.state == "answered"),
            lapsed=frozenset(cell.inject for cell in cells if cell.state == "lapsed"),
            delivered=frozenset(cell.inject for cell in cells if cell.delivered_at is not None),
            chosen=self._chosen.get(team_id, {}),
        )

    # what changes

    def set_flag(self, team_id: str, flag: str) -> bool:
        """Set a flag; False where it was set already."""
        if flag in self._flags[team_id]:
            return False
        self._flags[team_id].add(flag)
        self._new_flags.append((team_id, flag, _stored(self.scene.time)))
        return True

    def plan(self, cell: Cell, due_at: timedelta) -> None:
        """Give a cell its due instant."""
        cell.become(due_at=due_at)
        self._planned.append(cell)

    def take_planned(self) -> list[Cell]:
        """Give the cells that got a due instant since this was last asked."""
        planned, self._planned = self._planned, []
        return planned

    def add_response(self, **values: Any) -> None:
        """Store a response."""
        self._new_responses.append(values)

    def leave_out(self, *states: str) -> None:
        """Note that the end of play has taken whatever was in one of these states."""
        for cell in self._cells.values():
            if cell.state in states:
                cell.state = "skipped"

    def write(self) -> None:
        """Write what has changed, each cell only where it still is in the state it was found in."""
        connection = self.scene.session.connection()
        alike: dict[tuple[str, ...], list[Cell]] = {}
        for cell in self._cells.values():
            if cell.changed:
                alike.setdefault(tuple(cell.changed), []).append(cell)
        for columns, cells in alike.items():
            rows = [(cell.id, cell.was, *map(_stored, cell.changed.values())) for cell in cells]
            written = update_rows(connection, "delivery", ("id", "state"), columns, rows)
            if written != len(cells):
                # Whoever changes a delivery has the drill's turn: this cannot be, and then nothing of it may.
                raise StaleDataError(f"{written} of {len(cells)} deliveries were as they had been read")
            for cell in cells:
                self._settle(cell)
        insert_rows(connection, "flag", ("team_id", "flag", "set_at"), self._new_flags)
        if self._new_responses:
            self.scene.session.execute(insert(_RESPONSES), self._new_responses)
        self._new_flags, self._new_responses = [], []

    def _settle(self, cell: Cell) -> None:
        # Whoever holds the row in this transaction sees it as it is now.
        held = self.scene.session.identity_map.get(_KEY_OF((cell.id,)))
        if held is not None:
            for name, value in cell.changed.items():
                attributes.set_committed_value(held, name, value)
        cell.was, cell.changed = "", {}


def _stored(value: Any) -> Any:
    return value // MILLISECOND if isinstance(value, timedelta) else value


@lru_cache(maxsize=4096)
def parsed(condition: str) -> Condition:
    """Understand a condition, once per process."""
    return parse_condition(condition)


def chosen_options(content: dict[str, Any]) -> tuple[str, ...]:
    """Name the options an answer chose."""
    if "option" in content:
        return (content["option"],)
    return tuple(content.get("options", ()))
