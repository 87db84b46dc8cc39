"""The editor's pages: who sees them, and what they say of a scenario, also of a broken one."""

import re

import pytest

from simulator.actions.scenarios import create_scenario
from tests.server_process import CEIBA
from tests.web.editor.conftest import WRITTEN

SECTIONS = tuple(f"/sections/{name}" for name in ("basics", "seats", "rubric", "flags", "replies"))
PAGES = (
    "", "/pieces", "/injects/01", "/injects/01?piece=1", "/sections", "/sections/seats", "/sections/characters",
    "/sections/phases", "/sections/rubric", "/sections/flags", "/sections/replies", "/languages", "/languages?all=1",
    "/branches", "/preview", "/findings", "/versions", "/text", "/take", "/take/yaml", "/take/zip",
)  # fmt: skip
BROKEN = {
    "no yaml": "format: [1",
    "a list": "- 1\n- 2",
    "nothing": "x_nothing: 1",
    "wrong shapes": "format: 1\nid: a\nlanguages: es\ntitle: 7\nduration: soon\nseats: [lead]\nphases: {a: 1}\n"
    "characters: x\nrubric: {criteria: [C1], levels: U}\nflags: {f: {}}\nreplies: {a: 3}\nhotwash: {es: ¿?}\n"
    "injects: [7, {id: 1, at: soon, after: x, to: lead, ask: text, if: 3, files: a, expected: {es: b}}, {id: '01', "
    "after: {inject: '01'}, if: 'and', ask: {kind: choice, options: [A, {id: B}], due: 1m}}]",
    "circles": "format: 1\nid: a\nlanguages: [es]\ntitle: a\nduration: 9m\nseats: {lead: {title: a}}\ninjects:\n"
    "  - {id: a, title: a, after: {inject: b}}\n  - {id: b, title: b, after: {inject: a}, if: 'delivered(\"a\")'}\n",
}


def test_facilitators_and_organizers_see_it_and_nobody_else(open_desk, signed_in, browser):
    desk = open_desk("olga")
    others = [signed_in(who) for who in ("edo", "olu")]

    # Whose every page is, the walk of tests/permission says.
    for page in PAGES:
        assert desk.browser.get(f"{desk.path}{page}").status_code == 200, page
    for page in ("", "/text", "/take/yaml"):
        assert [one.get(f"{desk.path}{page}").status_code for one in others] == [404, 404]
        assert browser.get(f"{desk.path}{page}").status_code == 303


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_scenario_is_shown_as_far_as_it_goes(open_desk, content):
    desk = open_desk(content=content)

    for page in ("", "/injects/01", *SECTIONS, "/languages?all=1", "/branches", "/preview", "/findings", "/rehearse"):
        answer = desk.browser.get(f"{desk.path}{page}")
        # What has no inject 01 has no form for it.
        assert answer.status_code in ((200, 404) if "/injects/" in page else (200,)), (page, answer.text[:500])
    assert "error" in desk.page()


def test_the_list_says_when_who_to_whom_and_on_what_condition(desk):
    row = words(re.search(r'<tr data-line="02".*?</tr>', desk.page(), re.DOTALL)[0])

    assert row == "T+00:10 02 Sin red E-mail Técnica “aislado”"
    assert "after 01 + 2m" in words(desk.page())


@pytest.mark.parametrize(
    ("language", "said"), [("es", "«aislado»"), ("pt", "“isolado”"), ("fr", "«\N{NO-BREAK SPACE}aislado")]
)
def test_what_a_condition_quotes_is_quoted_as_its_reader_does(open_desk, language, said):
    page = open_desk(language=language).page("?line=02")

    assert said in page and (said[:2] == "“i" or "“" not in page)


def test_one_version_is_compared_with_nothing(desk):
    page = desk.page("/versions")

    assert "There is one version so far." in page and "Compare" not in page and "They say the same." not in page
    desk.save_elsewhere("Alarma", "Aviso")
    assert "Compare" in desk.page("/versions")


