"""The teams of a drill: their codes and links, who is in them, and the cards to print."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import segno
from flask import render_template, request
from markupsafe import Markup
from werkzeug.wrappers import Response

from simulator.actions.codes import renew_team_code
from simulator.actions.drills import add_team, open_joining, rename_team
from simulator.reading.drills import teams_page
from simulator.reading.own_data import consent_counts
from simulator.refusal import Refusal
from web import door
from web.front.guessing import join_link
from web.notice import purposes
from web.staff.room import staff
from web.words import LANGUAGES, N_, say
from web.words.refusals import words_of

LANGUAGE_UNKNOWN = N_("“%(name)s”: choose one of the languages of this drill: %(languages)s.")


@staff.get("/drills/<drill_id>/teams")
@door.for_staff
def teams(drill_id: str) -> Any:
    """Show the teams with codes, links and people."""
    return show_teams(drill_id)


@staff.get("/drills/<drill_id>/codes")
@door.for_staff
def codes(drill_id: str) -> str:
    """Show a card per team to print and hand out, each in the team's own language."""
    page = door.house().look(teams_page, door.staff(), drill_id=drill_id)
    cards = [Markup(_card(team, page["drill"])) for team in page["teams"] if not team["bot"]]  # noqa: S704
    return render_template(
        "staff/codes.html", page=page, cards=cards, exercise=True, rehearsal=page["drill"]["rehearsal"]
    )


@staff.post("/drills/<drill_id>/teams")
@door.for_staff
def add_teams(drill_id: str) -> Any:
    """Add teams, one a line; lines that cannot be used stay, with the reason."""
    page = door.house().look(teams_page, door.staff(), drill_id=drill_id)
    left, reasons = [], []
    for line, name, language in _lines(request.form.get("teams", ""), page["drill"]["language"]):
        try:
            _add(page["drill"], name, language)
        except Refusal as refusal:
            left.append(line)
            reasons.append(words_of(refusal, door.language()))
        except ValueError as error:
            left.append(line)
            reasons.append(str(error))
    if left:
        return show_teams(drill_id, typed="\n".join(left), reasons=list(dict.fromkeys(reasons)))
    return door.go("staff.teams", drill_id=drill_id)


@staff.post("/drills/<drill_id>/teams/<team_id>/rename")
@door.for_staff
def rename(drill_id: str, team_id: str) -> Any:
    """Give a team another name."""
    return carry_out(drill_id, rename_team, team_id=team_id, name=request.form.get("name", ""))


@staff.post("/drills/<drill_id>/teams/<team_id>/code")
@door.for_staff
def renew_code(drill_id: str, team_id: str) -> Any:
    """Give a team a new code; the old one and its links open nothing any more."""
    return carry_out(drill_id, renew_team_code, team_id=team_id)


@staff.post("/drills/<drill_id>/joining")
@door.for_staff
def joining(drill_id: str) -> Any:
    """Let people join with the codes, or no longer."""
    return carry_out(drill_id, open_joining, joining=request.form.get("joining") == "1")


def carry_out(drill_id: str, action: Any, **facts: Any) -> tuple[str, int] | Response:
    """Do one thing to a drill's teams and show them again, with the reason where it was refused."""
    try:
        door.house().perform(action, door.staff(), drill_id=drill_id, **facts)
    except Refusal as refusal:
        if refusal.code == "not_found":
            raise
        return show_teams(drill_id, reasons=[words_of(refusal, door.language())])
    return door.go("staff.teams", drill_id=drill_id)


def show_teams(drill_id: str, typed: str = "", reasons: list[str] | None = None) -> tuple[str, int]:
    """Render the teams, with what was typed and could not be done."""
    page = door.house().look(teams_page, door.staff(), drill_id=drill_id)
    shown = render_template(
        "staff/teams.html", page=page, typed=typed, reasons=reasons or [], exercise=True,
        rehearsal=page["drill"]["rehearsal"], roles=door.staff().roles_in(drill_id),
        allowed=door.house().look(consent_counts, door.staff(), drill_id=drill_id), purposes=purposes(door.language()),
        link=lambda team: join_link(team["code"]), qr=_qr,
    )  # fmt: skip
    return shown, 409 if reasons else 200


def _add(drill: dict[str, Any], name: str, language: str) -> None:
    if language not in drill["languages"]:
        spoken = ", ".join(drill["languages"])
        raise ValueError(say(door.language(), LANGUAGE_UNKNOWN, name=name, languages=spoken))
    door.house().perform(add_team, door.staff(), drill_id=drill["id"], name=name, language=language)


def _lines(typed: str, usual: str) -> Iterator[tuple[str, str, str]]:
    for line in typed.splitlines():
        name, _sign, language = line.partition(";")
        if line.strip():
            yield line, name.strip(), language.strip().lower() or usual


def _card(team: dict[str, Any], drill: dict[str, Any]) -> str:
    link = join_link(team["code"])
    language = team["language"] if team["language"] in LANGUAGES else door.language()
    # The card speaks the team's language, whatever the reader's is.
    return render_template(
        "staff/card.html", _=partial(say, language), card_language=language, team=team, drill=drill, link=link,
        qr=_qr(link), rehearsal=drill["rehearsal"],
    )  # fmt: skip


def _qr(link: str) -> str:
    return str(segno.make(link, error="m", micro=False).svg_data_uri(scale=4, border=4, light="#fff", dark="#000"))
