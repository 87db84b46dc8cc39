"""Requests that no page of ours sends (rows 31, 32, 45): forged, for another host, leading away, or far too large."""

import hashlib
import json
import re
import time
from itertools import product

import pytest
from werkzeug.test import Client

from simulator.actions.accounts import invite_staff
from simulator.actions.links import use_link
from simulator.actions.sessions import open_participant_session
from simulator.actor import NOBODY, PROGRAM
from simulator.passwords import hash_password
from simulator.reading.people import find_actor
from tests.cast import minutes
from tests.scripts import choice_inject, scenario, text_inject
from tests.walk import ABSENT, WRITES, edges_of, filled, ids_of
from tests.web.conftest import Browser
from web import door
from web.hosts import host_check, origin_check
from web.live.server import LiveServer
from web.markdown import to_html
from web.settings import Settings

MEGABYTE = "x" * 1024 * 1024
PASSWORD = "a sentence of mine"
NAMES = re.compile(r"\{(\w+)\}")


@pytest.fixture
def play(cast):
    """Give a drill with an answer to rate and a file to fetch."""
    files = {"plan.pdf": b"%PDF-1.4"}
    first = text_inject("01", at="1m", due="5m", files=[{"file": "plan.pdf"}])
    play = (
        cast.play(scenario(first, choice_inject("02", at="9m"), rated=True), files=files, rehearsal=True)
        .start()
        .go(minutes(1))
    )
    play.send(play.beatriz, "01", {"text": "Aislamos la red."})
    return play.go(minutes(10))


@pytest.fixture
def everybody(app, cast, house, play):
    """Give a browser that holds as much as a browser can: an account with every role, and a participant's place."""
    for role in ("facilitator", "evaluator", "organizer", "observer"):
        cast.grant(cast.olga, role)
    browser = Browser(app)
    browser.client.set_cookie(door.STAFF, cast.tokens["olga"])
    token = house.perform(open_participant_session, PROGRAM, participant_id=play.beatriz.id)
    browser.client.set_cookie(door.TEAM, token)
    return browser


@pytest.fixture
def nina(house, cast):
    """Give an account with a password."""
    facts = {"email": "nina@ministry.example", "name": "Nina", "language": "en", "roles": ["organizer"]}
    link = house.perform(invite_staff, cast.olga, **facts)["token"]
    house.perform(use_link, NOBODY, token=link, password_hash=hash_password(PASSWORD))
    return {"email": "nina@ministry.example", "password": PASSWORD}


class Ids(dict):
    """What stands in an address; what the drill of this test has none of is named by what is not there."""

    def __missing__(self, _name):
        return ABSENT

    def __contains__(self, _name):
        return True


def ids_in(play, page):
    ids = Ids(ids_of(play))
    wanted = {*page.arguments, *NAMES.findall(json.dumps(page.template()))}
    return ids | {name: ids[name] for name in wanted}


def writing(app):
    return [page for page in edges_of(app) if page.method in WRITES and not page.endpoint.startswith("api.")]


def reading(app):
    return [page for page in edges_of(app) if page.method == "GET"]


def print_of(house):
    """Give a digest of all that is stored, but for when somebody was last seen."""
    with house.engine.connect() as connection:
        lines = [line for line in connection.connection.driver_connection.iterdump() if '"web_session"' not in line]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def send(browser, page, ids, **more):
    body = filled(page.template(), ids)
    how = {"json": body["json"]} if "json" in body else {"data": body.get("form", {})}
    return browser.client.open(page.path(ids), method=page.method, **(how | more))


def test_no_page_that_writes_takes_a_form_without_its_token(app, everybody, house, play):
    before, answers = print_of(house), {}
    for page in writing(app):
        answers[page.key] = send(everybody, page, ids_in(play, page)).status_code

    assert len(answers) > 30
    assert set(answers.values()) == {400}, {key: status for key, status in answers.items() if status != 400}
    assert print_of(house) == before


