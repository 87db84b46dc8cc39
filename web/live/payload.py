"""What goes over the wire: an event with its Markdown rendered beside the source."""

from collections.abc import Sequence
from typing import Any

from web.markdown import to_html


def for_the_wire(event: dict[str, Any]) -> dict[str, Any]:
    """Add the safe HTML of an inject's body, its plain version and its prompt."""
    inject = event.get("inject")
    if not isinstance(inject, dict):
        return event
    ask = inject["ask"]
    shown = inject | {"body_html": _html(inject["body"]), "plain_html": _html(inject["plain"])}
    if ask is not None:
        shown["ask"] = ask | {"prompt_html": _html(ask["prompt"])}
    return event | {"inject": shown}


def _html(markdown: str | None) -> str | None:
    return to_html(markdown) if markdown else None


# What a line of 64 kbit/s carries in some four seconds: a larger page would be asked for again before it is there.
LARGEST_PAGE = 32 * 1024
EVENT, TEXTS = 300, ("title", "body", "body_html", "plain", "plain_html")


def within_reach(events: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give the first of *events*, as many as fit into one page, and one at least."""
    size, fitting = 0, list[dict[str, Any]]()
    for event in events:
        size += _size(event)
        if fitting and size > LARGEST_PAGE:
            break
        fitting.append(event)
    return fitting


def _size(event: dict[str, Any]) -> int:
    # Near enough, and a tenth of the cost of writing it: what is long in an event is an inject's texts, or an answer's.
    inject, response = event.get("inject"), event.get("response")
    size = EVENT + 100 * len(event.get("members") or ())
    if isinstance(inject, dict):
        size += sum(len(inject[name] or "") for name in TEXTS) + (len(str(inject["ask"])) if inject["ask"] else 0)
    if isinstance(response, dict):
        size += len(str(response["content"]))
    return size
