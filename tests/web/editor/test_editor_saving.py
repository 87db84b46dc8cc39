"""What the editor writes: forms, cells, the order of injects, versions; and what happens when two write at once."""

import io
import re

import pytest

from scenarios.editing import Remove, edit_text
from scenarios.load import read_scenario_text
from tests.server_process import CEIBA
from tests.web.editor.conftest import WRITTEN
from tests.web.editor.test_editor_pages import beside, words
from web.editor.changing import changed
from web.editor.forms.sections import SECTIONS
from web.editor.forms.typed import typed_of
from web.editor.new_inject import free_moment
from web.editor.parts import part_of, shown, when_of
from web.editor.understanding import understand


def test_a_field_is_changed_and_all_else_stays_as_its_author_wrote_it(desk):
    form = desk.form("/injects/01")
    answer = desk.send("/injects/01", form | {"title:pt": "Alarme geral"})

    assert answer.headers["Location"] == f"{desk.path}?line=01&saved=1"
    assert desk.text == WRITTEN.replace("pt: Alarme}", "pt: Alarme geral}")
    assert "Saved as version 2" in desk.page("?saved=1")


def test_a_form_that_nobody_touched_changes_nothing(desk):
    for page in ("/injects/01", "/injects/03", "/sections/basics", "/sections/seats", "/sections/flags"):
        desk.send(page, desk.form(page))

    assert desk.version()["number"] == 1


def test_no_form_of_the_whole_sample_changes_it_untouched():
    known = understand(CEIBA.read_text(), {})
    parts = [part_of(known, "inject", one["id"]) for _place, one in known.injects]
    for part in (*parts, *(part_of(known, "section", name) for name in SECTIONS)):
        typed = typed_of(shown(part, known, "es"))
        typed["when"] = when_of(part.raw)
        assert changed(part, known, typed, "es").operations == (), part.line or part.section


def test_every_field_of_an_inject_can_be_written(desk):
    form = desk.form("/injects/02") | {
        "title:es": "Sin redes", "when": "after", "after.inject": "01", "after.delay": "3m", "if": 'answered("01")',
        "channel": "sms", "from": "*", "from:es": "Vecina", "from:pt": "Vizinha", "to": ["lead", "technical"],
        "priority": "must", "body:es": "Uno\r\n\r\ndos\r\n", "body:pt": "Um", "plain:es": "Uno", "plain:pt": "Um",
        "story_time": "+2d", "sets": ["isolated"], "optional": "1", "note:es": "Ojo", "note:pt": "Atenção",
        "expected.new:es": "Avisar", "expected.new:pt": "Avisar", "ask.kind": "form", "ask.due": "4m",
        "ask.weight": "2", "ask.fields.new.id": "who", "ask.fields.new.label:es": "Quién",
        "ask.fields.new.label:pt": "Quem", "ask.fields.new.kind": "choice", "ask.fields.new.required": "1",
        "ask.fields.new.options.new.id": "a", "ask.fields.new.options.new.label:es": "Ana",
        "ask.fields.new.options.new.label:pt": "Ana",
    }  # fmt: skip
    desk.send("/injects/02", form)
    inject = desk.inject("02")

    assert inject["after"] == {"inject": "01", "delay": "3m"} and "at" not in inject
    assert inject["from"] == {"es": "Vecina", "pt": "Vizinha"} and inject["to"] == ["lead", "technical"]
    assert inject["body"] == {"es": "Uno\n\ndos", "pt": "Um"} and inject["optional"] is True
    assert inject["expected"] == [{"es": "Avisar", "pt": "Avisar"}] and inject["sets"] == ["isolated"]
    assert inject["ask"]["weight"] == 2 and inject["ask"]["due"] == "4m"
    field = inject["ask"]["fields"][0]
    assert (field["id"], field["kind"], field["required"]) == ("who", "choice", True)
    assert field["options"] == [{"id": "a", "label": {"es": "Ana", "pt": "Ana"}}]


def test_what_is_emptied_is_taken_out_and_a_question_of_no_kind_is_none(desk):
    form = desk.form("/injects/01") | {"ask.kind": "", "body:es": "", "body:pt": "", "to": [], "from": ""}
    desk.send("/injects/01", form)

    assert not {"ask", "body", "to", "from"} & desk.inject("01").keys()
    assert "# el primero" in desk.text


