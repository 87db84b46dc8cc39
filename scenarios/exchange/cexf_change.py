"""What a scenario says differently now than the CEXF document that it came from, written into that document."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from injects.duration import parse_duration
from scenarios.exchange.cexf_lift import OURS, clean, in_order, lift, mapping, triggers_of, without_ours
from scenarios.exchange.cexf_write import (
    FIRST_VERSION,
    flow_of,
    inject_of,
    payload_parameters,
    say,
    seconds_in,
    uuid_of,
)

_RATED_HERE = "x-rubric"


def changed_cexf(source: Mapping[str, Any], document: Mapping[str, Any]) -> dict[str, Any]:
    """Give an imported document with what a scenario says differently now, and nothing else touched."""
    before = lift(source)
    exercise = _exercise(source["exercise"], before, document)
    if OURS in mapping(exercise.get("meta")):
        exercise["meta"] = {key: value for key, value in exercise["meta"].items() if key != OURS}
    patched = {**source, "exercise": exercise, **_Injects(source, before, document).changed()}
    if parse_duration(lift(patched)["duration"]) != parse_duration(document["duration"]):
        # Also where it was worked out from the times of injects.
        seconds = seconds_in(document["duration"])
        exercise["total_duration"] = seconds if isinstance(exercise.get("total_duration"), int) else str(seconds)
    if lift(patched) != document:
        # CEXF has no words for the rest; whoever imports it here again gets all of it.
        exercise["meta"] = {**mapping(exercise.get("meta")), OURS: dict(document)}
    return patched


def is_said_by(document: Mapping[str, Any], cexf: Mapping[str, Any]) -> bool:
    """Say whether a CEXF document says all of a scenario that it can say; what else is in it may be anything."""
    bare = without_ours(cexf)
    try:
        return without_ours(changed_cexf(bare, document)) == bare
    except (KeyError, TypeError, ValueError, AttributeError):
        return False


def _exercise(exercise: Mapping[str, Any], before: Mapping[str, Any], document: Mapping[str, Any]) -> dict[str, Any]:
    languages, now = document["languages"], dict(exercise)
    for key, name in (("name", "title"), ("description", "summary"), ("version", "version")):
        said = say(document.get(name), languages) or (FIRST_VERSION if key == "version" else "")
        if said != (before.get(name) or (FIRST_VERSION if key == "version" else "")):
            now[key] = said
    if list(document.get("tags") or ()) != before.get("tags", []):
        now["tags"] = list(document.get("tags") or ())
    return now


class _Injects:
    """The injects of a document, each beside what was read from it and what a scenario says of it now."""

    def __init__(self, source: Mapping[str, Any], before: Mapping[str, Any], document: Mapping[str, Any]) -> None:
        self._source, self._document, self._languages = source, document, document["languages"]
        self._pairs = in_order(source)
        self._before = before["injects"]
        self._place = self._places()
        injects = document["injects"]
        self._former = {one["id"]: entry["uuid"] for one, (entry, _flow) in zip(self._before, self._pairs, strict=True)}
        self._uuids = {
            one["id"]: self._pairs[self._place[one["id"]]][0]["uuid"]
            if one["id"] in self._place
            else uuid_of(document["id"], one["id"])
            for one in injects
        }

    def _places(self) -> dict[str, int]:
        """Say which inject of the document each one of the scenario is: by its id, else by the UUID made from it."""
        by_id = {one["id"]: place for place, one in enumerate(self._before)}
        by_uuid: dict[str, int] = {}
        for place, (entry, _flow) in enumerate(self._pairs):
            by_uuid.setdefault(entry["uuid"], place)
        # A second one with the same UUID is no flow's.
        self._first = set(by_uuid.values())
        of_uuid = {
            one["id"]: by_uuid.get(uuid_of(self._document["id"], one["id"])) for one in self._document["injects"]
        }
        found = {name: by_id.get(name, place) for name, place in of_uuid.items()}
        return {name: place for name, place in found.items() if place is not None}

    def changed(self) -> dict[str, list[Any]]:
        """Give the lists of the document that speak of injects."""
        entries, flows = _Woven(self._source["injects"]), _Woven(self._source.get("inject_flow") or [])
        there = set(self._place.values())
        for number, (entry, flow) in enumerate(self._pairs):
            if number not in there:
                entries.leave_out(entry)
                flows.leave_out(flow)
        for inject in self._document["injects"]:
            place = self._place.get(inject["id"])
            if place is None:
                entries.add(inject_of(inject, self._uuids, self._document))
                flows.add(flow_of(inject, self._uuids, self._languages))
                continue
            (entry, flow), was = self._pairs[place], self._before[place]
            entries.change(entry, self._entry(entry, was, inject))
            if flow:
                flows.change(flow, self._flow(entry, flow, was, inject))
            elif place in self._first and (self._when(inject) != self._when(was, entry) or inject.get("note")):
                flows.add(flow_of(inject, self._uuids, self._languages))
        order = [self._place[one["id"]] for one in self._document["injects"] if one["id"] in self._place]
        # Where injects changed places, the flow is what says so.
        told = {"injects": entries.list(), "inject_flow": flows.list(anew=order != sorted(order))}
        if self._source.get("inject_payloads"):
            told["inject_payloads"] = [*self._payloads()]
        return {key: value for key, value in told.items() if value or self._source.get(key)}

    def _entry(self, entry: Mapping[str, Any], was: Mapping[str, Any], inject: Mapping[str, Any]) -> dict[str, Any]:
        now = dict(entry)
        for key, name in (("name", "title"), ("description", "body")):
            if (said := say(inject.get(name), self._languages)) != (was.get(name) or ""):
                now[key] = said
        evaluations = entry.get("inject_evaluation")
        results = _results(evaluations)
        expected = [say(one, self._languages) for one in inject.get("expected") or ()]
        if isinstance(evaluations, list) and len(results) == len(expected):
            now["inject_evaluation"] = list(evaluations)
            for place, said in zip(results, expected, strict=True):
                if said != clean(evaluations[place]["result"]):
                    now["inject_evaluation"][place] = {**evaluations[place], "result": said}
        return now

    def _flow(
        self, entry: Mapping[str, Any], flow: Mapping[str, Any], was: Mapping[str, Any], inject: Mapping[str, Any]
    ) -> dict[str, Any]:
        now = dict(flow)
        note = say(inject.get("note"), self._languages)
        if not note and was.get("note") == was["title"]:
            # Without a note a flow says the title.
            note = say(inject["title"], self._languages)
        if note != (was.get("note") or ""):
            now["description"] = note
        former, when = self._when(was, entry), self._when(inject)
        return now if when == former else now | _timed(flow, former, when)

    def _when(self, inject: Mapping[str, Any], entry: Mapping[str, Any] | None = None) -> tuple[int | None, str | None]:
        """Give the seconds, and the UUID of the inject before; of what was read from an *entry*, or is so now."""
        if "at" in inject:
            return seconds_in(inject["at"]), None
        before = mapping(inject.get("after")).get("inject")
        if before is None:
            return None, None
        return None, self._former[before] if entry is not None else self._uuids[before]

    def _payloads(self) -> Iterator[Any]:
        """Give the payloads, those that we once wrote with the words of now."""
        injects = {self._uuids[one["id"]]: one for one in self._document["injects"]}
        for payload in self._source["inject_payloads"]:
            parameters = mapping(mapping(payload).get("parameters"))
            uuid = parameters.get("x-inject-uuid")
            inject = injects.get(uuid) if isinstance(uuid, str) else None
            if uuid is None:
                yield payload
            elif inject and inject.get("body"):
                said = payload_parameters(inject, uuid, self._languages)
                yield {**payload, "parameters": {**parameters, **{key: said[key] for key in ("content", "x-i18n")}}}


class _Woven:
    """A list of the file with what was changed, taken out, or put after what it follows."""

    def __init__(self, old: Sequence[Any]) -> None:
        self._old = old
        self._now = {id(one): one for one in old}
        self._new: dict[int | None, list[Any]] = {}
        self._order: list[Any] = []
        self._last: int | None = None

    def leave_out(self, one: Any) -> None:
        """Take an entry out."""
        self._now.pop(id(one), None)

    def change(self, one: Any, now: Any) -> None:
        """Give an entry as it is now; what is added next follows it."""
        self._now[id(one)], self._last = now, id(one)
        self._order.append(now)

    def add(self, new: Any) -> None:
        """Put an entry after the last one that was named."""
        self._new.setdefault(self._last, []).append(new)
        self._order.append(new)

    def list(self, *, anew: bool = False) -> list[Any]:
        """Give the list in the order of the file, or *anew* in the order in which its entries were named."""
        if anew:
            named = {id(one) for one in self._order}
            return self._order + [now for now in self._now.values() if id(now) not in named]
        woven = self._new.get(None, [])[:]
        for one in self._old:
            woven += [self._now[id(one)]] if id(one) in self._now else []
            woven += self._new.get(id(one), [])
        return woven


def _results(evaluations: Any) -> list[int]:
    """Say which evaluations have a result in words of their own; a criterion of ours has none."""
    return [
        place
        for place, one in enumerate(evaluations if isinstance(evaluations, list) else ())
        if clean(mapping(one).get("result")) and _RATED_HERE not in mapping(one.get("evaluation_context"))
    ]


def _timed(
    flow: Mapping[str, Any], former: tuple[int | None, str | None], when: tuple[int | None, str | None]
) -> dict[str, Any]:
    """Give the parts of a flow that say when, with as little as possible changed."""
    seconds, before = when
    sequence = {"completion_trigger": [], "followed_by": [], "trigger": [], **mapping(flow.get("sequence"))}
    triggers = triggers_of(flow)
    if seconds is None or former[0] is None or (seconds and "startex" in triggers):
        kind = "manual" if seconds is None else "triggered_at" if seconds else "startex"
        sequence["trigger"] = [] if before else [kind]
    told = {
        "sequence": sequence,
        "timing": {"periodic_run_every": None, **mapping(flow.get("timing")), "triggered_at": seconds},
    }
    requirements = mapping(flow.get("requirements"))
    if before:
        told["requirements"] = {**requirements, "inject_uuid": before}
    elif seconds is None or former[1]:
        # One that is hidden by a time does no harm, and stays.
        told["requirements"] = {key: value for key, value in requirements.items() if key != "inject_uuid"}
    return told
