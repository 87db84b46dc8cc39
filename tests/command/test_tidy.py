"""``prontas tidy`` and ``prontas erase``: what a server does by itself, and an organizer does, from the machine."""

import json

import pytest

from simulator.actions.accounts import disable_account
from simulator.actions.drills import add_team, create_drill
from simulator.actions.joining import join_team
from simulator.actor import NOBODY, PROGRAM
from simulator.clock import VirtualClock
from simulator.database import close_engine, open_engine
from simulator.house import House
from simulator.migrating import migrate
from tests.applying import Applying
from tests.cast import START, Cast
from tests.server_process import CEIBA


@pytest.fixture
def database(tmp_path):
    """Give a database in which a drill was made so long ago that its names must go."""
    path = tmp_path / "prontas.db"
    path.touch(mode=0o600)
    url = f"sqlite:///{path}"
    engine = open_engine(url)
    migrate(engine)
    long_ago = VirtualClock(START.replace(year=2020))
    house = House(engine, long_ago)
    cast = Cast.hire(house)
    drill = house.perform(create_drill, cast.fatima, name="Simulacro", content=CEIBA.read_bytes())["drill_id"]
    cast.refresh()
    team = house.perform(add_team, cast.fatima, drill_id=drill, name="Azul", language="es")
    made = house.perform(join_team, NOBODY, code=team["code"], name="Kanarie", language="es")
    house.perform(disable_account, PROGRAM, account_id=cast.olu.id)
    close_engine(engine)
    return url, drill, made["participant_id"], path


def test_tidying_counts_first_and_then_lets_go(run, database):
    url, _drill, _participant, path = database
    counted = json.loads(run("tidy", "--dry-run", "--json", "--database", url).output)
    assert (counted["format"], counted["dry_run"], counted["gone"]["participants"]) == (1, True, 1)
    assert b"Kanarie" in path.read_bytes()

    done = run("tidy", "--database", url)

    assert done.exit_code == 0
    assert "Participants without a name from now on" in done.output
    assert json.loads(run("tidy", "--json", "--database", url).output)["gone"]["participants"] == 0
    assert b"Kanarie" not in path.read_bytes()


def test_a_participant_is_erased_once_her_name_is_typed(run, database):
    url, drill, participant, path = database
    wrong = run("erase", "participant", drill, participant, "--database", url, input="Canario\n")
    assert (wrong.exit_code, "Nothing was changed" in wrong.output) == (1, True)
    right = run("erase", "participant", drill, participant, "--database", url, input="kanarie\n")
    assert (right.exit_code, "Responses that lost their words: 0" in right.output) == (0, True)
    assert b"Kanarie" not in path.read_bytes()
    again = run("erase", "participant", drill, participant, "--yes", "--database", url)
    assert (again.exit_code, "erased already" in again.output) == (1, True)


def test_an_account_is_erased_when_it_is_closed(run, database):
    url, *_rest, path = database
    for email, words in (("edo@ministry.example", "Disable the account first"), ("eve@x.example", "Nobody here has")):
        told = run("erase", "account", email, "--yes", "--database", url)
        assert (told.exit_code, words in told.output) == (1, True)
    assert run("erase", "account", "OLU@ministry.example ", "--yes", "--database", url).exit_code == 0
    assert b"olu@ministry.example" not in path.read_bytes()


def test_an_application_is_erased_once_its_code_is_typed_again(run, tmp_path):
    path = tmp_path / "programme.db"
    path.touch(mode=0o600)
    url = f"sqlite:///{path}"
    engine = open_engine(url)
    migrate(engine)
    programme = Applying(Cast.hire(House(engine, VirtualClock(START))))
    ana = programme.begin("Kanarie", "kanarie@mh.example")
    code = programme.see(ana)["code"]
    close_engine(engine)
    ask = ("erase", "applicant", programme.id, code.lower(), "--database", url)

    wrong = run(*ask, input="OTHER\n")
    assert (wrong.exit_code, "Nothing was changed" in wrong.output) == (1, True)
    nobody = run("erase", "applicant", programme.id, "NOTTHERE", "--database", url)
    assert (nobody.exit_code, "has the code NOTTHERE" in nobody.output) == (1, True)
    assert b"Kanarie" in path.read_bytes()
    right = run(*ask, input=f"{code}\n")

    assert (right.exit_code, "the code stay" in right.output) == (0, True)
    assert b"Kanarie" not in path.read_bytes() and b"kanarie@" not in path.read_bytes()
    again = run(*ask, "--yes")
    assert (again.exit_code, "erased already" in again.output) == (1, True)
