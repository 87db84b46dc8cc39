"""Who may rate whom at a desk (rules.md 33)."""

import unicodedata
from collections.abc import Iterator, Mapping

from sqlalchemy import or_, select

from scoring.assignment.panel import Evaluator
from simulator.desk.desk import Desk
from simulator.rows import Account, Declaration, Recusal, Team

RECUSED, INSTITUTION, COUNTRY, RAN_IT = "recused", "institution", "country", "ran_it"
Reasons = Mapping[str, str]  # whose → why she may not rate it


def declarations(desk: Desk, account_id: str | None = None) -> dict[str, Declaration]:
    """Give, by account, what evaluators say of themselves here: all, or one."""
    query = select(Declaration).where(Declaration.desk == desk.name)
    if account_id is not None:
        query = query.where(Declaration.account_id == account_id)
    return {one.account_id: one for one in desk.session.scalars(query)}


def languages_of(account: Account, declared: Declaration | None) -> frozenset[str]:
    """Give the languages somebody reads: those she declared, else the one she chose for her pages."""
    return frozenset(declared.languages) if declared else frozenset({account.language})


def panel_of(desk: Desk) -> list[Evaluator]:
    """Give everybody who rates here, with whom she is kept from."""
    declared, excluded = declarations(desk), exclusions(desk)
    return [
        Evaluator(one.id, languages_of(one, declared.get(one.id)), frozenset(excluded.get(one.id, {})))
        for one in desk.evaluators
    ]


def exclusions(desk: Desk, account_id: str | None = None) -> dict[str, dict[str, str]]:
    """Give, by account, whose she may not rate and why: all evaluators', or only one's."""
    found: dict[str, dict[str, str]] = {}
    for account, whose, why in _reasons(desk, account_id):
        found.setdefault(account, {}).setdefault(whose, why)
    return found


def _reasons(desk: Desk, account_id: str | None) -> Iterator[tuple[str, str, str]]:
    for account, whose in _recused(desk):
        if account_id in (None, account):
            yield account, whose, RECUSED
    for account in desk.holders(("facilitator", "observer"), desk.blinding) if desk.blinding else ():
        yield from ((account, whose, RAN_IT) for whose in desk.attributes)
    for account, one in declarations(desk, account_id).items():
        yield from ((account, whose, why) for whose, why in _own(desk, one))


def _own(desk: Desk, one: Declaration) -> Iterator[tuple[str, str]]:
    house, country = _plain(one.institution or ""), _plain(one.country or "")
    for whose, attributes in desk.attributes.items() if house or country else ():
        if house and _plain(str(attributes.get("institution") or "")) == house:
            yield whose, INSTITUTION
        elif country and _plain(str(attributes.get("country") or "")) == country and not desk.waives_country:
            yield whose, COUNTRY


def _recused(desk: Desk) -> Iterator[tuple[str, str]]:
    column = getattr(Recusal, desk.of)
    here = select(Recusal.account_id, column).where(Recusal.desk == desk.name)
    yield from ((account, whose) for account, whose in desk.session.execute(here))
    yield from _known_elsewhere(desk)


def _known_elsewhere(desk: Desk) -> Iterator[tuple[str, str]]:
    """Give who is recused from the same applicants at another desk of the programme: who they are does not change."""
    applications = desk.applications
    if not applications:
        return
    query = (
        select(Recusal.account_id, Recusal.application_id, Team.application_id.label("of_team"))
        .outerjoin(Team, Team.id == Recusal.team_id)
        .where(Recusal.desk != desk.name)
        .where(or_(Recusal.application_id.in_(applications), Team.application_id.in_(applications)))
    )
    for row in desk.session.execute(query):
        for whose in applications[row.application_id or row.of_team]:
            yield row.account_id, whose


def _plain(name: str) -> str:
    # An institution is typed by many hands: neither case, accents, points nor spaces make it another one.
    return "".join(letter for letter in unicodedata.normalize("NFKD", name.casefold()) if letter.isalnum())
