"""From facts to records: what became of each inject for each team, as scoring reads it."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from injects.inject import Inject
from scenarios.rules_file import rules_of
from scoring.record import ANSWERED, LAPSED, LATE, Record
from scoring.rules import Rules
from simulator.counted_ratings import ByEvaluator, counted_levels
from simulator.frozen import scenario_of
from simulator.kinds import drill_stream
from simulator.playing import chosen_options
from simulator.register import TECHNICAL, VOID, Place, verdicts_of
from simulator.rows import Delivery, Drill, LogRow, Response, Team
from simulator.score_rules import rules_with

Gap = tuple[timedelta, timedelta]
Gaps = Mapping[str, list[Gap]]


def rules_of_drill(session: Session, drill: Drill) -> Rules | None:
    """Give the rules of score of the drill's scenario with its own, or None where nothing is scored."""
    scenario = scenario_of(session, drill.scenario_digest)
    rules = rules_of(scenario)
    return rules_with(session, drill, rules) if rules.injects else None


def records_of(session: Session, drill: Drill, *, ruled: bool = True) -> list[Record]:
    """Turn deliveries, current responses and current ratings into the records that scoring reads.

    A response that still waits for a third evaluator, or for a rating opened again, has none of its ratings yet.
    Rulings are followed: what is void leaves the score, and so does a lapse that was technical (rules.md 21). Not
    *ruled* are they as they would be had nobody ruled.
    """
    scenario = scenario_of(session, drill.scenario_digest)
    query = select(Delivery).where(Delivery.drill_id == drill.id, Delivery.delivered_at.is_not(None))
    responses = _responses(session, drill.id)
    levels, verdicts = counted_levels(session, drill), verdicts_of(session, drill) if ruled else {}
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
        record = _record(inject, delivery, responses.get(delivery.id), levels, gaps)
        stays = _stays(rules, record, responses.get(delivery.id)) and not _is_void(record, verdicts)
        records.append(record if stays else Record(record.team, record.inject, state="void"))
    return records


def _is_void(record: Record, verdicts: Mapping[Place, frozenset[str]]) -> bool:
    ruled = verdicts.get((record.team, record.inject), frozenset())
    return VOID in ruled or (TECHNICAL in ruled and record.state == LAPSED)


def lost_by_erasing(session: Session, drill: Drill, participant_id: str) -> int:
    """Count a participant's responses that would leave the score if she were erased now: they wait for ratings."""
    rules = rules_of_drill(session, drill)
    if rules is None:
        return 0
    records = {(one.team, one.inject): one for one in records_of(session, drill)}
    query = select(Delivery.team_id, Delivery.inject).join(Response, Response.delivery_id == Delivery.id)
    hers = query.where(Delivery.drill_id == drill.id, Response.current, Response.participant_id == participant_id)
    counted = [records[team, inject] for team, inject in session.execute(hers) if (team, inject) in records]
    return sum(one.state in (ANSWERED, LATE) and not is_rated(rules, one) for one in counted)


def _stays(rules: Rules, record: Record, response: Response | None) -> bool:
    """Say whether a response still counts: what was erased before it had its ratings can never get them."""
    erased = response is not None and response.erased_at is not None and record.state in (ANSWERED, LATE)
    return not erased or is_rated(rules, record)


def unrated(rules: Rules, records: Iterable[Record]) -> list[tuple[str, str]]:
    """Name, by team and inject, the counted responses that still wait for ratings."""
    return [(one.team, one.inject) for one in records if one.state in (ANSWERED, LATE) and not is_rated(rules, one)]


def is_rated(rules: Rules, record: Record) -> bool:
    """Say whether each criterion of a response has as many ratings as the rules want."""
    needed = rules.injects[record.inject].criteria
    return all(len(record.ratings.get(name, ())) >= rules.ratings_needed for name in needed)


def _record(
    inject: Inject, delivery: Delivery, response: Response | None, levels: Mapping[str, ByEvaluator], gaps: Gaps,
) -> Record:  # fmt: skip
    if response is None or delivery.state != "answered":
        return Record(delivery.team_id, inject.id, state=delivery.state)
    given = {name: tuple(by.values()) for name, by in levels.get(response.id, {}).items()}
    return Record(
        delivery.team_id, inject.id, LATE if response.state == "late" else ANSWERED, _value(inject, response),
        _seconds(delivery, response, gaps), given,
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
    teams = team_ids_of(session, drill.id)
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


def team_ids_of(session: Session, drill_id: str) -> list[str]:
    """Give the teams of a drill in their order."""
    return list(session.scalars(select(Team.id).where(Team.drill_id == drill_id).order_by(Team.position)))
