"""What differs between two texts is told by field and by line; two people's changes come together or are both shown."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.editing import Conflict, Difference, EditError, Set, differences, edit_text, merge, text_difference
from scenarios.editing.differing import _longest_rising
from scenarios.editing.sheet import Sheet
from tests.scenarios.editing.test_edit import TEXT

OLD = """\
title: {es: Uno, pt: Um}
seats: {lead: {title: J}, tech: {title: T}}
hotwash: [a, {es: b}]
injects:
  - {id: "1", title: A, ask: {options: [{id: A, label: x}, {id: B, label: y}]}}
  - {id: "2", title: B, to: [lead], expected: [{es: a}]}
  - {id: "3", title: C, at: 5m, channel: sms}
  - {id: "4", title: D}
"""


def told(new, old=OLD):
    return [(one.kind, one.path, one.old, one.new) for one in differences(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Uno", "One", [("changed", ("title", "es"), "Uno", "One")]),
        (", pt: Um", "", [("removed", ("title", "pt"), "Um", None)]),
        ("hotwash: [a", "hotwash: [z", [("changed", ("hotwash", 0), "a", "z")]),
        ("hotwash: [a, {es: b}]", "x: 1", [
            ("removed", ("hotwash",), ["a", {"es": "b"}], None), ("added", ("x",), None, 1),
        ]),
        ("label: y", "label: z", [("changed", ("injects", "1", "ask", "options", "B", "label"), "y", "z")]),
        ("{id: B, label: y}", "{id: C}", [
            ("removed", ("injects", "1", "ask", "options", "B"), {"id": "B", "label": "y"}, None),
            ("added", ("injects", "1", "ask", "options", "C"), None, {"id": "C"}),
        ]),
        ("[lead]", "[lead, tech]", [("changed", ("injects", "2", "to"), ["lead"], ["lead", "tech"])]),
        ("[{es: a}]", "[{es: c}]", [("changed", ("injects", "2", "expected", 0, "es"), "a", "c")]),
        ('id: "3", title: C', 'id: "9", title: Z', [
            ("renamed", ("injects", "9"), "3", "9"), ("changed", ("injects", "9", "title"), "C", "Z"),
        ]),
        ("{lead: {title: J}, tech: {title: T}}", "{tech: {title: T}, lead: {title: J}}", [
            ("moved", ("seats", "tech"), 1, 0),
        ]),
        ('  - {id: "4", title: D}\n', "", [("removed", ("injects", "4"), {"id": "4", "title": "D"}, None)]),
    ],
)  # fmt: skip
def test_each_difference_is_told_with_its_place(old, new, expected):
    assert OLD.count(old) == 1
    assert told(OLD.replace(old, new)) == expected


def test_an_inject_that_moved_is_one_difference():
    lines = OLD.splitlines(keepends=True)
    assert told("".join([*lines[:4], lines[7], *lines[4:7]])) == [("moved", ("injects", "4"), 3, 0)]


def test_ids_that_are_missing_or_doubled_make_a_list_one_thing():
    assert differences("l: [{id: a}, {id: a}]\n", "l: [{id: a}]\n") == [
        Difference("changed", ("l",), [{"id": "a"}, {"id": "a"}], [{"id": "a"}])
    ]
    assert differences("l: [{id: a}]\n", "l: [{id: b}]\n")[0].kind == "renamed"
    assert differences("l: 1\n", "l: [1]\n")[0].kind == "changed"
    with pytest.raises(EditError):
        differences("a: [", "a: 1")


def test_the_lines_that_differ_are_given_with_some_around_them():
    text = text_difference(TEXT, edit_text(TEXT, [Set(path=("injects", "01", "at"), value="6m")])[0])

    assert "-    at: 5m\n+    at: 6m" in text and text.startswith("--- ")
    assert text_difference(TEXT, TEXT) == ""
    assert text_difference("a\n" * 20_001, "b\n") == ""


@given(st.lists(st.integers(0, 30), unique=True))
def test_as_few_as_possible_have_moved(numbers):
    stay = _longest_rising(numbers)
    kept = [number for number in numbers if number in stay]
    lengths = []
    for place, number in enumerate(numbers):
        lengths.append(1 + max((lengths[i] for i in range(place) if numbers[i] < number), default=0))

    assert kept == sorted(kept) and len(kept) == max(lengths, default=0)


BASE = TEXT.replace("note:", "owner: Ana  # hers\n    note:")


def ours(*changes, text=BASE):
    return edit_text(text, changes)[0]


def test_changes_of_different_injects_come_together_with_the_comments_of_theirs():
    theirs = ours(Set(path=("injects", "01", "title"), value="Ella")).replace("# a number", "# two digits")
    mine = ours(
        Set(path=("injects", "02", "owner"), value="Eva"), Set(path=("seats", "legal"), value={"title": "L"}),
        Set(path=("duration",), value="1h"),
    )  # fmt: skip
    merged = merge(BASE, theirs, mine)

    assert merged.conflicts == ()
    assert merged.text == ours(
        Set(path=("injects", "02", "owner"), value="Eva"), Set(path=("seats", "legal"), value={"title": "L"}),
        Set(path=("duration",), value="1h"), text=theirs,
    )  # fmt: skip
    assert merge(BASE, BASE, mine).text == mine and merge(BASE, theirs, BASE).text == theirs
    assert merge(BASE, mine, mine).text == mine


def test_changes_of_the_same_inject_are_both_shown():
    theirs = ours(Set(path=("injects", "02", "owner"), value="Ella"))
    mine = ours(Set(path=("injects", "02", "owner"), value="Yo"))
    merged = merge(BASE, theirs, mine)

    assert merged.text is None
    assert merged.conflicts == (
        Conflict(("injects", "02"), {"id": "02", "to": ["lead"], "owner": "Ella", "note": None},
                 {"id": "02", "to": ["lead"], "owner": "Yo", "note": None}),
    )  # fmt: skip


WORDS = """\
title: {es: Uno, pt: Um}
injects:
  - id: "1"
    at: 5m
    title: {es: A, pt: B}  # short
    ask: {prompt: {es: x}, options: [{id: K, label: {es: y}}]}
    note: n
