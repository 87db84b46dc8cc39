"""A team's own sheet: what counted and why, levels with their anchors, sentences, rulings, place, how to appeal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from scenarios.calls.call import Call
from scoring.line import NOT_DELIVERED, Line
from scoring.rubric import Rubric
from simulator.actor import Actor
from simulator.frozen import scenario_of
from simulator.kinds import drill_stream
from simulator.leading import speaks_for_team
from simulator.publishing import appeals_until, published_row
from simulator.reading.inject import Words
from simulator.reading.play import own_rows
from simulator.reading.results import told_row
from simulator.refusal import Refusal
from simulator.register import items_of, rulings_of
from simulator.rows import Appeal, Delivery, Drill, Penalty, Rating, Response, Stream, Team
from simulator.score_rules import appeal_grounds, call_of_drill, demands_two, rules_digest, tie_told
from simulator.scored import Scored, scored
from simulator.shown_names import is_blind

View = dict[str, Any]


def team_sheet(session: Session, now: datetime, actor: Actor, *, drill_id: str, team_id: str) -> View:
    """Give an organizer a team's sheet in the language that the team reads, before it is told anything too."""
    drill, team = session.get(Drill, drill_id), session.get(Team, team_id)
    if drill is None or team is None or team.drill_id != drill_id:
        raise Refusal("not_found")
    return _Sheet(session, now, drill, team, team.language).view()


def own_sheet(session: Session, now: datetime, actor: Actor) -> View:
    """Give a participant her team's sheet once its result was told, provisional or final; refused before."""
    participant, team, drill = own_rows(session, actor)
    if told_row(session, drill) is None:
        raise Refusal("not_found")
    view = _Sheet(session, now, drill, team, participant.language).view()
    scenario = scenario_of(session, drill.scenario_digest)
    return view | {"files_appeals": view["appeal_open"] and speaks_for_team(session, scenario, participant)}


