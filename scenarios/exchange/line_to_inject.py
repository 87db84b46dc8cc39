"""One row of somebody else's list to an inject: nothing it says is lost, and what has no place is kept beside."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from injects.duration import write_duration
from scenarios.checking.timing import is_instant
from scenarios.exchange.channels import channel_of
from scenarios.exchange.headers import JOINED
from scenarios.exchange.line import Line
from scenarios.exchange.story import Story

KEPT = "x_msel"
_CONTINGENT = re.compile(
    r".*\b(?:contingen\w*|backup|optional|if needed|opcional|optionnel\w*|contingência)\b.*", re.I | re.S
)
_EXPECTED = re.compile(
    r".*\b(?:expected (?:player )?actions?|acci[oó]n(?:es)? esperadas?|aç(?:ão|ões) esperadas?|actions? attendues?)"
    r"\b.*",
    re.I | re.S,
)
_STEP = re.compile(r"\+[0-9]{1,4}[dhm]")
_BULLET = re.compile(r"^\s*(?:[-–—•*▪◦·]|\(?\d{1,2}[.)])\s+")
_LONGEST_TITLE = 80
# Of these an inject has one; those that follow may be one in each language.
_ONE_EACH = {"id", "at", "date", "story_time", "phase", "channel", "from", "to", "priority"}
_ONE_IN_EACH_LANGUAGE = {"title", "plain", "owner"}
Report = Callable[..., None]


@dataclass
class Draft:
    """What a row is becoming: its drill time, ``None`` where it waits for a hand; *columns* names columns by place."""

    line: Line
    columns: Mapping[int, str]
    at: timedelta | None = None
    phase: str = ""
    id: str = ""
    kept: dict[str, str] = field(default_factory=dict)


def write_inject(draft: Draft, story: Story, report: Report) -> dict[str, Any]:
    """Give the inject of a row. *report(field, code, …)* notes doubts."""
    line = draft.line
    told: dict[str, Any] = {"id": draft.id}
    told |= {"manual": True} if draft.at is None else {"at": write_duration(draft.at)}
    if phase := line.say("phase") or draft.phase:
        told["phase"] = story.phase(phase, draft.at)
    told |= _by_whom(draft, story, report)
    expected = _expected(draft)
    body = _text(line, "body", story.language)
    told["title"] = _text(line, "title", story.language) or _headline(body)
    if _EXPECTED.fullmatch(line.say("kind")) and body:
        # What is expected is never shown to those of whom it is.
        told["expected"] = [body, *expected]
    else:
        told |= {"body": body} if body else {}
        told |= {"expected": expected} if expected else {}
    told |= _about(draft, story, report)
    _keep_unused(draft)
    _keep_rest(draft)
    return told | ({KEPT: draft.kept} if draft.kept else {})


def _expected(draft: Draft) -> list[Any]:
    """Give the lines of all columns that say what is expected, side by side where each language has as many."""
    by_language: dict[str, list[str]] = {}
    for header in draft.line.headers:
        if header.field == "expected":
            lines = (_BULLET.sub("", part).strip() for part in draft.line.words(header).split("\n"))
            by_language.setdefault(header.text_language, []).extend(filter(None, lines))
    said = {language: lines for language, lines in by_language.items() if lines}
    if len(said) < 2:
        return next(iter(said.values()), [])
    if "" in said or len(set(map(len, said.values()))) > 1:
        # What belongs together cannot be told.
        _keep(draft, "expected")
        return next(iter(said.values()))
    return [dict(zip(said, lines, strict=True)) for lines in zip(*said.values(), strict=True)]


def waits_for_hand(line: Line) -> str:
    """Say why a row is brought by hand whatever its time: it is spare, or no inject but what is expected."""
    kind = line.say("kind")
    return kind if _CONTINGENT.fullmatch(kind) or _EXPECTED.fullmatch(kind) else ""


def _by_whom(draft: Draft, story: Story, report: Report) -> dict[str, Any]:
    line = draft.line
    told: dict[str, Any] = {}
    if said := line.say("channel"):
        channel = channel_of(said)
        if channel != said.casefold():
            _keep(draft, "channel")
        if channel is None:
            report("channel", "channel_guessed", value=said[:60])
        told["channel"] = channel or "document"
    if said := line.say("from"):
        told["from"] = story.characters.id_of(said)
    if seats := story.seats_in(line.say("to")):
        told["to"] = seats
    return told


def _about(draft: Draft, story: Story, report: Report) -> dict[str, Any]:
    line = draft.line
    told: dict[str, Any] = {}
    if said := line.say("story_time"):
        if _STEP.fullmatch(said) or is_instant(said):
            told["story_time"] = said
        else:
            _keep(draft, "story_time")
    if (said := line.say("priority").casefold()) in ("must", "should", "could"):
        told["priority"] = said
    elif said:
        _keep(draft, "priority")
    for name in ("plain", "note", "owner"):
        if words := _text(line, name, story.language):
            told[name] = words
    for part in re.split(r"[;\n]", line.say("objective")):
        if part.strip():
            story.objectives.id_of(part)
    for name in ("objective", "criteria", "points", "kind", "status"):
        _keep(draft, name)
    return told


def _text(line: Line, name: str, language: str) -> Any:
    """Give a text in each language that has a column of its own; of several columns what can be said one by one."""
    found: dict[str, list[str]] = {}
    for header in line.headers:
        if header.field == name and (words := line.words(header)):
            parts = found.setdefault(header.text_language, [])
            parts += [words] if words not in parts and (name in JOINED or not parts) else []
    said = {code or language: "\n\n".join(parts) for code, parts in found.items()}
    return next(iter(said.values()), "") if set(found) <= {""} else said


def _headline(body: Any) -> Any:
    """Make a title of the beginning of a message."""
    if isinstance(body, dict):
        return {language: _headline(words) for language, words in body.items()}
    first = re.split(r"\n|(?<=[.!?])\s", body, maxsplit=1)[0].strip()
    if len(first) <= _LONGEST_TITLE:
        return first
    return first[:_LONGEST_TITLE].rpartition(" ")[0].rstrip(",;:") + "…" if " " in first else first[:_LONGEST_TITLE]


def _keep(draft: Draft, name: str) -> None:
    """Keep the words of a field as they stand, under its header."""
    for header in draft.line.headers:
        if header.field == name and (words := draft.line.words(header)):
            draft.kept.setdefault(draft.columns[header.place], words)


def _keep_unused(draft: Draft) -> None:
    """Keep what stands in a second column of a field that an inject has once."""
    said: set[tuple[str, str]] = set()
    for header in draft.line.headers:
        name = header.field or ""
        if name not in _ONE_EACH | _ONE_IN_EACH_LANGUAGE or not (words := draft.line.words(header)):
            continue
        place = name, header.text_language if name in _ONE_IN_EACH_LANGUAGE else ""
        if place in said:
            draft.kept.setdefault(draft.columns[header.place], words)
        said.add(place)


def keep_time(draft: Draft) -> None:
    """Keep the time of a row that waits for a hand."""
    for name in ("at", "date"):
        _keep(draft, name)


def _keep_rest(draft: Draft) -> None:
    """Keep what stands in columns that are not known, or have no header at all."""
    line = draft.line
    known = {header.place for header in line.headers if header.field}
    for place, _value in enumerate(line.values):
        if place not in known and (words := line.words_at(place)):
            draft.kept.setdefault(draft.columns.get(place, f"column {place + 1}"), words)
