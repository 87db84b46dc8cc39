"""The participant's page: who gets in, what stands in it, and that nothing of another team does."""

import json
import re

import pytest

from simulator.actions.hotwash import LONGEST
from simulator.actions.joining import remove_participant
from simulator.actions.responding import save_draft
from simulator.actions.running import end_drill
from simulator.actions.sessions import open_participant_session
from simulator.actor import PROGRAM
from tests.cast import minutes
from tests.play import NAME
from tests.scripts import info, inject, scenario, text_inject
from tests.web.conftest import CSRF, Browser
from web import door

FACTS = re.compile(r'<script type="application/json" id="facts">(.*?)</script>', re.DOTALL)
PICTURE = b"\x89PNG\r\n\x1a\n and so on"
LIST = b"hora,suceso\n"
FILES = [{"file": "lista.csv"}, {"file": "nota.png", "alt": "Una nota"}]


@pytest.fixture
def play(cast):
    """Give a drill with a question, a message with a picture, and one that comes much later."""
    script = scenario(
        text_inject("01", at="1m", expected=["Avisar a la ministra"]),
        info("02", at="2m", files=FILES),
        inject("03", at="50m", files=[{"file": "tarde.png", "alt": "Otra nota"}]),
    )
    return cast.play(script, files={"lista.csv": LIST, "nota.png": PICTURE, "tarde.png": PICTURE})


@pytest.fixture
def come_in(app, house):
    """Open a participant's browser: ``come_in(play.beatriz)``."""

    def open_browser(who):
        browser = Browser(app)
        browser.client.set_cookie(door.TEAM, house.perform(open_participant_session, PROGRAM, participant_id=who.id))
        return browser

    return open_browser


def facts_of(page):
    return json.loads(FACTS.search(page.text)[1])


def post_json(browser, path, facts):
    token = CSRF.search(browser.get("/play").text)[1]
    return browser.client.post(path, json=facts, headers={"X-CSRFToken": token, "Accept": "application/json"})


def test_the_page_opens_for_a_participant_in_her_own_language(play, come_in):
    page = come_in(play.bruna).get("/play")

    assert page.status_code == 200
    assert '<html lang="pt">' in page.text
    assert "EXERCÍCIO" in page.text
    assert facts_of(page)["place"]["me"]["name"] == "Bruna"


def test_who_has_not_joined_is_sent_to_the_way_in(play, browser, signed_in):
    for stranger in (browser, signed_in("fatima")):
        assert stranger.get("/play").headers["Location"] == "/"
        assert stranger.get("/play/state", headers={"Accept": "application/json"}).status_code == 401


def test_who_was_removed_reads_how_to_come_back_and_her_cookie_is_gone(play, cast, come_in):
    browser = come_in(play.bruna)
    play.do(remove_participant, cast.fatima, participant_id=play.bruna.id)
    page = browser.get("/play")

    assert page.status_code == 403
    assert "You are no longer in the exercise here" in page.text
    assert browser.holds(door.TEAM) is None


def test_facts_cannot_end_their_script_early(play, come_in):
    nasty = play.join("Azul", "</script><b>Eva", "es")
    page = come_in(nasty).get("/play")

    assert "</script><b>Eva" not in page.text
    assert facts_of(page)["place"]["me"]["name"] == "</script><b>Eva"


def test_nothing_of_another_team_is_in_the_page_or_its_state(play, come_in):
    play.start().go(minutes(3))
    play.do(save_draft, play.gwen, inject_id="01", content={"text": "a secret of Verde"})
    browser = come_in(play.beatriz)

    for answer in (browser.get("/play"), browser.get("/play/state"), browser.get("/play/learning")):
        assert all(word not in answer.text for word in ("Verde", "Gwen", "Giselle", "a secret"))


