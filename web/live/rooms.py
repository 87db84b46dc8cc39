"""Who is in which room: a reader's stream by language, fixed when a socket joins."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from threading import Semaphore
from time import monotonic

from simulator.actor import Actor
from simulator.kinds import staff_reader, team_reader
from simulator.permission import can
from simulator.whispering import facilitators_room
from web.live.rationing import Ration, for_requests

AT_ONCE = 2


@dataclass(slots=True)
class Place:
    """Where one socket sits, by which session, and until when at most.

    *token* is the session's, for looking at its rights anew (*checked_at*); it is nowhere but here. *n* is how far its
    reader's count had come when it was let in.
    """

    actor: Actor
    reader: str
    language: str
    token: str = field(default="", repr=False)
    ends_at: datetime | None = None
    checked_at: datetime | None = None
    n: int = 0
    ration: Ration = field(default_factory=for_requests)
    # Few at a time: what one line asks for in a rush waits here, and not before everybody else's.
    turn: Semaphore = field(default_factory=lambda: Semaphore(AT_ONCE), compare=False)
    heard_at: float = field(default_factory=monotonic)

    @property
    def room(self) -> str:
        """Name the room of its stream in its language."""
        return f"{self.reader}|{self.language}"


@dataclass
class Seating:
    """All sockets of this process by their id, and what each room needs to know of them."""

    places: dict[str, Place] = field(default_factory=dict)
    _languages: dict[str, dict[str, int]] = field(default_factory=dict)
    _lines: dict[str, list[str]] = field(default_factory=dict)

    def sit(self, sid: str, place: Place) -> None:
        """Let a socket take its place."""
        self.places[sid] = place
        self._lines.setdefault(str(place.actor), []).append(sid)
        rooms = self._languages.setdefault(place.reader, {})
        rooms[place.language] = rooms.get(place.language, 0) + 1

    def leave(self, sid: str) -> Place | None:
        """Let a socket go."""
        place = self.places.pop(sid, None)
        if place is not None:
            _take_away(self._lines, str(place.actor), sid)
            rooms = self._languages[place.reader]
            rooms[place.language] -= 1
            if not rooms[place.language]:
                del rooms[place.language]
            if not rooms:
                del self._languages[place.reader]
        return place

    def hear(self, sid: str) -> None:
        """Note a sign of life of a socket."""
        place = self.places.get(sid)
        if place is not None:
            place.heard_at = monotonic()

    def silences(self) -> dict[str, dict[str, int]]:
        """Give, by drill and team, the seconds since this process last had a sign of life of the team."""
        now, heard = monotonic(), dict[str, dict[str, float]]()
        for place in list(self.places.values()):
            drill_id, team_id = place.actor.drill_id, place.actor.team_id
            if place.actor.kind == "participant" and drill_id and team_id:
                teams = heard.setdefault(drill_id, {})
                teams[team_id] = max(teams.get(team_id, 0), place.heard_at)
        return {drill: {team: int(now - at) for team, at in teams.items()} for drill, teams in heard.items()}

    def languages(self, readers: Iterable[str]) -> Mapping[str, list[str]]:
        """Give the languages somebody here reads, by reader."""
        return {reader: list(self._languages.get(reader, ())) for reader in readers}

    def of(self, who: str, session_id: str | None = None) -> list[str]:
        """Give the sockets of ``account:<id>`` or ``participant:<id>`` in this process: of one session, or all."""
        return [sid for sid in self._lines.get(who, ()) if session_id in (None, self.places[sid].actor.session_id)]

    def has(self, reader: str) -> bool:
        """Say whether anybody here is a reader's."""
        return reader in self._languages

    def readers(self) -> list[str]:
        """Give the readers that somebody here is."""
        return list(self._languages)


def _take_away(lines: dict[str, list[str]], who: str, sid: str) -> None:
    lines[who].remove(sid)
    if not lines[who]:
        del lines[who]


def reader_of(actor: Actor, drill_id: str | None) -> str:
    """Give the stream an actor reads."""
    return team_reader(actor.team_id or "") if actor.kind == "participant" else staff_reader(drill_id or "")


def quiet_rooms(place: Place) -> list[str]:
    """Name the rooms in which a socket hears what is never logged: her own, and that of those who run the drill."""
    if place.actor.kind == "participant":
        return [str(place.actor)]
    drill_id = place.reader.removeprefix(staff_reader(""))
    runs = any(can(role, "pauses_waiting") for role in place.actor.roles_in(drill_id))
    return [facilitators_room(drill_id)] if runs else []
