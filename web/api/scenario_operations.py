"""What can be asked about the house's scenarios, and how they are saved."""

from dataclasses import asdict
from typing import Any

from simulator.actions.scenarios import archive_scenario, create_scenario, restore_version, save_version
from simulator.reading.scenarios import scenario_changes, scenario_list, scenario_page, scenario_version
from web.api.models.scenarios import (
    Archived,
    Changes,
    NewScenario,
    NewVersion,
    Restored,
    SavedVersion,
    ScenarioList,
    ScenarioText,
    ScenarioWithVersions,
    WhichTwo,
    WhichVersion,
)
from web.api.operation import Operation
from web.api.problem import found_in_scenario
from web.library import from_library

SCENARIO = "/scenarios/{scenario_id}"
LARGEST_SCENARIO = 3 * 1024 * 1024


def _new(asked: NewScenario) -> dict[str, Any]:
    if "yaml" in asked.model_fields_set:
        return {"note": asked.note, "content": asked.yaml.encode()}
    package = from_library(asked.library)
    return {"note": asked.note, "content": package.document, "files": package.files}


def _version(asked: NewVersion) -> dict[str, Any]:
    content = None if asked.yaml is None else asked.yaml.encode()
    return {
        "expected_number": asked.expected_number, "content": content, "operations": asked.operations,
        "note": asked.note, "merge": asked.merge,
    }  # fmt: skip


def _wanted(asked: WhichVersion | WhichTwo) -> dict[str, Any]:
    # No version has the number 0: it stands for the one that goes without saying.
    return {name: number or None for name, number in asked.model_dump().items()}


def _text(found: dict[str, Any]) -> dict[str, Any]:
    return found | {"yaml": found["text"], "findings": found_in_scenario(found["findings"])}


def _changes(found: dict[str, Any]) -> dict[str, Any]:
    changes = found["changes"]
    return found | {"changes": None if changes is None else [asdict(one) for one in changes]}


SCENARIOS = {
    "list_scenarios": Operation(
        "GET", "/scenarios", scenario_list, "scenarios", "List the scenarios of the store",
        told=ScenarioList, shape=lambda found: {"scenarios": found},
    ),
    "create_scenario": Operation(
        "POST", "/scenarios", create_scenario, "scenarios", "Put a scenario into the store",
        asked=NewScenario, told=SavedVersion, status=201, facts=_new, largest=LARGEST_SCENARIO,
    ),
    "get_scenario": Operation(
        "GET", SCENARIO, scenario_page, "scenarios", "Read one scenario with its versions", told=ScenarioWithVersions
    ),
    "get_scenario_text": Operation(
        "GET", SCENARIO + "/text", scenario_version, "scenarios",
        "Read one version's document, and what is wrong in it",
        asked=WhichVersion, facts=_wanted, told=ScenarioText, shape=_text,
    ),
    "list_changes": Operation(
        "GET", SCENARIO + "/changes", scenario_changes, "scenarios", "Read what differs between two versions",
        asked=WhichTwo, facts=_wanted, told=Changes, shape=_changes,
    ),
    "save_version": Operation(
        "POST", SCENARIO + "/versions", save_version, "scenarios",
        "Save a new version; refused where somebody else has saved one since",
        asked=NewVersion, told=SavedVersion, status=201, facts=_version, largest=LARGEST_SCENARIO,
    ),
    "restore_version": Operation(
        "POST", SCENARIO + "/restore", restore_version, "scenarios", "Make an earlier version the newest once more",
        asked=Restored, told=SavedVersion, status=201,
    ),
    "archive_scenario": Operation(
        "POST", SCENARIO + "/archive", archive_scenario, "scenarios", "Put a scenario away, or take it out again",
        asked=Archived,
    ),
}  # fmt: skip
