"""Whether a call's windows follow each other, and its contact and time zones can be reached."""

import re
from datetime import timedelta
from zoneinfo import available_timezones

from injects.duration import write_duration
from scenarios.calls.checking.call_check import CallCheck
from scenarios.calls.instant import write_instant

LONG_GRACE = timedelta(days=1)
# Not what mail servers would take, but what people write; the mail itself is the proof.
_MAIL = re.compile(r"[^\s@<>,;:\"]+@[^\s@<>,;:\"]+\.[^\s@<>,;:\".]{2,}")


def check_windows(check: CallCheck) -> None:
    """Find windows that close before they open, long graces, unknown zones, and draws that could be foreseen."""
    window, path = check.call.windows.applications, ("windows", "applications")
    sound = check.is_sound((*path, "opens")) and check.is_sound((*path, "closes"))
    if sound and window.closes <= window.opens:
        opens, closes = write_instant(window.opens), write_instant(window.closes)
        check.report((*path, "closes"), "closes_before_opens", opens=opens, closes=closes)
    if window.grace > LONG_GRACE:
        check.report((*path, "grace"), "grace_long", grace=write_duration(window.grace))
    _check_zones(check)
    _check_draws(check)
    if not _MAIL.fullmatch(check.call.contact):
        check.report(("contact",), "bad_mail", value=check.call.contact[:64])


def _check_zones(check: CallCheck) -> None:
    known = available_timezones() if check.call.windows.zones else set()
    for place, zone in enumerate(check.call.windows.zones):
        if zone not in known:
            near = check.nearest(zone, sorted(known))
            check.report(("windows", "zones", place), "unknown_zone", value=zone, nearest=near)


def _check_draws(check: CallCheck) -> None:
    if not check.is_sound(("windows", "applications", "closes")):
        return
    # Who knows the numbers while she may still hand in another application has a hand in the draw.
    ends = check.call.windows.applications.ends
    for path, stage in check.stages:
        if stage.randomness.at <= ends:
            at, closes = write_instant(stage.randomness.at), write_instant(ends)
            check.report((*path, "randomness", "at"), "randomness_too_early", at=at, closes=closes)
