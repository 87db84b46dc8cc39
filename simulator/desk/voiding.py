"""Taking what an evaluator gave out of force: every version is kept, the log names exactly what counts no longer."""

from collections.abc import Collection, Iterable

from sqlalchemy import select

from scoring.assignment.panel import Place
from simulator.desk.desk import Desk
from simulator.desk.opening import tell
from simulator.desk.unit import Unit
from simulator.rows import Rating
from simulator.two_people import Ground


def void_ratings_on(ground: Ground, desk: Desk, account_id: str, places: Iterable[Place], why: str) -> int:
    """Let what an evaluator gave to these places count no longer, with the reason; gives how many levels it was."""
    gone = set(places)
    return _void(ground, desk, account_id, [one for one in desk.units if one.place in gone], why)


def void_ratings_of(ground: Ground, desk: Desk, account_id: str, whose: str, why: str) -> int:
    """Let all that an evaluator gave to one team, or application, count no longer; gives how many levels it was."""
    return _void(ground, desk, account_id, [one for one in desk.units if one.whose == whose], why)


def _void(ground: Ground, desk: Desk, account_id: str, units: Collection[Unit], why: str) -> int:
    whose = {one.id: one.whose for one in units}
    hers = (desk.rated_column.in_(list(whose)), Rating.account_id == account_id, Rating.current)
    by_name = (desk.rated_column, Rating.criterion, Rating.version)
    by: dict[str, list[list[str | int]]] = {}
    for one in desk.session.scalars(select(Rating).where(*hers).order_by(*by_name)).all():
        one.current, one.reason = False, why
        unit = str(one.response_id or one.application_id)
        by.setdefault(whose[unit], []).append([unit, one.criterion, one.version])
    desk.session.flush()
    for name, ratings in by.items():
        tell(ground, desk, "ratings_voided", whose=name, account=account_id, reason=why, ratings=ratings)
    return sum(map(len, by.values()))
