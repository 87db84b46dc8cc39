"""A candidate for seats: a team with its size, its exact merit and the attributes that caps and floors speak of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType

from scoring.scoring_error import ScoringError


@dataclass(frozen=True)
class Candidate:
    """Ask for *size* seats; *least* is the smallest team she would come as, where she has said so.

    *merit* is exact, at least 0, in whatever unit the call rates in. *order* is her place in an announced order, 1 for
    the first, where there is one beside the merit, such as a tie order; it goes before merit. Raise ``ScoringError``
    for a size below 1, a negative merit, or a *least* outside 1…*size*.
    """

    id: str
    size: int
    merit: int | Fraction
    attributes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    least: int | None = None
    order: int | None = None

    def __post_init__(self) -> None:
        """Refuse what nobody can be given."""
        if self.size < 1:
            raise ScoringError("size_too_small", id=self.id, value=self.size)
        if self.merit < 0:
            raise ScoringError("negative_number", name=self.id, value=self.merit)
        if self.least is not None and not 1 <= self.least <= self.size:
            raise ScoringError("least_outside", id=self.id, value=self.least, size=self.size)

    def smallest_grant(self, smallest: int | None) -> int:
        """Give the fewest seats she may be given: all she asks for, unless the call lets teams come smaller.

        A team that has not said what it would accept is held to the call's own *smallest*.
        """
        if smallest is None:
            return self.size
        return min(self.size, max(smallest, self.least or 1))
