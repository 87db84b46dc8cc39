"""Decisions of two people as a programme's pages show them: in words, with what each is about."""

from collections.abc import Mapping, Sequence
from typing import Any

from scenarios.calls.call import Call
from web import door
from web.programme.words import DECIDED, seats_words
from web.words import N_, say


def told_decisions(call: Call, told: Sequence[Mapping[str, Any]], stage: str | None = None) -> list[dict[str, Any]]:
    """Give the decisions with their words; only those of one stage where it is named."""
    return [
        {**one, "words": _words(call, one), "about": _about(call, one)}
        for one in told
        if one["kind"] in DECIDED and stage in (None, one["subject"].get("stage"))
    ]


def _words(call: Call, one: Mapping[str, Any]) -> str:
    title = next((stage.title for stage in call.stages if stage.id == one["subject"].get("stage")), None)
    decided = DECIDED[one["kind"]]
    name = title.say(door.language(), call.languages) if title else ""
    return say(door.language(), decided, stage=name)


def _about(call: Call, one: Mapping[str, Any]) -> str:
    subject = one["subject"]
    if one["kind"] == "publish_awards":
        return say(door.language(), N_("list %(digest)s"), digest=str(subject["list"])[:12])
    if one["kind"] != "derogate":
        return ""
    # The application's code stands on the stage's page; here its id is enough to tell two exceptions apart.
    given = seats_words(subject["seats"], door.language())
    return f"{one.get('code') or subject['application']}: {given}"
