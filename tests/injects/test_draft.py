"""A draft has the shape of an answer in which anything may be missing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from injects.answer import check_answer
from injects.answer_error import AnswerError
from injects.draft import LONGEST_TEXT, MOST_ENTRIES, check_draft
from injects.inject import Ask

OPTIONS = [{"id": one, "label": one} for one in "ABC"]
TEXT = Ask.model_validate({"kind": "text", "due": "2m"})
CHOICE = Ask.model_validate({"kind": "choice", "due": "2m", "options": OPTIONS, "rationale": True, "criteria": ["C1"]})
CHOICES = Ask.model_validate({"kind": "choices", "due": "2m", "options": OPTIONS})
FORM = Ask.model_validate({"kind": "form", "due": "2m", "fields": [{"id": "who", "label": "Who", "required": True}]})
ACKNOWLEDGE = Ask.model_validate({"kind": "acknowledge"})


@pytest.mark.parametrize(
    ("ask", "content", "kept"),
    [
        (TEXT, {}, {"text": ""}),
        (TEXT, {"text": "half a sen"}, {"text": "half a sen"}),
        (CHOICE, {}, {}),
        (CHOICE, {"option": "", "rationale": "because"}, {"rationale": "because"}),
        (CHOICE, {"option": "B"}, {"option": "B"}),
        (CHOICE, {"option": "Z"}, {}),
        (CHOICES, {"options": ["C", "A", "Z"]}, {"options": ["A", "C"]}),
        (FORM, {}, {"fields": {}}),
        (FORM, {"fields": {"who": "the min", "stranger": 1}}, {"fields": {"who": "the min"}}),
        (FORM, {"fields": {"who": [{"a": None}, 1.5, True]}}, {"fields": {"who": [{"a": None}, 1.5, True]}}),
        (ACKNOWLEDGE, {"anything": "else"}, {}),
    ],
)
def test_what_is_there_is_kept_and_nothing_else(ask: Ask, content: dict, kept: dict) -> None:
    assert check_draft(ask, content) == kept


@pytest.mark.parametrize(
    ("ask", "content"),
    [
        (TEXT, ["text"]),
        (TEXT, {"text": 3}),
        (CHOICE, {"rationale": 3}),
        (TEXT, {"text": "x" * (LONGEST_TEXT + 1)}),
        (TEXT, {"text": object()}),
        (CHOICE, {"rationale": ["because"]}),
        (CHOICES, {"options": "A"}),
        (FORM, {"fields": ["who"]}),
        (FORM, {"fields": {"who": [0] * (MOST_ENTRIES + 1)}}),
        (FORM, {"fields": {"who": {1: "a key that is no text"}}}),
        (FORM, {"fields": {"who": [[[["deep"]]]]}}),
    ],
)
def test_what_no_answer_could_hold_is_refused(ask: Ask, content: object) -> None:
    with pytest.raises(AnswerError) as refused:
        check_draft(ask, content)  # type: ignore[arg-type]
    assert refused.value.code == "answer_wrong_kind"


@given(st.text(min_size=1, max_size=200).filter(lambda text: text.strip()))
def test_every_answer_is_a_draft_too(text: str) -> None:
    answer = check_answer(TEXT, {"text": text})
    assert check_draft(TEXT, answer) == answer
