"""Which kits of a drill somebody asks for: her form, as the subject of a pack and its kits."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from werkzeug.datastructures import MultiDict

from simulator.refusal import Refusal
from web.paper.pack.kit import KINDS, Kit, kits_of
from web.paper.pack.subject import Startex, Subject
from web.paper.pack.teams import PaperTeam, unnamed, with_codes


@dataclass(frozen=True)
class Asked:
    """The subject of the pack, and the kits that were chosen; none, where nothing was."""

    subject: Subject
    kits: list[Kit]


def asked_for(pack: Mapping[str, Any], form: MultiDict[str, str]) -> Asked:
    """Read a form of the page; refuse what the drill does not have, and a start that is no time.

    Teams' kits are in their own languages; without *team* or *seat* they are all of them.
    """
    kinds, seats, teams = set(form.getlist("kit")), set(form.getlist("seat")), set(form.getlist("team"))
    subject = subject_in(pack, form.getlist("language"), form.get("start", ""))
    known = {team.seed for team in subject.teams}
    if kinds - set(KINDS) or seats - set(subject.scenario.seats) or teams - known:
        raise Refusal("not_found")
    return Asked(subject, kits_of(subject, kinds=kinds, seats=seats, teams=teams))


def subject_in(pack: Mapping[str, Any], languages: list[str], start: str) -> Subject:
    """Give a drill as the subject of a pack: the teams that people play, and the scenario as it was frozen."""
    drill, scenario = pack["drill"], pack["scenario"]
    if set(languages) - set(scenario.languages):
        raise Refusal("not_found")
    teams = with_codes(
        [
            PaperTeam(one["language"], one["name"], one["id"], seats=_spoken(one["seats"], scenario.languages))
            for one in pack["teams"]
            if not one["bot"]
        ]
    )  # fmt: skip
    return Subject(
        scenario, pack["files"], teams or (unnamed(drill["language"]),), tuple(languages) or (drill["language"],),
        name=drill["name"], rehearsal=drill["rehearsal"], ai_allowed=drill["ai_allowed"], start=_start(drill, start),
    )  # fmt: skip


def _spoken(seats: Mapping[str, str], languages: tuple[str, ...]) -> dict[str, str]:
    # Her page may be in a language that the scenario does not speak.
    return {seat: language for seat, language in seats.items() if language in languages}


def _start(drill: Mapping[str, Any], told: str) -> Startex | None:
    """Give the start that was typed, by the drill's own clock; else when it started; else none."""
    zone = drill["time_zone"]
    if not told.strip():
        return Startex(drill["started_at"], zone=zone) if drill["started_at"] else None
    try:
        typed = datetime.fromisoformat(told.strip()).replace(second=0, microsecond=0)
        at = typed if typed.tzinfo else typed.replace(tzinfo=ZoneInfo(zone))
        # A year at the end of all calendars has no other zone.
        at.astimezone(ZoneInfo("UTC"))
    except (ValueError, OverflowError):
        raise Refusal("start_unreadable", value=told.strip()[:40]) from None
    return Startex(at, zone=zone)
