"""The way in: a stranger finds it, a participant joins and comes back, staff sign in; Mallory gets nothing."""

import re
from urllib.parse import urlsplit

import pytest
from markupsafe import escape

from simulator.actions.drills import open_joining
from simulator.actor import NOBODY
from simulator.reading.people import find_actor
from tests.web.conftest import Browser, who
from web import door
from web.front.guessing import join_link
from web.words import say

READ = {"privacy": "1", "rules": "1"}
PASSWORD = "a sentence of mine"


@pytest.fixture
def azul(cast):
    """Give the code of Azul, in which nobody is yet."""
    return cast.play(joined=False).codes["Azul"]


def join(browser, code, name="Beatriz", **more):
    return browser.post(f"/join/{code}", READ | {"name": name, "language": "es"} | more)


@pytest.mark.parametrize("language", ["es", "pt", "en", "fr"])
def test_the_first_page_says_in_each_language_what_this_is(app, language):
    page = Browser(app, language=language).get("/").text

    assert say(language, "Practise a cyber crisis with your team") in page
    assert f'<html lang="{language}">' in page


def test_a_code_may_be_typed_in_groups_in_capitals_or_as_the_whole_link(browser, azul):
    for typed in (azul, f" {azul[:5].upper()}-{azul[5:]} ", f"https://prontas.example/join/{azul}"):
        assert browser.get("/join", query_string={"code": typed}).headers["Location"] == f"/join/{azul}"
    assert browser.get(f"/join/{azul}").status_code == 200


def test_before_the_form_she_reads_who_sees_what_and_the_rules(browser, azul):
    page = browser.get(f"/join/{azul}").text

    assert "Evaluators rate your team's answers and never see a name" in page
    assert "Do not contact real people" in page
    assert "Please use no AI tools" in page
    assert 'name="name"' not in page


def test_without_both_ticks_nobody_goes_on(browser, azul):
    answer = browser.post(f"/join/{azul}", rules="1", name="Beatriz")

    assert answer.status_code == 409
    assert "Tick both boxes" in answer.text
    assert re.search(r'name="rules" value="1" required checked', answer.text)


def test_she_joins_and_is_shown_what_brings_her_back(browser, house, azul):
    answer = join(browser, azul, seat="lead")
    kept = browser.get("/keep").text

    assert (answer.status_code, answer.headers["Location"]) == (303, "/keep")
    assert who(browser, house).name == "Beatriz"
    assert re.search(r"http://localhost/return/[\w-]{20,}", kept)
    assert re.search(r'id="short"[^>]*>[a-z0-9]{6}<', kept)


def test_nothing_typed_is_lost_when_the_lead_is_taken(app, house, azul):
    join(Browser(app), azul, seat="lead")
    answer = join(Browser(app), azul, "Bruna", language="pt", seat=["lead", "technical"])

    assert answer.status_code == 409
    assert "Beatriz already leads this team" in answer.text
    assert 'value="Bruna"' in answer.text
    assert re.search(r'value="technical" checked', answer.text)
    assert re.search(r'value="pt" checked', answer.text)
    assert re.search(r'value="lead" disabled', answer.text)


def test_a_name_that_is_there_asks_whether_it_is_her(app, house, azul):
    first, second = Browser(app), Browser(app)
    join(first, azul)
    asked = join(second, azul, "beatriz")

    assert "Continue as Beatriz" in asked.text
    assert second.holds(door.TEAM) is None
    assert join(second, azul, "beatriz", continue_as="1").status_code == 303
    assert who(second, house).id == who(first, house).id


def test_a_wrong_code_and_a_closed_one_are_refused_alike(browser, cast):
    play = cast.play(joined=False)
    wrong = browser.get("/join/aaaaaaaaaa")
    play.do(open_joining, cast.fatima, joining=False)
    closed = browser.get(f"/join/{play.codes['Azul']}")

    assert wrong.status_code == closed.status_code == 404
    assert "does not open a team now" in wrong.text
    assert wrong.text.replace("aaaaaaaaaa", "") == _without_token(closed.text, wrong.text, play.codes["Azul"])


def _without_token(text, like, code):
    ours, theirs = (re.search(r'name="csrf-token" content="([^"]+)"', one)[1] for one in (text, like))
    nonces = [re.search(r'nonce="([^"]+)"', one) for one in (text, like)]
    plain = text.replace(ours, theirs).replace(code, "")
    return plain.replace(nonces[0][1], nonces[1][1]) if all(nonces) else plain


