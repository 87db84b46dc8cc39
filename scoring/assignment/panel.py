"""Who may rate which response (rules.md 33)."""

from collections.abc import Iterable
from dataclasses import dataclass

from scoring.scoring_error import ScoringError

# A response is named by its team and its inject.
Place = tuple[str, str]


@dataclass(frozen=True)
class Evaluator:
    """Hold whom an evaluator may rate: the languages she reads, the teams she is kept from.

    *most* is how many responses she takes at most, those already rated included; None is no limit.
    """

    id: str
    languages: frozenset[str]
    excluded: frozenset[str] = frozenset()
    most: int | None = None

    def is_cleared(self, team: str, language: str) -> bool:
        """Say whether she may rate a team that writes in *language*."""
        return language in self.languages and team not in self.excluded

    def has_room(self, load: int) -> bool:
        """Say whether she takes one more beside *load* responses."""
        return self.most is None or load < self.most


@dataclass(frozen=True)
class Unit:
    """Name one response to be rated, and the language of its team."""

    team: str
    inject: str
    language: str

    @property
    def place(self) -> Place:
        """Give what the response is named by, whatever language its team has later."""
        return (self.team, self.inject)


def check_panel(evaluators: Iterable[Evaluator], units: Iterable[Unit], needed: int) -> None:
    """Raise ``ScoringError`` where an id or a response occurs twice, a team has two languages, a number is too low."""
    if needed < 1:
        raise ScoringError("too_few_ratings_needed", value=needed)
    seen: set[str] = set()
    for evaluator in evaluators:
        if evaluator.id in seen:
            raise ScoringError("evaluator_twice", evaluator=evaluator.id)
        if evaluator.most is not None and evaluator.most < 0:
            raise ScoringError("negative_number", name=evaluator.id, value=evaluator.most)
        seen.add(evaluator.id)
    _check_units(units)


def _check_units(units: Iterable[Unit]) -> None:
    places: set[Place] = set()
    languages: dict[str, str] = {}
    for unit in units:
        if unit.place in places:
            raise ScoringError("unit_twice", team=unit.team, inject=unit.inject)
        if languages.setdefault(unit.team, unit.language) != unit.language:
            raise ScoringError("two_languages", team=unit.team)
        places.add(unit.place)
