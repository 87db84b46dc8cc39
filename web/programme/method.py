"""The public method note of a programme, and the files from which anybody computes the same list."""

import csv
import io
import json

from flask import Response, render_template

from scoring.agreement.statistic import Statistic
from simulator.actor import NOBODY
from simulator.reading.funnel import public_funnel
from simulator.reading.method_note import method_note, public_candidates
from web import door
from web.applicant.calls import STEPS
from web.organizer.numbers import coefficient
from web.paper.files import known_ending, send_tables
from web.paper.page import send_bytes
from web.paper.table import plain
from web.programme.note_tables import note_tables
from web.programme.room import programme, speaking_of
from web.programme.tables import rate_tables
from web.programme.words import relaxed_words, seats_words
from web.words import N_, say
from web.words.statistics import words_of_reason


@programme.get("/calls/<programme_id>/method")
def method(programme_id: str) -> str:
    """Show how each closed stage was decided."""
    page = door.house().look(method_note, NOBODY, call=programme_id)
    call, language = page["call"], door.language()
    return render_template(
        "programme/method.html", page=page, call=call, steps=STEPS,
        numbers=door.house().look(public_funnel, NOBODY, call=programme_id),
        relaxed=lambda one: relaxed_words(call, one, language), seats=lambda n: seats_words(n, language),
        tables=lambda report: rate_tables(call, report, language),
        coefficient=lambda value: coefficient(value, language),
        undefined=lambda figure: words_of_reason(Statistic(None, figure["reason"], figure["facts"]), language),
        **speaking_of(call),
    )  # fmt: skip


@programme.get("/calls/<programme_id>/method.<ending>")
def method_file(programme_id: str, ending: str) -> Response:
    """Give the note with its numbers as CSV, XLSX or PDF."""
    known_ending(ending)
    page = door.house().look(method_note, NOBODY, call=programme_id)
    numbers = door.house().look(public_funnel, NOBODY, call=programme_id)
    call, language = page["call"], door.language()
    title = f"{say(language, N_('Method note'))} · {call.title.say(language, call.languages)}"
    return send_tables(ending, note_tables(page, numbers, language), title, "method-note")


@programme.get("/calls/<programme_id>/method/<stage>/<award>.csv")
def candidates(programme_id: str, stage: str, award: str) -> Response:
    """Give the candidates of an award under their codes, as ``prontas select`` reads them."""
    told = door.house().look(public_candidates, NOBODY, call=programme_id, stage=stage, award=award)
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(told["columns"])
    for line in told["lines"]:
        cells = [line[name] for name in told["columns"]]
        writer.writerow([plain(one) if isinstance(one, str) else one for one in cells])
    return send_bytes(stream.getvalue(), "text/csv; charset=utf-8", f"{award}.csv")


@programme.get("/calls/<programme_id>/method/<stage>/<award>.yaml")
def rules(programme_id: str, stage: str, award: str) -> Response:
    """Give the rules of an award as a rules file; JSON is YAML too."""
    told = door.house().look(public_candidates, NOBODY, call=programme_id, stage=stage, award=award)
    written = json.dumps(told["rules"], ensure_ascii=False, indent=2) + "\n"
    return send_bytes(written, "application/yaml; charset=utf-8", f"{award}.yaml")
