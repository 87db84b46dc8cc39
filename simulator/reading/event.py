"""One log row as one reader sees it: the payload of a socket event, and of the catch-up after a cut line."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from simulator.columns import EPOCH, MILLISECOND
from simulator.frozen import FrozenScenario
from simulator.playing import chosen_options
from simulator.reading.clock import clock_view, milliseconds
from simulator.reading.event_facts import EventFacts, Shown
from simulator.reading.inject import shown_inject
from simulator.reading.shapes import shape_of_event, shaped


@dataclass(frozen=True)
class Lens:
    """Whose eyes rows are seen with: her drill, her language, and her team, or none for the staff; and their facts."""

    now: datetime
    drill_id: str
    scenario: FrozenScenario
    language: str
    team_id: str | None
    facts: EventFacts

    def delivery(self, row: Mapping[str, Any]) -> Shown:
        """Give the delivery a row speaks of."""
        return self.facts.delivery(row, self.scenario.msel.by_id[row["payload"]["inject"]])


_TOLD = ("inject", "reason", "seconds", "joining", "order", "verb", "teams", "flag")


def event_view(lens: Lens, row: Mapping[str, Any], n: int) -> dict[str, Any]:
    """Give the event: its number for this reader, its kind, both times, and what this reader is told."""
    shape = shape_of_event(row["kind"], for_team=lens.team_id is not None)
    return shaped(shape, _view(lens, row, n), row["kind"])  # type: ignore[no-any-return]


def _view(lens: Lens, row: Mapping[str, Any], n: int) -> dict[str, Any]:
    told = row["payload"]
    view = {
        "n": n,
        "kind": row["kind"],
        "at": (row["wall_time"] - EPOCH) // MILLISECOND,
        "drill_time": milliseconds(row["drill_time"]),
        "team": row["team"],
    }
    details = _DETAILS.get(row["kind"])
    if details is not None:
        return view | details(lens, row)
    return view | {key: told[key] for key in _TOLD if key in told}


def in_language(lens: Lens, event: dict[str, Any]) -> dict[str, Any]:
    """Give an event of one team as a lens of another language shows it: only the words of a scenario differ."""
    if lens.team_id is None or event["kind"] != "inject_delivered":
        return event
    return event | {"inject": shown_inject(lens.scenario, event["inject"]["id"], lens.language, lens.team_id)}


def _clock(lens: Lens, row: Mapping[str, Any]) -> dict[str, Any]:
    return {"clock": clock_view(lens.facts.drill(lens.drill_id), lens.now)}


def _outage(lens: Lens, row: Mapping[str, Any]) -> dict[str, Any]:
    told = _clock(lens, row) | {"milliseconds": row["payload"]["milliseconds"]}
    if lens.team_id is None:
        return told
    deadlines = lens.facts.deadlines(lens.team_id)
    return told | {"deadlines": {inject: milliseconds(at) for inject, at in deadlines.items()}}


def _delivered(lens: Lens, row: Mapping[str, Any]) -> dict[str, Any]:
    delivery = lens.delivery(row)
    times = {
        "delivered_at": milliseconds(delivery.delivered_at), "deadline_at": milliseconds(delivery.deadline_at),
        "late": delivery.late,
    }  # fmt: skip
    if lens.team_id is None:
        return _cell(lens, row) | times
    inject = shown_inject(lens.scenario, row["payload"]["inject"], lens.language, lens.team_id)
    return {"inject": inject, "state": delivery.state} | times


def _cell(lens: Lens, row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "inject": row["payload"]["inject"],
        "reason": row["payload"].get("reason"),
        "state": lens.delivery(row).state,
    }


def _answer(lens: Lens, row: Mapping[str, Any]) -> dict[str, Any]:
    response = lens.facts.response(row)
    if lens.team_id is None:
        return _cell(lens, row) | {"answer": response.state, "chosen": list(chosen_options(response.content))}
    delivery = lens.delivery(row)
    return {
        "inject": row["payload"]["inject"], "state": delivery.state, "final": delivery.final,
        "response": _response(response),
    }  # fmt: skip


def _response(response: Row[Any]) -> dict[str, Any]:
    return {
        "id": response.client_id,
        "version": response.version,
        "state": response.state,
        "content": response.content,
        "by": response.name,
        "typed_at": None if response.typed_at is None else (response.typed_at - EPOCH) // MILLISECOND,
        "received_at": (response.received_wall - EPOCH) // MILLISECOND,
        "drill_time": milliseconds(response.received_at),
        "erased": response.erased_at is not None,
    }


def _proposed(lens: Lens, row: Mapping[str, Any]) -> dict[str, Any]:
    return {"inject": row["payload"]["inject"], "by": lens.facts.name(row["payload"]["participant"])}


def _member(lens: Lens, row: Mapping[str, Any]) -> dict[str, Any]:
    participant = row["payload"]["participant"]
    view: dict[str, Any] = {"participant": participant, "name": lens.facts.name(participant)}
    if lens.team_id is None:
        return view
    return view | {"members": lens.facts.members(lens.team_id)}


def _team(lens: Lens, row: Mapping[str, Any]) -> dict[str, Any]:
    return {"name": lens.facts.team_name(row["team"])}


def _rating(lens: Lens, row: Mapping[str, Any]) -> dict[str, Any]:
    return {"response": row["payload"]["response"]}


_DETAILS: dict[str, Callable[[Lens, Mapping[str, Any]], dict[str, Any]]] = {
    "drill_started": _clock,
    "drill_paused": _clock,
    "drill_stopped": _clock,
    "drill_resumed": _clock,
    "drill_ended": _clock,
    "speed_changed": _clock,
    "outage_ended": _outage,
    "inject_delivered": _delivered,
    "inject_received": _cell,
    "inject_opened": _cell,
    "inject_declined": _cell,
    "inject_lapsed": _cell,
    "inject_withdrawn": _cell,
    "inject_voided": _cell,
    "inject_held": _cell,
    "inject_released": _cell,
    "inject_skipped": _cell,
    "response_received": _answer,
    "response_taken_over": _answer,
    "response_late": _answer,
    "response_proposed": _proposed,
    "participant_joined": _member,
    "participant_returned": _member,
    "participant_changed": _member,
    "participant_moved": _member,
    "participant_removed": _member,
    "seats_taken": _member,
    "team_connected": _team,
    "team_disconnected": _team,
    "team_renamed": _team,
    "rating_given": _rating,
}
