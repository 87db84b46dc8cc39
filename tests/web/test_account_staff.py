"""The organizers' page of accounts: roles and second steps taken away, people disabled, programmes made."""

import re

import pytest

from simulator.actions.accounts import change_own_language
from simulator.actions.tokens import create_token
from simulator.actor import NOBODY
from simulator.reading.own_account import house_rules, programme_list
from simulator.reading.people import find_actor, staff_list
from simulator.reading.tokens import find_token
from tests.authenticator import set_up
from tests.cast import Cast
from tests.web.conftest import Browser
from web import door


@pytest.fixture
def cast(house, hired):
    """Bring the staff in, with tokens that a test may exchange for others."""
    return Cast(house, dict(hired[1]), hired[0])


@pytest.fixture
def browse(app, cast):
    """Give the browser of somebody of the cast, in English: ``browse("olga")``."""

    def open_for(who):
        cast.house.perform(change_own_language, getattr(cast, who), language="en")
        browser = Browser(app)
        browser.client.set_cookie(door.STAFF, cast.tokens[who])
        return browser

    return open_for


@pytest.fixture
def olga(browse):
    """Give Olga's browser."""
    return browse("olga")


def press(olga, path, **fields):
    return olga.post(f"/staff/{path}", seen="/staff", **fields)


def told(cast, who):
    return next(one for one in cast.house.look(staff_list, cast.olga) if one["id"] == who.id)


def of(page, name):
    """Give one person's card."""
    return re.search(rf"<h3>{name}</h3>.*?</details>", page, re.DOTALL)[0]


def test_each_role_has_a_button_that_takes_it_away(cast, olga, play):
    cast.grant(cast.edo, "observer", play.id)
    card = of(olga.get("/staff").text, "Edo")
    assert re.findall(r'aria-label="(Remove [^"]+)"', card) == ["Remove evaluator from Edo", "Remove observer from Edo"]
    press(olga, f"{cast.edo.id}/roles/remove", role="observer", where=f"drill:{play.id}")

    assert [(grant["role"], grant["scope"]) for grant in told(cast, cast.edo)["grants"]] == [("evaluator", "all")]


def test_the_last_organizer_is_told_why_she_stays(cast, olga):
    answer = press(olga, f"{cast.olga.id}/roles/remove", role="organizer", where="all")

    assert (answer.status_code, "the last organizer" in answer.text) == (409, True)
    assert "Disable the account" not in of(answer.text, "Olga")


@pytest.mark.parametrize("where", ["drill:", "programme:", "drill:unknown", "king:1", "all:1", "x"])
def test_a_place_that_is_none_is_not_found_and_gives_nothing(cast, olga, where):
    for way in ("roles", "roles/remove"):
        assert press(olga, f"{cast.edo.id}/{way}", role="evaluator", where=where).status_code == 404

    assert len(told(cast, cast.edo)["grants"]) == 1


def test_who_is_disabled_is_shown_so_and_let_in_again(cast, olga):
    press(olga, f"{cast.edo.id}/disable")
    card = of(olga.get("/staff").text, "Edo")
    assert "disabled" in card and "Make a new link" not in card
    assert cast.house.look(find_actor, NOBODY, token=cast.tokens["edo"]) is None
    press(olga, f"{cast.edo.id}/enable")

    assert "disabled" not in of(olga.get("/staff").text, "Edo")


def test_a_lost_second_step_is_taken_away(cast, olga):
    set_up(cast, "edo")
    assert "second step on" in of(olga.get("/staff").text, "Edo")
    press(olga, f"{cast.edo.id}/second-factor/reset")

    assert "no second step" in of(olga.get("/staff").text, "Edo")


def test_the_tokens_of_somebodys_scripts_are_shown_and_revoked(cast, olga):
    made = cast.house.perform(create_token, cast.edo, name="Guion <b>", scopes=["read", "rate"])
    card = of(olga.get("/staff").text, "Edo")
    assert "Guion &lt;b&gt;" in card and "read, rate" in card and made["token"] not in card
    assert "Guion" not in of(olga.get("/staff").text, "Eun")
    assert press(olga, f"{cast.eun.id}/tokens/{made['token_id']}/revoke").status_code == 404
    assert press(olga, f"{cast.edo.id}/tokens/{made['token_id']}/revoke").status_code == 303

    assert cast.house.look(find_token, NOBODY, token=made["token"]) is None
    assert "Guion" not in of(olga.get("/staff").text, "Edo")


def test_a_second_step_is_asked_of_all_once_she_has_one_herself(cast, olga, browse):
    refused = press(olga, "second-factor", demanded="1")
    assert (refused.status_code, "your own second step first" in refused.text) == (409, True)
    set_up(cast, "olga")
    olga = browse("olga")
    press(olga, "second-factor", demanded="1")
    assert cast.house.look(house_rules, cast.olga) == {"second_factor": True}
    assert "It is asked of everybody" in olga.get("/staff").text
    assert browse("fatima").get("/drills").headers["Location"] == "/account"
    press(olga, "second-factor", demanded="0")

    assert browse("fatima").get("/drills").status_code == 200


def test_a_programme_is_made_and_somebody_facilitates_it(cast, olga, browse):
    press(olga, "programmes", programme="Panamá 2026")
    programme = cast.house.look(programme_list, cast.olga)[0]["id"]
    again = press(olga, "programmes", programme="panamá 2026")
    assert (again.status_code, 'value="panamá 2026"' in again.text) == (409, True)
    press(olga, f"{cast.edo.id}/roles", role="facilitator", where=f"programme:{programme}")
    assert "in the programme Panamá 2026" in of(olga.get("/staff").text, "Edo")

    edo = browse("edo")
    form = edo.get("/drills/new").text
    offered = re.search(r'<select id="programme".*?</select>', form, re.DOTALL)[0]
    assert re.findall(r'value="([^"]*)"', offered) == [programme]
    facts = {"scenario": "ceiba-roja", "name": "Simulacro", "time_zone": "UTC", "language": "es"}
    made = edo.post("/drills/new", facts, seen="/drills/new", programme=programme)
    assert re.fullmatch(r"/drills/\w+/teams", made.headers["Location"])
    assert edo.post("/drills/new", facts, seen="/drills/new").status_code == 404


def test_whoever_makes_drills_anywhere_chooses_a_programme_or_none(cast, olga, browse):
    assert 'id="programme"' not in olga.get("/drills/new").text
    press(olga, "programmes", programme="Panamá 2026")
    offered = re.search(r'<select id="programme".*?</select>', browse("fatima").get("/drills/new").text, re.DOTALL)[0]

    assert re.findall(r">([^<>]+)</option>", offered) == ["none", "Panamá 2026"]


@pytest.mark.parametrize("who", ["fatima", "edo", "olu"])
def test_nobody_else_presses_any_of_it(cast, browse, who):
    browser = browse(who)
    ways = ["disable", "enable", "roles", "roles/remove", "second-factor/reset", "link", "tokens/zzzzzzzzzzzz/revoke"]
    paths = [f"{cast.eun.id}/{way}" for way in ways] + ["programmes", "second-factor"]
    fields = {"role": "evaluator", "where": "all", "programme": "X", "demanded": "1"}
    answers = {browser.post(f"/staff/{path}", seen="/drills", **fields).status_code for path in paths}

    assert answers == {404}
