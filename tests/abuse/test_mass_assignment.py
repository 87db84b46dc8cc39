"""Row 47: a field that nobody asked for changes nothing: forms ignore it, scripts and sockets are refused."""

import json
import re
import sqlite3
from itertools import chain

import pytest
from sqlalchemy import text

from simulator.actor import NOBODY
from simulator.refusal import Refusal
from simulator.rows import Row
from tests.abuse.asking import Asker
from tests.cast import minutes
from tests.scripts import choice_inject, info, scenario, text_inject
from tests.walk import edges_of
from tests.web.conftest import forget_counts
from web import door
from web.live.requests import REQUESTS, answer
from web.live.rooms import Place, reader_of

# Minutes at full size: a target of its own keeps the tests of every change short.
pytestmark = pytest.mark.figure

PEOPLE = ("fatima", "olga", "edo", "beatriz", "nobody")
# What the right request of each socket event is.
ASKS = {
    "resume": {"n": 0},
    "send_response": {"inject": "03", "id": "r-47", "content": {"text": "Cerramos."}, "confirmed": True},
    "save_draft": {"inject": "03", "content": {"text": "Cerr"}},
    "open_inject": {"inject": "03"},
    "receive_injects": {"injects": ["03"]},
    "decline_inject": {"inject": "04"},
    "take_seats": {"seats": ["communications"]},
    "change_language": {"language": "fr"},
    "ask_pause": {},
    "take_back_pause": {},
}


@pytest.fixture
def played(cast):
    """Play a rated drill in which something can be rated, answered, declined and written in the hotwash."""
    script = scenario(
        text_inject("01"), choice_inject("02"), text_inject("03", at="14m", due="40m"),
        text_inject("04", at="14m", due="40m", optional=True), info("05", manual=True), rated=True,
    )  # fmt: skip
    play = cast.play(script, rehearsal=True).start().go(minutes(6))
    play.send(play.beatriz, "01", {"text": "Cerramos."})
    return play.go(minutes(12))


def extras_of(play, other):
    """Give fields that would be worth something to whoever could set them."""
    return {
        "role": "organizer", "roles": "organizer", "scope": "all", "score": "99.87", "place": "1", "quality": "1",
        "team_id": play.verde, "is_staff": "1", "is_admin": "true", "drill_id": other.id,
        "account_id": play.cast.olga.id,
        "participant_id": play.gwen.id, "version": "77", "state": "ended", "lead_id": play.cast.olu.id, "bot": "1",
        "published_at": "1", "removed_at": "1", "disabled_at": "1", "blind_code": "ZZ9", "password_hash": "x",
        "short_code": "zzzzzz", "final": "1", "current": "0", "seq": "9999", "hash": "f" * 64, "speed_": "16",
        "actor": "program:program", "permissions": "all", "value": "3", "weight": "100", "deadline_at": "999999999",
    }  # fmt: skip


class World:
    """The database in memory, put back as it was after each request."""

    def __init__(self, play):
        self.house = play.house
        self.before = self.dump()
        self.known = set(chain.from_iterable(map(words_in, chain.from_iterable(self.before.values()))))
        self.kept = sqlite3.connect(":memory:", check_same_thread=False)
        self.driver.backup(self.kept)

    @property
    def driver(self):
        """Give the one connection below the engine."""
        with self.house.engine.connect() as connection:
            return connection.connection.driver_connection

    def dump(self):
        """Give every row of every table."""
        with self.house.engine.connect() as connection:
            tables = Row.metadata.tables
            found = {
                name: [tuple(row) for row in connection.execute(text(f'SELECT * FROM "{name}"'))] for name in tables
            }
            connection.rollback()
        return found

    def changes(self, known):
        """Say what differs from before: new rows and new values; what is made up by chance is called so."""
        now = self.dump()
        told = {}
        for name, rows in now.items():
            old = set(self.before[name])
            fresh = [tuple(plain(value, self.known | known) for value in row) for row in rows if row not in old]
            if fresh or len(rows) != len(old):
                told[name] = (len(rows) - len(old), sorted(map(repr, fresh)))
        return told

    def put_back(self):
        """Let nothing have happened."""
        self.kept.backup(self.driver)


def words_in(row):
    return [value for value in row if isinstance(value, str)]


def plain(value, known):
    """Give a value; a word that nobody has known or sent is one that chance has made."""
    if isinstance(value, str) and value[:1] in "{[":
        try:
            return json.dumps(plain(json.loads(value), known), sort_keys=True)
        except ValueError:
            return value
    if isinstance(value, dict):
        return {name: plain(one, known) for name, one in value.items()}
    if isinstance(value, list):
        return [plain(one, known) for one in value]
    return "by chance" if isinstance(value, str) and value not in known else value


