"""The house's store of scenarios: version by version, nothing overwritten; a drill keeps the one it was made from."""

from dataclasses import replace

import pytest
import yaml
from sqlalchemy import text

from scenarios.editing import Duplicate, Remove, Set
from scenarios.package import Package
from scenarios.package_bounds import MOST_BYTES
from simulator.actions.drills import create_drill
from simulator.actions.scenarios import (
    archive_scenario,
    attach_files,
    copy_scenario,
    create_scenario,
    remove_files,
    restore_version,
    save_version,
)
from simulator.chain import check_chain
from simulator.database import open_sessions
from simulator.frozen import frozen_in
from simulator.reading.held_account import own_account_held
from simulator.reading.scenarios import (
    scenario_changes,
    scenario_file,
    scenario_list,
    scenario_package,
    scenario_page,
    scenario_version,
)
from simulator.rows import Account, ColumnMapping, ScenarioAttachment
from simulator.saving import create, save
from simulator.wiping import wipe_account
from tests.cast import START, minutes, refused
from tests.scripts import info, scenario, text_inject
from tests.simulator.counting import statements

DOCUMENT = f"# Ours\n{yaml.safe_dump(scenario(text_inject('01'), info('02', at='30m')), sort_keys=False)}".encode()


class Store:
    """The store as Fátima and Olga use it."""

    def __init__(self, cast):
        self.house, self.cast, self.clock = cast.house, cast, cast.clock

    def put(self, content=DOCUMENT, who=None, **facts):
        return self.house.perform(create_scenario, who or self.cast.fatima, content=content, **facts)["scenario_id"]

    def do(self, action, who=None, **facts):
        return self.house.perform(action, who or self.cast.fatima, **facts)

    def see(self, view, who=None, **facts):
        return self.house.look(view, who or self.cast.fatima, **facts)

    def save(self, scenario_id, expected, *operations, who=None, **facts):
        return self.do(
            save_version, who, scenario_id=scenario_id, expected_number=expected, operations=operations, **facts
        )

    def title(self, scenario_id, number=None):
        return self.see(scenario_version, scenario_id=scenario_id, number=number)["plain"]["title"]


@pytest.fixture
def store(cast):
    """Give the store."""
    return Store(cast)


def titled(words):
    return Set(path=("title",), value=words)


def test_a_scenario_is_listed_as_its_newest_version_is(store):
    one = store.put(note="  from  a file ")
    store.clock.now = START + minutes(1)
    store.save(one, 1, titled({"es": "Ceiba", "pt": "Sumaúma"}), who=store.cast.olga, note="two languages")

    (listed,) = store.see(scenario_list)
    assert listed == {
        "id": one, "number": 2, "title": {"es": "Ceiba", "pt": "Sumaúma"}, "languages": ["es", "pt", "en", "fr"],
        "duration": "60m", "injects": 2, "errors": 0, "warnings": listed["warnings"], "saved_by": "Olga",
        "saved_at": START + minutes(1), "created_at": START, "archived": False, "drills": 0,
    }  # fmt: skip
    page = store.see(scenario_page, scenario_id=one)
    assert [(v["number"], v["parent"], v["note"], v["saved_by"]) for v in page["versions"]] == [
        (2, 1, "two languages", "Olga"), (1, None, "from a file", "Fátima"),
    ]  # fmt: skip
    assert page["number"] == 2 and page["versions"][0]["digest"] != page["versions"][1]["digest"]


def test_one_version_is_its_bytes_what_they_say_and_what_is_wrong_in_them(store):
    one = store.put()
    store.save(one, 1, Set(path=("duration",), value="soon"))
    first, second = (store.see(scenario_version, scenario_id=one, number=number) for number in (1, None))

    assert first["text"].encode() == DOCUMENT and first["scenario"].id == "test" and first["newest"] == 2
    assert second["number"] == 2 and second["scenario"] is None and second["plain"]["duration"] == "soon"
    assert [finding.code for finding in second["findings"] if finding.severity == "error"] == ["bad_duration"]
    assert second["text"] == first["text"].replace("duration: 60m", "duration: soon")


def test_what_has_not_changed_is_no_version(store):
    one = store.put()

    assert store.save(one, 1, titled("Prueba"))["number"] == 1
    assert store.see(scenario_page, scenario_id=one)["number"] == 1


