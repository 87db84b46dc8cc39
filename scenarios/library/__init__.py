"""The scenarios that come with the program, each in a folder of its own."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scenarios.load import load
from scenarios.package import Package, read_package
from scenarios.scenario import Scenario

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Shipped:
    """A ready-made scenario and what a drill is made from."""

    scenario: Scenario
    package: Package


@cache
def shipped() -> tuple[Shipped, ...]:
    """Give the ready-made scenarios without errors, by the name of their folder; read once, in a second or so each."""
    folders = sorted(path.parent for path in FOLDER.glob("*/scenario.yaml"))
    loaded = [(load(folder).scenario, folder) for folder in folders]
    return tuple(Shipped(scenario, read_package(folder)) for scenario, folder in loaded if scenario)
