"""Single changes, each as an author would look at it afterwards: her comments, quotes, blank lines and order stay."""

import pytest
import yaml
from pydantic import ValidationError

from scenarios.editing import (
    OPERATIONS,
    AddLanguage,
    Duplicate,
    EditError,
    Insert,
    Move,
    Remove,
    Set,
    edit,
    edit_text,
)
from tests.scripts import scenario

TEXT = """\
# Two injects
format: 1
languages: [es, pt]   # es first
title: {es: Uno, pt: "Um"}
summary: |  # in lines
  una
  dos

seats:
  lead: {title: Jefa}

injects:
  # --- the first
  - id: "01"   # a number
    at: 5m

    title: Hola
    ask:
      kind: text  # words
      due: 10m

  - id: "02"
    to: [lead]
    note:
    # nothing yet
"""


def changed(*operations, text=TEXT):
    """Give the lines that went and those that came."""
    after = edit_text(text, operations)[0].splitlines()
    before = text.splitlines()
    while before and after and before[0] == after[0]:
        del before[0], after[0]
    while before and after and before[-1] == after[-1]:
        del before[-1], after[-1]
    return before, after


def refused(code, *operations, text=TEXT):
    with pytest.raises(EditError) as caught:
        edit_text(text, operations)
    assert caught.value.code == code
    return caught.value.parameters


@pytest.mark.parametrize(
    ("path", "value", "lines"),
    [
        (("injects", "01", "at"), "90s", ["    at: 90s"]),
        (("injects", "01", "id"), "one", ['  - id: "one"   # a number']),
        (("injects", "01", "ask", "kind"), "form", ["      kind: form  # words"]),
        (("injects", "01", "ask", "kind"), "a\nb", ["      kind: |-  # words", "        a", "        b"]),
        (("injects", "01", "title"), {"es": "a"}, ["    title:", "      es: a"]),
        (("injects", "01", "title"), "no: si", ["    title: 'no: si'"]),
        (("injects", "01", "title"), "12", ['    title: "12"']),
        (("injects", "01", "title"), None, ["    title: null"]),
        (("injects", "01", "title"), 1.5, ["    title: 1.5"]),
        (("injects", "02", "note"), "algo", ["    note: algo"]),
        (("injects", "02", "to"), ["lead", "x"], ["    to: [lead, x]"]),
        (("injects", "02", "to", 0), "a, b", ["    to: ['a, b']"]),
        (("title", "pt"), "Dois", ['title: {es: Uno, pt: "Dois"}']),
        (("title", "pt"), "Um\nDois", ["title:", "  es: Uno", "  pt: |-", "    Um", "    Dois"]),
        (("title", "en"), "One", ['title: {es: Uno, pt: "Um", en: One}']),
        (("title", "en"), "1\n2", ["title:", "  es: Uno", "  pt: Um", "  en: |-", "    1", "    2"]),
        (("summary",), "tres", ["summary: |-  # in lines", "  tres"]),
        (("summary",), {"es": "a"}, ["summary:  # in lines", "  es: a"]),
        (("languages",), ["es", "en"], ["languages: [es, en]   # es first"]),
        (("seats", "legal"), {"title": "L"}, ["  legal:", "    title: L"]),
        (("duration",), "1h", ["duration: 1h"]),
        (("injects", "01", "phase"), "p", ["    phase: p"]),
        (("injects", "01", "ask", "options"), [{"id": "A"}], ["      options:", "        - id: A"]),
        (("x_mine",), "x" * 130, ["x_mine: " + "x" * 130]),
    ],
)
def test_a_field_is_written_where_it_stands(path, value, lines):
    before, after = changed(Set(path=path, value=value))

    assert [line for line in after if line not in before] == lines


def test_what_stood_in_lines_can_become_a_word_and_keeps_the_comment_of_its_key():
    text = "ask:  # why\n  # inside\n  kind: text\nseats:\n- a\n- - b\n  - c\n"

    assert edit_text(text, [Set(path=("ask",), value="x")])[0].startswith("ask: x  # why\nseats:")
    assert "ask: |-  # why\n  x\n  y\nseats" in edit_text(text, [Set(path=("ask",), value="x\ny")])[0]
    assert "ask:  # why\n  # inside\n  due: 5m\nseats" in edit_text(text, [Set(path=("ask",), value={"due": "5m"})])[0]
    assert edit_text(text, [Set(path=("seats", 1), value="z")])[0].endswith("- a\n- z\n")
    assert edit_text(text, [Set(path=("seats", 1), value={"k": "v", "l": 1})])[0].endswith("- a\n- k: v\n  l: 1\n")


