"""Pages to look at a scenario: its languages side by side, its branches drawn, an inject as a participant has it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import g, render_template, request

from injects.duration import write_duration
from scenarios.scenario import Scenario
from simulator.reading.inject import Words, inject_view
from web import door
from web.editor.drawing.branches import edges_of, graph_of
from web.editor.listing import lines_of, milliseconds_of
from web.editor.opened import open_scenario
from web.editor.pages import render
from web.editor.room import editor
from web.live.payload import for_the_wire
from web.participant.pages import EXERCISE_MARK
from web.script_words import script_words
from web.words import LANGUAGES, known_language
from web.words import say as translate

TEAM = "preview"
_SCRIPTS = ("times", "inbox", "inject", "answer", "receipt", "ask", "fields")
PHONE_SCRIPTS = tuple(f"participant/{name}.js" for name in _SCRIPTS)


@editor.get("/scenarios/<scenario_id>/branches")
@door.for_staff
def branches(scenario_id: str) -> str:
    """Draw which inject leads to which, and say the same as a table."""
    opened, language = open_scenario(scenario_id), door.language()
    lines = lines_of(opened.known, language)
    edges = edges_of(lines, language)
    titles = {line.id: line.title for line in lines}
    return render(
        "editor/branches.html", opened, lines=lines, edges=edges, graph=graph_of(lines, edges), titles=titles,
    )  # fmt: skip


@editor.get("/scenarios/<scenario_id>/preview")
@door.for_staff
def preview(scenario_id: str) -> str:
    """Show an inject in a telephone, as whoever sits in a seat has it in a language: by a participant's own scripts."""
    opened, language = open_scenario(scenario_id), door.language()
    scenario = opened.known.mended
    lines = lines_of(opened.known, language)
    ids = [line.id for line in lines]
    chosen = request.args.get("line", "")
    chosen = chosen if chosen in ids else (ids[0] if ids else "")
    facts: dict[str, Any] = {"lines": lines, "line": chosen, "seat": "", "spoken": "", "phone": None}
    if scenario is not None and chosen and any(one.id == chosen for one in scenario.injects):
        seats = {name: Words(scenario, language)(seat.title) for name, seat in scenario.seats.items()}
        seat = request.args.get("seat", "")
        seat = seat if seat in seats else _usual_seat(scenario, chosen)
        spoken = request.args.get("language", "")
        spoken = spoken if spoken in scenario.languages else _usual_language(scenario, language)
        here = ids.index(chosen)
        facts |= {
            "seat": seat, "seats": seats, "spoken": spoken, "codes": scenario.languages, "names": LANGUAGES,
            "before": ids[here - 1] if here else None, "next": ids[here + 1] if here + 1 < len(ids) else None,
            "phone": _phone(scenario, chosen, seat, spoken, lines[here].at or 0),
        }  # fmt: skip
    return render("editor/preview.html", opened, **facts)


def _usual_seat(scenario: Scenario, inject_id: str) -> str:
    to = [seat for seat in scenario.inject(inject_id).to if seat in scenario.seats]
    return to[0] if to else scenario.lead


def _usual_language(scenario: Scenario, language: str) -> str:
    return language if language in scenario.languages else scenario.languages[0]


def _phone(scenario: Scenario, inject_id: str, seat: str, code: str, at: int) -> dict[str, Any]:
    """Give what a participant's scripts start from, as her server would tell them at the moment of delivery."""
    say, now = Words(scenario, code), int(door.house().clock().timestamp() * 1000)
    inject = scenario.inject(inject_id)
    view = for_the_wire({"inject": inject_view(scenario, inject, code, TEAM)})["inject"]
    clock = {
        "state": "running", "stopped": False, "speed": 1, "running": False, "drill_time": at, "now": now,
        "duration": milliseconds_of(write_duration(scenario.duration)), "ended_at": None,
    }  # fmt: skip
    her = {"id": "me", "name": "", "seats": [seat], "here": True}
    place = {
        "drill": {"id": "preview", "name": say(scenario.title), "title": say(scenario.title), "summary": None,
                  "rehearsal": False, "time_zone": "UTC", "languages": list(scenario.languages), "content_note": None,
                  "ai_allowed": False},
        "clock": clock, "team": {"id": TEAM, "name": say(scenario.title), "members": [her]},
        "me": {"id": "me", "name": "", "language": code, "short_code": "", "notice_due": False, "pause": None},
        "seats": [{"id": name, "title": say(one.title), "brief": say(one.brief), "deputy": one.deputy}
                  for name, one in scenario.seats.items()],
        "lead": scenario.lead, "hotwash": None,
    }  # fmt: skip
    due = milliseconds_of(write_duration(inject.ask.due)) if inject.ask and inject.ask.due else None
    record = {
        "inject": view, "state": "delivered", "deadlineAt": None if due is None else at + due, "late": False, "at": now,
        "deliveredAt": at, "order": 1, "response": None, "late_response": None, "final": False,
    }  # fmt: skip
    with _speaking(code):
        pieces = render_template("participant/pieces.html")
    return {
        "facts": {"place": place, "drafts": {}, "result": None}, "record": record, "pieces": pieces, "view": view,
        "seat": say(scenario.seats[seat].title), "band": translate(known_language(code), EXERCISE_MARK),
        "words": script_words(known_language(code), PHONE_SCRIPTS),
    }  # fmt: skip


@contextmanager
def _speaking(code: str) -> Iterator[None]:
    """Let templates speak another language for a moment: that of the reader whose page is shown."""
    before, g.language = door.language(), known_language(code)
    try:
        yield
    finally:
        g.language = before
