"""Row 36: what would command a database, a template, a log, a mail or a header is text, or is refused."""

import logging
import re
from itertools import count
from urllib.parse import quote

import pytest

from simulator.actions.drills import rename_team
from simulator.actions.joining import rename_participant
from simulator.refusal import Refusal
from tests.abuse.asking import Asker, socket_asks
from tests.abuse.corpus.injections import ALL_INJECTIONS, INJECTIONS
from tests.cast import minutes
from tests.scripts import choice_inject, scenario, text_inject
from tests.walk import pages_of
from web import door

# Minutes at full size: a target of its own keeps the tests of every change short.
pytestmark = pytest.mark.figure

STAFF = ("olga", "fatima", "edo", "olu")
# What an answer of ours may carry; nothing that somebody writes adds to it.
HEADERS = {
    "Content-Type", "Content-Length", "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy",
    "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Permissions-Policy", "Cache-Control", "Vary",
    "Location", "Set-Cookie", "Content-Disposition", "Content-Encoding", "Last-Modified", "ETag", "Date", "Allow",
    "Retry-After", "X-Frame-Options", "WWW-Authenticate", "X-Robots-Tag",
}  # fmt: skip
COOKIES = re.compile(r"^(__Host-)?(prontas_\w+|session)=")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class Ledger(logging.Handler):
    """Keep every record that anything logs."""

    def __init__(self):
        super().__init__(logging.DEBUG)
        self.records = []

    def emit(self, record):
        self.records.append(record)


@pytest.fixture
def ledger():
    """Listen to all logs."""
    ledger, root = Ledger(), logging.getLogger()
    root.addHandler(ledger)
    yield ledger
    root.removeHandler(ledger)


@pytest.fixture
def rated(cast):
    """Play a rated drill until its first answers can be rated, with an ask still open."""
    script = scenario(
        text_inject("01"), choice_inject("02", ask={"rationale": True, "criteria": ["C1"]}),
        text_inject("03", at="14m", due="40m"), rated=True,
    )  # fmt: skip
    play = cast.play(script).start().go(minutes(6))
    play.send(play.beatriz, "01", {"text": "Cerramos."})
    return play.go(minutes(12))


@pytest.fixture
def askers(app, rated, signed_in):
    """Let everybody of the cast, and nobody, come to the door."""
    browsers = {name: signed_in(name) for name in STAFF}
    for name in ("beatriz", "nobody"):
        browser = signed_in("olu")
        browser.client.delete_cookie(door.STAFF)
        browsers[name] = browser
    team = browsers["beatriz"]
    assert (
        team.post(f"/join/{rated.codes['Azul']}", privacy="1", rules="1", name="Berta", language="es").status_code
        == 303
    )
    return {name: Asker(app, rated, browser) for name, browser in browsers.items()}


def fresh(turn, every):
    """Give words for a field, another payload each time it is asked."""
    return lambda _name: ALL_INJECTIONS[(next(turn) * every) % len(ALL_INJECTIONS)]


def _in_path(words):
    return quote(words, safe="", errors="surrogatepass") or "x"


def unsound(answer):
    """Say what is wrong with an answer, if anything is."""
    if answer.status_code >= 500:
        return f"status {answer.status_code}"
    strange = [name for name, _value in answer.headers if name not in HEADERS]
    planted = [one for one in answer.headers.getlist("Set-Cookie") if not COOKIES.match(one) or "planted" in one]
    broken = [value for value in answer.headers.values() if CONTROL.search(value)]
    return strange or planted or broken or None


def test_the_corpus_holds_250_strings_of_five_kinds():
    assert len(ALL_INJECTIONS) >= 250
    assert min(len(payloads) for payloads in INJECTIONS.values()) >= 30