def test_a_comment_behind_words_that_go_on_below_stands_behind_the_last_of_them():
    long = " ".join(["palabra"] * 20)
    text = edit_text("title: x  # short\nid: y\n", [Set(path=("title",), value=long)])[0]

    assert text.splitlines()[1].endswith("palabra  # short") and text.endswith("\nid: y\n")


def test_nothing_is_written_anew_that_is_already_so():
    assert edit_text(TEXT, [Set(path=("title",), value={"es": "Uno", "pt": "Um"})]) == (TEXT, False)
    assert edit_text(TEXT, [Move(path=("injects", "01"), before="02")]) == (TEXT, False)


def test_lines_that_came_from_a_form_end_as_the_document_does():
    windows = TEXT.replace("\n", "\r\n")
    after, _out = edit_text(f"\ufeff{windows}", [Set(path=("injects", "01", "title"), value="a\r\nb\rc")])

    assert after.startswith("\ufeff# Two") and "    title: |-\r\n      a\r\n      b\r\n      c\r\n" in after
    assert after.count("\n") == after.count("\r\n")


def test_what_is_taken_out_leaves_the_comments_around_it():
    assert changed(Remove(path=("injects", "01", "at"))) == (["    at: 5m"], [])
    before, after = changed(Remove(path=("injects", "01", "id")))
    assert before[0] == '  - id: "01"   # a number' and after[0] == "  - # a number"
    before, after = changed(Remove(path=("injects", "02", "id")))
    assert after == ["  - to: [lead]"]
    assert changed(Remove(path=("injects", "02", "note"))) == (["    note:"], [])
    assert changed(Remove(path=("title", "es")))[1] == ['title: {pt: "Um"}']
    assert changed(Remove(path=("title", "pt")))[1] == ["title: {es: Uno}"]
    assert changed(Remove(path=("injects", "02", "to", 0)))[1] == ["    to: []"]
    assert changed(Remove(path=("seats", "lead")))[1] == ["seats: {}"]


def test_an_inject_that_stood_between_blank_lines_leaves_one():
    text = TEXT + '\n  - id: "03"\n'
    after, _out = edit_text(text, [Remove(path=("injects", "02"))])

    assert after.endswith('      due: 10m\n\n    # nothing yet\n\n  - id: "03"\n')
    assert edit_text("a: 1\n\nl:\n- x\n\n- y\n\n- z\n", [Remove(path=("l", 1))])[0] == "a: 1\n\nl:\n- x\n\n- z\n"


def test_the_last_line_of_a_file_without_an_end_of_line_can_go():
    assert edit_text("a: 1\nb: 2", [Remove(path=("b",))])[0] == "a: 1"
    assert edit_text("a: 1\n# c\nb: 2", [Remove(path=("a",))])[0] == "# c\nb: 2"
    refused("edit_last_one", Remove(path=("a",)), text="a: 1\n")


def test_injects_are_put_in_with_the_blank_line_their_author_leaves():
    before, after = changed(Insert(path=("injects",), value={"id": "03", "at": "1h"}))
    assert (before, after) == ([], ["", '  - id: "03"', "    at: 1h"])
    assert edit_text(TEXT, [Insert(path=("injects",), value={"id": "0"}, before="01")])[0].count(
        '  - id: "0"\n\n  # --- the first\n  - id: "01"'
    )
    assert edit_text("l:\n- - a\n", [Insert(path=("l", 0), value="b", before=0)])[0] == "l:\n- - b\n  - a\n"


def test_entries_are_put_into_mappings_too_and_into_what_is_empty():
    assert changed(Insert(path=("seats",), key="legal", value={"title": "L"}, before="lead"))[1] == [
        "  legal:", "    title: L",
    ]  # fmt: skip
    assert edit_text("a: {}\n", [Insert(path=("a",), key="k", value="v")])[0] == "a:\n  k: v\n"
    assert edit_text("a: []\n", [Insert(path=("a",), value={"id": "k"})])[0] == "a:\n  - id: k\n"
    assert edit_text("a: 1\n", [Insert(path=("b", "c"), value="v")])[0] == "a: 1\nb:\n  c: [v]\n"
    assert edit_text("a:\n", [Set(path=("a", "b"), value="v")])[0] == "a:\n  b: v\n"