def test_an_option_is_removed_and_another_id_is_followed(desk):
    form = desk.form("/injects/01") | {"ask.options.0.id": "X", "ask.options.1.remove": "1"}
    form |= {"ask.options.new.id": "C", "ask.options.new.label:es": "Huir", "ask.options.new.label:pt": "Fugir"}
    desk.send("/injects/01", form)

    assert [one["id"] for one in desk.inject("01")["ask"]["options"]] == ["X", "C"]


def test_an_inject_with_another_id_is_found_where_others_name_it(desk):
    desk.send("/injects/01", desk.form("/injects/01") | {"id": "00"})

    assert desk.inject("03")["after"]["inject"] == "00"
    assert desk.page("?line=00").count('id="part"') == 1 and 'id="part"' not in desk.page("?line=01")


def test_a_seat_with_another_id_is_followed_and_a_new_one_comes_last(desk):
    form = desk.form("/sections/seats") | {"seats.1.#": "security", "seats.new.#": "press"}
    form |= {"seats.new.title:es": "Prensa", "seats.new.title:pt": "Imprensa"}
    desk.send("/sections/seats", form)

    assert list(desk.plain["seats"]) == ["lead", "security", "press"]
    assert desk.inject("02")["to"] == ["security"] and desk.inject("03")["to"] == ["lead", "security"]


def test_seats_are_put_into_another_order_and_the_first_one_leads(desk):
    form = desk.form("/sections/seats")
    later = {name: value for name, value in form.items() if name.startswith("seats.0.")}
    desk.send("/sections/seats", {name: value for name, value in form.items() if name not in later} | later)

    assert list(desk.plain["seats"]) == ["technical", "lead"] and desk.version()["scenario"].lead == "technical"


def test_the_other_parts_are_written_too(desk):
    basics = desk.form("/sections/basics") | {"languages": "es, pt, en", "rated": "1", "authors": "Ana\r\nBea"}
    desk.send("/sections/basics", basics)
    rubric = desk.form("/sections/rubric") | {
        "objectives.new.#": "decide", "objectives.new.title:es": "Decidir", "rubric.levels": "U, P",
        "rubric.criteria.new.#": "C1", "rubric.criteria.new.title:es": "Decisión", "rubric.criteria.new.weight": "9",
    }  # fmt: skip
    desk.send("/sections/rubric", rubric)
    anchors = desk.form("/sections/rubric") | {
        "rubric.criteria.0.levels.U:es": "Nada",
        "rubric.criteria.0.objective": "decide",
    }
    desk.send("/sections/rubric", anchors)
    more = desk.form("/sections/replies") | {"hotwash.new:es": "¿Y bien?", "replies.new.#": "csirt"}
    desk.send(
        "/sections/replies",
        more | {"replies.new.title:es": "CSIRT", "replies.new.body:es": "Hola", "replies.new.from": "minister"},
    )
    flags = desk.form("/sections/flags") | {"flags.new.#": "paid", "flags.new:es": "pagado"}
    desk.send("/sections/flags", flags)
    phases = desk.form("/sections/phases") | {"phases.new.#": "one", "phases.new.title:es": "Uno", "phases.new.at": "0"}
    desk.send("/sections/phases", phases)
    plain = desk.plain

    assert plain["languages"] == ["es", "pt", "en"] and "rated" not in plain and plain["authors"] == ["Ana", "Bea"]
    assert plain["rubric"]["criteria"]["C1"]["levels"] == {"U": {"es": "Nada"}}
    assert plain["rubric"]["criteria"]["C1"]["objective"] == "decide" and plain["objectives"]
    assert plain["hotwash"] == [{"es": "¿Y bien?"}] and plain["replies"]["csirt"]["from"] == "minister"
    assert plain["flags"]["paid"] == {"es": "pagado"} and plain["phases"]["one"]["at"] == 0
    assert desk.text.startswith("# Ensayo de Fátima\n")


@pytest.mark.parametrize(("digits", "following"), [("", "04"), ("I-0", "I-004"), ("INY_", "INY_04")])
def test_a_new_inject_goes_on_with_its_authors_numbers(open_desk, digits, following):
    desk = open_desk(content=re.sub(r'"(0[123])"', rf'"{digits}\1"', WRITTEN))
    told = desk.send("/arrange", {"number": "1", "do": "add"}, script=True, status=200)
    between = desk.send("/arrange", {"number": "2", "do": "add", "line": f"{digits}01"}, script=True, status=200)

    assert told["opens"] == following and between["opens"] == following.replace("4", "5")
    assert [one["id"] for one in desk.plain["injects"]][1] == between["opens"]


