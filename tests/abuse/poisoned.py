"""A drill in which every field holds the whole corpus: the scenario's texts, names, answers, ratings, files."""

import io
import zipfile
from itertools import count

import yaml

from tests.abuse.corpus.scripts import ALL_SCRIPTS
from tests.scripts import LEVELS

LONG = "\n\n".join(ALL_SCRIPTS).replace("\x00", "")


def _packed(longest: int) -> tuple[str, ...]:
    names: list[str] = []
    for line in sorted({" ".join(one.split()) for one in ALL_SCRIPTS}):
        if not 0 < len(line) <= longest or not line.isprintable():
            continue
        together = f"{names[-1]} {line}" if names else line
        if names and len(together) <= longest:
            names[-1] = together
        else:
            names.append(line)
    return tuple({name.casefold(): name for name in names}.values())


# What fits into names: every payload that is one line a person can see, as many to a name as it holds.
NAMES, LONGER_NAMES = _packed(80), _packed(120)
_turn = count()


def long_text() -> str:
    """Give the whole corpus, beginning with another payload each time: none always stands in another's shadow."""
    start = next(_turn) % len(ALL_SCRIPTS)
    return "\n\n".join((*ALL_SCRIPTS[start:], *ALL_SCRIPTS[:start])).replace("\x00", "")


def text() -> str:
    """Give a text of a scenario, full of it in every language."""
    return long_text()


def file_names() -> list[str]:
    """Give names of attachments: every payload that can stand in a path."""
    return [f"{name.replace('/', '∕')}.txt" for name in NAMES if "\\" not in name]


def poisoned_scenario() -> dict:
    """Give a rated scenario whose every text is the corpus: all kinds of asks, files, replies, notes."""
    anchors = {level: long_text() for level in LEVELS}
    option = {"label": text(), "feedback": text()}
    fields = [
        {"id": "t", "label": text(), "kind": "text"},
        {"id": "n", "label": text(), "kind": "number"},
        {"id": "c", "label": text(), "kind": "choice", "options": [text(), text()]},
        {"id": "b", "label": text(), "kind": "table", "columns": [text(), text()], "rows": 3},
    ]
    words = {"title": text(), "body": text(), "plain": "<script>canary()</script> <img src=x onerror=canary()>"}
    told = words | {"script": text(), "expected": [text()], "note": text(), "owner": long_text()}
    rated = {"due": "10m", "prompt": text(), "criteria": ["C1", "C2"], "weight": 2}
    files = [{"file": name, "alt": name, "transcript": name} for name in file_names()]
    asks = {
        "01": {"kind": "text", "benchmarks": [{"level": "P", "text": text()}]} | rated,
        "02": {"kind": "form", "fields": fields} | rated,
        "03": {"kind": "choice", "due": "10m", "prompt": text(), "rationale": True, "criteria": ["C1", "C2"],
               "options": [{"id": "A", "value": 3, **option}, {"id": "B", **option}]},
        "04": {"kind": "choices", "due": "10m", "prompt": text(),
               "options": [{"id": "A", "value": 3, **option}, {"id": "B", **option}]},
        "05": {"kind": "acknowledge", "prompt": text()},
    }  # fmt: skip
    injects = [
        {"id": id, "at": "1m", "channel": "email", "from": "minister", **told, "ask": ask} for id, ask in asks.items()
    ]
    # The sender's name itself, where it has not the form of an id.
    injects.append({"id": "06", "at": "1m", "from": text(), "files": files, "story_time": "+2d", **told})
    injects.append({"id": "07", "at": "50m", "if": "isolated", **told})
    seats = {name: {"title": text(), "brief": text()} for name in ("lead", "technical", "communications")}
    return {
        "format": 1, "id": "test", "languages": ["es", "pt", "en", "fr"], "title": text(), "summary": text(),
        "content_note": text(), "authors": [long_text()], "licence": long_text(), "tags": [long_text()],
        "sources": [long_text()], "reviewed": {"es": long_text()}, "duration": "60m", "seats": seats,
        "characters": {"minister": {"name": text(), "role": text()}},
        "phases": {"detect": {"title": text(), "at": 0}}, "objectives": {"decide": {"title": text()}},
        "rubric": {"levels": LEVELS, "criteria": {
            "C1": {"title": text(), "weight": 60, "objective": "decide", "levels": anchors},
            "C2": {"title": text(), "weight": 40, "levels": anchors}}},
        "flags": {"isolated": text()}, "replies": {"csirt": {"title": text(), "body": text(), "from": "minister"}},
        "hotwash": [text(), text()], "x_note": long_text(), "injects": injects,
    }  # fmt: skip


def broken_package(payload: str) -> bytes:
    """Give an archive whose scenario is wrong in a way that quotes *payload*: its findings are shown."""
    document = {
        "format": 1,
        "id": payload,
        payload: payload,
        "languages": [payload],
        "title": {"xx-" + payload: payload},
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("scenario.yaml", yaml.safe_dump(document, allow_unicode=True))
    return packed.getvalue()
