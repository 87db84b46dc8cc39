"""A whole inject, a whole list that comes from a form: only what differs in it is written anew."""

import pytest

from scenarios.editing import Insert, Rename, Set, edit_text
from scenarios.editing.sheet import Sheet
from tests.scenarios.editing.test_edit import changed, refused

LIST = """\
injects:
  - id: "1"  # one
    title: {es: a, pt: b}
    ask:
      # the question
      kind: choice
      options:
        - {id: A, label: x}  # right
        - {id: B, label: y}  # wrong
        - {id: C, label: z}
      benchmarks:
        - {level: P, text: p}  # best
        - {level: U, text: u}
    to: [lead, tech]
"""


def test_fields_come_go_and_change_in_one_inject():
    value = {
        "id": "1", "at": "5m", "title": {"pt": "B"}, "to": ["lead"],
        "ask": {"kind": "choice", "options": [{"id": "Z", "label": "n"}, {"id": "A", "label": "x"},
                                              {"id": "C", "label": "Z", "value": 1}],
                "benchmarks": [{"level": "S", "text": "p"}]},
    }  # fmt: skip
    text, written_out = edit_text(LIST, [Set(path=("injects", "1"), value=value)])

    assert not written_out
    assert (
        text
        == """\
injects:
  - id: "1"  # one
    at: 5m
    title: {pt: B}
    ask:
      # the question
      kind: choice
      options:
        - id: Z
          label: n
        - {id: A, label: x}  # right
        - {id: C, label: Z, value: 1}
      benchmarks:
        - {level: S, text: p}  # best
    to: [lead]
"""
    )


def test_a_list_in_another_order_or_without_ids_is_written_place_by_place():
    path = ("injects", "1", "ask", "options")
    assert changed(Set(path=path, value=[{"id": "B", "label": "y"}, {"id": "A", "label": "x"}]), text=LIST) == (
        [
            "        - {id: A, label: x}  # right", "        - {id: B, label: y}  # wrong",
            "        - {id: C, label: z}",
        ],
        ["        - {id: B, label: y}  # right", "        - {id: A, label: x}  # wrong"],
    )  # fmt: skip
    path = ("injects", "1", "ask", "benchmarks")
    more = [{"level": "P", "text": "p"}, {"level": "U", "text": "u"}, "x"]
    assert changed(Set(path=path, value=more), text=LIST) == ([], ["        - x"])
    assert changed(Set(path=path, value=[]), text=LIST)[1] == ["      benchmarks: []"]
    path = ("injects", "1", "ask", "options")
    assert changed(Set(path=path, value=[{"id": "Q"}]), text=LIST)[1] == ["        - {id: Q}  # right"]


def test_one_string_for_all_languages_becomes_a_map_once_one_of_them_differs():
    text = "languages: [es, pt, 7]\ntitle: Hola  # all\ninjects:\n- id: '1'\n  note: nota\n  owner: 5\n"

    after, _out = edit_text(text, [Set(path=("title", "pt"), value="Olá")])
    assert "title:  # all\n  es: Hola\n  pt: Olá\n" in after
    after, _out = edit_text("title: Hola\n", [Set(path=("title", "pt"), value="Olá")])
    assert after == "title:\n  pt: Olá\n"
    refused("edit_unknown_path", Set(path=("injects", "1", "id", "pt"), value="x"), text=text)
    refused("edit_unknown_path", Set(path=("injects", "1", "owner", "pt"), value="x"), text=text)


def test_a_list_of_lines_opens_the_brackets_it_is_put_into():
    text = "a: {b: [x]}\nc: {d: [{e: f}]}\n"

    assert edit_text(text, [Set(path=("a", "b", 0), value=["1\n2", {"k": 3}])])[0].startswith("a:\n  b:\n    - - |-\n")
    assert "|-\n" in edit_text(text, [Insert(path=("c", "d", 0), key="g", value={"h": "1\n2"})])[0]
    shared = "x: &x [1]\nc: {d: [*x], e: 1}\n"
    assert '"1\\n2"' in edit_text(shared, [Set(path=("c", "e"), value="1\n2")])[0]


def test_in_brackets_over_several_lines_a_new_entry_gets_a_line():
    text = "seats: {\n  lead: {title: J},\n  tech: {title: T}\n}\n"

    assert edit_text(text, [Insert(path=("seats",), key="law", value=1, before="lead")])[0] == (
        "seats: {\n  law: 1,\n  lead: {title: J},\n  tech: {title: T}\n}\n"
    )
    assert edit_text(text, [Insert(path=("seats",), key="no", value="no")])[0] == (
        'seats: {\n  lead: {title: J},\n  tech: {title: T},\n  "no": "no"\n}\n'
    )


def test_odd_characters_are_written_as_signs_that_every_reader_knows():
    after, _out = edit_text("title: x\n", [Set(path=("title",), value="a\u2028b\x85c")])

    assert after == 'title: "a\\Lb\\Nc"\n'


def test_what_would_not_even_parse_is_refused():
    assert refused("edit_unsafe", Set(path=("format",), value=1), text="? a\n: 1\n") == {"path": ""}


def test_a_condition_that_cannot_be_read_names_nothing():
    text = "flags: {cut: c}\ninjects:\n- id: '1'\n  if: cut & cut\n"

    assert edit_text(text, [Rename(kind="flag", old="cut", new="shut")])[0] == text.replace("{cut", "{shut")


KEPT = ["summary: x\ntitle: y\n", "summary: |+\n  x\n\n\n\n# of the title\ntitle: y\n", "summary: {en: x}\ntitle: y\n"]
LAST = ["title: y\nsummary: x", "title: y\r\nsummary: |\r\n  x", "title: y\nsummary:\n  en: x"]


@pytest.mark.parametrize("text", KEPT + LAST)
@pytest.mark.parametrize("value", ["a\n\n\n", "a\nb\n", ["a\n\n"], {"en": "a\n\n", "es": "b\n\n\n"}])
def test_words_may_end_in_blank_lines(text, value):
    changed, _ = edit_text(text, [Set(path=("summary",), value=value)])
    assert Sheet(changed).plain() == {**Sheet(text).plain(), "summary": value}
    assert ("#" in changed) == ("#" in text)


@pytest.mark.parametrize("item", ["-   es  # two", "-   id: b\n    at: 5m  # two", "-     [a, b]  # two"])
@pytest.mark.parametrize("value", [{"en": "a", "es": "b"}, ["x\ny", "z"], [{"a": "b", "c": "d"}], "\n\n", "a\nb\n"])
def test_what_stands_far_from_its_dash_can_be_another_thing(item, value):
    text = f"list:\n- x  # one\n{item}\n- y  # three\n"
    changed, _ = edit_text(text, [Set(path=("list", 1), value=value)])
    assert Sheet(changed).plain() == {"list": ["x", value, "y"]}
    assert changed.startswith("list:\n- x  # one\n- ") and changed.endswith("\n- y  # three\n")
