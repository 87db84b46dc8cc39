"""The words of STOP: they stand in every language at once, because nobody may miss them."""

from web.words import LANGUAGES, N_, say

TITLE = N_("STOP – real emergency")
SENTENCE = N_("The exercise is suspended. Follow your institution's real instructions. Your texts are saved.")


def stop_words() -> list[dict[str, str]]:
    """Give title and sentence of STOP in each language, each with its code."""
    return [{"language": code, "title": say(code, TITLE), "sentence": say(code, SENTENCE)} for code in LANGUAGES]
