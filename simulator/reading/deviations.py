"""The register of deviations: where a team was treated apart from the others, by whom and why (rules.md 17)."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actor import PROGRAM, Actor
from simulator.frozen import scenario_of
from simulator.reading.clock import milliseconds
from simulator.reading.console import drill_row, drill_view
from simulator.reading.inject import Words
from simulator.register import deviation_rows
from simulator.rows import Account, LogRow, Order
from simulator.shown_names import codes_of, hides_course, names_of_teams


def deviations(session: Session, now: datetime, actor: Actor, *, drill_id: str) -> dict[str, Any]:
    """Give what was done by hand for single teams, and every withdrawal, in the order it happened.

    One press of a button is one entry, however many teams it concerned.
    """
    drill = drill_row(session, drill_id)
    scenario = scenario_of(session, drill.scenario_digest)
    say = Words(scenario, actor.language)
    names = codes_of(session, drill) if hides_course(drill, actor) else names_of_teams(session, drill)
    people = _names_of_accounts(session)
    senders = _senders(session, drill_id)
    entries: dict[tuple[Any, ...], dict[str, Any]] = {}
    for row in deviation_rows(session, drill_id):
        told, by = row.payload, senders.get(row.payload.get("inject", ""), "") if _is_program(row) else row.actor
        inject, flag = told.get("inject"), told.get("flag")
        entry = entries.setdefault(
            (row.wall_time, row.kind, inject, flag),
            {
                "kind": row.kind, "drill_time": milliseconds(row.drill_time), "at": row.wall_time, "teams": [],
                "inject": inject, "title": say(scenario.inject(inject).title) if inject else None,
                "flag": (say(scenario.flags.get(flag)) or flag) if flag else None,
                "reason": told.get("code") or told.get("reason"), "by": people.get(by.partition(":")[2]),
            },
        )  # fmt: skip
        entry["teams"].append(names.get(row.team or "", row.team))
    return {"drill": drill_view(session, drill, scenario, say), "entries": list(entries.values())}


def _is_program(row: LogRow) -> bool:
    # Orders to many teams are carried out by the program, ten seconds after somebody gave them.
    return row.actor == str(PROGRAM)


def _senders(session: Session, drill_id: str) -> dict[str, str]:
    done = (Order.drill_id == drill_id, Order.verb == "withdraw", Order.state == "done")
    return dict(session.execute(select(Order.inject, Order.actor).where(*done)).all())


def _names_of_accounts(session: Session) -> dict[str, str]:
    return dict(session.execute(select(Account.id, Account.name)).all())
