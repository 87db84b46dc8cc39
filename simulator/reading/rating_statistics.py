"""How far evaluators agree, how strict each is, and what to look at: for organizers, and for each her own part."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from fractions import Fraction
from typing import Any

from sqlalchemy.orm import Session

from scoring.agreement.alpha import ORDINAL, krippendorff_alpha, read_alpha
from scoring.agreement.icc import intraclass_correlations
from scoring.agreement.kappa import cohen_kappas
from scoring.agreement.statistic import Statistic
from scoring.rating import Rating
from scoring.scoring_error import ScoringError
from scoring.severity.adjustment import CAPPED, FEW_RATINGS, Adjustment, apply_severity, estimate_shrinkage
from scoring.severity.fit import fit_severity
from scoring.severity.monitors import Flag, monitor_raters
from simulator.actor import Actor
from simulator.desk.desk import Desk
from simulator.desk.drill_desk import DrillDesk
from simulator.desk.figures import (
    ANCHOR,
    all_ratings,
    anchor_ratings,
    rated_by_all,
    ratings_by_criterion,
    ratings_by_inject,
    response_of,
)
from simulator.desk.merit_desk import MeritDesk
from simulator.desk.opening import desk_of
from simulator.reading.desk import place_view
from simulator.reading.desk_sheet import words_of_call
from simulator.reading.evaluators import names_of
from simulator.reading.inject import Words
from simulator.refusal import Refusal
from simulator.rows import Account, Team
from simulator.shown_names import hides_teams

View = dict[str, Any]
# 12 of 100 points; what is beyond is a matter for a person.
MOST_ADJUSTED = Fraction(12, 100)


def rating_statistics(
    session: Session, now: datetime, actor: Actor, *, drill_id: str | None = None, programme_id: str | None = None,
    stage: str | None = None,
) -> View:  # fmt: skip
    """Give agreement by criterion and inject, severity with units raw and adjusted, and the monitors.

    Levels count as their places, 0…top. What cannot be said has its reason instead of a figure.
    """
    desk = desk_of(session, now, drill_id=drill_id, programme_id=programme_id, stage=stage)
    by_criterion, by_inject = ratings_by_criterion(desk), ratings_by_inject(desk)
    everything, anchors = all_ratings(by_criterion), anchor_ratings(desk)
    titles = _titles(desk, actor.language)
    block = rated_by_all([*everything, *anchors])
    raters = sorted({one.rater for one in everything})
    return {
        "place": place_view(desk, actor.language), "levels": list(desk.levels), "ratings": len(everything),
        "raters": len(raters), "anchors": len({one.unit for one in anchors}),
        "overall": _alpha(everything),
        "criteria": [_row(name, titles, by_criterion[name]) for name in titles["order"] if name in by_criterion],
        "injects": [_row(name, titles, by_inject[name]) for name in by_inject if name],
        "block": {"units": len({one.unit for one in block}), "raters": len({one.rater for one in block})},
        "icc": {name: figure(one) for name, one in intraclass_correlations(block).forms.items()},
        "kappa": {name: figure(one) for name, one in cohen_kappas(everything, range(len(desk.levels))).items()},
        "severity": severity_view(desk, everything, anchors, by_criterion),
    }  # fmt: skip


def own_feedback(
    session: Session, now: datetime, actor: Actor, *, drill_id: str | None = None, programme_id: str | None = None,
    stage: str | None = None,
) -> View:  # fmt: skip
    """Give an evaluator her own part of the statistics once the round is closed: nobody else's, and no team's."""
    desk = desk_of(session, now, drill_id=drill_id, programme_id=programme_id, stage=stage)
    if desk.closed is None:
        raise Refusal("feedback_not_yet")
    by_criterion = ratings_by_criterion(desk)
    everything = all_ratings(by_criterion)
    view = severity_view(desk, everything, anchor_ratings(desk), by_criterion)
    mine = [one for one in everything if one.rater == actor.id]
    return {
        "place": place_view(desk, actor.language), "ratings": len(mine), "top": desk.top,
        "beside": _beside(everything, actor.id),
        "own": next((one for one in view.get("raters", ()) if one["id"] == actor.id), None),
        "used": [sum(one.value == place for one in mine) for place in range(len(desk.levels))],
        "levels": list(desk.levels),
    }  # fmt: skip


def figure(one: Statistic) -> View:
    """Give a figure, or the reason why there is none."""
    return {"value": one.value, "reason": one.reason, "facts": dict(one.facts)}


def _alpha(ratings: Sequence[Rating]) -> View:
    found = krippendorff_alpha(ratings, ORDINAL)
    return figure(found) | {"reading": None if found.value is None else read_alpha(found.value)}


def _row(name: str, titles: Mapping[str, Any], ratings: Sequence[Rating]) -> View:
    return {
        "id": name, "title": titles["said"].get(name), "alpha": _alpha(ratings),
        "responses": len({response_of(one.unit) or one.unit for one in ratings}), "ratings": len(ratings),
    }  # fmt: skip


def _titles(desk: Desk, language: str) -> View:
    if isinstance(desk, DrillDesk) and desk.scenario.rubric is not None:
        words = Words(desk.scenario, language)
        injects = {name: words(desk.scenario.inject(name).title) for name in desk.criteria}
        criteria = {name: words(one.title) for name, one in desk.scenario.rubric.criteria.items()}
        return {"order": list(criteria), "said": criteria | injects}
    if isinstance(desk, MeritDesk) and desk.call.rubric is not None:
        say = words_of_call(desk.call, language)
        criteria = {name: say(one.title) for name, one in desk.call.rubric.criteria.items()}
        return {"order": list(criteria), "said": criteria}
    return {"order": [], "said": {}}


def severity_view(
    desk: Desk, everything: Sequence[Rating], anchors: Sequence[Rating], by_criterion: Mapping[str, Iterable[Rating]]
) -> View:
    """Give severity per evaluator with what stands out, and each team's mean level raw and adjusted.

    Model answers link evaluators who share no response. Where they are not linked it is refused, with the groups.
    """
    names = {account.id: account.name for account in desk.session.query(Account)}
    try:
        fit = fit_severity([*everything, *anchors])
    except ScoringError as error:
        groups = error.parameters.get("groups", ())
        told = [[names.get(rater, rater) for rater in group.raters] for group in groups]
        return {"refused": error.code, "groups": told}
    shrinkage = estimate_shrinkage(fit)
    adjusted = apply_severity(fit, shrinkage=shrinkage.value, cap=MOST_ADJUSTED * desk.top)
    flags = monitor_raters(fit, desk.top, by_criterion) if desk.top else ()
    return {
        "refused": None, "shrinkage": float(shrinkage.value), "estimated": shrinkage.estimated,
        "raters": _raters(adjusted, flags, names), "whose": _whose(desk, adjusted),
    }  # fmt: skip


def _raters(adjusted: Adjustment, flags: Sequence[Flag], names: Mapping[str, str]) -> list[View]:
    cautions = {(one.rater, one.code) for one in adjusted.cautions}
    return [
        {
            "id": one.rater, "name": names.get(one.rater, ""), "ratings": one.ratings, "severity": float(one.severity),
            "estimate": float(one.estimate), "error": one.standard_error, "few": (one.rater, FEW_RATINGS) in cautions,
            "capped": (one.rater, CAPPED) in cautions,
            "flags": [
                {"code": flag.code, "figure": flag.figure, "limit": flag.limit} for flag in flags
                if flag.rater == one.rater
            ],
        }
        for one in adjusted.raters
    ]  # fmt: skip


def _whose(desk: Desk, adjusted: Adjustment) -> list[View]:
    whose_of = {one.id: one.whose for one in desk.units}
    raw: dict[str, list[Fraction]] = defaultdict(list)
    without: dict[str, list[Fraction]] = defaultdict(list)
    for unit in adjusted.units:
        if not unit.unit.startswith(ANCHOR):
            whose = whose_of[response_of(unit.unit)]
            raw[whose].append(unit.raw)
            without[whose].append(unit.adjusted)
    names = names_of(desk) | _bots_names(desk)
    return sorted(
        (
            {
                "name": names.get(one, one),
                "raw": _mean(raw[one]),
                "adjusted": _mean(without[one]),
                "units": len(raw[one]),
            }
            for one in raw
        ),
        key=lambda row: str(row["name"]).casefold(),
    )


def _bots_names(desk: Desk) -> dict[str, str]:
    if not isinstance(desk, DrillDesk):
        return {}
    found = desk.session.query(Team).where(Team.drill_id == desk.drill.id, Team.bot.is_(True))
    return {team.id: team.blind_code if hides_teams(desk.drill) else team.name for team in found}


def _mean(values: Sequence[Fraction]) -> float:
    return float(sum(values, Fraction(0)) / len(values))


def _beside(everything: Iterable[Rating], rater: str) -> View:
    """Say of how many levels of hers somebody else gave one too, and how near they were."""
    by: dict[str, dict[str, int]] = defaultdict(dict)
    for one in everything:
        by[one.unit][one.rater] = int(one.value)
    steps = [
        abs(row[rater] - other) for row in by.values() if rater in row for name, other in row.items() if name != rater
    ]
    return {"compared": len(steps), "same": steps.count(0), "one": steps.count(1), "far": sum(one > 1 for one in steps)}