def test_nor_with_the_token_of_another_browser(app, everybody, house, play):
    token = re.search(r'name="csrf-token" content="([^"]+)"', Browser(app).get("/").text)[1]
    before = print_of(house)
    headers = {"X-CSRFToken": token}
    answers = {
        page.key: send(everybody, page, ids_in(play, page), headers=headers).status_code for page in writing(app)
    }

    assert set(answers.values()) == {400}
    assert print_of(house) == before


def test_a_session_that_somebody_prepared_is_not_the_one_she_gets(app, house, nina, play):
    browser = Browser(app)
    for name in (door.STAFF, door.TEAM):
        browser.client.set_cookie(name, "prepared")
    browser.post("/sign-in", nina)
    staff = browser.holds(door.STAFF)
    browser.post(f"/join/{play.codes['Azul']}", {"privacy": "1", "rules": "1", "name": "Rosa", "language": "es"})
    team = browser.holds(door.TEAM)

    assert len({"prepared", staff, team}) == 3
    assert house.look(find_actor, NOBODY, token="prepared") is None
    assert [house.look(find_actor, NOBODY, token=token).kind for token in (staff, team)] == ["account", "participant"]
    for name in (door.STAFF, door.TEAM):
        cookie = browser.client.get_cookie(name)
        assert (cookie.http_only, cookie.same_site) == (True, "Lax")


FOREIGN = (
    "evil.example", "evil.example:8765", "localhost.evil.example", "127.0.0.1.evil.example", "127.0.0.2", "10.0.0.1",
    "0.0.0.0", "[::2]", "2130706433", "evil.example@localhost", "localhost/evil", "localhost evil", "localhost,evil",
    "", "localhost:port", "localhost\\evil", "[::1", "drills.example", "xn--e1afmkfd", "a" * 300,
)  # fmt: skip
OURS = ("localhost", "localhost:8765", "127.0.0.1:8765", "[::1]:8765", "LOCALHOST", "localhost.")


@pytest.mark.parametrize(
    "path", ["/", "/sign-in", "/healthz", "/nowhere", "/static/x.css", "/socket.io/?EIO=4&transport=polling"]
)
def test_a_host_that_is_not_ours_is_refused_on_every_path(house, path):
    client = Client(LiveServer(house, Settings(), async_mode="threading"))

    assert {client.get(path, headers={"Host": host}).status_code for host in FOREIGN} == {400}
    assert 400 not in {client.get(path, headers={"Host": host}).status_code for host in OURS}


def test_behind_a_proxy_the_forwarded_name_must_be_ours_too(house):
    settings = Settings(public_url="https://drills.example", proxy_hops=1)
    client = Client(LiveServer(house, settings, async_mode="threading"))

    def ask(host, forwarded):
        return client.get("/", headers={"Host": host, "X-Forwarded-Host": forwarded}).status_code

    assert ask("drills.example", "drills.example") == ask("127.0.0.1:8765", "drills.example") == 200
    assert ask("127.0.0.1:8765", "evil.example") == ask("evil.example", "drills.example") == 400


@pytest.mark.parametrize(
    ("settings", "names"),
    [
        (Settings(lan=True, host="0.0.0.0"), {"192.168.1.20:8765", "10.1.2.3", "[fd00::1]:8765", "localhost"}),
        (Settings(public_url="https://drills.example"), {"drills.example", "DRILLS.example:443", "127.0.0.1:8765"}),
        (Settings(host="192.0.2.7", tls_cert="c", tls_key="k"), {"192.0.2.7:8765"}),
    ],
)  # fmt: skip
def test_a_local_network_a_proxy_and_a_certificate_keep_their_names(settings, names):
    is_ours = host_check(settings)

    assert all(map(is_ours, names))
    assert not any(map(is_ours, ("evil.example", "8.8.8.8", "drills.example.evil.example")))