def test_a_new_inject_comes_when_nobody_gets_anything_else(open_desk):
    desk = open_desk()
    first = arranged(desk, "add", "01")["opens"]
    second = arranged(desk, "add", first)["opens"]
    last = arranged(desk, "add")["opens"]

    assert [desk.inject(one)["at"] for one in (first, second, last)] == ["1m", "1m30s", "3m"]
    assert "too_close" not in [one.code for one in desk.version()["findings"]]


@pytest.mark.parametrize(
    ("taken", "begin", "end", "found"),
    [
        ([60, 120], 60, 600, 90),
        ([60, 180], 60, 600, 120),
        ([60, 120, 150], 60, 150, 90),
        ([70], 70, 600, 120),
        ([0], 0, 30, 0),
        ([570, 595], 595, 600, 540),
    ],
)
def test_a_free_moment_is_found(taken, begin, end, found):
    assert free_moment(begin * 1000, end * 1000, [one * 1000 for one in taken]) == found * 1000


def test_what_is_typed_is_checked_and_nothing_is_written(desk):
    form = desk.form("/injects/01") | {"ask.due": "soon", "title:pt": "", "if": "isolated and"}
    told = desk.send("/check", form, script=True, status=200)

    assert [one["code"] for one in told["found"]["ask.due"]] == ["bad_duration"]
    assert [one["code"] for one in told["found"]["title"]] == ["missing_language"]
    assert told["found"]["if"][0]["code"].startswith("condition_") and told["found"]["if"][0]["help"]
    assert told["errors"] >= 2 and told["changed"] is True and desk.version()["number"] == 1
    good = desk.send("/check", desk.form("/injects/02"), script=True, status=200)
    assert good["found"] == {} and good["means"] == "“aislado”"


def test_findings_of_rows_name_the_row_of_the_form(desk):
    form = desk.form("/injects/01") | {
        "ask.options.0.remove": "1",
        "ask.options.new.id": "C",
        "ask.options.new.value": "99",
    }
    told = desk.send("/check", form | {"ask.options.new.label:es": "Sí"}, script=True, status=200)

    assert "value_out_of_range" in [one["code"] for one in told["found"]["ask.options.new.value"]]
    assert "missing_language" in [one["code"] for one in told["found"]["ask.options.new.label"]]


def test_findings_of_a_section_are_those_of_its_keys(desk):
    told = desk.send("/check", desk.form("/sections/seats") | {"seats.0.title:pt": ""}, script=True, status=200)

    assert list(told["found"]) == ["seats.0.title"]


def test_a_draft_with_errors_is_saved_and_its_finding_stands_beside_the_field(desk):
    desk.send("/injects/01", desk.form("/injects/01") | {"ask.due": "soon"})

    assert desk.inject("01")["ask"]["due"] == "soon"
    assert "is not a length of time" in beside(desk.page("/injects/01"), "ask.due")


def test_an_id_that_is_taken_is_refused_and_what_was_typed_is_kept(desk):
    form = desk.form("/injects/01") | {"id": "02", "title:es": "Otra alarma"}
    answer = desk.send("/injects/01", form, status=409)

    assert "is there already" in words(answer.text) and "Otra alarma" in answer.text
    assert desk.version()["number"] == 1


def test_who_comes_second_is_told_who_was_first_and_can_put_both_together(desk):
    form = desk.form("/injects/01") | {"title:es": "Alarma general"}
    desk.save_elsewhere("es: Sin red", "es: Sin redes")
    refused = desk.send("/injects/01", form, status=409)
    shown = words(refused.text)

    assert "Olga saved version 2" in shown and "Alarma general" in refused.text
    assert "Put my changes into version 2" in shown and "?one=1&amp;other=2" in refused.text
    desk.send("/injects/01", form | {"merge": "1"})
    assert desk.inject("01")["title"]["es"] == "Alarma general" and desk.inject("02")["title"]["es"] == "Sin redes"


