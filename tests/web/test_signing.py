"""Staff at the door: signing in and out, links that work once, and how often somebody may guess."""

import re

import pytest
from markupsafe import escape

from simulator.actions.accounts import invite_staff
from simulator.actions.links import issue_setup_link, use_link
from simulator.actor import NOBODY, PROGRAM
from simulator.database import close_engine, open_engine
from simulator.house import House
from simulator.passwords import hash_password
from simulator.reading.own_account import own_account
from simulator.reading.people import find_actor
from simulator.rows import Row
from tests.web.conftest import CSRF, Browser, who
from web import door
from web.hashing import Hashing
from web.live.server import LiveServer
from web.settings import Settings
from web.words import say

PASSWORD = "a sentence of mine"
SHOWN = re.compile(r'name="next" value="([^"]+)"')


@pytest.fixture
def invited(house, cast):
    """Give the token of Nina's invitation: Olga wants her to evaluate."""
    facts = {"email": "nina@ministry.example", "name": "Nina", "language": "en", "roles": ["organizer"]}
    return house.perform(invite_staff, cast.olga, **facts)["token"]


@pytest.fixture
def nina(house, invited):
    """Give the id of Nina's account, now that she has a password."""
    return house.perform(use_link, NOBODY, token=invited, password_hash=hash_password(PASSWORD))


@pytest.fixture
def empty_house(clock, tmp_path):
    """Open a house in which there is nobody yet."""
    engine = open_engine(f"sqlite:///{tmp_path}/empty.db")
    Row.metadata.create_all(engine)
    yield House(engine, clock)
    close_engine(engine)


@pytest.mark.parametrize("language", ["es", "pt", "en", "fr"])
def test_a_page_that_has_closed_says_so_calmly_with_the_way_in(app, play, language):
    console = f"/drills/{play.id}/console"
    page = Browser(app, language=language).get("/signed-out", query_string={"next": console}).text

    closed = "You are signed out in this browser, so the page that was here has closed. Nothing is lost; what goes on, "
    assert escape(say(language, f"{closed}goes on on the server.")) in page and say(language, "Sign in again") in page
    assert f'href="/sign-in?next={console}"' in page and 'class="exercise-band"' in page


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example", "/nothing", "javascript:alert(1)", ""]
)
def test_it_leads_nowhere_else_and_says_exercise_of_drills_alone(browser, elsewhere):
    page = browser.get("/signed-out", query_string={"next": elsewhere}).text

    assert 'href="/sign-in"' in page and "evil" not in page and 'class="exercise-band"' not in page


def test_who_is_still_in_is_told_that_her_role_has_ended_and_led_to_her_drills(play, signed_in):
    page = signed_in("edo").get("/signed-out", query_string={"next": f"/drills/{play.id}/console"}).text

    assert 'href="/drills"' in page and "your role there has ended" in page and "/sign-in" not in page


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\evil.example", "/nowhere", ""])
def test_nobody_is_led_to_a_page_that_is_not_ours(browser, nina, back):
    entry = {"email": "nina@ministry.example", "password": PASSWORD}

    assert browser.post("/language", language="en", back=back).headers["Location"] == "/"
    assert browser.post("/sign-in", entry | {"next": back}).headers["Location"] == "/drills"


def test_staff_sign_in_and_go_on_to_where_they_were_going(browser, house, nina):
    assert browser.get("/staff").headers["Location"] == "/sign-in?next=/staff"
    answer = browser.post("/sign-in", email=" Nina@Ministry.example ", password=PASSWORD, next="/staff")

    assert (answer.status_code, answer.headers["Location"]) == (303, "/staff")
    assert who(browser, house, door.STAFF).id == nina


def test_what_her_page_was_asked_for_is_asked_again_after_signing_in(browser, nina):
    asked = "/staff?line=I-009.b&of=1&of=2&_external=1&endpoint=x"
    # Nothing but plain words and numbers goes along: an address of ours is no place for anybody else's markup.
    sent = browser.get(f"{asked}&bait=%3Cesi%3Ainclude+src%3D1%3E").headers["Location"]
    shown = browser.get(sent).text
    entry = {"email": "nina@ministry.example", "password": PASSWORD}

    assert (
        browser.post("/sign-in", entry | {"next": SHOWN.search(shown)[1].replace("&amp;", "&")}).headers["Location"]
        == asked
    )
    assert browser.get("/sign-in", query_string={"next": f"/staff?{'x' * 301}"}).headers["Location"] == "/staff"
    assert browser.get("/sign-in", query_string={"next": "/staff?"}).headers["Location"] == "/staff"


