"""Attributes that a public bundle shows of a team: those that the call says are public, and only where many have them.

A value that fewer than five applications have singles somebody out. It is left away, and with it the next rarest
value while what is left away is of fewer than five, for the rest could be counted. Attributes that the call's own
caps and floors go by stay whole: without them nobody could compute the awards anew, and the call has announced them.
Where such a one is not public, or in somebody's own words, such as an institution's name, numbers stand for its values,
but for those that a floor names: who shares a value is all that a cap asks.
"""

from collections import Counter
from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from scenarios.calls.call import Call
from simulator.application_content import filled_attributes
from simulator.bundle.scope import Scope
from simulator.frozen_call import call_of
from simulator.rows import Application, ApplicationVersion, Programme

LEAST = 5
Attributes = Mapping[str, Mapping[str, str]]


def public_attributes(session: Session, scope: Scope) -> Attributes:
    """Give, by application, the attributes that may be shown; none without a call."""
    programme = session.get(Programme, scope.programme) if scope.programme else None
    if programme is None or programme.call_digest is None:
        return {}
    call = call_of(session, programme.call_digest)
    query = (
        select(ApplicationVersion.application_id, ApplicationVersion.content)
        .join(Application, Application.id == ApplicationVersion.application_id)
        .where(Application.programme_id == programme.id, ApplicationVersion.current)
    )
    filled = {one: filled_attributes(call, content) for one, content in session.execute(query)}
    return shown(call, filled)


def shown(call: Call, filled: Attributes) -> Attributes:
    """Give of each application what may be shown of it."""
    ruled = ruled_by(call)
    names = [name for name, one in call.attributes.items() if name in ruled or (one.public and not one.free)]
    rare = {name: set() if name in ruled else rare_values(Counter(_values(filled, name))) for name in names}
    hidden = [name for name in names if call.attributes[name].free or not call.attributes[name].public]
    numbers = {name: _numbers(_values(filled, name), name) | _named_by_floors(call, name) for name in hidden}
    return {
        one: {
            name: numbers[name][values[name]] if name in numbers else values[name]
            for name in names
            if name in values and values[name] not in rare[name]
        }
        for one, values in filled.items()
    }


def ruled_by(call: Call) -> set[str]:
    """Name the attributes that caps and floors go by."""
    awards = [award for stage in call.stages for award in stage.awards]
    named = {cap.by for award in awards for cap in award.caps}
    named |= {name for award in awards for floor in award.floors for name in floor.where}
    return named & set(call.attributes)


def _named_by_floors(call: Call, name: str) -> dict[str, str]:
    floors = (floor for stage in call.stages for award in stage.awards for floor in award.floors)
    return {floor.where[name]: floor.where[name] for floor in floors if name in floor.where}


def _numbers(values: list[str], name: str) -> dict[str, str]:
    # In the order of the applications' ids, which are drawn: a number tells nothing of the alphabet.
    return {value: f"{name} {number}" for number, value in enumerate(dict.fromkeys(values), start=1)}


def rare_values(counts: Mapping[str, int]) -> set[str]:
    """Name the values that are left away: the rare ones, and more while those alone could be told apart."""
    ordered = sorted(counts, key=lambda value: (counts[value], value))
    hidden = [value for value in ordered if counts[value] < LEAST]
    while hidden and sum(counts[value] for value in hidden) < LEAST and len(hidden) < len(ordered):
        hidden = ordered[: len(hidden) + 1]
    return set(hidden)


def _values(filled: Attributes, name: str) -> list[str]:
    return [filled[one][name] for one in sorted(filled) if name in filled[one]]
