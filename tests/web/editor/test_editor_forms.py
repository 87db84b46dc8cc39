"""Forms of documents that may hold anything: they are shown, and what nobody touched stays as it is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.editing import edit_text
from scenarios.exchange.yaml_text import write_yaml
from web.editor.changing import changed
from web.editor.forms.changes import Change, changes
from web.editor.forms.inject import INJECT
from web.editor.forms.sections import SECTIONS
from web.editor.forms.typed import typed_of
from web.editor.parts import TIMES, part_of, shown, when_of
from web.editor.understanding import understand
from web.words import say
from web.words.findings import FINDINGS

WORDS = st.text("añ bé\n:#-'\"01", max_size=12)
KEYS = st.sampled_from(["es", "pt", "id", "label", "lead", "kind", "file", "title", "levels", "at", "inject", "weight"])
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)
TOP = sorted({one.key for section in SECTIONS.values() for one in section.fields} - {"languages", "id"})
FIELDS = sorted({one.key for one in INJECT} - {"id"})


@st.composite
def documents(draw):
    """Give a scenario of which every part may have any shape."""
    top = draw(st.dictionaries(st.sampled_from(TOP), ANYTHING, max_size=4))
    inject = draw(st.dictionaries(st.sampled_from(FIELDS), ANYTHING, max_size=6))
    return {"format": 1, "id": "x", "languages": ["es", "pt"], **top, "injects": [{"id": "01", **inject}]}


def untouched(part, known):
    typed = typed_of(shown(part, known, "es"))
    typed["when"] = when_of(part.raw)
    return typed


@settings(max_examples=25, deadline=None)
@given(documents())
def test_what_nobody_touched_is_not_changed_whatever_it_is(document):
    known = understand(write_yaml(document), {})
    parts = [part_of(known, "section", name) for name in SECTIONS]

    for part in parts:
        assert changed(part, known, untouched(part, known), "es").operations == ()
    part = part_of(known, "inject", "01")
    told = changed(part, known, untouched(part, known), "es").operations
    # Of several times only the one that the form shows is kept.
    assert all(one.do == "remove" and one.path[-1] in TIMES for one in told)


@settings(max_examples=25, deadline=None)
@given(documents(), WORDS.map(str.strip).filter(bool), st.sampled_from(["title", "note", "owner"]))
def test_what_is_typed_is_what_is_read_afterwards(document, words, key):
    document["injects"][0].pop(key, None)
    known = understand(write_yaml(document), {})
    part = part_of(known, "inject", "01")
    typed = untouched(part, known)
    typed[f"{key}:pt"] = words
    text, _written_out = edit_text(known.text, changed(part, known, typed, "es").operations)

    assert understand(text, {}).inject("01")[1][key] == {"pt": words}


def test_changes_are_as_few_as_can_be():
    before = {"a": {"x": 1, "y": 2}, "b": [{"id": "1", "t": 1}], "c": [1], "d": 1}

    assert changes(before, before) == []
    assert changes(before, before | {"a": {"x": 1}}) == [Change(("a", "y"), None)]
    assert changes(before, before | {"b": [{"id": "1", "t": 2}]}) == [Change(("b", 0, "t"), 2)]
    assert changes(before, before | {"b": [{"id": "2", "t": 1}]}) == [Change(("b",), [{"id": "2", "t": 1}])]
    assert changes({"s": {"a": 1, "b": 2}}, {"s": {"b": 2, "a": 1}}) == [Change(("s",), {"b": 2, "a": 1})]


@pytest.mark.parametrize(("language", "word"), [("es", "marca"), ("pt", "marca"), ("fr", "marque")])
def test_what_a_form_calls_a_flag_a_finding_calls_so_too(language, word):
    named = {code: say(language, words) for code, words in FINDINGS.items() if " flag" in words}

    assert word in say(language, SECTIONS["flags"].title).lower() and len(named) > 4
    assert {code: words for code, words in named.items() if word not in words} == {}
