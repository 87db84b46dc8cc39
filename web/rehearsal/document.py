"""The report as a part of a JSON document of format 1: stable keys, times in seconds (docs/rehearse.md)."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from injects.load import Span
from simulator.bots.reach import Target
from simulator.rehearsing.coverage import Coverage
from simulator.rehearsing.loading import Loading
from simulator.rehearsing.quiet import Quiet
from simulator.rehearsing.rating_cost import RatingCost
from simulator.rehearsing.report import Report
from simulator.rehearsing.runs import Run


def report_document(report: Report) -> dict[str, Any]:
    """Give the report; equal reports give equal documents."""
    paths = report.paths
    return {
        "coverage": _coverage(report.coverage),
        "runs": [_run(run) for run in report.runs],
        "load": _load(report.loading),
        "paths": {
            "combinations": paths.combinations, "walked": paths.walked, "sampled": paths.sampled,
            "ways": paths.ways, "by_hand": list(report.by_hand), "equal": paths.equal, "weights": list(paths.weights),
            "each": [{"choices": dict(path.choices), "weight": path.weight} for path in paths.paths],
        },
        "silence": {
            "longest": _quiet(report.quiets.longest),
            "seats": [_quiet(one) for one in report.quiets.longest_by_seat],
            "teams": [_quiet(one) for one in (*report.quiets.teams, *report.quiets.seats)],
        },
        "rating": _rating(report.rating),
    }  # fmt: skip


def seconds(time: timedelta) -> float:
    """Give a drill time or a length in seconds."""
    return time // timedelta(milliseconds=1) / 1000


def _coverage(told: Coverage) -> dict[str, Any]:
    return {
        "teams_needed": told.needed, "teams": told.played, "reached": len(told.reached), "of": told.of,
        "plays_thought_of": told.thought_of, "sampled": told.sampled,
        "never": [
            _target(one.target) | {"reason": one.reason, "about": list(one.about)} for one in told.never
        ],
    }  # fmt: skip


def _target(target: Target) -> dict[str, str]:
    named = "flag" if target.what in ("flag", "unset") else "inject"
    told = {"what": target.what, named: target.name}
    return told | {"option": target.option} if target.option else told


def _run(run: Run) -> dict[str, Any]:
    return {
        "team": run.team, "weight": run.weight, "flags": sorted(run.flags), "left_out": dict(run.skipped),
        "injects": [
            {
                "inject": one.inject, "at": seconds(one.at), "until": seconds(one.until), "state": one.state,
                "chosen": list(one.chosen),
            }
            for one in run.comings
        ],
    }  # fmt: skip


def _load(told: Loading) -> dict[str, Any]:
    return {
        "window": seconds(told.window),
        "team": _spans(told.team),
        "seats": [{"seat": seat, "windows": _spans(spans)} for seat, spans in told.seats],
        "sizes": [
            {
                "people": len(sharing.people), "shared": sharing.how,
                "each": [{"seats": list(one.seats), "windows": _spans(one.spans)} for one in sharing.people],
            }
            for sharing in told.sharings
        ],
    }  # fmt: skip


def _spans(spans: Iterable[Span]) -> list[dict[str, int]]:
    return [
        {"least_asks": one.least.asks, "asks": one.most.asks, "injects": one.most.injects, "words": one.most.words}
        for one in spans
    ]


def _quiet(one: Quiet) -> dict[str, Any]:
    told: dict[str, Any] = {"team": one.team, "seat": one.seat}
    times = {"from": seconds(one.silence.start), "until": seconds(one.silence.end)}
    return told | times | {"length": seconds(one.silence.length)}


def _rating(told: RatingCost) -> dict[str, Any]:
    return {
        "hours": float(round(told.hours, 4)), "teams": told.teams, "ratings_per_response": told.assumed.raters,
        "minutes_per_response": float(told.assumed.minutes), "least_responses_of_a_team": told.least,
        "responses_of_a_team": told.most, "ratings": told.responses, "levels": told.levels,
    }  # fmt: skip
