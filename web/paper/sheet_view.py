"""A team's sheet as it is written out: the same words on her page, on the organizers', and on paper."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_datetime

from web.organizer.explaining import explanation
from web.organizer.numbers import number
from web.words import LOCALES, known_language, say
from web.words.results import (
    APPEAL_REASONS,
    APPEAL_STATES,
    DEVIATIONS,
    LATE_VERDICTS,
    PENALTIES,
    RULING_REASONS,
    VERDICTS,
    ground_words,
    tie_words,
)

View = dict[str, Any]


def sheet_view(sheet: Mapping[str, Any], language: str | None = None) -> View:
    """Give all that a sheet shows, in the *language* of its reader, or of the team."""
    spoken = known_language(language or sheet["language"])
    row = {
        "lines": sheet["rows"], "criteria": {}, "rated": sheet["rated"], "of": sheet["of"],
        **{name: _decimal(sheet[name]) for name in ("score", "quality", "time")},
        "penalties": Decimal(str(_lost(sheet))),
    }  # fmt: skip
    rules = {"time_weight": sheet["time_weight"], "injects": sheet["injects"], "criteria": sheet["criteria"]}
    why = explanation(rules, row, spoken)
    by_inject = {one["inject"]: one["criteria"] for one in sheet["lines"]}
    lines = [line | {"criteria": by_inject[line["inject"]]} for line in why["lines"]]
    return dict(sheet) | {
        "language": spoken, "why": why | {"lines": lines},
        "score_words": None if sheet["score"] is None else number(Decimal(sheet["score"]), spoken),
        "at_words": _instant(sheet, sheet["at"], spoken), "until_words": _instant(sheet, sheet["until"], spoken),
        "tie_words": [tie_words(spoken, step, sheet["criteria"]) for step in sheet["ties"]],
        "penalty_words": [
            {"words": one["text"] or say(spoken, PENALTIES.get(one["code"], one["code"])), "lifted": one["lifted"],
             "points": f"{one['points']:g}"}
            for one in sheet["penalties"]
        ],
        "ruling_words": [_ruling(one, spoken) for one in sheet["rulings"]],
        "appeal_words": [_appeal(sheet, one, spoken) for one in sheet["appeals"]],
        "ground_words": [(one["id"], ground_words(spoken, one["id"], one["text"])) for one in sheet["grounds"]],
    }  # fmt: skip


def _decimal(told: str | None) -> Decimal | None:
    return None if told is None else Decimal(told)


def _lost(sheet: Mapping[str, Any]) -> float:
    return float(sum(one["points"] for one in sheet["penalties"] if not one["lifted"]))


def _instant(sheet: Mapping[str, Any], at: datetime | None, language: str) -> str | None:
    """Say an instant on the drill's clock, with its zone and UTC beside it."""
    if at is None:
        return None
    zone = sheet["drill"]["time_zone"]
    local = format_datetime(at.astimezone(ZoneInfo(zone)), "medium", locale=LOCALES[language])
    return f"{local} ({zone}; {at:%Y-%m-%d %H:%M} UTC)"


def _ruling(one: Mapping[str, Any], language: str) -> View:
    verdicts = LATE_VERDICTS if one["kind"] == "response_late" else VERDICTS
    kind, verdict = DEVIATIONS[one["kind"]], verdicts[one["verdict"]]
    reason = RULING_REASONS.get(one["reason"], one["reason"])
    return {
        "what": say(language, kind), "inject": one["inject"], "title": one["title"],
        "verdict": say(language, verdict), "reason": say(language, reason),
    }  # fmt: skip


def _appeal(sheet: Mapping[str, Any], one: Mapping[str, Any], language: str) -> View:
    state, reason = APPEAL_STATES[one["state"]], APPEAL_REASONS.get(one["reason"] or "")
    return dict(one) | {
        "ground": ground_words(language, one["ground"], one["text"]), "state_words": say(language, state),
        "reason_words": say(language, reason) if reason else None,
        "filed": _instant(sheet, one["filed_at"], language), "decided": _instant(sheet, one["decided_at"], language),
    }  # fmt: skip