def test_only_wrong_codes_count_against_an_address(app, azul):
    for number in range(20):
        assert join(Browser(app), azul, f"Ana {number}").status_code == 303
    mallory = Browser(app, address="203.0.113.66")

    answers = [mallory.get(f"/join/wrong{number}").status_code for number in range(12)]

    assert answers == [404] * 10 + [429] * 2
    assert mallory.get(f"/join/{azul}").status_code == 429
    assert Browser(app).get(f"/join/{azul}").status_code == 200


@pytest.mark.parametrize("language", ["es", "pt", "en", "fr"])
def test_who_is_held_up_by_guessers_reads_what_opens_at_once(app, azul, language):
    ministry = Browser(app, language=language, address="203.0.113.66")
    link = (
        "Your team's link, and the QR code on its card, open at once, also now. Ask your facilitator for one of them."
    )
    wrong = [ministry.get(f"/join/wrong{number}").text for number in range(10)]
    assert not any(escape(say(language, link)) in text for text in wrong)
    held_up = ministry.get(f"/join/{azul}")
    returning = ministry.post("/return", code=azul, short_code="aaaaaa")

    assert (held_up.status_code, returning.status_code) == (429, 429)
    assert escape(say(language, link)) in held_up.text
    opens = (
        "Your return link opens at once, also now. Without it, join again by your team's link or the QR code on its "
    )
    assert escape(say(language, f"{opens}card, with the same name.")) in returning.text
    with app.test_request_context():
        signed = urlsplit(join_link(azul))
    assert ministry.get(f"{signed.path}?{signed.query}").status_code == 200


@pytest.mark.parametrize(("rehearsal", "mark"), [(False, "EJERCICIO"), (True, "ENSAYO")])
def test_the_page_of_what_to_keep_says_that_it_is_an_exercise(browser, cast, rehearsal, mark):
    join(browser, cast.play(joined=False, rehearsal=rehearsal).codes["Azul"])

    page = browser.get("/keep").text
    assert "Su enlace de regreso" in page
    assert f'class="exercise-band" role="note"><span>{mark}<' in page


def test_the_return_link_consumes_nothing_until_she_presses_the_button(app, house, azul):
    here, there = Browser(app), Browser(app)
    join(here, azul)
    link = re.search(r"/return/[\w-]+", here.get("/keep").text)[0]

    page = there.get(link)
    assert "Continue as yourself" in page.text
    assert there.holds(door.TEAM) is None
    assert there.post(link).headers["Location"] == "/play"
    assert who(there, house).id == who(here, house).id


def test_a_return_link_that_is_not_known_says_what_to_do(browser):
    answer = browser.post("/return/nonsense")

    assert answer.status_code == 404
    assert "Join with your team" in answer.text


def test_the_two_codes_bring_her_back(app, house, azul):
    here, there = Browser(app), Browser(app)
    join(here, azul)
    short = re.search(r'id="short"[^>]*>([a-z0-9]{6})<', here.get("/keep").text)[1]

    wrong = there.post("/return", code=azul, short_code="aaaaaa")
    assert (wrong.status_code, "do not belong together" in wrong.text) == (404, True)
    assert there.post("/return", code=azul.upper(), short_code=f" {short.upper()} ").headers["Location"] == "/play"
    assert who(there, house).id == who(here, house).id


def test_the_first_page_offers_to_continue_and_to_leave(browser, house, azul):
    join(browser, azul)
    token = browser.holds(door.TEAM)
    assert "Seguir como Beatriz en Azul" in browser.get("/").text

    browser.post("/leave")
    assert house.look(find_actor, NOBODY, token=token) is None
    assert "Beatriz" not in browser.get("/").text


def test_whoever_joins_next_in_a_browser_ends_the_session_before(browser, house, azul):
    join(browser, azul)
    first = browser.holds(door.TEAM)
    join(browser, azul, "Bruna")

    assert house.look(find_actor, NOBODY, token=first) is None
    assert who(browser, house).name == "Bruna"


def test_a_language_chosen_on_any_page_holds(browser, house, azul):
    join(browser, azul)
    browser.post("/language", language="pt", back="/join")

    assert who(browser, house).language == "pt"
    assert browser.holds(door.LANGUAGE) == "pt"


def test_the_staff_read_on_in_the_language_they_chose(signed_in, house):
    fatima = signed_in("fatima")
    answer = fatima.post("/language", language="fr", back="/staff")

    assert answer.headers["Location"] == "/staff"
    assert who(fatima, house, door.STAFF).language == "fr"


def test_a_form_without_its_token_changes_nothing(browser, azul):
    answer = browser.client.post(f"/join/{azul}", data=READ | {"name": "Mallory"})

    assert answer.status_code == 400
    assert "form has been open too long" in answer.text
