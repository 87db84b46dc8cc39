"""A thousand random comings, goings and changes (row 25): what is told reaches those alone who may hear it just then.

The rooms, the announcer and the departures are the server's own; at the other end of each line stands an ear in the
test instead of a network. Real sockets are in test_leaving.py and test_sockets.py.
"""

import random
from contextlib import suppress
from datetime import timedelta
from types import SimpleNamespace

import pytest
import socketio

from simulator.actions.accounts import disable_account, enable_account
from simulator.actions.drills import open_joining
from simulator.actions.granting import grant_role, revoke_role
from simulator.actions.joining import change_language, move_participant, remove_participant, rename_participant
from simulator.actions.sessions import close_session, open_account_session, open_participant_session
from simulator.actor import NOBODY, PROGRAM
from simulator.house import House
from simulator.kinds import KINDS, staff_reader, team_reader
from simulator.permission import PERMISSIONS
from simulator.reading.people import account_actor, find_actor, find_participant
from simulator.refusal import Refusal
from tests.cast import Cast
from web.live.sockets import Sockets
from web.refused import Refused
from web.settings import Settings

STEPS = 1_000
STAFF = ("fatima", "olga", "edo", "olu")
LISTENERS = PERMISSIONS["staff_events"].roles


@pytest.fixture
def house(engine, clock):
    """Open a house in memory: everything here happens one after the other."""
    return House(engine, clock)


@pytest.fixture
def cast(house, hired):
    """Bring the staff into it."""
    return Cast(house, hired[1])


class Wire:
    """What python-socketio does for `Sockets`, without a network: rooms, and an ear for each line."""

    def __init__(self):
        self.rooms, self.heard, self.open, self.handlers = {}, [], set(), {}
        self.manager = SimpleNamespace(eio_sid_from_sid=lambda sid, _namespace: f"line-{sid}")
        self.eio = SimpleNamespace(disconnect=lambda _line: None, _get_socket=self._no_engine)

    def _no_engine(self, line):
        raise KeyError(line)

    def on(self, name, handler):
        self.handlers[name] = handler

    def enter_room(self, sid, room):
        self.rooms.setdefault(room, set()).add(sid)

    def leave_room(self, sid, room):
        self.rooms.get(room, set()).discard(sid)

    def emit(self, name, facts, to=None, skip_sid=None):
        for sid in {*self.rooms.get(to, ()), *({to} & self.open)} - {skip_sid}:
            self.heard.append((sid, name, facts, to))

    def connect(self, sid, cookie, auth):
        self.open.add(sid)
        try:
            self.handlers["connect"](sid, {"HTTP_COOKIE": cookie}, auth)
        except socketio.exceptions.ConnectionRefusedError:
            self.disconnect(sid)
            return False
        return sid in self.open

    def disconnect(self, sid):
        self.open.discard(sid)
        self.handlers["disconnect"](sid)
        for members in self.rooms.values():
            members.discard(sid)