def test_who_saves_on_an_older_version_is_told_who_was_faster(store):
    one = store.put()
    store.clock.now = START + minutes(2)
    store.save(one, 1, Set(path=("injects", "01", "title"), value="Hers"), who=store.cast.olga)
    mine = Set(path=("injects", "02", "title"), value="Mine")

    with refused("scenario_changed") as caught:
        store.save(one, 1, mine)
    told = caught.value.parameters
    assert (told["name"], told["at"], told["number"]) == ("Olga", START + minutes(2), 2)
    assert told["mergeable"] and told["conflicts"] == []
    done = store.save(one, 1, mine, merge=True)
    assert done["merged"] and done["number"] == 3
    plain = store.see(scenario_version, scenario_id=one)["plain"]
    assert [inject["title"] for inject in plain["injects"]] == ["Hers", "Mine"]
    assert store.see(scenario_page, scenario_id=one)["versions"][0]["parent"] == 2


def test_two_who_change_the_same_inject_are_both_shown(store):
    one = store.put()
    store.save(one, 1, Set(path=("injects", "01", "title"), value="Hers"), who=store.cast.olga)

    for merge, code in ((False, "scenario_changed"), (True, "scenario_conflicts")):
        with refused(code) as caught:
            store.save(one, 1, Set(path=("injects", "01", "title"), value="Mine"), merge=merge)
        (conflict,) = caught.value.parameters["conflicts"]
        assert conflict["path"] == ("injects", "01") and not caught.value.parameters["mergeable"]
        assert (conflict["theirs"]["title"], conflict["ours"]["title"]) == ("Hers", "Mine")
    assert store.see(scenario_page, scenario_id=one)["number"] == 2


def test_what_is_no_yaml_is_kept_as_a_draft_but_not_merged_nor_changed_by_field(store):
    one = store.put(b"a: [")
    (finding,) = store.see(scenario_version, scenario_id=one)["findings"]
    assert finding.code == "yaml_syntax" and store.see(scenario_list)[0]["errors"] == 1
    with refused("edit_unreadable"):
        store.save(one, 1, titled("x"))
    store.save(one, 1, content=b"a: [1")
    with refused("scenario_conflicts") as caught:
        store.save(one, 1, content=b"a: [2", merge=True)
    assert caught.value.parameters["conflicts"] == []
    assert store.see(scenario_changes, scenario_id=one) == {
        "old": 1, "new": 2, "changes": None, "text": "--- \n+++ \n@@ -1 +1 @@\n-a: [\n+a: [1",
    }  # fmt: skip
    with refused("scenario_has_errors"):
        store.do(create_drill, name="x", scenario_id=one)


@pytest.mark.parametrize(
    ("content", "code"), [(b"\xff", "not_utf8"), (b"a: \0", "control_character"), (b" " * 2**22, "file_too_large")]
)
def test_what_is_no_text_is_not_kept(store, content, code):
    with refused("scenario_unreadable") as caught:
        store.put(content)

    assert [finding.code for finding in caught.value.parameters["findings"]] == [code]
    assert store.see(scenario_list) == []


def test_an_earlier_version_comes_back_as_the_newest(store):
    one = store.put(files={"a.txt": b"1"})
    store.save(one, 1, titled("Otra"), files={})
    done = store.do(restore_version, scenario_id=one, number=1, expected_number=2)

    assert done["number"] == 3 and store.title(one) == "Prueba"
    assert store.see(scenario_package, scenario_id=one) == Package("scenario.yaml", DOCUMENT, {"a.txt": b"1"})
    with refused("scenario_changed"):
        store.do(restore_version, scenario_id=one, number=1, expected_number=2)


def test_attachments_are_kept_once_and_every_version_has_its_own(store):
    one = store.put(files={"a.txt": b"same", "b.txt": b"same"})
    store.do(attach_files, scenario_id=one, expected_number=1, files={"b.txt": b"new", "c.txt": b"more"})
    store.do(remove_files, scenario_id=one, expected_number=2, names=["a.txt"])

    assert store.see(scenario_version, scenario_id=one)["files"] == {"b.txt": 3, "c.txt": 4}
    assert store.see(scenario_file, scenario_id=one, number=1, name="b.txt") == b"same"
    assert store.see(scenario_file, scenario_id=one, name="b.txt") == b"new"
    with open_sessions(store.house.engine)() as session:
        assert session.query(ScenarioAttachment).count() == 3
    for missing in ("a.txt", "x"):
        with refused("not_found"):
            store.see(scenario_file, scenario_id=one, name=missing)
    with refused("not_found"):
        store.do(remove_files, scenario_id=one, expected_number=3, names=["a.txt"])
    with refused("scenario_unreadable") as caught:
        store.do(attach_files, scenario_id=one, expected_number=3, files={"../x": b""})
    assert caught.value.parameters["findings"][0].code == "package_bad_path"


