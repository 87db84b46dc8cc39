"""The privacy notice, the rules of the drill and the words of each consent: a folder a version, a file a language.

Words that people have read and agreed to never change under their version: new words are a new folder, named in
`simulator.notice`; who applies to a call reads one of its own. A line ``# name`` begins a text; ``{name}`` stands for
what differs.
"""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from markupsafe import Markup, escape

from simulator.notice import APPLICATION_NOTICE, NOTICE, PURPOSES
from web.markdown import to_html
from web.words import known_language

_HEADING = re.compile(r"^# ([a-z-]+)$", re.MULTILINE)
_GAP = re.compile(r"\{(name|contact)\}")


def rules(language: str, *, ai_allowed: bool) -> Markup:
    """Give the rules of a drill in a language."""
    texts = texts_of(NOTICE, known_language(language))
    return _html(texts["rules"].replace("{ai}", texts["ai-allowed" if ai_allowed else "ai-forbidden"]))


def privacy(language: str, controller: Mapping[str, str]) -> Markup:
    """Give the privacy notice in a language; it names the *controller*, as plain words, where there is one."""
    texts = texts_of(NOTICE, known_language(language))
    if not controller["name"]:
        return _html(texts["privacy"].replace("{controller}", texts["controller-unset"]))
    return _named(texts, controller)


def application_privacy(language: str, controller: Mapping[str, str]) -> Markup:
    """Give the privacy notice of applications in a language; the call names who answers for them."""
    return _named(texts_of(APPLICATION_NOTICE, known_language(language)), controller)


def _named(texts: Mapping[str, str], controller: Mapping[str, str]) -> Markup:
    html = _html(texts["privacy"].replace("{controller}", texts["controller"]))
    # Filled in last: what an organizer has typed is no Markdown and no HTML.
    return Markup(_GAP.sub(lambda gap: str(escape(controller[gap[1]])), html))  # noqa: S704


def purposes(language: str) -> Mapping[str, Markup]:
    """Give the words of the consent to each purpose in a language, to stand beside a box or a switch."""
    texts = texts_of(NOTICE, known_language(language))
    return {purpose: _html(texts[purpose]).strip().removeprefix("<p>").removesuffix("</p>") for purpose in PURPOSES}


def _html(markdown: str) -> Markup:
    return Markup(to_html(markdown))  # noqa: S704


@cache
def texts_of(version: str, language: str) -> Mapping[str, str]:
    """Give the texts of a version in a language by their names."""
    content = files("web.notice").joinpath(version, f"{language}.md").read_text("utf-8")
    _before, *parts = _HEADING.split(content)
    return {name: text.strip() for name, text in zip(parts[::2], parts[1::2], strict=True)}