def test_a_form_that_outlived_her_session_leads_to_the_door_and_says_that_it_was_not_saved(browser, nina):
    old = CSRF.search(browser.get("/sign-in").text)[1]
    browser.post("/sign-in", email="nina@ministry.example", password=PASSWORD)
    browser.post("/sign-out", seen="/drills")
    form = {"csrf_token": old, "name": "x"}
    sent = browser.client.post("/tokens", data=form)
    script = browser.client.post("/tokens", data=form, headers={"Accept": "application/json"})

    assert (sent.status_code, script.status_code, script.json["error"]["code"]) == (303, 401, "signed_out")
    assert "what you sent was not saved" in browser.get(sent.headers["Location"]).text
    assert "was not saved" not in browser.get("/sign-in").text
    # A form of the door itself has been open too long, whoever sends it.
    assert browser.client.post("/language", data={"csrf_token": old, "language": "es"}).status_code == 400


def test_another_language_leads_back_to_what_was_open(browser):
    assert 'name="back" value="/?code=ABC&amp;x=1"' in browser.get("/?code=ABC&x=1").text
    assert 'name="back" value="/sign-in"' in browser.get("/sign-in?next=/staff").text
    assert browser.post("/language", language="es", back="/?code=ABC&x=1").headers["Location"] == "/?code=ABC&x=1"


def test_signing_in_again_ends_the_session_before(browser, house, nina):
    entry = {"email": "nina@ministry.example", "password": PASSWORD}
    browser.post("/sign-in", entry)
    first = browser.holds(door.STAFF)
    browser.post("/sign-in", entry, seen="/drills")

    assert browser.holds(door.STAFF) != first
    assert house.look(find_actor, NOBODY, token=first) is None


def test_signing_out_really_ends_the_session(browser, house, nina):
    browser.post("/sign-in", email="nina@ministry.example", password=PASSWORD)
    token = browser.holds(door.STAFF)
    browser.post("/sign-out", seen="/drills")

    assert browser.holds(door.STAFF) is None
    assert house.look(find_actor, NOBODY, token=token) is None


def test_an_unknown_address_and_a_wrong_password_are_told_alike(browser, nina):
    answers = [
        browser.post("/sign-in", email=email, password="wrong") for email in ("nina@ministry.example", "x@y.example")
    ]

    sentence = "Address and password do not belong together"
    assert [(answer.status_code, sentence in answer.text) for answer in answers] == [(409, True)] * 2
    assert 'value="nina@ministry.example"' in answers[0].text


def test_signing_in_gives_forms_a_new_token(browser, nina):
    before = CSRF.search(browser.get("/sign-in").text)[1]
    browser.post("/sign-in", email="nina@ministry.example", password=PASSWORD)

    assert browser.post("/language", seen="/healthz", language="es", csrf_token=before).status_code == 400


def test_her_session_is_listed_by_the_family_of_her_browser(browser, house, nina):
    agent = "Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0"
    browser.client.environ_base["HTTP_USER_AGENT"] = agent
    browser.post("/sign-in", email="nina@ministry.example", password=PASSWORD)
    told = house.look(own_account, who(browser, house, door.STAFF))["sessions"]

    assert [one["browser"] for one in told] == ["Firefox, Android"]


def test_a_crowd_too_large_for_the_pool_is_asked_to_come_again(app, browser, nina):
    app.extensions["hashing"] = Hashing(most_inside=0)
    answer = browser.post("/sign-in", email="nina@ministry.example", password=PASSWORD)

    assert (answer.status_code, "Try again in a few seconds" in answer.text) == (503, True)


def test_the_first_organizer_sets_the_installation_up(empty_house):
    browser = Browser(LiveServer(empty_house, Settings(), async_mode="threading").app)
    link = f"/setup/{empty_house.perform(issue_setup_link, PROGRAM)}"
    form = {"email": "first@ministry.example", "name": "Ofelia", "language": "pt", "password": "short"}

    assert [browser.get(link).status_code for _look in range(2)] == [200, 200]
    short = browser.post(link, form)
    assert (short.status_code, "at least 12 characters" in short.text) == (409, True)
    assert 'value="Ofelia"' in short.text and 'value="short"' not in short.text
    assert browser.post(link, form | {"password": PASSWORD}).headers["Location"] == "/drills"
    assert who(browser, empty_house, door.STAFF).roles_in(None) >= {"organizer", "facilitator"}
    assert browser.get(link).status_code == 409


def test_whoever_is_invited_chooses_a_password(browser, house, invited):
    link = f"/invite/{invited}"

    assert 'value="nina@ministry.example"' in browser.get(link).text
    assert browser.get(f"/setup/{invited}").status_code == 409
    assert browser.post(link, email="mallory@evil.example", password=PASSWORD).headers["Location"] == "/drills"
    assert who(browser, house, door.STAFF).name == "Nina"
    assert Browser(browser.client.application).post(link, password=PASSWORD).status_code == 409