def test_a_document_written_as_json_stays_json():
    text = '{\n  "format": 1,\n  "injects": [\n    {"id": "01", "at": "5m"}\n  ]\n}\n'

    after, _out = edit_text(
        text,
        [
            Set(path=("injects", "01", "title"), value="a\nb\u2028"),
            Insert(path=("injects",), value={"id": "02"}),
            Set(path=("title",), value="T"),
            Move(path=("injects", "02"), before="01"),
            Duplicate(inject="02"),
        ],
    )
    assert after == (
        '{\n  "format": 1,\n  "title": "T",\n  "injects": [\n    {"id": "02"},\n    {"id": "02-2"},\n'
        '    {"id": "01", "at": "5m", "title": "a\\nb\\u2028"}\n  ]\n}\n'
    )


def test_comments_inside_brackets_are_not_lost():
    text = "l: [a, # first\n  b, # second\n  c]\n"

    assert edit_text(text, [Set(path=("l", 1), value="x")])[0] == text.replace("b,", "x,")
    assert edit_text(text, [Set(path=("l", 1), value="x\ny")])[0] == text.replace("b,", '"x\\ny",')


@pytest.mark.parametrize(
    ("text", "path", "after"),
    [
        ("l: [a, # first\n  b, # second\n  c]\n", ("l", 0), "l: [ # first\n  b, # second\n  c]\n"),
        ("l: [a, # first\n  b, # second\n  c]\n", ("l", 1), "l: [a, # first\n  c]\n"),
        ("l: [a, # first\n  b, # second\n  c]\n", ("l", 2), "l: [a, # first\n  b # second\n  ]\n"),
        ("l: [\n  a, # one\n  # of b\n  b, # two\n]\n", ("l", 0), "l: [\n  # of b\n  b, # two\n]\n"),
        ("l: [\n  a, # one\n  # of b\n  b, # two\n]\n", ("l", 1), "l: [\n  a, # one\n  # of b\n]\n"),
        ("m: {a: 1, b: 2,  # two\n  c: 3}  # m\n", ("m", "b"), "m: {a: 1,  # two\n  c: 3}  # m\n"),
        ("m: {a: 1, b: 2,  # two\n  c: 3}  # m\n", ("m", "c"), "m: {a: 1, b: 2  # two\n  }  # m\n"),
        ("l: [a  # one\n  , b]\n", ("l", 0), "l: [  # one\n   b]\n"),
        ("l: [a  # one\n  , b]\n", ("l", 1), "l: [a  # one\n  ]\n"),
    ],
)
def test_what_is_taken_out_of_brackets_leaves_the_comments_of_others(text, path, after):
    assert edit_text(text, [Remove(path=path)]) == (after, False)


def test_an_inject_moves_with_the_comments_right_above_it():
    text = 'injects:\n  # one\n  - id: "1"\n\n  # apart\n\n  # two\n  - id: "2"\n'

    assert edit_text(text, [Move(path=("injects", "2"), before="1")])[0] == (
        'injects:\n  # two\n  - id: "2"\n\n  # apart\n\n  # one\n  - id: "1"\n'
    )
    seats = "seats:\n  b: {title: B}\n  a: {title: A}\n"
    assert edit_text(seats, [Move(path=("seats", "a"), before="b")])[0] == (
        "seats:\n  a: {title: A}\n  b: {title: B}\n"
    )
    assert refused("edit_unsafe", Move(path=("l", 0, 0)), text="l:\n- - a\n  - b\n")


def test_a_duplicate_is_written_as_the_original_is():
    text, _out = edit_text(TEXT, [Duplicate(inject="01"), Duplicate(inject="01")])

    assert text.count("kind: text  # words") == 3
    assert [line for line in text.splitlines() if "id:" in line] == [
        '  - id: "01"   # a number', '  - id: "01-3"   # a number', '  - id: "01-2"   # a number', '  - id: "02"',
    ]  # fmt: skip
    refused("edit_id_taken", Duplicate(inject="01", new_id="02"))
    refused("edit_bad_id", Duplicate(inject="01", new_id="ñ"))
    refused("edit_unknown_path", Duplicate(inject="99"))


SHARED = 'x_a: &a {es: Uno, pt: Um}  # shared\ntitle: *a\nl: [*a, {b: *a}]\ninjects:\n  - &i\n    id: "1"\n'


def test_what_several_places_share_is_written_out_before_one_of_them_changes():
    text, written_out = edit_text(SHARED, [Set(path=("title", "pt"), value="Dois")])
    assert written_out and "x_a: &a {es: Uno, pt: Um}  # shared\n" in text
    assert "title:\n  es: Uno\n  pt: Dois\n" in text and "l: [{es: Uno, pt: Um}, {b: {es: Uno, pt: Um}}]" in text

    text, written_out = edit_text(SHARED, [Set(path=("x_a", "pt"), value="Dois")])
    assert written_out and text.startswith("x_a: &a {es: Uno, pt: Dois}  # shared\ntitle:\n  es: Uno\n  pt: Um\n")
    text, written_out = edit_text(SHARED, [Set(path=("x_a",), value=1)])
    assert written_out and text.startswith("x_a: 1  # shared\n")
    text, written_out = edit_text(SHARED, [Insert(path=("title",), key="fr", value="Un")])
    assert written_out and "  fr: Un\n" in text


