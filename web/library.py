"""The scenarios of the library, from which a drill can be made without a file of one's own."""

from scenarios.library import Shipped, shipped
from scenarios.package import Package
from simulator.refusal import Refusal
from web import door


def library() -> tuple[Shipped, ...]:
    """Give what ships. Reading takes a second the first time; nobody else should wait for it."""
    found: tuple[Shipped, ...] = door.house().run(shipped)
    return found


def from_library(scenario_id: str) -> Package:
    """Give the package of one scenario of the library, or refuse."""
    found = next((one for one in library() if one.scenario.id == scenario_id), None)
    if found is None:
        raise Refusal("scenario_not_chosen")
    return found.package
