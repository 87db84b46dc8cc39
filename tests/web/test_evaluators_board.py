"""The organizers' board of evaluators, what they do there, and the page of figures."""

import re

import pytest

from simulator.actions.running import end_drill
from tests.cast import minutes
from tests.desks import CALIBRATED, answered, assign, desk_play, queue, rate
from tests.play import NAME


@pytest.fixture
def play(cast):
    """Give a drill whose responses need two ratings, all of them ready."""
    return cast.once(lambda cast: answered(desk_play(cast, ratings=2)), "desk", "two")


@pytest.fixture
def olga(signed_in):
    """Sign Olga in."""
    return signed_in("olga")


def board_of(play):
    return f"/drills/{play.id}/evaluators"


def post(olga, play, path, **fields):
    return olga.post(board_of(play) + path, fields, seen=board_of(play))


def after(olga, answer):
    """Give the page that an answer leads to."""
    assert answer.status_code == 303, answer.text
    return olga.get(answer.headers["Location"]).text


def test_before_anything_is_given_out_it_offers_that(play, olga):
    page = olga.get(board_of(play)).text

    assert "Distribuir o trabalho entre 3 avaliadoras" in page
    assert "Nada está designado" in page
    assert "4 esperam avaliações agora." in page
    assert "EXERCÍCIO" in page


def test_giving_out_says_how_much_and_shows_each_ones_load(play, olga):
    page = after(olga, post(olga, play, "/assign"))

    assert "8 avaliações foram distribuídas." in page
    loads = [tuple(map(int, re.findall(r"<dd>(\d+)</dd>", one))) for one in page.split('<dl class="load">')[1:]]
    assert sorted(loads) == [(2, 0, 2), (3, 0, 3), (3, 0, 3)]


def test_problems_are_named_in_words(cast, play, olga):
    play.sql("DELETE FROM declaration")
    page = olga.get(board_of(play)).text

    assert "Español: avaliadoras habilitadas que o leem: 1; deveriam ser pelo menos 3." in page
    assert "Verde: avaliadoras" not in page
    assert "Azul: avaliadoras que podem avaliá-la: 1; necessárias: 2." in page
    assert "não declarou nada" in page


def test_work_is_moved_and_what_is_left_over_is_refused_in_words(cast, play, olga):
    assign(play)
    before = len(queue(play, cast.edo))
    page = after(olga, post(olga, play, f"/{cast.edo.id}/move"))
    assert f"{before} respostas foram passadas." in page
    again = post(olga, play, f"/{cast.edo.id}/move")

    assert again.status_code == 409 and "Não resta nada dela que possa passar a outras." in again.text


def test_somebody_is_kept_from_a_team_by_its_name(cast, play, olga):
    page = after(olga, post(olga, play, f"/{cast.edo.id}/recuse", team=play.azul, reason="family"))
    assert "Azul (afastada)" in page
    again = post(olga, play, f"/{cast.edo.id}/recuse", team=play.azul, reason="family")

    assert again.status_code == 409 and "Ela já está afastada desta equipe." in again.text
    assert post(olga, play, f"/{cast.edo.id}/recuse", team="", reason="family").status_code == 409


def test_somebody_is_let_in_where_a_calibration_is_asked(cast, olga):
    play = answered(desk_play(cast, **CALIBRATED))
    assert olga.get(board_of(play)).text.count("calibração pendente") == 3
    page = after(olga, post(olga, play, f"/{cast.edo.id}/let-in", reason="experienced"))

    assert page.count("admitida sem calibração") == 1
    assert len(queue(play, cast.edo)) == 4


def test_thirds_are_asked_near_the_cut(cast, play, olga):
    assign(play)
    place = next(place for place in queue(play, cast.edo) if place in queue(play, cast.eun))
    rate(play, cast.edo, queue(play, cast.edo)[place], "SS")
    rate(play, cast.eun, queue(play, cast.eun)[place], "MS")
    page = after(olga, post(olga, play, "/thirds", team=place[0]))

    assert "1 terceira avaliadora foi chamada." in page
    assert post(olga, play, "/thirds").status_code == 409


def test_the_round_is_closed_once_all_is_rated(cast, play, olga):
    play.do(end_drill, cast.fatima, name=NAME)
    play.go(minutes(20))
    refused = post(olga, play, "/close")
    assert refused.status_code == 409 and "ainda esperam avaliação" in refused.text
    for who in (cast.edo, cast.eun):
        for response in queue(play, who).values():
            rate(play, who, response)
    page = after(olga, post(olga, play, "/close"))

    assert "A rodada de avaliações está encerrada." in page
    assert "<summary" not in page[page.index('class="people"') :]


def test_a_drill_without_ratings_says_so(cast, olga):
    play = cast.play()
    assert "não há nada para distribuir" in olga.get(board_of(play)).text


def test_the_figures_say_what_they_mean_and_why_one_is_missing(cast, play, olga):
    page = olga.get(f"{board_of(play)}/statistics").text
    assert "Nada foi avaliado ainda" in page
    for response in queue(play, cast.edo).values():
        rate(play, cast.edo, response)
    page = olga.get(f"{board_of(play)}/statistics").text
    assert "só uma avaliadora avaliou" in page
    for response, levels in zip(queue(play, cast.eun).values(), ("SS", "MM", "SM", "MS"), strict=True):
        rate(play, cast.eun, response, levels)
    page = olga.get(f"{board_of(play)}/statistics").text

    assert "não é confiável: conversem sobre isto" in page
    assert "mais branda que as demais" in page and "mais rigorosa que as demais" in page
    assert "A rodada segue aberta" in page


def test_who_cannot_be_compared_is_named(cast, play, olga):
    mine, hers = sorted(queue(play, cast.edo).values())[:2], sorted(queue(play, cast.eun).values())[2:]
    for who, responses in ((cast.edo, mine), (cast.eun, hers)):
        for response in responses:
            rate(play, who, response)
    page = olga.get(f"{board_of(play)}/statistics").text

    assert "não compartilham nenhuma resposta nem resposta modelo" in page
    assert "<li>Edo</li>" in page and "<li>Eun</li>" in page


@pytest.mark.parametrize("who", ["edo", "fatima", "olu"])
def test_it_is_the_organizers_alone(play, signed_in, who):
    for path in ("", "/statistics"):
        assert signed_in(who).get(board_of(play) + path).status_code == 404


def test_before_startex_the_console_names_what_is_wrong_with_who_rates(cast, signed_in):
    play = desk_play(cast, ratings=2)
    fatima = signed_in("fatima", language="es")
    assert "Evaluadoras: 3; valoraciones por respuesta: 2" in fatima.get(f"/drills/{play.id}/console").text
    play.sql("DELETE FROM declaration")
    page = fatima.get(f"/drills/{play.id}/console").text

    assert "English: evaluadoras habilitadas que lo leen: 2; deberían ser al menos 3." in page
    play.sql("DELETE FROM \"grant\" WHERE role = 'evaluator'")
    assert "Todavía nadie va a valorar las respuestas" in fatima.get(f"/drills/{play.id}/console").text
