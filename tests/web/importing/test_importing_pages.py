"""A facilitator brings her list, sees what becomes of it, corrects it, and only then is there a scenario."""

import html
import io
import re
from pathlib import Path

import pytest

from scenarios.exchange.choices import signature
from scenarios.exchange.export_scenario import export_scenario
from scenarios.load import read_scenario_text
from simulator.actions.accounts import change_own_language
from simulator.reading.mappings import own_mappings
from simulator.refusal import Refusal
from tests.scenarios.exchange.cexf import cexf
from tests.scenarios.exchange.workbooks import changed_zip, csv_file, xlsx_file
from web.importing.reading import read

IMPORT = "/scenarios/import"
HEAD = ["No", "Hora", "Asunto", "Quién", "Color"]
ROWS = [["1", "09:00", "Alerta", "Técnica", "azul"], ["2", "09:30", "Llamada", "Jefa", ""]]
BAD = ["3", "pronto", "Rara", "", ""]
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')
SELECT = re.compile(r'<select[^>]* name="([\w-]+)"[^>]*>(.*?)</select>', re.DOTALL)
CHOSEN = re.compile(r'<option value="([^"]*)" selected>')
CAUSE = re.compile(r'<span class="soft small code">(\w+)</span>')


@pytest.fixture
def app(app):
    """Let the app read in its own process: starting another takes most of a second."""
    app.extensions["list_reader"] = read
    return app


@pytest.fixture
def fatima(signed_in, cast):
    """Sign Fátima in, who reads English today."""
    cast.house.perform(change_own_language, cast.fatima, language="en")
    return signed_in("fatima")


def upload(browser, data, name="lista.xlsx", **more):
    return browser.post(IMPORT, {"file": (io.BytesIO(data), name)} | more, seen=IMPORT)


def form_of(page):
    """Give what a browser would send of the page as it stands."""
    fields = {name: html.unescape(value) for name, value in HIDDEN.findall(page.text)}
    for name, options in SELECT.findall(page.text):
        [fields[name]] = [html.unescape(one) for one in CHOSEN.findall(options)]
    return fields | {"remember": "1"}


def send(browser, page, where=IMPORT, **changes):
    """Send the form of a page with some choices changed; ``None`` takes a field out."""
    fields = {name: value for name, value in (form_of(page) | changes).items() if value is not None}
    return browser.client.post(where, data=fields, environ_base={"REMOTE_ADDR": browser.address})


def save(browser, page, **changes):
    return send(browser, page, f"{IMPORT}/save", **changes)


def causes(page):
    return CAUSE.findall(page.text)


def documents(play_or_cast):
    """Give the documents in the store."""
    with play_or_cast.house.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT content FROM scenario_version ORDER BY scenario_id").all()
    return [bytes(content).decode() for (content,) in rows]


def remembered(cast):
    return [(one["signature"], one["mapping"]) for one in cast.house.look(own_mappings, cast.fatima)]


def test_a_list_is_shown_with_all_that_was_found_and_nothing_is_written(fatima, cast):
    page = upload(fatima, xlsx_file(["Ejercicio"], HEAD, *ROWS, others=(("Notas", [["Ana"]]),)))
    form = form_of(page)

    assert page.status_code == 200
    assert {name: form[name] for name in ("sheet", "header_row", "language", "name", "signature")} == {
        "sheet": "MSEL", "header_row": "2", "language": "es", "name": "lista.xlsx", "signature": signature(HEAD),
    }  # fmt: skip
    assert [form[f"column-{place}"] for place in range(5)] == ["id", "at", "title", "keep", "keep"]
    assert "2 injects would become a scenario." in page.text and "T+00:30" in page.text and "Técnica" in page.text
    assert '<div class="exercise-band"' in page.text or "EXERCISE" in page.text
    assert causes(page) == ["column_unmapped"] * 2
    assert (documents(cast), remembered(cast)) == ([], [])