def test_the_line_of_time_has_a_lane_for_each_seat_and_says_each_inject_once(desk):
    page = desk.page()

    assert re.findall(r'class="lane-title"><title>([^<]+)', page) == ["Jefa", "Técnica"]
    assert len(re.findall(r'<a class="mark[^>]*data-line="03"', page)) == 2
    assert len(re.findall(r'<a class="mark[^>]*data-line="03"(?![^>]*aria-hidden)', page)) == 1


def test_of_two_times_that_would_touch_one_is_left_out(desk, open_desk):
    def times(page):
        return re.findall(r'<text class="tick-words[^"]*"[^>]*>([^<]+)', page)

    assert times(desk.page())[-3:] == ["00:50", "00:55", "01:00"]
    assert times(open_desk(content=WRITTEN.replace("60m", "480h")).page())[-3:] == ["384:00", "432:00", "480:00"]


def test_a_phase_is_named_as_far_as_it_is_wide_and_a_seat_in_two_lines(open_desk):
    phases = "".join(f"  p{at}: {{title: Una fase larga, at: {at}m}}\n" for at in (0, 2, 20, 27))
    content = WRITTEN.replace("flags:\n", f"phases:\n{phases}flags:\n").replace("es: Jefa", "es: Responsable técnicas")
    page = open_desk(content=content).page()

    assert re.findall(r'class="phase-title"[^>]*>([^<]*)', page) == [
        "Una fase larga",
        "Una fase la…",
        "Una fase larga",
    ]
    assert page.count("<title>Una fase larga</title>") == 4
    assert re.search(r">Responsable</tspan><tspan [^>]*>técnicas<", page)


@pytest.mark.parametrize(("id", "levels"), [("02", 1), ("I-02", 2)])
def test_marks_lie_on_one_level_only_where_their_names_can_be_read(open_desk, id, levels):
    content = WRITTEN.replace('"02"', f'"{id}"').replace('after: {inject: "01", delay: 2m}', "at: 13m")
    page = open_desk(content=content.replace("[lead, technical]", "[technical]")).page()
    marks = re.findall(r'<a class="mark.*?data-line="([^"]+)".*?cy="([^"]+)"', page, re.DOTALL)

    assert len({y for line, y in marks if line in (id, "03")}) == levels


def test_branches_are_drawn_and_said_as_a_table(desk):
    page = desk.page("/branches")

    assert page.count('class="way') >= 2
    assert "02 (A)" in words(page) and "01 (after it)" in words(page) and "(A) 03" not in page


def test_no_branch_is_said_where_there_is_none(open_desk):
    desk = open_desk(
        content=WRITTEN.replace("    if: isolated\n", "")
        .replace(", delay: 2m}", "}")
        .replace('after: {inject: "01"}', "at: 12m")
    )

    assert "Every team gets every inject" in desk.page("/branches")


def test_languages_stand_side_by_side_with_what_is_missing_and_what_is_too_long(open_desk):
    content = WRITTEN.replace("title: {es: Sin red, pt: Sem rede}", "title: {es: Sin red}").replace(
        "        Algo criptografa **tudo**.",
        "        Algo criptografa **tudo** e ninguém sabe ainda o que fazer agora.",
    )
    desk = open_desk(content=content)
    page = words(desk.page("/languages"))

    assert "2 texts to look at" in page
    assert "This text is missing in: pt." in page and "not the same time to read" in page
    assert re.search(r"Português \d+ / \d+ 1 \d+", page)


def test_every_finding_leads_to_the_form_in_which_it_is_mended(open_desk):
    desk = open_desk(content=WRITTEN.replace("to: [technical]", "to: [tecnical]"))
    page = desk.page("/findings")

    assert f'href="{desk.path}?line=02"' in page and "Did you mean “technical”?" in words(page)
    explained = desk.browser.words("/scenario-findings/unknown_seat")
    assert "unknown_seat" in explained and "There is no seat “…”." in explained
    assert desk.browser.get("/scenario-findings/nothing").status_code == 404


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("es", "Lo que sigue está en inglés."), ("pt", "O que segue está em inglês."),
        ("fr", "La suite est en anglais."), ("en", None),
    ],
)  # fmt: skip
def test_whoever_reads_another_language_is_told_that_the_explanation_is_in_english(open_desk, language, sentence):
    told = open_desk(language=language).browser.words("/scenario-findings/unknown_seat")

    assert '<div lang="en" class="explained">' in told
    assert (sentence or 'class="soft"') in told if sentence else 'class="soft"' not in told


