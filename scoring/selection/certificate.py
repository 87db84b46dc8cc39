"""What proves a selection to somebody who computes it anew: the same input, the same method, the same total."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from scoring.selection.candidate import Candidate


@dataclass(frozen=True)
class Certificate:
    """Hold how many there were, the seats given of all, and the total.

    *bound* is the greatest total that any allowed choice has (method merit; None for ranked, which seeks none).
    *digest* is the SHA-256 of the candidates. Nothing here depends on how an optimiser found its way.
    """

    method: str
    candidates: int
    eligible: int
    seats: int
    total: Fraction
    bound: Fraction | None
    digest: str


def digest_of(candidates: Sequence[Candidate], attributes: Sequence[str]) -> str:
    """Give the SHA-256 of the candidates as canonical JSON: by id, and only what a selection looks at."""
    rows = [_row(one, sorted(attributes)) for one in sorted(candidates, key=lambda one: one.id)]
    written = json.dumps([sorted(attributes), rows], ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(written.encode("ascii")).hexdigest()


def _row(one: Candidate, attributes: Sequence[str]) -> list[object]:
    row = [one.id, one.size, str(Fraction(one.merit)), one.least, [one.attributes[name] for name in attributes]]
    # Where no order was announced beside the merit, the digest is what it always was.
    return row if one.order is None else [*row, one.order]
