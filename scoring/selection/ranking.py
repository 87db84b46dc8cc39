"""The order in which candidates are called: by merit, equal merit by a draw that anybody can repeat."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import groupby
from math import inf

from scoring.draw import rank_by_draw
from scoring.scoring_error import ScoringError
from scoring.selection.candidate import Candidate


def rank(
    candidates: Iterable[Candidate], randomness: str | None, threshold: int | Fraction | None = None
) -> tuple[Candidate, ...]:
    """Put candidates in order of merit, the highest first; those of equal merit as they are drawn (RFC 3797).

    Those with an announced *order* come in it, before those without; only who shares one is ordered by merit.
    Every tie is drawn, also one that seems to decide nothing: whom a tie concerns may change with an appeal or a
    refused offer, and then nobody should be there to choose. Only below the *threshold*, where nobody is ever called,
    does a tie without *randomness* stay in the order of ids. Raise ``ScoringError`` for an id that comes twice, and
    for a tie above it without *randomness*, with the ids.
    """
    by_id: dict[str, Candidate] = {}
    for candidate in candidates:
        if candidate.id in by_id:
            raise ScoringError("duplicate_id", id=candidate.id)
        by_id[candidate.id] = candidate
    in_order = sorted(by_id.values(), key=lambda candidate: (*_called(candidate), candidate.id))
    groups = (list(group) for _, group in groupby(in_order, key=_called))
    return tuple(candidate for group in groups for candidate in _drawn(group, randomness, threshold))


def _called(candidate: Candidate) -> tuple[float, Fraction]:
    order = inf if candidate.order is None else candidate.order
    return order, -Fraction(candidate.merit)


def _drawn(tied: Sequence[Candidate], randomness: str | None, threshold: int | Fraction | None) -> Sequence[Candidate]:
    never_called = randomness is None and threshold is not None and all(one.merit < threshold for one in tied)
    if len(tied) == 1 or never_called:
        return tied
    by_id = {candidate.id: candidate for candidate in tied}
    if randomness is None:
        raise ScoringError("tie_without_randomness", ids=tuple(by_id))
    return [by_id[drawn] for drawn in rank_by_draw(by_id, randomness)]