def test_what_nobody_shares_is_left_shared():
    text, written_out = edit_text(SHARED, [Set(path=("format",), value=1), Set(path=("title",), value="Otro")])

    assert not written_out and "title: Otro\nl: [*a, {b: *a}]" in text
    text, written_out = edit_text(SHARED, [Duplicate(inject="1", new_id="2")])
    assert not written_out and text.endswith('  - &i\n    id: "1"\n  - &i\n    id: "2"\n')


def test_an_anchor_without_anything_and_empty_entries_are_found():
    text = "a: &x\nb: [*x]\nl:\n  -   # nothing\n  - &y\n  - z\nk: &z\n  - 1\n"

    assert edit_text(text, [Set(path=("l", 0), value="w")])[0] == text.replace("-   # nothing", "- w   # nothing")
    assert edit_text(text, [Set(path=("l", 1), value="w")])[0] == text.replace("- &y", "- w")
    assert edit_text(text, [Insert(path=("k",), value=0, before=0)])[0].endswith("k: &z\n  - 0\n  - 1\n")


def test_values_that_no_file_can_hold_are_refused_with_their_place():
    for value in ("\ud800", "a\0b", float("inf"), {1: 2}, object()):
        assert refused("edit_bad_value", Set(path=("x_v", "w"), value=[value])) == {"path": "x_v/w/0"}
    deep = []
    for _turn in range(40):
        deep = [deep]
    refused("edit_bad_value", Set(path=("x_v",), value=deep))


def test_places_that_are_not_there_are_refused():
    for path in (("injects", "09"), ("injects", 7), ("nothing",), ("format", "x")):
        refused("edit_unknown_path", Remove(path=path))
    refused("edit_unknown_path", Set(path=("injects", "09", "title"), value="x"))
    refused("edit_unknown_path", Set(path=("x_new", 0), value="x"))
    refused("edit_unknown_path", Insert(path=("injects",), value={"id": "3"}, before="9"))
    refused("edit_unknown_path", Insert(path=("seats",), value={"id": "3"}))
    refused("edit_id_taken", Insert(path=("injects",), value={"id": "02"}))
    refused("edit_id_taken", Insert(path=("seats",), key="lead", value={}))


def test_a_text_that_is_no_document_is_refused_with_its_place():
    for text, line in (("a: [", 1), ("a: 1\na: 2\n", 2), ("- a\n", 1), ("a: !x 1\n", 1), ("", 1), ("\0", 1)):
        assert refused("edit_unreadable", AddLanguage(language="de"), text=text)["line"] in (line, 2)


def test_what_would_read_otherwise_is_not_written():
    # A key that is written over two lines, with a mark of its own.
    assert refused("edit_unsafe", Remove(path=("a",)), text="? a\n: 1\nb: 2\n")


def test_a_language_is_declared():
    spoken = (
        TEXT.replace("summary: |", "x_own: |").replace("Jefa", "{es: Jefa}").replace("title: Hola", "note: {es: a}")
    )
    assert changed(AddLanguage(language="fr"), text=spoken)[1] == ["languages: [es, pt, fr]   # es first"]
    assert edit_text("a: 1\n", [AddLanguage(language="fr")])[0] == "languages: [fr]\na: 1\n"
    refused("edit_language_there", AddLanguage(language="pt"))
    refused("edit_bad_id", AddLanguage(language="ñ"))


def test_an_edit_says_what_check_finds_now():
    found = edit(yaml.safe_dump(scenario()), [Set(path=("duration",), value="soon")])
    assert found.scenario is None and [finding.code for finding in found.findings] == ["bad_duration"]
    mended = edit(found.text, [Set(path=("duration",), value="60m")])
    assert mended.scenario is not None and not mended.written_out


def test_operations_come_as_json():
    (operation,) = OPERATIONS.validate_python([{"do": "set", "path": ["injects", 0, "title"], "value": "x"}])
    assert operation == Set(path=("injects", 0, "title"), value="x")
    for wrong in ({"do": "set", "path": []}, {"do": "burn"}, {"do": "remove", "path": [1.5]}, {"do": "remove"}):
        with pytest.raises(ValidationError):
            OPERATIONS.validate_python([wrong])
