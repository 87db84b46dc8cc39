"""Saving a scenario from a page: what takes long is done before the transaction, so that no drill waits for it."""

from collections.abc import Mapping, Sequence
from typing import Any

from scenarios.editing import Operation
from simulator.actions.scenarios import create_scenario, edited, save_version
from simulator.actor import Actor
from simulator.house import House
from simulator.merging import merged
from simulator.permission import require
from simulator.reading.scenarios import scenario_package, scenario_page
from simulator.scenario_content import checked


def create(
    house: House, actor: Actor, *, content: bytes, files: Mapping[str, bytes] | None = None, note: str = ""
) -> dict[str, Any]:
    """Do what ``create_scenario`` does, checked beforehand."""
    require(actor, create_scenario.__name__)
    house.run(lambda: checked(content, files or {}))
    return house.perform(create_scenario, actor, content=content, files=files, note=note)


def save(
    house: House,
    actor: Actor,
    *,
    scenario_id: str,
    expected_number: int,
    content: bytes | None = None,
    operations: Sequence[Operation] = (),
    files: Mapping[str, bytes] | None = None,
    note: str = "",
    merge: bool = False,
) -> dict[str, Any]:
    """Do what ``save_version`` does, edited and checked beforehand; the same facts, the same refusals."""
    base = house.look(scenario_package, actor, scenario_id=scenario_id, number=expected_number)

    def prepare() -> tuple[bytes, bool]:
        mine, written_out = edited(base.document if content is None else content, operations)
        checked(mine, base.files if files is None else files)
        return mine, written_out

    mine, written_out = house.run(prepare)
    if house.look(scenario_page, actor, scenario_id=scenario_id)["number"] != expected_number:
        newest = house.look(scenario_package, actor, scenario_id=scenario_id)
        house.run(lambda: merged(base.document, newest.document, mine))
    done = house.perform(
        save_version, actor, scenario_id=scenario_id, expected_number=expected_number, content=mine, files=files,
        note=note, merge=merge,
    )  # fmt: skip
    return done | {"written_out": written_out}
