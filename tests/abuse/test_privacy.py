"""Row 51: of somebody who was erased nothing is left in the database, its files, the server's log or the pages."""

import json
import random
import re
import subprocess
import sys
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import pytest
from sqlalchemy import text

from simulator.actions.accounts import disable_account
from simulator.actions.erasing import erase_account, erase_participant
from simulator.actions.hotwash import write_hotwash
from simulator.actions.rating import rate_response
from simulator.actions.responding import save_draft
from simulator.actions.retaining import retain
from simulator.actor import PROGRAM
from simulator.chain import broken_link
from simulator.clock import VirtualClock
from simulator.database import close_engine, open_engine, sqlite_url
from simulator.house import House
from simulator.kinds import HOUSE_STREAM
from simulator.migrating import migrate
from simulator.reading.results import standings_page
from simulator.retention import KEEP_WORDS
from simulator.scrubbing import DUE, scrub
from tests.cast import START, Cast, minutes
from tests.scripts import choice_inject, scenario, text_inject
from tests.server_process import TOP, running_server
from tests.simulator.conftest import on_postgresql
from tests.web.rated_play import end, rate_all, response_of

# Minutes at full size: a target of its own keeps the tests of every change short.
pytestmark = pytest.mark.figure

CANARY = "Kanarie"
# Too long for a page and too mixed to be pressed: what a database would keep elsewhere, and legibly.
LONG = " ".join(f"{CANARY} {random.Random(n).randbytes(20).hex()}" for n in range(120))
TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
READ = {"rules": "1", "privacy": "1"}


@pytest.fixture(params=["sqlite", "postgresql"])
def house(request, tmp_path):
    """Open a house on a real database of each kind."""
    if request.param == "postgresql":
        with on_postgresql() as engine:
            migrate(engine)
            yield House(engine, VirtualClock(START))
        return
    engine = open_engine(sqlite_url(tmp_path / "house.db"))
    migrate(engine)
    yield House(engine, VirtualClock(START))
    close_engine(engine)


def files_of(house):
    """Give the bytes of all files that hold the house's tables, as they lie on the disk."""
    if house.engine.dialect.name == "sqlite":
        path = Path(house.engine.url.database)
        return b"".join(one.read_bytes() for one in sorted(path.parent.glob(f"{path.name}*")))
    found = b""
    with house.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("CHECKPOINT"))
        paths = connection.scalars(
            text("SELECT pg_relation_filepath(oid) FROM pg_class WHERE relkind IN ('r', 'i', 't') AND oid > 16384")
        ).all()
        for path in paths:
            found += bytes(connection.scalar(text("SELECT pg_read_binary_file(:p)"), {"p": path}))
    return found


def played(house):
    """Let Kanarie write wherever a participant can, many times over, and let Edo quote her."""
    cast = Cast.hire(house)
    play = cast.play(
        scenario(text_inject("01"), choice_inject("02", ask={"rationale": True, "criteria": ["C1"]}), rated=True)
    )
    play.kanarie = play.join("Azul", f"{CANARY} López", "pt")
    play.start().go(minutes(6))
    for n in range(8):
        play.do(save_draft, play.kanarie, inject_id="01", content={"text": f"{CANARY} borra {n}" * n})
        play.send(play.kanarie, "01", {"text": f"{LONG} {n}"})
        play.send(play.gwen, "01", {"text": f"We close the border {n}"})
    play.send(play.kanarie, "02", {"option": "A", "rationale": LONG}, confirmed=True)
    end(play)
    play.do(write_hotwash, play.kanarie, question=0, text=f"{CANARY} opina")
    rate_all(play, cast.edo)
    quoted = {"response_id": response_of(play, cast.edo, "01", play.azul), "criterion": "C1", "level": "P"}
    play.do(rate_response, cast.edo, **quoted, sentence=f"«{' '.join(LONG.split()[:4])}»")
    return play


def holds(play):
    with play.house._readers() as session:
        return [broken_link(session, stream) for stream in (f"drill:{play.id}", HOUSE_STREAM)] == [None, None]


def figures(play):
    rows = play.see(standings_page, play.cast.olga)["standings"]
    return [(row["team"], row["place"], row["score"], row["quality"], row["rated"], row["of"]) for row in rows]