def test_the_teams_draft_stands_in_the_page_for_each_member(play, come_in):
    play.start().go(minutes(2))
    play.do(save_draft, play.beatriz, inject_id="01", content={"text": "Ministra:"})
    draft = facts_of(come_in(play.bruna).get("/play"))["drafts"]["01"]

    assert (draft["content"], draft["by"]) == ({"text": "Ministra:"}, "Beatriz")


def test_before_startex_the_page_says_what_will_happen_and_afterwards_not(play, come_in):
    browser = come_in(play.gwen)
    assert "What will happen" in browser.get("/play").text
    assert re.search(r'id="waiting" class="waiting" >', browser.get("/play").text)
    play.start()
    assert re.search(r'id="waiting" class="waiting" hidden>', browser.get("/play").text)


def test_stop_stands_ready_in_four_languages(play, come_in):
    page = come_in(play.gwen).get("/play").text

    for words in ("ALTO – emergencia real", "PARE – emergência real", "STOP – real emergency", "STOP – urgence réelle"):
        assert words in page


def test_a_file_of_a_delivered_inject_comes_with_the_mark_in_its_name(play, come_in):
    play.start().go(minutes(3))
    answer = come_in(play.beatriz).get("/play/files/02/lista.csv")

    assert (answer.status_code, answer.data) == (200, LIST)
    assert answer.headers["Content-Disposition"] == "attachment; filename=EJERCICIO-lista.csv"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "path", ["03/tarde.png", "02/tarde.png", "01/nota.png", "02/../lista.csv", "02/scenario.yaml", "99/nota.png"]
)
def test_no_other_file_can_be_fetched(play, come_in, path):
    play.start().go(minutes(3))
    assert come_in(play.beatriz).get(f"/play/files/{path}").status_code == 404


def test_a_file_is_not_there_before_its_inject(play, come_in, browser):
    play.start().go(minutes(1))
    assert come_in(play.beatriz).get("/play/files/02/nota.png").status_code == 404
    assert browser.get("/play/files/02/nota.png").headers["Location"] == "/"


def test_what_was_expected_opens_with_the_hotwash_and_not_before(play, cast, come_in):
    play.start().go(minutes(3))
    browser = come_in(play.beatriz)
    assert browser.get("/play/learning").json == {"learning": []}
    play.do(end_drill, cast.fatima, name=NAME)
    assert browser.get("/play/learning").json == {"learning": []}
    play.go(minutes(15))

    assert browser.get("/play/learning").json["learning"][0]["expected"] == ["Avisar a la ministra"]


def test_words_of_the_hotwash_are_kept_once_it_is_open(play, cast, come_in):
    play.start().go(minutes(3))
    browser = come_in(play.beatriz)
    written = {"question": 0, "text": "Hablamos temprano."}
    assert post_json(browser, "/play/hotwash", written).status_code == 404
    play.do(end_drill, cast.fatima, name=NAME)
    play.go(minutes(15))

    assert post_json(browser, "/play/hotwash", written).json == {"state": "saved"}
    assert browser.get("/play/state").json["place"]["hotwash"][0]["text"] == "Hablamos temprano."


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ([], "not_found"),
        ({"question": True, "text": "x"}, "not_found"),
        ({"question": 7, "text": "x"}, "not_found"),
        ({"question": 0, "text": None}, "not_found"),
        ({"question": 0, "text": "x" * (LONGEST + 1)}, "text_too_long"),
    ],
)
def test_a_hotwash_that_is_none_is_refused_in_words(play, cast, come_in, facts, code):
    play.start().go(minutes(3))
    play.do(end_drill, cast.fatima, name=NAME)
    play.go(minutes(15))
    error = post_json(come_in(play.gwen), "/play/hotwash", facts).json["error"]

    assert error["code"] == code
    assert error["message"]


def test_a_post_without_the_forms_token_changes_nothing(play, come_in):
    answer = come_in(play.gwen).client.post("/play/hotwash", json={"question": 0, "text": "x"})
    assert answer.status_code == 400
