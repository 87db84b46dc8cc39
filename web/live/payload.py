"""What goes over the wire: an event with its Markdown rendered beside the source."""

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
