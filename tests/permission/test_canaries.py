"""Canaries: a word in every private field, hunted in all that everybody ever gets of a whole drill (rows 23, 24).

Pages, JSON, files, the API, the sockets, refusals and headers, before STARTEX, in play, after ENDEX, and after the
standings are published. What is read by whom is compared with what may be: no more, and no less.
"""

import json
import re
import time

import pytest
import yaml

from simulator.actions.accounts import invite_staff
from simulator.actions.consents import give_consent
from simulator.actions.declaring import declare_reading
from simulator.actions.hotwash import write_hotwash
from simulator.actions.msel import hold_inject
from simulator.actions.pausing import ask_pause
from simulator.actions.rating import publish_standings, rate_response
from simulator.actions.ruling import rule_deviation
from simulator.actions.running import end_drill
from simulator.actions.sessions import open_account_session, open_participant_session
from simulator.actions.tokens import create_token
from simulator.actor import PROGRAM
from simulator.reading.desk import rating_queue
from simulator.reading.register import register_page
from simulator.reading.shapes import UNNUMBERED, shaped
from simulator.token_scopes import scopes_for
from tests.cast import Cast, minutes
from tests.live.conftest import Line, house, live, short_farewells
from tests.permission import canaries
from tests.permission.canaries import AZUL, RATE, RUN, TEAMS, VERDE
from tests.permission.crawling import Crawler, Traffic
from tests.play import NAME
from web.api.pace import Pace

__all__ = ["house", "live", "short_farewells"]

SECONDS = {"Bruna": ("in play", "ended"), "Giselle": ("ended",)}
HASHES = (
    "UPDATE account SET totp_secret = 'CNTOTPSECRETCNTOTPSECRET', totp_since = created_at, "
    "password_hash = 'cn-password-hash-cn'"
)
# What people write, and who may read it.
WRITTEN = {
    "cn-azul-answer": AZUL | RUN | RATE, "cn-verde-answer": VERDE | RUN | RATE,
    "cn-verde-form": VERDE | RUN | RATE,
    # What is held about somebody an organizer hands out to her when she asks for it.
    "cn-azul-draft": AZUL | {"Olga"}, "cn-hotwash-note": {"Beatriz", "Olga"},
    # Once the standings are published, a sentence stands on the sheet of those who wrote the answer (rules.md 29).
    "cn-edo-sentence": {"Edo", "Olga", "Beatriz", "Gwen"}, "cn-eun-sentence": {"Eun", "Olga", "Beatriz", "Gwen"},
    # What an evaluator says of herself is hers and the organizers'.
    "cn-edo-country": {"Edo", "Olga"}, "cn-edo-institution": {"Edo", "Olga"},
    "CnAzul": AZUL | RUN, "CnVerde": VERDE | RUN, "CnBeatriz": AZUL | RUN, "CnGwen": VERDE | RUN,
}  # fmt: skip


@pytest.fixture
def cast(house):
    """Bring the staff into the house."""
    return Cast.hire(house)


