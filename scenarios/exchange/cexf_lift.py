"""What of a CEXF document can be edited as a scenario; all else stays in the document, which is kept as it is.

The lifting is a pure function of the document: what a scenario says differently is what was changed in it.
"""

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from injects.duration import parse_duration, write_duration
from scenarios.exchange.names import Names, slug

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
OURS = "x-prontas"
_LEAD = "Team lead"
_ONE_STEP, _LEAST = timedelta(minutes=15), timedelta(minutes=60)
_MOST = 9000 * 86400


def lift(cexf: Mapping[str, Any]) -> dict[str, Any]:
    """Give what can be read from a sound CEXF document."""
    injects = [_inject(entry) for entry in in_order(cexf)]
    _number(injects)
    _untangle(injects)
    return _head(cexf["exercise"], injects) | {"injects": injects}


def without_ours(cexf: Mapping[str, Any]) -> dict[str, Any]:
    """Give a document without the scenario that is kept in it."""
    exercise = dict(cexf["exercise"])
    exercise["meta"] = {key: value for key, value in mapping(exercise.get("meta")).items() if key != OURS}
    return {**cexf, "exercise": exercise}


def mapping(value: Any) -> Mapping[str, Any]:
    """Give a mapping; an empty one for anything else."""
    return value if isinstance(value, Mapping) else {}


def clean(words: Any) -> str:
    """Give words that a scenario may hold."""
    return _UNWRITABLE.sub("\ufffd", words).strip() if isinstance(words, str) else ""


def in_order(cexf: Mapping[str, Any]) -> list[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """Give injects with the flow of each: those in the flow in its order, then the others in the file's."""
    by_uuid: dict[str, Mapping[str, Any]] = {}
    for inject in cexf["injects"]:
        by_uuid.setdefault(inject["uuid"], inject)
    flows: dict[str, Mapping[str, Any]] = {}
    for flow in cexf.get("inject_flow") or ():
        flows.setdefault(flow["inject_uuid"], flow)
    first = [(by_uuid[uuid], flow) for uuid, flow in flows.items() if uuid in by_uuid]
    taken = {id(inject) for inject, _flow in first}
    return first + [(inject, {}) for inject in cexf["injects"] if id(inject) not in taken]


def _inject(entry: tuple[Mapping[str, Any], Mapping[str, Any]]) -> dict[str, Any]:
    inject, flow = entry
    told: dict[str, Any] = {"id": inject["uuid"], **_when(flow)}
    told["channel"] = "email" if inject.get("action") == "email_to_participants" else "siem"
    told["title"] = clean(inject["name"]) or "—"
    if body := clean(inject.get("description")):
        told["body"] = body
    evaluations = inject.get("inject_evaluation")
    results = [clean(mapping(one).get("result")) for one in evaluations] if isinstance(evaluations, list) else []
    if expected := [result for result in results if result]:
        told["expected"] = expected
    if note := clean(flow.get("description")):
        told["note"] = note
    return told


def triggers_of(flow: Mapping[str, Any]) -> list[Any]:
    """Give what starts an inject: a list, which in some files is a word."""
    trigger = mapping(flow.get("sequence")).get("trigger")
    return [trigger] if isinstance(trigger, str) else trigger if isinstance(trigger, list) else []


def _when(flow: Mapping[str, Any]) -> dict[str, Any]:
    triggers = triggers_of(flow)
    seconds = mapping(flow.get("timing")).get("triggered_at")
    before = mapping(flow.get("requirements")).get("inject_uuid")
    if "startex" in triggers:
        return {"at": "0"}
    if isinstance(seconds, int | float) and not isinstance(seconds, bool) and 0 <= seconds < _MOST:
        return {"at": write_duration(timedelta(seconds=int(seconds)))}
    if isinstance(before, str) and before:
        return {"after": {"inject": before}}
    return {"manual": True}


def _number(injects: list[dict[str, Any]]) -> None:
    """Give every inject an id: its UUID where that can be one and is the only one."""
    names = Names("inject")
    ids: dict[str, str] = {}
    for inject in injects:
        uuid = inject["id"]
        inject["id"] = names.free(uuid if _ID.fullmatch(uuid) else slug(uuid) or "inject")
        ids.setdefault(uuid, inject["id"])
    for inject in injects:
        if "after" in inject:
            inject["after"] = {"inject": ids.get(inject["after"]["inject"], "")}


def _untangle(injects: list[dict[str, Any]]) -> None:
    """Let what waits for nothing that is there, or closes a circle, wait for a hand."""
    by_id = {inject["id"]: inject for inject in injects}
    sound: set[str] = set()
    for inject in injects:
        walk: dict[str, None] = {}
        here = inject
        while "after" in here and here["id"] not in sound:
            walk[here["id"]] = None
            before = here["after"]["inject"]
            if before in walk or before not in by_id:
                del here["after"]
                here["manual"] = True
                _second(here)
                break
            here = by_id[before]
        sound.update(walk)


def _second(inject: dict[str, Any]) -> None:
    """Keep the order of keys that an inject is written in: id, when, all else."""
    rest = {key: inject.pop(key) for key in [*inject] if key not in ("id", "manual")}
    inject.update(rest)


def _head(exercise: Mapping[str, Any], injects: list[dict[str, Any]]) -> dict[str, Any]:
    uuid = exercise["uuid"]
    title = clean(exercise["name"]) or "—"
    told: dict[str, Any] = {"format": 1, "id": uuid if _ID.fullmatch(uuid) else slug(uuid) or "cexf"}
    if version := clean(exercise.get("version")):
        told["version"] = version
    told |= {"languages": ["en"], "title": title}
    if summary := clean(exercise.get("description")):
        told["summary"] = summary
    told |= {"duration": _duration(exercise.get("total_duration"), injects), "rated": False}
    tags = exercise.get("tags")
    if found := [clean(tag) for tag in tags if clean(tag)] if isinstance(tags, list) else []:
        told["tags"] = found
    return told | {"seats": {"lead": {"title": _LEAD}}}


def _duration(written: Any, injects: list[dict[str, Any]]) -> str:
    last = max((parse_duration(one["at"]) for one in injects if "at" in one), default=timedelta(0))
    # Text by the specification; a number where somebody wrote the file by hand.
    words = str(written) if isinstance(written, str | int) and not isinstance(written, bool) else ""
    stated = int(words) if re.fullmatch(r"[0-9]{1,8}", words, re.ASCII) else 0
    if timedelta(seconds=stated) > last:
        return write_duration(timedelta(seconds=stated))
    return write_duration(max(last + _ONE_STEP, _LEAST))