def test_a_script_is_told_the_same_and_two_titles_are_not_put_together(desk):
    form = desk.form("/injects/01") | {"title:es": "Alarma general"}
    desk.save_elsewhere("es: Alarma", "es: Alerta")
    error = desk.send("/injects/01", form, script=True, status=409)["error"]

    assert error["code"] == "scenario_changed" and error["number"] == 2 and error["mergeable"] is False
    assert error["both"] == [{"where": "Inject 01 · Title · es", "theirs": "Alerta"}]
    error = desk.send("/injects/01", form | {"merge": "1"}, script=True, status=409)["error"]
    assert error["code"] == "scenario_conflicts" and error["mergeable"] is False
    assert "Put my words there instead" in desk.send("/injects/01", form, status=409).text
    assert desk.send("/injects/01", form | {"mine": "1"}, script=True, status=200)["anew"] is True
    assert desk.inject("01")["title"] == {"es": "Alarma general", "pt": "Alarme"}


def test_words_for_an_inject_that_was_removed_meanwhile_are_not_promised_a_place(desk):
    form = desk.form("/injects/01") | {"title:es": "Alarma general"}
    less, _written_out = edit_text(desk.text, [Remove(path=("injects", "01"))])
    desk.save_elsewhere(desk.text, less)
    error = desk.send("/injects/01", form, script=True, status=409)["error"]

    assert error["gone"] is True and error["mergeable"] is False and error["number"] == 2
    refused = desk.send("/injects/01", form, status=409)
    assert 'name="mine"' not in refused.text and "Alarma general" in refused.text
    assert "bring version 1 back under Versions" in words(refused.text)


def test_a_cell_stands_beside_what_was_saved_elsewhere_and_never_over_the_same_words(desk):
    desk.save_elsewhere("es: Sin red", "es: Sin redes")
    facts = {"number": 1, "do": "cell", "line": ["01"], "cell": "title", "language": "es"}
    assert desk.send("/arrange", {**facts, "value": "Alarma general"}, script=True, status=200)["number"] == 3
    assert desk.inject("01")["title"]["es"] == "Alarma general" and desk.inject("02")["title"]["es"] == "Sin redes"

    error = desk.send("/arrange", {**facts, "value": "Otra"}, script=True, status=409)["error"]
    assert error["code"] == "scenario_conflicts" and error["number"] == 3
    assert error["both"] == [{"where": "Inject 01 · Title · es", "theirs": "Alarma general"}]
    assert desk.send("/arrange", {**facts, "number": 3, "value": "Otra"}, script=True, status=200)["number"] == 4


def test_a_form_of_a_part_that_is_not_there_is_absence(desk):
    form = desk.form("/injects/01")

    desk.send("/injects/zz", form, status=404)
    desk.send("/sections/zz", form, status=404)
    desk.send("/injects/01", form | {"number": "77"}, status=404)
    desk.send("/injects/01", form | {"number": "x"}, status=409)


def order(desk):
    return [one["id"] for one in desk.plain["injects"]]


def arranged(desk, do, *lines, status=200, **more):
    number = desk.version()["number"]
    return desk.send("/arrange", {"number": number, "do": do, "line": list(lines), **more}, script=True, status=status)


def test_times_are_shifted_together_in_their_authors_way_of_writing(desk):
    told = arranged(desk, "later", "01", "02", by="90s")

    assert told["said"] == "2 injects shifted by +1 min 30 s."
    assert (desk.inject("01")["at"], desk.inject("02")["at"]) == ("1m30s", "11m30s")
    arranged(desk, "earlier", "02", by="30s")
    assert desk.inject("02")["at"] == "11m"


@pytest.mark.parametrize(("do", "lines", "more", "code"), [
    ("earlier", ["01"], {"by": "1m"}, "edit_before_start"), ("later", ["01"], {"by": "soon"}, "shift_not_a_length"),
    ("later", [], {"by": "1m"}, "no_inject_chosen"), ("later", ["03"], {"by": "1m"}, "edit_nothing_to_shift"),
    ("up", ["01"], {}, "inject_at_the_end"), ("dance", ["01"], {}, "request_malformed"),
    ("cell", ["01"], {"cell": "x"}, "request_malformed"), ("cell", ["02"], {"cell": "due"}, "request_malformed"),
])  # fmt: skip
def test_an_order_that_cannot_be_is_refused_and_changes_nothing(desk, do, lines, more, code):
    assert arranged(desk, do, *lines, status=409, **more)["error"]["code"] == code
    assert desk.version()["number"] == 1


