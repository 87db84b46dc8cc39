"""Making a bundle: everything of a drill or a programme, or what the public may have of it, on the same chain."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.bundle.awards_files import awards_files
from simulator.bundle.log_lines import file_of, log_lines
from simulator.bundle.packing import Pack
from simulator.bundle.places import PLACES
from simulator.bundle.public_attributes import Attributes, public_attributes
from simulator.bundle.public_columns import PUBLIC
from simulator.bundle.results_files import Results, results_files
from simulator.bundle.row_json import FOLDERS, instant, line_of
from simulator.bundle.scope import Scope, hides_names, scope_of
from simulator.bundle.table_lines import contents, table_lines
from simulator.refusal import Refusal
from simulator.rows import Account, Drill, Programme, Stream
from simulator.upgrading import newest_schema

FORMAT = 1
RESTRICTED, PUBLIC_KIND = "restricted", "public"


@dataclass(frozen=True)
class Papers:
    """What only the pages can write: results as they are handed out, and how to check a bundle.

    *readme* takes the manifest and the languages, and gives texts by file name.
    """

    version: str
    results: Results
    readme: Callable[[Mapping[str, Any], tuple[str, ...]], Mapping[str, str]]


def make_bundle(
    session: Session, now: datetime, actor: Actor, *, target: IO[bytes], papers: Papers, public: bool = False,
    drill_id: str | None = None, programme_id: str | None = None,
) -> dict[str, Any]:  # fmt: skip
    """Write the bundle of a drill or a programme to *target*; gives its manifest and, for its file name, its name.

    The same database gives the same bytes: its one instant, ``as_of``, is that of the last row of the log in it. Only
    the machine's own shell is given consents, and what they could be guessed by; and names before the two people who
    decide about a drill's deviations without them have done so (rules.md 32).
    """
    scope = scope_of(session, drill_id=drill_id, programme_id=programme_id)
    if not public and actor.kind != "program" and hides_names(session, scope):
        raise Refusal("bundle_names_are_hidden")
    pack, writer = Pack(target), _Writer(session, scope, public, hers=actor.kind != "program")
    heads, as_of, names = {}, 0, _names(session, scope)
    for stream in scope.streams:
        lines = list(log_lines(session, stream))
        pack.add(file_of(stream), map(line_of, lines))
        heads[stream] = _head(session, stream)
        as_of = max([as_of, *(one["wall_time"] for one in lines if isinstance(one["wall_time"], int))])
    for name, content in writer.files():
        pack.add(name, content)
    for name, content in results_files(session, scope, papers.results, now=now, actor=actor, public=public):
        pack.add(name, content)
    for name, content in awards_files(session, scope, papers.results.plain, now=now, actor=actor):
        pack.add(name, content)
    manifest = {
        "format": FORMAT, "product": {"name": "prontas", "version": papers.version}, "schema": newest_schema(),
        "kind": PUBLIC_KIND if public else RESTRICTED, "of": scope.of, "as_of": instant(as_of), "heads": heads,
        "exercise": not scope.programme, "rehearsal": bool(names["rehearsal"]), "without": sorted(writer.without),
    }  # fmt: skip
    for name, text in papers.readme(manifest, _languages(session, scope)).items():
        pack.add(name, text.encode())
    pack.close(manifest)
    return {**manifest, **names}


class _Writer:
    """The tables of one bundle, and the files that lie in them."""

    def __init__(self, session: Session, scope: Scope, public: bool, *, hers: bool) -> None:
        self.session, self.scope, self.public, self.hers = session, scope, public, hers
        self.accounts: set[str] = set()
        self.without: set[str] = set()
        self.attributes: Attributes = public_attributes(session, scope) if public else {}

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Give every file: the bytes that lie in tables, then the tables, accounts last, for they belong by name."""
        for name, place in PLACES.items():
            if self._is_in(name) and name in FOLDERS:
                yield from contents(self.session, place, place.belongs(self.scope))
        for name, place in PLACES.items():
            if self._is_in(name) and place.row is not Account:
                lines = list(self._lines(name))
                self._note_accounts(name, lines)
                yield from _file(name, lines)
        if self._is_in(Account.__tablename__):
            self._note_actors()
            yield from _file(Account.__tablename__, list(self._accounts()))

    def _is_in(self, name: str) -> bool:
        if self.public:
            return name in PUBLIC and (name != "call_file" or self._call_is_public())
        if PLACES[name].shell_only and self.hers:
            self.without.add(name)
            return False
        return True

    def _call_is_public(self) -> bool:
        programme = self.session.get(Programme, self.scope.programme) if self.scope.programme else None
        return programme is not None and programme.call_published_at is not None

    def _lines(self, name: str) -> Iterator[dict[str, Any]]:
        place, names = PLACES[name], PUBLIC[name] if self.public else None
        condition = place.belongs(self.scope)
        for told in table_lines(self.session, place, condition, names=names, hers=self.hers):
            if self.public and name == "application":
                told["attributes"] = dict(self.attributes.get(told["id"], {}))
            if self.public and name == "team":
                told["attributes"] = dict(self.attributes.get(told["application_id"] or "", {}))
            yield told

    def _note_accounts(self, name: str, lines: Iterable[Mapping[str, Any]]) -> None:
        columns = PLACES[name].table.columns
        pointing = [one.name for one in columns for key in one.foreign_keys if key.column.table is Account.__table__]
        self.accounts |= {line[column] for line in lines for column in pointing if line.get(column)}

    def _note_actors(self) -> None:
        for stream in self.scope.streams:
            actors = (line["actor"] for line in log_lines(self.session, stream))
            self.accounts |= {str(one).partition(":")[2] for one in actors if str(one).startswith("account:")}

    def _accounts(self) -> Iterator[dict[str, Any]]:
        place = PLACES[Account.__tablename__]
        yield from table_lines(self.session, place, Account.id.in_(sorted(self.accounts)), names=None, hers=self.hers)


def _file(name: str, lines: list[dict[str, Any]]) -> Iterator[tuple[str, bytes]]:
    if lines:
        yield f"tables/{name}.jsonl", b"".join(map(line_of, lines))


def _head(session: Session, stream: str) -> dict[str, Any]:
    head = session.execute(select(Stream.seq, Stream.hash).where(Stream.name == stream)).one_or_none()
    return {"seq": head.seq, "hash": head.hash} if head else {"seq": 0, "hash": ""}


def _languages(session: Session, scope: Scope) -> tuple[str, ...]:
    spoken = session.scalars(select(Drill.language).where(Drill.id.in_(scope.drills)).distinct())
    return tuple(sorted(spoken))


def _names(session: Session, scope: Scope) -> dict[str, Any]:
    if scope.programme:
        return {"name": session.get_one(Programme, scope.programme).name, "rehearsal": False}
    drill = session.get_one(Drill, scope.drills[0])
    return {"name": drill.name, "rehearsal": drill.rehearsal}
