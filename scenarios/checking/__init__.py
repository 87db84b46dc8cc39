"""What must hold in a scenario beyond its shape, a module per subject (scenario-format.md, *What check…*)."""

from collections.abc import Callable

from scenarios.checking.asks import check_asks
from scenarios.checking.check import Check
from scenarios.checking.references import check_references
from scenarios.checking.timing import check_timing

_EACH: tuple[Callable[[Check], None], ...] = (check_references, check_timing, check_asks)


def check_scenario(check: Check) -> None:
    """Find everything that is wrong or doubtful in a scenario."""
    for subject in _EACH:
        subject(check)
