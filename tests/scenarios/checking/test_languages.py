"""Every language a scenario declares is there, and says about as much as the others."""

import pytest

from scenarios.load import read_scenario_text
from tests.scenarios.cases import PLAY


def found(text, languages="[es, pt]"):
    document = f"{PLAY.replace('[es]', languages)}injects: [{{id: a, at: 0, title: t, {text}}}]\n"
    return [(one.code, *one.parameters.values()) for one in read_scenario_text(document, "azul.yaml")[1]]


def test_what_lacks_a_language_names_all_it_lacks():
    assert found("body: {es: uno}", "[es, pt, fr]") == [("missing_language", "pt, fr")]


def test_one_string_serves_every_language():
    assert found("body: uno") == []


@pytest.mark.parametrize(("words", "differs"), [(10, False), (6, False), (5, True), (0, True)])
def test_translations_of_a_body_may_differ_by_forty_percent(words, differs):
    longer, shorter = "a " * 10, "a " * words
    expected = [("lengths_differ", "pt", words, "es", 10)] if differs else []
    assert found(f"body: {{es: '{longer}', pt: '{shorter}'}}") == expected


def test_titles_may_be_as_short_as_they_like():
    assert found("plain: {es: uno dos tres cuatro, pt: um}") == []


def test_plain_language_is_short_in_every_language():
    assert found(f"plain: {{es: {'a' * 600}, pt: {'a' * 601}}}") == [("plain_too_long", 601, 600, "pt")]


def test_where_languages_are_broken_nothing_is_said_about_them():
    assert found("body: {xx: uno}", "es") == [("not_list", "es")]
