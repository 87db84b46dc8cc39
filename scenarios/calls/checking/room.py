"""How many seats or teams an award leaves room for, counted in favour of the rules: a bound, not a solution."""

from dataclasses import dataclass

from scenarios.calls.call import Call
from scenarios.calls.stage import Award, Cap, Floor, Unit


@dataclass(frozen=True)
class Room:
    """Convert between seats and teams of one award, by the smallest and the largest team there can be."""

    call: Call
    award: Award

    @property
    def smallest(self) -> int:
        """Give the least seats a team takes."""
        return self.call.team.smallest_or_least if self.award.kind == "scholarship" else 1

    @property
    def largest(self) -> int:
        """Give the most seats a team takes."""
        return self.call.team.most if self.award.kind == "scholarship" else 1

    def most_units(self, unit: Unit) -> int:
        """Give the most that all teams together can have."""
        return self.award.seats if unit == "seats" else self.award.seats // self.smallest

    def seats_needed(self, floor: Floor) -> int:
        """Give the least seats that meet a floor."""
        return floor.min if floor.unit == "seats" else floor.min * self.smallest

    def under_cap(self, cap: Cap) -> int | None:
        """Give the most seats that a cap lets all values of its attribute have together; none where that is open."""
        attribute = self.call.attributes.get(cap.by)
        if attribute is None or attribute.free:
            return None
        return len(attribute.values) * (cap.max if cap.unit == "seats" else cap.max * self.largest)

    def most_for(self, floor: Floor, cap: Cap) -> int | None:
        """Give the most, in the floor's unit, that a cap lets the teams of a floor have; none where that is open."""
        values = self._values(floor, cap.by)
        if values is None:
            return None
        if cap.unit == floor.unit:
            return values * cap.max
        return values * cap.max * self.largest if floor.unit == "seats" else values * cap.max // self.smallest

    def _values(self, floor: Floor, name: str) -> int | None:
        """Count the values of an attribute that teams of a floor can have."""
        if name in floor.where:
            return 1
        attributes = self.call.attributes
        counts = [
            len(attributes[other].groups.get(value, ()))
            for other, value in floor.where.items()
            if other in attributes and attributes[other].of == name
        ]
        attribute = attributes.get(name)
        if attribute is not None and not attribute.free:
            counts.append(len(attribute.values))
        return min(counts, default=None)
