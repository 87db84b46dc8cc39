"""From facts to places: the records of a drill, its standings, and the lines that explain a score."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from injects.inject import Inject
from scenarios.rules_file import rules_of
from scoring.line import criterion_quality, explain
from scoring.record import ANSWERED, LATE, Record
from scoring.rules import Rules
from scoring.standings import Standing, compute_standings
from simulator.actor import Actor
from simulator.desk.desk_rules import desk_rules
from simulator.desk.drill_desk import DrillDesk
from simulator.desk.rating_state import awaited
from simulator.ending import hotwashes_ahead
from simulator.frozen import scenario_of
from simulator.kinds import drill_stream
from simulator.playing import chosen_options
from simulator.reading.inject import Words
from simulator.reading.play import own_rows
from simulator.reading.shapes import RESULT, shaped
from simulator.refusal import Refusal
from simulator.rows import Delivery, Drill, LogRow, Rating, Response, Stream, Team

SECOND = timedelta(seconds=1)
Gap = tuple[timedelta, timedelta]
Gaps = Mapping[str, list[Gap]]


def standings_of(session: Session, drill: Drill) -> tuple[Standing, ...]:
    """Compute a drill's standings from its facts; team ids are the teams."""
    rules = rules_of_drill(session, drill)
    if rules is None:
        return ()
    return compute_standings(rules, records_of(session, drill), _teams(session, drill.id))


def rules_of_drill(session: Session, drill: Drill) -> Rules | None:
    """Give the rules of score of the drill's scenario, or None where nothing is scored."""
    scenario = scenario_of(session, drill.scenario_digest)
    rules = replace(rules_of(scenario), ratings_needed=desk_rules(drill.score_rules).ratings)
    return rules if rules.injects else None


def records_of(session: Session, drill: Drill) -> list[Record]:
    """Turn deliveries, current responses and current ratings into the records that scoring reads.

    A response that still waits for a third evaluator, or for a rating opened again, has none of its ratings yet.
    """
    scenario = scenario_of(session, drill.scenario_digest)
    query = select(Delivery).where(Delivery.drill_id == drill.id, Delivery.delivered_at.is_not(None))
    responses = _responses(session, drill.id)
    ratings = _ratings(session, drill)
    gaps = gaps_of(session, drill)
    rules = rules_of_drill(session, drill)
    if rules is None:
        return []
    records = []
    for delivery in session.scalars(query.order_by(Delivery.team_id, Delivery.position)):
        # What still waits for its answer says nothing yet about the score.
        if delivery.inject not in rules.injects or delivery.state == "delivered":
            continue
        inject = scenario.inject(delivery.inject)
        record = _record(inject, delivery, responses.get(delivery.id), ratings, gaps)
        stays = _stays(rules, record, responses.get(delivery.id))
        records.append(record if stays else Record(record.team, record.inject, state="void"))
    return records


def lost_by_erasing(session: Session, drill: Drill, participant_id: str) -> int:
    """Count a participant's responses that would leave the score if she were erased now: they wait for ratings."""
    rules = rules_of_drill(session, drill)
    if rules is None:
        return 0
    records = {(one.team, one.inject): one for one in records_of(session, drill)}
    query = select(Delivery.team_id, Delivery.inject).join(Response, Response.delivery_id == Delivery.id)
    hers = query.where(Delivery.drill_id == drill.id, Response.current, Response.participant_id == participant_id)
    counted = [records[team, inject] for team, inject in session.execute(hers) if (team, inject) in records]
    return sum(one.state == ANSWERED and not _is_rated(rules, one) for one in counted)


def _stays(rules: Rules, record: Record, response: Response | None) -> bool:
    """Say whether a response still counts: what was erased before it had its ratings can never get them."""
    erased = response is not None and response.erased_at is not None and record.state == ANSWERED
    return not erased or _is_rated(rules, record)


def unrated(rules: Rules, records: Iterable[Record]) -> list[tuple[str, str]]:
    """Name, by team and inject, the counted responses that still wait for ratings."""
    return [(one.team, one.inject) for one in records if one.state in (ANSWERED, LATE) and not _is_rated(rules, one)]


def _is_rated(rules: Rules, record: Record) -> bool:
    needed = rules.injects[record.inject].criteria
    return all(len(record.ratings.get(name, ())) >= rules.ratings_needed for name in needed)


def _record(
    inject: Inject, delivery: Delivery, response: Response | None,
    ratings: Mapping[str, Mapping[str, list[int | None]]], gaps: Gaps,
) -> Record:  # fmt: skip
    if response is None or delivery.state != "answered":
        return Record(delivery.team_id, inject.id, state=delivery.state)
    given = {name: tuple(levels) for name, levels in ratings.get(response.id, {}).items()}
    return Record(
        delivery.team_id, inject.id, value=_value(inject, response), seconds=_seconds(delivery, response, gaps),
        ratings=given,
    )  # fmt: skip


def _value(inject: Inject, response: Response) -> int | None:
    if inject.ask is None or not inject.ask.options:
        return None
    chosen = chosen_options(response.content)
    return sum(option.value for option in inject.ask.options if option.id in chosen)


