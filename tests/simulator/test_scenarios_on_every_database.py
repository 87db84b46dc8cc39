"""The store of scenarios on SQLite in a file and on PostgreSQL: of those who save at once one is first."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
import yaml

from scenarios.editing import Set
from simulator.actions.scenarios import create_scenario, save_version
from simulator.chain import broken_link
from simulator.clock import VirtualClock
from simulator.house import House
from simulator.reading.scenarios import scenario_list, scenario_page, scenario_version
from simulator.refusal import Refusal
from tests.cast import START, Cast
from tests.scripts import info, scenario, text_inject

DOCUMENT = yaml.safe_dump(scenario(text_inject("01"), info("02", at="30m"), title="Ñandú 🌳"), allow_unicode=True)


@pytest.fixture
def cast(each_database):
    """Hire the staff on each kind of database."""
    return Cast.hire(House(each_database, VirtualClock(START)))


def at_once(*works):
    barrier = threading.Barrier(len(works))

    def work(one):
        barrier.wait()
        try:
            return one()
        except Refusal as refusal:
            return refusal

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(work, works))


def test_of_those_who_save_at_once_one_is_first_and_the_others_are_told_or_put_on_top(cast):
    house = cast.house
    one = house.perform(create_scenario, cast.fatima, content=DOCUMENT.encode(), files={"a.txt": b"\0\xff"})
    one = one["scenario_id"]

    def saving(who, path, value, merge=False):
        change = Set(path=path, value=value)
        return lambda: house.perform(
            save_version, who, scenario_id=one, expected_number=1, operations=[change], merge=merge
        )

    results = at_once(*(saving(who, ("title",), who.name) for who in (cast.fatima, cast.olga)))
    (told,) = [result for result in results if isinstance(result, Refusal)]
    assert told.code == "scenario_changed" and told.parameters["number"] == 2
    injects = [("injects", "01", "title"), ("injects", "02", "title")]
    results = at_once(*(saving(cast.olga, path, "Nuevo", merge=True) for path in injects))

    assert sorted(result["number"] for result in results) == [3, 4]
    newest = house.look(scenario_version, cast.fatima, scenario_id=one)
    assert [inject["title"] for inject in newest["plain"]["injects"]] == ["Nuevo", "Nuevo"]
    assert newest["plain"]["title"] != "Ñandú 🌳" and newest["files"] == {"a.txt": 2}
    assert house.look(scenario_version, cast.fatima, scenario_id=one, number=1)["text"] == DOCUMENT
    assert [version["number"] for version in house.look(scenario_page, cast.olga, scenario_id=one)["versions"]] == [
        4, 3, 2, 1,
    ]  # fmt: skip
    assert house.look(scenario_list, cast.olga)[0]["number"] == 4
    with house._readers() as session:
        assert broken_link(session, "house") is None
