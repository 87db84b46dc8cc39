"""Every reader finds words: in her language, or in the first that is there."""

import pytest
from pydantic import ValidationError

from injects.text import Text

ORDER = ["es", "pt", "en"]


def test_a_string_is_the_same_in_every_language():
    text = Text("Ceiba")
    assert (text.say("pt", ORDER), text.languages, dict(text.every())) == ("Ceiba", frozenset(), {"": "Ceiba"})


def test_a_map_speaks_the_readers_language_or_the_first_of_the_scenario():
    text = Text({"en": "Red", "pt": "Vermelha"})
    assert [text.say(language, ORDER) for language in ("en", "pt", "fr")] == ["Red", "Vermelha", "Vermelha"]
    assert text.languages == {"en", "pt"}
    assert text.say("fr", ["fr"]) == ""


def test_words_that_are_nowhere_are_no_text():
    with pytest.raises(ValidationError):
        Text({})
