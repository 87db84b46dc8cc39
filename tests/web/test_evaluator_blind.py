"""The desk is the evaluators' alone, and blind: no names, no times, no other's levels (rules.md 33)."""

import re

import pytest

from simulator.actions.drills import rename_team
from simulator.actions.joining import rename_participant
from simulator.actions.rating import rate_response
from simulator.actions.responding import save_draft
from simulator.actions.sessions import open_participant_session
from simulator.actor import PROGRAM
from tests.cast import minutes
from tests.quoting import quoting
from tests.scripts import scenario, text_inject
from tests.web.rated_play import ask, desk_of, give, queue_of, rated_play, response_of
from web import door


@pytest.fixture
def play(cast):
    """Give a rated drill in which both teams have answered, and the deadlines have passed."""
    return cast.once(rated_play)


@pytest.fixture
def edo(signed_in):
    """Sign Edo in."""
    return signed_in("edo", language="es")


@pytest.mark.parametrize("who", ["fatima", "olga", "olu"])
def test_the_desk_does_not_exist_for_others_of_the_staff(play, cast, signed_in, who):
    browser = signed_in(who)
    response = response_of(play, cast.edo, "01")

    for path in ("", "/queue", f"/{response}"):
        assert browser.get(desk_of(play) + path).status_code == 404
    assert give(browser, play, response, criterion="C1", level="S").status_code == 404


def test_nobody_and_participants_are_sent_to_the_door(play, cast, app, browser, house):
    assert browser.get(desk_of(play)).status_code == 303
    browser.client.set_cookie(
        door.TEAM, house.perform(open_participant_session, PROGRAM, participant_id=play.beatriz.id)
    )
    assert browser.get(desk_of(play)).status_code == 303
    assert ask(browser, f"{desk_of(play)}/queue").status_code == 401


def test_an_evaluator_of_another_drill_sees_nothing_here(play, cast, app, signed_in):
    other = cast.play(scenario(text_inject("01"), rated=True))
    cast.grant(cast.olu, "evaluator", other.id)

    assert signed_in("olu").get(desk_of(play)).status_code == 404
    assert signed_in("olu").get(desk_of(other)).status_code == 200


def test_a_response_of_another_drill_is_not_here(play, cast, edo):
    other = cast.play(scenario(text_inject("01"), rated=True)).start()

    assert ask(edo, f"{desk_of(other)}/{response_of(play, cast.edo, '01')}").status_code == 404


def test_no_answer_of_the_desk_tells_a_teams_name_a_person_a_time_or_anothers_level(play, cast, edo):
    """Canaries: what must never leave is made unmistakable first, then looked for in everything the desk sends."""
    play.do(rename_team, cast.fatima, team_id=play.azul, name="CanaryTeam")
    play.do(rename_participant, cast.fatima, participant_id=play.beatriz.id, name="CanaryPerson")
    response = response_of(play, cast.edo, "01", play.azul)
    said = quoting(play, response, "CanarySentence")
    for criterion in ("C1", "C2"):
        play.do(rate_response, cast.eun, response_id=response, criterion=criterion, level="P", sentence=said)

    paths = ["", "/queue", *(f"/{entry['response_id']}" for entry in queue_of(play, cast.edo))]
    sent = [edo.get(desk_of(play) + path).text for path in paths] + [
        ask(edo, desk_of(play) + path).text for path in paths
    ]
    sent.append(give(edo, play, response, criterion="C1", level="S").text)

    secrets = [
        "Canary",
        play.azul,
        play.verde,
        cast.eun.id,
        play.beatriz.id,
        "taken_over",
        "received_at",
        "Gwen",
        "Verde",
    ]
    assert [secret for secret in secrets for words in sent if secret in words] == []
    page = edo.get(f"{desk_of(play)}/{response}").text
    assert page.count('aria-pressed="true"') == 1


def test_what_the_program_took_over_looks_like_any_other_response(cast, signed_in):
    play = cast.play(scenario(text_inject("01"), rated=True)).start().go(minutes(6))
    play.do(save_draft, play.gwen, inject_id="01", content={"text": "Half a thought"})
    play.send(play.beatriz, "01", {"text": "Half a thought"})
    play.go(minutes(12))
    edo = signed_in("edo")
    pages = [edo.get(f"{desk_of(play)}/{entry['response_id']}").text for entry in queue_of(play, cast.edo)]

    def bare(page):
        page = page[page.index('<section class="pane response"') : page.index("</article>")]
        return re.sub(r'lang="\w+"|equipo \w\d|desk/\w+/recuse|value="[\w.-]{60,}"', "", page)

    assert len(pages) == 2
    assert bare(pages[0]) == bare(pages[1])
