"""What a team sends answers the ask or is refused with the reason; what goes in at the deadline."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from injects.answer import AnswerError, check_answer, is_empty, may_autosubmit
from injects.inject import Ask

OPTIONS = [
    {"id": "A", "label": "Aislar", "sets": ["isolated"]},
    {"id": "B", "label": "Esperar"},
    {"id": "C", "label": "Llamar"},
]
TEXT = Ask(kind="text", due="6m", max_words=3)
CHOICE = Ask(kind="choice", due="6m", options=OPTIONS)
REASONED = Ask(kind="choice", due="6m", options=OPTIONS, rationale=True, max_words=3)
CHOICES = Ask(kind="choices", due="6m", options=OPTIONS)
KNOWN = Ask(kind="acknowledge")
FORM = Ask(kind="form", due="6m", fields=[{"id": "authority", "label": "Autoridad"}])
ALL = [TEXT, CHOICE, REASONED, CHOICES, KNOWN, FORM]


@pytest.mark.parametrize(
    ("ask", "content", "stored"),
    [
        (TEXT, {"text": " Apagar  el servidor\n"}, {"text": "Apagar  el servidor"}),
        (CHOICE, {"option": "B"}, {"option": "B"}),
        (REASONED, {"option": "A", "rationale": "Frena el daño "}, {"option": "A", "rationale": "Frena el daño"}),
        (CHOICES, {"options": ["C", "A", "C"]}, {"options": ["A", "C"]}),
        (KNOWN, {}, {}),
        (FORM, {"fields": {"authority": "CSIRT"}}, {"fields": {"authority": "CSIRT"}}),
    ],
)
def test_an_answer_is_stored_in_one_shape(ask, content, stored):
    assert check_answer(ask, content) == stored


@pytest.mark.parametrize(
    ("ask", "content", "code", "parameters"),
    [
        (TEXT, ["text"], "answer_wrong_kind", {"kind": "text"}),
        (TEXT, {"text": 5}, "answer_wrong_kind", {"kind": "text"}),
        (TEXT, {"text": " \n"}, "answer_empty", {}),
        (TEXT, {}, "answer_empty", {}),
        (TEXT, {"text": "uno dos tres cuatro"}, "answer_too_long", {"words": 4, "max_words": 3}),
        (TEXT, {"text": "a" * 20_001}, "answer_too_large", {"characters": 20_001, "max_characters": 20_000}),
        (TEXT, {"text": "a", "colour": "red"}, "answer_unknown_key", {"key": "colour"}),
        (CHOICE, {}, "answer_empty", {}),
        (CHOICE, {"option": "D"}, "option_unknown", {"option": "D"}),
        (CHOICE, {"option": ["A"]}, "answer_wrong_kind", {"kind": "choice"}),
        (CHOICE, {"option": "A", "rationale": "Porque sí"}, "answer_unknown_key", {"key": "rationale"}),
        (REASONED, {"option": "A"}, "rationale_missing", {}),
        (REASONED, {"option": "A", "rationale": 5}, "answer_wrong_kind", {"kind": "choice"}),
        (REASONED, {"option": "A", "rationale": "a b c d"}, "answer_too_long", {"words": 4, "max_words": 3}),
        (CHOICES, {"options": []}, "answer_empty", {}),
        (CHOICES, {"options": "A"}, "answer_wrong_kind", {"kind": "choices"}),
        (CHOICES, {"options": ["A", "D"]}, "option_unknown", {"option": "D"}),
        (KNOWN, {"text": "sí"}, "answer_unknown_key", {"key": "text"}),
        (FORM, {}, "answer_empty", {}),
        (FORM, {"fields": {"authority": " "}}, "answer_empty", {}),
        (FORM, {"fields": ["CSIRT"]}, "answer_wrong_kind", {"kind": "form"}),
        (FORM, {"fields": {"date": "2026-03-02"}}, "field_unknown", {"field": "date"}),
    ],
)
def test_what_does_not_answer_the_ask_is_refused_with_the_reason(ask, content, code, parameters):
    with pytest.raises(AnswerError) as caught:
        check_answer(ask, content)
    assert (caught.value.code, caught.value.parameters) == (code, parameters)


@pytest.mark.parametrize(
    ("ask", "empty", "begun"),
    [
        (TEXT, {"text": "\t"}, {"text": "Apa"}),
        (CHOICE, {"option": None}, {"option": "A"}),
        (REASONED, {"rationale": "Frena"}, {"option": "B"}),
        (CHOICES, {}, {"options": ["A"]}),
        (FORM, {"fields": {"authority": ""}}, {"fields": {"authority": "C"}}),
        (FORM, {}, {"fields": {"table": [{"who": "Ana"}]}}),
    ],
)
def test_a_draft_is_empty_until_it_holds_what_could_be_rated(ask, empty, begun):
    assert (is_empty(ask, empty), is_empty(ask, begun)) == (True, False)


def test_an_acknowledgement_is_never_drafted():
    assert is_empty(KNOWN, {})


def test_a_draft_goes_in_at_the_deadline_unless_it_is_empty_or_sets_a_flag_or_the_ask_opts_out():
    assert may_autosubmit(TEXT, {"text": "Apagar"})
    assert may_autosubmit(FORM, {"fields": {"authority": "C"}})
    assert may_autosubmit(CHOICE, {"option": "B"})
    assert may_autosubmit(CHOICES, {"options": ["B", "C"]})
    assert not may_autosubmit(TEXT, {"text": ""})
    assert not may_autosubmit(CHOICE, {"option": "A"})
    assert not may_autosubmit(CHOICES, {"options": ["B", "A"]})
    assert not may_autosubmit(Ask(kind="text", due="6m", autosubmit=False), {"text": "Apagar"})


VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=9), st.sampled_from("ABC")),
    lambda part: st.one_of(st.lists(part, max_size=3), st.dictionaries(st.text(max_size=3), part, max_size=3)),
    max_leaves=8,
)
KEYS = st.sampled_from(["text", "option", "options", "rationale", "fields"])


@settings(deadline=None)
@given(st.sampled_from(ALL), st.dictionaries(KEYS, VALUES, max_size=2))
def test_whatever_is_sent_is_stored_or_refused_and_what_is_stored_is_stored_again(ask, content):
    try:
        stored = check_answer(ask, content)
    except AnswerError:
        return
    assert check_answer(ask, stored) == stored
