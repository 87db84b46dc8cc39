"""From the call to the merit list, through the pages: eighty leads apply, three of the staff check, evaluators rate."""

import hashlib
import html
import io
import re
from datetime import timedelta
from random import Random

import yaml

from tests.applying import pdf
from tests.season_call import CLOSES, DRAWN, OPENS, RANDOMNESS, season_call
from tests.web.lead import FORM, RESULTS, Lead
from tests.web.story_office import Office
from tests.web.visitor import META
from web.words import say

GRACE, CURE = timedelta(minutes=30), timedelta(hours=48)
MERIT = "scholarships"
SECOND = timedelta(seconds=1)
# What is particular about some of the teams, by their numbers.
TWICE, IN_GRACE, LATE, OTHER_ROLE, NO_PDF, INCOMPLETE, DISPUTED, IN_TWO, APART = range(9)
RATERS = ("edo", "eun", "eva", "elba", "elena", "elvira", "emma", "esther")
ODD = (IN_GRACE, LATE)


class Applying(Office):
    """The first half of a programme."""

    def open_call(self, teams, seats):
        """Make the programme, open its call from a file, and hire who is needed."""
        self.by("olga").press("/staff", "/staff/programmes", {"programme": "Mujeres 2026"})
        self.id = self.sql("SELECT id FROM programme")[0][0]
        for name in ("ofelia", "oriana"):
            self.hire(name, "organizer")
        for name in RATERS[2:]:
            self.hire(name, "evaluator")
        self.call = season_call(seats=seats)
        page = self.place("/call")
        broken = yaml.safe_dump(self.call | {"stages": []}).encode()
        refused = {"call": "upload", "file": (io.BytesIO(broken), "call.yaml")}
        self.by("olga").press(page, page, refused, status=409)
        content = yaml.safe_dump(self.call, sort_keys=False, allow_unicode=True).encode()
        self.by("olga").press(page, page, {"call": "upload", "file": (io.BytesIO(content), "call.yaml")})
        self.leads = [Lead(self, number) for number in range(teams)]
        assert self.leads[0].take(f"/calls/{self.id}/call.yaml") == content
        self.leads[0].begin(status=409)

    def apply(self):
        """Let all leads begin, save, upload and send; those who are particular as they are."""
        self.at(OPENS + timedelta(minutes=1))
        for lead in self.leads:
            self.clock.now += timedelta(minutes=3)
            lead.begin().save()
            self._files(lead)
            if lead.number not in ODD:
                lead.send_whole()
        twice = self.leads[TWICE]
        twice.send(motivation="Ahora sí sabemos qué queremos aprender.")
        self.at(CLOSES + timedelta(minutes=10))
        self.leads[IN_GRACE].come_back().send_whole()
        late = self.leads[LATE].come_back()
        shown = late.read(FORM)
        self.at(CLOSES + GRACE + SECOND)
        late.press(FORM, FORM, late.typed() | late.declared() | {"send": "1"}, shown=shown, status=409)
        assert f'action="{FORM}"' not in late.read(FORM)
        assert self.sql("SELECT state FROM application WHERE id = :id", id=late.id) == [("draft",)]
        self._receipts()

    def _files(self, lead):
        if lead.number == NO_PDF:
            fake = {"d_letter_file": (io.BytesIO(b"<html>carta</html>"), "carta.pdf")}
            assert "PDF" in lead.upload(status=409, **fake).text
        lead.role = "human_resources" if lead.number == OTHER_ROLE else "head_of_cybersecurity"
        lead.upload(**({"d_service_file": None} if lead.number == INCOMPLETE else {}))

    def _receipts(self):
        self.post()
        for lead in self.leads:
            links = self.letters[lead.mail, "application_link"]
            found = self.letters[lead.mail, "application_receipt"]
            assert lead.link.removeprefix("/apply/") in links[0][1]
            assert len(found) == {TWICE: 2, LATE: 0}.get(lead.number, 1)
            if found:
                words, letter = found[-1][1], hashlib.sha256(pdf(f"letter {lead.number}".encode())).hexdigest()
                assert letter in words and found[-1][0]["language"] == lead.language

    # two of the staff say who may take part

    def screen(self):
        """Let Olga and Ofelia find on each application by its page, Oriana where they differ; close eligibility."""
        page = self.place("/eligibility")
        for name in ("olga", "ofelia", "oriana"):
            self.by(name).press(page, f"{page}/institution", {"institution": "Programa regional"})
        sent = [lead for lead in self.leads if lead.number != LATE]
        assert len(re.findall(r'class="code" href="[^"]+/applications/', self.by("olga").read(page))) == len(sent)
        assert self.by("olga").read(page).count(say("pt", "something is missing")) == 2
        for lead in sent:
            for name in ("olga", "ofelia"):
                self._find(name, lead, self._told(name, lead))
        self._third(self.leads[DISPUTED])
        self.by("olga").press(page, f"{page}/close", status=409)
        self._cure(self.leads[OTHER_ROLE])
        self.by("olga").press(page, f"{page}/close")
        assert self.mailed("found_eligible") == len(sent) - 2
        assert self.mailed("found_ineligible") == 2
        self.eligible = [lead for lead in sent if lead.number not in (INCOMPLETE, IN_TWO)]

    def _told(self, name, lead):
        told = {"verdict": "eligible"}
        if lead.number == OTHER_ROLE:
            told = {"verdict": "formal", "part": "document:letter"}
        if lead.number == INCOMPLETE:
            told = {"verdict": "ineligible", "reason": "complete/lacking"}
        if lead.number == IN_TWO or (lead.number == DISPUTED and name == "ofelia"):
            told = {"verdict": "ineligible", "reason": "one_team/in_two"}
        return told

    def _find(self, name, lead, told, status=303):
        page = self.place(f"/applications/{lead.id}")
        return self.by(name).press(page, f"{page}/finding", told, status=status)

    def _third(self, lead):
        self._find("oriana", lead, {"verdict": "eligible"}, status=409)
        words = {"verdict": "eligible", "note": "Son dos personas del mismo nombre."}
        self._find("oriana", lead, words)
        assert self.sql("SELECT state FROM application WHERE id = :id", id=lead.id) == [("eligible",)]

    def _cure(self, lead):
        assert self.mailed("cure_opened") == 1
        lead.role = "head_of_cybersecurity"
        lead.come_back().press(FORM, FORM, lead.declared() | {"send": "1"})
        self.later(hours=49)
        for name in ("olga", "ofelia"):
            self._find(name, lead, {"verdict": "eligible"})

    # evaluators rate, and the list follows

    def rate(self):
        """Open the stage of merit, declare, give the work out by the board, and rate all of it at the desk."""
        self.at(CLOSES + timedelta(days=3))
        stage = self.place(f"/stages/{MERIT}")
        self.by("olga").press(stage, f"{stage}/open")
        board, desk = self.place(f"/merit/{MERIT}/evaluators"), self.place(f"/merit/{MERIT}/desk")
        for name in RATERS:
            told = {"language": ["es", "pt", "en", "fr"], "country": "", "institution": "Universidad X"}
            self.by(name).press(f"{desk}/me", f"{desk}/me", told)
        self.by("olga").press(board, f"{board}/assign")
        self.rate_left(MERIT)
        thirds = self.sql("SELECT count(*) FROM assignment WHERE application_id = :id", id=self.leads[APART].id)
        assert thirds == [(3,)]
        assert self.by("olga").read(f"{board}/statistics")

    def rate_left(self, stage):
        """Let everybody rate what is hers until nothing is left."""
        while sum([self._rate_hers(name, stage) for name in RATERS]):
            pass

    def _rate_hers(self, name, stage):
        desk, browser = self.place(f"/merit/{stage}/desk"), self.by(name)
        queue = browser.get(f"{desk}/queue").get_json()["entries"]
        waiting = [entry for entry in queue if entry[3] < entry[4]]
        for application, *_facts in waiting:
            self.rate_one(browser, desk, application, self._levels(application, name), "Dice: «Somos el equipo».")
        return len(waiting)

    def _levels(self, application, name):
        number = next(lead.number for lead in self.leads if lead.id == application)
        quality, levels = Random(f"quality {number}").random(), {}
        for criterion in self.call["rubric"]["criteria"]:
            luck = Random(f"{number} {criterion} {name}").random()
            levels[criterion] = min(3, max(1, round(1.7 + 1.3 * quality + (luck - 0.5) * 0.8)))
        if number == APART:
            others = self.sql(
                "SELECT count(DISTINCT account_id) FROM rating WHERE application_id = :id", id=application
            )
            levels["composition"] = (1, 3, 2)[min(2, others[0][0])]
        return levels

    def rate_one(self, browser, desk, unit, levels, said):
        """Fetch one unit and give its levels, as the desk's script does; gives what the sheet shows."""
        if not hasattr(browser, "token"):
            browser.token = META.search(browser.read(desk))[1]
        headers = {"X-CSRFToken": browser.token, "Accept": "application/json"}
        shown = html.unescape(browser.get(f"{desk}/{unit}", headers=headers).get_json()["sheet_html"])
        said = said if re.search("«(.*)»", said)[1] in shown else ""
        for criterion, level in levels.items():
            facts = {"criterion": criterion, "level": str(level), "sentence": said}
            given = browser.client.post(f"{desk}/{unit}", json=facts, headers=headers)
            assert given.status_code == 200, given.text
        return shown

    def close(self, stage, at):
        """Enter the draw, too early first; close the stage, with third ratings at the cut where they are asked for."""
        page = self.place(f"/stages/{stage}")
        if self.clock.now < at:
            browser, shown = self.by("olga"), self.by("olga").read(page)
            assert f"{page}/randomness" not in shown
            early = browser.post(f"{page}/randomness", seen="/staff", text=RANDOMNESS)
            assert early.status_code == 409
            self.at(at + timedelta(minutes=1))
        self.by("olga").press(page, f"{page}/randomness", {"text": RANDOMNESS})
        while self.by("olga").post(f"{page}/close", seen=page).status_code != 303:
            self.rate_left(stage)

    def publish(self, stage):
        """Let two people publish the list that the page proposes."""
        page = self.place(f"/stages/{stage}")
        self.by_two(page, f"{page}/publish")

    def appeal(self, stage, lead, reason="no_error"):
        """Let a lead appeal on her page, and Oriana decide."""
        page, words = self.place(f"/stages/{stage}"), {"ground": "arithmetic", "words": "Sumen otra vez."}
        lead.come_back().press(RESULTS, f"/application/appeals/{stage}", words)
        decided = {"reason": reason, "note": "Todo suma."}
        self.by("oriana").press(page, f"{page}/appeals/[^/]+", decided)
        assert "Todo suma." in lead.read(RESULTS)

    def finish(self, stage):
        """Make a result final by two, after the time for appeals; before that no page offers it."""
        page = self.place(f"/stages/{stage}")
        assert f"{page}/finish" not in self.by("olga").read(page)
        self.later(days=5, minutes=1)
        self.by_two(page, f"{page}/finish")

    def awards(self, stage, *states):
        """Give a stage's awards as (lead, seats, state), in the order of their places."""
        rows = self.sql(
            "SELECT application_id, seats, state FROM award WHERE programme_id = :id AND stage = :stage ORDER BY place",
            id=self.id, stage=stage,
        )  # fmt: skip
        known = {lead.id: lead for lead in self.leads}
        return [(known[one], seats, state) for one, seats, state in rows if not states or state in states]

    def draw_merit(self):
        """Close the stage of merit."""
        self.close(MERIT, DRAWN)
