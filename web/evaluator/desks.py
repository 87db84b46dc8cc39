"""The desks that evaluators have: of a drill, and of a stage's merit; the same pages, asked for by other names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import Response, render_template, url_for

from simulator.actions.rating import rate_application, rate_response
from simulator.reading.desk import merit_queue, merit_sheet, rating_queue, rating_sheet
from web import door
from web.evaluator.answer import answer_parts
from web.evaluator.level_keys import level_keys

Ids = Mapping[str, str]  # what the address names: a drill, or a programme and its stage


@dataclass(frozen=True)
class DeskRoom:
    """What a desk's pages ask for; *unit* is what the house calls the thing that is rated."""

    name: str
    prefix: str
    unit: str
    queue: Callable[..., Any]
    sheet: Callable[..., Any]
    rate: Callable[..., Any]

    def ask_queue(self, ids: Ids) -> dict[str, Any]:
        """Give her queue."""
        queue: dict[str, Any] = door.house().look(self.queue, door.staff(), **ids)
        return queue

    def ask_sheet(self, ids: Ids, queue: Mapping[str, Any], unit_id: str) -> dict[str, Any]:
        """Give one unit, laid out to be read."""
        sheet: dict[str, Any] = door.house().look(self.sheet, door.staff(), **ids, **{self.unit: unit_id})
        together = [entry["response_id"] for entry in queue["entries"] if entry["inject"] == sheet["inject"]["id"]]
        return sheet | {
            "parts": answer_parts(sheet["inject"], sheet["content"], door.language()),
            "digits": level_keys(sheet["levels"]),
            "place": together.index(unit_id) + 1 if unit_id in together else None,
            "together": len(together),
        }

    def address(self, page: str, ids: Ids, **more: Any) -> str:
        """Give the address of one of the desk's pages."""
        named: dict[str, Any] = {**ids, **more}
        return url_for(f"{self.name}.{page}", **named)

    def go(self, page: str, ids: Ids) -> Response:
        """Send the browser on to one of the desk's pages."""
        return door.go(f"{self.name}.{page}", **ids)

    def render(self, template: str, ids: Ids, place: Mapping[str, Any], **told: Any) -> str:
        """Render a page of the desk; only what belongs to a drill carries the EXERCISE mark."""
        marks = {"exercise": place["exercise"], "rehearsal": place["rehearsal"]}
        return render_template(f"evaluator/{template}", ids=ids, place=place, **{**told, "room": self}, **marks)


DRILL = DeskRoom("evaluator", "/drills/<drill_id>/desk", "response_id", rating_queue, rating_sheet, rate_response)
MERIT = DeskRoom(
    "merit", "/programmes/<programme_id>/merit/<stage>/desk", "application_id", merit_queue, merit_sheet,
    rate_application,
)  # fmt: skip
