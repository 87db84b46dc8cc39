"""The organizer's standings: who sees them, how a score is explained, and how it becomes a fact."""

import re

import pytest

from simulator.actions.rating import rate_response
from simulator.actions.sessions import open_participant_session
from simulator.actor import PROGRAM
from simulator.reading.results import own_result
from tests.cast import minutes
from tests.scripts import scenario, text_inject
from tests.web.rated_play import ask, desk_of, end, rate_all, rated_play, response_of, standings_of
from web import door

PATHS = ("", "/ratings.csv", "/rules.yaml")


@pytest.fixture
def play(cast):
    """Give a rated drill in which both teams have answered, and the deadlines have passed."""
    return cast.once(rated_play)


@pytest.fixture
def olga(signed_in):
    """Sign Olga in."""
    return signed_in("olga", language="pt")


def publish(olga, play, name="Simulacro"):
    return olga.post(standings_of(play), seen=standings_of(play), name=name)


def rows_of(page):
    """Give the cells of the table of places, as words."""
    body = page[page.index("<tbody>") : page.index("</tbody>")]
    rows = [re.findall(r"<t[dh].*?</t[dh]>", row, re.DOTALL) for row in body.split("<tr ")[1:]]
    return [[" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in row] for row in rows]


def test_before_all_is_rated_teams_have_no_place_and_say_how_far_they_are(play, cast, olga):
    play.do(rate_response, cast.edo, response_id=response_of(play, cast.edo, "02"), criterion="C1", level="S")
    page = olga.get(standings_of(play)).text

    assert rows_of(page) == [
        ["–", "Azul", "–", "–", "1 de 3 avaliadas"],
        ["–", "Verde", "–", "–", "2 de 3 avaliadas"],
    ]
    assert "Provisória" in page
    assert "EXERCÍCIO" in page


def test_what_still_waits_is_named_by_inject_with_a_way_to_the_desk_for_who_may_rate(play, cast, olga, signed_in):
    page = olga.get(standings_of(play)).text
    assert "4 respostas ainda esperam avaliações" in page
    assert ">01 (2)<" in page and ">02 (1)<" in page and ">03 (1)<" in page
    assert f'href="{desk_of(play)}"' not in page

    cast.grant(cast.olga, "evaluator", play.id)
    assert f'href="{desk_of(play)}"' in olga.get(standings_of(play)).text


def test_once_all_is_rated_teams_stand_by_place_with_score_and_quality(play, cast, olga):
    rate_all(play, cast.edo)

    assert rows_of(olga.get(standings_of(play)).text) == [
        ["1", "Azul", "72,22", "72,22", "todas (3)"],
        ["2", "Verde", "22,22", "22,22", "todas (3)"],
    ]


def test_a_row_opens_to_the_sum_from_which_the_score_follows(play, cast, olga):
    rate_all(play, cast.edo)
    page = olga.get(f"{standings_of(play)}/{play.azul}").text
    words = " ".join(re.sub(r"<[^>]+>", "", page).split())

    assert "= (1 × 66,67 + 1 × 83,33 + 1 × 66,67) ÷ (1 + 1 + 1) = 216,67 ÷ 3 = 72,22" in words
    assert "Pontuação = Q = 72,22" in words
    assert "avaliado pelas avaliadoras" in words
    assert '<rect x="36" y="4" width="133" height="14" class="bar-part">' in page
    assert re.search(r"<title[^>]*>EXERCÍCIO: qualidade por critério, equipe Azul</title>", page)


def test_the_explanation_says_why_an_inject_adds_nothing(play, cast, olga):
    why = ask(olga, f"{standings_of(play)}/{play.verde}").json["why_html"]

    assert "<html" not in why
    assert "sem resposta a tempo: o nível mais baixo" in why
    assert "espera as suas avaliações" in why
    assert "2 de 3 por enquanto" in why


def test_a_script_can_tell_whether_anything_has_changed(play, cast, olga):
    told = [ask(olga, standings_of(play)).json["version"] for _ in range(2)]
    play.do(rate_response, cast.edo, response_id=response_of(play, cast.edo, "02"), criterion="C1", level="S")
    told.append(ask(olga, standings_of(play)).json["version"])

    assert told[0] == told[1] != told[2]


def test_while_the_drill_runs_there_is_nothing_to_press(play, olga):
    page = olga.get(standings_of(play)).text

    assert "O exercício não terminou" in page
    assert 'name="name"' not in page
    assert "O estado" in publish(olga, play).text or publish(olga, play).status_code == 409


def test_publishing_is_refused_with_what_is_missing_and_keeps_what_she_typed(play, cast, olga):
    end(play)
    refused = publish(olga, play, name=" simulacro ")

    assert refused.status_code == 409
    assert "4" in refused.text[refused.text.index('role="alert" id="problem"') :][:200]
    assert 'value=" simulacro "' in refused.text
    assert play.log("standings_published") == []


def test_publishing_asks_for_the_drills_own_name(play, cast, olga):
    rate_all(play, cast.edo)
    end(play)
    refused = publish(olga, play, name="Simulación")

    assert refused.status_code == 409
    assert "Simulacro" in refused.text[refused.text.index('id="problem"') :][:200]
    assert play.log("standings_published") == []


def test_published_standings_are_a_fact_with_its_hash_and_teams_read_their_own(play, cast, olga):
    rate_all(play, cast.edo)
    end(play)
    assert own_result_of(play) is None

    assert publish(olga, play).status_code == 303
    page = olga.get(standings_of(play)).text
    row = play.sql("SELECT seq, hash FROM log WHERE kind = 'standings_published'")[0]
    head = play.sql("SELECT seq, hash FROM stream WHERE name = :name", name=f"drill:{play.id}")[0]
    assert str(row[0]) in page and row[1] in page and head[1] in page
    assert "data-refresh" not in page and 'name="name"' not in page
    assert own_result_of(play) == {"place": 1, "score": "72.22", "teams": 2, "final": True, "appeal": False}


def own_result_of(play):
    return play.see(own_result, play.beatriz)


def test_publishing_twice_is_refused(play, cast, olga):
    rate_all(play, cast.edo)
    end(play)
    publish(olga, play)

    assert publish(olga, play).status_code == 409
    assert len(play.log("standings_published")) == 1


def test_a_published_place_stands_and_the_page_says_when_it_no_longer_follows(play, cast, olga):
    rate_all(play, cast.edo)
    end(play)
    publish(olga, play)
    play.sql("UPDATE rating SET level = 'U' WHERE level = 'S'")
    page = olga.get(standings_of(play)).text

    assert rows_of(page)[0][:3] == ["1", "Azul", "72,22"]
    assert "já não corresponde aos fatos para: Azul, Verde" in page


def test_a_drill_that_is_not_rated_says_so(cast, olga):
    play = cast.play(scenario(text_inject("01"))).start()
    page = olga.get(standings_of(play)).text

    assert "Este exercício não é avaliado" in page
    assert "<table" not in page and 'name="name"' not in page
    assert olga.get(f"{standings_of(play)}/ratings.csv").status_code == 409


@pytest.mark.parametrize("who", ["fatima", "edo", "olu"])
@pytest.mark.parametrize("published", [False, True])
def test_standings_do_not_exist_for_others_of_the_staff(play, cast, olga, signed_in, who, published):
    rate_all(play, cast.edo)
    end(play)
    if published:
        publish(olga, play)
    browser = signed_in(who)

    assert [browser.get(standings_of(play) + path).status_code for path in (*PATHS, f"/{play.azul}")] == [404] * 4
    assert browser.post(standings_of(play), seen=standings_of(play), name="Simulacro").status_code == 404


def test_nobody_and_participants_are_sent_to_the_door(play, browser, house):
    assert browser.get(standings_of(play)).status_code == 303
    token = house.perform(open_participant_session, PROGRAM, participant_id=play.beatriz.id)
    browser.client.set_cookie(door.TEAM, token)

    assert browser.get(standings_of(play)).status_code == 303
    assert ask(browser, standings_of(play)).status_code == 401


def test_a_team_of_another_drill_is_not_here(play, cast, olga):
    other = cast.play(scenario(text_inject("01"), rated=True))

    assert olga.get(f"{standings_of(play)}/{other.azul}").status_code == 404


def test_before_anything_closed_nothing_counts_yet(cast, olga):
    play = cast.play(scenario(text_inject("01"), rated=True)).start().go(minutes(6))

    assert rows_of(olga.get(standings_of(play)).text)[0] == ["–", "Azul", "–", "–", "nada conta ainda"]
