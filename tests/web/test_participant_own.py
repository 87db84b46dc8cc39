"""A participant's own page: what she reads again, allows and takes back, her way back, what is held about her."""

import json
import re

import pytest

from simulator.actions.sessions import open_participant_session
from simulator.actor import PROGRAM
from simulator.notice import NOTICE, PURPOSES
from tests.web.conftest import Browser
from web import door

READ = {"privacy": "1", "rules": "1", "notice": NOTICE}
OWN = ("/play/me", "/play/notice", "/play/me/data.json")


@pytest.fixture
def come_in(app, house):
    """Open a participant's browser: ``come_in(play.beatriz)``."""

    def open_browser(who):
        browser = Browser(app)
        browser.client.set_cookie(door.TEAM, house.perform(open_participant_session, PROGRAM, participant_id=who.id))
        return browser

    return open_browser


def post(browser, path, **fields):
    return browser.post(path, fields, seen="/play/me")


def test_who_has_not_read_the_current_notice_reads_it_first_and_goes_on(play, come_in):
    browser = come_in(play.join("Azul", "Ana", "en", notice=None))
    for path in ("/play", "/play/me"):
        assert browser.get(path).headers["Location"] == "/play/notice"
    page = browser.get("/play/notice").text
    assert "Before you begin" in page
    assert "Please use no AI tools" in page

    answer = browser.post("/play/notice", READ, seen="/play/notice")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/play")
    assert browser.get("/play").status_code == 200


def test_new_words_are_shown_to_who_comes_back_and_nothing_is_lost(play, come_in):
    play.sql("UPDATE participant SET notice = '2020-01' WHERE id = :id", id=play.gwen.id)
    browser = come_in(play.gwen)
    page = browser.get("/play", follow_redirects=True).text

    assert "Before you go on" in page
    assert "all that you have written are as you left them" in page


@pytest.mark.parametrize("left_out", ["privacy", "rules"])
def test_both_ticks_are_needed_here_too(play, come_in, left_out):
    browser = come_in(play.join("Azul", "Ana", "en", notice=None))
    form = {name: value for name, value in READ.items() if name != left_out}
    answer = browser.post("/play/notice", form, seen="/play/notice")

    assert answer.status_code == 409
    assert "Tick both boxes" in answer.text
    assert browser.get("/play").status_code == 303


def test_a_version_she_was_not_shown_is_not_noted(play, come_in):
    browser = come_in(play.join("Azul", "Ana", "en", notice=None))
    answer = browser.post("/play/notice", READ | {"notice": "2031-01"}, seen="/play/notice")

    assert (answer.status_code, "Read it once more" in answer.text) == (409, True)


def test_the_rules_and_the_notice_can_be_read_again_at_any_moment(play, come_in):
    page = come_in(play.gwen).get("/play/notice").text

    assert "Rules and privacy" in page
    assert 'type="checkbox"' not in page


def test_her_page_shows_who_she_is_here(play, come_in):
    page = come_in(play.gwen).get("/play/me").text

    for words in ("Gwen", "Verde", "English", f"Privacy notice that you read: {NOTICE}"):
        assert words in page
    assert re.search(r'<strong class="code">[a-z0-9]{6}</strong>', page)


def test_each_consent_is_a_switch_of_its_own(play, come_in):
    browser = come_in(play.gwen)
    assert browser.get("/play/me").text.count('role="switch" aria-checked="false"') == len(PURPOSES)
    assert post(browser, "/play/me/consents", purpose="research", given="1").status_code == 303
    on = browser.get("/play/me").text
    assert on.count('aria-checked="true" aria-labelledby="words-research"') == 1
    assert on.count('aria-checked="false"') == len(PURPOSES) - 1

    post(browser, "/play/me/consents", purpose="research", given="0")
    off = browser.get("/play/me").text
    assert off.count('aria-checked="false"') == len(PURPOSES)
    assert "taken back on" in off


def test_a_purpose_that_is_none_is_not_there(play, come_in):
    assert post(come_in(play.gwen), "/play/me/consents", purpose="everything", given="1").status_code == 404


def test_a_new_return_link_is_shown_once_and_ends_the_old_one(app, play, come_in):
    browser = come_in(play.gwen)
    links = []
    for _time in range(2):
        assert post(browser, "/play/me/link").status_code == 303
        links.append(re.search(r"http://localhost(/return/[\w-]{20,})", browser.get("/play/me").text)[1])
    assert "/return/" not in browser.get("/play/me").text

    assert Browser(app).post(links[0], seen=links[0]).status_code == 404
    there = Browser(app)
    assert there.post(links[1], seen=links[1]).headers["Location"] == "/play"


def test_what_is_held_about_her_comes_as_a_file(play, come_in):
    answer = come_in(play.gwen).get("/play/me/data.json")
    held = json.loads(answer.text)

    assert answer.headers["Content-Disposition"] == 'attachment; filename="prontas.json"'
    assert (held["person"]["name"], held["person"]["notice"]) == ("Gwen", NOTICE)
    for other in ("Giselle", "Beatriz", "Bruna", "Azul"):
        assert other not in answer.text


def test_how_to_have_it_erased_names_who_answers_for_it(play, cast, come_in, signed_in):
    browser = come_in(play.gwen)
    assert "tell your facilitator" in browser.get("/play/me").text
    signed_in("olga").post("/staff/notice", name="Ministry <i>", contact="data@ministry.example")
    page = browser.get("/play/me").text

    assert "write to Ministry &lt;i&gt;: data@ministry.example" in page


def test_nothing_of_it_opens_for_anybody_else(play, browser, signed_in):
    for stranger in (browser, signed_in("fatima")):
        for path in OWN:
            assert stranger.get(path).headers["Location"] == "/"


def test_a_switch_without_the_forms_token_changes_nothing(play, come_in):
    browser = come_in(play.gwen)
    for path in ("/play/me/consents", "/play/me/link", "/play/notice"):
        assert browser.client.post(path, data={"purpose": "research", "given": "1"}).status_code == 400
    assert 'aria-checked="true"' not in browser.get("/play/me").text


def test_the_page_of_the_drill_offers_a_pause_and_says_how_hers_stands(play, come_in):
    page = come_in(play.gwen).get("/play")
    facts = json.loads(re.search(r'id="facts">(.*?)</script>', page.text, re.DOTALL)[1])

    assert facts["place"]["me"]["pause"] is None
    assert "I need a pause" in page.text
