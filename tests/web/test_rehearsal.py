"""The report of a rehearsal as people meet it: in four languages, in eighty columns, as a document, drawn on a page."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from simulator.rehearsing import Assumed, rehearse_and_report
from tests.scripts import choice_inject, info, scenario, text_inject
from tests.server_process import CEIBA, TOP
from web.paper.table import Table
from web.rehearsal.document import report_document
from web.rehearsal.reaching import NEVER, REASONS
from web.rehearsal.sections import sections_of
from web.rehearsal.showing import report_html, report_markup
from web.rehearsal.text import COLUMNS, report_lines, table_lines
from web.rehearsal.timeline import LETTER, MOST_MARKS, WIDTH, panels_of
from web.words import LANGUAGES

CANARY = "<script>alert(1)</script>&"
DOCS = (TOP / "docs" / "rehearse.md").read_text()


@pytest.fixture(scope="module")
def ceiba():
    return rehearse_and_report(CEIBA.read_bytes(), assumed=Assumed(teams=60, raters=2))


def report(*injects, style="cover", **over):
    return rehearse_and_report(yaml.safe_dump(scenario(*injects, **over), sort_keys=False).encode(), style=style)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_fits_eighty_columns_in_every_language(ceiba, language):
    lines = list(report_lines(ceiba, language))

    assert len(lines) > 60
    assert [line for line in lines if len(line) > COLUMNS] == []
    assert [line for line in lines if "%(" in line] == []


def test_the_text_says_what_a_planner_asks(ceiba):
    told = re.sub(r"\s+", " ", " ".join(report_lines(ceiba, "en")))

    assert "Inject k1 never comes: a facilitator sends it by hand, and in a rehearsal nobody does." in told
    assert "Every path weighs 100." in told
    assert "3 people with a seat each; the lead has what is for the others" in told
    assert "36 hours: 60 teams × 9 responses × 2 ratings × 2 min." in told


def test_what_only_a_press_sends_is_named_where_it_counts_and_where_it_does_not():
    told = report(
        text_inject("01", due="5m", ask={"weight": 7}),
        text_inject("02", manual=True, ask={"weight": 1}),
        info("03", after={"inject": "02", "delay": "1m"}),
        rated=True,
    )
    assert (told.by_hand, told.paths.weights, {run.weight for run in told.runs}) == (("02",), (8,), {7})
    assert report_document(told)["paths"]["by_hand"] == ["02"]

    words = re.sub(r"\s+", " ", " ".join(report_lines(told, "es")))
    assert "ningún equipo de un ensayo lo recibe: 02." in words
    assert "nadie los envió a mano: 02." in words and "× 1 respuesta ×" in words


def test_reports_in_two_languages_differ_in_words_only(ceiba):
    spoken = [sections_of(ceiba, language) for language in LANGUAGES]

    assert {tuple(len(part.tables) for part in parts) for parts in spoken} == {(2, 6, 2, 2, 0)}
    assert len({parts[0].title for parts in spoken}) == len(LANGUAGES)


def test_a_wide_table_is_narrowed_and_no_word_of_it_is_lost():
    rows = [(1, "word " * 40, "x" * 90), (22, "short", "y")]
    lines = list(table_lines(Table("T", ("No", "Said", "Long"), rows)))
    told = "".join(lines)

    assert max(map(len, lines)) <= COLUMNS
    assert (told.count("word"), told.count("x"), told.count("y")) == (40, 90, 1)


def test_paths_that_differ_and_sampled_ones_are_said_to():
    branch = text_inject("02", at="20m", ask={"weight": 5}) | {"if": "isolated"}
    told = " ".join(report_lines(report(choice_inject("01", at="0"), branch), "en"))
    assert "the lightest weighs 1," in told and "not rated" in told
    assert "no response is rated by people" in told


def test_what_these_teams_did_not_happen_to_do_is_counted_and_injects_are_named():
    branch = info("02", at="20m") | {"if": "isolated"}
    told = report(choice_inject("01", at="0"), branch, style="silent", flags={"isolated": "x"})
    points = sections_of(told, "en")[0].points

    assert points == (
        "Inject 02 never comes: it can be reached, but none of these teams went there.",
        "Flag isolated is never set: it can be reached, but none of these teams went there.",
        "4 more options, answers and silences can be reached, but none of these teams went there.",
    )


def test_the_document_has_the_keys_that_are_documented(ceiba):
    document = json.loads(json.dumps(report_document(ceiba)))

    assert list(document) == ["coverage", "runs", "load", "paths", "silence", "rating"]
    keys = {key for part in document.values() for key in _keys(part)} - set(ceiba.played.scenario.flags)
    injects = {inject.id for inject in ceiba.played.scenario.injects}
    assert [key for key in sorted(keys - injects) if f"`{key}`" not in DOCS] == []
    assert document["rating"]["hours"] == 36.0
    assert document["silence"]["longest"]["length"] > 0
    assert {path["weight"] for path in document["paths"]["each"]} == {100}


def _keys(part):
    if isinstance(part, dict):
        yield from part
        part = part.values()
    if not isinstance(part, str | int | float | type(None)):
        for one in part:
            yield from _keys(one)


def test_every_reason_and_every_kind_of_target_is_documented_and_said():
    assert [reason for reason in REASONS if f"`{reason}`" not in DOCS] == []
    assert set(NEVER) == {"inject", "skip", "option", "answer", "lapse", "flag", "unset"}


class Drawn(HTMLParser):
    """Collect what a page has: tags with what they carry, and its words."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.words = [], ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words += data

    def named(self, tag):
        return [attrs for name, attrs in self.tags if name == tag]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_marked_in_its_language_and_opens_nothing(ceiba, language):
    html = report_html(ceiba, language)
    page = Drawn(html)
    mark = {"es": "ENSAYO", "pt": "ENSAIO", "en": "REHEARSAL", "fr": "RÉPÉTITION"}[language]

    assert page.named("html")[0]["lang"] == language
    assert f">{mark}</div>" in html
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _attrs in page.tags}
    assert not any(name in attrs for _tag, attrs in page.tags for name in ("style", "href", "src", "onclick"))
    assert all(one.get("aria-label") or one.get("aria-hidden") for one in page.named("svg"))


