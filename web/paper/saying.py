"""Saying a page's words in a language of its own, which need not be that of who looks at it."""

from collections.abc import Callable
from typing import Any

from web.words import say


def speaker(language: str) -> Callable[..., str]:
    """Give what stands for ``_`` in a template that is written in *language*."""

    def spoken(words: str, /, **parameters: Any) -> str:
        return say(language, words, **parameters)

    return spoken
