"""A bundle brought back is what it was: in an empty house, beside other drills, on every database; or nothing is."""

import json

import pytest
from sqlalchemy import insert, text

from simulator.actions.accounts import invite_staff
from simulator.actions.bundles import restore_bundle
from simulator.actions.consents import give_consent
from simulator.actions.program import tick
from simulator.actions.programmes import create_programme
from simulator.actions.responding import send_response
from simulator.actions.running import pause_drill, resume_drill
from simulator.actor import PROGRAM, Actor
from simulator.bundle.opening import open_bundle
from simulator.bundle.sound import require_sound
from simulator.clock import VirtualClock
from simulator.house import House
from simulator.reading.audit import chain_state
from simulator.reading.people import find_participant
from simulator.reading.results import standings_page
from simulator.rows import Delivery, Row
from simulator.upgrading import newest_schema
from tests.bundle.making import files_of, make, pack, rows, verify, with_rows
from tests.cast import START, minutes, refused
from tests.simulator.conftest import each_database, each_schema

__all__ = ["each_database", "each_schema"]
OLGA = Actor("account", "olga", grants=frozenset({("organizer", "all")}))


def restore(house, path):
    with open_bundle(path) as bundle:
        return house.perform(restore_bundle, PROGRAM, sound=require_sound(bundle))


def sql(house, statement, **values):
    with house.engine.connect() as connection:
        found = connection.execute(text(statement), values)
        told = [tuple(row) for row in found] if found.returns_rows else []
        connection.commit()
        return told


def counts(house):
    return {
        table.name: sql(house, f'SELECT count(*) FROM "{table.name}"')[0][0] for table in Row.metadata.sorted_tables
    }


def test_nothing_is_lost(played, whole, elsewhere, tmp_path):
    restore(elsewhere, whole)
    again = tmp_path / "again.zip"
    make(elsewhere, again, drill_id=played.id)
    before, after = files_of(whole), files_of(again)
    differs = {name for name in before | after if before.get(name) != after.get(name)}

    # Accounts come back disabled, and so the digest of their file is another one.
    assert differs == {"tables/account.jsonl", "manifest.json"}
    assert verify(again).holds


def test_the_chain_holds_and_the_standings_are_the_same(played, whole, elsewhere):
    restore(elsewhere, whole)
    there = elsewhere.look(chain_state, OLGA, drill_id=played.id)
    here = played.see(chain_state, played.cast.olga)
    assert (there["hash"], there["length"], there["broken_at"]) == (here["hash"], here["length"], None)

    shown = elsewhere.look(standings_page, OLGA, drill_id=played.id)
    assert shown["standings"] == played.see(standings_page, played.cast.olga)["standings"]
    assert shown["published"]["hash"] == played.see(standings_page, played.cast.olga)["published"]["hash"]


def test_people_of_the_staff_come_back_without_passwords_and_disabled(played, whole, elsewhere):
    played.sql("UPDATE account SET password_hash = 'x'")
    done = restore(elsewhere, whole)
    found = sql(elsewhere, "SELECT name, password_hash, disabled_at IS NULL FROM account ORDER BY name")

    assert found == [("Edo", None, 0), ("Fátima", None, 0), ("Olga", None, 0)]
    assert sorted(one["name"] for one in done["accounts"]) == ["Edo", "Fátima", "Olga"]


def test_whoever_has_an_account_here_is_given_her_rights_and_the_log_keeps_its_ids(played, whole, elsewhere):
    made = elsewhere.perform(
        invite_staff, PROGRAM, email="fatima@ministry.example", name="F", language="es", roles=["observer"]
    )
    restore(elsewhere, whole)
    rights = sql(elsewhere, 'SELECT role FROM "grant" WHERE account_id = :id', id=made["account_id"])
    old = played.cast.fatima.id
    [(email, disabled)] = sql(elsewhere, "SELECT email, disabled_at IS NOT NULL FROM account WHERE id = :id", id=old)

    assert set(rights) == {("observer",), ("facilitator",)}
    assert (email, disabled) == (f"{old}@restored.invalid", 1)


def test_it_comes_beside_other_drills_whose_deliveries_have_the_same_numbers(cast, played, whole, elsewhere, tmp_path):
    other = cast.play().start()
    path = tmp_path / "other.zip"
    make(other.house, path, drill_id=other.id)
    other.sql("UPDATE drill SET state = 'paused', clock_since = NULL WHERE id = :id", id=other.id)
    make(other.house, path, drill_id=other.id)
    renumbered = files_of(path)
    deliveries = rows(renumbered, "tables/delivery.jsonl")
    low = min(one["id"] for one in deliveries) - 1
    renumbered = with_rows(renumbered, "tables/delivery.jsonl", [one | {"id": one["id"] - low} for one in deliveries])
    restore(elsewhere, whole)
    restore(elsewhere, pack(path, renumbered))

    assert sql(elsewhere, "SELECT count(*), count(DISTINCT id) FROM delivery") == [(10, 10)]
    for drill in (played.id, other.id):
        make(elsewhere, tmp_path / "again.zip", drill_id=drill)
        assert verify(tmp_path / "again.zip").holds


def test_it_goes_on_where_it_stood(cast, elsewhere, tmp_path):
    play = cast.play().start().go(minutes(6))
    play.do(pause_drill, cast.fatima)
    make(play.house, tmp_path / "b.zip", drill_id=play.id)
    restore(elsewhere, tmp_path / "b.zip")
    elsewhere.perform(resume_drill, PROGRAM, drill_id=play.id)
    beatriz = elsewhere.look(find_participant, PROGRAM, participant_id=play.beatriz.id)
    elsewhere.perform(send_response, beatriz, inject_id="01", response_id="r", content={"text": "Aquí."})
    elsewhere.perform(tick, PROGRAM)
    make(elsewhere, tmp_path / "b.zip", drill_id=play.id)

    assert verify(tmp_path / "b.zip").holds


