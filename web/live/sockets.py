"""All socket handlers: who comes in, what she asks, who goes. They hold no rules."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from time import monotonic
from typing import Any, NoReturn

import socketio

from simulator.actions.program import note_presence
from simulator.actor import PROGRAM
from simulator.house import House
from simulator.kinds import staff_reader
from simulator.leaving import DEPARTURES
from simulator.reading.people import find_participant
from simulator.refusal import Refusal
from simulator.whispering import Whisper
from web.live.announcing import Announcer
from web.live.entering import place_of, token_of
from web.live.leaving import Leaving
from web.live.requests import LONGEST_ID, REQUESTS, answer
from web.live.rooms import Place, Seating, quiet_rooms
from web.refused import Refused
from web.settings import Settings
from web.words import known_language
from web.words.refusals import words_of

MOST_SOCKETS = 20


class Sockets:
    """The handlers of one server process."""

    def __init__(self, server: socketio.Server, house: House, settings: Settings, refused: Refused) -> None:
        self._server, self._house, self._settings, self._refused = server, house, settings, refused
        self.seating = Seating()
        self.leaving = Leaving(house, self.seating, self.let_go)
        self._in_trouble = False
        house.announce = Announcer(house, server.emit, self.seating)
        house.whisper = self._whisper
        server.on("connect", self._come_in)
        server.on("disconnect", self._go)
        server.on("*", self._unknown)
        server.on("write_draft", self._writing)
        for name in REQUESTS:
            server.on(name, self._handler(name))

    def _come_in(self, sid: str, environ: dict[str, Any], auth: Any = None) -> None:
        wanted, began = auth if isinstance(auth, Mapping) else {}, monotonic()
        try:
            place = self._place(environ, wanted)
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
        raise socketio.exceptions.ConnectionRefusedError({"code": code})

    def _place(self, environ: Mapping[str, Any], wanted: Mapping[str, Any]) -> Place | None:
        token = token_of(environ, wanted, secure=self._settings.secure)
        return place_of(self._house, token, as_team=wanted.get("as") == "team", drill_id=wanted.get("drill"))

    def _sit(self, sid: str, place: Place) -> None:
        self.seating.sit(sid, place)
        for room in (place.room, place.reader, *quiet_rooms(place)):
            self._server.enter_room(sid, room)
        if place.actor.kind == "participant":
            self._note(place, present=True)
            self._listen(sid)
        elif self._in_trouble:
            self._server.emit("trouble_changed", {"on": True}, to=sid)

    def _whisper(self, whispers: Sequence[Whisper]) -> None:
        for one in whispers:
            if one.room != DEPARTURES:
                self._server.emit(one.name, dict(one.facts), to=one.room)
        if any(one.room == DEPARTURES for one in whispers):
            self.leaving.look()

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
        if place is not None and place.actor.kind == "participant" and not self.seating.of(str(place.actor)):
            self._note(place, present=False)

    def _note(self, place: Place, *, present: bool) -> None:
        try:
            self._house.perform(note_presence, PROGRAM, participant_id=place.actor.id, present=present)
        except Refusal:
            return
        self._server.emit("presence_changed", {"participant": place.actor.id, "here": present}, to=place.reader)

    def _handler(self, name: str) -> Any:
        def handle(sid: str, *sent: Any) -> dict[str, Any]:
            place = self.seating.places.get(sid)
            if place is None:
                return {"error": {"code": "not_found"}}
            try:
                self._ration(place)
                with place.turn:
                    if sid not in self.seating.places:
                        return {"error": {"code": "not_found"}}
                    answered = answer(self._house, place, name, sent)
            except Refusal as refusal:
                return self._refuse(place, refusal)
            except Exception as error:
                self._refused.failed(name, error)
                self.trouble(True)
                return self._refuse(place, Refusal("server_failed"))
            self._afterwards(sid, name, place, sent[0] if sent else {})
            return answered

        return handle

    def _ration(self, place: Place) -> None:
        if not place.ration.take():
            raise Refusal("too_many")

    def _refuse(self, place: Place, refusal: Refusal) -> dict[str, Any]:
        self._refused.count(f"socket {refusal.code}")
        return {"error": {"code": refusal.code, "message": words_of(refusal, known_language(place.language))}}

    def _afterwards(self, sid: str, name: str, place: Place, facts: Any) -> None:
        if name == "save_draft":
            told = {"inject": facts["inject"], "content": facts["content"], "by": place.actor.name}
            self._server.emit("draft_changed", told, to=place.reader, skip_sid=sid)
            self._server.emit("team_writing", _without_words(place, facts), to=staff_reader(place.actor.drill_id or ""))
        elif name == "change_language":
            for other in self.seating.of(str(place.actor)):
                self._reseat(other)

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
        if place is None or place.actor.kind != "participant" or not place.ration.take():
            return
        inject = sent[0].get("inject") if len(sent) == 1 and isinstance(sent[0], dict) else None
        if isinstance(inject, str) and len(inject) <= LONGEST_ID:
            told = {"inject": inject, "by": place.actor.name}
            self._server.emit("somebody_writing", told, to=place.reader, skip_sid=sid)

    def _unknown(self, _event: str, sid: str, *_sent: Any) -> dict[str, Any]:
        place = self.seating.places.get(sid)
        code = "too_many" if place is not None and not place.ration.take() else "not_found"
        self._refused.count(f"socket {code}")
        return {"error": {"code": code}}

    def trouble(self, on: bool) -> None:
        """Let the staff see that the server cannot do its work, a failing disk for one, and that it can again."""
        if on == self._in_trouble:
            return
        self._in_trouble = on
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
            self.seating.leave(sid)
            if line is not None:
                self._server.eio.disconnect(line)


def _without_words(place: Place, facts: Any) -> dict[str, Any]:
    return {"team": place.actor.team_id, "inject": facts["inject"]}