def test_only_our_own_pages_open_sockets():
    may_open = origin_check(Settings(public_url="https://drills.example/"))
    assert may_open("https://drills.example", {"HTTP_HOST": "127.0.0.1:8765"})
    for origin in ("null", "*", "http://drills.example", "https://drills.example.evil.example", "https://evil.example",
                   "https://drills.example:444", ""):  # fmt: skip
        assert not may_open(origin, {"HTTP_HOST": "drills.example"})

    may_open = origin_check(Settings())
    assert may_open("http://localhost:8765", {"HTTP_HOST": "localhost:8765"})
    assert not may_open("http://evil.example", {"HTTP_HOST": "evil.example"})
    assert not may_open("http://localhost:1", {"HTTP_HOST": "localhost:8765", "HTTP_X_FORWARDED_HOST": "localhost:1"})


HEADS = ("", " ", "\t", "/", "//", "///", "/\\", "\\", "\\\\", "/.", "/..", "/%2f", "/%5c", "/;", ".", "@", "?", "#",
         "/@", "/%09/", "/%0d%0a", "\r\n", "%2f%2f", "/\t/", "/ /", "／／", "/％2f")  # fmt: skip
TAILS = ("evil.example", "https://evil.example", "http:evil.example", "javascript:alert(1)", "data:text/html,x",
         "//evil.example/drills", "localhost@evil.example", "drills/../../evil.example")  # fmt: skip


def test_no_address_leads_off_our_site(app, nina):
    corpus = [head + tail for head, tail in product(HEADS, TAILS)]
    browser, led = Browser(app), []
    seen = re.search(r'name="csrf_token" value="([^"]+)"', browser.get("/sign-in").text)[1]
    for address in corpus:
        form = {"language": "en", "back": address, "csrf_token": seen}
        led.append(browser.client.post("/language", data=form).headers["Location"])
        led.append(browser.get("/sign-in", query_string={"next": address}).text)
    browser.post("/sign-in", nina)
    led += [browser.get("/sign-in", query_string={"next": address}).headers["Location"] for address in corpus]

    assert len(corpus) >= 200
    assert not any("evil" in one or "javascript:" in one or "data:" in one for one in led)
    assert {one for one in led if len(one) < 50} <= {"/", "/drills"}


def test_nothing_that_needs_a_session_is_kept_by_anybody(app, everybody, play):
    kept, seen = {}, 0
    for page in reading(app):
        for browser in (everybody, Browser(app)):
            answer = browser.get(page.path(ids_in(play, page)))
            seen += 1
            if answer.headers.get("Cache-Control") != "no-store":
                kept[page.key, answer.status_code] = answer.headers.get("Cache-Control")
            assert answer.headers["Referrer-Policy"] == "no-referrer", page.key

    assert seen > 60
    assert kept == {}
    for page in writing(app):
        assert send(everybody, page, ids_in(play, page)).headers["Cache-Control"] == "no-store"


def token_of(browser):
    return re.search(r'name="csrf-token" content="([^"]+)"', browser.get("/").text)[1]


def test_a_megabyte_in_any_field_of_any_page_is_refused_within_a_second_of_work(app, everybody, house, play):
    headers, slowest, sent, odd = {"X-CSRFToken": token_of(everybody)}, 0.0, 0, {}
    before = print_of(house)
    for page in writing(app):
        ids, template = ids_in(play, page), page.template()
        names = template.get("json") or template.get("form") or {"name": ""}
        for name in {*names, "name"}:
            body = {**filled(names, ids), name: MEGABYTE}
            how = {"json": body} if "json" in template else {"data": body}
            began = time.process_time()
            answer = everybody.client.open(page.path(ids), method=page.method, headers=headers, **how)
            slowest, sent = max(slowest, time.process_time() - began), sent + 1
            if answer.status_code not in (400, 404, 409, 413):
                odd[page.key, name] = answer.status_code
    print(f"{sent} requests of a megabyte; the slowest {slowest * 1000:.0f} ms of CPU")

    assert odd == {}
    assert slowest < 1
    assert print_of(house) == before


