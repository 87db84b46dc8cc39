"""Giving the work out: what is kept, what moves, and to whom (rules.md 25, 33)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from scoring.assignment.assign import assign
from scoring.assignment.check import check_assignment
from scoring.assignment.panel import Evaluator, Place
from scoring.assignment.panel import Unit as Planned
from scoring.finding import Finding
from simulator.desk.desk import Desk
from simulator.desk.panel import panel_of
from simulator.desk.queue import FIRST, ask_her, open_assignments, place_of
from simulator.desk.rating_state import rated_in_full
from simulator.desk.voiding import void_ratings_on
from simulator.rows import Assignment, CalibrationRating
from simulator.two_people import Ground

On = Mapping[Place, frozenset[str]]
MOVED, RECUSED, GONE = "moved", "recused", "gone"


@dataclass(frozen=True)
class Worked:
    """What giving out came to: pairs of an evaluator and a place."""

    added: tuple[tuple[str, Place], ...]
    dropped: tuple[tuple[str, Place], ...]


def work_out(ground: Ground, desk: Desk, *, without: Collection[str] = ()) -> Worked:
    """Find who is lacking for each place, keeping what was given out; *without* names who gets nothing any more.

    What somebody has rated in full stays hers; what she has not moves only where she may not rate it, or is gone.
    """
    panel = [one for one in panel_of(desk) if one.id not in without]
    planned = in_reach(desk)
    assigned, rated = firsts(desk), rated_in_full(desk)
    found = assign(panel, planned, desk.rules.ratings, desk.name, assigned=assigned, rated=rated)
    dropped = tuple((account, place) for place, account in found.dropped)
    for account, place in dropped:
        end_work(ground, desk, account, [place], GONE)
    # Who has rated before anything was given out is on the unit already; that too is written down.
    added = tuple((account, place) for place, account in found.added)
    known = {(one.account_id, place_of(desk, one)) for one in open_assignments(desk)}
    for place, accounts in found.evaluators.items():
        for account in accounts:
            if (account, place) not in known:
                ask_her(desk, account, place, FIRST)
    return Worked(added, dropped)


def in_reach(desk: Desk) -> list[Planned]:
    """Give what can be given out now, each place once."""
    return list({one.place: one for one in desk.planned}.values())


def firsts(desk: Desk) -> dict[Place, frozenset[str]]:
    """Give who is assigned to each place as one of those that it needs."""
    found: dict[Place, set[str]] = defaultdict(set)
    for one in open_assignments(desk):
        if one.purpose == FIRST:
            found[place_of(desk, one)].add(one.account_id)
    return {place: frozenset(accounts) for place, accounts in found.items()}


def end_work(ground: Ground, desk: Desk, account_id: str, places: Iterable[Place], why: str) -> int:
    """End what an evaluator was asked for, and take what she gave to it out of force; gives how much it was."""
    gone = set(places)
    ended = [one for one in open_assignments(desk, account_id) if place_of(desk, one) in gone]
    for one in ended:
        one.ended_at, one.ended_why = desk.now, why
    void_ratings_on(ground, desk, account_id, gone, why)
    desk.session.flush()
    return len(ended)


def problems(desk: Desk) -> tuple[Finding, ...]:
    """Name all that is wrong with who rates what here, also before anything has been given out."""
    on: dict[Place, set[str]] = defaultdict(set)
    for source in (firsts(desk), rated_in_full(desk)):
        for place, accounts in source.items():
            on[place] |= accounts
    panel, planned = panel_of(desk), in_reach(desk)
    found = check_assignment(panel, planned, desk.rules.ratings, on, shared_by(desk))
    return found if on else tuple(one for one in found if one.code in BEFORE)


# What can be said before anything has been given out.
BEFORE = frozenset({"language_short", "team_short"})


def shared_by(desk: Desk) -> list[frozenset[str]]:
    """Give, per model answer, who has rated it here: what links evaluators who share no response."""
    query = select(CalibrationRating.item, CalibrationRating.account_id).where(CalibrationRating.desk == desk.name)
    found: dict[str, set[str]] = defaultdict(set)
    for item, account in desk.session.execute(query.distinct()):
        found[item].add(account)
    return [frozenset(found[item]) for item in sorted(found)]


def give_to(ground: Ground, desk: Desk, account_id: str, to: Evaluator, places: Iterable[Place]) -> list[Place]:
    """Move places from one evaluator to another where she is cleared and not on them yet; gives which could be."""
    languages = {one.team: one.language for one in desk.planned}
    mine = {place_of(desk, one): one for one in open_assignments(desk, account_id)}
    hers = {place_of(desk, one) for one in open_assignments(desk, to.id)}
    hers |= {place for place, accounts in rated_in_full(desk).items() if to.id in accounts}
    moved = []
    for place in places:
        asked: Assignment | None = mine.get(place)
        if asked is None or place in hers or not to.is_cleared(place[0], languages.get(place[0], "")):
            continue
        end_work(ground, desk, account_id, [place], MOVED)
        ask_her(desk, to.id, place, asked.purpose)
        moved.append(place)
    return moved
