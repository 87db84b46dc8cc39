"""What must hold in a scenario beyond its shape: a module per subject, in the order authors think of them."""

from collections.abc import Callable

from scenarios.checking.asks import check_asks
from scenarios.checking.attachments import check_attachments
from scenarios.checking.check import Check
from scenarios.checking.conditions import check_conditions
from scenarios.checking.crowding import check_crowding, check_seats
from scenarios.checking.emptiness import check_emptiness
from scenarios.checking.flags import check_flags
from scenarios.checking.hidden import check_hidden
from scenarios.checking.languages import check_languages
from scenarios.checking.paths import explore
from scenarios.checking.realism import check_realism
from scenarios.checking.references import check_references
from scenarios.checking.timing import check_followers, check_timing
from scenarios.checking.weights import check_paths, check_totals, check_weights

_EACH: tuple[Callable[[Check], None], ...] = (
    check_references,
    check_timing,
    check_conditions,
    check_asks,
    check_weights,
    check_languages,
    check_emptiness,
    check_hidden,
    check_attachments,
    check_realism,
)


def check_scenario(check: Check) -> None:
    """Find everything that is wrong or doubtful in a scenario.

    What concerns the whole is asked only of whole documents: with a part unread, its answer would mislead.
    """
    for subject in _EACH:
        subject(check)
    if check.broken:
        return
    check_flags(check)
    check_seats(check)
    check_totals(check)
    # Paths run along names and conditions, so these must be right first.
    if not any(finding.severity == "error" for finding in check.reading.findings):
        paths = explore(check.scenario.injects, check.conditions)
        check_paths(check, paths)
        check_followers(check)
        check_crowding(check, paths)
