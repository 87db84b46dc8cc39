"""Whether the seats, caps and floors of an award can hold together."""

from collections import defaultdict
from collections.abc import Sequence

from scenarios.calls.checking.call_check import CallCheck
from scenarios.calls.checking.room import Room
from scenarios.calls.stage import Award, Cap, Floor
from scenarios.node import Path


def check_awards(check: CallCheck) -> None:
    """Find unknown attributes, and seats, caps and floors that contradict each other."""
    seen: set[str] = set()
    for path, award in check.awards:
        if award.id in seen:
            check.report((*path, "id"), "duplicate_id", id=award.id)
        seen.add(award.id)
        _check_names(check, path, award)
        _check_doubles(check, path, award)
        if check.is_sound(("team",)) and check.is_sound((*path, "seats")) and check.is_sound((*path, "kind")):
            _check_room(check, path, award, Room(check.call, award))


def _check_names(check: CallCheck, path: Path, award: Award) -> None:
    for place, cap in enumerate(award.caps):
        check.refer("unknown_attribute", cap.by, "attributes", (*path, "caps", place, "by"))
    for place, floor in enumerate(award.floors):
        for name, value in floor.where.items():
            where = (*path, "floors", place, "where", name)
            if name not in check.names("attributes"):
                near = check.nearest(name, check.names("attributes"))
                check.report_key(where, "unknown_attribute", value=name, nearest=near)
            check.check_value(name, value, where)


def _check_doubles(check: CallCheck, path: Path, award: Award) -> None:
    caps = [(cap.unit, cap.by) for cap in award.caps]
    floors = [(floor.unit, *sorted(floor.where.items())) for floor in award.floors]
    _report_twice(check, (*path, "caps"), caps, "cap_twice")
    _report_twice(check, (*path, "floors"), floors, "floor_twice")


def _report_twice(check: CallCheck, path: Path, rules: Sequence[tuple[object, ...]], code: str) -> None:
    for place, rule in enumerate(rules):
        if (first := rules.index(rule)) < place:
            check.report((*path, place), code, first=first + 1, second=place + 1)


def _check_room(check: CallCheck, path: Path, award: Award, room: Room) -> None:
    if award.seats < room.smallest:
        check.report((*path, "seats"), "seats_below_team", seats=award.seats, least=room.smallest)
    for place, cap in enumerate(award.caps):
        _check_cap(check, (*path, "caps", place), cap, award, room)
    _check_sums(check, path, award, room)
    for place, floor in enumerate(award.floors):
        _check_floor(check, (*path, "floors", place), floor, award, room)


def _check_cap(check: CallCheck, path: Path, cap: Cap, award: Award, room: Room) -> None:
    if cap.max > room.most_units(cap.unit):
        check.report((*path, "max"), "cap_above_seats", max=cap.max, seats=award.seats)
    together = room.under_cap(cap)
    if together is not None and together < award.seats:
        check.report((*path, "max"), "caps_below_seats", sum=together, seats=award.seats)


def _check_sums(check: CallCheck, path: Path, award: Award, room: Room) -> None:
    # Two floors on one attribute with different values are for different teams, so they add up.
    needed: dict[str, dict[str, int]] = defaultdict(dict)
    for place, floor in enumerate(award.floors):
        for name, value in floor.where.items():
            before = needed[name].get(value, 0)
            needed[name][value] = max(before, room.seats_needed(floor))
            total = sum(needed[name].values())
            if total > award.seats and total - needed[name][value] + before <= award.seats:
                where = (*path, "floors", place, "min")
                check.report(where, "floors_above_seats", sum=total, seats=award.seats, attribute=name)


def _check_floor(check: CallCheck, path: Path, floor: Floor, award: Award, room: Room) -> None:
    for number, cap in enumerate(award.caps, 1):
        most = room.most_for(floor, cap)
        if most is not None and most < floor.min:
            numbers = {"floor": int(path[-1]) + 1, "min": floor.min, "cap": number, "most": most}
            check.report((*path, "min"), "floor_above_cap", **numbers)
            return