class Drill:
    """The drill of the canaries, its people, their lines and all they get."""

    def __init__(self, live, cast):
        self.live, self.cast, self.house = live, cast, cast.house
        content = yaml.safe_dump(canaries.SCENARIO, allow_unicode=True, sort_keys=False)
        self.play = cast.play(yaml.safe_load(content), joined=False, files=canaries.FILES)
        play = self.play
        for team, name in ((play.azul, "CnAzul"), (play.verde, "CnVerde")):
            play.sql("UPDATE team SET name = :name WHERE id = :id", name=name, id=team)
        self.people = {
            "Beatriz": play.join("Azul", "CnBeatriz", "es", ["lead"]), "Bruna": play.join("Azul", "Bruna", "pt"),
            "Gwen": play.join("Verde", "CnGwen", "en", ["lead"]), "Giselle": play.join("Verde", "Giselle", "fr"),
        }  # fmt: skip
        self.traffic = Traffic()
        self.crawlers = dict(self._crawlers())
        self.lines = dict(self._lines())

    def _crawlers(self):
        app, play = self.live.app, self.play
        app.extensions["api_pace"] = Pace(10**9)
        yield "nobody", Crawler(app, play)
        for name, who in self.people.items():
            token = self.house.perform(open_participant_session, PROGRAM, participant_id=who.id)
            yield name, Crawler(app, play, cookie=f"prontas_team={token}")
        staff = {"Fátima": "fatima", "Edo": "edo", "Eun": "eun", "Olga": "olga", "Olu": "olu"}
        for name, key in staff.items():
            actor = getattr(self.cast, key)
            made = self.house.perform(create_token, actor, name="Guion", scopes=scopes_for(actor))
            yield name, Crawler(app, play, cookie=f"prontas_staff={self.cast.tokens[key]}", bearer=made["token"])
        yield "Mallory", Crawler(app, play, cookie=f"prontas_staff={self._without_a_role()}")

    def _without_a_role(self):
        made = self.house.perform(
            invite_staff, PROGRAM, email="mallory@ministry.example", name="M", language="es", roles=["observer"]
        )
        self.play.sql('DELETE FROM "grant" WHERE account_id = :id', id=made["account_id"])
        return self.house.perform(open_account_session, PROGRAM, account_id=made["account_id"])

    def _lines(self):
        for name, crawler in self.crawlers.items():
            if name in self.people:
                yield name, Line(self.live.url, crawler.cookie, **{"as": "team"})
            elif name in ("Fátima", "Olga"):
                yield name, Line(self.live.url, crawler.cookie, drill=self.play.id)

    def look_around(self, moment):
        """Let everybody open everything there is, and note what came over the lines by now."""
        for name, crawler in self.crawlers.items():
            if moment not in SECONDS.get(name, (moment,)):
                # Their leads open all that they could; what differs is heard over their lines.
                continue
            for where, text in crawler.everything(twice=moment == "ended"):
                self.traffic.note(name, moment, where, text)
        for name, line in self.lines.items():
            line.ask("resume", n=0)
            for heard, facts in list(line.heard):
                self.traffic.note(name, moment, f"socket {heard}", json.dumps(facts, ensure_ascii=False))
            self.traffic.note(name, moment, "socket resume", json.dumps(line.ask("resume", n=0), ensure_ascii=False))

    def end(self):
        for line in self.lines.values():
            line.end()


@pytest.fixture
def drill(live, cast):
    """Give the drill before STARTEX."""
    drill = Drill(live, cast)
    yield drill
    drill.end()


def play_it(drill):
    """Play the drill to its published end; everybody looks around at five moments."""
    play, people, cast = drill.play, drill.people, drill.cast
    drill.look_around("before")
    play.start().go(minutes(3.5))
    play.send(people["Beatriz"], "02", {"option": "A"}, confirmed=True)
    play.send(people["Gwen"], "02", {"option": "B"})
    drill.lines["Bruna"].ask("save_draft", inject="01", content={"text": "cn-azul-draft"})
    drill.look_around("in play")
    play.send(people["Beatriz"], "01", {"text": "cn-azul-answer"})
    play.send(people["Gwen"], "01", {"text": "cn-verde-answer"})
    play.do(ask_pause, people["Beatriz"])
    play.do(give_consent, people["Beatriz"], purpose="research")
    play.do(hold_inject, cast.fatima, inject_id="07", team_ids=[play.azul], reason="fairness")
    play.go(minutes(2))
    play.send(people["Gwen"], "05", {"fields": {"f": "cn-verde-form", "t": [{"c": "cn-verde-form"}]}})
    play.go(minutes(13))
    for who, sentence in ((cast.edo, "cn-edo-sentence"), (cast.eun, "cn-eun-sentence")):
        for entry in play.see(rating_queue, who)["entries"]:
            facts = {"response_id": entry["response_id"], "criterion": "C1", "level": "M", "sentence": sentence}
            play.do(rate_response, who, **facts)
    told = {"languages": ["es", "en"], "country": "cn-edo-country", "institution": "cn-edo-institution"}
    play.do(declare_reading, cast.edo, drill_id=play.id, **told)
    play.do(end_drill, cast.fatima, name=NAME)
    play.go(minutes(11))
    play.do(write_hotwash, people["Beatriz"], question=0, text="cn-hotwash-note")
    drill.look_around("ended")
    register = play.see(register_page, cast.olga)["entries"]
    about = [item["about"] for entry in register for item in entry["items"] if item["needed"]]
    play.do(rule_deviation, cast.olga, about=about, verdict="stands", reason="no_effect")
    play.do(publish_standings, cast.olga, name=NAME)
    drill.look_around("published")


def secrets(play):
    """Give what nobody ever reads: every salt, digest, hash and secret that the database keeps."""
    kept = (
        ("account", "password_hash"), ("account", "totp_secret"), ("participant", "return_digest"),
        ("participant", "salt"), ("response", "salt"), ("drill", "salt"), ("web_session", "token_digest"),
        ("api_token", "token_digest"), ("one_use_link", "token_digest"), ("recovery_code", "code_digest"),
        ("pause_request", "id"), ("setting", "value"),
    )  # fmt: skip
    found = {}
    for table, column in kept:
        for (value,) in play.sql(f'SELECT {column} FROM "{table}" WHERE {column} IS NOT NULL'):
            if len(str(value)) >= 12:
                found[str(value)] = f"{table}.{column}"
    return found