def test_attachments_of_two_people_come_together(store):
    one = store.put(files={"a.txt": b"1", "b.txt": b"1", "c.txt": b"1"})
    store.do(attach_files, store.cast.olga, scenario_id=one, expected_number=1, files={"a.txt": b"2", "d.txt": b"4"})
    mine = {"b.txt": b"3", "a.txt": b"1"}
    done = store.save(one, 1, files=mine, merge=True)

    assert store.see(scenario_package, scenario_id=one).files == {"a.txt": b"2", "b.txt": b"3", "d.txt": b"4"}
    with refused("scenario_conflicts") as caught:
        store.save(one, 1, files={"a.txt": b"9", "b.txt": b"1", "c.txt": b"1"}, merge=True)
    assert [conflict["path"] for conflict in caught.value.parameters["conflicts"]] == [["files", "a.txt"]]
    assert done["number"] == 3


def test_a_package_has_the_bounds_of_every_other(store):
    class Large(bytes):
        def __len__(self):
            return MOST_BYTES

    with refused("scenario_unreadable") as caught:
        store.put(files={"x.pdf": Large()})
    assert caught.value.parameters["findings"][0].code == "package_too_large"


def test_a_list_of_three_costs_what_a_list_of_one_costs_and_reads_no_document(store):
    store.put()
    few = statements(store.house.engine, lambda: store.see(scenario_list))
    for _more in range(2):
        store.put(who=store.cast.olga)

    assert len(store.see(scenario_list)) == 3
    assert statements(store.house.engine, lambda: store.see(scenario_list)) == few <= 4


def test_a_copy_goes_its_own_way(store):
    one = store.put(files={"a.txt": b"1"})
    store.save(one, 1, titled("Otra"))
    copied = store.do(copy_scenario, scenario_id=one, number=1)["scenario_id"]
    store.save(copied, 1, titled("Copia"))

    assert (store.title(one), store.title(copied, 1), store.title(copied)) == ("Otra", "Prueba", "Copia")
    assert store.see(scenario_package, scenario_id=copied).files == {"a.txt": b"1"}


def test_what_is_put_away_is_listed_apart_and_comes_back(store):
    one, other = store.put(), store.put()
    store.do(archive_scenario, scenario_id=one, archived=True)
    store.do(archive_scenario, scenario_id=one, archived=True)

    assert [listed["id"] for listed in store.see(scenario_list)] == [other]
    assert [listed["id"] for listed in store.see(scenario_list, archived=True)] == [one]
    assert store.see(scenario_version, scenario_id=one)["archived"]
    store.do(archive_scenario, scenario_id=one, archived=False)
    assert len(store.see(scenario_list)) == 2


def test_a_drill_freezes_the_version_it_was_made_from(store):
    one = store.put(files={"a.txt": b"1"})
    drill_id = store.do(create_drill, name="Simulacro", scenario_id=one)["drill_id"]
    store.save(one, 1, titled("Otra"), Remove(path=("injects", "02")))
    newer = store.do(create_drill, name="Dos", scenario_id=one)["drill_id"]

    versions = store.see(scenario_page, scenario_id=one)["versions"]
    assert [[drill["id"] for drill in version["drills"]] for version in versions] == [[newer], [drill_id]]
    assert store.see(scenario_list)[0]["drills"] == 2
    with open_sessions(store.house.engine)() as session:
        frozen = frozen_in(session, drill_id)
    assert frozen.digest == versions[1]["digest"] and len(frozen.scenario.injects) == 2
    again = store.do(create_drill, name="Tres", scenario_id=one, scenario_number=1)["drill_id"]
    with open_sessions(store.house.engine)() as session:
        assert frozen_in(session, again).digest == frozen.digest
    plain = store.do(create_drill, name="Cuatro", content=DOCUMENT, scenario_number=7)["drill_id"]
    assert plain and store.see(scenario_list)[0]["drills"] == 3


