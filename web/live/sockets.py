"""All socket handlers: who comes in, what she asks, who goes. They hold no rules."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from time import monotonic
from typing import Any, NoReturn

import socketio

from simulator.actor import PROGRAM
from simulator.house import House
from simulator.kinds import staff_reader
from simulator.leaving import DEPARTURES
from simulator.reading.people import find_participant
from simulator.refusal import Refusal
from simulator.whispering import Whisper
from web.live.announcing import Announcer
from web.live.attendance import Attendance, is_hers
from web.live.bell import Bell
from web.live.entering import place_of, token_of
from web.live.gathering import Gathering
from web.live.leaving import Leaving
from web.live.neighbours import Neighbours
from web.live.precedence import Precedence
from web.live.rationing import Rations, for_entries, for_people
from web.live.requests import LONGEST_ID, REQUESTS, answer
from web.live.ringing import Message
from web.live.rooms import Place, Seating, quiet_rooms
from web.refused import Refused
from web.settings import Settings
from web.watching.measures import was_answered
from web.words import known_language
from web.words.refusals import words_of

# In one process; whoever spreads over several has as many in each.
MOST_SOCKETS = 20
LANGUAGE = "language_changed"


class Sockets:
    """The handlers of one server process."""

    def __init__(
        self, server: socketio.Server, house: House, settings: Settings, refused: Refused,
        spawn: Callable[..., Any] = lambda work, *facts: work(*facts),
    ) -> None:  # fmt: skip
        self._server, self._house, self._settings, self._refused, self._spawn = server, house, settings, refused, spawn
        self.precedence = Precedence()
        self._gathering = Gathering(house, spawn, refused, self.precedence)
        self.seating, self.neighbours = Seating(), Neighbours()
        self._people, self._entries = Rations(for_people), Rations(for_entries)
        self.leaving = Leaving(house, self.seating, self.let_go)
        self.attendance = Attendance(house, self.seating, self._tell, refused, spawn)
        self.announcer = Announcer(house, server.emit, self.seating, refused)
        self.bell: Bell | None = None
        self.in_trouble = self._trouble_shown = False
        house.announce = self.announcer
        house.whisper = self._whisper
        server.on("connect", self._come_in)
        server.on("disconnect", self._go)
        server.on("*", self._unknown)
        server.on("write_draft", self._writing)
        for name in REQUESTS:
            server.on(name, self._handler(name))

    def _come_in(self, sid: str, environ: dict[str, Any], auth: Any = None) -> None:
        wanted, began = auth if isinstance(auth, Mapping) else {}, monotonic()
        token = token_of(environ, wanted, secure=self._settings.secure)
        if token and not self._entries.take(token):
            # Before the database is asked: who comes in a thousand times stands before nobody else there.
            self._turn_away("too_many")
        try:
            place = self._place(token, wanted)
        except Exception as error:
            self._refused.failed("connect", error)
            self._turn_away("server_failed")
        if place is None:
            self._turn_away("not_found")
        if len(self.seating.of(str(place.actor))) >= MOST_SOCKETS:
            self._turn_away("too_many")
        self._sit(sid, place)
        if self.leaving.has_left(place, began):
            # Between the look at her session and here she was sent away: nobody would close this line any more.
            self._go(sid)
            self._turn_away("not_found")

    def _turn_away(self, code: str) -> NoReturn:
        self._refused.count(f"socket {code}")
        # The library sends on as data only what comes second.
        raise socketio.exceptions.ConnectionRefusedError(code, {"code": code})

    def _place(self, token: str, wanted: Mapping[str, Any]) -> Place | None:
        return place_of(self._gathering, token, as_team=wanted.get("as") == "team", drill_id=wanted.get("drill"))

    def _sit(self, sid: str, place: Place) -> None:
        self.seating.sit(sid, place)
        self.announcer.begin(place.reader, place.n)
        for room in (place.room, place.reader, *quiet_rooms(place)):
            self._server.enter_room(sid, room)
        if is_hers(place):
            self._listen(sid)
            self.attendance.changed(place)
        elif self._trouble_shown:
            self._server.emit("trouble_changed", {"on": True}, to=sid)

    def _tell(self, name: str, facts: Mapping[str, Any], room: str, *, skip_sid: str | None = None) -> None:
        """Send what no log holds to a room, in this process and in the others."""
        self._server.emit(name, dict(facts), to=room, skip_sid=skip_sid)
        if self.bell is not None:
            self.bell.say(room, name, facts)

    def _whisper(self, whispers: Sequence[Whisper]) -> None:
        for one in whispers:
            if one.room != DEPARTURES:
                self._tell(one.name, one.facts, one.room)
            elif self.bell is not None:
                self.bell.say(one.room, one.name, {})
        if any(one.room == DEPARTURES for one in whispers):
            self.leaving.look()

    def hear(self, message: Message) -> None:
        """Hear what another process says: nothing of it is believed that the log could say."""
        if message.counts:
            self._spawn(self.announcer.compare, message.counts)
        for word in message.words:
            if word.room == DEPARTURES:
                self._spawn(self.leaving.look)
            elif word.name == LANGUAGE:
                for sid in self.seating.of(word.room):
                    self._spawn(self._reseat, sid)
            else:
                self._server.emit(word.name, dict(word.facts), to=word.room)
        if message.beat is not None:
            self.neighbours.beat(message.by, message.beat)
            self.show_trouble()

    def beat(self) -> Mapping[str, Any]:
        """Give what this process says of itself to the others."""
        return {"trouble": self.in_trouble, "contacts": self.seating.silences()}

    def contacts(self) -> Callable[[str], dict[str, int]]:
        """Give what tells for a drill how long ago each of its teams was heard by any process."""
        here = self.seating.silences()
        return lambda drill_id: self.neighbours.contacts(drill_id, here.get(drill_id, {}))

    def _listen(self, sid: str) -> None:
        # Any packet is a sign of life, the answer to a ping above all; the engine tells of none of them.
        try:
            connection = self._server.eio._get_socket(self._server.manager.eio_sid_from_sid(sid, "/"))
        except KeyError:
            return
        receive = connection.receive

        def hear(packet: Any) -> Any:
            self.seating.hear(sid)
            return receive(packet)

        connection.receive = hear

    def _go(self, sid: str, _reason: str | None = None) -> None:
        place = self.seating.leave(sid)
        if place is None:
            return
        if not self.seating.has(place.reader):
            self.announcer.end(place.reader)
        if is_hers(place) and not self.seating.of(str(place.actor)):
            self.attendance.changed(place)

    def _handler(self, name: str) -> Any:
        def handle(sid: str, *sent: Any) -> dict[str, Any]:
            place = self.seating.places.get(sid)
            if place is None:
                return {"error": {"code": "not_found"}}
            began = monotonic()
            try:
                self._ration(place)
                with place.turn:
                    if sid not in self.seating.places:
                        return {"error": {"code": "not_found"}}
                    answered = answer(self._gathering, place, name, sent)
            except Refusal as refusal:
                return self._refuse(place, refusal)
            except Exception as error:
                self._refused.failed(name, error, drill=place.actor.drill_id)
                self.trouble(True)
                return self._refuse(place, Refusal("server_failed"))
            self._afterwards(sid, name, place, sent[0] if sent else {})
            was_answered(name, monotonic() - began)
            return answered

        return handle

    def _ration(self, place: Place) -> None:
        if not self._may_say(place):
            raise Refusal("too_many")

    def _may_say(self, place: Place) -> bool:
        # A line begins with a fresh ration; whoever cuts hers to get another finds her own.
        return place.ration.take() and self._people.take(str(place.actor))

    def _refuse(self, place: Place, refusal: Refusal) -> dict[str, Any]:
        self._refused.count(f"socket {refusal.code}")
        return {"error": {"code": refusal.code, "message": words_of(refusal, known_language(place.language))}}

    def _afterwards(self, sid: str, name: str, place: Place, facts: Any) -> None:
        if name == "save_draft":
            told = {"inject": facts["inject"], "content": facts["content"], "by": place.actor.name}
            self._tell("draft_changed", told, place.reader, skip_sid=sid)
            self._tell("team_writing", _without_words(place, facts), staff_reader(place.actor.drill_id or ""))
        elif name == "change_language":
            for other in self.seating.of(str(place.actor)):
                self._reseat(other)
            if self.bell is not None:
                self.bell.say(str(place.actor), LANGUAGE, {})

    def _reseat(self, sid: str) -> None:
        place = self.seating.places.get(sid)
        fresh = self._house.look(find_participant, PROGRAM, participant_id=place.actor.id) if place else None
        if place is None or fresh is None:
            return
        self._server.leave_room(sid, place.room)
        self.seating.leave(sid)
        actor = replace(place.actor, language=fresh.language)
        moved = replace(place, actor=actor, language=fresh.language)
        self.seating.sit(sid, moved)
        self._server.enter_room(sid, moved.room)

    def _writing(self, sid: str, *sent: Any) -> None:
        place = self.seating.places.get(sid)
        if place is None or place.actor.kind != "participant" or not self._may_say(place):
            return
        inject = sent[0].get("inject") if len(sent) == 1 and isinstance(sent[0], dict) else None
        if isinstance(inject, str) and len(inject) <= LONGEST_ID:
            told = {"inject": inject, "by": place.actor.name}
            self._tell("somebody_writing", told, place.reader, skip_sid=sid)

    def _unknown(self, _event: str, sid: str, *_sent: Any) -> dict[str, Any]:
        place = self.seating.places.get(sid)
        code = "too_many" if place is not None and not self._may_say(place) else "not_found"
        self._refused.count(f"socket {code}")
        return {"error": {"code": code}}

    def trouble(self, on: bool) -> None:
        """Let the staff see that the server cannot do its work, a failing disk for one, and that it can again."""
        self.in_trouble = on
        self.show_trouble()

    def show_trouble(self) -> None:
        """Tell the staff where it has changed whether this process, or another, is in trouble."""
        on = self.in_trouble or self.neighbours.are_in_trouble()
        if on == self._trouble_shown:
            return
        self._trouble_shown = on
        for reader in self.seating.readers():
            if reader.startswith(staff_reader("")):
                self._server.emit("trouble_changed", {"on": on}, to=reader)

    def let_go(self, sid: str) -> None:
        """Close one socket, whatever its other end does; a page that may come back does so by itself."""
        line = self._server.manager.eio_sid_from_sid(sid, "/")
        try:
            self._server.disconnect(sid)
            # A line that was still coming in has no place that the server would clear.
            self._go(sid)
        except Exception as error:
            self._refused.failed("let_go", error)
        finally:
            self._go(sid)
            if line is not None:
                self._server.eio.disconnect(line)


def _without_words(place: Place, facts: Any) -> dict[str, Any]:
    return {"team": place.actor.team_id, "inject": facts["inject"]}
