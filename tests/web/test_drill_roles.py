"""The staff of one drill: its organizer gives and takes roles there, invites people, and is led where she may be."""

import re

import pytest

from simulator.actions.granting import grant_role, revoke_role
from simulator.actions.programmes import create_programme
from simulator.actor import NOBODY, PROGRAM
from simulator.reading.drill_staff import drill_staff
from simulator.reading.people import find_link
from tests.cast import refused


@pytest.fixture
def eun(signed_in, cast, play):
    """Give the browser of Eun, who evaluates everywhere and organizes this drill alone."""
    cast.grant(cast.eun, "organizer", play.id)
    return signed_in("eun")


def held(play):
    """Give who holds what in the drill, as an organizer of all sees it."""
    told = play.see(drill_staff, play.cast.olga)
    return {one["name"]: [(grant["role"], grant["where"]) for grant in one["roles"]] for one in told["people"]}


def path(play, more=""):
    return f"/drills/{play.id}/staff{more}"


def press(browser, play, more="", **fields):
    return browser.post(path(play, more), seen=path(play), **fields)


def test_everybody_who_has_a_role_in_it_is_shown_with_where_she_holds_it(play, cast):
    programme = cast.house.perform(create_programme, PROGRAM, name="Panamá 2026")
    play.sql("UPDATE drill SET programme_id = :programme WHERE id = :id", programme=programme, id=play.id)
    cast.house.perform(grant_role, PROGRAM, account_id=cast.olu.id, role="evaluator", programme_id=programme)
    cast.house.perform(revoke_role, PROGRAM, account_id=cast.edo.id, role="evaluator")

    assert held(play) == {
        "Eun": [("evaluator", "all")], "Fátima": [("facilitator", "all"), ("facilitator", "drill")],
        "Olga": [("organizer", "all")], "Olu": [("evaluator", "programme"), ("observer", "all")],
    }  # fmt: skip


@pytest.mark.parametrize("who", ["fatima", "edo", "olu", "mallory"])
def test_only_who_organizes_it_sees_its_staff(play, cast, who):
    with refused("not_found"):
        play.see(drill_staff, getattr(cast, who))


def test_who_organizes_it_alone_finds_the_way_gives_a_role_and_takes_it(play, cast, eun):
    assert f'href="{path(play)}"' in eun.get("/drills").text
    page = eun.get(path(play)).text
    assert 'class="exercise-band"' in page and "Olu" in page and "ministry.example" not in page
    given = press(eun, play, f"/{cast.olu.id}/roles", role="facilitator")
    assert (given.status_code, given.headers["Location"]) == (303, path(play))
    assert ("facilitator", "drill") in held(play)["Olu"]
    taken = press(eun, play, f"/{cast.olu.id}/roles/remove", role="facilitator")

    assert (taken.status_code, taken.headers["Location"]) == (303, path(play))
    assert held(play)["Olu"] == [("observer", "all")]


def test_what_is_refused_is_said_there(play, cast, eun):
    told = press(eun, play, f"/{cast.olu.id}/roles", role="king")
    assert (told.status_code, 'role="alert"' in told.text) == (409, True)
    assert press(eun, play, email="no address", name="Rosa", role="observer").status_code == 409
    for more in ("/zzzzzzzzzzzz/roles", f"/{cast.edo.id}/roles/../zzzz"):
        assert press(eun, play, more, role="observer").status_code == 404
    assert eun.get("/drills/zzzzzzzzzzzz/staff").status_code == 404


def test_somebody_new_is_invited_and_her_link_is_shown_once(play, cast, eun):
    shown = press(eun, play, email="Rosa@ministry.example", name="Rosa", role="evaluator", language="pt")
    link = re.search(r"/invite/([\w-]+)", shown.text)[1]
    assert cast.house.look(find_link, NOBODY, token=link)["name"] == "Rosa"
    assert link not in eun.get(path(play)).text

    assert held(play)["Rosa"] == [("evaluator", "drill")]


def test_who_has_an_account_gets_the_role_and_no_link(play, cast, eun):
    answer = press(eun, play, email=" Olu@ministry.example", name="Somebody", role="facilitator")

    assert (answer.status_code, answer.headers["Location"]) == (303, path(play))
    assert held(play)["Olu"] == [("facilitator", "drill"), ("observer", "all")]
    assert "Somebody" not in held(play)


@pytest.mark.parametrize("way", ["roles", "roles/remove"])
def test_from_the_page_of_the_house_she_is_led_to_what_she_may_see(play, cast, eun, way):
    facts = {"role": "observer", "where": f"drill:{play.id}"}
    answer = eun.post(f"/staff/{cast.edo.id}/{way}", facts, seen=path(play))
    assert (answer.status_code, answer.headers["Location"]) == (303, path(play))
    assert eun.get(path(play)).status_code == 200
    wrong = eun.post(f"/staff/{cast.edo.id}/roles", facts | {"role": "king"}, seen=path(play))

    assert (wrong.status_code, f'action="{path(play)}"' in wrong.text) == (409, True)


def test_who_gives_her_own_role_away_is_led_to_her_drills(play, cast, eun):
    answer = press(eun, play, f"/{cast.eun.id}/roles/remove", role="organizer")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/drills")
    assert eun.get("/drills").status_code == 200

    assert eun.get(path(play)).status_code == 404


def test_an_organizer_of_a_programme_is_led_to_her_drills(play, cast, signed_in):
    programme = cast.house.perform(create_programme, PROGRAM, name="Panamá 2026")
    cast.house.perform(grant_role, PROGRAM, account_id=cast.eun.id, role="organizer", programme_id=programme)
    facts = {"role": "observer", "where": f"programme:{programme}"}
    answer = signed_in("eun").post(f"/staff/{cast.edo.id}/roles", facts, seen="/drills")

    assert (answer.status_code, answer.headers["Location"]) == (303, "/drills")


@pytest.mark.parametrize("who", ["fatima", "edo", "olu"])
def test_nobody_else_presses_any_of_it(play, cast, signed_in, who):
    browser, before = signed_in(who), held(play)
    fields = {"role": "observer", "email": "x@ministry.example", "name": "X"}
    ways = ("", f"/{cast.eun.id}/roles", f"/{cast.eun.id}/roles/remove")
    answers = {browser.post(path(play, way), fields, seen="/drills").status_code for way in ways}

    assert answers == {404}
    assert held(play) == before