@pytest.fixture
def askers(app, played, signed_in):
    """Bring to the door who may do something."""
    found = {}
    for name in PEOPLE:
        browser = signed_in(name if name in played.cast.tokens else "olu")
        if name in ("beatriz", "nobody"):
            browser.client.delete_cookie(door.STAFF)
        if name == "beatriz":
            form = {"privacy": "1", "rules": "1", "name": "Berta", "language": "es"}
            assert browser.post(f"/join/{played.codes['Azul']}", **form).status_code == 303
        found[name] = Asker(app, played, browser)
        held = {cookie: browser.holds(cookie) for cookie in (door.STAFF, door.TEAM, door.LANGUAGE, "prontas_form")}
        # The same cookies each time, whatever an answer would have her keep.
        browser.client = app.test_client(use_cookies=False)
        browser.client.environ_base["HTTP_COOKIE"] = "; ".join(f"{key}={value}" for key, value in held.items() if value)
    return found


def bare(answer):
    """Give of an answer what does not differ by chance."""
    return answer.status_code, re.sub(r"\b[a-z0-9]{12}\b", "id", answer.headers.get("Location", ""))


def test_no_page_takes_a_field_that_is_not_its_own(app, played, askers):
    other = played.cast.play(joined=False)
    extras = extras_of(played, other)
    world = World(played)
    told = {"forms": 0, "scripts": 0, "refused": 0, "changed": 0}
    known = set(extras.values())
    for page in edges_of(app):
        if not page.writes or page.endpoint.startswith("api"):
            continue
        body = page.template()
        kind = "json" if "json" in body else "form"
        known_names = set(body.get(kind, {}))
        right = askers["nobody"].true_body(page).get(kind, {})
        wrong = right | {name: value for name, value in extras.items() if name not in known_names}
        sent = {"json": right} if kind == "json" else {"data": right}
        more = {"json": wrong} if kind == "json" else {"data": wrong}
        for asker in askers.values():
            path = page.path(asker.ids)
            # Whoever is told to wait leaves a note of it, once: that is not what is looked for here.
            forget_counts(app.extensions)
            without = bare(asker.post(path, **sent))
            changed = world.changes(known | values_of(right))
            world.put_back()
            forget_counts(app.extensions)
            with_more = bare(asker.post(path, **more))
            changed_more = world.changes(known | values_of(right))
            world.put_back()
            told["forms" if kind == "form" else "scripts"] += 1
            told["changed"] += bool(changed)
            if kind == "json" and without[0] == 200:
                told["refused"] += 1
                assert with_more[0] in (400, 404, 409, 422), (page.key, with_more)
                assert changed_more == {}, page.key
            elif kind == "json":
                assert changed_more == changed == {}, page.key
            else:
                assert (with_more, changed_more) == (without, changed), page.key
    print(f"{len(extras)} extra fields; {told}")
    assert told["changed"] >= 15
    assert told["refused"] >= 5


def values_of(body):
    return {value for value in body.values() if isinstance(value, str)}


def test_no_socket_takes_a_field_that_is_not_its_own(played):
    assert ASKS.keys() == REQUESTS.keys(), "say here what the right request is"
    extras = extras_of(played, played.cast.play(joined=False))
    world, who = World(played), played.gwen
    place = Place(who, reader_of(who, who.drill_id), who.language)
    sent = changed = 0
    for name, right in ASKS.items():
        assert "error" not in answer(played.house, place, name, [right])
        changed += bool(world.changes(set()))
        world.put_back()
        for extra, value in extras.items():
            with pytest.raises(Refusal) as caught:
                answer(played.house, place, name, [right | {extra: value}])
            assert caught.value.code == "request_malformed"
            sent += 1
        with pytest.raises(Refusal):
            answer(played.house, place, name, [right, extras])
        assert world.changes(set()) == {}
    print(f"{len(ASKS)} requests with {len(extras)} extra fields: {sent} refused, 0 changed")
    assert changed >= 6


def test_whose_place_it_is_comes_from_her_session_and_no_field(played):
    who = played.gwen
    place = Place(who, reader_of(who, who.drill_id), who.language)
    answer(played.house, place, "save_draft", [{"inject": "03", "content": {"text": "We close"}}])
    query = "SELECT team_id FROM delivery JOIN draft ON delivery.id = draft.delivery_id WHERE inject = '03'"
    assert played.sql(query) == [(played.verde,)]
    stranger = Place(NOBODY, reader_of(who, who.drill_id), "en")
    with pytest.raises(Refusal):
        answer(played.house, stranger, "save_draft", [{"inject": "03", "content": {"text": "x"}}])
