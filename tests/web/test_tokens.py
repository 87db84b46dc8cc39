"""The page on which somebody of the staff makes, sees and revokes the tokens of her own scripts."""

import re

import pytest

from simulator.actor import NOBODY
from simulator.reading.tokens import find_token, own_tokens
from tests.web.console import in_language, words_in

SHOWN = re.compile(r'id="link"[^>]*>(prontas_[A-Za-z0-9_-]{43})<')


@pytest.fixture
def fatima(signed_in):
    """Give Fátima's browser, in English."""
    return in_language(signed_in("fatima"))


def make(browser, *scopes, seen="/tokens", **fields):
    """Fill in the form as the page shows it."""
    form = {"name": "Script", "days": "30", "scope": list(scopes or ["read"])} | fields
    return browser.post("/tokens", form, seen=seen)


def test_the_way_there_is_on_every_page_of_the_staff(fatima):
    assert 'href="/tokens"' in fatima.get("/drills").text


def test_a_new_token_is_shown_once_and_opens(cast, play, fatima):
    answer = make(fatima, "read", "run", drill=play.id)
    token = SHOWN.search(answer.text)[1]

    assert answer.status_code == 200 and answer.headers["Cache-Control"] == "no-store"
    assert f"Bearer {token}" in answer.text and "/api/v1/drills" in answer.text
    found = cast.house.look(find_token, NOBODY, token=token)
    assert found.actor.grants == {("facilitator", f"drill:{play.id}")}
    again = fatima.get("/tokens").text
    assert token not in again and "prontas_" not in again
    assert "Script" in again and "Simulacro" in again and "never used" in words_in(again)


def test_only_what_she_may_do_herself_is_offered(signed_in):
    offered = {
        who: re.findall(r'name="scope" value="(\w+)"', signed_in(who).get("/tokens").text)
        for who in ("fatima", "edo", "olga", "olu")
    }

    assert offered == {
        "fatima": ["read", "run", "make", "scenarios"], "edo": ["read", "rate"],
        "olga": ["read", "run", "make", "scenarios", "results"],
        "olu": ["read"],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"scope": []}, "Choose at least one thing"), ({"name": " "}, "Give the token a name"),
        ({"days": "0"}, "1 to 365 days"), ({"days": "soon"}, "1 to 365 days"), ({"days": "9" * 40}, "1 to 365 days"),
        ({"days": "²"}, "1 to 365 days"), ({"scope": ["results"]}, "what you may not do yourself: results"),
        ({"scope": ["root"]}, "from this list: read, run"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_said_and_what_was_typed_stays(cast, fatima, fields, message):
    answer = make(fatima, **{"name": "Mi guion", **fields})

    assert answer.status_code == 409 and message in answer.text
    assert 'role="alert"' in answer.text and ("Mi guion" in answer.text or "name" in fields)
    assert cast.house.look(own_tokens, cast.fatima) == []


def test_a_token_is_revoked_by_its_owner_alone(cast, fatima, signed_in):
    token = SHOWN.search(make(fatima).text)[1]
    (mine,) = cast.house.look(own_tokens, cast.fatima)

    assert signed_in("olga").post(f"/tokens/{mine['id']}/revoke", seen="/tokens").status_code == 404
    assert cast.house.look(find_token, NOBODY, token=token)
    assert fatima.post(f"/tokens/{mine['id']}/revoke", seen="/tokens").status_code == 303
    assert cast.house.look(find_token, NOBODY, token=token) is None
    shown = fatima.get("/tokens").text
    assert "revoked" in words_in(shown) and "/revoke" not in shown


def test_a_token_is_bound_only_to_a_drill_of_hers(cast, play, fatima):
    assert make(fatima, drill="zzzzzzzzzzzz").status_code == 404
    assert cast.house.look(own_tokens, cast.fatima) == []


def test_without_the_forms_token_nothing_is_made(cast, fatima):
    assert fatima.client.post("/tokens", data={"name": "x", "days": "1", "scope": "read"}).status_code == 400
    assert cast.house.look(own_tokens, cast.fatima) == []


def test_a_stranger_is_sent_to_the_door(browser):
    assert browser.get("/tokens").headers["Location"].startswith("/sign-in")


def test_a_name_is_shown_as_it_was_typed_and_no_more(fatima):
    make(fatima, name="<script>alert(1)</script> {{7*7}}")
    shown = fatima.get("/tokens").text

    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{7*7}}" in shown and "<script>alert" not in shown


@pytest.mark.parametrize(
    ("language", "title"), [("es", "Tokens de API"), ("pt", "Tokens de API"), ("fr", "Jetons d&#39;API")]
)
def test_the_page_speaks_four_languages(signed_in, language, title):
    assert title in in_language(signed_in("fatima"), language).get("/tokens").text