def test_injects_are_moved_duplicated_removed_and_made(desk):
    arranged(desk, "down", "01")
    assert order(desk) == ["02", "01", "03"]
    arranged(desk, "up", "01", "03")
    assert order(desk) == ["01", "03", "02"]
    arranged(desk, "duplicate", "02")
    assert len(order(desk)) == 4 and desk.plain["injects"][3]["title"]["es"] == "Sin red"
    arranged(desk, "remove", order(desk)[3])
    opens = arranged(desk, "add", "01")["opens"]
    assert order(desk) == ["01", opens, "03", "02"]
    assert desk.inject(opens)["title"] == {"es": "Inject nuevo", "pt": "Novo inject"}
    assert not [one for one in desk.version()["findings"] if one.severity == "error"]


def test_a_button_of_the_list_works_without_a_script(desk):
    answer = desk.send("/arrange", {"number": "1", "do": "later", "line": "02", "by": "1m"})

    assert answer.headers["Location"].startswith(desk.path) and desk.inject("02")["at"] == "11m"


def test_cells_are_written_where_they_stand(desk):
    arranged(desk, "cell", "01", cell="title", language="pt", value="Alarme!")
    arranged(desk, "cell", "01", cell="due", value="6m")
    arranged(desk, "cell", "01", cell="weight", value="3")
    arranged(desk, "cell", "03", cell="at", value="9m")
    one, three = desk.inject("01"), desk.inject("03")

    assert one["title"]["pt"] == "Alarme!" and (one["ask"]["due"], one["ask"]["weight"]) == ("6m", 3)
    assert three["at"] == "9m" and "after" not in three


@pytest.mark.parametrize(("line", "cell", "value", "said"), [
    ("02", "at", "0912L", "“0912L” is not a length of time."), ("02", "at", "99m", "Nothing was saved."),
    ("03", "due", "", "Nothing was saved."), ("01", "weight", "heavy", "Nothing was saved."),
    ("03", "at", "soon", "“soon” is not a length of time."),
])  # fmt: skip
def test_a_cell_that_would_be_wrong_is_refused_with_its_finding_and_nothing_is_saved(desk, line, cell, value, said):
    error = arranged(desk, "cell", line, cell=cell, value=value, status=409)["error"]

    assert error["code"] == "cell_wrong" and said in error["message"] and error["message"].endswith("was saved.")
    assert desk.text == WRITTEN


def test_a_cell_that_was_wrong_already_does_not_stop_the_others(open_desk):
    desk = open_desk(content=WRITTEN.replace("at: 10m", "at: soon"))
    arranged(desk, "cell", "02", cell="title", language="es", value="Sin redes")

    assert desk.inject("02")["title"]["es"] == "Sin redes"


def test_a_script_is_given_head_and_form_of_a_section_as_they_are_now(desk):
    desk.send("/sections/basics", desk.form("/sections/basics") | {"title:es": "Ensayo dos", "languages": "es, pt, en"})
    told = desk.browser.get(f"{desk.path}/sections/basics?piece=1").get_json()

    assert told["number"] == 2 and "Version 2" in told["parts"]["name"] and "Undo" in told["parts"]["name"]
    assert 'name="title:en"' in told["parts"]["form"] and 'value="Ensayo dos"' in told["parts"]["form"]
    assert desk.browser.get(f"{desk.path}/sections/zz?piece=1").status_code == 404


def test_versions_are_compared_and_brought_back_and_undo_goes_one_back(desk):
    desk.send("/injects/01", desk.form("/injects/01") | {"title:pt": "Alarme geral"})
    page = words(desk.page("/versions"))

    assert "From version 1 to version 2" in page and "Inject 01 · Title pt" in page
    assert "before: Alarme now: Alarme geral" in page
    assert "They say the same" in desk.page("/versions?one=2&other=2")
    assert "Undo: back to version 1" in words(desk.page())
    desk.send("/restore", {"number": "2", "of": "1", "back": "editor.versions"})
    assert desk.text == WRITTEN and "version 1 brought back" in words(desk.page("/versions"))
    assert "Undo" not in desk.page()
    assert (
        desk.send("/restore", {"number": "2", "of": "1"}, script=True, status=409)["error"]["code"]
        == "scenario_changed"
    )
    assert "saved version 3" in words(desk.send("/restore", {"number": "2", "of": "1"}, status=409).text)


