"""Codes that are guessed (row 27): guessers get next to nothing, the staff hears of it, and nobody real is held up."""

import re
from urllib.parse import urlsplit

import pytest

from simulator.actions.codes import note_guessing, renew_team_code
from simulator.actions.drills import open_joining
from simulator.actor import PROGRAM
from simulator.reading.console import console_page
from simulator.refusal import Refusal
from tests.cast import minutes, refused, seconds
from tests.web.conftest import Browser
from web.facilitator.alerts import alerts_of
from web.front.joining import _page_of as page_of
from web.live.server import LiveServer
from web.settings import Settings

MALLORY = "203.0.113.66"
READ = {"privacy": "1", "rules": "1"}
GUESSES = 10_000


@pytest.fixture
def play(cast):
    """Give a drill that people can join; nobody has yet."""
    return cast.play(joined=False)


def guess(browser, number, **more):
    return browser.get(f"/join/aaaaaa{number:04}", **more).status_code


def guess_below(app, address, count):
    """Ask below the page, which would be rendered ten thousand times: the reason is what the page says."""
    told = []
    with app.test_request_context("/join/x", environ_base={"REMOTE_ADDR": address}):
        for number in range(count):
            try:
                told.append(page_of(f"aaaaaa{number:04}", None))
            except Refusal as refusal:
                told.append(refusal.code)
    return told


def link_of(app_or_browser, play, team="Azul"):
    """Give the signed link of a team, as it stands on the teams page."""
    page = app_or_browser.get(f"/drills/{play.id}/teams").text
    found = re.search(rf'href="(http://[^"]+/join/{play.codes[team]}\?k=[^"]+)"', page)[1]
    parts = urlsplit(found)
    return f"{parts.path}?{parts.query}"


def join(browser, path, name):
    return browser.post(path, READ | {"name": name, "language": "es"})


def test_ten_thousand_codes_from_one_address_are_ten_answered_tries(app, play):
    answers = guess_below(app, MALLORY, GUESSES)

    assert answers == ["code_unknown"] * 10 + ["too_many_tries"] * (GUESSES - 10)
    assert guess(Browser(app, address=MALLORY), 0) == 429


def test_a_forged_header_changes_nothing(app, play):
    mallory = Browser(app, address=MALLORY)
    headers = [
        {"X-Forwarded-For": f"10.1.1.{number}", "X-Real-IP": f"10.1.1.{number}", "Forwarded": f"for=10.1.1.{number}"}
        for number in range(50)
    ]  # fmt: skip
    answers = [guess(mallory, number, headers=more) for number, more in enumerate(headers)]

    assert answers == [404] * 10 + [429] * 40


