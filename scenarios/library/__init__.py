"""The scenarios and calls that come with the program, each in a folder of its own."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scenarios.calls.call import Call
from scenarios.calls.load import DOCUMENT as CALL
from scenarios.calls.load import read_call_text
from scenarios.load import load
from scenarios.package import Package, read_package
from scenarios.scenario import Scenario

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Shipped:
    """A ready-made scenario and what a drill is made from."""

    scenario: Scenario
    package: Package


@dataclass(frozen=True)
class ShippedCall:
    """A ready-made call, and the document that a programme freezes or an organizer changes."""

    call: Call
    document: bytes


@cache
def shipped() -> tuple[Shipped, ...]:
    """Give the ready-made scenarios without errors, by the name of their folder; read once, in a second or so each."""
    folders = sorted(path.parent for path in FOLDER.glob("*/scenario.yaml"))
    loaded = [(load(folder).scenario, folder) for folder in folders]
    return tuple(Shipped(scenario, read_package(folder)) for scenario, folder in loaded if scenario)


@cache
def shipped_calls() -> tuple[ShippedCall, ...]:
    """Give the ready-made calls without errors, by the name of their folder; read once."""
    documents = [path.read_bytes() for path in sorted(FOLDER.glob(f"calls/*/{CALL}"))]
    loaded = [(read_call_text(document, CALL)[0], document) for document in documents]
    return tuple(ShippedCall(call, document) for call, document in loaded if call)
