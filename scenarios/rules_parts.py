"""The parts of a rules file: levels, criteria, injects, penalties and the tie order."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from fractions import Fraction

from scenarios.node import Node
from scenarios.quote import nearest, quote
from scenarios.rules_fields import (
    read_length,
    read_list,
    read_mapping,
    read_names,
    read_number,
    read_text,
)
from scenarios.yaml_composer import Report
from scoring.rubric import Criterion
from scoring.rules import MOST_TIME_WEIGHT, TIE_WORDS, InjectRule, Tie

# Stands in for a weight that was reported, so that the sums it is part of raise no second complaint.
_UNREAD = Fraction(1)


def read_levels(node: Node, report: Report) -> tuple[str, ...]:
    """Give the levels from worst to best; where they are numbers, their names are the digits."""
    levels = tuple(name for _, name in read_names(node, report, digits=True))
    if isinstance(node.value, list) and len(node.value) < 2:
        report(node.mark, "too_few", key="levels", least=2)
    return levels


def read_criteria(node: Node, report: Report) -> dict[str, Criterion]:
    """Give each criterion with its weight, which has to be stated."""
    criteria: dict[str, Criterion] = {}
    for name, entry in read_mapping(node, report).items():
        fields = read_mapping(entry.node, report, ("weight",))
        if isinstance(entry.node.value, dict) and "weight" not in entry.node.value:
            report(entry.node.mark, "missing_key", key="weight")
        weight = read_number(fields["weight"].node, report) if "weight" in fields else None
        criteria[name] = Criterion(_UNREAD if weight is None else weight)
    return criteria


def read_injects(node: Node, criteria: Mapping[str, Criterion], report: Report) -> dict[str, InjectRule]:
    """Give the rule of each inject."""
    entries = read_mapping(node, report)
    injects = {name: _inject(entry.node, criteria, report) for name, entry in entries.items()}
    if isinstance(node.value, dict) and not any(rule.weight for rule in injects.values()):
        report(node.mark, "weights_sum_to_zero")
    return injects


def _inject(node: Node, criteria: Mapping[str, Criterion], report: Report) -> InjectRule:
    entries = read_mapping(node, report, ("weight", "criteria", "due", "target"))
    nodes = {key: entry.node for key, entry in entries.items()}
    weight = read_number(nodes["weight"], report) if "weight" in nodes else Fraction(1)
    due = read_length(nodes["due"], report) if "due" in nodes else None
    target = read_length(nodes["target"], report) if "target" in nodes else None
    if "target" in nodes and "due" not in nodes:
        report(nodes["target"].mark, "target_without_due")
    if due is not None and target is not None and target > due:
        report(nodes["target"].mark, "target_past_due", target=str(target), due=str(due))
    named = _criteria_named(nodes["criteria"], criteria, report) if "criteria" in nodes else ()
    return InjectRule(_UNREAD if weight is None else weight, named, due, target)


def _criteria_named(node: Node, criteria: Mapping[str, Criterion], report: Report) -> tuple[str, ...]:
    named = tuple(name for item, name in read_names(node, report) if _is_known(item, name, criteria, report))
    if named and not any(criteria[name].weight for name in named):
        report(node.mark, "weights_sum_to_zero")
    return named


def _is_known(node: Node, name: str, criteria: Collection[str], report: Report) -> bool:
    if name not in criteria:
        report(node.mark, "unknown_criterion", value=quote(name), nearest=nearest(name, criteria))
    return name in criteria


def read_time_weight(node: Node, report: Report) -> Fraction | None:
    """Give the weight of time, at most 0.2."""
    weight = read_number(node, report)
    if weight is not None and weight > MOST_TIME_WEIGHT:
        most = str(float(MOST_TIME_WEIGHT))
        report(node.mark, "too_large", value=quote(node.value), most=most)
    return weight


def read_penalties(node: Node, report: Report) -> dict[str, Fraction]:
    """Give the points each team loses, from a map or from a list in which a team may come several times."""
    points: dict[str, Fraction] = defaultdict(Fraction)
    if isinstance(node.value, list):
        for item in node.value:
            team, lost = _penalty(item, report)
            if team is not None and lost is not None:
                points[team] += lost
    else:
        for name, entry in read_mapping(node, report).items():
            points[name] += read_number(entry.node, report) or Fraction(0)
    return dict(points)


def _penalty(node: Node, report: Report) -> tuple[str | None, Fraction | None]:
    fields = {key: entry.node for key, entry in read_mapping(node, report, ("team", "points", "reason")).items()}
    if isinstance(node.value, dict):
        for key in (key for key in ("team", "points") if key not in fields):
            report(node.mark, "missing_key", key=key)
    if "reason" in fields:
        read_text(fields["reason"], report)
    team = read_text(fields["team"], report) if "team" in fields else None
    return team, read_number(fields["points"], report) if "points" in fields else None


def read_ties(node: Node, criteria: Mapping[str, Criterion], report: Report) -> tuple[Tie, ...]:
    """Give the tie order: words, criteria, and ``{criteria: [...]}`` for the mean of several."""
    ties = (_tie(item, criteria, report) for item in read_list(node, report))
    return tuple(tie for tie in ties if tie)


def _tie(node: Node, criteria: Mapping[str, Criterion], report: Report) -> Tie | None:
    if isinstance(node.value, dict):
        entries = read_mapping(node, report, ("criteria",))
        if "criteria" not in entries:
            report(node.mark, "missing_key", key="criteria")
            return None
        return _tied_criteria(entries["criteria"].node, criteria, report)
    word = read_text(node, report)
    if word is None or word in TIE_WORDS or word in criteria:
        return word
    known = (*TIE_WORDS, *criteria)
    report(node.mark, "unknown_tie", value=quote(word), nearest=nearest(word, known))
    return None


def _tied_criteria(node: Node, criteria: Mapping[str, Criterion], report: Report) -> tuple[str, ...]:
    if isinstance(node.value, list) and not node.value:
        report(node.mark, "too_few", key="criteria", least=1)
    return tuple(name for item, name in read_names(node, report) if _is_known(item, name, criteria, report))
