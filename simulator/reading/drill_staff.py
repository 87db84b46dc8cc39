"""Who of the staff has a role in one drill: in it alone, in its programme, or everywhere."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actor import Actor
from simulator.reading.console import drill_row
from simulator.rows import Account, Grant

HERE, PROGRAMME, EVERYWHERE = "drill", "programme", "all"


def drill_staff(session: Session, now: datetime, actor: Actor, *, drill_id: str) -> dict[str, Any]:
    """Give the drill and, by name, whoever has a role in it, each role with where it is held; bots are left out.

    Names alone: whose address somebody needs to know, knows it.
    """
    drill = drill_row(session, drill_id)
    places = {f"drill:{drill.id}": HERE, f"programme:{drill.programme_id}": PROGRAMME, "all": EVERYWHERE}
    people = (Account.bot.is_(False), Account.erased_at.is_(None), Grant.scope.in_(places))
    query = select(Account, Grant).join(Grant, Grant.account_id == Account.id).where(*people)
    found: dict[str, dict[str, Any]] = {}
    for account, grant in session.execute(query.order_by(Account.name, Account.id, Grant.role, Grant.scope)):
        one = found.setdefault(
            account.id,
            {"id": account.id, "name": account.name, "disabled": account.disabled_at is not None, "roles": []},
        )
        one["roles"].append({"role": grant.role, "where": places[grant.scope]})
    told = {"id": drill.id, "name": drill.name, "rehearsal": drill.rehearsal}
    return {"drill": told, "people": list(found.values())}
