"""What an audit page is asked for: filters from its address, each checked, and the address of another page of it."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from simulator.reading.audit import Wanted
from simulator.refusal import Refusal

FILTERS = ("kind", "person", "team", "since", "until")
_KIND = re.compile(r"[a-z_]{1,40}")
_PERSON = re.compile(r"[a-z]{1,20}(:[a-z0-9-]{1,20})?")
_TEAM = re.compile(r"[a-z0-9]{1,12}")
_ROW = re.compile(r"[0-9]{1,15}")


def wanted_of(asked: Mapping[str, str], time_zone: str) -> Wanted:
    """Read what an address asks for; times are of *time_zone*. Refuses what is none."""
    given = {name: asked.get(name, "").strip() for name in (*FILTERS, "before", "after")}
    patterns = {"kind": _KIND, "person": _PERSON, "team": _TEAM, "before": _ROW, "after": _ROW}
    if any(given[name] and not pattern.fullmatch(given[name]) for name, pattern in patterns.items()):
        raise Refusal("not_found")
    since, until = _instant(given["since"], time_zone), _instant(given["until"], time_zone, last=True)
    if since is not None and until is not None and since > until:
        raise Refusal("times_turned")
    return Wanted(
        kind=given["kind"], person=given["person"], team=given["team"], since=since, until=until,
        before=int(given["before"]) if given["before"] else None,
        after=int(given["after"]) if given["after"] else None,
    )  # fmt: skip


def filters_of(asked: Mapping[str, str]) -> dict[str, str]:
    """Give the filters of an address that are set: what a link to another page of the same rows carries on."""
    return {name: asked[name].strip() for name in FILTERS if asked.get(name, "").strip()}


def _instant(written: str, time_zone: str, *, last: bool = False) -> datetime | None:
    if not written:
        return None
    try:
        local = datetime.fromisoformat(written)
    except ValueError:
        raise Refusal("time_unreadable", time=written[:40]) from None
    if local.tzinfo is None:
        local = local.replace(tzinfo=ZoneInfo(time_zone))
    # The form asks for minutes: until 10:30 means to the end of it.
    return local.replace(second=59, microsecond=999_000) if last and len(written) <= len("2026-03-02T12:30") else local


def page_of(wanted: Wanted, **more: Any) -> Wanted:
    """Ask for another page of the same rows."""
    return Wanted(**{**vars(wanted), **more})
