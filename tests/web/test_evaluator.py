"""The evaluator's desk: what she sees, and what happens to a level she gives."""

import re

import pytest

from simulator.actions.rating import publish_standings
from tests.cast import minutes
from tests.scripts import scenario, text_inject
from tests.web.rated_play import META, ask, desk_of, end, give, queue_of, rate_all, rated_play, response_of
from web.evaluator.answer import answer_parts
from web.evaluator.level_keys import level_keys


@pytest.fixture
def play(cast):
    """Give a rated drill in which both teams have answered, and the deadlines have passed."""
    return cast.once(rated_play)


@pytest.fixture
def edo(signed_in):
    """Sign Edo in."""
    return signed_in("edo", language="es")


def test_the_desk_opens_at_the_first_response_that_waits_for_a_level(play, cast, edo):
    first = queue_of(play, cast.edo)[0]
    page = edo.get(desk_of(play))

    assert page.status_code == 200
    assert f'data-response="{first["response_id"]}"' in page.text
    assert "respuesta 1 de 2" in page.text
    assert f"equipo {first['code']}" in page.text
    assert "0 de 4 valoradas" in page.text
    assert "EJERCICIO" in page.text


def test_the_sheet_shows_what_was_expected_and_the_anchors_of_each_level(play, cast, edo):
    page = edo.get(f"{desk_of(play)}/{response_of(play, cast.edo, '01')}").text

    assert "Nombra a la responsable" in page
    assert "nivel P" in page and "nivel U" in page
    assert "¿Qué hace?" in page


def test_the_words_of_a_response_stand_as_they_were_written_in_their_own_language(play, cast, edo):
    azul = edo.get(f"{desk_of(play)}/{response_of(play, cast.edo, '01', play.azul)}").text
    verde = edo.get(f"{desk_of(play)}/{response_of(play, cast.edo, '01', play.verde)}").text

    assert 'lang="es" dir="auto">Cerramos la frontera &lt;b&gt;ya&lt;/b&gt;<' in azul
    assert 'lang="en" dir="auto">We close the border<' in verde


def test_a_choice_shows_every_option_without_its_value_and_the_reasons(play, cast, edo):
    page = edo.get(f"{desk_of(play)}/{response_of(play, cast.edo, '02')}").text

    assert re.search(r'class="chosen".*?Aislar', page, re.DOTALL)
    assert "Mirar" in page and "Esperar" in page
    assert "Porque sí" in page
    assert "value" not in page[page.index('class="options"') : page.index("Porque sí")]


def test_a_form_shows_its_fields_its_table_and_what_was_left_blank(play, cast, edo):
    page = edo.get(f"{desk_of(play)}/{response_of(play, cast.edo, '03')}").text

    assert "Todo a mano" in page
    assert "5 de marzo de 2031" in page
    assert re.search(r'class="chosen".*?A mano', page, re.DOTALL)
    assert '<td dir="auto">Ana</td>' in page
    assert page.count("Sin llenar") == 1


def test_a_level_is_taken_at_once_and_shown_when_she_comes_back(play, cast, edo):
    response = response_of(play, cast.edo, "01")
    taken = give(edo, play, response, criterion="C1", level="S", sentence=" «Cerramos» ")

    assert taken.status_code == 200
    assert taken.json == {"criterion": "C1", "level": "S", "sentence": "«Cerramos»", "version": 1}
    page = edo.get(f"{desk_of(play)}/{response}").text
    assert 'data-criterion="C1" data-given="yes" data-level="S" data-sentence="«Cerramos»"' in page
    assert 'data-criterion="C2" data-given="" data-level=""' in page


def test_the_same_level_sent_twice_is_one_rating(play, cast, edo):
    response = response_of(play, cast.edo, "01")
    versions = [give(edo, play, response, criterion="C1", level="S").json["version"] for _ in range(2)]

    assert versions == [1, 1]
    assert len(play.log("rating_given")) == 1


def test_a_rated_response_counts_and_the_next_one_opens(play, cast, edo):
    first, second = queue_of(play, cast.edo)[:2]
    give(edo, play, first["response_id"], criterion="C1", level="S")
    give(edo, play, first["response_id"], criterion="C2", level="S")

    page = edo.get(desk_of(play)).text
    assert "1 de 4 valorada" in page
    assert f'data-response="{second["response_id"]}"' in page


def test_a_script_gets_only_the_sheet(play, cast, edo):
    response = response_of(play, cast.edo, "01")
    told = ask(edo, f"{desk_of(play)}/{response}").json

    assert set(told) == {"sheet_html", "version"}
    assert "<html" not in told["sheet_html"]


def test_a_script_that_knows_what_is_ready_is_told_no_more(play, cast, edo):
    queue = ask(edo, f"{desk_of(play)}/queue").json
    first = queue_of(play, cast.edo)[0]

    assert queue["entries"][0] == [first["response_id"], "01", first["code"], 0, 2]
    assert queue["titles"] == {"01": "Inject 01", "02": "Inject 02", "03": "Inject 03"}
    assert ask(edo, f"{desk_of(play)}/queue?version={queue['version']}").json == {"version": queue["version"]}