def test_a_hundred_addresses_behind_a_configured_proxy_have_a_hundred_tries_together(house, play):
    app = LiveServer(house, Settings(proxy_hops=1, public_url="https://localhost"), async_mode="threading").app
    proxy = Browser(app, address="10.0.0.1")
    # What a client writes itself stands before what the proxy adds: it is not believed.
    answers = [
        guess(proxy, number, headers={"X-Forwarded-For": f"1.2.3.{number % 250}, 198.51.100.{number % 100}"})
        for number in range(300)
    ]
    below = [told for number in range(100) for told in guess_below(app, f"198.51.100.{number}", GUESSES // 100)]

    assert answers == [404] * 100 + [429] * 200
    assert below == ["too_many_tries"] * GUESSES


def test_a_whole_ipv6_network_is_one_guesser(app, play):
    answers = [guess(Browser(app, address=f"2001:db8:1:2::{number:x}"), number) for number in range(12)]

    assert answers == [404] * 10 + [429] * 2


def test_real_people_with_the_right_link_are_unharmed_even_behind_the_guessers_address(app, play, signed_in):
    link = link_of(signed_in("olga"), play)
    for number in range(200):
        guess(Browser(app, address=f"198.51.100.{number}"), number)
    for number in range(12):
        guess(Browser(app, address=MALLORY), number)

    beatriz = Browser(app, address=MALLORY)
    assert beatriz.get(f"/join/{play.codes['Azul']}").status_code == 429
    page = beatriz.get(link)
    assert page.status_code == 200
    assert f'action="{link}"' in page.text
    answer = beatriz.post(link, READ | {"name": "Beatriz", "language": "es"}, seen=link)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/keep")
    kept = re.search(r"/return/[\w-]+", beatriz.get("/keep").text)[0]
    assert Browser(app, address=MALLORY).post(kept).headers["Location"] == "/play"


def test_who_has_typed_the_right_code_gets_through_the_form_whatever_others_guess_meanwhile(app, play):
    bare, beatriz = f"/join/{play.codes['Azul']}", Browser(app, address=MALLORY)
    page = beatriz.get(bare).text
    for number in range(12):
        guess(Browser(app, address=MALLORY), number)

    onward = re.search(r'<form method="post" action="(/join/[^"]+)"', page)[1]
    assert beatriz.post(bare, READ, seen=onward).status_code == 429
    assert join(beatriz, onward, "Beatriz").headers["Location"] == "/keep"


@pytest.mark.parametrize("forged", ["", "a" * 22, "á" * 22, "\x00", "a" * 10_000])
def test_a_link_whose_signature_is_not_ours_is_a_bare_code(app, play, forged):
    mallory = Browser(app, address=MALLORY)
    for number in range(10):
        mallory.get(f"/join/wrong{number}", query_string={"k": forged})

    assert mallory.get(f"/join/{play.codes['Azul']}", query_string={"k": forged}).status_code == 429


def test_the_signature_of_one_team_opens_no_other(app, play, signed_in):
    azul = link_of(signed_in("olga"), play)
    key = azul.partition("?k=")[2]
    mallory = Browser(app, address=MALLORY)
    for number in range(10):
        guess(mallory, number)

    assert mallory.get(f"/join/{play.codes['Verde']}?k={key}").status_code == 429


def test_a_link_that_is_pasted_or_read_in_another_language_keeps_its_signature(app, play, signed_in):
    link = link_of(signed_in("olga"), play)
    browser = Browser(app)

    assert browser.get("/join", query_string={"code": f"https://prontas.example{link}"}).headers["Location"] == link
    assert browser.post("/language", language="pt", back=link, seen=link).headers["Location"] == link


def test_sixty_people_of_one_ministry_join_from_one_address_in_a_minute(app, play):
    def come(number):
        ana = Browser(app, address="198.51.100.7")
        return join(ana, f"/join/{play.codes['Azul']}", f"Ana {number}").status_code

    assert [come(number) for number in range(60)] == [303] * 60


def test_more_than_sixty_in_one_team_wait_a_minute_and_the_staff_hears_of_it(app, play, clock):
    for number in range(60):
        play.join("Azul", f"Ana {number}")
    late, path = Browser(app), f"/join/{play.codes['Azul']}"
    answer = join(late, path, "Zoe")

    assert answer.status_code == 409
    assert "Very many people have just joined" in answer.text
    assert len(play.log("guessing_noticed")) == 1
    assert join(late, f"/join/{play.codes['Verde']}", "Zoe").status_code == 303
    clock.now += seconds(60)
    assert join(Browser(app), path, "Zoe").status_code == 303


def test_short_codes_of_one_team_have_ten_wrong_tries_a_minute_from_all_addresses(app, play):
    join(Browser(app), f"/join/{play.codes['Azul']}", "Beatriz")

    def wrong(number):
        form = {"code": play.codes["Azul"], "short_code": f"aaaa{number:02}"}
        return Browser(app, address=f"198.51.100.{number}").post("/return", form).status_code

    assert [wrong(number) for number in range(15)] == [404] * 10 + [429] * 5
    assert [kind for kind, _team, _payload in play.log("guessing_noticed")] == ["guessing_noticed"]


def test_the_staff_of_every_open_drill_is_told_once_a_minute_how_many_tries_there_were(app, cast, play, clock):
    other, closed = cast.play(joined=False), cast.play(joined=False)
    closed.do(open_joining, cast.fatima, joining=False)
    for number in range(30):
        guess(Browser(app, address=MALLORY), number)

    assert [one.log("guessing_noticed") for one in (play, other)] == [[("guessing_noticed", None, '{"tries": 10}')]] * 2
    assert closed.log("guessing_noticed") == []
    with_clock = play.house.perform
    with_clock(note_guessing, PROGRAM, tries=77)
    assert len(play.log("guessing_noticed")) == 1
    clock.now += minutes(1)
    with_clock(note_guessing, PROGRAM, tries=78)
    assert len(play.log("guessing_noticed")) == 2


def test_the_console_says_what_to_do_until_joining_is_closed_or_ten_minutes_have_passed(cast, play, clock, signed_in):
    play.house.perform(note_guessing, PROGRAM, tries=10)
    page = signed_in("fatima", language="en").get(f"/drills/{play.id}/console").text
    assert page.count('data-key="guessing"') == 1

    keys = [alert.key for alert in alerts_of(play.see(console_page, cast.fatima))]
    assert "guessing" in keys
    play.do(open_joining, cast.fatima, joining=False)
    assert "guessing" not in [alert.key for alert in alerts_of(play.see(console_page, cast.fatima))]
    play.do(open_joining, cast.fatima, joining=True)
    clock.now += minutes(11)
    assert "guessing" not in [alert.key for alert in alerts_of(play.see(console_page, cast.fatima))]


def test_a_team_gets_a_new_code_and_the_old_one_and_its_link_open_nothing(app, cast, play, signed_in):
    olga = signed_in("olga")
    old_link, old = link_of(olga, play), play.codes["Azul"]
    answer = olga.post(f"/drills/{play.id}/teams/{play.azul}/code", seen=f"/drills/{play.id}/teams")
    assert answer.status_code == 303
    (new,) = play.sql("SELECT code FROM team WHERE id = :id", id=play.azul)[0]

    assert new != old and re.fullmatch("[a-z0-9]{10}", new)
    assert Browser(app).get(old_link).status_code == 404
    assert Browser(app).get(f"/join/{old}").status_code == 404
    assert Browser(app).get(f"/join/{new}").status_code == 200
    assert old not in olga.get(f"/drills/{play.id}/teams").text
    assert len(play.log("team_code_renewed")) == 1


def test_only_those_who_make_a_drill_renew_its_codes(cast, play):
    for who in (cast.edo, cast.olu, cast.mallory, cast.stranger):
        with refused("not_found"):
            play.do(renew_team_code, who, team_id=play.azul)
    other = cast.play(joined=False)
    with refused("not_found"):
        play.do(renew_team_code, cast.fatima, team_id=other.azul)