def test_an_erased_participant_leaves_no_byte_and_the_figures_stay(house):
    play = played(house)
    before = figures(play)
    assert files_of(house).count(CANARY.encode()) > 100

    play.do(erase_participant, play.cast.olga, participant_id=play.kanarie.id)

    assert files_of(house).count(CANARY.encode()) == 0
    assert figures(play) == before
    assert holds(play)
    assert play.sql("SELECT name FROM setting WHERE name = :name", name=DUE) == []


def test_an_erased_account_leaves_no_byte(house):
    play = played(house)
    cast = play.cast
    assert b"edo@ministry.example" in files_of(house)
    house.perform(disable_account, PROGRAM, account_id=cast.edo.id)
    house.perform(erase_account, cast.olga, account_id=cast.edo.id)

    left = files_of(house)
    assert b"edo@ministry.example" not in left
    assert holds(play)


def test_what_retention_lets_go_leaves_no_byte(house):
    play = played(house)
    play.clock.now += KEEP_WORDS + minutes(1)
    done = house.perform(retain, PROGRAM)

    left = files_of(house)
    assert done["participants"] == 5
    assert [word for word in (CANARY, "Beatriz", "Giselle", "close the border") if word.encode() in left] == []
    assert holds(play)


def test_who_reads_meanwhile_only_puts_the_scrubbing_off(tmp_path):
    engine = open_engine(sqlite_url(tmp_path / "house.db"))
    migrate(engine)
    play = played(House(engine, VirtualClock(START)))
    with play.house._readers() as reader:
        reader.execute(text("SELECT count(*) FROM response")).all()
        play.do(erase_participant, play.cast.olga, participant_id=play.kanarie.id)
        assert play.sql("SELECT name FROM setting WHERE name = :name", name=DUE) == [(DUE,)]
    play.house.perform(retain, PROGRAM)

    assert files_of(play.house).count(CANARY.encode()) == 0
    assert play.sql("SELECT name FROM setting WHERE name = :name", name=DUE) == []
    close_engine(engine)


def test_scrubbing_what_is_clean_is_nothing(house):
    assert scrub(house.engine)


class Person:
    """Somebody with a browser of her own, talking to a real server."""

    def __init__(self, url):
        self.url, self.opener = url, build_opener(HTTPCookieProcessor(CookieJar()))

    def get(self, path):
        with self.opener.open(self.url + path, timeout=10) as answer:
            return answer.read().decode()

    def post(self, path, **form):
        seen = self.get(path)
        hidden = dict(re.findall(r'<input type="hidden" name="([a-z_]+)" value="([^"]*)"', seen))
        with self.opener.open(self.url + path, data=urlencode(hidden | form).encode(), timeout=10) as answer:
            return answer.read().decode()


def test_a_real_server_writes_no_name_into_its_log_and_forgets_her_while_it_runs(tmp_path):
    with running_server(tmp_path, start=False) as server:
        kanarie = Person(server.url)
        code = server.codes["Azul"]
        shown = kanarie.post(f"/join/{code}", **READ, name=f"{CANARY} López", language="es")
        assert "short" in shown or CANARY in kanarie.get("/play")
        with server.house() as house, house._readers() as session:
            rows = session.execute(text("SELECT id, name FROM participant WHERE name <> ''")).all()
        (her,) = [row.id for row in rows if row.name.startswith(CANARY)]
        command = [sys.executable, "-c", "from web.command import main; main()", "erase", "participant"]
        told = subprocess.run(
            [*command, server.drill_id, her, "--yes", "--database", server.database],
            cwd=TOP, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert told.returncode == 0, told.stderr
        left = {path.name: path.read_bytes().count(CANARY.encode()) for path in tmp_path.iterdir() if path.is_file()}

    assert set(left) >= {"prontas.db", "server.log"}
    assert sum(left.values()) == 0
    assert CANARY not in server.log


def test_the_log_of_a_house_names_nobody(house):
    play = played(house)
    rows = play.sql("SELECT actor, payload FROM log")
    told = json.dumps([[str(value) for value in row] for row in rows], ensure_ascii=False)

    names = [CANARY, "Beatriz", "Gwen", "Edo", "Olga", "ministry.example", "escribe", "border"]
    assert [name for name in names if name in told] == []
