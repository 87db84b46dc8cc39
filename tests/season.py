"""A whole programme of synthetic teams, seeded: the shipped call with dates of its own, institutions that do not exist.

Everything goes through the house, as organizers, leads, evaluators and teams do it; time is virtual.
"""

from collections import Counter
from datetime import timedelta
from random import Random

import yaml
from sqlalchemy import text

from simulator.actions.accounts import invite_staff
from simulator.actions.application_files import add_file
from simulator.actions.applying import begin_application, save_application
from simulator.actions.assigning import assign_evaluators
from simulator.actions.awards import accept_offer
from simulator.actions.calls import open_call
from simulator.actions.deciding import propose_decision, second_decision
from simulator.actions.declaring import declare_reading
from simulator.actions.eligibility import close_eligibility, declare_institution, find_eligibility
from simulator.actions.programmes import create_programme
from simulator.actions.rating import rate_application
from simulator.actions.sending_application import send_application
from simulator.actions.sessions import open_account_session, open_applicant_session
from simulator.actions.stages import close_stage, enter_randomness, open_stage
from simulator.actor import NOBODY, PROGRAM
from simulator.notice import APPLICATION_NOTICE
from simulator.reading.desk import merit_queue
from simulator.reading.people import find_actor
from simulator.reading.stage import stage_page
from simulator.refusal import Refusal
from tests.applying import pdf
from tests.season_call import (
    CLOSES,
    COUNTRIES,
    DRAWN,
    DRAWN_AGAIN,
    HOUSES,
    MEETINGS,
    NAMES,
    NEED,
    OPENS,
    RANDOMNESS,
    SCENARIO,
    WORDS,
    season_call,
)
from tests.season_play import Playing

__all__ = ["CLOSES", "DRAWN", "DRAWN_AGAIN", "MEETINGS", "RANDOMNESS", "SCENARIO", "WORDS", "Season"]


