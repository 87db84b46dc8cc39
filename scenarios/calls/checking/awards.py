"""Whether the seats, caps and floors of an award can hold together."""

from collections import defaultdict

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
    for cap in award.caps:
        most = room.most_for(floor, cap)
        if most is not None and most < floor.min:
            check.report((*path, "min"), "floor_above_cap", min=floor.min, most=most, attribute=cap.by)
            return
