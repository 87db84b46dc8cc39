"""One more language: what was one string for all readers becomes the words of those there were."""

from scenarios.editing import AddLanguage, edit, edit_text
from scenarios.editing.sheet import Sheet

PLAIN = """\
format: 1
id: ensayo
languages: [es]  # by now
title: Ensayo  # short
summary: |  # in lines
  una
  dos
duration: 9m
rated: false
x_own: {title: mine, injects: [{title: mine}]}
seats: {lead: {title: &jefa Jefa, brief: "Dos\\nlíneas"}}
characters: {ana: {name: *jefa, role: {es: De turno}}}
flags: {paid: 'pagado: sí'}
hotwash:
  - ¿Y bien?
injects:
  - id: "01"
    at: 0
    from: ana
    title: Hola
    plain: ""
    files: [{file: nota.txt, alt: Nota}]
    ask: {kind: choice, due: 1m, options: [{id: A, label: Sí}, {id: B, label: "No"}]}
  - {id: "02", at: 1m, from: La vecina, title: Adiós}
"""


def test_what_served_all_readers_becomes_the_words_of_those_there_were():
    text, _out = edit_text(PLAIN, [AddLanguage(language="pt"), AddLanguage(language="en")])
    plain = Sheet(text).plain()

    assert "title:  # short\n  es: Ensayo\nsummary:  # in lines\n  es: |\n    una\n    dos\nduration" in text
    assert plain["languages"] == ["es", "pt", "en"] and "languages: [es, pt, en]  # by now" in text
    assert plain["x_own"] == Sheet(PLAIN).plain()["x_own"]
    assert plain["seats"] == {"lead": {"title": {"es": "Jefa"}, "brief": {"es": "Dos\nlíneas"}}}
    assert plain["characters"] == {"ana": {"name": {"es": "Jefa"}, "role": {"es": "De turno"}}}
    assert plain["flags"] == {"paid": {"es": "pagado: sí"}} and plain["hotwash"] == [{"es": "¿Y bien?"}]
    one, two = plain["injects"]
    assert (one["from"], one["title"], one["plain"]) == ("ana", {"es": "Hola"}, "")
    assert one["files"] == [{"file": "nota.txt", "alt": {"es": "Nota"}}]
    assert [option["label"] for option in one["ask"]["options"]] == [{"es": "Sí"}, {"es": "No"}]
    assert (two["from"], two["title"]) == ({"es": "La vecina"}, {"es": "Adiós"})


def test_a_language_more_makes_check_ask_for_every_text():
    before, after = edit(PLAIN, []), edit(PLAIN, [AddLanguage(language="pt")])
    missing = [one.parameters["languages"] for one in after.findings if one.code == "missing_language"]

    assert not any(one.code == "missing_language" for one in before.findings)
    assert len(missing) == 14 and set(missing) == {"pt"}


def test_what_one_string_said_to_two_is_said_by_two_and_a_wrong_shape_is_left():
    text = "languages: [es, pt]\ntitle: {es: a}\nseats: [Jefa]\nflags: {paid: pagado, was: [x]}\ninjects: {title: a}\n"
    plain = Sheet(edit_text(text, [AddLanguage(language="en")])[0]).plain()

    assert plain["flags"] == {"paid": {"es": "pagado", "pt": "pagado"}, "was": ["x"]}
    assert (plain["seats"], plain["injects"]) == (["Jefa"], {"title": "a"})


def test_texts_in_brackets_and_on_several_lines_are_written_in_few_cuts(monkeypatch):
    one = '  - {id: "%s", at: 0, title: T, body: "uno\\ndos", plain: "a\\nb", note: x}\n'
    text = "format: 1\nlanguages: [es]\ninjects:\n" + "".join(one % number for number in range(20))
    cuts, cut = [], Sheet.cut
    monkeypatch.setattr(Sheet, "cut", lambda sheet, splices: (cuts.append(1), cut(sheet, splices)))
    plain = Sheet(edit_text(text, [AddLanguage(language="pt")])[0]).plain()

    texts = {"title": {"es": "T"}, "body": {"es": "uno\ndos"}, "plain": {"es": "a\nb"}, "note": {"es": "x"}}
    assert plain["injects"] == [{"id": str(number), "at": 0, **texts} for number in range(20)]
    assert len(cuts) < 6


def test_a_document_in_brackets_as_a_whole_stays_one():
    text = edit_text('{"languages": ["es"], "title": "a\\nb", "summary": "c\\nd"}', [AddLanguage(language="pt")])[0]

    assert text == '{"languages": ["es", "pt"], "title": {"es": "a\\nb"}, "summary": {"es": "c\\nd"}}'
