"""A whole programme of synthetic teams, seeded: the shipped call with dates of its own, institutions that do not exist.

Everything goes through the house, as organizers, leads, evaluators and teams do it; time is virtual.
"""

from collections import Counter
from datetime import timedelta
from random import Random

import yaml
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from scenarios.library import shipped_calls
from simulator.actions.accounts import invite_staff
from simulator.actions.application_files import add_file
from simulator.actions.applying import begin_application, save_application
from simulator.actions.assigning import assign_evaluators, close_rating, let_evaluator_in
from simulator.actions.awards import accept_offer
from simulator.actions.calls import open_call
from simulator.actions.deciding import propose_decision, second_decision
from simulator.actions.declaring import declare_reading
from simulator.actions.drills import create_drill
from simulator.actions.eligibility import close_eligibility, declare_institution, find_eligibility
from simulator.actions.joining import join_team
from simulator.actions.program import tick
from simulator.actions.programmes import create_programme
from simulator.actions.rating import rate_application, rate_response
from simulator.actions.responding import send_response
from simulator.actions.running import end_drill, start_drill
from simulator.actions.sending_application import send_application
from simulator.actions.sessions import open_account_session, open_applicant_session
from simulator.actions.stages import close_stage, enrol_teams, enter_randomness, link_drill, open_stage
from simulator.actor import NOBODY, PROGRAM
from simulator.notice import APPLICATION_NOTICE, NOTICE
from simulator.reading.desk import merit_queue, rating_queue
from simulator.reading.people import find_actor, find_participant
from simulator.reading.stage import stage_page
from simulator.refusal import Refusal
from simulator.rows import Team
from tests.applying import pdf, written
from tests.cast import START
from tests.scripts import choice_inject, scenario, text_inject

COUNTRIES = {
    "AR": ("es", "Río Hondo"), "BO": ("es", "Valle Alto"), "BR": ("pt", "Serra Clara"), "CL": ("es", "Puerto Sur"),
    "CO": ("es", "Palmar"), "CR": ("es", "Guanacal"), "HT": ("fr", "Belle-Anse-du-Nord"), "JM": ("en", "Mango Bay"),
    "LC": ("en", "Castle Point"), "MX": ("es", "Agua Dulce"), "PE": ("es", "Tres Cruces"), "TT": ("en", "Pelican Cove"),
    "UY": ("es", "Las Lomas"),
}  # fmt: skip
HOUSES = {
    "es": ("Registro Civil de {}", "Empresa de Aguas de {}", "Municipalidad de {}", "Hospital Regional de {}"),
    "pt": ("Cartório Público de {}", "Companhia de Águas de {}", "Prefeitura de {}", "Hospital Regional de {}"),
    "en": ("Registry Office of {}", "{} Water Authority", "{} Town Council", "{} General Hospital"),
    "fr": ("Bureau de l'état civil de {}", "Service des eaux de {}", "Mairie de {}", "Hôpital régional de {}"),
}
NAMES = ("Ana", "Bia", "Clara", "Dora", "Elsa", "Flor", "Gilda", "Hilda", "Irma", "Júlia", "Kênia", "Lía", "Mirtha")
NEED = (
    "Atendemos a la gente cada día y sin sistemas nadie recibe agua ni papeles. Somos el equipo {n} de la región. "
    "El año pasado perdimos tres días de registros y nadie supo a quién llamar."
)
OPENS, CLOSES = START + timedelta(days=1), START + timedelta(days=30)
DRAWN, DRAWN_AGAIN = CLOSES + timedelta(days=20), CLOSES + timedelta(days=80)
MEETINGS = CLOSES + timedelta(days=45)
WORDS = "Avisamos a todas las fronteras ahora mismo."
SCENARIO = scenario(text_inject("01", ask={"weight": 3}), choice_inject("02"), duration="20m", rated=True)
RANDOMNESS = "9.18.26.34.41.45./2.5.12.8.10./"