def upload(browser):
    """Send a scenario of three megabytes; the body is put together here, for the client would keep it in a file."""
    parts = [
        '--cut\r\nContent-Disposition: form-data; name="scenario"\r\n\r\nupload\r\n',
        '--cut\r\nContent-Disposition: form-data; name="file"; filename="s.yaml"\r\n\r\n',
        "x" * 3_000_000, "\r\n--cut--\r\n",
    ]  # fmt: skip
    headers = {"X-CSRFToken": token_of(browser), "Content-Type": "multipart/form-data; boundary=cut"}
    return browser.client.post("/drills/new", data="".join(parts).encode(), headers=headers)


def test_only_staff_may_send_a_large_file_and_only_where_files_are_sent(app, everybody):
    taken, refused = upload(everybody), upload(Browser(app))

    assert taken.status_code == 409
    assert refused.status_code == 413
    assert "too large" in refused.text


PATHOLOGIES = {
    "brackets": "[" * 20_000, "links": "[a](" * 5_000, "emphasis": "*a_ " * 5_000, "stars": "*" * 20_000,
    "backticks": "".join("`" * number + " " for number in range(180)), "quotes": "> " * 10_000 + "a",
    "lists": "".join(" " * number + "- a\n" for number in range(180)), "tables": "|" * 10_000 + "\n" + "|-" * 5_000,
    "entities": "&" * 20_000, "html": "<a " * 6_000,
}  # fmt: skip


@pytest.mark.parametrize("name", PATHOLOGIES)
def test_no_markdown_costs_a_second(name):
    began = time.process_time()
    html = to_html(PATHOLOGIES[name])
    took = time.process_time() - began
    print(f"{name}: {took * 1000:.0f} ms for {len(PATHOLOGIES[name])} signs")

    assert took < 1
    assert "<a" not in html and "<script" not in html


LONG = {
    "Accept-Language": ["es;q=0.1," * 3_000, "-" * 30_000, "a-" * 15_000, "es;q=" + "1" * 30_000, "*;" * 15_000],
    "Accept": ["text/html;" + "a=b;" * 7_000, "*/*," * 7_000, "application/json;q=" + "0" * 30_000],
    "Cookie": ["a=" + "b" * 30_000, "prontas_staff=" + "x" * 30_000, "a=b;" * 7_000, 'a="' + "\\" * 30_000],
    "User-Agent": ["Mozilla/" * 3_000, "(" * 30_000],
    "Referer": ["http://" + "a." * 15_000],
}


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in LONG.items() for value in values])
def test_no_header_costs_a_second(app, play, name, value):
    """Longer ones than a server lets through: 8 KB is gunicorn's limit for one."""
    client = app.test_client(use_cookies=False)
    for path in ("/", f"/join/{play.codes['Azul']}", "/play", "/drills"):
        began = time.process_time()
        answer = client.get(path, headers={name: value})
        assert time.process_time() - began < 1
        assert answer.status_code < 500


@pytest.mark.parametrize(
    "name", ["a" * 5_000, "á" * 5_000, "\u202e" * 100, "\U0001f469\u200d" * 500, " " * 5_000, "a\tb"]
)
def test_a_name_that_is_too_long_or_cannot_be_shown_is_refused_with_words(app, play, name):
    form = {"privacy": "1", "rules": "1", "name": name, "language": "es"}
    answer = Browser(app).post(f"/join/{play.codes['Azul']}", form)

    assert answer.status_code in (303, 409)
    assert answer.status_code == 409 or len(" ".join(name.split())) <= 80


@pytest.mark.parametrize("email", ["a" * 60_000 + "@b.example", "a@" * 30_000, "@" * 60_000, "a@b." + "c." * 30_000])
def test_a_mail_address_costs_no_second(app, email):
    browser = Browser(app)
    began = time.process_time()
    answer = browser.post("/sign-in", email=email, password="wrong")

    assert answer.status_code in (409, 429)
    assert time.process_time() - began < 1
