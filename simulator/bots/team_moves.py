"""What bot teams owe: to come in, and to open, draft and answer what was delivered to them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from simulator.actions.attending import note_presence
from simulator.actions.joining import join_team
from simulator.actions.responding import open_inject, save_draft, send_response
from simulator.actor import NOBODY, PROGRAM, Actor
from simulator.bots.answering import draft_of
from simulator.bots.move import Move
from simulator.bots.names import name_of
from simulator.bots.script import Script
from simulator.rows import Delivery, Draft, Drill, Participant, Team

AT_ONCE = timedelta(0)
DRAFTED = ("text", "form")


@dataclass(frozen=True)
class Player:
    """The bot that plays a team."""

    actor: Actor
    away: bool


def team_moves(session: Session, script: Script, drill: Drill, *, thorough: bool) -> Iterator[Move]:
    """Give what the bot teams of a drill owe, whenever it is due."""
    players = _players(session, drill)
    for team in session.execute(
        select(Team.position, Team.code, Team.language).where(Team.drill_id == drill.id, Team.bot)
    ):
        player = players.get(team.position)
        if player is None:
            order = (-1, team.position, 0)
            yield Move(AT_ONCE, order, join_team, NOBODY, partial(_joining, script, *team))
        elif player.away and thorough:
            facts = {"participant_id": player.actor.id, "present": True}
            yield Move(AT_ONCE, (-1, team.position, 1), note_presence, PROGRAM, partial(dict, facts))
    if drill.state in ("running", "ended"):
        for row in session.execute(_waiting(drill)):
            if row.position in players and not script.is_silent(row.position, row.inject):
                yield from _play(script, players[row.position].actor, row, thorough=thorough)


def _joining(script: Script, position: int, code: str, language: str) -> Mapping[str, Any]:
    name, seats = name_of(language, position), tuple(script.scenario.seats)
    return {"code": code, "name": name, "language": language, "seats": seats, "bot": True}


def _players(session: Session, drill: Drill) -> dict[int, Player]:
    query = (
        select(Team.position, Team.id.label("team"), Participant.id, Participant.name, Participant.language,
               Participant.away_since)
        .join(Team, Team.id == Participant.team_id)
        .where(Team.drill_id == drill.id, Team.bot, Participant.bot, Participant.removed_at.is_(None))
    )  # fmt: skip
    return {
        row.position: Player(
            Actor("participant", row.id, name=row.name, language=row.language, drill_id=drill.id, team_id=row.team),
            row.away_since is not None,
        )
        for row in session.execute(query)
    }


def _waiting(drill: Drill) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Team.position, Delivery.inject, Delivery.position.label("place"), Delivery.delivered_at,
            Delivery.opened_at, Draft.delivery_id.label("draft"),
        )
        .join(Team, Team.id == Delivery.team_id)
        .outerjoin(Draft, Draft.delivery_id == Delivery.id)
        .where(Delivery.drill_id == drill.id, Delivery.state == "delivered", Team.bot)
    )  # fmt: skip


def _play(script: Script, actor: Actor, row: Row[Any], *, thorough: bool) -> Iterator[Move]:
    team, inject, ask = row.position, row.inject, script.injects[row.inject].ask
    pace = script.pace(team, inject, actor.language)
    if thorough and row.opened_at is None:
        facts = {"inject_id": inject}
        yield Move(
            row.delivered_at + pace.opens, (row.place, team, 0), open_inject, actor, partial(dict, facts), inject
        )
    if ask is None:
        return
    if thorough and row.draft is None and ask.kind in DRAFTED:
        drafting = partial(_draft, script, team, inject, actor.language)
        yield Move(row.delivered_at + pace.drafts, (row.place, team, 1), save_draft, actor, drafting, inject)
    if not script.forgets(team, inject):
        sending = partial(_response, script, team, inject, actor.language)
        yield Move(row.delivered_at + pace.sends, (row.place, team, 2), send_response, actor, sending, inject)


def _draft(script: Script, team: int, inject: str, language: str) -> Mapping[str, Any]:
    ask = script.injects[inject].ask
    content = script.content(team, inject, language)
    return {"inject_id": inject, "content": draft_of(ask, content) if ask else content}


def _response(script: Script, team: int, inject: str, language: str) -> Mapping[str, Any]:
    return {
        "inject_id": inject, "response_id": script.client_id(team, inject), "confirmed": True,
        "content": script.content(team, inject, language),
    }  # fmt: skip