REFUSED = {
    "no level of the rubric": ({"criterion": "C1", "level": "X"}, "level_outside_rubric"),
    "no criterion of this inject": ({"criterion": "C9", "level": "S"}, "criterion_not_rated"),
    "not observed without a reason": ({"criterion": "C1", "level": None, "sentence": "  "}, "sentence_missing"),
    "a sentence that is a book": ({"criterion": "C1", "level": "S", "sentence": "a" * 1001}, "sentence_too_long"),
    "no criterion at all": ({"level": "S"}, "rating_malformed"),
    "a level that is a number": ({"criterion": "C1", "level": 3}, "rating_malformed"),
    "a sentence that is a list": ({"criterion": "C1", "level": "S", "sentence": ["a"]}, "rating_malformed"),
}


@pytest.mark.parametrize(("facts", "code"), REFUSED.values(), ids=REFUSED)
def test_a_level_that_cannot_be_taken_is_refused_in_words(play, cast, edo, facts, code):
    refused = give(edo, play, response_of(play, cast.edo, "01"), **facts)

    assert refused.status_code == 409
    assert refused.json["error"]["code"] == code
    assert refused.json["error"]["message"]
    assert play.log("rating_given") == []


def test_what_is_no_rating_at_all_is_refused(play, cast, edo):
    token = META.search(edo.get(desk_of(play)).text)[1]
    path = f"{desk_of(play)}/{response_of(play, cast.edo, '01')}"
    sent = edo.client.post(path, data=b"[1", headers={"X-CSRFToken": token, "Accept": "application/json"})

    assert sent.json["error"]["code"] == "rating_malformed"


def test_without_the_forms_token_nothing_is_taken(play, cast, edo):
    path = f"{desk_of(play)}/{response_of(play, cast.edo, '01')}"
    sent = edo.client.post(path, json={"criterion": "C1", "level": "S"}, headers={"Accept": "application/json"})

    assert (sent.status_code, sent.json["error"]["code"]) == (400, "form_expired")


def test_before_its_deadline_a_response_is_neither_shown_nor_rated(cast, signed_in):
    play = cast.play(scenario(text_inject("01"), rated=True)).start().go(minutes(6))
    play.send(play.beatriz, "01", {"text": "Ya"})
    response = play.sql("SELECT id FROM response")[0][0]
    edo = signed_in("edo", language="es")

    assert "Todavía no hay nada que valorar" in edo.get(desk_of(play)).text
    assert ask(edo, f"{desk_of(play)}/{response}").json["error"]["code"] == "response_not_ready"
    assert give(edo, play, response, criterion="C1", level="S").json["error"]["code"] == "response_not_ready"


def test_when_all_is_rated_she_is_thanked(play, cast, edo):
    rate_all(play, cast.edo)

    page = edo.get(desk_of(play)).text
    assert "¡Gracias!" in page
    assert "4 de 4 valoradas" in page


def test_after_publication_levels_are_shown_and_cannot_be_changed(play, cast, edo):
    rate_all(play, cast.edo)
    end(play)
    play.do(publish_standings, cast.olga)

    response = response_of(play, cast.edo, "01")
    page = edo.get(f"{desk_of(play)}/{response}").text
    assert "La clasificación está publicada" in page
    assert page.count("disabled>") >= 10
    assert give(edo, play, response, criterion="C1", level="U").json["error"]["code"] == "standings_are_published"


def test_a_drill_without_ratings_says_so(cast, signed_in):
    play = cast.play(scenario(text_inject("01"))).start()

    assert "Este ejercicio no se valora" in signed_in("edo", language="es").get(desk_of(play)).text


def test_a_draft_in_an_odd_shape_is_shown_as_far_as_it_goes():
    fields = [
        {"id": "steps", "label": "Steps", "kind": "table", "options": {}, "columns": [{"id": "who", "label": "Who"}]},
        {"id": "day", "label": "Day", "kind": "date", "options": {}, "columns": []},
        {"id": "way", "label": "Way", "kind": "choices", "options": {"a": "By hand"}, "columns": []},
    ]
    content = {"fields": {"steps": [1, {"who": "Ana"}, {}], "day": "next week", "way": "a"}}
    parts = answer_parts({"options": [], "fields": fields}, content, "en")

    assert [part["shape"] for part in parts] == ["table", "ours", "options"]
    assert parts[0]["rows"] == [["Ana"]]
    assert parts[1]["words"] == "next week"
    assert parts[2]["options"] == [{"label": "By hand", "chosen": True}]


def test_a_levels_key_is_its_place_or_its_own_digit():
    assert level_keys(["U", "M", "S", "P"]) == ["0", "1", "2", "3"]
    assert level_keys(["1", "2", "3", "4", "5"]) == ["1", "2", "3", "4", "5"]
    assert level_keys([f"L{n}" for n in range(11)]) == [*map(str, range(10)), ""]