def season_call(seats=60, ties=(), floors=None, adjust="never", upheld="first_on_waitlist"):
    """Give the shipped call with the dates of the tests, and with as many seats as the test's teams can fight for."""
    call = yaml.safe_load(next(one.document for one in shipped_calls() if one.call.id == "mujeres-ciberseguridad"))
    call["windows"]["applications"] = {"opens": written(OPENS), "closes": written(CLOSES), "grace": "30m"}
    grants, delegates = call["stages"]
    grants["randomness"]["at"], delegates["randomness"]["at"] = written(DRAWN), written(DRAWN_AGAIN)
    grants["adjust"], call["appeals"]["upheld"] = adjust, upheld
    grants["awards"][0] |= {
        "seats": seats,
        "caps": [{"by": "country", "max": seats // 5}, {"by": "institution", "max": 2, "unit": "teams"}],
        "floors": floors
        or [
            {"where": {"level": "sub-national"}, "min": seats // 5},
            {"where": {"sub_region": "caribbean"}, "min": seats // 6},
        ],
    }
    delegates["awards"][0] |= {"seats": 4, "alternates": 2}
    delegates["ties"] = ties or delegates["ties"]
    call["attendance"]["sessions"] = [
        {"id": f"m{n}", "title": f"M{n}", "at": written(MEETINGS + timedelta(days=n)), "needed": n == 0}
        for n in range(4)
    ]
    return call


class Season:
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

    def rate_one(self, who, application, stage="scholarships"):
        """Let somebody rate all of an application; gives 1."""
        quality = Random(f"{application}").random()
        for criterion in self.call["rubric"]["criteria"]:
            luck = Random(f"{application}{criterion}{who.id}").random()
            level = min(3, max(1, round(1.7 + 1.3 * quality + (luck - 0.5) * 0.8)))
            number = next(n for n, name in enumerate(self.leads) if name == application)
            sentence = f"Dice: «Somos el equipo {number} de la región.»"
            self.do(
                rate_application, who, stage=stage, application_id=application, criterion=criterion, level=str(level),
                sentence=sentence,
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

    # the teams play

    def play(self, stage="delegates"):
        """Open the stage, let every team that has a scholarship play a drill, and end it when it is over."""
        self.do(open_stage, stage=stage)
        leads = self._begin(SCENARIO, stage)
        self._go(6)
        for who in leads.values():
            self.house.perform(send_response, who, inject_id="01", response_id=f"a{who.id}", content={"text": WORDS})
            option = Random(who.team_id).choice("ABC")
            facts = {"inject_id": "02", "response_id": f"b{who.id}", "content": {"option": option}, "confirmed": True}
            self.house.perform(send_response, who, **facts)
        self._go(15)
        return self._end()

    def break_off(self, script, stage="delegates"):
        """Play a drill of an open stage until its first inject is out, and end it then."""
        self._begin(script, stage)
        self._go(6)
        return self._end()

    def _begin(self, script, stage):
        content = yaml.safe_dump(script, sort_keys=False, allow_unicode=True).encode()
        facts = {"name": "Final", "content": content, "programme_id": self.id}
        self.drill = self.house.perform(create_drill, self.cast.fatima, **facts)["drill_id"]
        self.do(link_drill, stage=stage, drill=self.drill)
        self.do(enrol_teams, stage=stage, drill=self.drill)
        self.fatima = self.again(self.cast.fatima)
        leads = dict(self._join())
        self.here(start_drill, self.fatima, name="Final")
        return leads

    def _end(self):
        self.here(end_drill, self.fatima, name="Final")
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
        """Let evaluators rate the drill, and two organizers bring its result to its end."""
        for one in map(self.again, self.raters):
            self.here(declare_reading, one, languages=["es", "pt", "en", "fr"], institution="Universidad X")
            self.here(let_evaluator_in, self.olga, account_id=one.id, reason="too_few_anchors")
        self.here(assign_evaluators, self.olga)
        while sum(self._rate_responses(one) for one in map(self.again, self.raters)):
            pass
        self.here(close_rating, self.olga)
        self.by_two("close_register")
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
