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


@pytest.mark.parametrize(("words", "differs"), [(10, False), (6, False), (5, True)])
def test_translations_of_a_body_may_differ_by_forty_percent(words, differs):
    longer, shorter = "a " * 10, "a " * words
    expected = [("lengths_differ", "pt", words, "es", 10)] if differs else []
    assert found(f"body: {{es: '{longer}', pt: '{shorter}'}}") == expected


@pytest.mark.parametrize("body", ["{es: uno dos, pt: ' '}", "{es: '', pt: um dois}"])
def test_of_what_is_empty_nothing_else_is_said(body):
    assert found(f"body: {body}") == [("empty_text",)]


def test_titles_may_be_as_short_as_they_like():
    assert found("plain: {es: uno dos tres cuatro, pt: um}") == []


def test_plain_language_is_short_in_every_language():
    assert found(f"plain: {{es: {'a' * 600}, pt: {'a' * 601}}}") == [("plain_too_long", 601, 600, "pt")]


@pytest.mark.parametrize(
    ("languages", "texts", "told"),
    [
        ("[ES]", "es", ("wrong_language", "ES", "es")),
        ("[es-MX]", "es", ("wrong_language", "es-MX", "es")),
        ("[fr]", "es", ("wrong_language", "fr", "es")),
        ("[spa]", "es", ("wrong_language", "spa", "es")),
        ("[fr, pt]", "es", ("unknown_language", "es", "")),
        ("[ES, es]", "es", ("language_unused", "ES", "es")),
        ("[es, es-MX]", "es", ("language_unused", "es-MX", "es")),
        ("[FR]", "FR", ("language_form", "FR", "fr")),
        ("[pt-br]", "pt-br", ("language_form", "pt-br", "pt-BR")),
        ("[sr-latn]", "sr-latn", ("language_form", "sr-latn", "sr-Latn")),
        ("[Spanish]", "Spanish", ("language_form", "Spanish", "es")),
        ("[es-419]", "es-419", None),
        ("[es-u-co-trad]", "es-u-co-trad", None),
    ],
)
def test_a_slip_in_the_head_is_one_finding_there_however_many_texts_there_are(languages, texts, told):
    head = PLAY.replace("[es]", languages).replace("title: Prueba", f"title: {{{texts}: Prueba}}")
    findings = read_scenario_text(f"{head}injects: [{{id: a, at: 0, title: {{{texts}: Aviso}}}}]\n", "azul.yaml")[1]
    assert [(one.line, one.code, *one.parameters.values()) for one in findings] == ([(3, *told)] if told else [])


def test_what_is_declared_in_its_usual_form_is_told_at_each_text_that_has_another():
    document = PLAY.replace("title: Prueba", "title: {ES: Prueba}") + "injects: [{id: a, at: 0, title: {ES: Aviso}}]\n"
    findings = read_scenario_text(document, "azul.yaml")[1]
    assert [(one.line, one.code, *one.parameters.values()) for one in findings] == [
        (4, "unknown_language", "ES", "es"),
        (8, "unknown_language", "ES", "es"),
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("español", "es"), ("es_MX", "es-MX"), ("pt br", "pt-BR"), ("lengua x", ""), ("5x", "")],
)
def test_of_what_is_no_code_the_code_that_is_meant_is_told(written, meant):
    document = f"{PLAY.replace('[es]', f'[es, {written}]')}injects: [{{id: a, at: 0, title: t}}]\n"
    [finding] = read_scenario_text(document, "azul.yaml")[1]
    assert (finding.code, finding.parameters["nearest"]) == ("bad_language", meant)


@pytest.mark.parametrize("written", ["ES", "es-MX", "sp", "Spanish"])
def test_of_a_text_in_another_form_of_a_language_the_declared_one_is_told(written):
    assert found(f"body: {{es: uno, {written}: dos, pt: um}}") == [("unknown_language", written, "es")]


def test_where_languages_are_broken_nothing_is_said_about_them():
    assert found("body: {xx: uno}", "es") == [("not_list", "es")]
