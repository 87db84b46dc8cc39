"""The funnel: how many teams began, sent, were whole, were eligible and were awarded; in public without small cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from scenarios.calls.call import Call
from scoring.fairness.publishing import LEAST, published_rates
from scoring.fairness.rates import NOT_SAID, Applicant
from simulator.actor import Actor
from simulator.application_content import filled_attributes
from simulator.frozen_call import call_of_programme
from simulator.refusal import Refusal
from simulator.rows import Application, ApplicationVersion, Award, Programme, Stage

OVER = ("closed", "provisional", "final")
ELIGIBLE = "eligible"
# Whoever is on the waitlist, or was not chosen, has been given nothing.
NOTHING = ("waiting", "out")


@dataclass(frozen=True)
class Step:
    """A step, and the teams that came so far."""

    name: str
    teams: Sequence[Applicant]


def funnel(session: Session, now: datetime, actor: Actor, *, programme_id: str) -> dict[str, Any]:
    """Give every step with its numbers, in all and by each attribute whose values are listed; for organizers."""
    programme = session.get(Programme, programme_id)
    if programme is None:
        raise Refusal("not_found")
    call = call_of_programme(session, programme)
    begun, steps = _steps(session, call, programme_id, {stage.id for stage in call.stages})
    listed = [name for name, attribute in call.attributes.items() if not attribute.free]
    return {
        "steps": [{"step": "begun", "teams": begun}, *({"step": s.name, "teams": len(s.teams)} for s in steps)],
        "groups": {name: _groups(steps, name, hidden=frozenset()) for name in listed},
        "call": call, "programme": {"id": programme.id, "name": programme.name},
    }  # fmt: skip


def public_funnel(session: Session, now: datetime, actor: Actor, *, call: str) -> dict[str, Any]:
    """Give the steps of the stages that are over; a number is None where it would show fewer than five teams.

    By attribute only where the call says that it is public, and only groups that nothing shown gives away.
    """
    programme = session.get(Programme, call)
    if programme is None or programme.call_digest is None:
        raise Refusal("not_found")
    document = call_of_programme(session, programme)
    states = {row.stage: row.state for row in session.scalars(select(Stage).where(Stage.programme_id == call))}
    if not any(state in OVER for state in states.values()):
        return {"steps": [], "groups": {}}
    final = {name for name, state in states.items() if state == "final"}
    begun, steps = _steps(session, document, call, final)
    numbers = _without_small([begun, *(len(step.teams) for step in steps)])
    names = ["begun", *(step.name for step in steps)]
    public = [name for name, one in document.attributes.items() if one.public and not one.free]
    hidden = _hidden(steps, public)
    return {
        "steps": [{"step": name, "teams": number} for name, number in zip(names, numbers, strict=True)],
        "groups": {name: _groups(steps, name, hidden) for name in public},
    }


def _steps(session: Session, call: Call, programme_id: str, stages: set[str]) -> tuple[int, list[Step]]:
    here = select(Application).where(Application.programme_id == programme_id).order_by(Application.id)
    applications = {one.id: one for one in session.scalars(here)}
    current = select(ApplicationVersion).where(
        ApplicationVersion.current, ApplicationVersion.application_id.in_(applications)
    )
    versions = {one.application_id: one for one in session.scalars(current)}
    sent = {
        name: Applicant(name, max(1, len(one.content["members"])), 0, filled_attributes(call, one.content))
        for name, one in versions.items()
        if applications[name].state != "withdrawn"
    }
    eligible = {name for name in sent if applications[name].state == ELIGIBLE}
    reached = [
        ("sent", set(sent)),
        ("complete", {name for name in sent if versions[name].complete} | eligible),
        ("eligible", eligible),
    ]
    for stage in call.stages:
        if stage.id in stages:
            given = select(Award.application_id).where(
                Award.programme_id == programme_id, Award.stage == stage.id, Award.state.not_in(NOTHING)
            )
            reached.append((f"stage:{stage.id}", set(session.scalars(given)) & set(sent)))
    return len(applications), [Step(name, [sent[one] for one in sorted(ids)]) for name, ids in reached]


def _without_small(numbers: Sequence[int]) -> list[int | None]:
    """Hide each number that is small, or from which the next one shown would differ by few."""
    shown: list[int | None] = []
    last = None
    for number in numbers:
        small = 0 < number < LEAST or (last is not None and 0 < abs(last - number) < LEAST)
        shown.append(None if small else number)
        last = last if small else number
    return shown


def _hidden(steps: Sequence[Step], attributes: Sequence[str]) -> frozenset[tuple[str, str]]:
    """Name the groups that may not be shown: whatever one step hides by itself is hidden in all of them."""
    hidden: set[tuple[str, str]] = set()
    for before, after in pairwise(steps):
        came = {one.id for one in after.teams}
        if len(came) == len(before.teams):
            # Everybody came through: it says nothing of anybody.
            continue
        pairs = [Applicant(one.id, one.size, one.size if one.id in came else 0, one.attributes) for one in before.teams]
        report = published_rates(pairs, attributes)
        for table in report.tables:
            hidden |= {(table.attribute, row.value) for row in table.rows if row.suppressed}
    return frozenset(hidden | _small_alone(steps, attributes))


def _small_alone(steps: Sequence[Step], attributes: Sequence[str]) -> set[tuple[str, str]]:
    # Where nobody dropped out, the sizes of the groups themselves must not be small, nor what is left of the whole.
    found = set()
    for name in attributes:
        sizes: dict[str, int] = {}
        for one in steps[0].teams:
            sizes[one.attributes.get(name, NOT_SAID)] = sizes.get(one.attributes.get(name, NOT_SAID), 0) + 1
        small = {value for value, size in sizes.items() if size < LEAST}
        if small and sum(sizes[value] for value in small) < LEAST:
            rest = sorted(sizes.keys() - small, key=lambda value: (sizes[value], value))
            small |= set(rest[:1])
        found |= {(name, value) for value in small}
    return found


def _groups(steps: Sequence[Step], attribute: str, hidden: frozenset[tuple[str, str]]) -> list[Mapping[str, Any]]:
    values = sorted({one.attributes.get(attribute, NOT_SAID) for one in steps[0].teams})
    return [
        {
            "value": value,
            "teams": None if (attribute, value) in hidden else [
                sum(one.attributes.get(attribute, NOT_SAID) == value for one in step.teams) for step in steps
            ],
        }
        for value in values
    ]  # fmt: skip