"""


def test_two_who_translate_the_same_inject_come_together():
    hers = [(("title", "fr"), "Un"), (("injects", "1", "title", "pt"), "B2"), (("injects", "1", "title", "fr"), "F")]
    mine = [(("title", "en"), "One"), (("injects", "1", "ask", "options", "K", "label", "en"), "why")]
    theirs, own = (ours(*(Set(path=path, value=value) for path, value in some), text=WORDS) for some in (hers, mine))
    merged = merge(WORDS, theirs, own)

    assert merged.text == ours(*(Set(path=path, value=value) for path, value in mine), text=theirs)
    assert "# short" in merged.text and "title: {es: Uno, pt: Um, fr: Un, en: One}" in merged.text
    # The same words twice, or anything beside words, is for a person to decide.
    for path, value in (
        (("injects", "1", "title", "fr"), "G"),
        (("injects", "1", "at"), "6m"),
        (("injects", "1", "note"), 1),
    ):
        other = ours(Set(path=path, value=value), text=WORDS)
        assert [one.path for one in merge(WORDS, theirs, other).conflicts] == [("injects", "1")]
        assert [one.path for one in merge(WORDS, other, theirs).conflicts] == [("injects", "1")]
    gone = 'title: {es: Uno, pt: Um}\ninjects:\n  - id: "2"\n'
    assert [one.path for one in merge(WORDS, theirs, gone).conflicts] == [("injects", "1")]


def names(text):
    return [inject["id"] for inject in Sheet(text).plain()["injects"]]


LIST = "title: T\ninjects:\n" + "".join(f"  - {{id: {name}}}  # {name}\n" for name in "abcde")


def moved(order, more=""):
    lines = {line[8]: line for line in LIST.splitlines(keepends=True)[2:]}
    new = "".join(lines.get(name, f"  - {{id: {name}}}\n") for name in order)
    return f"title: T\ninjects:\n{new}{more}"


def test_new_gone_and_moved_injects_come_together():
    merged = merge(LIST, moved("abXcde"), moved("acdeY"))
    assert names(merged.text) == list("aXcdeY")
    assert names(merge(LIST, moved("abcdeX"), moved("ebacd")).text) == list("ebacdX")
    assert names(merge(LIST, moved("eabcd"), moved("eabcdY")).text) == list("eabcdY")
    assert names(merge(LIST, moved("eabcd"), moved("abcdeY")).text) == list("eabcdY")
    assert merge(LIST, moved("eabcd"), moved("bacde")).conflicts[0].path == ("injects",)


@settings(max_examples=30, deadline=None)
@given(st.permutations("abcde"), st.sampled_from(["abXcde", "abcdeX", "Xabcde", "abde"]))
def test_an_order_that_one_has_changed_is_the_order_afterwards(order, theirs):
    merged = names(merge(LIST, moved(theirs), moved("".join(order))).text)

    assert [name for name in merged if name in order] == [name for name in order if name in theirs]
    assert sorted(merged) == sorted(theirs)


def test_what_cannot_be_told_apart_by_ids_is_merged_as_one():
    base = "injects: [{id: a}, {id: a}]\ntitle: x\nseats: 1\n"
    merged = merge(base, base.replace("title: x", "title: y"), base.replace("{id: a}]", "{id: b}]"))
    assert merged.text == "injects: [{id: a}, {id: b}]\ntitle: y\nseats: 1\n"
    assert merge("injects: 1\na: 1\n", "injects: 2\na: 1\n", "injects: 1\n").text == "injects: 2\n"
    assert merge("injects: 1\n", "injects: 2\n", "injects: 3\n").conflicts == (Conflict(("injects",), 2, 3),)
