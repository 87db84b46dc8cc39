"""Languages added in the form: what one string said is then of the first one alone, and asked for in the others."""

import re

import pytest

from tests.web.editor.test_editor_pages import words
from web.editor.declaring import codes_of

PLAIN = """\
format: 1
id: ensayo
languages: [es]
title: Ensayo
summary: Una mañana difícil.
duration: 60m
rated: false
seats: {lead: {title: Jefa}}
injects:
  - {id: "01", at: 0, title: Alarma, body: Algo cifra todo.}
  - {id: "02", at: 9m, title: Prensa}
"""

ADDED = re.compile(r'name="language" value="(\w+)" aria-describedby="add-title"')


@pytest.fixture
def plain_desk(open_desk):
    return open_desk(content=PLAIN)


def test_languages_that_are_added_make_all_texts_missing_in_them(plain_desk):
    form = plain_desk.form("/sections/basics") | {"languages": "es, Portugués, English, fr", "summary:": "Otra."}
    plain_desk.send("/sections/basics", form)
    plain, version = plain_desk.plain, plain_desk.version()

    assert version["number"] == 2 and plain["languages"] == ["es", "pt", "en", "fr"]
    assert plain["title"] == {"es": "Ensayo"} and plain["summary"] == {"es": "Otra."}
    assert plain["seats"]["lead"]["title"] == {"es": "Jefa"} and plain["injects"][1]["title"] == {"es": "Prensa"}
    missing = [one.parameters["languages"] for one in version["findings"] if one.code == "missing_language"]
    assert missing == ["pt, en, fr"] * 6
    page = words(plain_desk.page("/languages"))
    assert "Français 0 / 6 6 0" in page and "Español 6 / 6 0" in page and "6 texts to look at" in page
    assert "for all languages" not in page.lower()


def test_a_language_is_added_where_languages_are_looked_at(plain_desk):
    page = plain_desk.page("/languages")
    assert ADDED.findall(page) == ["pt", "en", "fr"]
    for number, code in enumerate(("pt", "en", "fr"), 1):
        plain_desk.send("/languages/add", {"number": number, "language": code})

    assert plain_desk.plain["languages"] == ["es", "pt", "en", "fr"] and plain_desk.plain["title"] == {"es": "Ensayo"}
    page = plain_desk.page("/languages")
    assert "6 texts to look at" in words(page) and not ADDED.search(page)
    assert plain_desk.send("/languages/add", {"number": "4", "language": "xx"}, status=409)


def test_a_scenario_of_one_language_asks_for_its_words_once(plain_desk):
    assert {name for name in plain_desk.form("/injects/01") if name.startswith("title:")} == {"title:"}
    assert {name for name in plain_desk.form("/injects/02") if name.startswith("body:")} == {"body:es"}
    page = plain_desk.page("/injects/01")
    assert "in every language" not in page
    assert '#in-title:">01' in plain_desk.page("/languages?all=1")


def test_a_language_put_in_the_place_of_the_only_one_leaves_the_texts(plain_desk):
    plain_desk.send("/sections/basics", plain_desk.form("/sections/basics") | {"languages": "pt"})

    assert plain_desk.text == PLAIN.replace("[es]", "[pt]")


def test_of_two_languages_the_one_that_stays_has_the_texts_and_the_order_is_hers(open_desk):
    desk = open_desk(content=PLAIN.replace("[es]", "[en, es]"))
    desk.send("/sections/basics", desk.form("/sections/basics") | {"languages": "pt, es"})

    assert desk.plain["languages"] == ["pt", "es"] and desk.plain["title"] == {"es": "Ensayo"}


def test_what_is_no_language_is_kept_as_a_draft_with_its_finding(plain_desk):
    plain_desk.send("/sections/basics", plain_desk.form("/sections/basics") | {"languages": "es, lengua x"})

    assert plain_desk.plain["languages"] == ["es", "lengua x"] and plain_desk.plain["title"] == "Ensayo"
    assert "bad_language" in [one.code for one in plain_desk.version()["findings"]]


def test_texts_for_all_languages_are_counted_apart(open_desk):
    desk = open_desk(content=PLAIN.replace("[es]", "[es, pt]").replace("title: Prensa", "title: {es: Prensa}"))
    page, same = words(desk.page("/languages")), desk.page("/languages?same=1")

    assert "Español 1 / 6 5 0" in page and "Português 0 / 6 5 1" in page and "1 text to look at" in page
    assert same.count('class="pane text-row"') == 5 and "in every language" in words(same)
    assert re.search(r'href="[^"]*\?line=01#in-title:"', same) and 'id="in-title:"' in desk.page("/injects/01")
    desk.send("/injects/02", desk.form("/injects/02") | {"title:pt": "Imprensa"})
    page = words(desk.page("/languages"))
    assert "Nothing is missing, but 5 texts are one for all languages." in page and "Every text is" not in page


@pytest.mark.parametrize(("language", "title"), [("es", "Marcas"), ("en", "Flags"), ("fr", "Marques")])
def test_a_heading_says_nothing_twice(open_desk, language, title):
    page = open_desk(language=language).page("/languages?all=1")
    headings = [words(one) for one in re.findall(r"<h3>(.*?)</h3>", page, re.DOTALL)]

    assert any(re.match(f"{title} · isolated", one) for one in headings), headings
    assert not [one for one in headings if (told := one.split(" · ")) != list(dict.fromkeys(told))]


def test_names_of_languages_are_read_in_each_of_ours():
    typed = ["español", "Portugués", "inglês", "FRANCAIS", "Anglais", "Spanish", "es", "ee", "pt-BR", "Quechua", "zz x"]

    assert codes_of(typed) == ["es", "pt", "en", "fr", "en", "es", "es", "ee", "pt-BR", "qu", "zz x"]