def test_who_has_no_role_in_the_house_sees_nothing_of_the_store(store):
    one = store.put()
    strangers = [store.cast.mallory, store.cast.edo, store.cast.olu, store.cast.stranger]
    bound = replace(store.cast.fatima, grants=frozenset({("facilitator", "programme:p"), ("organizer", "drill:d")}))
    for who in (*strangers, bound):
        for view in (scenario_list, scenario_page, scenario_version, scenario_package):
            with refused("not_found"):
                store.see(view, who, **({} if view is scenario_list else {"scenario_id": one}))
        with refused("not_found"):
            store.save(one, 1, titled("x"), who=who)
        with refused("not_found"):
            store.do(create_drill, who, name="x", scenario_id=one, programme_id=None)
    assert store.see(scenario_page, scenario_id=one)["number"] == 1


@pytest.mark.parametrize("number", [0, -1, 2, 2**40])
def test_what_is_not_there_is_refused(store, number):
    one = store.put()
    for view in (scenario_version, scenario_package):
        with refused("not_found"):
            store.see(view, scenario_id=one, number=number)
    with refused("not_found"):
        store.save(one, number, titled("x"))
    for view in (scenario_page, scenario_version, scenario_changes):
        with refused("not_found"):
            store.see(view, scenario_id="nothing")
    with refused("not_found"):
        store.do(archive_scenario, scenario_id="nothing")


def test_a_long_note_is_refused_and_nothing_is_saved(store):
    one = store.put()
    with refused("note_too_long"):
        store.save(one, 1, titled("x"), note="x" * 201)

    assert store.title(one) == "Prueba"


def test_the_log_tells_ids_and_digests_and_no_word(store):
    one = store.put(note="secret words")
    store.save(one, 1, titled("more secrets"))
    store.do(archive_scenario, scenario_id=one)

    with open_sessions(store.house.engine)() as session:
        assert check_chain(session, "house").broken_at is None
        told = session.execute(text("SELECT kind, payload FROM log WHERE kind LIKE 'scenario%'")).all()
    assert sorted(kind for kind, _payload in told) == [
        "scenario_archived", "scenario_created", "scenario_saved", "scenario_saved",
    ]  # fmt: skip
    assert not any("secret" in str(payload) for _kind, payload in told)


def test_saving_from_a_page_is_prepared_before_the_transaction(store):
    one = create(store.house, store.cast.fatima, content=DOCUMENT, note="new")["scenario_id"]
    done = save(
        store.house, store.cast.fatima, scenario_id=one, expected_number=1, operations=[Duplicate(inject="02")]
    )  # fmt: skip
    assert (done["number"], done["errors"], done["written_out"]) == (2, 0, False)
    shared = b"x_a: &a [1]\nx_b: *a\n"
    done = save(
        store.house, store.cast.fatima, scenario_id=one, expected_number=2, content=shared,
        operations=[Set(path=("x_b",), value=[2]), Set(path=("x_a", 0), value=3)], files={"a.txt": b""},
    )  # fmt: skip
    assert store.see(scenario_version, scenario_id=one)["text"] == "x_a: &a [3]\nx_b: [2]\n" and done["number"] == 3
    late = {"scenario_id": one, "expected_number": 2, "operations": [Set(path=("x_c",), value=1)]}
    with refused("scenario_changed") as caught:
        save(store.house, store.cast.olga, **late)
    # The other put a whole new document in its place; what she adds goes on top of it.
    assert caught.value.parameters["mergeable"]
    assert save(store.house, store.cast.olga, **late, merge=True)["number"] == 4
    with refused("not_found"):
        create(store.house, store.cast.edo, content=DOCUMENT)
    with refused("not_found"):
        save(store.house, store.cast.edo, scenario_id=one, expected_number=4, content=b"a: 1")


def test_how_somebody_reads_spreadsheets_goes_with_her_account_and_her_versions_stay(store):
    one = store.put()
    with open_sessions(store.house.engine)() as session, session.begin():
        account = session.get_one(Account, store.cast.fatima.id)
        session.add(ColumnMapping(account_id=account.id, signature="s", mapping={"A": "title"}, used_at=START))
        session.flush()
        held = own_account_held(session, START, store.cast.fatima)
        at = START.isoformat()
        assert held["scenarios"] == [{"scenario_id": one, "number": 1, "created_at": at, "note": ""}]
        assert held["column_mappings"] == [{"signature": "s", "mapping": {"A": "title"}, "used_at": at}]
        wipe_account(session, START, account)
        assert session.query(ColumnMapping).count() == 0

    assert store.see(scenario_list, store.cast.olga)[0]["saved_by"] == ""
    assert store.see(scenario_version, store.cast.olga, scenario_id=one)["saved_by"] == ""
