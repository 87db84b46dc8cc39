"""A part of a scenario between its form and its text: what was typed as changes, what is wrong beside its input."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import url_for

from scenarios.finding import Finding
from scenarios.node import Path
from simulator.refusal import Refusal
from web.editor.forms.choices import Choices
from web.editor.forms.inject import INJECT, WHEN
from web.editor.forms.sections import SECTIONS
from web.editor.forms.shown import Shown, show_all
from web.editor.forms.spec import Field
from web.editor.forms.typed import Places
from web.editor.understanding import Understood
from web.words.findings import words_of_finding

TIMES = tuple(one.key for one in WHEN)


@dataclass(frozen=True)
class Part:
    """An inject, or a section of the scenario: its fields, where it lies, and what is written there."""

    fields: tuple[Field, ...]
    path: Path
    raw: Mapping[str, Any]
    line: str = ""
    section: str = ""


def part_of(known: Understood, of: str, name: str) -> Part:
    """Find the part that a form is about; refuse one that is not there."""
    if of == "inject" and (found := known.inject(name)):
        return Part(INJECT, ("injects", found[0]), found[1], line=name)
    if of == "section" and name in SECTIONS:
        return Part(SECTIONS[name].fields, (), known.plain, section=name)
    raise Refusal("not_found")


def shown(part: Part, known: Understood, language: str) -> list[Shown]:
    """Show what is written."""
    return show_all(part.fields, part.raw, Choices(known.plain, language), "", part.path)


def when_of(raw: Mapping[str, Any]) -> str:
    """Say which of the three ways to come an inject states; the first where it states none."""
    return next((key for key in TIMES if raw.get(key) not in (None, False)), "at")


def described(finding: Finding, language: str) -> dict[str, Any]:
    """Give a finding as a page shows it."""
    return {
        "severity": finding.severity, "code": finding.code, "words": words_of_finding(finding, language),
        "help": url_for("editor.explained", finding=finding.code), "line": finding.line, "column": finding.column,
    }  # fmt: skip


def beside(known: Understood, findings: Iterable[Finding], path: Path, places: Places, language: str) -> dict[str, Any]:
    """Sort findings by the input that they concern: the nearest one that holds what they are about."""
    found: dict[str, list[dict[str, Any]]] = {}
    for finding in findings:
        about = known.places.path_of(finding)
        if about[: len(path)] != path or (not path and about[:1] not in places):
            continue
        inside = about[len(path) :]
        at = next((places[inside[:end]] for end in range(len(inside), 0, -1) if inside[:end] in places), "")
        # A text has one list of findings below all its languages; each says which it is about.
        at, _colon, code = at.partition(":")
        found.setdefault(at, []).append(described(finding, language) | {"language": code})
    return found


def places_of(parts: Iterable[Shown], path: Path) -> Places:
    """Give the input of every path of what is shown."""
    found: Places = {}
    for one in parts:
        found[one.path[len(path) :]] = one.at
        for code, _words in one.texts:
            if code:
                found[(*one.path[len(path) :], code)] = f"{one.at}:{code}"
        found |= places_of(one.parts, path)
        for row in (row for row in one.rows if not row.is_new):
            for part in row.parts[:1]:
                inner = part.path if part.at == row.at else part.path[:-1]
                found[inner[len(path) :]] = row.at
            found |= places_of(row.parts, path)
    return found
