"""Markdown to HTML that is safe to show: no raw HTML goes in, an allow-list comes out."""

from functools import lru_cache

import nh3
from markdown_it import MarkdownIt

_parser = MarkdownIt("commonmark", {"html": False}).enable("table")
MOST_BRACKETS = 500
_TAGS = {
    "p", "br", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li", "h1", "h2", "h3", "h4", "hr",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip


@lru_cache(maxsize=4096)
def to_html(markdown: str) -> str:
    """Render Markdown; links are shown as words, so that no drill leads anybody out of it."""
    if markdown.count("[") > MOST_BRACKETS:
        # Each could begin a link, and looking for its end is most of the work; links are not shown anyway.
        markdown = markdown.replace("[", "\\[")
    html: str = nh3.clean(_parser.render(markdown), tags=_TAGS, attributes={"ol": {"start"}})
    return html
