"""A scenario in the store, and somebody at the editor with it."""

import re

import pytest

from simulator.actions.scenarios import create_scenario, save_version
from simulator.reading.scenarios import scenario_version
from tests.web.console import in_language
from tests.web.visitor import Visitor
from web import door

# Two languages, a comment of its author's, a choice that branches, and one length written her own way.
WRITTEN = """\
# Ensayo de Fátima
format: 1
id: ensayo
languages: [es, pt]
title: {es: Ensayo, pt: Ensaio}
duration: 60m
rated: false
seats:
  lead: {title: {es: Jefa, pt: Chefe}}
  technical: {title: {es: Técnica, pt: Técnica}, deputy: true}
characters:
  minister: {name: Ministra, role: {es: De Hacienda, pt: Da Fazenda}}
flags:
  isolated: {es: aislado, pt: isolado}
injects:
  - id: "01"   # el primero
    at: 0
    from: minister
    to: [lead]
    title: {es: Alarma, pt: Alarme}
    body:
      es: |-
        Algo cifra **todo**.
      pt: |-
        Algo criptografa **tudo**.
    ask:
      kind: choice
      due: 00:05:00
      options:
        - {id: A, label: {es: Aislar, pt: Isolar}, sets: [isolated]}
        - {id: B, label: {es: Esperar, pt: Esperar}}
  - id: "02"
    at: 10m
    if: isolated
    to: [technical]
    title: {es: Sin red, pt: Sem rede}
  - id: "03"
    after: {inject: "01", delay: 2m}
    to: [lead, technical]
    title: {es: Prensa, pt: Imprensa}
    ask: {kind: text, due: 10m, prompt: {es: ¿Qué dice?, pt: O que diz?}}
"""


class Desk:
    """Somebody at the editor with one scenario."""

    def __init__(self, house, cast, browser, content=WRITTEN):
        self.house, self.cast, self.browser = house, cast, browser
        made = house.perform(create_scenario, cast.fatima, content=content.encode())
        self.id = made["scenario_id"]
        self.path = f"/scenarios/{self.id}"

    def version(self, number=None):
        """Give a version as the store has it."""
        return self.house.look(scenario_version, self.cast.fatima, scenario_id=self.id, number=number)

    @property
    def text(self):
        """Give the newest text."""
        return self.version()["text"]

    @property
    def plain(self):
        """Give the newest document."""
        return self.version()["plain"]

    def inject(self, id):
        """Give an inject of the newest document."""
        return next(one for one in self.plain["injects"] if one["id"] == id)

    def save_elsewhere(self, old, new):
        """Let Olga change the text meanwhile."""
        here = self.version()
        content = here["text"].replace(old, new).encode()
        self.house.perform(
            save_version, self.cast.olga, scenario_id=self.id, expected_number=here["number"], content=content
        )

    def page(self, more="", status=200):
        """Open one of its pages."""
        return self.browser.read(f"{self.path}{more}", status)

    def form(self, more):
        """Give what a browser would send of the form of a page, as it stands."""
        return typed(self.page(more))

    def send(self, more, form, *, script=False, status=303):
        """Send a form; a script is answered with JSON."""
        headers = {"Accept": "application/json"} if script else {}
        form = {"csrf_token": self.token} | form
        answer = self.browser.client.post(f"{self.path}{more}", data=form, headers=headers)
        assert answer.status_code == status, (answer.status_code, answer.text[:1500])
        return answer.get_json() if script else answer

    @property
    def token(self):
        """Give the token of its forms."""
        return re.search(r'name="csrf-token" content="([^"]+)"', self.page())[1]


INPUT = re.compile(r"<input ([^>]*)>|<textarea ([^>]*)>\n?(.*?)</textarea>|<select ([^>]*)>(.*?)</select>", re.DOTALL)


def typed(page):
    """Read the form ``part`` of a page as a browser does."""
    import html

    body = re.search(r'<form id="(?:part|text)".*?</form>', page, re.DOTALL)[0]
    told = {}
    for attributes, area, words, select, options in INPUT.findall(body):
        given = attributes or area or select
        name = re.search(r'\bname="([^"]*)"', given)
        if not name:
            continue
        name = html.unescape(name[1])
        if area:
            told[name] = html.unescape(words)
        elif select:
            chosen = re.search(r'value="([^"]*)" selected', options)
            first = re.search(r'value="([^"]*)"', options)
            told[name] = html.unescape((chosen or first)[1]) if chosen or first else ""
        else:
            value = re.search(r'\bvalue="([^"]*)"', given)
            value = html.unescape(value[1]) if value else ""
            if 'type="checkbox"' in given or 'type="radio"' in given:
                if re.search(r"\bchecked\b", given):
                    told[name] = [*told[name], value] if isinstance(told.get(name), list) else [value]
            else:
                told[name] = value
    return told


@pytest.fixture
def open_desk(app, house, cast):
    """Sit somebody down at the editor: ``open_desk("fatima", content=…)``."""

    def sit(who="fatima", language="en", **more):
        browser = Visitor(app)
        browser.client.set_cookie(door.STAFF, cast.tokens[who])
        return Desk(house, cast, in_language(browser, language), **more)

    return sit


@pytest.fixture
def desk(open_desk):
    """Give Fátima's, in English."""
    return open_desk()
