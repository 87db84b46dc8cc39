"""What is hers to rate: what she was assigned, or, where nothing was, all that she is not kept from."""

from collections import Counter
from collections.abc import Collection

from sqlalchemy import exists, func, select

from scoring.assignment.panel import Place
from simulator.desk.desk import Desk
from simulator.desk.panel import exclusions
from simulator.desk.unit import Unit
from simulator.refusal import Refusal
from simulator.rows import Account, Assignment

FIRST, THIRD, APPEAL, REOPENED = "first", "third", "appeal", "reopened"
# What may be rated after the round has closed.
AFTER_CLOSING = (APPEAL, REOPENED)


def is_assigned(desk: Desk) -> bool:
    """Say whether this desk's work has been given out; until it is, everybody sees all."""
    given = exists().where(Assignment.desk == desk.name, Assignment.purpose == FIRST)
    return bool(desk.session.scalar(select(given)))


def open_assignments(desk: Desk, account_id: str | None = None, place: Place | None = None) -> list[Assignment]:
    """Give what is assigned and was not moved away: everybody's, or one evaluator's; of all places, or of one."""
    query = select(Assignment).where(Assignment.desk == desk.name, Assignment.ended_at.is_(None))
    if account_id is not None:
        query = query.where(Assignment.account_id == account_id)
    if place is not None:
        whose, inject = place
        query = query.where(getattr(Assignment, desk.of) == whose, func.coalesce(Assignment.inject, "") == inject)
    return list(desk.session.scalars(query.order_by(Assignment.given_at, Assignment.id)))


def asked_again(desk: Desk) -> dict[Place, frozenset[str]]:
    """Give, by place, who was asked to rate it again on an appeal, also where it was moved away from her since."""
    query = select(Assignment).where(Assignment.desk == desk.name, Assignment.purpose == APPEAL)
    found: dict[Place, frozenset[str]] = {}
    for one in desk.session.scalars(query):
        place = place_of(desk, one)
        found[place] = found.get(place, frozenset()) | {one.account_id}
    return found


def place_of(desk: Desk, one: Assignment) -> Place:
    """Give whose and which inject an assignment is of."""
    return (getattr(one, desk.of), one.inject or "")


def queue_of(desk: Desk, account_id: str) -> list[Unit]:
    """Give what an evaluator is given to rate, an inject at a time across teams, ready or not."""
    account = desk.session.get(Account, account_id)
    if account is None:
        return []
    kept_from = exclusions(desk, account_id).get(account_id, {})
    mine = _assigned_to(desk, account)
    return [
        unit
        for unit in desk.units
        if unit.bot == account.bot and unit.whose not in kept_from and (mine is None or unit.place in mine)
    ]


def _assigned_to(desk: Desk, account: Account) -> Collection[Place] | None:
    # Bots rate the teams of bots, which nobody is assigned to.
    if account.bot or not is_assigned(desk):
        return None
    return {place_of(desk, one) for one in open_assignments(desk, account.id)}


def own_unit(desk: Desk, account_id: str, unit_id: str) -> Unit:
    """Give a unit of her queue that can be rated; what is not hers she may not even find."""
    unit, account = desk.find(unit_id), desk.session.get(Account, account_id)
    if unit is None or account is None or not is_hers(desk, account, unit):
        raise Refusal("not_found")
    if unit.erased:
        raise Refusal("response_erased")
    if not unit.ready:
        raise Refusal("response_not_ready")
    return unit


def is_hers(desk: Desk, account: Account, unit: Unit) -> bool:
    """Say whether an evaluator is given a unit."""
    if unit.bot or account.bot:
        return unit.bot and account.bot
    if unit.whose in exclusions(desk, account.id).get(account.id, {}):
        return False
    return not is_assigned(desk) or asked_of(desk, account.id, unit) is not None


def asked_of(desk: Desk, account_id: str, unit: Unit) -> Assignment | None:
    """Give the latest word by which an evaluator is asked to rate a unit, None where nobody was asked by name."""
    mine = open_assignments(desk, account_id, unit.place)
    return mine[-1] if mine else None


def ask_her(desk: Desk, account_id: str, place: Place, purpose: str) -> Assignment:
    """Assign one place to one evaluator."""
    whose, inject = place
    asked = Assignment(
        desk=desk.name, account_id=account_id, inject=inject or None, purpose=purpose, given_at=desk.now,
        **desk.named(whose),
    )  # fmt: skip
    desk.session.add(asked)
    return asked


def load_of(desk: Desk) -> Counter[str]:
    """Give how much each evaluator has been asked for."""
    return Counter(one.account_id for one in open_assignments(desk))
