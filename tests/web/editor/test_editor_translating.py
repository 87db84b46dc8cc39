"""All texts side by side, written where they are read."""

import pytest

from tests.web.editor.conftest import WRITTEN
from tests.web.editor.test_editor_pages import words

MORE = WRITTEN.replace("[es, pt]", "[es, pt, fr]")


def test_what_is_missing_is_written_where_it_is_missed(open_desk):
    desk = open_desk(content=MORE)
    form = desk.form("/languages")
    typed = {"title:fr": "Essai", "injects/01/title:fr": "Alarme", "injects/01/body:fr": "Tout\r\nest chiffré.\r\n",
             "injects/01/ask/options/0/label:fr": "Isoler"}  # fmt: skip
    assert set(typed) <= set(form) and form["injects/01/title:es"] == "Alarma"
    told = desk.send("/languages/check", form | typed, script=True, status=200)["found"]
    assert "title" not in told and told["injects/02/title"][0]["code"] == "missing_language"
    answer = desk.send("/languages", form | typed)

    assert answer.headers["Location"] == f"{desk.path}/languages?saved=1" and desk.version()["number"] == 2
    assert "title: {es: Ensayo, pt: Ensaio, fr: Essai}" in desk.text and '- id: "01"   # el primero' in desk.text
    assert desk.inject("01")["body"]["fr"] == "Tout\nest chiffré."
    assert desk.inject("01")["ask"]["options"][0]["label"]["fr"] == "Isoler"
    assert "Saved as version 2" in words(desk.page("/languages?saved=1"))


def test_texts_that_nobody_touched_change_nothing(open_desk):
    desk = open_desk()
    told = desk.send("/languages", desk.form("/languages?all=1"), script=True, status=200)

    assert told["number"] == 1 and desk.text == WRITTEN


def test_a_text_that_was_emptied_is_taken_out(desk):
    form = desk.form("/languages?all=1")
    desk.send("/languages?all=1", form | {"injects/01/body:es": " ", "injects/01/body:pt": "", "title:pt": ""})

    assert "body" not in desk.inject("01") and desk.plain["title"] == {"es": "Ensayo"}


def test_two_who_write_texts_at_once_lose_nothing(open_desk):
    desk = open_desk(content=MORE)
    form = desk.form("/languages")
    desk.save_elsewhere("title: {es: Sin red, pt: Sem rede}", "title: {es: Sin red, pt: Sem rede, fr: Sans réseau}")
    told = desk.send("/languages", form | {"title:fr": "Essai"}, script=True, status=200)
    assert told["number"] == 3
    assert desk.inject("02")["title"]["fr"] == "Sans réseau" and desk.plain["title"]["fr"] == "Essai"

    # Over the same text hers stays only once she has read the other; until then all that she typed is still there.
    mine = form | {"injects/02/title:fr": "Hors ligne"}
    told = desk.send("/languages", mine, script=True, status=409)["error"]
    assert told["code"] == "scenario_conflicts" and "Sans réseau" in told["both"][0]["theirs"]
    page = desk.send("/languages", mine, status=409).text
    assert 'value="Hors ligne"' in page and "Put my words there instead" in page
    desk.send("/languages", mine | {"mine": "1"})
    assert desk.inject("02")["title"]["fr"] == "Hors ligne" and desk.plain["title"]["fr"] == "Essai"


def test_many_texts_come_in_pages(open_desk):
    many = "".join(
        f'  - {{id: "n{n}", at: {n}m, to: [lead], title: {{es: Uno {n}, pt: Um {n}}}}}\n' for n in range(9, 59)
    )
    desk = open_desk(content=MORE + many)
    first, last = words(desk.page("/languages")), words(desk.page("/languages?page=99"))

    assert "Texts 1 to 40 of 62" in first and "Texts after these" in first and "Texts before" not in first
    assert "Texts 41 to 62 of 62" in last and "Texts before these" in last and "Texts after" not in last


@pytest.mark.parametrize("page", ["", "x", "-1", "9999999"])
def test_a_page_that_is_none_is_the_first(desk, page):
    assert "Texts 1 to" in words(desk.page(f"/languages?all=1&page={page}"))
