"""What a selection says to people: every reason, relaxation and failure, in four languages."""

from functools import cache

import pytest

from scoring.scoring_error import ScoringError
from scoring.selection.reasons import NOT_BEST, Reason
from scoring.selection.selection import select
from tests.scoring.selection.candidates import make_selection
from web.words import LANGUAGES
from web.words.selection import number, words_of_reason, words_of_relaxation, words_of_selection_error


@cache
def made():
    return [(rules, select(rules, candidates)) for rules, candidates in map(make_selection, range(60))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_can_be_said(language):
    reasons = [reason for _, selection in made() for reason in selection.reasons.values()]
    reasons.append(Reason(NOT_BEST, {"total": 7}))
    said = {reason.code: words_of_reason(reason, language) for reason in reasons}

    assert len(said) == len(set(said.values())) == 9
    assert all(words.endswith(".") and "%(" not in words for words in said.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_relaxation_can_be_said(language):
    said = [
        words_of_relaxation(relaxation, rules.floors[relaxation.floor - 1].where, language)
        for rules, selection in made()
        for relaxation in selection.relaxed
    ]
    assert len(said) > 9
    assert all(words.endswith(".") and "%(" not in words for words in said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_failure_is_one_line_with_the_next_step_or_its_code(language):
    for error in (
        ScoringError("optimiser_missing"),
        ScoringError("optimiser_failed", reason="contradictory"),
        ScoringError("selection_too_hard", seconds=60),
        ScoringError("unknown_attribute", attribute="level", id="Azul"),
    ):
        words = words_of_selection_error(error, language)
        assert words.endswith(".") and "\n" not in words and "%(" not in words


def test_numbers_are_written_without_a_tail():
    assert [number(each) for each in (82, 82.5, 286)] == ["82", "82.5", "286"]
