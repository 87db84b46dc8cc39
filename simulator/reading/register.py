"""The register as two people close it: blind codes, each deviation with its effect, and how it was ruled (rule 17)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from scoring.deviation_effect import Effect, deviation_effects, with_record, with_state
from scoring.record import LAPSED, LATE, LEAVING, Record
from simulator.actor import Actor
from simulator.frozen import scenario_of
from simulator.reading.clock import milliseconds
from simulator.reading.console import drill_row
from simulator.reading.inject import Words
from simulator.reading.ladder import ladder_view
from simulator.records import gaps_of, records_of
from simulator.register import LAPSED as LAPSE
from simulator.register import LATE as CAME_LATE
from simulator.register import Item, items_of, rulings_of
from simulator.rows import Account, Delivery, Drill, Penalty, Ruling
from simulator.score_rules import penalty_points, penalty_texts
from simulator.scored import Scored, scored
from simulator.shown_names import codes_of

View = dict[str, Any]
# One press of a button is one entry, however many teams it concerned.
Key = tuple[Any, ...]


def register_page(session: Session, now: datetime, actor: Actor, *, drill_id: str) -> View:
    """Give the register of a drill with teams by their blind codes, its penalties, and how far its result has come."""
    drill = drill_row(session, drill_id)
    say = Words(scenario_of(session, drill.scenario_digest), actor.language)
    codes, people = codes_of(session, drill), dict(session.execute(select(Account.id, Account.name)).all())
    entries, away = _entries(items_of(session, drill)), _away(session, drill)
    found = scored(session, drill) if drill.state == "ended" else None
    unruled = records_of(session, drill, ruled=False) if found else []
    effects = _effects(found, unruled, {key: items for key, items in entries.items() if _is_looked_at(items, away)})
    ruled = rulings_of(session, drill)
    told = [
        _entry(key, items, say, people) | {
            "items": [_item(one, codes, ruled, effects.get(_name(key), ()), away) for one in items]
        }
        for key, items in entries.items()
    ]  # fmt: skip
    return {
        "drill": {
            "id": drill.id, "name": drill.name, "state": drill.state, "rehearsal": drill.rehearsal,
            "time_zone": drill.time_zone, "published_at": drill.published_at,
        },
        "entries": [one for one in told if one["kind"] != LAPSE],
        "lapses": [one for one in told if one["kind"] == LAPSE],
        "ladder": ladder_view(session, now, drill),
        "penalties": _penalties(session, drill, codes),
        "penalty_points": {code: float(points) for code, points in penalty_points(session, drill).items()},
        "penalty_texts": penalty_texts(session, drill, actor.language),
        "teams": [{"id": team, "code": code} for team, code in sorted(codes.items(), key=lambda one: one[1])],
    }  # fmt: skip


def _entries(items: Iterable[Item]) -> dict[Key, list[Item]]:
    found: dict[Key, list[Item]] = {}
    for one in items:
        alone = one.about if one.kind in (CAME_LATE, LAPSE) else None
        found.setdefault((one.at, one.kind, one.inject, one.flag, alone), []).append(one)
    return found


def _name(key: Key) -> str:
    return "|".join(str(part) for part in key)


def _is_looked_at(items: Sequence[Item], away: Mapping[str, timedelta]) -> bool:
    # A lapse with the team there all the time is no deviation; to compute each would take long for nothing.
    return items[0].kind != LAPSE or items[0].about in away


def _entry(key: Key, items: Sequence[Item], say: Words, people: Mapping[str, str]) -> View:
    first = items[0]
    return {
        "key": _name(key), "kind": first.kind, "at": first.at, "drill_time": milliseconds(first.drill_time),
        "inject": first.inject, "title": say(say.scenario.inject(first.inject).title) if first.inject else None,
        "flag": (say(say.scenario.flags.get(first.flag)) or first.flag) if first.flag else None,
        "reason": first.reason, "by": people.get(first.by.partition(":")[2]),
    }  # fmt: skip


def _item(
    one: Item, codes: Mapping[str, str], ruled: Mapping[str, Ruling], effects: Sequence[Effect],
    away: Mapping[str, timedelta],
) -> View:  # fmt: skip
    ruling, gone = ruled.get(one.about), away.get(one.about)
    own = next((effect for effect in effects if effect.team == one.team), None)
    return {
        "about": one.about, "team": one.team, "code": codes.get(one.team, ""), "needed": one.needed,
        "ruling": {"verdict": ruling.verdict, "reason": ruling.reason, "two": bool(ruling.decision_id)}
        if ruling else None,
        "effect": _effect(own, effects) if own else None,
        "away": None if gone is None else gone // timedelta(seconds=1),
    }  # fmt: skip


def _effect(own: Effect, effects: Sequence[Effect]) -> View:
    return {
        "score": own.now.score, "place": own.now.place, "score_without": own.without.score,
        "place_without": own.without.place, "changes": own.changes,
        "others": sum(one.team != own.team and one.now.place != one.without.place for one in effects),
    }  # fmt: skip


def _effects(
    found: Scored | None, unruled: Sequence[Record], entries: Mapping[Key, Sequence[Item]]
) -> dict[str, list[Effect]]:
    """Compute the standings beside those without each entry; what nobody can know has none.

    What was ruled void is set beside what it would count; what counts, beside its being void.
    """
    if found is None:
        return {}
    without = {}
    for key, items in entries.items():
        then = _without(found.records, unruled, items)
        if then is not None:
            without[_name(key)] = then
    by_entry: dict[str, list[Effect]] = {}
    for effect in deviation_effects(found.rules, found.records, found.teams, without):
        by_entry.setdefault(effect.deviation, []).append(effect)
    return by_entry


def _without(records: Sequence[Record], unruled: Sequence[Record], items: Sequence[Item]) -> Sequence[Record] | None:
    """Give the records had the entry's injects been void, or counted, or the late response ruled the other way."""
    known = {(one.team, one.inject): one for one in records}
    before = {(one.team, one.inject): one for one in unruled}
    then, touched = tuple(records), False
    for item in items:
        record = known.get((item.team, item.inject or ""))
        counted = before.get((item.team, item.inject or ""))
        if record is None or counted is None or counted.state in LEAVING:
            continue
        touched = True
        if record.state in LEAVING:
            then = with_record(then, counted)
            continue
        if item.kind == CAME_LATE:
            if record.state != LATE:
                return None
            then = with_record(then, Record(record.team, record.inject, state=LAPSED))
        else:
            then = with_state(then, record.team, record.inject, "void")
    return then if touched else None


