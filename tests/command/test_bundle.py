"""``prontas bundle``, ``verify`` and ``restore``: as a stranger uses them, one after the other, on two machines."""

import json
import shutil
import stat

import pytest
import yaml

from simulator.actions.drills import create_drill
from simulator.actions.programmes import create_programme
from simulator.actor import PROGRAM
from tests.bundle.making import files_of, pack, rows, with_rows
from tests.scripts import scenario, text_inject
from web.command.user_house import house_of


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """Migrate a database once, with a drill in it; gives its file and the drill's id."""
    path = tmp_path_factory.mktemp("bundles") / "one.db"
    content = yaml.safe_dump(scenario(text_inject("01"), rated=True)).encode()
    with house_of(f"sqlite:///{path}") as house:
        made = house.perform(create_drill, PROGRAM, name="Ceiba", content=content)
    return path, made["drill_id"]


@pytest.fixture
def drill(prepared):
    """Give the drill's id."""
    return prepared[1]


@pytest.fixture
def database(prepared, tmp_path):
    """Give a copy of it."""
    shutil.copy(prepared[0], tmp_path / "one.db")
    return f"sqlite:///{tmp_path / 'one.db'}"


def test_a_drill_is_bundled_verified_and_brought_to_another_machine(run, database, drill, tmp_path):
    path, there = tmp_path / "ceiba.zip", f"sqlite:///{tmp_path / 'two.db'}"
    made = run("bundle", "Ceiba", "--to", path, "--database", database)
    head = made.stdout.split()[-1]
    verified = run("verify", path, "--head", head)
    restored = run("restore", path, "--database", there)

    assert (made.exit_code, verified.exit_code, restored.exit_code) == (0, 0, 0), restored.output
    assert f"Written: {path}" in made.stdout
    assert "This bundle holds." in verified.stdout and f"row 1 of 1 in drill:{drill}" in verified.stdout
    assert restored.stdout.startswith(f"Brought back: {drill}.")
    # Only its owner reads what people wrote.
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    again = run("restore", path, "--database", there)
    assert again.exit_code == 1
    assert "“Ceiba” is here already. Nothing was changed." in again.stderr


def test_json_says_the_same(run, database, drill, tmp_path):
    path = tmp_path / "ceiba.zip"
    made = json.loads(run("bundle", drill, "--to", path, "--public", "--json", "--database", database).stdout)
    told = json.loads(run("verify", path, "--json").stdout)

    assert (made["format"], made["kind"], made["of"]) == (1, "public", {"drill": drill})
    assert (told["format"], told["holds"], told["faults"]) == (1, True, [])
    assert told["heads"] == made["heads"]
    assert told["checked"]["rows"] == 1


def test_a_folder_gets_a_file_whose_name_carries_the_mark(run, database, drill, tmp_path):
    for more in ((), ("--public",)):
        assert run("bundle", "Ceiba", "--to", tmp_path, *more, "--database", database).exit_code == 0

    assert {one.name for one in tmp_path.glob("*.zip")} == {
        "EXERCISE-Ceiba-restricted.zip", f"EXERCISE-{drill}-public.zip",
    }  # fmt: skip


def test_that_a_bundle_was_made_is_in_the_log_of_the_house(run, database, drill, tmp_path):
    run("bundle", drill, "--to", tmp_path / "b.zip", "--public", "--database", database)
    with house_of(database) as house, house.engine.connect() as connection:
        [(payload,)] = connection.exec_driver_sql("SELECT payload FROM log WHERE kind = 'bundle_made'").all()

    assert json.loads(payload) | {"head": ""} == {"drill": drill, "public": True, "head": ""}


def test_what_is_not_there_and_what_could_be_two_is_said(run, database, drill, tmp_path):
    with house_of(database) as house:
        programme = house.perform(create_programme, PROGRAM, name="Ceiba")
    nothing = run("bundle", "Nada", "--to", tmp_path / "b.zip", "--database", database)
    several = run("bundle", "Ceiba", "--to", tmp_path / "b.zip", "--database", database)

    assert (nothing.exit_code, several.exit_code) == (1, 1)
    assert "There is no drill and no programme Nada." in nothing.stderr
    assert f"drill {drill}" in several.stderr and f"programme {programme}" in several.stderr
    assert list(tmp_path.glob("*.zip")) == []
    assert run("bundle", programme, "--to", tmp_path / "b.zip", "--database", database).exit_code == 0


def test_where_it_cannot_be_written_nothing_is_left(run, database, drill, tmp_path):
    told = run("bundle", drill, "--to", tmp_path / "no" / "b.zip", "--database", database)

    assert told.exit_code == 1
    assert "Traceback" not in told.output
    assert list(tmp_path.glob(".prontas-*")) == []


def test_what_does_not_hold_is_named_with_its_place_and_ends_with_one(run, database, drill, tmp_path):
    path = tmp_path / "b.zip"
    run("bundle", drill, "--to", path, "--database", database)
    files = files_of(path)
    name = f"log/drill-{drill}.jsonl"
    told = [row | {"actor": "nobody"} for row in rows(files, name)]
    pack(path, with_rows(files, name, told))
    found, as_json = run("verify", path), run("verify", path, "--json")
    restored = run("restore", path, "--database", database)

    assert found.exit_code == as_json.exit_code == restored.exit_code == 1
    assert found.stdout.startswith(f"{name}:1: [seq 1] row_broken The row does not follow from the one before")
    [fault] = json.loads(as_json.stdout)["faults"]
    assert (fault["file"], fault["line"], fault["seq"], fault["code"]) == (name, 1, 1, "row_broken")
    assert "does not hold, so nothing was brought back" in restored.stderr


def test_no_bundle_wrong_usage_and_a_missing_file_end_as_they_should(run, tmp_path):
    (tmp_path / "x.zip").write_bytes(b"no archive")
    told = {
        "broken": run("verify", tmp_path / "x.zip"), "json": run("verify", tmp_path / "x.zip", "--json"),
        "missing": run("verify", tmp_path / "no.zip"), "restore": run("restore", tmp_path / "no.zip"),
    }  # fmt: skip

    assert {name: one.exit_code for name, one in told.items()} == dict.fromkeys(told, 1)
    assert "package_broken" in told["broken"].stderr
    assert json.loads(told["json"].stdout)["holds"] is False
    assert "file_missing" in told["missing"].stderr and "file_missing" in told["restore"].stderr
    assert {run(*usage).exit_code for usage in (("verify",), ("bundle", "x"), ("restore", "--nonsense"))} == {2}
