"""How long a text is, counted as authors and teams count it: in words."""

from injects.answer_error import AnswerError

MOST_CHARACTERS = 20_000


def count_words(text: str) -> int:
    """Count the runs between white space."""
    return len(text.split())


def check_words(text: str, max_words: int | None) -> None:
    """Refuse a text beyond the ask's words, or one that no person has typed; raise ``AnswerError``."""
    if len(text) > MOST_CHARACTERS:
        raise AnswerError("answer_too_large", characters=len(text), max_characters=MOST_CHARACTERS)
    if max_words is not None and (words := count_words(text)) > max_words:
        raise AnswerError("answer_too_long", words=words, max_words=max_words)