@pytest.mark.timeout(600)
def test_every_private_word_is_read_by_those_who_may_and_by_nobody_else(drill, record_property):
    began = time.monotonic()
    drill.cast.house.engine.dispose()
    drill.play.sql(HASHES)
    play_it(drill)
    play, traffic = drill.play, drill.traffic
    everybody = set(drill.crawlers)
    table = {f"cn-{name}": readers for name, readers in canaries.expected().items()} | WRITTEN
    table |= {f"{key}@ministry.example": {"Olga", name} for key, name in STAFF_NAMES.items()}
    codes = dict.fromkeys(play.codes.values(), RUN)
    short = dict(play.sql("SELECT name, short_code FROM participant"))
    table |= codes | {short["CnBeatriz"]: {"Beatriz"}, short["CnGwen"]: {"Gwen"}}
    table |= {secret: set() for secret in secrets(play)}
    read = {canary: traffic.readers_of(canary) for canary in table}
    wrong = {
        canary: {"more": {who: traffic.where(who, canary) for who in read[canary] - set(readers)},
                 "less": set(readers) - read[canary]}
        for canary, readers in table.items() if read[canary] != set(readers)
    }  # fmt: skip

    figures = f"{len(table)} canaries × {len(everybody)} principals, {traffic.answers} answers, {traffic.bytes} bytes"
    record_property("figures", figures)
    print(f"{figures}, {time.monotonic() - began:.0f} s")
    assert not wrong, "\n".join(f"{canary}: {found}" for canary, found in wrong.items())
    not_before_it_has_come(drill)
    not_before_it_is_published(drill)
    no_word_of_the_machinery(drill)
    nothing_unlisted_over_the_lines(drill)


STAFF_NAMES = {"fatima": "Fátima", "edo": "Edo", "eun": "Eun", "olga": "Olga", "olu": "Olu"}
# At each moment what a team has not got yet; of that, its people have not one byte.
NOT_YET = {
    "before": ("text", "choice", "choices", "ack", "form", "branch", "later", "manual"),
    "in play": ("ack", "form", "branch", "later", "manual"),
    "ended": ("later", "manual"),
    "published": ("later", "manual"),
}


CLOSED = re.compile(r"cn-(?:\w+-(?:expected|feedback)|(?!content)\w+-note|hotwash-question)")


def not_before_it_has_come(drill):
    """Row 24: of an inject a team has not one byte before it is delivered; and none of what is open only later."""
    for moment, names in NOT_YET.items():
        for who in (*TEAMS, "nobody", "Mallory", "Olu"):
            text = drill.traffic.at(who, moment)
            assert [name for name in names if f"cn-{name}-" in text] == [], (who, moment)
            if moment in ("before", "in play"):
                assert CLOSED.findall(text) == [], (who, moment)


def not_before_it_is_published(drill):
    """No rating, sentence or place of anybody's is read by a team before the standings are published."""
    for moment in ("before", "in play", "ended"):
        for who in (*TEAMS, "Fátima", "Olu"):
            assert "-sentence" not in drill.traffic.at(who, moment), (who, moment)
    for one, other in (("Edo", "cn-eun"), ("Eun", "cn-edo")):
        assert drill.traffic.where(one, f"{other}-sentence") == []


def nothing_unlisted_over_the_lines(drill):
    """Whatever is said without a number has the fields that are listed for it, and no other."""
    heard = [(name, facts) for line in drill.lines.values() for name, facts in line.heard if name != "event"]

    assert {name for name, _facts in heard} >= {"draft_changed", "team_writing", "presence_changed", "pauses_changed"}
    for name, facts in heard:
        assert shaped(UNNUMBERED[name], facts, name) == facts


def no_word_of_the_machinery(drill):
    """No option's value, flag, condition or note has even a name in what a participant's scripts get."""
    for who in TEAMS:
        for where, text in drill.traffic.json_of(who):
            if where.startswith("api.openapi"):
                # It describes to everybody what only some may ask.
                continue
            keys = set(re.findall(r'"(\w+)":', text))
            assert keys & {"value", "sets", "if", "note", "owner", "script", "flags", "salt", "digest"} == set(), where
