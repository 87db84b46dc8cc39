"""The same desk and board for a stage's merit: applications by their codes, without the EXERCISE mark."""

import re

import pytest

from simulator.actions.sessions import open_account_session
from simulator.actor import PROGRAM
from tests.applying import Applying
from tests.web.conftest import Browser
from tests.web.rated_play import META
from web import door

NEED = "Nos atacan cada semana sin pausa."


@pytest.fixture
def programme(cast):
    """Give a programme with one eligible application."""
    one = Applying(cast)
    one.application = one.sent(need=NEED, institution="ONI", country="BR").id
    one.sql("UPDATE application SET state = 'eligible'")
    return one


@pytest.fixture
def come_in(app, cast, programme):
    """Let somebody of the cast sign in anew; the days of a call are longer than a session."""
    ids = dict(programme.sql("SELECT name, id FROM account"))

    def sign_in(name):
        browser = Browser(app, language="es")
        token = programme.house.perform(open_account_session, PROGRAM, account_id=ids[name])
        browser.client.set_cookie(door.STAFF, token)
        return browser

    return sign_in


def merit_of(programme, page="desk"):
    return f"/programmes/{programme.id}/merit/grants/{page}"


def test_the_desk_shows_an_application_without_who_it_is(programme, come_in):
    edo = come_in("Edo")
    page = edo.get(f"{merit_of(programme)}/{programme.application}").text

    assert NEED in page and "¿Por qué ustedes?" in page and "Compromiso" in page
    assert "Firmado por: Titular de la entidad" in page
    assert "La postulación" in page and "EJERCICIO" not in page
    # As words: a code may hold these letters.
    assert re.findall(r"\b(ONI|BR|ana@mh\.example|carta\.pdf|Dra\. Paz)\b", page) == []


def test_a_level_is_given_by_the_same_script(programme, come_in):
    edo = come_in("Edo")
    path = f"{merit_of(programme)}/{programme.application}"
    token = META.search(edo.get(path).text)[1]
    headers = {"X-CSRFToken": token, "Accept": "application/json"}
    refused = edo.client.post(path, json={"criterion": "C1", "level": "S", "sentence": "Bien"}, headers=headers)
    assert (refused.status_code, refused.json["error"]["code"]) == (409, "sentence_without_quote")
    given = edo.client.post(path, json={"criterion": "C1", "level": "M"}, headers=headers)

    assert given.json["version"] == 1
    assert "0 de 1 valorada" in edo.get(merit_of(programme)).text


def test_declaring_and_stepping_back_lead_back_to_it(programme, come_in):
    edo = come_in("Edo")
    me = f"{merit_of(programme)}/me"
    sent = edo.post(me, {"language": "es"}, seen=me)
    assert sent.headers["Location"] == merit_of(programme)
    path = f"{merit_of(programme)}/{programme.application}"
    sent = edo.post(f"{path}/recuse", {"reason": "mentor"}, seen=path)

    assert sent.headers["Location"] == merit_of(programme)
    assert edo.get(path).status_code == 404
    assert "En esta ronda no se pide calibración." in edo.get(f"{merit_of(programme)}/calibration").text


def test_organizers_have_the_same_board_and_figures(programme, come_in):
    olga = come_in("Olga")
    board = merit_of(programme, "evaluators")
    page = olga.get(board).text
    assert "Distribuir o trabalho entre 2 avaliadoras" in page and "EXERCÍCIO" not in page
    sent = olga.post(f"{board}/assign", {}, seen=board)
    assert sent.status_code == 303, sent.text
    page = olga.get(f"{board}/statistics")

    assert page.status_code == 200 and "Nada foi avaliado ainda" in page.text
    assert come_in("Edo").get(board).status_code == 404


def test_an_evaluator_of_one_drill_has_no_desk_here(programme, come_in):
    assert come_in("Fátima").get(merit_of(programme)).status_code == 404
    assert come_in("Olu").get(merit_of(programme)).status_code == 404
