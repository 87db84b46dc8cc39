"""A scenario as a CEXF document: one of our own, or one that was imported, with only what has changed."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from injects.duration import parse_duration
from scenarios.exchange.cexf_check import is_uuid
from scenarios.exchange.cexf_lift import OURS, lift, mapping

_USUAL = ("U", "M", "S", "P")
_NAMESPACE = "prontas"


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
        "tags": list(document.get("tags") or ()), "total_duration": str(_seconds(document["duration"])),
        "version": document.get("version") or "1",
    }  # fmt: skip
    return {
        "exercise": exercise,
        "inject_flow": [_flow(inject, uuids, languages) for inject in document["injects"]],
        "inject_payloads": [_payload(inject, uuids, languages) for inject in document["injects"] if inject.get("body")],
        "injects": [_inject(inject, uuids, document) for inject in document["injects"]],
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


def _seconds(written: Any) -> int:
    return int(parse_duration(written).total_seconds())


def _flow(inject: Mapping[str, Any], uuids: Mapping[str, str], languages: Sequence[str]) -> dict[str, Any]:
    at, after = inject.get("at"), inject.get("after")
    seconds = None if at is None else _seconds(at)
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
    body = inject["body"]
    by_language = dict(body) if isinstance(body, Mapping) else dict.fromkeys(languages, body)
    parameters = {"content": say(body, languages), "content-type": "text/markdown",
                  "filename": f"{inject['id']}.md", "x-inject-uuid": uuids[inject["id"]],
                  "x-i18n": by_language}  # fmt: skip
    return {"uuid": uuid_of(uuids[inject["id"]], f"{inject['id']} body"), "name": say(inject["title"], languages),
            "type": "file", "parameters": parameters}  # fmt: skip


def _inject(inject: Mapping[str, Any], uuids: Mapping[str, str], document: Mapping[str, Any]) -> dict[str, Any]:
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


def changed_cexf(source: Mapping[str, Any], document: Mapping[str, Any]) -> dict[str, Any]:
    """Give an imported document with what a scenario says differently now, and nothing else touched."""
    before = lift(source)
    languages = document["languages"]
    exercise = dict(source["exercise"])
    for key, name in (("name", "title"), ("description", "summary"), ("version", "version")):
        if say(document.get(name), languages) != say(before.get(name), before["languages"]):
            exercise[key] = say(document.get(name), languages)
    if document.get("tags") != before.get("tags"):
        exercise["tags"] = list(document.get("tags") or ())
    if parse_duration(document["duration"]) != parse_duration(before["duration"]):
        exercise["total_duration"] = str(_seconds(document["duration"]))
    patched = {**source, "exercise": exercise, **_changed_injects(source, before, document)}
    if lift(patched) != document:
        # CEXF has no words for the rest; whoever imports it here again gets all of it.
        exercise["meta"] = {**mapping(exercise.get("meta")), OURS: dict(document)}
    return patched


def _changed_injects(
    source: Mapping[str, Any], before: Mapping[str, Any], document: Mapping[str, Any]
) -> dict[str, list[Any]]:
    old = {inject["id"]: inject for inject in before["injects"]}
    uuids = _uuids(source, before)
    names = {one["id"]: uuids.get(one["id"]) or uuid_of(document["id"], one["id"]) for one in document["injects"]}
    kept = {entry["uuid"]: entry for entry in reversed(source["injects"])}
    flows = {entry["inject_uuid"]: entry for entry in reversed(source.get("inject_flow") or ())}
    injects, flow = [], []
    for inject in document["injects"]:
        uuid, was = names[inject["id"]], old.get(inject["id"])
        ours = _inject(inject, names, document)
        ours_flow = _flow(inject, names, document["languages"])
        injects.append(_patched(kept[uuid], ours, _differs(inject, was, document)) if was else ours)
        if was is None:
            flow.append(ours_flow)
        elif uuid in flows:
            flow.append(_patched(flows[uuid], ours_flow, _flow_differs(inject, was)))
    untouched = [inject["id"] for inject in document["injects"]] == [*old]
    if untouched:
        # In the order, and with the doubles, of the file.
        by_uuid = {entry["uuid"]: entry for entry in injects}
        by_flow = {entry["inject_uuid"]: entry for entry in flow}
        injects = [by_uuid[entry["uuid"]] for entry in source["injects"]]
        flow = [by_flow.get(entry["inject_uuid"], entry) for entry in source.get("inject_flow") or ()]
    return {"inject_flow": flow, "injects": injects}


def _uuids(source: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, str]:
    """Give the UUID of each inject that was lifted, by its id."""
    flows = list(dict.fromkeys(entry["inject_uuid"] for entry in source.get("inject_flow") or ()))
    there = list(dict.fromkeys(entry["uuid"] for entry in source["injects"]))
    order = [uuid for uuid in flows if uuid in there] + [uuid for uuid in there if uuid not in flows]
    return dict(zip((inject["id"] for inject in before["injects"]), order, strict=False))


def _differs(inject: Mapping[str, Any], was: Mapping[str, Any], document: Mapping[str, Any]) -> list[str]:
    pairs = (("name", "title"), ("description", "body"))
    languages = document["languages"]
    return [key for key, name in pairs if say(inject.get(name), languages) != say(was.get(name), languages)]


def _flow_differs(inject: Mapping[str, Any], was: Mapping[str, Any]) -> list[str]:
    same = all(inject.get(key) == was.get(key) for key in ("at", "after", "manual"))
    return [] if same else ["requirements", "sequence", "timing"]


def _patched(entry: Mapping[str, Any], ours: Mapping[str, Any], keys: Sequence[str]) -> dict[str, Any]:
    return {**entry, **{key: ours[key] for key in keys if key in ours}}
