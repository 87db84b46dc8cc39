"""The log of a serving process: a JSON object a line where a program reads it, plain lines on a terminal.

A line says when (UTC), how bad, what, in which process, and where there is one for which request and drill. What is
logged are words of ours; of an unexpected error the place and its class (`web/refused.py`). Nothing here adds what
somebody has sent: the address that was asked for, say, may hold a code.

gunicorn's master loads this before anything is patched by gevent, so it knows nothing of pages: `request_ids.py` does.
"""

import json
import logging
import os
import sys
from collections.abc import Callable, Mapping, MutableMapping
from typing import IO, Any, Literal

import structlog

Style = Literal["json", "lines"]
# What a line may have beside its words; what else a library hangs on a record stays out.
FACTS = ("kind", "count", "trace", "drill", "epoch", "seconds", "owner")


def style_for(wanted: str, stream: IO[str] | None = None) -> Style:
    """Give how a log is written: as it is wanted; *auto* is for people on a terminal, and for programs elsewhere."""
    if wanted == "auto":
        return "lines" if (stream or sys.stdout).isatty() else "json"
    return "lines" if wanted == "lines" else "json"


def log_to(stream: IO[str], style: Style, level: str) -> None:
    """Let everything that this process logs go to a stream, in a style; what was set before goes."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(lines() if style == "lines" else json_lines())
    root = logging.getLogger()
    for old in [one for one in root.handlers if getattr(one, "of_prontas", False)]:
        root.removeHandler(old)
    handler.of_prontas = True  # type: ignore[attr-defined]
    root.addHandler(handler)
    # Libraries tell their life at length; ours and gunicorn's is what somebody who watches needs.
    root.setLevel(logging.WARNING)
    for name in ("prontas", "gunicorn.error"):
        logging.getLogger(name).setLevel(level.upper())


def lines() -> logging.Formatter:
    """Give the form of lines for people."""
    return logging.Formatter("%(asctime)s %(levelname)-7s %(message)s", "%H:%M:%S")


def json_lines() -> logging.Formatter:
    """Give the form of lines for programs."""
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[
            structlog.processors.TimeStamper(fmt="iso", utc=True, key="time"),
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.stdlib.ExtraAdder(FACTS),
            _where,
            structlog.processors.format_exc_info,
        ],
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _in_order, _as_json],
    )


_more: list[Callable[[], Mapping[str, str]]] = []


def tell_also(ask: Callable[[], Mapping[str, str]]) -> None:
    """Let each line say also what *ask* gives when it is written; what the line says itself stands."""
    _more.append(ask)


def _where(_logger: Any, _name: str, told: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    told["process"] = os.getpid()
    for ask in _more:
        for name, value in ask().items():
            told.setdefault(name, value)
    return told


def _in_order(_logger: Any, _name: str, told: MutableMapping[str, Any]) -> Mapping[str, Any]:
    first = ("time", "level", "event")
    return {name: told[name] for name in (*first, *sorted(set(told) - set(first))) if name in told}


def _as_json(_logger: Any, _name: str, told: Mapping[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False, default=str)