def _seconds(delivery: Delivery, response: Response, gaps: Gaps) -> Fraction:
    since, until = delivery.delivered_at or timedelta(0), response.received_at
    lost = reached = timedelta(0)
    # A line that was down during an outage was lost once: what two gaps share counts once.
    for gone, back in sorted(gaps.get(delivery.team_id, ())):
        begin, end = max(gone, since, reached), min(back, until)
        lost += max(end - begin, timedelta(0))
        reached = max(reached, back)
    return Fraction((until - since - lost) // timedelta(milliseconds=1), 1000)


def gaps_of(session: Session, drill: Drill) -> Gaps:
    """Give, per team, when it could not answer through no fault of its own: its line was down, or the server."""
    kinds = ("team_connected", "team_disconnected", "outage_ended")
    query = select(LogRow).where(LogRow.stream == drill_stream(drill.id), LogRow.kind.in_(kinds)).order_by(LogRow.seq)
    teams = _teams(session, drill.id)
    gaps: dict[str, list[Gap]] = {team: [] for team in teams}
    gone: dict[str, timedelta] = {}
    for row in session.scalars(query):
        at, team = row.drill_time or timedelta(0), row.team or ""
        if row.kind == "team_disconnected":
            gone[team] = at
        elif row.kind == "team_connected" and team in gone:
            gaps[team].append((gone.pop(team), at))
        elif row.kind == "outage_ended":
            length = timedelta(milliseconds=row.payload["milliseconds"]) * drill.speed
            for each in teams:
                gaps[each].append((at - length, at))
    for team, since in gone.items():
        gaps[team].append((since, timedelta.max))
    return gaps


def _responses(session: Session, drill_id: str) -> dict[int, Response]:
    query = select(Response).join(Delivery).where(Delivery.drill_id == drill_id, Response.current)
    return {response.delivery_id: response for response in session.scalars(query)}


def _ratings(session: Session, drill: Drill) -> dict[str, dict[str, list[int | None]]]:
    rubric = scenario_of(session, drill.scenario_digest).rubric
    levels = {level: place for place, level in enumerate(rubric.levels)} if rubric else {}
    query = select(Response.id, Rating).join(Rating, Rating.response_id == Response.id).join(Delivery)
    here = query.where(Delivery.drill_id == drill.id, Rating.current)
    waiting = awaited(DrillDesk(session, drill.created_at, drill))
    found: dict[str, dict[str, list[int | None]]] = {}
    for response_id, rating in session.execute(here.order_by(Rating.account_id)):
        if response_id in waiting:
            continue
        level = None if rating.level is None else levels[rating.level]
        found.setdefault(response_id, {}).setdefault(rating.criterion, []).append(level)
    return found


def _teams(session: Session, drill_id: str) -> list[str]:
    return list(session.scalars(select(Team.id).where(Team.drill_id == drill_id).order_by(Team.position)))


def standings_page(session: Session, now: datetime, actor: Actor, *, drill_id: str) -> dict[str, Any]:
    """Give an organizer the standings with, per team, the line each inject adds and the quality per criterion.

    *published* holds what was made a fact, with its row of the log; *standings* is what follows from the facts now.
    """
    drill = session.get(Drill, drill_id)
    if drill is None:
        raise Refusal("not_found")
    rules = rules_of_drill(session, drill)
    names = {team.id: team for team in session.scalars(select(Team).where(Team.drill_id == drill_id))}
    records = records_of(session, drill)
    standings = compute_standings(rules, records, _teams(session, drill_id)) if rules else ()
    return {
        "drill": {
            "id": drill.id, "name": drill.name, "state": drill.state, "published_at": drill.published_at,
            "rehearsal": drill.rehearsal, "time_zone": drill.time_zone,
        },
        "rated": rules is not None,
        "rules": _rules_view(Words(scenario_of(session, drill.scenario_digest), actor.language), rules),
        "complete": bool(standings) and all(one.rated == one.of for one in standings),
        "playing": [names[team].name for team, _opens_at in hotwashes_ahead(session, drill)],
        "published": _published_view(session, drill),
        "standings": [
            {
                "team": names[one.team].name, "team_id": one.team, "place": one.place, "score": one.score,
                "quality": one.quality, "time": one.time, "rated": one.rated, "of": one.of,
                "penalties": one.penalties,
                "lines": explain(rules, records, one.team) if rules else (),
                "criteria": criterion_quality(explain(rules, records, one.team)) if rules else {},
            }
            for one in standings
        ],
    }  # fmt: skip


def _rules_view(say: Words, rules: Rules | None) -> dict[str, Any]:
    if rules is None:
        return {}
    rubric = say.scenario.rubric
    return {
        "time_weight": rules.time_weight,
        "ratings_needed": rules.ratings_needed,
        "levels": list(rules.rubric.levels),
        "injects": {name: say(say.scenario.inject(name).title) for name in rules.injects},
        "criteria": {name: say(one.title) for name, one in rubric.criteria.items()} if rubric else {},
    }


def _published_view(session: Session, drill: Drill) -> dict[str, Any] | None:
    row, head = published_row(session, drill.id), session.get(Stream, drill_stream(drill.id))
    if row is None or head is None:
        return None
    places = {one["team"]: one for one in row.payload["standings"]}
    return {
        "at": row.wall_time, "seq": row.seq, "hash": row.hash, "places": places,
        "head": {"seq": head.seq, "hash": head.hash},
    }  # fmt: skip


def published_row(session: Session, drill_id: str) -> LogRow | None:
    """Give the row of the log by which the standings became a fact, None before."""
    query = select(LogRow).where(LogRow.stream == drill_stream(drill_id), LogRow.kind == "standings_published")
    return session.scalars(query).one_or_none()


def own_result(session: Session, now: datetime, actor: Actor) -> dict[str, Any] | None:
    """Give a participant her own team's place and score once they are published; None before."""
    _participant, team, drill = own_rows(session, actor)
    if drill.published_at is None:
        return None
    published = published_row(session, drill.id)
    places = published.payload["standings"] if published else []
    own = next((one for one in places if one["team"] == team.id), None)
    told = None if own is None else {"place": own["place"], "score": own["score"], "teams": len(places)}
    return shaped(RESULT, told, "own_result")  # type: ignore[no-any-return]
