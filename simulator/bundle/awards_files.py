"""What each published list of awards follows from, as ``prontas select`` reads it, and what was published: by codes."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from scoring.scoring_error import ScoringError
from simulator.actor import Actor
from simulator.bundle.log_lines import log_lines
from simulator.bundle.row_json import line_of
from simulator.bundle.scope import Scope
from simulator.kinds import programme_stream
from simulator.reading.method_note import public_candidates
from simulator.refusal import Refusal
from simulator.rows import Application

PUBLISHED = "awards_published"
# What computing may raise from rows that no action wrote.
NOT_TOLD = (Refusal, ScoringError, LookupError, TypeError, ValueError, AttributeError, StopIteration)


def awards_files(
    session: Session, scope: Scope, plain: Callable[[str], str], *, now: datetime, actor: Actor
) -> Iterator[tuple[str, bytes]]:
    """Give ``candidates.csv`` and ``rules.yaml`` of each list, and ``awards.json`` of all; nothing without any."""
    if scope.programme is None:
        return
    mine = select(Application.id, Application.code).where(Application.programme_id == scope.programme)
    codes, told = dict(session.execute(mine).all()), []
    for row in log_lines(session, programme_stream(scope.programme)):
        # A row that somebody put there by hand must not stand in the way: whoever verifies will be told.
        with suppress(*NOT_TOLD):
            if row["kind"] == PUBLISHED:
                told.append(_list(row, codes))
                yield from _files(session, scope.programme, row["payload"], plain, now=now, actor=actor)
    if told:
        yield "awards.json", line_of({"format": 1, "awards": told})


def _files(
    session: Session, programme: str, payload: Mapping[str, Any], plain: Callable[[str], str], *, now: datetime,
    actor: Actor,
) -> list[tuple[str, bytes]]:  # fmt: skip
    stage, award = payload["stage"], payload["award"]
    told = public_candidates(session, now, actor, call=programme, stage=stage, award=award)
    return [
        (f"{folder_of(stage, award)}/candidates.csv", _csv(told, plain).encode()),
        (f"{folder_of(stage, award)}/rules.yaml", _rules(told["rules"]).encode()),
    ]


def folder_of(stage: str, award: str) -> str:
    """Name the folder of one list."""
    return f"awards/{stage}/{award}"


def _csv(told: Mapping[str, Any], plain: Callable[[str], str]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(told["columns"])
    for line in told["lines"]:
        cells = [line[name] for name in told["columns"]]
        writer.writerow([plain(one) if isinstance(one, str) else one for one in cells])
    return stream.getvalue()


def _rules(rules: Mapping[str, Any]) -> str:
    # JSON is YAML too.
    return json.dumps(rules, ensure_ascii=False, indent=2) + "\n"


def _list(row: Mapping[str, Any], codes: Mapping[str, str]) -> dict[str, Any]:
    told = row["payload"]
    return {
        "stage": told["stage"], "award": told["award"], "seq": row["seq"], "hash": row["hash"],
        "seats": {codes[name]: seats for name, seats in told["seats"].items()},
        "computed": {codes[name]: seats for name, seats in told["computed"].items()},
        "waitlist": [codes[name] for name in told["waitlist"]], "out": sorted(codes[name] for name in told["out"]),
    }  # fmt: skip
