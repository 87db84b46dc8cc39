"""The words of every page are complete in four languages, and say the same wherever they stand."""

import re

import pytest
from babel.messages.pofile import read_po

from injects.answer_error import AnswerError
from scenarios.calls.codes import CALL_CODES
from scenarios.exchange.codes import OWN_CODES
from scenarios.finding import Finding
from scenarios.rules_codes import RULES_CODES
from simulator.refusal import Refusal
from tests.web.messages import WEB, Message, messages, refusals_raised
from web.words import LANGUAGES, LOCALES, say, say_count
from web.words.findings import FINDINGS, NEAREST, words_of_finding
from web.words.refusals import REFUSALS, words_of

TRANSLATED = [language for language in LANGUAGES if language != "en"]
PLACEHOLDER = re.compile(r"%\((\w+)\)s")
CODES = {**RULES_CODES, **CALL_CODES, **OWN_CODES}


def placeholders(text):
    return sorted(set(PLACEHOLDER.findall(text)))


def entries(language):
    """Give every entry of a language as (file, forms in English, forms in it, entry)."""
    for path in sorted((WEB / "words" / language).glob("*.po")):
        with path.open("rb") as file:
            catalog = read_po(file, locale=LOCALES[language])
        for entry in (entry for entry in catalog if entry.id):
            yield path.name, as_forms(entry.id), as_forms(entry.string), entry
        for entry in catalog.obsolete.values():
            yield path.name, as_forms(entry.id), (), entry


def as_forms(words):
    return (words,) if isinstance(words, str) else tuple(words)


def test_messages_are_found_in_templates_python_and_scripts():
    suffixes = {message.place.partition(":")[0].rpartition(".")[2] for message in messages()}
    assert {"html", "py", "js"} <= suffixes
    assert all(isinstance(form, str) and form for message in messages() for form in message.forms), [
        message for message in messages() if not all(message.forms)
    ]


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_message_is_missing(language):
    known = {(forms[0], len(forms)) for _file, forms, said, _entry in entries(language) if said and all(said)}
    missing = [message for message in messages() if (message.forms[0], len(message.forms)) not in known]

    assert not missing, "\n".join(f"{one.place}: {' | '.join(one.forms)}" for one in missing)


@pytest.mark.parametrize("language", TRANSLATED)
def test_nothing_is_fuzzy_empty_or_left_over(language):
    said = {message.forms for message in messages()}
    wrong = [
        (file, forms)
        for file, forms, translated, entry in entries(language)
        if entry.fuzzy or not translated or not all(translated) or forms not in said
    ]

    assert wrong == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_has_the_placeholders_of_its_message(language):
    wrong = [
        (file, forms, translated)
        for file, forms, translated, _entry in entries(language)
        if any(placeholders(one) != placeholders(forms[-1]) for one in translated)
        or any(one.count("%") != len(PLACEHOLDER.findall(one)) for one in translated if placeholders(forms[0]))
    ]

    assert wrong == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_message_is_said_in_one_way(language):
    said = {}
    for _file, forms, translated, _entry in entries(language):
        said.setdefault(forms[0], set()).add(translated)

    assert {words: ways for words, ways in said.items() if len(ways) > 1} == {}


def test_every_refusal_raised_has_words_with_only_its_parameters():
    wrong = [
        raised
        for raised in refusals_raised("simulator", "injects", "web")
        if raised.code not in REFUSALS or not set(placeholders(REFUSALS[raised.code])) <= raised.parameters
    ]

    assert wrong == []


def test_every_finding_has_words_with_only_its_parameters():
    assert set(FINDINGS) == set(CODES)
    used = {code: set(placeholders(words)) for code, words in FINDINGS.items()}
    # The nearest right word is a sentence of its own, since there may be none.
    given = {code: set(parameters) - {"nearest"} for code, (_severity, parameters) in CODES.items()}

    assert {code: names for code, names in used.items() if names != given[code]} == {}
    assert placeholders(NEAREST) == ["nearest"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_can_be_said(language):
    for code, (severity, parameters) in CODES.items():
        said = words_of_finding(Finding("a", 1, 1, severity, code, dict.fromkeys(parameters, "7")), language)

        assert "%(" not in said and said.endswith((".", "?")), said


def test_the_nearest_word_is_offered_where_there_is_one():
    near = Finding("a", 1, 1, "error", "unknown_seat", {"value": "led", "nearest": "lead"})
    far = Finding("a", 1, 1, "error", "unknown_seat", {"value": "led", "nearest": ""})

    assert words_of_finding(near, "en").endswith("Did you mean “lead”?")
    assert "Did you mean" not in words_of_finding(far, "en")


def test_a_refusal_and_an_answer_error_are_said_alike():
    facts = {"words": 130, "max_words": 120}
    for refusal in (Refusal("answer_too_long", **facts), AnswerError("answer_too_long", **facts)):
        assert words_of(refusal, "es") == "Su texto tiene 130 palabras; se permiten como máximo 120. Acórtelo."


@pytest.mark.parametrize(("time", "end"), [("1:44 p.m.", "p.m."), ("13:44", "13:44."), ("m", "m.")])
def test_a_time_that_ends_with_a_full_stop_ends_its_sentence_too(time, end):
    assert say("es", "Taken until %(at)s.", at=time).endswith(f" {end}")


def test_a_parameter_may_have_any_name():
    assert say("en", "%(language)s %(words)s", language="es", words=3) == "es 3"
    assert say_count("en", "%(n)s %(one)s", "%(n)s %(many)s", 2, one="a", many="b") == "2 b"


@pytest.mark.parametrize(("language", "words"), [("es", "0 equipos"), ("pt", "0 equipe"), ("fr", "0 équipe")])
def test_zero_is_counted_as_each_language_counts(language, words):
    assert say_count(language, "%(n)s team", "%(n)s teams", 0) == words


def test_a_message_knows_where_it_is_said():
    assert Message("web/static/post.js:5", ("Something went wrong. Try again.",)).forms in {
        one.forms for one in messages()
    }
