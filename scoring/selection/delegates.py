"""Delegates: the same walk, for one person per team; one of an institution, so many of a country."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from scoring.selection.candidate import Candidate
from scoring.selection.quota import Cap
from scoring.selection.selection import Selection, select
from scoring.selection.selection_rules import SelectionRules


@dataclass(frozen=True)
class Delegates:
    """Hold the teams that send a delegate and those that stand by, both in the order of the ranking."""

    delegates: tuple[str, ...]
    alternates: tuple[str, ...]
    selection: Selection


def delegate_rules(
    delegates: int, per_country: int | None = None, randomness: str | None = None, per_institution: int = 1
) -> SelectionRules:
    """Give the usual rules: so many delegates, one per institution, and a cap per country if there is one.

    Candidates then need the attributes ``institution`` and, with a cap, ``country``.
    """
    caps = [Cap("institution", per_institution, "teams")]
    if per_country is not None:
        caps.append(Cap("country", per_country, "teams"))
    return SelectionRules(delegates, caps=tuple(caps), randomness=randomness)


def select_delegates(
    rules: SelectionRules, candidates: Iterable[Candidate], alternates: int | None = None
) -> Delegates:
    """Choose the teams that send one delegate each, and at most *alternates* more who stand by, all unless given.

    However large a team, it sends one: its size counts as 1. Raise as ``select`` does.
    """
    selection = select(rules, [replace(candidate, size=1, least=None) for candidate in candidates])
    chosen = tuple(name for name in selection.ranking if name in selection.seats)
    return Delegates(chosen, selection.waitlist[:alternates], selection)
