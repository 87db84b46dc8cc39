"""What a bundle says: its chains, and the rows of its tables with the lines they stand on."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from simulator.bundle.chains import Chain, Told, read_chain
from simulator.bundle.fault import Fault
from simulator.bundle.log_lines import file_of
from simulator.bundle.opening import Bundle, table_file
from simulator.kinds import drill_stream

# What is looked into; anything else that is no plain value was put there by somebody, and is only shown.
DEEP = ("content", "score_rules", "attributes", "reason")


@dataclass(frozen=True, eq=False)
class Line:
    """A row of a table, on a line of its file; a column that it lacks is None."""

    table: str
    number: int
    row: Mapping[str, Any]

    def __getitem__(self, name: str) -> Any:
        value = self.row.get(name)
        return json.dumps(value) if isinstance(value, list | dict) and name not in DEEP else value

    def fault(self, code: str, seq: int | None = None, **parameters: str | int) -> Fault:
        """Say what is wrong with this row; *seq* is the row of the log that says otherwise."""
        return Fault(code, table_file(self.table), self.number, seq, parameters)


class Facts:
    """All that is checked of a bundle, read once."""

    def __init__(self, bundle: Bundle) -> None:
        self.bundle = bundle
        self.chains: Mapping[str, Chain] = {one: read_chain(bundle, one) for one in sorted(bundle.manifest["heads"])}

    def table(self, name: str) -> list[Line]:
        """Give the rows of a table."""
        return [Line(name, number, row) for number, row in self.bundle.rows(name)]

    def rows(self, *kinds: str) -> Iterator[Told]:
        """Give the rows of some kinds of all chains."""
        for chain in self.chains.values():
            yield from chain.of(*kinds)

    @cached_property
    def teams(self) -> Mapping[str, Line]:
        """Give the teams by id."""
        return {one["id"]: one for one in self.table("team")}

    @cached_property
    def deliveries(self) -> Mapping[int, Line]:
        """Give the deliveries by id."""
        return {one["id"]: one for one in self.table("delivery")}

    @cached_property
    def responses(self) -> Mapping[str, Line]:
        """Give the responses by id."""
        return {one["id"]: one for one in self.table("response")}

    @cached_property
    def ratings(self) -> list[Line]:
        """Give every version of every rating."""
        return self.table("rating")

    def place_of(self, response_id: Any) -> tuple[Any, Any] | None:
        """Give team and inject of a response, None where that is not known."""
        response = self.responses.get(response_id)
        delivery = None if response is None else self.deliveries.get(response["delivery_id"])
        return None if delivery is None else (delivery["team_id"], delivery["inject"])

    def place_of_delivery(self, about: str) -> tuple[Any, Any]:
        """Give team and inject of what is named ``delivery:<id>``; nothing for anything else."""
        what, _sign, number = about.partition(":")
        delivery = self.deliveries.get(int(number)) if what == "delivery" and number.isdecimal() else None
        return (None, None) if delivery is None else (delivery["team_id"], delivery["inject"])

    def asked_again(self, place: tuple[Any, Any]) -> frozenset[str]:
        """Name who was asked to rate a team's response, or an application (with an empty inject), anew on an appeal."""
        return self._again.get(place, frozenset())

    @cached_property
    def _again(self) -> Mapping[tuple[Any, Any], frozenset[str]]:
        found: dict[tuple[Any, Any], frozenset[str]] = {}
        for row in self.rows("evaluator_asked"):
            if row.payload.get("purpose") == "appeal":
                place = (row.team or row.payload.get("application"), str(row.payload.get("inject")))
                found[place] = found.get(place, frozenset()) | {str(row.payload.get("account"))}
        return found

    @staticmethod
    def file_of_drill(drill_id: Any) -> str:
        """Name the file of a drill's chain."""
        return file_of(drill_stream(str(drill_id)))
