"""From scores to a proposal: who is called in which order, who is given seats, and everybody's reason."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from sqlalchemy import select as sql_select

from scenarios.calls.rules_of_call import selection_rules_of
from scenarios.calls.stage import Award as PlannedAward
from scoring.band import cut_of, order_with_band
from scoring.intervals import statistically_tied
from scoring.scoring_error import ScoringError
from scoring.selection.candidate import Candidate
from scoring.selection.document import selection_document
from scoring.selection.selection import Selection, select
from scoring.selection.selection_rules import SelectionRules
from simulator.database import take_your_time
from simulator.digest import canonical
from simulator.programme.drill_scores import drill_scores
from simulator.programme.entrants import Entrant, entrants_of
from simulator.programme.merit_scores import merit_scores
from simulator.programme.scored import Scored, Scores
from simulator.programme.stage_ground import StageGround
from simulator.refusal import Refusal
from simulator.rows import Decision

BELOW_CRITERION = "below_criterion"


@dataclass(frozen=True)
class Proposal:
    """What an award's rules give: nothing in it is decided by anybody.

    *out* are those who cannot be chosen because a criterion's agreed level is below its threshold, with those
    criteria; *band* are the statistically tied at the *cut*. *derogations* are what two people decided besides. *free*
    names the attributes whose values are words of the teams.
    """

    award: PlannedAward
    rules: SelectionRules
    candidates: tuple[Candidate, ...]
    selection: Selection
    scores: Mapping[str, Scored]
    cut: Decimal | None
    band: tuple[str, ...]
    out: Mapping[str, tuple[str, ...]]
    derogations: tuple[Decision, ...]
    free: frozenset[str]

    @property
    def document(self) -> dict[str, Any]:
        """Give it as plain data; equal proposals give equal documents."""
        return {
            "award": self.award.id, "randomness": self.rules.randomness, "band": list(self.band),
            "cut": None if self.cut is None else str(self.cut),
            "out": {one: list(self.out[one]) for one in sorted(self.out)},
            "candidates": [
                [one.id, one.size, str(self.scores[one.id].score), one.order, one.least] for one in self.candidates
            ],
            "derogations": [[one.id, dict(one.subject)] for one in self.derogations],
            "selection": selection_document(self.rules, self.selection),
        }  # fmt: skip

    @property
    def digest(self) -> str:
        """Give the SHA-256 of the document: what two people sign."""
        return hashlib.sha256(canonical(self.document).encode()).hexdigest()


def scores_of(ground: StageGround) -> Scores:
    """Compute the scores of a stage, from its merit or its drills."""
    return merit_scores(ground) if ground.planned.score == "merit" else drill_scores(ground)


def propose(ground: StageGround) -> tuple[Proposal, ...]:
    """Run the selection for each award of a stage, in the order of the call.

    Who is given one award is no candidate for the next. Refused until every rating is in and the announced
    randomness is entered.
    """
    if ground.row.randomness is None:
        raise Refusal("randomness_missing")
    take_your_time(ground.session)
    scores = scores_of(ground)
    if scores.missing:
        raise Refusal("results_missing", missing=scores.missing)
    if not scores.scored or scores.rules is None:
        raise Refusal("nobody_to_select")
    entrants = {one.id: one for one in entrants_of(ground)}
    taken: set[str] = set()
    found = []
    for award in ground.planned.awards:
        proposal = _propose(ground, award, scores, entrants, taken)
        taken |= set(given(proposal))
        found.append(proposal)
    return tuple(found)


def given(proposal: Proposal) -> dict[str, int]:
    """Give who is given how many seats: what the rules give, with what two people added or took away."""
    seats = dict(proposal.selection.seats)
    for one in proposal.derogations:
        application, granted = str(one.subject["application"]), int(one.subject["seats"])
        if granted:
            seats[application] = granted
        else:
            seats.pop(application, None)
    return seats


def _propose(
    ground: StageGround, award: PlannedAward, scores: Scores, entrants: Mapping[str, Entrant], taken: set[str]
) -> Proposal:
    by_id = {
        one.application: one for one in scores.scored if one.application in entrants and one.application not in taken
    }
    out = {name: one.below for name, one in by_id.items() if one.below}
    rules = selection_rules_of(ground.call, ground.id, award.id, ground.row.randomness)
    called, cut, band = _call(rules, award, scores, entrants, [one for one in by_id.values() if not one.below])
    candidates = tuple(
        _candidate(award, rules, entrants[name], by_id[name], order) for name, order in sorted(called.items())
    )
    try:
        selection = select(rules, candidates)
    except ScoringError as error:
        raise Refusal("selection_impossible", why=error.code) from error
    free = frozenset(name for name, one in ground.call.attributes.items() if one.free)
    return Proposal(
        award, rules, candidates, selection, by_id, cut, band, out, derogations_of(ground, award.id), free
    )  # fmt: skip


def _call(
    rules: SelectionRules, award: PlannedAward, scores: Scores, entrants: Mapping[str, Entrant], good: Sequence[Scored]
) -> tuple[dict[str, int], Decimal | None, tuple[str, ...]]:
    """Order the candidates, find the cut, and let the tie order decide among those who are tied at it."""
    # Drawn by their codes, which everybody may know, so that everybody can draw again.
    ids = {entrants[one.application].application.code: one.application for one in good}
    codes = {name: code for code, name in ids.items()}
    contenders = [replace(one.contender, team=codes[one.application]) for one in good if one.contender is not None]
    tie_rules = scores.rules
    if tie_rules is None:
        raise Refusal("nobody_to_select")
    try:
        order = order_with_band(tie_rules, contenders, ())
        by_id = {one.team: one for one in contenders}
        enough = [code for code in sorted(order, key=order.__getitem__) if by_id[code].score >= (rules.threshold or 0)]
        cut = cut_of([(by_id[code].score, size_of(award, entrants[ids[code]])) for code in enough], rules.seats)
        near: tuple[str, ...] = ()
        if cut is not None:
            near = statistically_tied([one for one in scores.intervals if codes.get(one.team) in enough], cut)
            order = order_with_band(tie_rules, contenders, [codes[name] for name in near])
        return {ids[code]: place for code, place in order.items()}, cut, near
    except ScoringError as error:
        raise Refusal("selection_impossible", why=error.code) from error


def _candidate(award: PlannedAward, rules: SelectionRules, entrant: Entrant, scored: Scored, order: int) -> Candidate:
    attributes = {name: entrant.attributes.get(name, "") for name in rules.attributes()}
    return Candidate(entrant.id, size_of(award, entrant), Fraction(scored.score or 0), attributes, None, order)


def size_of(award: PlannedAward, entrant: Entrant) -> int:
    """Say how many seats a team asks for: one per member, or one for all of it."""
    return entrant.size if award.kind == "scholarship" else 1


def derogations_of(ground: StageGround, award: str) -> tuple[Decision, ...]:
    """Give what two people decided otherwise for an award, in the order in which they did."""
    query = sql_select(Decision).where(
        Decision.scope == f"programme:{ground.programme.id}", Decision.kind == "derogate", Decision.state == "done"
    )
    found = ground.session.scalars(query.order_by(Decision.ended_at, Decision.id))
    return tuple(one for one in found if (one.subject["stage"], one.subject["award"]) == (ground.id, award))