def test_a_finding_stands_beside_its_field(open_desk):
    desk = open_desk(content=WRITTEN.replace("due: 00:05:00", "due: soon").replace("from: minister", "from: ministra"))
    page = desk.page("/injects/01")

    assert "is not a length of time" in beside(page, "ask.due")
    assert "There is no character" in beside(page, "from")
    assert beside(page, "title") == ""


def test_a_preview_is_what_a_participant_is_sent(desk):
    page = desk.page("/preview?line=01&seat=technical&language=pt")

    assert "<strong>Técnica</strong>" in page and "EXERCÍCIO" in page
    assert "criptografa <strong>tudo" in page and '<template id="inject-piece">' in page
    # Nothing that only facilitators may read.
    assert "isolated" not in re.search(r"data-record='([^']*)'", page)[1]


def test_an_unknown_seat_language_or_inject_in_an_address_shows_the_usual_one(desk):
    page = desk.page("/preview?line=zz&seat=zz&language=zz")

    assert "<strong>Jefa</strong>" in page


def test_a_broken_scenario_cannot_be_rehearsed_and_that_is_said(open_desk):
    assert "cannot be rehearsed" in open_desk(content=WRITTEN.replace("at: 10m", "at: 99m")).page("/rehearse")


@pytest.mark.parametrize("kind", ["xlsx", "csv", "json", "ics"])
def test_it_is_taken_along_as_a_file_of_the_field(desk, kind):
    assert desk.browser.take(f"{desk.path}/take/{kind}")


def test_what_has_errors_leaves_as_text_alone(open_desk):
    desk = open_desk(content=WRITTEN.replace("at: 10m", "at: 99m"))

    assert desk.browser.take(f"{desk.path}/take/yaml").decode() == desk.text
    assert desk.browser.get(f"{desk.path}/take/xlsx").status_code == 409
    assert desk.browser.get(f"{desk.path}/take/exe").status_code == 404


@pytest.mark.parametrize(("language", "page"), [("es", ""), ("pt", "/languages?all=1"), ("fr", "/sections/rubric")])
def test_a_page_of_the_whole_sample_is_made_in_every_language(open_desk, language, page):
    assert "<h1" in open_desk("fatima", language, content=CEIBA.read_text()).page(page)


def test_the_home_page_leads_there_who_may_write(signed_in):
    assert 'href="/scenarios"' in signed_in("fatima").get("/drills").text
    assert 'href="/scenarios"' not in signed_in("edo").get("/drills").text


@pytest.mark.parametrize(("who", "offered"), [("fatima", True), ("olga", True), ("edo", False), ("olu", False)])
def test_the_head_of_every_staff_page_leads_to_the_scenarios_who_may_open_them(signed_in, who, offered):
    browser = signed_in(who)
    head = re.search(r'<header class="top">.*?</header>', browser.get("/account").text, re.DOTALL)[0]

    assert ('href="/scenarios"' in head) is offered is (browser.get("/scenarios").status_code == 200)


def test_pages_have_no_style_or_script_of_their_own(desk, house, cast):
    house.perform(create_scenario, cast.fatima, content=b"format: [1")
    for page in ("", "/branches", "/preview", "/text", "/versions"):
        text = desk.page(page)
        assert "<style" not in text and "style=" not in text and "onclick" not in text


def words(page):
    """Give a page's words without its marks."""
    import html

    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def beside(page, at):
    """Give the findings beside a field."""
    return words(re.search(rf'<ul class="found" data-found="{re.escape(at)}".*?</ul>', page, re.DOTALL)[0])
