"""From the scholarships to the delegates, through the pages: offers, the drill of the stage, its result, who goes."""

import io
import re
from datetime import timedelta
from random import Random

import yaml

from simulator.actions.program import tick
from simulator.actor import PROGRAM
from tests.season_call import DRAWN_AGAIN, MEETINGS, SCENARIO, WORDS
from tests.web.lead import RESULTS
from tests.web.story_applying import MERIT, RATERS, Applying
from tests.web.visitor import Visitor
from web import door
from web.live.entering import place_of
from web.live.requests import answer

DRILL_STAGE, NAME = "delegates", "Final"


class Story(Applying):
    """A whole programme."""

    def answer_offers(self):
        """Let one decline and one let her time pass; the others accept, and so does whoever is next in line."""
        offered = [lead for lead, _seats, _state in self.awards(MERIT, "offered")]
        assert self.mailed("offer") == len(offered)
        waiting = [lead for lead, _seats, _state in self.awards(MERIT, "waiting")]
        decliner, sleeper = offered[:2]
        decliner.come_back().decline()
        self._accept_all(MERIT, besides=(sleeper,))
        self.later(days=7, minutes=1)
        assert "/accept" not in sleeper.come_back().read(RESULTS)
        self._accept_all(MERIT)
        states = {lead: state for lead, _seats, state in self.awards(MERIT)}
        assert (states[decliner], states[sleeper]) == ("declined", "expired")
        moved = [lead for lead in waiting if states[lead] == "accepted"]
        assert moved and moved[0] is waiting[0]
        self.winners = [lead for lead, _seats, _state in self.awards(MERIT, "accepted")]

    def _accept_all(self, stage, besides=(), **people):
        while left := [one for one in self.awards(stage, "offered") if one[0] not in besides]:
            for lead, seats, _state in left:
                lead.come_back().accept(seats=seats, **people)

    # the drill

    def play(self):
        """Prepare the stage's drill, enrol the teams, let people join by mailed codes, and play it."""
        stage = self.place(f"/stages/{DRILL_STAGE}")
        self.by("olga").press(stage, f"{stage}/open")
        content = yaml.safe_dump(SCENARIO, sort_keys=False, allow_unicode=True).encode()
        told = {
            "name": NAME, "scenario": "upload", "file": (io.BytesIO(content), "final.yaml"),
            "time_zone": "America/Panama", "programme": self.id,
        }  # fmt: skip
        made = self.by("fatima").press("/drills/new", "/drills/new", told)
        self.drill = re.search(r"/drills/([^/]+)/teams", made.headers["Location"])[1]
        self.by("olga").press(stage, f"{stage}/drills", {"drill": self.drill})
        self.by("olga").press(stage, f"{stage}/teams", {})
        assert self.mailed("team_code") == len(self.winners)
        self.players = {lead: self._join(lead) for lead in self.winners}
        self._do("start", name=NAME)
        self._go(minutes=6)
        silent = self.winners[-1]
        for lead, browser in self.players.items():
            if lead is not silent:
                self._answer(lead, browser)
        self._go(minutes=15)
        self._do("end", name=NAME)
        self._go(minutes=20)

    def _join(self, lead):
        code = self.letters[lead.mail, "team_code"][0][0]["facts"]["join"]
        browser = Visitor(self.app, language=lead.language, address=lead.address)
        page = f"/join/{code}"
        shown = browser.press(page, page, {"privacy": "1", "rules": "1"}, status=200).text
        told = {"name": lead.name, "language": lead.language, "seat": ["lead"]}
        browser.press(page, page, told, shown=shown)
        browser.back = re.search(r"/return/[\w-]+", browser.read("/keep"))[0]
        assert lead.institution in browser.words("/play")
        return browser

    def _do(self, verb, **facts):
        console = f"/drills/{self.drill}/console"
        done = self.by("fatima").tell(console, f"/drills/{self.drill}/do/{verb}", facts)
        assert done.status_code == 200, done.text

    def _go(self, minutes):
        for _ in range(minutes * 7):
            self.clock.now += timedelta(seconds=minutes * 60 / (minutes * 7))
            self.house.perform(tick, PROGRAM)

    def _answer(self, lead, browser):
        token = browser.holds(door.cookie_name(door.TEAM, secure=False))
        place = place_of(self.house, token, as_team=True, drill_id=None)
        words = {"inject": "01", "id": f"a{lead.number}", "content": {"text": WORDS}}
        option = Random(lead.number).choice("ABC")
        choice = {"inject": "02", "id": f"b{lead.number}", "content": {"option": option}, "confirmed": True}
        for facts in (words, choice):
            assert answer(self.house, place, "send_response", [facts])["state"] == "counted"
        again = answer(self.house, place, "send_response", [words])
        assert again["version"] == 1

    # its result

    def rate_drill(self):
        """Let evaluators rate at the desk, two each, and close the round and the register."""
        here = f"/drills/{self.drill}"
        for name in RATERS:
            told = {"language": ["es", "pt", "en", "fr"], "country": "", "institution": "Universidad X"}
            self.by(name).press(f"{here}/desk/me", f"{here}/desk/me", told)
            let_in = f"{here}/evaluators/{self.account(name)}/let-in"
            self.by("olga").press(f"{here}/evaluators", let_in, {"reason": "too_few_anchors"})
        self.by("olga").press(f"{here}/evaluators", f"{here}/evaluators/assign")
        while sum([self._rate_responses(name) for name in RATERS]):
            pass
        ratings = "SELECT count(DISTINCT account_id) FROM rating WHERE response_id IS NOT NULL GROUP BY response_id"
        assert min(number for (number,) in self.sql(ratings)) == 2
        self.by("olga").press(f"{here}/evaluators", f"{here}/evaluators/close")
        self._by_two_here("close_register")

    def _rate_responses(self, name):
        desk, browser = f"/drills/{self.drill}/desk", self.by(name)
        waiting = [entry for entry in browser.get(f"{desk}/queue").get_json()["entries"] if entry[3] < entry[4]]
        for response, _inject, code, *_done in waiting:
            levels = {one: Random(f"{self._number(code)}{one}").choice("MSSP") for one in ("C1", "C2")}
            shown = self.rate_one(browser, desk, response, levels, f"Dice «{WORDS}»")
            assert not [lead for lead in self.winners if lead.institution in shown or lead.name in shown]
        return len(waiting)

    def _number(self, code):
        found = self.sql("SELECT application_id FROM team WHERE blind_code = :code", code=code)[0][0]
        return next(lead.number for lead in self.winners if lead.id == found)

    def _by_two_here(self, kind):
        register = f"/drills/{self.drill}/standings/register"
        proposed = self.by("olga").read(register)
        assert f'value="{kind}"' in proposed
        form = next(one for one in re.findall(r"<form .*?</form>", proposed, re.DOTALL) if f'value="{kind}"' in one)
        self.by("olga").press(register, r".*/standings/proposals", shown=form)
        self.sign("ofelia", register)

    def tell_results(self):
        """Let the drill's result be told, read by each team alone, and become final; then close the stage."""
        stage = self.place(f"/stages/{DRILL_STAGE}")
        self.at(DRAWN_AGAIN + timedelta(minutes=1))
        self.by("olga").press(stage, f"{stage}/randomness", {"text": "1.2.3./"})
        self._by_two_here("publish_provisional")
        first, second = list(self.players)[:2]
        for lead, other in ((first, second), (second, first)):
            sheet = self._return(lead).words("/play/sheet")
            assert lead.institution in sheet
            assert other.institution == lead.institution or other.institution not in sheet
        assert Visitor(self.app).get("/play/sheet").status_code in (302, 303, 403)
        self.later(days=5, minutes=1)
        self._by_two_here("publish_final")
        self.by("olga").press(stage, f"{stage}/close")

    def _return(self, lead):
        browser = self.players[lead]
        browser.press(browser.back, browser.back)
        return browser

    def name_delegates(self):
        """Publish who goes by two, let leads accept with somebody in her stead, and confirm them."""
        self.publish(DRILL_STAGE)
        self.finish(DRILL_STAGE)
        page = self.place(f"/stages/{DRILL_STAGE}")
        while left := [one[0] for one in self.awards(DRILL_STAGE, "offered")]:
            for lead in left:
                lead.come_back().accept(members=["1"], alternate="0")
        first = self.awards(DRILL_STAGE, "accepted")[0][0]
        first.press(RESULTS, r"/application/awards/[^/]+/delegate", {"member": "2", "alternate": "1"})
        for _ in self.awards(DRILL_STAGE, "accepted"):
            self.by("oriana").press(page, f"{page}/delegates/[^/]+")
        assert f"{page}/delegates/" not in self.by("oriana").read(page)

    def note_meeting(self):
        """Note who came to the first meeting, once it has been."""
        assert self.clock.now >= MEETINGS
        page = self.place("/attendance")
        came = {f"came-{lead.id}": str(seats) for lead, seats, _state in self.awards(MERIT, "accepted")}
        self.by("olga").press(page, f"{page}/m0", came)
