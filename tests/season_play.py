"""How the teams of a season play a drill, evaluators rate it, and two people bring its result to its end."""

from datetime import timedelta
from random import Random

import yaml
from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.actions.assigning import assign_evaluators, close_rating, let_evaluator_in
from simulator.actions.deciding import propose_decision, second_decision
from simulator.actions.declaring import declare_reading
from simulator.actions.drills import create_drill
from simulator.actions.joining import join_team
from simulator.actions.program import tick
from simulator.actions.rating import rate_response
from simulator.actions.responding import send_response
from simulator.actions.running import end_drill, start_drill
from simulator.actions.stages import enrol_teams, link_drill, open_stage
from simulator.actor import NOBODY, PROGRAM
from simulator.notice import NOTICE
from simulator.reading.desk import rating_queue
from simulator.reading.people import find_participant
from simulator.rows import Team
from tests.season_call import DRAWN_AGAIN, SCENARIO, WORDS


class Playing:
    """The drill of a season: its people act through the house."""

    def play(self, stage="delegates"):
        """Open the stage, let every team that has a scholarship play a drill, and end it when it is over."""
        self.do(open_stage, stage=stage)
        return self.play_once("Final", stage)

    def play_once(self, name, stage="delegates", options="ABC"):
        """Play one drill of an open stage; of 02 the teams choose among *options*."""
        leads = self._begin(SCENARIO, stage, name)
        self._go(6)
        for who in leads.values():
            self.house.perform(send_response, who, inject_id="01", response_id=f"a{who.id}", content={"text": WORDS})
            option = Random(who.team_id).choice(options)
            facts = {"inject_id": "02", "response_id": f"b{who.id}", "content": {"option": option}, "confirmed": True}
            self.house.perform(send_response, who, **facts)
        self._go(15)
        return self._end(name)

    def break_off(self, script, stage="delegates"):
        """Play a drill of an open stage until its first inject is out, and end it then."""
        self._begin(script, stage)
        self._go(6)
        return self._end()

    def _begin(self, script, stage, name="Final"):
        content = yaml.safe_dump(script, sort_keys=False, allow_unicode=True).encode()
        facts = {"name": name, "content": content, "programme_id": self.id}
        self.drill = self.house.perform(create_drill, self.cast.fatima, **facts)["drill_id"]
        self.do(link_drill, stage=stage, drill=self.drill)
        self.do(enrol_teams, stage=stage, drill=self.drill)
        self.fatima = self.again(self.cast.fatima)
        leads = dict(self._join())
        self.here(start_drill, self.fatima, name=name)
        return leads

    def _end(self, name="Final"):
        self.here(end_drill, self.fatima, name=name)
        self._go(20)
        return self

    def here(self, action, who, **facts):
        """Carry something out in the drill."""
        return self.house.perform(action, who, drill_id=self.drill, **facts)

    def _go(self, length):
        for _ in range(length * 10):
            self.clock.now += timedelta(seconds=6)
            self.house.perform(tick, PROGRAM)

    def _join(self):
        with Session(self.house.engine) as session:
            codes = dict(session.execute(select(Team.id, Team.code).where(Team.drill_id == self.drill)).all())
        for team, code in codes.items():
            facts = {"name": "Jefa", "language": "es", "seats": ["lead"], "notice": NOTICE}
            made = self.house.perform(join_team, NOBODY, code=code, **facts)
            who = self.house.look(find_participant, PROGRAM, participant_id=made["participant_id"])
            yield team, who

    def rate_drill(self):
        """Let evaluators rate the last drill, and two organizers bring its result to its end."""
        for one in map(self.again, self.raters):
            self.here(declare_reading, one, languages=["es", "pt", "en", "fr"], institution="Universidad X")
            self.here(let_evaluator_in, self.olga, account_id=one.id, reason="too_few_anchors")
        self.here(assign_evaluators, self.olga)
        while sum(self._rate_responses(one) for one in map(self.again, self.raters)):
            pass
        self.here(close_rating, self.olga)
        self.by_two("close_register")
        if not self.sql("SELECT randomness FROM stage WHERE stage = 'delegates' AND randomness IS NOT NULL"):
            self.draw("delegates", DRAWN_AGAIN)
        self.by_two("publish_provisional")
        self.clock.now += timedelta(days=5, minutes=1)
        self.by_two("publish_final")
        return self

    def _rate_responses(self, who):
        given = 0
        for entry in self.house.look(rating_queue, who, drill_id=self.drill)["entries"]:
            if entry["rated"] == entry["of"]:
                continue
            given += 1
            for criterion in ("C1", "C2"):
                level = Random(f"{entry['code']}{criterion}").choice("MSSP")
                self.here(
                    rate_response, who, response_id=entry["response_id"], criterion=criterion, level=level,
                    sentence=f"Dice «{WORDS}»",
                )  # fmt: skip
        return given

    def by_two(self, kind):
        """Decide about the drill what takes two people."""
        made = self.here(propose_decision, self.olga, kind=kind, subject={})
        self.here(second_decision, self.again(self.ofelia), decision_id=made)