def test_what_an_author_wrote_is_words_and_no_markup():
    told = report(
        choice_inject("01", at="0") | {"title": CANARY}, text_inject("02", at="5m", to=["lead"]),
        seats={"lead": {"title": CANARY}}, title=CANARY, phases={"p": {"title": CANARY, "at": "0"}},
    )  # fmt: skip
    html = report_html(told, "en")

    assert "<script>" not in html and "&lt;script&gt;" in html
    assert CANARY in Drawn(html).words
    assert report_markup(told, "en") in html


def test_branches_can_be_told_without_colour_and_each_inject_is_drawn(ceiba):
    marks = [mark for panel in panels_of(ceiba, "es") for lane in panel.lanes for mark in lane.marks]
    branches = {mark.label for mark in marks if mark.branch}
    html = report_html(ceiba, "es")

    assert {mark.label for mark in marks} == {one.id for one in ceiba.played.scenario.injects} - {"k1"}
    assert branches == {"06a", "06b", "06c", "12", "12c"}
    # A broken edge for each of them that waits for an answer, and a diamond for each.
    assert html.count("stroke-dasharray") == sum(mark.branch and bool(mark.width) for mark in marks)


def test_nothing_is_drawn_outside_and_no_two_marks_of_a_lane_overlap(ceiba):
    for panel in panels_of(ceiba, "fr"):
        for lane in panel.lanes:
            assert all(mark.x >= 0 and mark.x + mark.width <= WIDTH for mark in lane.marks)
            assert all(lane.y <= mark.y and mark.y + 17 <= lane.y + lane.height for mark in lane.marks)
            for one in lane.marks:
                others = [mark for mark in lane.marks if mark.y == one.y and mark.x > one.x]
                assert all(one.x + one.width <= mark.x for mark in others)
                # No bar ends in the name of its own inject, nor does the next mark begin in it.
                ends = one.label_x + LETTER * len(one.label)
                assert not one.label_x < one.x + one.width < ends or ends + 3 >= WIDTH
                assert all(ends <= mark.x for mark in others)
        assert panel.lanes[-1].y + panel.lanes[-1].height <= panel.height


def test_a_full_drill_is_drawn_in_stretches_that_go_on_where_the_last_one_ended():
    told = report(*(info(f"i{place}", at=f"{place}m") for place in range(55)), style="silent")
    panels = panels_of(told, "en")

    assert [len(panel.lanes[0].marks) <= MOST_MARKS + 4 for panel in panels] == [True] * len(panels)
    assert [panel.title for panel in panels] == [
        "Timeline from T+0:00:00 to T+0:20:00", "Timeline from T+0:20:00 to T+0:40:00",
        "Timeline from T+0:40:00 to T+1:00:00",
    ]  # fmt: skip
    assert sum(mark.begins for panel in panels for mark in panel.lanes[0].marks) == 55


def test_the_style_sheet_of_the_page_is_there():
    sheet = (Path(TOP) / "web" / "static" / "rehearsal" / "report.css").read_text()
    assert ".report" in sheet and "http" not in sheet