def test_whatever_is_sent_to_whatever_takes_words_is_text_or_refused(app, rated, askers, ledger):
    turn, wrong, sent, names = count(), [], 0, set()
    tables = rated.sql("SELECT count(*) FROM sqlite_master")
    before = {
        name: rated.sql(f"SELECT count(*) FROM {name}")[0][0] for name in ("account", "log", "response", "rating")
    }

    def put(sending, times, every):
        nonlocal sent
        for _time in range(times):
            answer = sending.send(fresh(turn, every))
            sent += 1
            if hasattr(answer, "status_code") and (problem := unsound(answer)):
                wrong.append((sending.name, problem))

    # Every form that anybody finds, its fields full; each form goes on in the corpus where the one before ended.
    for asker in askers.values():
        for form in asker.forms():
            if form.name not in names:
                put(form, 5 if form.hashes else 25, 1)
            names.add(form.name)
    forms = len(names)
    # What scripts post and forms that are hidden just now; and every address that takes a word.
    for who, asker in askers.items():
        for post in asker.posts():
            put(post, 1 if post.hashes else 4, 1)
            names.add(post.name)
        for page in pages_of(app):
            if page.method == "GET" and page.arguments:
                for _time in range(2):
                    words = {name: _in_path(fresh(turn, 1)(name)) for name in page.arguments}
                    answer = asker.get(page.path(words))
                    sent += 1
                    if problem := unsound(answer):
                        wrong.append((who, page.rule, words, problem))
    # Sockets, with all strings spread over their requests.
    asks = list(socket_asks(rated.house, rated.gwen))
    for ask in asks:
        put(ask, 50, 1)
    print(f"{len(ALL_INJECTIONS)} strings, {forms} forms, {len(names) - forms} posts, {len(asks)} socket requests: "
          f"{sent} sent, {len(wrong)} wrong, {len(ledger.records)} lines logged")  # fmt: skip
    assert wrong == []
    assert sent > 2000

    # The database is whole, and no name in it holds what a person cannot see.
    assert rated.sql("SELECT count(*) FROM sqlite_master") == tables
    for name, rows in before.items():
        assert rated.sql(f"SELECT count(*) FROM {name}")[0][0] >= rows
    named = [
        name
        for table in ("team", "participant", "account", "drill")
        for (name,) in rated.sql(f"SELECT name FROM {table}")
    ]
    assert len(named) >= 10
    assert [name for name in named if name and CONTROL.search(name)] == []

    # One line a thing in the log, of our own words alone, and not one for an unexpected error.
    said = [record.getMessage() for record in ledger.records if not record.name.startswith(("urllib3", "asyncio"))]
    assert [line for line in said if CONTROL.search(line)] == []
    assert not [line for line in said if "forged" in line or "planted" in line]
    assert [kind for kind in app.extensions["refused"].counts if "failed" in kind] == []


def test_a_template_in_a_name_stays_a_template_on_every_page(app, rated, askers):
    name = "siete{{7*7}}${7*7}<%=7*7%>#{7*7}%(language)s"
    asker = askers["fatima"]
    renaming = next(form for form in asker.forms() if form.name == "post staff.rename_member")
    assert renaming.send(lambda _field: name).status_code == 303
    shown = 0
    for one in askers.values():
        for page in pages_of(app):
            if page.method == "GET":
                text = one.get(page.path(one.ids)).data.decode(errors="replace")
                assert "siete49" not in text
                shown += "siete{{7*7}}" in text
    assert shown >= 2


@pytest.mark.parametrize(
    "character", ["\x00", "\n", "\r", "\x1b", "\x07", "\x7f", "\x85", "\u2028", "\ud800", "\u200b"]
)
def test_what_nobody_can_see_is_in_no_name(rated, character):
    for action, facts in (
        (rename_team, {"team_id": rated.azul}),
        (rename_participant, {"participant_id": rated.bruna.id}),
    ):
        try:
            rated.do(action, rated.cast.fatima, name=f"Azul{character}Bruna", **facts)
        except Refusal as refusal:
            assert refusal.code in ("team_needs_name", "name_needed", "not_found")
    names = [name for table in ("team", "participant") for (name,) in rated.sql(f"SELECT name FROM {table}")]
    assert not any(character in name for name in names)
