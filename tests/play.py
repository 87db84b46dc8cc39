"""One drill of the tests: its people act through the house, and its time moves as the test says."""

import inspect
from datetime import timedelta
from itertools import count

import yaml
from sqlalchemy import text

from simulator.actions.drills import add_team, create_drill
from simulator.actions.joining import join_team
from simulator.actions.program import tick
from simulator.actions.responding import send_response
from simulator.actions.running import start_drill
from simulator.actor import NOBODY, PROGRAM
from simulator.columns import EPOCH, MILLISECOND
from simulator.notice import NOTICE
from simulator.reading.people import find_participant
from tests.scripts import scenario

NAME = "Simulacro"
_ids = count(1)


class Play:
    """A drill with Azul (Beatriz leads, Bruna) and Verde (Gwen leads, Giselle); nobody has joined by surprise."""

    def __init__(self, cast, script=None, *, joined=True, **facts):
        self.cast, self.house, self.clock = cast, cast.house, cast.clock
        content = yaml.safe_dump(script or scenario(), sort_keys=False, allow_unicode=True).encode()
        made = self.house.perform(create_drill, cast.fatima, name=NAME, content=content, **facts)
        self.id = made["drill_id"]
        cast.refresh()
        azul = self.do(add_team, cast.fatima, name="Azul", language="es")
        verde = self.do(add_team, cast.fatima, name="Verde", language="en")
        self.azul, self.verde = azul["team_id"], verde["team_id"]
        self.codes = {"Azul": azul["code"], "Verde": verde["code"]}
        if joined:
            self.beatriz = self.join("Azul", "Beatriz", "es", ["lead"])
            self.bruna = self.join("Azul", "Bruna", "pt", ["technical"])
            self.gwen = self.join("Verde", "Gwen", "en", ["lead"])
            self.giselle = self.join("Verde", "Giselle", "fr", ["communications"])

    def join(self, team, name, language="es", seats=(), notice=NOTICE):
        """Let somebody who has read the notice join with the team's code; gives her as an actor."""
        facts = {"code": self.codes[team], "name": name, "language": language, "seats": seats, "notice": notice}
        made = self.house.perform(join_team, NOBODY, **facts)
        return self.house.look(find_participant, PROGRAM, participant_id=made["participant_id"])

    def do(self, action, who, **facts):
        """Carry an action out; staff act on this drill."""
        return self.house.perform(action, who, **self._with_drill(action, facts))

    def see(self, view, who, **facts):
        """Read; staff read of this drill."""
        return self.house.look(view, who, **self._with_drill(view, facts))

    def _with_drill(self, called, facts):
        asked = inspect.signature(called).parameters
        required = "drill_id" in asked and asked["drill_id"].default is inspect.Parameter.empty
        return {"drill_id": self.id, **facts} if required else facts

    def start(self):
        """STARTEX, by Fátima."""
        self.do(start_drill, self.cast.fatima, name=NAME)
        self.tick()
        return self

    def tick(self):
        """Let the alarm clock ring once."""
        return self.house.perform(tick, PROGRAM)

    def go(self, length: timedelta):
        """Let time pass with the alarm clock ringing as it does in a server, so that there is no outage."""
        end = self.clock.now + length
        due = self.tick()
        while self.clock.now < end:
            self.clock.now = end if due is None else min(end, max(due, self.clock.now))
            # The rings between, at which nothing was due, leave this trace and no other.
            seen_at = (self.clock.now - EPOCH) // MILLISECOND
            self.sql("UPDATE drill SET seen_at = :seen_at WHERE seen_at IS NOT NULL", seen_at=seen_at)
            due = self.tick()
            while due is not None and due <= self.clock.now:
                due = self.tick()
        return self

    def jump(self, length: timedelta):
        """Let time pass with nobody looking."""
        self.clock.now += length
        return self

    def send(self, who, inject, content, *, id=None, **facts):
        """Send a response from a browser that makes its own id."""
        return self.do(
            send_response, who, inject_id=inject, response_id=id or f"r{next(_ids)}", content=content, **facts
        )

    def sql(self, statement, **values):
        """Ask the database itself."""
        with self.house.engine.connect() as connection:
            result = connection.execute(text(statement), values)
            rows = [tuple(row) for row in result] if result.returns_rows else []
            connection.commit()
        return rows

    def one(self, team, inject):
        """Give one delivery as the database has it."""
        with self.house.engine.connect() as connection:
            query = text("SELECT * FROM delivery WHERE team_id = :team AND inject = :inject")
            return dict(connection.execute(query, {"team": team, "inject": inject}).mappings().one())

    def states(self, team):
        """Give a team's deliveries by inject: only their states."""
        query = "SELECT inject, state FROM delivery WHERE team_id = :team ORDER BY position"
        return dict(self.sql(query, team=team))

    def drill(self, column):
        """Give one fact of the drill's row."""
        return self.sql(f"SELECT {column} FROM drill WHERE id = :id", id=self.id)[0][0]

    def log(self, *kinds):
        """Give the drill's log as (kind, team, payload-as-JSON-text) rows, or only some kinds of it."""
        query = "SELECT kind, team, payload FROM log WHERE stream = :stream ORDER BY seq"
        rows = self.sql(query, stream=f"drill:{self.id}")
        return [row for row in rows if not kinds or row[0] in kinds]
