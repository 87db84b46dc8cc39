"""A scenario that was written here as a CEXF document."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from injects.duration import parse_duration
from scenarios.exchange.cexf_check import is_uuid
from scenarios.exchange.cexf_lift import OURS

_USUAL = ("U", "M", "S", "P")
_NAMESPACE = "prontas"
# The schema wants one.
FIRST_VERSION = "1"


def own_cexf(document: Mapping[str, Any]) -> dict[str, Any]:
    """Give the document of a scenario that was written here; what CEXF has no words for is kept inside."""
    cexf = around(document)
    cexf["exercise"]["meta"][OURS] = dict(document)
    return cexf


def around(document: Mapping[str, Any]) -> dict[str, Any]:
    """Give what CEXF itself can say of a scenario, as its schema and its editor want it."""
    languages = document["languages"]
    uuids = {inject["id"]: uuid_of(document["id"], inject["id"]) for inject in document["injects"]}
    exercise = {
        "uuid": uuid_of(document["id"], ""), "name": say(document["title"], languages),
        "description": say(document.get("summary"), languages), "namespace": _NAMESPACE,
        "meta": {"author": ", ".join(document.get("authors") or ()) or "Prontas", "level": "beginner", "priority": 1},
        "tags": list(document.get("tags") or ()), "total_duration": str(seconds_in(document["duration"])),
        "version": document.get("version") or FIRST_VERSION,
    }  # fmt: skip
    return {
        "exercise": exercise,
        "inject_flow": [flow_of(inject, uuids, languages) for inject in document["injects"]],
        "inject_payloads": [_payload(inject, uuids, languages) for inject in document["injects"] if inject.get("body")],
        "injects": [inject_of(inject, uuids, document) for inject in document["injects"]],
    }


def say(text: Any, languages: Sequence[str]) -> str:
    """Give a text in the first language that it has."""
    if isinstance(text, Mapping):
        return next((text[language] for language in languages if language in text), "")
    return text or ""


def uuid_of(scenario: str, inject: str) -> str:
    """Give the UUID of a scenario or an inject: its id where that is one, else always the same for the same ids."""
    own = inject or scenario
    if is_uuid(own):
        return own
    return str(UUID(bytes=hashlib.sha256(f"{scenario}\n{inject}".encode()).digest()[:16], version=4))


def seconds_in(written: Any) -> int:
    """Give a length in whole seconds."""
    return int(parse_duration(written).total_seconds())


def flow_of(inject: Mapping[str, Any], uuids: Mapping[str, str], languages: Sequence[str]) -> dict[str, Any]:
    """Give when an inject comes."""
    at, after = inject.get("at"), inject.get("after")
    seconds = None if at is None else seconds_in(at)
    trigger = "manual" if seconds is None else "triggered_at" if seconds else "startex"
    return {
        "description": say(inject.get("note"), languages) or say(inject["title"], languages),
        "inject_uuid": uuids[inject["id"]],
        "reporting_callback": [],
        "requirements": {"inject_uuid": uuids[after["inject"]]} if after else {},
        "sequence": {"completion_trigger": [], "followed_by": [], "trigger": [] if after else [trigger]},
        "timing": {"triggered_at": seconds, "periodic_run_every": None},
    }


def _payload(inject: Mapping[str, Any], uuids: Mapping[str, str], languages: Sequence[str]) -> dict[str, Any]:
    parameters = payload_parameters(inject, uuids[inject["id"]], languages)
    return {"uuid": uuid_of(uuids[inject["id"]], f"{inject['id']} body"), "name": say(inject["title"], languages),
            "type": "file", "parameters": parameters}  # fmt: skip


def payload_parameters(inject: Mapping[str, Any], uuid: str, languages: Sequence[str]) -> dict[str, Any]:
    """Give the words of an inject's body, in all its languages."""
    body = inject["body"]
    by_language = dict(body) if isinstance(body, Mapping) else dict.fromkeys(languages, body)
    return {"content": say(body, languages), "content-type": "text/markdown", "filename": f"{inject['id']}.md",
            "x-inject-uuid": uuid, "x-i18n": by_language}  # fmt: skip


def inject_of(inject: Mapping[str, Any], uuids: Mapping[str, str], document: Mapping[str, Any]) -> dict[str, Any]:
    """Give what an inject is."""
    languages = document["languages"]
    told = {
        "uuid": uuids[inject["id"]], "name": say(inject["title"], languages), "action": "email_to_participants",
        "target_tool": "webhook", "inject_evaluation_join_type": "AND",
        "inject_evaluation": _evaluations(inject, document),
    }  # fmt: skip
    body = say(inject.get("body"), languages)
    return told | ({"description": body} if body else {})


def _evaluations(inject: Mapping[str, Any], document: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Give a criterion each. Without parameters nothing passes by itself: people rate."""
    rubric = document.get("rubric") or {}
    top = len(rubric.get("levels") or _USUAL) - 1
    criteria = (inject.get("ask") or {}).get("criteria") or ()
    return [
        {
            "parameters": [],
            "result": say(rubric["criteria"][name]["title"], document["languages"]),
            "evaluation_strategy": "data_filtering",
            "evaluation_context": {"x-rubric": {"criterion": name, "levels": list(rubric["levels"])}},
            "score_range": [0, top],
        }
        for name in criteria
    ]