def test_what_she_corrects_is_shown_saved_and_remembered_for_the_next_list(fatima, cast):
    corrected = send(fatima, upload(fatima, xlsx_file(HEAD, *ROWS)), **{"column-3": "to", "column-4": "ignore"})
    assert corrected.text.count("corrected</span>") == 2 and "Técnica" in corrected.text and causes(corrected) == []

    answer = save(fatima, corrected)

    [document] = documents(cast)
    scenario, findings = read_scenario_text(document, "scenario.yaml")
    assert answer.status_code == 303 and re.fullmatch(r"/scenarios/\w+", answer.headers["Location"])
    assert [inject.to for inject in scenario.injects] == [("tecnica",), ("jefa",)]
    assert "azul" not in document and all(one.severity == "warning" for one in findings)
    columns = {"No": "id", "Hora": "at", "Asunto": "title", "Quién": "to", "Color": "ignore"}
    assert remembered(cast) == [(signature(HEAD), columns)]

    again = upload(fatima, csv_file(["Otro ejercicio"], HEAD[::-1], ROWS[1][::-1]), "otra.csv")
    assert [form_of(again)[f"column-{place}"] for place in range(5)] == ["ignore", "to", "title", "at", "id"]
    assert "your columns are remembered" in again.text

    forgotten = send(fatima, again, f"{IMPORT}/forget")
    assert [form_of(forgotten)[f"column-{place}"] for place in range(2)] == ["keep", "keep"]
    assert remembered(cast) == []


def test_what_is_recognised_by_itself_or_not_to_be_remembered_is_not(fatima, cast):
    plain = upload(fatima, csv_file(HEAD, *ROWS), "a.csv")
    assert save(fatima, plain).status_code == 303
    corrected = send(fatima, plain, **{"column-3": "to"})
    assert save(fatima, corrected, remember=None).status_code == 303
    assert (len(documents(cast)), remembered(cast)) == (2, [])


def test_nothing_is_saved_that_was_not_shown(fatima, cast):
    page = upload(fatima, csv_file(HEAD, *ROWS), "a.csv")
    for change in ({"column-3": "to"}, {"skip": "1"}, {"start": "08:00"}, {"language": "pt"}):
        answer = save(fatima, page, **change)
        assert answer.status_code == 409 and "You have changed something. Look at what becomes of it" in answer.text
    assert documents(cast) == []
    assert save(fatima, answer).status_code == 303
    assert "- pt" in documents(cast)[0] or "[pt]" in documents(cast)[0]


def test_a_bad_row_stops_the_import_until_she_leaves_it_out(fatima, cast):
    page = upload(fatima, csv_file(HEAD, *ROWS, BAD), "a.csv")
    assert "As it is, nothing can be imported." in page.text and "bad_time" in causes(page)
    assert re.search(r'id="save"[^>]* disabled', page.text)
    refused = save(fatima, page)
    assert (refused.status_code, documents(cast)) == (409, [])
    assert "Nothing was saved, since something stands in the way." in refused.text

    without = send(fatima, page, skip="1")
    assert "2 injects would become a scenario." in without.text and "bad_time" in causes(without)
    assert save(fatima, without, skip="1").status_code == 303


def test_another_sheet_or_row_is_looked_at_anew(fatima):
    others = (("Vieja", [["Exercise"], ["a", "b"], ["Number", "Time", "Title"], ["1", "10:00", "Old"]]),)
    page = upload(fatima, xlsx_file(HEAD, *ROWS, others=others))
    old = send(fatima, page, sheet="Vieja", **{"column-0": "note"})
    assert "lists of injects too, with their rows: Vieja (1)." in page.text and "other_lists" not in causes(old)
    assert form_of(old)["shown_sheet"] == "Vieja" and form_of(old)["header_row"] == "3" and "Old" in old.text
    moved = send(fatima, old, header_row="2")
    assert causes(moved) == ["no_title_column"] and form_of(moved)["columns"] == '["a", "b", "column 3"]'
    assert form_of(send(fatima, moved, header_row="3"))["column-2"] == "title"


def test_a_list_that_is_not_recognised_can_be_explained(fatima, cast):
    page = upload(fatima, csv_file(["Ref", "Cuándo cae", "Qué pasa"], ["1", "09:00", "Alerta"]), "a.csv")
    assert causes(page) == ["no_header_row"] and "not recognised" in page.text
    told = send(fatima, page, **{"column-0": "id", "column-1": "at", "column-2": "title [es]"})
    assert "1 inject would become a scenario." in told.text and 'value="title [es]" selected' in told.text
    assert save(fatima, told).status_code == 303 and "Alerta" in documents(cast)[0]