def test_text_is_checked_saved_and_put_together(desk):
    assert desk.form("/text")["text"] == WRITTEN
    wrong = desk.send("/text/check", {"number": "1", "text": "format: [1"}, script=True, status=200)
    assert wrong["findings"][0]["code"] == "yaml_syntax"
    text = WRITTEN.replace("Alarma", "Alerta")
    desk.save_elsewhere("es: Sin red", "es: Sin redes")
    refused = desk.send("/text", {"number": "1", "text": text}, status=409)
    assert "Alerta" in refused.text and "saved version 2" in words(refused.text)
    assert desk.send("/text", {"number": "1", "text": text}, script=True, status=409)["error"]["mergeable"] is True
    told = desk.send("/text", {"number": "1", "text": text, "merge": "1"}, script=True, status=200)
    assert "Alerta" in told["text"] and "Sin redes" in told["text"]
    desk.send("/text", {"number": str(told["number"]), "text": "format: [1\r\n"})
    assert "cannot be read" in desk.page() and "only their lines are compared" in desk.page("/versions")


def test_files_are_attached_handed_out_and_removed(desk):
    told = {"number": "1", "file": (io.BytesIO(b"nota"), "nota.txt"), "csrf_token": desk.token}
    answer = desk.browser.client.post(f"{desk.path}/files", data=told, content_type="multipart/form-data")
    assert answer.status_code == 303 and "nota.txt" in desk.page("/take")
    assert desk.browser.take(f"{desk.path}/files/nota.txt") == b"nota"
    desk.send("/files/remove", {"number": "2", "name": "nota.txt"})
    assert desk.version()["files"] == {}
    assert "Choose at least one file" in words(desk.send("/files", {"number": "3"}, status=409).text)
    desk.send("/files/remove", {"number": "3", "name": "nada.txt"}, status=404)


@pytest.mark.parametrize("rated", ["", "1"])
def test_a_scenario_begins_from_nothing_and_can_be_played_at_once(desk, rated):
    form = {"how": "new", "title": "Lluvia & viento", "languages": ["pt", "en"], "duration": "1h", "rated": rated}
    answer = desk.browser.press("/scenarios", "/scenarios", form)
    text = desk.browser.take(f"{answer.headers['Location']}/take/yaml")
    scenario, findings = read_scenario_text(text, "scenario.yaml")

    assert scenario is not None and findings == [] and scenario.languages == ("pt", "en")
    assert scenario.id == "lluvia-viento" and scenario.rated is bool(rated)


@pytest.mark.parametrize(("form", "said"), [
    ({"how": "new", "title": " "}, "Give the scenario a title"),
    ({"how": "new", "title": "A", "duration": "9"}, "how long"),
    ({"how": "new", "title": "A", "duration": "0"}, "how long"), ({"how": "file"}, "a file of your own"),
    ({"how": "nothing"}, "Choose a scenario"),
])  # fmt: skip
def test_a_beginning_that_cannot_be_is_refused_with_the_next_step(desk, form, said):
    answer = desk.browser.post("/scenarios", form, seen="/scenarios")

    assert answer.status_code == 409 and said in words(answer.text)


def test_a_scenario_begins_with_the_library_a_file_or_another_one_and_is_put_away(desk):
    copied = desk.browser.press("/scenarios", "/scenarios", status=303, fields={"how": "ceiba-roja"})
    assert desk.browser.take(f"{copied.headers['Location']}/take/yaml") == CEIBA.read_bytes()
    file = {"how": "file", "file": (io.BytesIO(b"format: [1"), "x.yaml"), "csrf_token": desk.token}
    begun = desk.browser.client.post("/scenarios", data=file, content_type="multipart/form-data")
    assert begun.status_code == 303
    bad = {"how": "file", "file": (io.BytesIO(b"PK"), "x.zip"), "csrf_token": desk.token}
    assert desk.browser.client.post("/scenarios", data=bad, content_type="multipart/form-data").status_code == 409
    desk.send("/copy", {})
    assert words(desk.browser.read("/scenarios")).count("Ensayo") >= 2
    desk.send("/archive", {"archived": "1"})
    assert "1 scenario put away" in words(desk.browser.read("/scenarios"))
    desk.send("/archive", {"archived": "0"})
    assert "put away" not in words(desk.browser.read("/scenarios"))


def test_what_is_written_is_yaml_that_anybody_reads(desk):
    desk.send("/injects/02", desk.form("/injects/02") | {"body:es": "- a: b # c\n\n'x'", "body:pt": "no"})

    assert desk.inject("02")["body"] == {"es": "- a: b # c\n\n'x'", "pt": "no"}
