"""What must hold in a call beyond its shape: a module per subject, in the order in which a call is read."""

from collections.abc import Callable

from scenarios.calls.checking.asking import check_asking
from scenarios.calls.checking.attributes import check_attributes
from scenarios.calls.checking.awards import check_awards
from scenarios.calls.checking.call_check import CallCheck
from scenarios.calls.checking.filling import check_filling
from scenarios.calls.checking.rating import check_rating
from scenarios.calls.checking.stages import check_stages
from scenarios.calls.checking.windows import check_windows
from scenarios.checking.doubles import report_doubles
from scenarios.checking.emptiness import check_unfilled
from scenarios.checking.languages import check_texts
from scenarios.checking.texts import texts_in

_EACH: tuple[Callable[[CallCheck], None], ...] = (
    check_windows,
    check_attributes,
    check_filling,
    check_asking,
    check_rating,
    check_stages,
    check_awards,
)


def check_call(check: CallCheck) -> None:
    """Find everything that is wrong or doubtful in a call."""
    for subject in _EACH:
        subject(check)
    check_unfilled(check)
    report_doubles(check, ("languages",), check.call.languages)
    if check.is_sound(("languages",)):
        check_texts(check, texts_in(check.call, ()), check.call.languages)
