"""What Click says of wrong usage and in its help is said in the reader's language."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from web.command import main
from web.command.click_words import SAID_BY_CLICK

WRONG = {
    "es": ["Uso:", "Pruebe «prontas draw --help»", "Error: Falta la opción '--pool'."],
    "pt": ["Uso:", "Experimente “prontas draw --help”", "Erro: Falta a opção '--pool'."],
    "fr": ["Utilisation :", "Essayez « prontas draw --help »", "Erreur : Il manque l'option '--pool'."],
    "en": ["Usage:", "Try 'prontas draw --help'", "Error: Missing option '--pool'."],
}


def run(*arguments):
    return CliRunner().invoke(main, arguments, prog_name="prontas")


@pytest.mark.parametrize("language", WRONG)
def test_wrong_usage_is_told_in_the_language_that_was_asked_for(language):
    told = run("--language", language, "draw", "--randomness", "x")
    assert told.exit_code == 2
    assert [words for words in WRONG[language] if words not in told.stderr] == []


@pytest.mark.parametrize("language", [language for language in WRONG if language != "en"])
@pytest.mark.parametrize(
    ("arguments", "english"),
    [
        (("draw", "--randomness", "x", "--pool", "x"), "is not a valid"),
        (("draw", "--randomness", "x", "--pool", "0"), "is not in the range"),
        (("draw", "--poll", "1"), "No such option"),
        (("drew",), "No such command"),
        (("draw", "--randomness"), "requires an argument"),
        (("draw", "--json=1"), "does not take a value"),
        (("reliability", "x.csv", "--scale", "cardinal"), "is not one of"),
        (("reliability", "x.csv"), "Choose from"),
        (("draw", "--randomness", "x", "--pool", "3", "--pick", "1", "more"), "unexpected"),
    ],
)
def test_no_way_to_be_wrong_is_told_in_english_to_others(language, arguments, english):
    assert english in run("--language", "en", *arguments).stderr
    told = run("--language", language, *arguments)
    assert told.exit_code == 2
    assert not any(words in told.stderr for words in (english, "Usage:", "Error: M", "Try '", "Invalid value"))


def test_help_has_no_english_left():
    told = run("--language", "es", "select", "--help").stdout
    assert [words for words in ("Opciones:", "[obligatoria]", "Muestra esta ayuda") if words not in told] == []


def test_a_draw_without_any_randomness_is_wrong_usage():
    told = run("--language", "es", "draw", "--randomness", " ", "--pool", "3", "--pick", "1")
    assert (told.exit_code, told.stdout) == (2, "")
    assert "Aquí no hay nada." in told.stderr


def test_click_still_says_what_we_have_words_for():
    source = "".join(path.read_text() for path in Path(click.__file__).parent.glob("*.py"))
    there = [words for words in SAID_BY_CLICK if f'"{words}"'.replace("\n", "\\n").replace("\t", "\\t") in source]
    assert there == list(SAID_BY_CLICK)
