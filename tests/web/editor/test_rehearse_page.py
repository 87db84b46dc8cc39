"""The editor's rehearsal is played by a process of its own: whatever it does there, the page has an answer."""

import io
import sys

import pytest

from scenarios.package import Package
from simulator.rehearsing import rehearse_and_report
from tests.cast import refused
from tests.web.editor.conftest import WRITTEN
from web.rehearsal import apart
from web.rehearsal.apart import COMMAND, RehearseApart, given_of
from web.rehearsal.playing import MOST_MEMORY, played
from web.rehearsal.showing import report_markup
from web.words import LANGUAGES

ENSAYO = Package("ensayo", WRITTEN.encode())


def python(program):
    return (sys.executable, "-c", program)


def test_the_page_shows_what_this_process_would_have_played(desk):
    page = desk.page("/rehearse")

    assert "played in virtual time" in page
    assert str(report_markup(rehearse_and_report(WRITTEN.encode()), "en")) in page


def test_the_document_and_its_attachments_arrive_byte_by_byte():
    attached = "    at: 10m\n    files: [{file: a.csv}, {file: b/ñ.txt}]\n"
    written = WRITTEN.replace("    at: 10m\n", attached)
    files = {"b/ñ.txt": b"\n{}\n", "a.csv": b"a,b\n"}
    given = io.BytesIO(given_of(Package("ensayo", written.encode(), files), "pt"))

    there = played(given).decode()

    assert there == report_markup(rehearse_and_report(written.encode(), files=files), "pt")
    assert given.read() == b""


@pytest.mark.parametrize(
    ("program", "longest"),
    [
        ("import time; time.sleep(60)", 0.2), ("raise SystemExit(3)", 10), ("import os; os.abort()", 10),
        (f"from web.apart import keep_within; keep_within({MOST_MEMORY}, 9); b'x' * {2 * MOST_MEMORY}", 10),
        ("from web.apart import keep_within; keep_within(2 ** 30, 1)\nwhile True: pass", 10),
    ],
    ids=["slow", "ends", "killed", "memory", "processor"],
)  # fmt: skip
def test_what_takes_too_much_or_dies_is_given_up_and_the_next_one_has_its_place(program, longest):
    rehearse = RehearseApart(python(program), longest, patience=0)
    for _once in range(2 if longest < 1 else 1):
        with refused("rehearsal_given_up"):
            rehearse(ENSAYO, "en")


def test_while_one_is_played_no_other_is_and_then_it_is_the_others_turn(monkeypatch):
    rehearse, turned_away = RehearseApart(patience=0), []

    def meanwhile(*_asked):
        with refused("rehearsal_busy"):
            rehearse(ENSAYO, "en")
        turned_away.append(True)
        return b"<p>&amp;</p>"

    monkeypatch.setattr(apart, "told_by", meanwhile)

    assert [rehearse(ENSAYO, "en") for _turn in range(2)] == ["<p>&amp;</p>"] * 2
    assert turned_away == [True, True]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_given_up_says_how_to_rehearse_it_elsewhere(open_desk, app, language):
    app.extensions["rehearser"] = RehearseApart(python("raise ValueError('a secret')"))
    desk = open_desk(language=language)

    page = desk.page("/rehearse", 409)

    assert page.count("prontas rehearse scenario.yaml --play cover") == 1
    assert f'class="button main" href="{desk.path}/take"' in page
    assert "Traceback" not in page and "a secret" not in page and 'class="report"' not in page


def test_who_is_not_let_in_is_told_to_come_again(desk, app, monkeypatch):
    app.extensions["rehearser"], seen = RehearseApart(patience=0), []

    def meanwhile(*_asked):
        seen.append(desk.page("/rehearse", 503))
        return b"<p>mine</p>"

    monkeypatch.setattr(apart, "told_by", meanwhile)

    assert "<p>mine</p>" in desk.page("/rehearse")
    [page] = seen
    assert "Another scenario is being rehearsed" in page and f'class="button main" href="{desk.path}/rehearse"' in page


def test_the_command_is_ours_alone():
    assert COMMAND[0] == sys.executable and COMMAND[1:] == ("-m", "web.rehearsal.playing")
