"""The score of applications in a merit stage: the levels their evaluators gave, by the rubric of the call."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from scenarios.calls.rules_of_call import APPLICATION, below_thresholds, merit_rules_of
from scoring.adjusted import Levels, adjusted_lines, middle_level
from scoring.line import Line, criterion_quality, explain
from scoring.record import Record
from scoring.rules import DRAW, Rules
from scoring.scoring_error import ScoringError
from scoring.severity.adjustment import apply_severity, estimate_shrinkage
from scoring.severity.fit import fit_severity
from scoring.standings import standing_of
from simulator.desk.figures import all_ratings, ratings_by_criterion
from simulator.desk.merit_desk import MeritDesk
from simulator.desk.rating_state import awaited, round_levels
from simulator.intervals import intervals_of
from simulator.programme.scored import Scored, Scores
from simulator.programme.stage_ground import StageGround
from simulator.reading.rating_statistics import MOST_ADJUSTED
from simulator.refusal import Refusal
from simulator.scored import Scored as Facts


def merit_desk(ground: StageGround) -> MeritDesk:
    """Give the desk at which a stage's applications are rated."""
    return MeritDesk(ground.session, ground.programme.created_at, ground.programme, ground.id)


def merit_scores(ground: StageGround) -> Scores:
    """Compute the scores from the ratings that count; whoever still waits for one has none."""
    desk = merit_desk(ground)
    rules = merit_rules_of(ground.call, ground.planned, ground.row.randomness)
    records = merit_records(desk)
    levels = _levels_without_severity(desk) if ground.planned.adjust == "applied" else {}
    scored = []
    for unit in desk.units:
        lines = adjusted_lines(rules, records, unit.id, levels) if levels else explain(rules, records, unit.id)
        scored.append(_scored(ground, rules, unit.id, lines))
    named = [one.id for one in desk.units]
    facts = Facts(_drawless(rules), records, named, {}, None, applied=False)
    return Scores(rules, scored, lambda: list(intervals_of(facts, desk.name).values()))


def merit_records(desk: MeritDesk) -> list[Record]:
    """Give one record per application; one that waits for a third evaluator has none of its ratings yet."""
    waiting, given = awaited(desk), round_levels(desk)
    return [
        Record(
            one.id, APPLICATION,
            ratings={}
            if one.id in waiting
            else {name: tuple(by.values()) for name, by in sorted(given.get(one.id, {}).items())},
        )
        for one in desk.units
    ]  # fmt: skip


def _scored(ground: StageGround, rules: Rules, application: str, lines: tuple[Line, ...]) -> Scored:
    standing = standing_of(rules, application, lines)
    criteria = criterion_quality(lines)
    below: tuple[str, ...] = ()
    if standing.score is not None:
        top = rules.rubric.top
        below = below_thresholds(ground.call, {name: quality * top for name, quality in criteria.items()})
    return Scored(
        application, standing.score, standing.quality, criteria, standing.rated, max(standing.of, 1), below
    )  # fmt: skip


def _levels_without_severity(desk: MeritDesk) -> Levels:
    """Take each evaluator's severity off her levels; refuse where evaluators are not linked by what they rated."""
    ratings = ratings_by_criterion(desk)
    try:
        fit = fit_severity(all_ratings(ratings))
    except ScoringError as error:
        raise Refusal("raters_not_linked") from error
    found = apply_severity(fit, shrinkage=estimate_shrinkage(fit).value, cap=MOST_ADJUSTED * desk.top)
    severity: Mapping[str, Fraction] = {one.rater: one.severity for one in found.raters}
    levels: dict[tuple[str, str], dict[str, Fraction]] = {}
    for unit, criteria in round_levels(desk).items():
        for name, by in criteria.items():
            without = [level - severity[rater] for rater, level in by.items() if level is not None]
            if without:
                levels.setdefault((unit, APPLICATION), {})[name] = middle_level(without, desk.top)
    return levels


def _drawless(rules: Rules) -> Rules:
    # An interval is of a score; nobody's place is drawn for it.
    return replace(rules, ties=tuple(one for one in rules.ties if one != DRAW))
