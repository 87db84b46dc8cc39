"""What a call states, as the rules that scoring computes by: of a stage's score, of a threshold, of an award."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from scenarios.calls.call import Call
from scenarios.calls.stage import Stage
from scenarios.rules_file import rules_of
from scenarios.scenario import Scenario
from scoring.rules import InjectRule, Rules
from scoring.selection.quota import Cap, Floor
from scoring.selection.selection_rules import SelectionRules

# A merit score is that of a drill with one inject: what was asked is the application.
APPLICATION = "application"


def merit_rules_of(call: Call, stage: Stage, randomness: str | None = None) -> Rules:
    """Give the rules of a merit stage's score, 0…100, over records of the one inject ``APPLICATION``.

    *randomness* is the value of the announced source, once it is known. Raise ``KeyError`` where the call has no
    rubric, which ``load_call`` reports.
    """
    if call.rubric is None:
        raise KeyError("rubric")
    criteria = tuple(call.rubric.criteria)
    rules = Rules(call.rubric.rubric, {APPLICATION: InjectRule(1, criteria)})
    return _with_stage(rules, stage, randomness)


def drill_rules_of(stage: Stage, scenario: Scenario, randomness: str | None = None) -> Rules:
    """Give the rules of a drill stage's score: the scenario's, with the weight of time, ratings and ties of the call.

    Raise ``ScoringError`` where a tie names a criterion that the scenario does not have.
    """
    return replace(_with_stage(rules_of(scenario), stage, randomness), time_weight=Fraction(stage.time_weight))


def _with_stage(rules: Rules, stage: Stage, randomness: str | None) -> Rules:
    ties = tuple(rule.tie for rule in stage.ties)
    return replace(rules, ties=ties, ratings_needed=stage.ratings, randomness=randomness)


def below_thresholds(call: Call, levels: Mapping[str, int | Fraction]) -> tuple[str, ...]:
    """Name the criteria whose agreed level, as a place 0…top, lies below its threshold; also one without a level."""
    if call.rubric is None:
        return ()
    rubric = call.rubric.rubric
    least = {
        name: rubric.value(criterion.threshold)
        for name, criterion in call.rubric.criteria.items()
        if criterion.threshold is not None
    }
    return tuple(name for name, level in least.items() if name not in levels or levels[name] < level)


def selection_rules_of(call: Call, stage_id: str, award_id: str, randomness: str | None = None) -> SelectionRules:
    """Give the rules by which an award's seats are given; the threshold is in points of 100.

    *randomness* is the value of the stage's announced source; without it a selection with a tie is refused.
    Raise ``KeyError`` for a stage or an award that the call does not have.
    """
    stage = call.stage(stage_id)
    award = stage.award(award_id)
    return SelectionRules(
        seats=award.seats,
        threshold=stage.threshold,
        method=award.method,
        caps=tuple(Cap(cap.by, cap.max, cap.unit) for cap in award.caps),
        floors=tuple(Floor(floor.where, floor.min, floor.unit) for floor in award.floors),
        randomness=randomness,
        smallest=call.team.smallest if award.kind == "scholarship" else None,
    )
