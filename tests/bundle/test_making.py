"""What is in a bundle: all of a drill, or what the public may have of it, on one chain, the same bytes each time."""

import json

import pytest
from sqlalchemy import JSON, String

from simulator.actions.consents import give_consent
from simulator.actions.pausing import ask_pause
from simulator.bundle.places import LEFT_OUT, PLACES
from simulator.bundle.public_columns import PUBLIC
from simulator.rows import Row
from tests.bundle.making import files_of, make, rows, verify
from tests.cast import refused


def test_every_table_belongs_somewhere_or_is_left_out_for_a_reason():
    tables = {table.name for table in Row.metadata.sorted_tables}

    assert set(PLACES) | set(LEFT_OUT) == tables
    assert set(PLACES) & set(LEFT_OUT) == set()
    assert all(LEFT_OUT.values())


def test_the_public_bundle_names_only_columns_that_are_there():
    extra = {"application": {"attributes"}}
    unknown = {
        name: set(columns) - {one.name for one in PLACES[name].table.columns} - extra.get(name, set())
        for name, columns in PUBLIC.items()
    }

    assert {name: columns for name, columns in unknown.items() if columns} == {}


def test_the_same_database_gives_the_same_bytes(played, whole, public, tmp_path):
    for path, is_public in ((whole, False), (public, True)):
        again = tmp_path / "again.zip"
        make(played.house, again, public=is_public, drill_id=played.id)
        assert again.read_bytes() == path.read_bytes()


def test_both_bundles_are_on_one_chain(whole, public):
    one, other = files_of(whole), files_of(public)
    [log] = [name for name in one if name.startswith("log/")]
    heads = [json.loads(files["manifest.json"])["heads"] for files in (one, other)]

    assert one[log] == other[log]
    assert heads[0] == heads[1]
    assert rows(one, log)[-1]["hash"] == next(iter(heads[0].values()))["hash"]


def test_everything_of_a_drill_is_in_the_restricted_one(played, whole):
    files = files_of(whole)
    names = [one["name"] for one in rows(files, "tables/participant.jsonl")]

    assert sorted(names) == ["Beatriz", "Bruna", "Giselle", "Gwen"]
    assert "Cerramos la frontera <b>ya</b>" in files["tables/response.jsonl"].decode()
    assert len(rows(files, "tables/delivery.jsonl")) == 6
    assert f"drills/{played.id}/ratings.csv" in files


def test_what_opens_a_door_is_in_none(played, tmp_path):
    played.sql("UPDATE account SET password_hash = 'cn-hash', totp_secret = 'CNTOTP'")
    files = b"".join(files_of_both(played, tmp_path))

    for secret in (b"cn-hash", b"CNTOTP"):
        assert secret not in files
    for (token,) in played.sql("SELECT token_digest FROM web_session"):
        assert token.encode() not in files


def files_of_both(played, tmp_path, **more):
    for is_public in (False, True):
        make(played.house, tmp_path / "b.zip", public=is_public, drill_id=played.id, **more)
        yield from files_of(tmp_path / "b.zip").values()


def test_a_wish_for_a_pause_is_in_none(cast, tmp_path):
    play = cast.play().start()
    play.do(ask_pause, play.beatriz)
    [(request,)] = play.sql("SELECT id FROM pause_request")

    assert request.encode() not in b"".join(files_of_both(play, tmp_path))
    assert b"pause_request" not in b"".join(files_of_both(play, tmp_path))


def test_only_the_machines_own_shell_is_given_consents(cast, tmp_path):
    play = cast.play()
    play.do(give_consent, play.beatriz, purpose="research")
    path = tmp_path / "b.zip"
    make(play.house, path, drill_id=play.id)
    [consent] = rows(files_of(path), "tables/consent.jsonl")
    assert consent["purpose"] == "research"
    make(play.house, path, who=cast.olga, drill_id=play.id)
    files = files_of(path)

    assert "tables/consent.jsonl" not in files
    assert json.loads(files["manifest.json"])["without"] == ["consent"]
    assert {(one["salt"], one["short_code"]) for one in rows(files, "tables/participant.jsonl")} == {("", "")}
    assert verify(path).holds


def test_whoever_has_no_right_to_a_drill_gets_no_bundle_of_it(cast, played, tmp_path):
    for who in (cast.mallory, cast.fatima, cast.edo, cast.olu, played.beatriz):
        with refused("not_found"):
            make(played.house, tmp_path / "b.zip", who=who, drill_id=played.id)
    for place in ({}, {"drill_id": "nowhere"}, {"programme_id": "nowhere"}):
        with refused("not_found"):
            make(played.house, tmp_path / "b.zip", who=cast.olga, **place)


def wordy(table):
    """Give the columns in which words could stand and that the public bundle does not name."""
    for column in table.columns:
        plain = isinstance(column.type, String) and not column.foreign_keys and not column.primary_key
        if plain and column.name not in PUBLIC.get(table.name, ()):
            yield column


# Chains and counts are not words; the log is the same in both bundles.
CHAINS = {"log", "feed", "stream", "reader"}


def test_no_word_that_is_planted_in_a_column_is_in_the_public_bundle(played, tmp_path):
    planted = {}
    for table in Row.metadata.sorted_tables:
        for column in () if table.name in CHAINS else wordy(table):
            canary = f"cn{len(planted):03}"[: column.type.length]
            if column.unique or any({column.name} <= {one.name for one in key.columns} for key in uniques(table)):
                played.sql(f'UPDATE "{table.name}" SET "{column.name}" = :c || substr("{column.name}", 1, 4)', c=canary)
            else:
                played.sql(f'UPDATE "{table.name}" SET "{column.name}" = :c', c=canary)
            planted[canary] = f"{table.name}.{column.name}"
        for column in table.columns:
            if isinstance(column.type, JSON) and column.name in ("content", "stood", "facts", "people"):
                told = json.dumps({"text": f"cn{table.name}{column.name}"})
                played.sql(f'UPDATE "{table.name}" SET "{column.name}" = :c', c=told)
                planted[f"cn{table.name}{column.name}"] = f"{table.name}.{column.name}"
    path = tmp_path / "public.zip"
    make(played.house, path, public=True, drill_id=played.id)
    everything = b"\n".join(files_of(path).values()).decode()

    assert len(planted) > 40
    assert {canary: where for canary, where in planted.items() if canary in everything} == {}


def uniques(table):
    return [one for one in table.constraints if type(one).__name__ == "UniqueConstraint"]


@pytest.mark.parametrize("is_public", [False, True], ids=["restricted", "public"])
def test_a_readme_says_how_to_check_it_in_the_drills_language_under_the_mark(played, tmp_path, is_public):
    make(played.house, tmp_path / "b.zip", public=is_public, drill_id=played.id)
    files = files_of(tmp_path / "b.zip")
    text = files["README.es.md"].decode()

    assert text.startswith("**EJERCICIO**\n")
    assert "prontas verify" in text
    assert next(iter(json.loads(files["manifest.json"])["heads"].values()))["hash"] in text
