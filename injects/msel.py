"""The Master Scenario Events List: all injects of a scenario in file order, and who follows whom."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from injects.inject import Inject


class Msel:
    """Look up the injects of a scenario. Of two with one id the first counts."""

    def __init__(self, injects: Iterable[Inject]) -> None:
        self.injects = tuple(injects)

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """Give the place of each inject id in the file, from 0."""
        found: dict[str, int] = {}
        for place, inject in enumerate(self.injects):
            found.setdefault(inject.id, place)
        return found

    @cached_property
    def by_id(self) -> Mapping[str, Inject]:
        """Give the injects by id, in file order."""
        found: dict[str, Inject] = {}
        for inject in self.injects:
            found.setdefault(inject.id, inject)
        return found

    @cached_property
    def _followers(self) -> Mapping[str, list[Inject]]:
        found: dict[str, list[Inject]] = {}
        for inject in self.injects:
            if inject.after:
                found.setdefault(inject.after.inject, []).append(inject)
        return found

    def followers(self, inject_id: str) -> tuple[Inject, ...]:
        """Give the injects whose ``after`` names this one, in file order."""
        return tuple(self._followers.get(inject_id, ()))

    def find_circles(self) -> list[tuple[str, ...]]:
        """Give every circle of ``after`` once, from its first inject in the file, in the order of play."""
        circles: list[tuple[str, ...]] = []
        seen: set[str] = set()
        for inject in self.injects:
            walk: dict[str, None] = {}
            here: str | None = inject.id
            while here is not None and here not in seen:
                seen.add(here)
                walk[here] = None
                here = self._predecessor(here)
            if here in walk:
                circles.append(self._turned(list(walk), str(here)))
        return circles

    def _predecessor(self, inject_id: str) -> str | None:
        inject = self.by_id.get(inject_id)
        return inject.after.inject if inject and inject.after else None

    def _turned(self, walk: list[str], start: str) -> tuple[str, ...]:
        circle = walk[walk.index(start) :]
        first = min(range(len(circle)), key=lambda place: self.positions[circle[place]])
        return tuple(reversed(circle[first + 1 :] + circle[: first + 1]))
