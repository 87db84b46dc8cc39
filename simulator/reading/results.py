"""Standings as organizers see them, and a team's own result."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from scoring.intervals import Interval, statistically_tied
from scoring.line import criterion_quality
from scoring.rules import Rules
from scoring.standings import Standing
from simulator.actor import Actor
from simulator.ending import hotwashes_ahead
from simulator.frozen import scenario_of
from simulator.intervals import intervals_of
from simulator.kinds import drill_stream
from simulator.publishing import PROVISIONAL, appeals_until, published_row
from simulator.reading.inject import Words
from simulator.reading.ladder import ladder_view
from simulator.reading.play import own_rows
from simulator.reading.shapes import RESULT, shaped
from simulator.records import gaps_of, lost_by_erasing, records_of, rules_of_drill, unrated
from simulator.refusal import Refusal
from simulator.rows import Drill, LogRow, Stream
from simulator.score_rules import draw_waits, rules_digest, tie_told
from simulator.scored import Scored, scored, standings_of
from simulator.shown_names import is_blind, shown_names

View = dict[str, Any]
__all__ = [
    "gaps_of", "lost_by_erasing", "own_result", "records_of", "rules_of_drill", "standings_of", "standings_page",
    "unrated",
]  # fmt: skip


def standings_page(
    session: Session, now: datetime, actor: Actor, *, drill_id: str, cut: Decimal | None = None,
    first: int | None = None,
) -> View:  # fmt: skip
    """Give an organizer the standings with, per team, the line each inject adds and the quality per criterion.

    *published* holds what was made a fact, with its row of the log; *standings* is what follows from the facts now,
    raw and without severity. *cut*, a score, or the score of the place *first*, tells who is statistically tied.
    """
    drill = session.get(Drill, drill_id)
    if drill is None:
        raise Refusal("not_found")
    found = scored(session, drill)
    names = shown_names(session, drill)
    say = Words(scenario_of(session, drill.scenario_digest), actor.language)
    standings = found.standings if found else ()
    complete = bool(standings) and all(one.rated == one.of for one in standings)
    intervals = intervals_of(found, drill.id) if found and complete and drill.state == "ended" else {}
    return {
        "drill": {
            "id": drill.id, "name": drill.name, "state": drill.state, "published_at": drill.published_at,
            "rehearsal": drill.rehearsal, "time_zone": drill.time_zone,
        },
        "rated": found is not None, "blind": is_blind(drill),
        "rules": _rules_view(session, drill, say, found.rules if found else None),
        "complete": complete,
        "playing": [names[team_id] for team_id, _opens_at in hotwashes_ahead(session, drill)],
        "published": _published_view(session, drill),
        "ladder": ladder_view(session, now, drill),
        "severity": _severity(found),
        "band": _band(standings, intervals, cut, first, names),
        "standings": [_row(found, one, names, intervals) for one in standings if found],
    }  # fmt: skip


def _row(found: Scored, one: Standing, names: Mapping[str, str], intervals: Mapping[str, Interval]) -> View:
    raw = next(other for other in found.raw if other.team == one.team)
    adjusted = next((other for other in found.adjusted or () if other.team == one.team), None)
    interval, lines = intervals.get(one.team), found.lines(one.team)
    return {
        "team": names[one.team], "team_id": one.team, "place": one.place, "score": one.score, "quality": one.quality,
        "time": one.time, "rated": one.rated, "of": one.of, "penalties": one.penalties, "lines": lines,
        "criteria": criterion_quality(lines), "low": interval.low if interval else None,
        "high": interval.high if interval else None, "raw": side(raw), "adjusted": side(adjusted),
        "ties": [tie_told(step) for step in found.steps.get(one.team, ())],
    }  # fmt: skip


def _severity(found: Scored | None) -> View:
    if found is None:
        return {"announced": False, "applied": False, "refused": None}
    return {"announced": found.applied, "applied": found.applied and not found.refused, "refused": found.refused}


def side(one: Standing | None) -> View | None:
    """Give score and place of one of the two ways of counting, None where it cannot be told."""
    return None if one is None else {"score": one.score, "place": one.place}


def _band(
    standings: tuple[Standing, ...], intervals: Mapping[str, Interval], cut: Decimal | None, first: int | None,
    names: Mapping[str, str],
) -> View | None:  # fmt: skip
    """Name who is statistically tied at the cut that was asked for; information with one stated effect (rule 28)."""
    if first is not None:
        last = [one for one in standings if one.place is not None and one.place <= first]
        cut = last[-1].score if last else None
    if cut is None or not intervals:
        return None
    tied = statistically_tied(intervals.values(), cut)
    return {"cut": cut, "first": first, "teams": [names[one] for one in tied], "ids": list(tied)}


def _rules_view(session: Session, drill: Drill, say: Words, rules: Rules | None) -> View:
    if rules is None:
        return {}
    rubric = say.scenario.rubric
    return {
        "time_weight": rules.time_weight,
        "ratings_needed": rules.ratings_needed,
        "levels": list(rules.rubric.levels),
        "injects": {name: say(say.scenario.inject(name).title) for name in rules.injects},
        "criteria": {name: say(one.title) for name, one in rubric.criteria.items()} if rubric else {},
        "ties": [tie_told(step) for step in rules.ties], "draw_waits": draw_waits(session, drill),
        "randomness": rules.randomness, "digest": rules_digest(drill),
    }  # fmt: skip


def _published_view(session: Session, drill: Drill) -> View | None:
    row, head = published_row(session, drill.id), session.get(Stream, drill_stream(drill.id))
    if row is None or head is None:
        return None
    places = {one["team"]: one for one in row.payload["standings"]}
    return {
        "at": row.wall_time, "seq": row.seq, "hash": row.hash, "places": places,
        "head": {"seq": head.seq, "hash": head.hash},
    }  # fmt: skip


def told_row(session: Session, drill: Drill) -> LogRow | None:
    """Give the row of the log with the latest result that teams may read: the final one, else the provisional one."""
    return published_row(session, drill.id) or published_row(session, drill.id, PROVISIONAL)


def own_result(session: Session, now: datetime, actor: Actor) -> View | None:
    """Give a participant her own team's place and score once they are told, provisional or final; None before."""
    _participant, team, drill = own_rows(session, actor)
    row = told_row(session, drill)
    if row is None:
        return None
    places = row.payload["standings"]
    own = next((one for one in places if one["team"] == team.id), None)
    if own is None:
        return None
    until = appeals_until(session, drill)
    told = {
        "place": own["place"], "score": own["score"], "teams": len(places), "final": drill.published_at is not None,
        "appeal": drill.published_at is None and until is not None and now <= until,
    }  # fmt: skip
    return shaped(RESULT, told, "own_result")  # type: ignore[no-any-return]
