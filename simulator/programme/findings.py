"""What staff found of an application, and what follows: two agree, or a third decides (notes: eligibility by two)."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from scenarios.calls.call import Call
from simulator.application_content import filled_attributes
from simulator.application_scene import current_version
from simulator.curing import parts_of
from simulator.refusal import Refusal
from simulator.rows import Application, Declaration, Eligibility

ELIGIBLE, INELIGIBLE, FORMAL = "eligible", "ineligible", "formal"
VERDICTS = (ELIGIBLE, INELIGIBLE, FORMAL)


@dataclass(frozen=True)
class Outcome:
    """What findings come to: *verdict* once it is settled; *third*: two disagree, and somebody else must decide."""

    verdict: str | None
    third: bool
    findings: tuple[Eligibility, ...]


def round_of(application: Application) -> int:
    """Give the round of findings: the first, or the one after the team could mend what was missing."""
    return 1 if application.cure_until is None else 2


def findings_of(session: Session, application: Application) -> tuple[Eligibility, ...]:
    """Give the findings of an application's present round, in the order in which they were made."""
    query = select(Eligibility).where(
        Eligibility.application_id == application.id, Eligibility.version == round_of(application), Eligibility.current
    )
    return tuple(session.scalars(query.order_by(Eligibility.found_at, Eligibility.id)))


def outcome_of(findings: Sequence[Eligibility]) -> Outcome:
    """Settle findings: the first two where they agree, else the third's."""
    told = tuple(findings)
    if len(told) < 2:
        return Outcome(None, False, told)
    if told[0].verdict == told[1].verdict:
        return Outcome(told[0].verdict, False, told)
    return Outcome(told[2].verdict, True, told) if len(told) > 2 else Outcome(None, True, told)


def check_reasons(call: Call, verdict: str, reasons: Sequence[Sequence[str]]) -> list[list[str]]:
    """Give the reasons of a finding as pairs; refuse what the call does not know, and a no without any."""
    pairs = [list(one) for one in reasons]
    if verdict == ELIGIBLE:
        return []
    known: set[tuple[str, str]] = {("part", part) for part in parts_of(call)}
    if verdict == INELIGIBLE:
        known = {(rule.id, reason) for rule in call.eligibility for reason in rule.reasons} | {("complete", "lacking")}
    if not pairs:
        raise Refusal("finding_needs_reason")
    if any(len(one) != 2 or tuple(one) not in known for one in pairs):
        raise Refusal("not_found")
    return [list(one) for one in dict.fromkeys(map(tuple, pairs))]


def may_check(session: Session, call: Call, application: Application, account_id: str) -> str | None:
    """Give the code by which somebody may not check an application, None where she may (rules.md 33)."""
    declared = session.get(Declaration, (eligibility_desk(application.programme_id), account_id))
    if declared is None:
        return "declare_institution_first"
    version = current_version(session, application.id)
    theirs = filled_attributes(call, version.content).get("institution") if version else None
    return "own_institution" if declared.institution and theirs and _same(declared.institution, theirs) else None


def eligibility_desk(programme_id: str) -> str:
    """Name the desk at which staff say where they work before they check anybody."""
    return f"eligibility:{programme_id}"


def curing(application: Application, now: datetime) -> bool:
    """Say whether a team may still mend what was missing."""
    return application.cure_until is not None and now <= application.cure_until


def _same(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


def _plain(words: str) -> str:
    letters = unicodedata.normalize("NFKD", words.casefold())
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())
