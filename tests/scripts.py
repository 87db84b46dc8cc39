"""Scenarios for tests, as plain dicts: the least that a drill can be made from, and what a test adds to it."""

from typing import Any

LEVELS = ["U", "M", "S", "P"]


def scenario(*injects: dict[str, Any], **over: Any) -> dict[str, Any]:
    """Give an unrated scenario of an hour in four languages; tests that rate pass ``rated=True``."""
    return {
        "format": 1, "id": "test", "languages": ["es", "pt", "en", "fr"], "title": "Prueba", "duration": "60m",
        "rated": False,
        "seats": {
            "lead": {"title": "Jefa"},
            "technical": {"title": "Técnica", "deputy": True},
            "communications": {"title": "Comunicación"},
        },
        "rubric": rubric(),
        "flags": {"isolated": "aislado", "paid": "pagado"},
        "hotwash": ["¿Qué salió bien?"],
        "injects": list(injects) or [text_inject("01"), info("02", at="30m")],
    } | over  # fmt: skip


def rubric() -> dict[str, Any]:
    """Give two criteria on the four HSEEP levels."""
    anchors = {level: f"nivel {level}" for level in LEVELS}
    return {
        "levels": LEVELS,
        "criteria": {
            "C1": {"title": "Decidir", "weight": 60, "levels": anchors},
            "C2": {"title": "Explicar", "weight": 40, "levels": anchors},
        },
    }


def inject(id: str, **more: Any) -> dict[str, Any]:
    """Give an inject; without a time of its own it comes after five minutes."""
    when = {} if {"at", "after", "manual"} & set(more) else {"at": "5m"}
    return {"id": id, "title": f"Inject {id}"} | when | more


def info(id: str, **more: Any) -> dict[str, Any]:
    """Give an inject that asks nothing."""
    return inject(id, **more)


def text_inject(id: str, due: str = "10m", ask: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    """Give an inject that asks for words, rated on two criteria."""
    question = {"kind": "text", "due": due, "criteria": ["C1", "C2"]} | (ask or {})
    return inject(id, ask=question, **more)


def choice_inject(id: str, due: str = "10m", ask: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    """Give a decision: A is worth 3 and isolates, B is worth 1, C nothing."""
    options = [
        {"id": "A", "label": "Aislar", "value": 3, "sets": ["isolated"]},
        {"id": "B", "label": "Mirar", "value": 1},
        {"id": "C", "label": "Esperar", "value": 0},
    ]
    return inject(id, ask={"kind": "choice", "due": due, "options": options} | (ask or {}), **more)