@dataclass(frozen=True)
class _Sheet:
    """One team's sheet in one language."""

    session: Session
    now: datetime
    drill: Drill
    team: Team
    language: str

    def view(self) -> View:
        scenario = scenario_of(self.session, self.drill.scenario_digest)
        say = Words(scenario, self.language)
        found = scored(self.session, self.drill)
        if found is None:
            raise Refusal("drill_not_rated")
        # Of what never reached her a team reads nothing: another drill may still play it (rules.md 23).
        lines = [one for one in found.lines(self.team.id) if one.why != NOT_DELIVERED]
        call = call_of_drill(self.session, self.drill)
        until = appeals_until(self.session, self.drill)
        final = self.drill.published_at is not None
        return {
            "drill": {
                "id": self.drill.id, "name": self.drill.name, "rehearsal": self.drill.rehearsal,
                "time_zone": self.drill.time_zone,
            },
            "team": {
                "id": self.team.id, "name": self.team.blind_code if is_blind(self.drill) else self.team.name,
                "code": self.team.blind_code,
            },
            "language": self.language, "state": self._state(), **self._result(found),
            "lines": [self._line(say, found.rules.rubric, line) for line in lines],
            "rows": lines, "time_weight": found.rules.time_weight,
            "levels": list(found.rules.rubric.levels),
            "criteria": {name: say(one.title) for name, one in scenario.rubric.criteria.items()}
            if scenario.rubric else {},
            "penalties": self._penalties(call), "rulings": self._rulings(say),
            "appeals": self._appeals(say, call), "grounds": self._grounds(call),
            "until": until, "appeal_open": until is not None and not final and self.now <= until,
            "may_appeal": demands_two(self.drill), "adjusted": found.applied and not found.refused,
            "injects": {line.inject: say(scenario.inject(line.inject).title) for line in lines},
            **self._proof(),
        }  # fmt: skip

    def _state(self) -> str:
        if self.drill.published_at is not None:
            return "final"
        return "provisional" if self.drill.provisional_at is not None else "open"

    def _result(self, found: Scored) -> View:
        """Give the result as it was told; before that, as the facts have it now."""
        row, now = told_row(self.session, self.drill), next(s for s in found.standings if s.team == self.team.id)
        rows: list[View] = row.payload["standings"] if row else []
        told = next((one for one in rows if one["team"] == self.team.id), View())
        return {
            "at": row.wall_time if row else None,
            "place": told.get("place", now.place), "score": told.get("score", _text(now.score)),
            "quality": told.get("quality", _text(now.quality)), "time": told.get("time", _text(now.time)),
            "teams": len(found.teams), "rated": now.rated, "of": now.of,
            "changed": bool(told) and told.get("score") != _text(now.score),
            "ties": [tie_told(step) for step in found.steps.get(self.team.id, ())],
        }  # fmt: skip

    def _line(self, say: Words, rubric: Rubric, line: Line) -> View:
        sentences = self._sentences(line.inject)
        return {
            "inject": line.inject, "title": say(say.scenario.inject(line.inject).title),
            "criteria": [
                {
                    "id": name, "title": say(say.scenario.rubric.criteria[name].title),
                    "reached": _reached(say, rubric, name, quality), "sentences": sentences.get(name, []),
                }
                for name, quality in line.criteria.items() if say.scenario.rubric
            ],
        }  # fmt: skip

    def _sentences(self, inject: str) -> Mapping[str, Sequence[str]]:
        """Give what evaluators wrote, by criterion, in an order that tells nobody apart."""
        query = (
            select(Rating.criterion, Rating.sentence)
            .join(Response, Response.id == Rating.response_id)
            .join(Delivery, Delivery.id == Response.delivery_id)
            .where(Delivery.team_id == self.team.id, Delivery.inject == inject, Response.current, Rating.current)
            .where(Rating.sentence != "")
            .order_by(Rating.criterion, Rating.sentence)
        )
        found: dict[str, list[str]] = {}
        for criterion, sentence in self.session.execute(query):
            found.setdefault(criterion, []).append(sentence)
        return found

    def _penalties(self, call: Call | None) -> list[View]:
        texts = {one.id: one.text for one in call.penalties} if call else {}
        query = select(Penalty).where(Penalty.team_id == self.team.id).order_by(Penalty.given_at)
        return [
            {
                "points": float(one.points), "code": one.reason, "lifted": one.lifted_at is not None,
                "text": texts[one.reason].say(self.language, call.languages) if call and one.reason in texts else None,
            }
            for one in self.session.scalars(query)
        ]  # fmt: skip

    def _rulings(self, say: Words) -> list[View]:
        ruled, reached = rulings_of(self.session, self.drill), self._reached()
        mine = [one for one in items_of(self.session, self.drill) if one.team == self.team.id and one.about in ruled]
        return [
            {
                "kind": one.kind, "inject": one.inject if one.inject in reached else None, "at": one.at,
                "title": say(say.scenario.inject(one.inject).title) if one.inject and one.inject in reached else None,
                "verdict": ruled[one.about].verdict, "reason": ruled[one.about].reason,
            }
            for one in mine
        ]  # fmt: skip

    def _reached(self) -> set[str]:
        got = select(Delivery.inject).where(Delivery.team_id == self.team.id, Delivery.delivered_at.is_not(None))
        return set(self.session.scalars(got))

    def _appeals(self, say: Words, call: Call | None) -> list[View]:
        mine = (Appeal.scope == f"drill:{self.drill.id}", Appeal.team_id == self.team.id)
        texts = {one["id"]: one["text"] for one in self._grounds(call)}
        return [
            {
                "ground": one.ground, "text": texts.get(one.ground), "inject": one.inject, "words": one.words,
                "title": say(say.scenario.inject(one.inject).title) if one.inject else None, "filed_at": one.filed_at,
                "state": one.state, "reason": one.reason, "note": one.note, "decided_at": one.decided_at,
            }
            for one in self.session.scalars(select(Appeal).where(*mine).order_by(Appeal.filed_at))
        ]  # fmt: skip

    def _grounds(self, call: Call | None) -> list[View]:
        texts = {one.id: one.text for one in call.appeals.grounds} if call and call.appeals else {}
        return [
            {"id": one, "text": texts[one].say(self.language, call.languages) if call and one in texts else None}
            for one in appeal_grounds(self.session, self.drill)
        ]

    def _proof(self) -> View:
        row, head = published_row(self.session, self.drill.id), self.session.get(Stream, drill_stream(self.drill.id))
        told = {"seq": row.seq, "hash": row.hash} if row else None
        return {
            "digest": rules_digest(self.drill), "fact": told,
            "head": {"seq": head.seq, "hash": head.hash} if row and head else None,
        }  # fmt: skip


def _reached(say: Words, rubric: Rubric, criterion: str, quality: Fraction) -> list[View]:
    """Give the level that was agreed on with its anchor, or the two that it lies between."""
    level = quality * rubric.top
    below = int(level)
    places = [below] if level == below else [below, below + 1]
    document = say.scenario.rubric
    anchors = document.criteria[criterion].levels if document else {}
    return [{"level": rubric.levels[one], "anchor": say(anchors.get(rubric.levels[one]))} for one in places]


def _text(value: object) -> str | None:
    return None if value is None else str(value)
