"""The public method note: rules, funnel, what was relaxed, who decided otherwise, and how to compute it anew."""

from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime
from threading import Lock
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scenarios.calls.digest import call_rules_digest
from simulator.actor import Actor
from simulator.frozen_call import call_of_programme
from simulator.kinds import programme_stream
from simulator.programme.entrants import entrants_of
from simulator.programme.offering import awards_of
from simulator.programme.selecting import derogations_of
from simulator.programme.stage_ground import StageGround, programme_of, stage_ground, told_rows
from simulator.reading.fairness import public_rates
from simulator.reading.rating_statistics import rating_statistics
from simulator.refusal import Refusal
from simulator.rows import Appeal, Application, Programme, Stream

View = dict[str, Any]
CLOSED = ("provisional", "final")
MOST_KEPT = 16


class _Kept:
    """The latest notes that were asked for."""

    def __init__(self) -> None:
        self.lock, self.found = Lock(), OrderedDict[tuple[str, int, str], View]()

    def of(self, key: tuple[str, int, str], make: Callable[[], View]) -> View:
        with self.lock:
            if key not in self.found:
                self.found[key] = make()
            self.found.move_to_end(key)
            while len(self.found) > MOST_KEPT:
                self.found.popitem(last=False)
            return self.found[key]


_KEPT = _Kept()


def method_note(session: Session, now: datetime, actor: Actor, *, call: str) -> View:
    """Give the note of each stage of the programme *call* whose result was told; nothing of the others."""
    programme = _opened(session, call)
    head = session.get(Stream, programme_stream(programme.id))
    # Everything in it is told in the log, so the same head gives the same note: readers do not make us count anew.
    return _KEPT.of(
        (programme.id, head.seq if head else 0, head.hash if head else ""),
        lambda: _note(session, now, actor, programme, head),
    )


def _note(session: Session, now: datetime, actor: Actor, programme: Programme, head: Stream | None) -> View:
    document = call_of_programme(session, programme)
    grounds = [stage_ground(session, programme, one.id) for one in document.stages]
    return {
        "id": programme.id, "name": programme.name, "call": document, "rules": call_rules_digest(document),
        "digest": programme.call_digest, "published_at": programme.call_published_at,
        "head": None if head is None else {"seq": head.seq, "hash": head.hash},
        "stages": [_stage(session, now, actor, one) for one in grounds if one.row.state in CLOSED],
    }  # fmt: skip


def public_candidates(session: Session, now: datetime, actor: Actor, *, call: str, stage: str, award: str) -> View:
    """Give what ``prontas select`` needs to give the same list: candidates under their codes, and the rules.

    Attributes that the call does not call public stand under a number of their own, so that rules about them hold and
    nobody is named: the same institution has the same number.
    """
    programme = _opened(session, call)
    ground = stage_ground(session, programme, stage)
    if ground.row.state not in CLOSED or award not in {one.id for one in ground.planned.awards}:
        raise Refusal("not_found")
    row = next(one for one in _published(session, ground) if one["award"] == award)
    planned = ground.planned.award(award)
    entrants = {one.id: one for one in entrants_of(ground)}
    codes = dict(
        session.execute(select(Application.id, Application.code).where(Application.programme_id == programme.id)).all()
    )
    named = {cap.by for cap in planned.caps} | {name for floor in planned.floors for name in floor.where}
    columns = [name for name in ground.call.attributes if name in named]
    numbers: dict[tuple[str, str], str] = {}
    lines = []
    for name, size, score, order, _least in row["candidates"]:
        attributes = entrants[name].attributes if name in entrants else {}
        shown = {one: _shown(ground, numbers, one, attributes.get(one, "")) for one in columns}
        lines.append({"id": codes[name], "size": size, "merit": score, "order": order, **shown})
    return {
        "columns": ["id", "size", "merit", "order", *columns],
        "lines": sorted(lines, key=lambda one: one["order"]),
        "rules": {
            "seats": planned.seats, "threshold": ground.planned.threshold, "method": planned.method,
            "caps": [{"by": one.by, "max": one.max, "unit": one.unit} for one in planned.caps],
            "floors": [
                {
                    "where": {name: _shown(ground, numbers, name, value) for name, value in one.where.items()},
                    "min": one.min, "unit": one.unit,
                }
                for one in planned.floors
            ],
            "randomness": row["randomness"],
            **({"smallest": ground.call.team.smallest}
               if planned.kind == "scholarship" and ground.call.team.smallest is not None else {}),
        },
        "selected": sorted(codes[name] for name in row["computed"]),
    }  # fmt: skip


def _opened(session: Session, programme_id: str) -> Programme:
    programme = programme_of(session, programme_id)
    if programme.call_digest is None:
        raise Refusal("not_found")
    return programme


def _shown(ground: StageGround, numbers: dict[tuple[str, str], str], name: str, value: str) -> str:
    if ground.call.attributes[name].public and not ground.call.attributes[name].free:
        return value
    return numbers.setdefault((name, value), f"{name}-{sum(key[0] == name for key in numbers) + 1}")


def _published(session: Session, ground: StageGround) -> list[View]:
    rows = told_rows(session, ground.programme.id, "awards_published")
    return [
        one.payload | {"seq": one.seq, "hash": one.hash, "at": one.wall_time}
        for one in rows
        if one.payload["stage"] == ground.id
    ]


def _stage(session: Session, now: datetime, actor: Actor, ground: StageGround) -> View:
    scope = f"programme:{ground.programme.id}:{ground.id}"
    appeals = dict(
        session.execute(select(Appeal.state, func.count()).where(Appeal.scope == scope).group_by(Appeal.state)).all()
    )
    codes = dict(
        session.execute(
            select(Application.id, Application.code).where(Application.programme_id == ground.programme.id)
        ).all()
    )
    return {
        "planned": ground.planned, "state": ground.row.state, "randomness": ground.row.randomness,
        "provisional_at": ground.row.provisional_at, "final_at": ground.row.final_at, "appeals": appeals,
        "statistics": _statistics(session, now, actor, ground),
        "awards": [_award(ground, one, codes) for one in _published(session, ground)],
    }  # fmt: skip


def _award(ground: StageGround, row: View, codes: dict[str, str]) -> View:
    planned = ground.planned.award(row["award"])
    holds = awards_of(ground, planned.id)
    return {
        "planned": planned, "seq": row["seq"], "hash": row["hash"], "list": row["list"],
        "signed": row["signed"], "cut": row["cut"],
        "candidates": len(row["candidates"]), "out": len(row["out"]), "given": sum(row["seats"].values()),
        "teams": len(row["seats"]), "waiting": len(row["waitlist"]), "band": len(row["band"]),
        "relaxed": [
            {"where": dict(planned.floors[number - 1].where), "unit": planned.floors[number - 1].unit, "min": least,
             "to": to, "gained": [codes[name] for name in gained]}
            for number, least, to, gained in row["relaxed"]
        ],
        "derogations": [
            {"code": codes.get(one.subject["application"], ""), "seats": one.subject["seats"], "note": one.note}
            for one in derogations_of(ground, planned.id)
        ],
        "accepted": sum(one.seats for one in holds if one.state == "accepted"),
        "rates": public_rates(ground, planned.id),
    }  # fmt: skip


def _statistics(session: Session, now: datetime, actor: Actor, ground: StageGround) -> View | None:
    """Give how far evaluators agreed about applications; a drill's figures stand with the drill."""
    if ground.planned.score != "merit":
        return None
    found = rating_statistics(session, now, actor, programme_id=ground.programme.id, stage=ground.id)
    return {name: found[name] for name in ("ratings", "raters", "overall", "icc")}