class Season(Playing):
    """Olga's programme with two organizers more, *raters* evaluators, and *teams* teams that want to apply."""

    def __init__(self, cast, teams=16, raters=6, seed=7, **call):
        self.cast, self.house, self.clock, self.random = cast, cast.house, cast.clock, Random(seed)
        self.call = season_call(**call)
        self.id = self.house.perform(create_programme, cast.olga, name=f"Mujeres {teams}")
        content = yaml.safe_dump(self.call, sort_keys=False, allow_unicode=True).encode()
        self.house.perform(open_call, cast.olga, programme_id=self.id, content=content)
        self.olga = cast.olga
        self.ofelia, self.oriana = (self.hire(name, "organizer") for name in ("Ofelia", "Oriana"))
        self.raters = [cast.edo, cast.eun, *(self.hire(f"Eva{n}", "evaluator") for n in range(raters - 2))]
        self.wanted, self.leads, self.house_of, self.country_of, self.codes = teams, {}, {}, {}, {}

    def hire(self, name, role):
        """Let somebody of the staff come in."""
        mail = f"{name.lower()}.{self.id}@programa.example"
        made = self.house.perform(
            invite_staff, PROGRAM, email=mail, name=name, language="es", roles=[role], programme_id=self.id
        )
        token = self.house.perform(open_account_session, PROGRAM, account_id=made["account_id"])
        return self.house.look(find_actor, NOBODY, token=token)

    def do(self, action, who=None, **facts):
        """Carry something out in the programme, as Olga unless somebody else does it."""
        return self.house.perform(action, who or self.olga, programme_id=self.id, **facts)

    def see(self, view, who=None, **facts):
        """Read something of the programme."""
        return self.house.look(view, who or self.olga, programme_id=self.id, **facts)

    def sql(self, statement, **values):
        """Ask the database itself."""
        with self.house.engine.connect() as connection:
            result = connection.execute(text(statement), values)
            rows = [tuple(row) for row in result] if result.returns_rows else []
            connection.commit()
        return rows

    def mails(self):
        """Count the mails of the outbox by their kind."""
        return Counter(kind for (kind,) in self.sql("SELECT kind FROM mail WHERE programme_id = :id", id=self.id))

    def refusal(self, action, who=None, **facts):
        """Give the code by which something is refused, None where it is done."""
        return self.refusal_of(lambda: self.do(action, who, **facts))

    @staticmethod
    def refusal_of(act):
        """Give the code by which *act* is refused, None where it is done."""
        try:
            act()
        except Refusal as refusal:
            return refusal.code
        return None

    def both(self, kind, note="", **subject):
        """Decide what takes two people: Olga proposes, Ofelia signs."""
        decision = self.do(propose_decision, kind=kind, subject=subject, note=note)
        self.do(second_decision, self.ofelia, decision_id=decision)
        return decision

    def again(self, who):
        """Let somebody of the staff come in anew, with what she may do by now."""
        token = self.house.perform(open_account_session, PROGRAM, account_id=who.id)
        return self.house.look(find_actor, NOBODY, token=token)

    # the teams apply

    def apply(self):
        """Let all teams apply, a minute after each other."""
        self.clock.now = OPENS
        for number in range(self.wanted):
            self.clock.now += timedelta(minutes=1)
            who = self.send(number)
            self.leads[who.id] = who
        return self

    def send(self, number, **fields):
        """Let team *number* send a whole application; gives its lead."""
        country = list(COUNTRIES)[number % len(COUNTRIES)]
        language, place = COUNTRIES[country]
        institution = HOUSES[language][(number // len(COUNTRIES)) % 4].format(place)
        name = NAMES[number % len(NAMES)]
        made = self.house.perform(
            begin_application, NOBODY, call=self.id, name=f"{name} {number}", mail=f"lead{number}@{country}.example",
            language=language, notice=APPLICATION_NOTICE,
        )  # fmt: skip
        token = self.house.perform(open_applicant_session, PROGRAM, application_id=made["application_id"])
        who = self.house.look(find_actor, NOBODY, token=token)
        level = "sub-national" if number % 3 == 0 else "national"
        told = {
            "team_name": f"Equipo {number}", "institution": institution, "country": country, "level": level,
            "language": language, "need": NEED.format(n=number), "composition": "Una de sistemas y dos de atención.",
            "plan": [{"action": "Taller", "who": "Ana", "when": "mayo", "reach": "Todas"}],
            "motivation": "Nos atacaron y no supimos qué decir.", **fields,
        }  # fmt: skip
        size = 3 + (number * 5) % 4
        members = [self._member(number, n) for n in range(size)]
        self.house.perform(save_application, who, content={"fields": told, "members": members}, version=0)
        self.house.perform(
            add_file, who, document="service", name="personal.pdf", kind="pdf", content=pdf(f"staff {number}".encode()),
            signer_role="human_resources", signer_name="Lic. Sol", elements=[],
        )  # fmt: skip
        self.house.perform(
            add_file, who, document="letter", name="carta.pdf", kind="pdf", content=pdf(f"team {number}".encode()),
            signer_role="head_of_cybersecurity", signer_name="Dra. Paz",
            elements=["presents", "commits", "follows", "coordinates"],
        )  # fmt: skip
        self.house.perform(send_application, who)
        self.house_of[who.id], self.country_of[who.id] = institution, country
        return who

    def _member(self, number, place):
        return {
            "name": f"{NAMES[(number + place) % len(NAMES)]} {place}", "mail": f"m{number}.{place}@team.example",
            "fields": {"post": "Analista", "unit": "Sistemas", "part": ["technical"]}, "consents": ["data", "time"],
        }  # fmt: skip

    # the staff decides who may take part

    def screen(self, ineligible=()):
        """Let Olga and Ofelia find all eligible but those named, and tell everybody."""
        self.clock.now = CLOSES + timedelta(hours=1)
        for who in (self.olga, self.ofelia):
            self.do(declare_institution, who, institution="Programa regional")
            for name in self.leads:
                no = {"verdict": "ineligible", "reasons": [["one_team", "in_two"]]} if name in ineligible else {}
                self.do(find_eligibility, who, application_id=name, **({"verdict": "eligible"} | no))
        self.do(close_eligibility)
        return self

    # evaluators rate

    def rate(self, stage="scholarships"):
        """Open the merit stage, give its work out, and let everybody rate what is hers until nothing is left."""
        self.clock.now = CLOSES + timedelta(days=3)
        self.do(open_stage, stage=stage)
        for one in self.raters:
            self.do(declare_reading, one, stage=stage, languages=["es", "pt", "en", "fr"], institution="Universidad X")
        self.do(assign_evaluators, stage=stage)
        return self.rate_left(stage)

    def rate_left(self, stage="scholarships"):
        """Let everybody rate what is hers until nothing is left."""
        while sum(self._rate_all(one, stage) for one in self.raters):
            pass
        return self

    def _rate_all(self, who, stage):
        given = 0
        for entry in self.see(merit_queue, who, stage=stage)["entries"]:
            if entry["rated"] < entry["of"]:
                given += self.rate_one(who, entry["response_id"], stage)
        return given

    def rate_one(self, who, application, stage="scholarships", levels=None):
        """Let somebody rate all of an application; gives 1. The same team is always rated alike by the same one."""
        number, place = list(self.leads).index(application), [one.id for one in self.raters].index(who.id)
        quality = Random(f"quality {number}").random()
        for criterion in self.call["rubric"]["criteria"]:
            luck = Random(f"{number} {criterion} {place}").random()
            level = min(3, max(1, round(1.7 + 1.3 * quality + (luck - 0.5) * 0.8)))
            self.do(
                rate_application, who, stage=stage, application_id=application, criterion=criterion,
                level=levels or str(level), sentence=f"Dice: «Somos el equipo {number} de la región.»",
            )  # fmt: skip
        return 1

    def draw(self, stage="scholarships", at=DRAWN):
        """Wait for the value of a stage's draw, and enter it."""
        self.clock.now = max(self.clock.now, at + timedelta(minutes=1))
        self.do(enter_randomness, stage=stage, text=RANDOMNESS)
        return self

    def close(self, stage="scholarships"):
        """Close a stage: all its results are in, third ratings at the cut too."""
        while self.do(close_stage, stage=stage):
            self.rate_left(stage)
        return self

    # a list becomes awards, and teams answer

    def publish(self, stage="scholarships"):
        """Let two people publish the list that follows from the rules."""
        self.both("publish_awards", stage=stage, list=self.see(stage_page, stage=stage)["list"])
        return self

    def finish(self, stage="scholarships"):
        """Let the time for appeals pass, and two people make the result final; the offers leave."""
        self.clock.now += timedelta(days=5, minutes=1)
        self.both("finish_awards", stage=stage)
        return self

    def awards(self, stage="scholarships", *states):
        """Give the rows of a stage's awards, all or those in some states."""
        rows = [row for one in self.see(stage_page, stage=stage)["awards"] for row in one["rows"]]
        return [row for row in rows if not states or row["state"] in states]

    def accept(self, row, **facts):
        """Let a lead accept what was offered to her, for as many as there are seats."""
        told = {"members": list(range(row["seats"])), **facts}
        self.house.perform(accept_offer, self.leads[row["application_id"]], award_id=row["id"], **told)


def sent(cast):
    """Give a season of eight teams that have applied; its window has just closed."""
    season = Season(cast, teams=8, seats=20, raters=4).apply()
    season.clock.now = CLOSES + timedelta(hours=1)
    return season


def rated(cast):
    """Give one whose eight applications are rated, and whose draw is known."""
    return sent(cast).screen().rate().draw()


def closed(cast):
    """Give one whose merit stage is closed: the list can be published."""
    return rated(cast).close()


def told(cast):
    """Give one whose list was published: teams can appeal."""
    return closed(cast).publish()


def offered(cast):
    """Give one whose offers have left."""
    return told(cast).finish()