def test_consents_come_back_from_the_machines_own_bundle_only(cast, elsewhere, tmp_path):
    play = cast.play()
    play.do(give_consent, play.beatriz, purpose="research")
    make(play.house, tmp_path / "b.zip", who=cast.olga, drill_id=play.id)
    assert restore(elsewhere, tmp_path / "b.zip")["without"] == ["consent"]

    assert counts(elsewhere)["consent"] == 0


def test_a_restoration_is_in_the_log_of_the_house(played, whole, elsewhere):
    restore(elsewhere, whole)
    [(kind, payload)] = sql(elsewhere, "SELECT kind, payload FROM log WHERE stream = 'house'")

    assert kind == "bundle_restored"
    assert json.loads(payload)["drill"] == played.id


def unchanged(house, path, code):
    before = counts(house)
    with refused(code) as refusal:
        restore(house, path)
    assert counts(house) == before
    return refusal.value.parameters


def test_what_is_here_already_is_refused(played, whole, elsewhere):
    assert unchanged(played.house, whole, "bundle_is_here") == {"name": "Simulacro"}
    restore(elsewhere, whole)

    unchanged(elsewhere, whole, "bundle_is_here")


def test_a_public_bundle_is_refused(public, elsewhere):
    unchanged(elsewhere, public, "bundle_is_public")


def test_one_that_does_not_hold_is_refused(whole, elsewhere, tmp_path):
    files = files_of(whole)
    told = rows(files, "tables/rating.jsonl")
    told[0]["level"] = "U"
    told = unchanged(
        elsewhere, pack(tmp_path / "b.zip", with_rows(files, "tables/rating.jsonl", told)), "bundle_does_not_hold"
    )

    assert (told["file"], told["line"]) == ("tables/rating.jsonl", 1)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"format": 2}, "bundle_is_newer"),
        ({"schema": "9999"}, "bundle_schema_newer"),
        ({"schema": "0001"}, "bundle_schema_older"),
        ({"heads": 1}, "bundle_unreadable"),
        ({"kind": "other"}, "bundle_unreadable"),
        ({"of": {}}, "bundle_unreadable"),
    ],
)
def test_a_newer_format_or_schema_is_named(whole, elsewhere, tmp_path, change, code):
    files = files_of(whole)
    manifest = json.loads(files["manifest.json"]) | change
    path = pack(tmp_path / "b.zip", files | {"manifest.json": json.dumps(manifest).encode()}, true_manifest=False)

    told = unchanged(elsewhere, path, code)
    assert told.get("known") == {"bundle_is_newer": 1, "bundle_unreadable": None}.get(code, newest_schema())


def test_a_running_drill_is_refused_until_it_is_paused(cast, elsewhere, tmp_path):
    play = cast.play().start()
    make(play.house, tmp_path / "b.zip", drill_id=play.id)

    assert unchanged(elsewhere, tmp_path / "b.zip", "bundle_of_a_running_drill") == {"name": "Simulacro"}


def test_a_drill_of_a_programme_that_is_not_here_is_refused(cast, elsewhere, tmp_path):
    programme = cast.house.perform(create_programme, PROGRAM, name="Panamá")
    play = cast.play(programme_id=programme)
    make(play.house, tmp_path / "b.zip", drill_id=play.id)
    unchanged(elsewhere, tmp_path / "b.zip", "bundle_needs_its_programme")
    make(play.house, tmp_path / "p.zip", programme_id=programme)
    restore(elsewhere, tmp_path / "p.zip")

    assert sql(elsewhere, "SELECT name FROM programme") == [("Panamá",)]


def row_of(table, **change):
    name = f"tables/{table}.jsonl"

    def changed(files):
        told = rows(files, name)
        return with_rows(files, name, [*told, told[0] | change])

    return changed


SLIPPED_IN = {
    "a right everywhere": (row_of("grant", id="slipped", role="organizer", scope="all"), "bundle_row_astray"),
    "a chain of another drill": (row_of("stream", name="drill:other"), "bundle_row_astray"),
    "a seat of nobody": (row_of("seat_holder", participant_id="nobody"), "bundle_collides"),
    "a column more": (row_of("flag", more=1), "bundle_row_misfit"),
    "a word for a number": (row_of("reader", name="x", n="many"), "bundle_row_misfit"),
    "a time that is none": (row_of("grant", id=7), "bundle_row_misfit"),
    "bytes that are not theirs": (
        lambda files: {name: (b"x: 1" if name.startswith("scenarios/") else one) for name, one in files.items()},
        "bundle_row_misfit",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", SLIPPED_IN)
def test_what_was_slipped_in_is_refused_and_nothing_of_it_stays(whole, elsewhere, tmp_path, what):
    change, code = SLIPPED_IN[what]

    unchanged(elsewhere, pack(tmp_path / "b.zip", change(files_of(whole))), code)


def test_it_comes_back_on_every_database(played, whole, each_database, tmp_path):
    house = House(each_database, VirtualClock(START + minutes(600)))
    restore(house, whole)
    make(house, tmp_path / "again.zip", drill_id=played.id)
    before, after = files_of(whole), files_of(tmp_path / "again.zip")
    assert {name for name in before if before[name] != after[name]} == {"tables/account.jsonl", "manifest.json"}

    # The next delivery gets a number of its own.
    with house.engine.begin() as connection:
        row = rows(before, "tables/delivery.jsonl")[0]
        connection.execute(
            insert(Delivery).values(drill_id=played.id, team_id=row["team_id"], inject="new", position=9)
        )
    assert house.look(chain_state, OLGA, drill_id=played.id)["broken_at"] is None
