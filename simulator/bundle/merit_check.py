"""That the score of each candidate follows from ratings: of her application, or of her teams' published results."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from scenarios.calls.call import Call
from scenarios.calls.rules_of_call import APPLICATION, merit_rules_of
from scenarios.calls.stage import Stage
from scoring.line import explain
from scoring.record import Record
from scoring.rounding import two_decimals
from scoring.selection.candidate import Candidate
from scoring.standings import standing_of
from simulator.bundle.chains import Told
from simulator.bundle.facts import Facts, Line
from simulator.bundle.fault import Fault
from simulator.kinds import drill_stream

Scores = Mapping[str, Decimal | None]


def check_merit(facts: Facts, call: Call, row: Told, candidates: Sequence[Candidate]) -> Iterator[Fault]:
    """Compare each candidate's score with what it follows from, where that can be told from the bundle."""
    stage = call.stage(str(row.payload.get("stage")))
    scores = _of_merit(facts, call, stage, row) if stage.score == "merit" else _of_drills(facts, stage)
    if scores is None:
        return
    for one in candidates:
        score = scores.get(one.id)
        if score is None or Fraction(score) != one.merit:
            told = {"application": one.id, "expected": str(score), "found": str(two_decimals(Fraction(one.merit)))}
            yield row.fault("merit_differs", **told)


def _of_merit(facts: Facts, call: Call, stage: Stage, row: Told) -> Scores | None:
    """Give the scores of applications; None where severity was taken off, which needs who rated what together."""
    if stage.adjust == "applied" or sum(one.score == "merit" for one in call.stages) != 1 or call.rubric is None:
        return None
    rules = merit_rules_of(call, stage, str(row.payload.get("randomness") or ""))
    levels = {level: place for place, level in enumerate(rules.rubric.levels)}
    given: dict[str, dict[str, list[int | None]]] = {}
    for line in facts.ratings:
        # What was given again on an appeal decides that appeal alone.
        again = line["account_id"] in facts.asked_again((line["application_id"], ""))
        if line["application_id"] is not None and line["current"] and not again:
            mine = given.setdefault(str(line["application_id"]), {})
            mine.setdefault(str(line["criterion"]), []).append(levels.get(line["level"]))
    found: dict[str, Decimal | None] = {}
    for name, by in given.items():
        known = {criterion: tuple(values) for criterion, values in by.items() if criterion in rules.rubric.criteria}
        lines = explain(rules, [Record(name, APPLICATION, ratings=known)], name)
        found[name] = standing_of(rules, name, lines).score
    return found


def _of_drills(facts: Facts, stage: Stage) -> Scores | None:
    """Give the mean of the published scores; None where a drill ended early, for then the call says if it counts."""
    drills = [one for one in facts.table("drill") if one["stage"] == stage.id and not one["rehearsal"]]
    if any(_ended_early(one) for one in drills):
        return None
    parts: dict[str, list[Fraction]] = {}
    for drill in drills:
        for team, score in _published(facts, str(drill["id"])).items():
            line = facts.teams.get(team)
            if line is not None and line["application_id"] is not None:
                parts.setdefault(str(line["application_id"]), []).append(score)
    return {name: two_decimals(sum(scores, Fraction(0)) / len(scores)) for name, scores in parts.items()}


def _ended_early(drill: Line) -> bool:
    ended, duration = drill["ended_at"], drill["duration"]
    return not isinstance(ended, int) or not isinstance(duration, int) or ended < duration


def _published(facts: Facts, drill: str) -> Mapping[str, Fraction]:
    chain = facts.chains.get(drill_stream(drill))
    rows = [] if chain is None else list(chain.of("standings_published"))
    told: Any = rows[-1].payload.get("standings") if rows else []
    found: dict[str, Fraction] = {}
    for one in told if isinstance(told, list) else []:
        if isinstance(one, dict) and isinstance(one.get("score"), str):
            try:
                found[str(one.get("team"))] = Fraction(str(Decimal(one["score"])))
            except (InvalidOperation, ValueError):
                continue
    return found