class Confusion:
    """The world of one run: two drills, everybody's lines by who holds them, and what each may hear at this moment."""

    def __init__(self, house, cast, seed):
        self.rng, self.house, self.cast = random.Random(seed), house, cast
        self.wire = Wire()
        self.sockets = Sockets(self.wire, house, Settings(), Refused())
        self.plays = [cast.play(rehearsal=True).start(), cast.play(rehearsal=True).start()]
        self.people = {
            who.id: play for play in self.plays for who in (play.beatriz, play.bruna, play.gwen, play.giselle)
        }
        self.tokens, self.lines, self.count, self.told, self.came = {}, {}, 0, 0, 0
        self.olga = account_actor_of(house, cast.olga.id)
        # A second process acts on the same database and tells this one nothing.
        self.other = House(house.engine, house.clock)
        for key in STAFF:
            house.perform(grant_role, PROGRAM, account_id=getattr(cast, key).id, role="observer")

    def rights(self):
        """Give the readers whose events each line may hear now, from the rows themselves."""
        known = {}
        with self.house._readers() as session:
            for token in {token for _kind, token, _drill in self.lines.values()}:
                known[token] = find_actor(session, self.house.clock(), NOBODY, token=token)
        return {sid: _readers(known[token], kind, drill_id) for sid, (kind, token, drill_id) in self.lines.items()}

    def step(self):
        """Let one thing happen; then let everybody be told something, and see who hears it."""
        before = len(self.wire.heard)
        house = self.rng.choice((self.house, self.other))
        change = self.rng.choice((self.come, self.come, self.come, self.go, self.sign_out, self.move, self.remove,
                                  self.regrant, self.disable, self.speak, self.rename))  # fmt: skip
        may_hear = self.rights()
        with suppress(Refusal):
            change(house)
        if house is self.other:
            # At most half a second later this process looks by itself.
            self.house.clock.now += timedelta(seconds=0.4)
            self.sockets.leaving.look_around()
        self.check(before, may_hear)
        self.tell()

    def tell(self):
        """Let every team and the staff of both drills be told something."""
        self.lines = {sid: line for sid, line in self.lines.items() if sid in self.wire.open}
        before = len(self.wire.heard)
        may_hear = self.rights()
        for play in self.plays:
            self.house.perform(open_joining, self.olga, drill_id=play.id, joining=self.rng.random() < 0.5)
            somebody = self.rng.choice([who for who, where in self.people.items() if where is play])
            facts = {"drill_id": play.id, "participant_id": somebody, "name": f"Ana {self.count}"}
            with suppress(Refusal):
                self.house.perform(rename_participant, self.fatima(), **facts)
            self.count += 1
        self.check(before, may_hear)

    def check(self, before, may_hear):
        after = self.rights()
        for sid, name, facts, room in self.wire.heard[before:]:
            reader = room.partition("|")[0]
            # What ends her right is told to her in the same breath; nothing later is.
            rights = after.get(sid, set()) | may_hear.get(sid, set())
            assert reader in rights or room == sid, (sid, self.lines.get(sid), name, room)
            if name == "event" and reader.startswith("team:"):
                assert KINDS[facts["kind"]] in ("team", "everybody"), facts["kind"]
            self.told += 1
        for sid in self.wire.open & set(self.lines):
            assert after[sid], ("open without any right", self.lines[sid])

    def come(self, house):
        """Come in with an old session or a new one; who may hear nothing there stays outside."""
        self.count += 1
        sid = f"sid-{self.count}"
        if self.rng.random() < 0.6:
            whose, kind, drill_id = self.rng.choice(list(self.people)), "participant", None
            opening, facts = open_participant_session, {"participant_id": whose}
        else:
            whose, kind = getattr(self.cast, self.rng.choice(STAFF)).id, "account"
            drill_id = self.rng.choice(self.plays).id
            opening, facts = open_account_session, {"account_id": whose}
        held = self.tokens.get(whose)
        token = held if held and self.rng.random() < 0.7 else house.perform(opening, PROGRAM, **facts)
        self.tokens[whose] = token
        self.lines[sid] = (kind, token, drill_id)
        name, auth = (
            ("prontas_team", {"as": "team"}) if kind == "participant" else ("prontas_staff", {"drill": drill_id})
        )
        self.came += 1
        let_in = self.wire.connect(sid, f"{name}={token}", auth)
        if not let_in:
            full = len(self.sockets.seating.of(f"{kind}:{whose}")) >= 20
            assert full or not self.rights()[sid], self.lines[sid]

    def go(self, _house):
        if self.wire.open:
            self.wire.disconnect(self.rng.choice(sorted(self.wire.open)))

    def sign_out(self, house):
        if self.tokens:
            house.perform(close_session, NOBODY, token=self.rng.choice(list(self.tokens.values())))

    def move(self, house):
        whose, play = self.rng.choice(list(self.people.items()))
        team = self.rng.choice((play.azul, play.verde))
        house.perform(move_participant, self.fatima(), drill_id=play.id, participant_id=whose, team_id=team)

    def remove(self, house):
        whose, play = self.rng.choice(list(self.people.items()))
        if len([one for one, where in self.people.items() if where is play]) < 6:
            self.people[play.join(self.rng.choice(("Azul", "Verde")), f"Nueva {self.count}").id] = play
            self.count += 1
        house.perform(remove_participant, self.fatima(), drill_id=play.id, participant_id=whose)

    def regrant(self, house):
        whose = getattr(self.cast, self.rng.choice(("edo", "olu", "fatima"))).id
        facts = {"account_id": whose, "role": self.rng.choice(("facilitator", "organizer", "evaluator"))}
        action = self.rng.choice((grant_role, revoke_role))
        house.perform(action, PROGRAM, **facts, drill_id=self.rng.choice((None, self.plays[0].id, self.plays[1].id)))

    def disable(self, house):
        whose = getattr(self.cast, self.rng.choice(("edo", "olu"))).id
        house.perform(self.rng.choice((disable_account, enable_account)), self.olga, account_id=whose)

    def speak(self, house):
        actor = self.house.look(find_participant, PROGRAM, participant_id=self.rng.choice(list(self.people)))
        if actor is not None:
            house.perform(change_language, actor, language=self.rng.choice(("es", "pt", "en", "fr")))

    def rename(self, house):
        whose, play = self.rng.choice(list(self.people.items()))
        facts = {"drill_id": play.id, "participant_id": whose, "name": f"Otra {self.count}"}
        house.perform(rename_participant, self.fatima(), **facts)

    def fatima(self):
        """Give her as she was at the beginning: she runs both drills, whatever happens to her lines."""
        return self.cast.fatima


def _readers(actor, kind, drill_id):
    if actor is None:
        return set()
    if kind == "participant":
        return {team_reader(actor.team_id), str(actor)}
    listens = actor.roles_in(drill_id) & LISTENERS
    return {staff_reader(drill_id), f"facilitators:{drill_id}"} if listens else set()


def account_actor_of(house, account_id):
    with house._sessions() as session:
        return account_actor(session, account_id)


@pytest.mark.parametrize("seed", [1, *(pytest.param(seed, marks=pytest.mark.figure) for seed in (2, 3, 4))])
def test_every_event_reaches_only_those_who_may_hear_it(house, cast, seed):
    confusion = Confusion(house, cast, seed)
    for _ in range(STEPS // 4):
        confusion.step()
    print(f"{STEPS // 4} steps: {confusion.told} words heard on {confusion.came} lines, none by anybody else")

    assert confusion.told > 150
    assert confusion.came > 20
