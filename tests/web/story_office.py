"""The office of a programme, in front of its pages: who is hired, who signs, what leaves by mail."""

import re
from collections import defaultdict
from datetime import timedelta

from sqlalchemy import text

from simulator.actions.mails import note_mail, take_mails
from simulator.actions.program import tick
from simulator.actions.sessions import open_account_session
from simulator.actor import NOBODY, PROGRAM
from simulator.reading.people import find_actor
from tests.web.visitor import Visitor
from web import door
from web.mail.words import compose


class Office:
    """People of the staff with their browsers, the clock, the outbox and the database of one programme."""

    def __init__(self, cast, app):
        self.cast, self.app, self.house, self.clock = cast, app, cast.house, cast.clock
        self.id, self.drill, self.letters = None, None, defaultdict(list)
        self._people = {name: [getattr(cast, name).id, None, None] for name in ("olga", "fatima", "edo", "eun")}

    def hire(self, name, role):
        """Let Olga invite somebody to the programme by the page, and let her come in by the link."""
        told = {
            "name": name.title(), "email": f"{name}@programa.example", "language": "es", "role": role,
            "where": f"programme:{self.id}",
        }  # fmt: skip
        shown = self.by("olga").press("/staff", "/staff", told, status=200).text
        link = re.search(r"/invite/[\w-]+", shown)[0]
        browser = Visitor(self.app, address=f"192.0.2.{len(self._people) + 1}")
        browser.press(link, link, {"password": "quince letras o más"})
        who = self.house.look(find_actor, NOBODY, token=browser.holds(door.cookie_name(door.STAFF, secure=False)))
        self._people[name] = [who.id, browser, self.clock.now]

    def by(self, name):
        """Give somebody's browser; after hours away she signs in anew."""
        found = self._people[name]
        if found[1] is None:
            found[1] = Visitor(self.app, address=f"192.0.2.{200 + len(name)}")
        if found[2] is None or self.clock.now - found[2] > timedelta(hours=1):
            token = self.house.perform(open_account_session, PROGRAM, account_id=found[0])
            found[1].client.set_cookie(door.cookie_name(door.STAFF, secure=False), token)
            found[2] = self.clock.now
        return found[1]

    def account(self, name):
        """Give the id of somebody's account."""
        return self._people[name][0]

    def place(self, path=""):
        """Name a page of the programme."""
        return f"/programmes/{self.id}{path}"

    def at(self, instant):
        """Let time pass until *instant*, and the alarm clock ring once."""
        assert instant >= self.clock.now, (instant, self.clock.now)
        self.clock.now = instant
        self.house.perform(tick, PROGRAM)

    def later(self, **length):
        """Let some time pass."""
        self.at(self.clock.now + timedelta(**length))

    def sql(self, statement, **values):
        """Ask the database itself."""
        with self.house.engine.connect() as connection:
            result = connection.execute(text(statement), values)
            rows = [tuple(row) for row in result] if result.returns_rows else []
            connection.commit()
        return rows

    def post(self):
        """Let all mails leave that wait: each is composed as it is for its reader, and kept by address and kind."""
        while taken := self.house.perform(take_mails, PROGRAM):
            for one in taken:
                subject, words = compose(one, lambda page, **ids: f"https://p.example/{page}/{ids.get('token', '')}")
                assert subject and "%(" not in subject + words
                self.letters[one["address"], one["kind"]].append((one, words))
                self.house.perform(note_mail, PROGRAM, mail_id=one["id"])

    def mailed(self, kind):
        """Say how many mails of a kind have left."""
        self.post()
        return sum(len(found) for (_address, name), found in self.letters.items() if name == kind)

    def sign(self, name, page):
        """Let somebody sign what is proposed on a page."""
        return self.by(name).press(page, r".*/decisions/[^/]+/second")

    def by_two(self, page, action, fields=None):
        """Let Olga propose by a form of a page, and Ofelia sign; Olga herself cannot."""
        self.by("olga").press(page, action, fields)
        shown = self.by("olga").read(page)
        assert "/withdraw" in shown and "/second" not in shown
        self.sign("ofelia", page)
