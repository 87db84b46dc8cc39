"""Who is in trouble, and the next step: what the console says without being asked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from web.words import N_

# Real time, not drill time: it is people who wait.
SILENT_SECONDS = 10
UNOPENED = 120_000
JUST_NOW = 120_000
MANY, MOST_NAMES = 5, 8
LIVE = frozenset({"running", "paused"})


@dataclass(frozen=True)
class Alert:
    """One line of the alerts; *since* is the length in milliseconds up to now that goes on growing."""

    key: str
    level: str
    icon: str
    who: str
    what: str
    step: str
    team: str | None = None
    inject: str | None = None
    since: int | None = None


def alerts_of(page: Mapping[str, Any]) -> list[Alert]:
    """Give the alerts of a drill, the gravest first; most are for a drill in play."""
    if page["drill"]["state"] not in LIVE:
        return [*_guessed(page)]
    return [
        *_guessed(page),
        *_out_of_contact(page),
        *_just_lapsed(page),
        *_unopened(page),
        *_sent_late(page),
        *_nobody(page),
    ]


def _guessed(page: Mapping[str, Any]) -> Iterator[Alert]:
    guessing = page.get("guessing")
    if guessing:
        yield Alert(
            "guessing", "soon", "lock", N_("Team codes"), N_("somebody is guessing them"),
            N_("No harm yet. If all your people are in, close joining; a team whose code went astray gets a new one "
               "under “Teams and codes”."),
            since=guessing["milliseconds"],
        )  # fmt: skip


def _out_of_contact(page: Mapping[str, Any]) -> Iterator[Alert]:
    silent = sorted((team for team in page["teams"] if is_silent(team)), key=lambda team: -team["silent_seconds"])
    if len(silent) > MANY:
        yield Alert(
            "silent", "soon", "offline", _names(silent), N_("no contact"),
            N_("So many at once: perhaps one network, or the server. What they write is kept; pause if it lasts."),
            since=silent[0]["silent_seconds"] * 1000,
        )  # fmt: skip
        return
    for team in silent:
        yield Alert(
            f"silent-{team['id']}", "soon", "offline", team["name"], N_("no contact"),
            N_("Call the team. What they write is kept on their devices; others are not affected."),
            team=team["id"], since=team["silent_seconds"] * 1000,
        )  # fmt: skip


def _names(teams: Sequence[Mapping[str, Any]]) -> str:
    shown = ", ".join(team["name"] for team in teams[:MOST_NAMES])
    return shown if len(teams) <= MOST_NAMES else f"{shown} +{len(teams) - MOST_NAMES}"


def is_silent(team: Mapping[str, Any]) -> bool:
    """Say whether a team that has been here has been out of contact for too long."""
    return team["people"] > 0 and team["silent_seconds"] is not None and team["silent_seconds"] >= SILENT_SECONDS


def _just_lapsed(page: Mapping[str, Any]) -> Iterator[Alert]:
    yield from _by_inject(
        page, lambda cell: cell["state"] == "lapsed" and _age(page, cell["closed_at"]) <= JUST_NOW,
        "lapsed", "late", "clock", N_("no answer in time"),
        N_("Nothing to repair: what they wrote is kept. See whether the team needs help."),
    )  # fmt: skip


def _unopened(page: Mapping[str, Any]) -> Iterator[Alert]:
    here = [team for team in page["teams"] if team["online"]]
    for line in page["msel"]:
        waiting = {
            team["id"]: _real(page, team["unopened"][line["id"]]) for team in here if line["id"] in team["unopened"]
        }
        late = [team for team in here if waiting.get(team["id"], 0) >= UNOPENED]
        if late:
            yield Alert(
                f"unopened-{line['id']}", "soon", "eye", f"{line['id']}: {_names(late)}",
                N_("connected, but it was not opened"),
                N_("Ask whether the page shows it; loading the page again brings everything."),
                team=late[0]["id"] if len(late) == 1 else None, inject=line["id"],
                since=int(max(waiting[team["id"]] for team in late)),
            )  # fmt: skip


def _sent_late(page: Mapping[str, Any]) -> Iterator[Alert]:
    yield from _by_inject(
        page, lambda cell: cell["late"] and _age(page, cell["delivered_at"]) <= JUST_NOW,
        "late", "soon", "warning", N_("went out late, the server was away"),
        N_("Deadlines count from delivery: nobody loses time."),
    )  # fmt: skip


def _by_inject(page: Mapping[str, Any], chosen: Any, key: str, level: str, icon: str, what: str, step: str) -> Any:
    for line in page["msel"]:
        found = [team for team in page["teams"] if line["id"] in team["cells"] and chosen(team["cells"][line["id"]])]
        if found:
            who = f"{line['id']}: {_names(found)}"
            only = found[0]["id"] if len(found) == 1 else None
            yield Alert(f"{key}-{line['id']}", level, icon, who, what, step, team=only, inject=line["id"])


def _nobody(page: Mapping[str, Any]) -> Iterator[Alert]:
    empty = [team for team in page["teams"] if not team["people"]]
    if empty:
        yield Alert(
            "nobody", "soon", "team", _names(empty), N_("nobody has joined"),
            N_("Send them their code again; they can join at any moment."),
        )  # fmt: skip


def _age(page: Mapping[str, Any], at: int | None) -> float:
    return _real(page, page["clock"]["drill_time"] - (at or 0))


def _real(page: Mapping[str, Any], length: int) -> float:
    return length / int(page["clock"]["speed"])