def _away(session: Session, drill: Drill) -> dict[str, timedelta]:
    """Give, for each lapse, how long its team could not answer through no fault of its own while it could."""
    found = {}
    gaps = gaps_of(session, drill)
    lapsed = select(Delivery).where(Delivery.drill_id == drill.id, Delivery.state == "lapsed")
    for one in session.scalars(lapsed):
        gone = away_between(gaps.get(one.team_id, ()), one.delivered_at, one.closes_at)
        if gone:
            found[f"delivery:{one.id}"] = gone
    return found


def away_between(
    gaps: Iterable[tuple[timedelta, timedelta]], since: timedelta | None, until: timedelta | None
) -> timedelta:
    """Give how much of the time between two instants the gaps fill; what two of them share counts once."""
    lost, reached = timedelta(0), since
    if reached is None or until is None:
        return lost
    for gone, back in sorted(gaps):
        begin, end = max(gone, reached), min(back, until)
        lost += max(end - begin, timedelta(0))
        reached = max(reached, end)
    return lost


def _penalties(session: Session, drill: Drill, codes: Mapping[str, str]) -> list[View]:
    query = select(Penalty).where(Penalty.drill_id == drill.id).order_by(Penalty.given_at, Penalty.id)
    return [
        {
            "id": one.id, "team": one.team_id, "code": codes.get(one.team_id, ""), "points": float(one.points),
            "reason": one.reason, "at": one.given_at, "lifted_at": one.lifted_at,
        }
        for one in session.scalars(query)
    ]  # fmt: skip
