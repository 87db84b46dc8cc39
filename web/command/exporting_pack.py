"""The print pack of ``prontas export``: what was asked for at the terminal as a subject and its kits."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timezone
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

from scenarios.exchange.moment import Moment
from scenarios.load import Loaded
from scenarios.scenario import Scenario
from web.command.trouble import Trouble
from web.command.whole_file import write_whole
from web.command.words import _
from web.paper.pack.kit import KINDS, Kit, kits_of
from web.paper.pack.making import pack_pdf, pack_zip
from web.paper.pack.subject import Startex, subject_of
from web.paper.pack.teams import PaperTeam, named, numbered
from web.words.findings import NEAREST

MOST_TEAMS, LONGEST_NAME = 500, 80
_SOME_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 - a clock's time without a day, and nobody sees this one


def write_pack(
    to: Path, loaded: Loaded, start: Moment | None, *, kits: Sequence[str], teams: Sequence[str], seats: Sequence[str],
    languages: Sequence[str],
) -> list[dict[str, Any]]:  # fmt: skip
    """Write the pack of a sound scenario, whole or not at all; gives its kits for the JSON document."""
    scenario = loaded.scenario
    if scenario is None:
        raise ValueError("a scenario with errors has no pack")
    for language in languages:
        _known(language, scenario.languages, "--language")
    for seat in seats:
        _known(seat, tuple(scenario.seats), "--seat")
    subject = subject_of(
        scenario, loaded.files, teams=_teams(scenario, teams, languages), languages=languages, start=startex(start)
    )
    wanted = KINDS if not kits or "all" in kits else kits
    chosen = kits_of(subject, kinds=wanted, seats=seats)
    if not chosen:
        raise Trouble(_("Nothing in this scenario is rated by evaluators: there is no kit for them."))
    write_whole(to, pack_zip(subject, chosen) if to.suffix.lower() == ".zip" else pack_pdf(subject, chosen))
    return [_document(one) for one in chosen]


def _document(kit: Kit) -> dict[str, Any]:
    team = None if kit.team is None else kit.team.name
    return {"kit": kit.kind, "language": kit.language, "team": team, "seat": kit.seat}


def _known(value: str, known: Sequence[str], option: str) -> None:
    if value in known:
        return
    near = get_close_matches(value, known, n=1)
    told = _("The scenario has no “%(value)s”. It has: %(known)s.", value=value, known=", ".join(known))
    more = f" {_(NEAREST, nearest=near[0])}" if near else ""
    raise click.BadParameter(told + more, param_hint=option)


def _teams(scenario: Scenario, told: Sequence[str], languages: Sequence[str]) -> Sequence[PaperTeam]:
    """Read ``12``, or names with or without their language, parted by commas."""
    if len(told) == 1 and told[0].strip().isdecimal():
        count = int(told[0])
        if not 1 <= count <= MOST_TEAMS:
            raise click.BadParameter(_("Name from 1 to %(most)s teams.", most=MOST_TEAMS), param_hint="--teams")
        return numbered(scenario, count, languages)
    usual = languages[0] if languages else scenario.languages[0]
    pairs = list(_pairs(told, usual))
    for name, language in pairs:
        _known(language, scenario.languages, "--teams")
        if not name or len(name) > LONGEST_NAME or not name.isprintable():
            told_so = _("Give the team a name of 1 to %(longest)s characters.", longest=LONGEST_NAME)
            raise click.BadParameter(told_so, param_hint="--teams")
    twice = next((name for name, _language in pairs if [one for one, _other in pairs].count(name) > 1), None)
    if twice is not None:
        raise click.BadParameter(_("Two teams are called “%(name)s”.", name=twice), param_hint="--teams")
    if len(pairs) > MOST_TEAMS:
        raise click.BadParameter(_("Name from 1 to %(most)s teams.", most=MOST_TEAMS), param_hint="--teams")
    return named(scenario, pairs)


def _pairs(told: Sequence[str], usual: str) -> Iterator[tuple[str, str]]:
    for one in (one for several in told for one in several.split(",")):
        name, sign, language = one.rpartition(":")
        yield (" ".join(name.split()), language.strip()) if sign else (" ".join(one.split()), usual)


def startex(start: Moment | None) -> Startex | None:
    """Give the start as it was told: an instant, or a time of the day alone."""
    if start is None:
        return None
    if start.instant is None:
        return Startex(_SOME_DAY + start.length, dated=False)
    return Startex(start.instant if start.zone is None else start.instant.replace(tzinfo=timezone(start.zone)))