def test_the_start_is_asked_for_where_it_is_needed(fatima):
    page = upload(fatima, csv_file(HEAD, *ROWS), "a.csv")
    assert "The list has clock times only." in page.text
    assert "T+01:30" in send(fatima, page, start="08:00").text
    wrong = send(fatima, page, start="mañana")
    assert wrong.status_code == 409 and "“mañana” is no start that is understood." in wrong.text
    assert 'value="mañana"' in wrong.text and form_of(wrong)["column-2"] == "title"
    assert save(fatima, wrong, start="mañana").status_code == 409
    dated = upload(fatima, csv_file(HEAD, ["1", "2031-03-03 09:00", "A", "", ""]), "a.csv")
    assert "keeps their spacing" in dated.text and 'id="start"' not in dated.text


def test_an_exercise_in_cexf_is_shown_and_saved(fatima, cast):
    page = upload(fatima, cexf(lambda one: one["exercise"].update(odd=1)), "a.json")
    assert "2 injects would become a scenario." in page.text and causes(page) == ["cexf_unknown_key"]
    assert save(fatima, page).status_code == 303 and "x_cexf" in documents(cast)[0]


@pytest.mark.parametrize(
    ("data", "name", "cause"),
    [
        (changed_zip(xlsx_file(HEAD), xl__vbaProject_bin=b"x"), "a.xlsm", "sheet_macros"),
        (b"PK\x03\x04", "a.xlsx", "sheet_unreadable"), (b"{", "a.json", "json_syntax"),
        (b"x", "a.docx", "exchange_unknown_kind"),
        (b"Ana\n", "a.csv", "no_header_row"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)  # fmt: skip
def test_a_file_that_cannot_be_imported_says_why_and_stays_so(fatima, cast, data, name, cause):
    page = upload(fatima, data, name)
    assert (page.status_code, causes(page)) == (200, [cause])
    assert (save(fatima, page).status_code, documents(cast)) == (409, [])


def test_without_a_file_the_page_asks_for_one(fatima):
    for where in (IMPORT, f"{IMPORT}/save"):
        answer = fatima.post(where, seen=IMPORT)
        assert answer.status_code == 409 and "Choose the file with your list." in answer.text


def test_what_is_longer_than_a_form_may_carry_is_refused_at_the_gate(fatima):
    environ = {"wsgi.input": io.BytesIO(b"x" * 100), "CONTENT_LENGTH": str(15 * 1024 * 1024)}
    for where in (IMPORT, f"{IMPORT}/save", f"{IMPORT}/forget"):
        answer = fatima.client.post(where, content_type="multipart/form-data; boundary=x", environ_overrides=environ)
        assert answer.status_code == 413


@pytest.mark.parametrize(
    "form",
    [
        {"kept": "no word", "name": "a.csv"}, {"kept": "eJw", "name": "a.xlsx"}, {"kept": "eJw=", "name": ""},
        {"kept": "eJwDAAAAAAE=", "name": "../../x\x00.csv", "columns": "{", "header_row": "²"},
        {"kept": "eJwDAAAAAAE=", "name": "a.csv", "columns": "[1]", "shown_row": "", "header_row": ""},
        {"kept": "eJwDAAAAAAE=", "name": "a.csv", "columns": "[" * 9999, "sheet": "x", "language": "xx"},
        {"kept": "eJwDAAAAAAE=", "name": "a.csv", "columns": '["a"]', "column-0": "<b>", "signature": "<b>"},
    ],
)  # fmt: skip
def test_a_form_that_no_page_made_is_answered_by_findings(fatima, cast, form):
    for where in (IMPORT, f"{IMPORT}/save", f"{IMPORT}/forget"):
        answer = fatima.post(where, form, seen=IMPORT)
        assert answer.status_code in (200, 409) and causes(answer) and "<b>" not in answer.text
    assert documents(cast) == []


def test_a_file_that_takes_too_much_is_refused_in_words(fatima, app):
    def too_much(asked, data):
        raise Refusal("list_too_hard")

    app.extensions["list_reader"] = too_much
    page = upload(fatima, csv_file(HEAD), "a.csv")
    assert page.status_code == 409 and "takes too much time or memory" in page.text
    assert fatima.post(f"{IMPORT}/save", {"kept": "x", "name": "a.csv"}, seen=IMPORT).status_code == 409
    assert fatima.post(f"{IMPORT}/forget", {"kept": "x", "name": "a.csv"}, seen=IMPORT).status_code == 409


def test_what_is_remembered_is_listed_and_forgotten_without_a_list(fatima, cast):
    save(fatima, send(fatima, upload(fatima, csv_file(HEAD, *ROWS), "a.csv"), **{"column-3": "to"}))
    page = fatima.get(IMPORT)
    assert "No · Hora · Asunto · Quién · Color" in page.text
    answer = fatima.post(f"{IMPORT}/forget", {"signature": signature(HEAD)}, seen=IMPORT)
    assert (answer.status_code, answer.headers["Location"], remembered(cast)) == (303, IMPORT, [])


@pytest.mark.parametrize("who", ["edo", "olu"])
def test_who_makes_no_scenarios_finds_no_such_page(signed_in, who):
    browser = signed_in(who)
    assert browser.get(IMPORT).status_code == 404
    for where in (IMPORT, f"{IMPORT}/save", f"{IMPORT}/forget"):
        assert browser.post(where, {"kept": "x", "name": "a.csv"}, seen="/drills").status_code == 404


@pytest.mark.parametrize(("language", "words"), [("es", "Mire antes de guardar"), ("pt", "Veja antes de salvar"),
                                                 ("fr", "Regardez avant d&#39;enregistrer")])  # fmt: skip
def test_the_page_speaks_her_language(signed_in, cast, language, words):
    cast.house.perform(change_own_language, cast.olga, language=language)
    page = upload(signed_in("olga"), csv_file(HEAD, *ROWS, BAD), "a.csv")
    assert page.status_code == 200 and f"<h1>{words}</h1>" in page.text


def test_the_title_is_shown_corrected_and_saved(fatima, cast):
    page = upload(fatima, xlsx_file(["[LOGO]", "Ejercicio Azul"], ["Fecha: 3 de marzo de 2031"], HEAD, *ROWS))
    assert re.search(r'<input id="title" name="title" value="Ejercicio Azul"', page.text)
    assert save(fatima, page, title="Other").status_code == 409
    corrected = send(fatima, page, title=" Ejercicio  Rojo ")
    assert re.search(r'name="title" value="Ejercicio Rojo"', corrected.text)
    assert save(fatima, corrected, title="Ejercicio Rojo").status_code == 303
    assert save(fatima, page, title="Ejercicio Azul").status_code == 303
    assert ["title: Ejercicio Azul" in one for one in documents(cast)].count(True) == 1
    assert ["title: Ejercicio Rojo" in one for one in documents(cast)].count(True) == 1


def test_a_column_without_a_header_is_named_in_her_language(signed_in, cast):
    cast.house.perform(change_own_language, cast.olga, language="es")
    browser = signed_in("olga")
    page = upload(browser, csv_file(["No", "Hora", "Asunto", ""], ["1", "pronto", "Alerta", "más tarde"]), "a.csv")
    assert ">columna 4</th>" in page.text and 'aria-label="En qué se convierte la columna 4"' in page.text
    assert "column 4" not in re.sub(r"<input[^>]*>", "", page.text)
    timed = send(browser, page, **{"column-3": "at", "column-1": "ignore"})
    assert "En columna 4, más tarde no es una hora" in timed.text
    assert save(browser, send(browser, timed, **{"column-3": "note", "column-1": "ignore"})).status_code == 303
    assert ">No · Hora · Asunto · columna 4</p>" in browser.get(IMPORT).text


def test_a_list_of_our_own_says_in_words_what_each_column_and_row_becomes(signed_in, cast):
    cast.house.perform(change_own_language, cast.olga, language="es")
    shipped = Path("scenarios/library/ceiba-roja/scenario.yaml")
    page = upload(signed_in("olga"), export_scenario(shipped, ".xlsx"), "propia.xlsx")
    columns, rows = page.text.split('id="columns-title"')[1].split('id="rows-title"')
    becomes = re.findall(r'<td role="cell" data-label="Se convierte en">([^<]*)</td>', columns)

    assert "Reconocido como" not in page.text
    assert {"Título (Español)", "Pregunta al equipo", "Solo si", "Después de otro inject"} <= set(becomes)
    assert not {"id", "ask", "if", "after", "sets", "files", "optional", "title [es]"} & set(becomes)
    assert "después de 05" in rows and "Jefa de crisis" in rows and "operations" not in rows
