"""All socket handlers: who comes in, what she asks, who goes. They hold no rules."""

import logging
from collections.abc import Mapping, Sequence
from http.cookies import CookieError, SimpleCookie
from typing import Any

import socketio

from simulator.actions.program import note_presence
from simulator.actor import NOBODY, PROGRAM, Actor
from simulator.house import House
from simulator.kinds import staff_reader
from simulator.reading.feed import staff_events
from simulator.reading.people import find_actor, find_participant
from simulator.refusal import Refusal
from simulator.whispering import Whisper
from web.door import STAFF, TEAM, cookie_name
from web.live.announcing import Announcer
from web.live.requests import REQUESTS
from web.live.rooms import Place, Seating, quiet_rooms, reader_of
from web.settings import Settings
from web.words import known_language
from web.words.refusals import words_of

log = logging.getLogger("prontas.live")


class Sockets:
    """The handlers of one server process."""

    def __init__(self, server: socketio.Server, house: House, settings: Settings) -> None:
        self._server, self._house, self._settings = server, house, settings
        self.seating = Seating()
        self._in_trouble = False
        house.announce = Announcer(house, server.emit, self.seating, self.let_go)
        house.whisper = self._whisper
        server.on("connect", self._come_in)
        server.on("disconnect", self._go)
        server.on("*", self._unknown)
        server.on("write_draft", self._writing)
        for name in REQUESTS:
            server.on(name, self._handler(name))

    def _come_in(self, sid: str, environ: dict[str, Any], auth: Any = None) -> None:
        wanted = auth if isinstance(auth, Mapping) else {}
        place = self._place(environ, wanted)
        if place is None:
            raise socketio.exceptions.ConnectionRefusedError({"code": "not_found"})
        self.seating.sit(sid, place)
        self._server.enter_room(sid, place.room)
        self._server.enter_room(sid, place.reader)
        for room in quiet_rooms(place):
            self._server.enter_room(sid, room)
        if place.actor.kind == "participant":
            self._note(place, present=True)
            self._listen(sid)
        elif self._in_trouble:
            self._server.emit("trouble_changed", {"on": True}, to=sid)

    def _whisper(self, whispers: Sequence[Whisper]) -> None:
        for one in whispers:
            self._server.emit(one.name, dict(one.facts), to=one.room)

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

    def _place(self, environ: dict[str, Any], wanted: Mapping[str, Any]) -> Place | None:
        as_team = wanted.get("as") == "team"
        actor = self._actor(environ, TEAM if as_team else STAFF, "participant" if as_team else "account")
        drill_id = actor.drill_id if as_team else wanted.get("drill")
        if actor is NOBODY or not isinstance(drill_id, str):
            return None
        if not as_team:
            try:
                self._house.look(staff_events, actor, drill_id=drill_id, since=2**52)
            except Refusal:
                return None
        return Place(actor, reader_of(actor, drill_id), actor.language)

    def _actor(self, environ: dict[str, Any], name: str, kind: str) -> Actor:
        try:
            cookies = SimpleCookie(environ.get("HTTP_COOKIE", ""))
        except CookieError:
            return NOBODY
        held = cookies.get(cookie_name(name, secure=self._settings.secure))
        found = self._house.look(find_actor, NOBODY, token=held.value) if held else None
        return found if found is not None and found.kind == kind else NOBODY

    def _go(self, sid: str, _reason: str | None = None) -> None:
        place = self.seating.leave(sid)
        if place is not None and place.actor.kind == "participant" and not self.seating.of_participant(place.actor.id):
            self._note(place, present=False)

    def _note(self, place: Place, *, present: bool) -> None:
        try:
            self._house.perform(note_presence, PROGRAM, participant_id=place.actor.id, present=present)
        except Refusal:
            return
        self._server.emit("presence_changed", {"participant": place.actor.id, "here": present}, to=place.reader)

    def _handler(self, name: str) -> Any:
        def handle(sid: str, facts: Any = None, *_more: Any) -> dict[str, Any]:
            place = self.seating.places.get(sid)
            if place is None:
                return {"error": {"code": "not_found"}}
            try:
                answer = REQUESTS[name](self._house, place, facts if isinstance(facts, dict) else {})
            except Refusal as refusal:
                message = words_of(refusal, known_language(place.language))
                return {"error": {"code": refusal.code, "message": message}}
            except Exception:
                log.exception("%s failed", name)
                self.trouble(True)
                failed = Refusal("server_failed")
                return {"error": {"code": failed.code, "message": words_of(failed, known_language(place.language))}}
            self._afterwards(sid, name, place, facts)
            return answer

        return handle

    def _afterwards(self, sid: str, name: str, place: Place, facts: Any) -> None:
        if name == "save_draft":
            told = {"inject": facts["inject"], "content": facts["content"], "by": place.actor.name}
            self._server.emit("draft_changed", told, to=place.reader, skip_sid=sid)
            self._server.emit("team_writing", _without_words(place, facts), to=staff_reader(place.actor.drill_id or ""))
        elif name == "change_language":
            for other in self.seating.of_participant(place.actor.id):
                self._reseat(other)

    def _reseat(self, sid: str) -> None:
        place = self.seating.places[sid]
        self._server.leave_room(sid, place.room)
        self.seating.leave(sid)
        fresh = self._house.look(find_participant, PROGRAM, participant_id=place.actor.id)
        if fresh is not None:
            moved = Place(fresh, reader_of(fresh, None), fresh.language)
            self.seating.sit(sid, moved)
            self._server.enter_room(sid, moved.room)

    def _writing(self, sid: str, facts: Any = None) -> None:
        place = self.seating.places.get(sid)
        if place is not None and isinstance(facts, dict) and isinstance(facts.get("inject"), str):
            told = {"inject": facts["inject"][:64], "by": place.actor.name}
            self._server.emit("somebody_writing", told, to=place.reader, skip_sid=sid)

    def _unknown(self, _event: str, _sid: str, *_facts: Any) -> dict[str, Any]:
        return {"error": {"code": "not_found"}}

    def trouble(self, on: bool) -> None:
        """Let the staff see that the server cannot do its work, a failing disk for one, and that it can again."""
        if on == self._in_trouble:
            return
        self._in_trouble = on
        for reader in self.seating.readers():
            if reader.startswith(staff_reader("")):
                self._server.emit("trouble_changed", {"on": on}, to=reader)

    def let_go(self, participant_id: str) -> None:
        """Close the sockets of somebody who was removed or moved; a page that reloads finds out why."""
        for sid in self.seating.of_participant(participant_id):
            self._server.disconnect(sid)


def _without_words(place: Place, facts: Any) -> dict[str, Any]:
    return {"team": place.actor.team_id, "inject": facts["inject"]}
