"""The console: who sees it, and what it says about teams and injects."""

import pytest
from sqlalchemy import event

from simulator.actions.drills import add_team
from simulator.actions.responding import save_draft
from tests.cast import minutes, seconds
from tests.play import NAME
from tests.web.console import SCRIPT, Console, in_language, words_in
from web import door


@pytest.fixture
def play(cast):
    """Give a drill with decisions, conditions and one inject by hand."""
    return cast.play(SCRIPT, rehearsal=True)


@pytest.fixture
def console(signed_in, play):
    """Give Fátima's console, in English."""
    return Console(in_language(signed_in("fatima")), play)


def test_a_facilitator_sees_the_whole_drill_and_may_act(console, play):
    play.start()
    page = console.page()

    assert "REHEARSAL" in page
    assert "Azul" in page and "Verde" in page
    assert 'data-verb="pause"' in page and 'data-verb="stop"' in page
    assert "Nobody is in trouble." not in console.part("bar")
    assert "<style" not in page and "style=" not in page


def test_an_organizer_opens_joining_but_does_not_run_the_drill(signed_in, play):
    olga = Console(in_language(signed_in("olga")), play)

    assert 'data-verb="joining"' in olga.page() and 'data-verb="start"' not in olga.page()
    assert olga.do("joining", joining=False).status_code == 200
    assert play.drill("joining") == 0
    assert olga.refused("start", name=NAME)["code"] == "not_found"


@pytest.mark.parametrize(
    "path", ["console", "console/parts?of=bar", "console/teams/{azul}", "console/injects/01", "deviations"]
)
@pytest.mark.parametrize("who", ["edo", "olu"])
def test_evaluators_and_observers_find_nothing_here(signed_in, play, who, path):
    answer = signed_in(who).get(f"/drills/{play.id}/{path.format(azul=play.azul)}")

    assert answer.status_code == 404
    assert "Azul" not in answer.text


def test_who_has_not_signed_in_is_asked_to_and_told_nothing(browser, play):
    assert browser.get(f"/drills/{play.id}/console").status_code == 303
    assert browser.get(f"/drills/{play.id}/console/parts", headers={"Accept": "application/json"}).status_code == 401


def test_a_participant_finds_nothing_here(browser, cast, play):
    browser.client.set_cookie(door.TEAM, "whatever")

    assert browser.get(f"/drills/{play.id}/console").status_code == 303


def test_a_drill_that_is_not_there_is_absence(signed_in, play):
    assert signed_in("fatima").get("/drills/nowhere/console").status_code == 404


def test_before_the_start_the_console_says_who_is_missing(cast, signed_in):
    empty = cast.play(SCRIPT, joined=False)
    empty.join("Azul", "Bruna", "pt", ["technical"])
    page = Console(in_language(signed_in("fatima")), empty).part("next")

    assert "1 of 2 teams have people" in page and "Verde" in page
    assert "0 of 1 of them have a lead" in page
    assert "Joining is open" in page
    assert f"/drills/{empty.id}/teams" in page


def test_a_cell_follows_its_delivery(console, play):
    play.start().go(minutes(1.5))
    play.do(save_draft, play.gwen, inject_id="01", content={"option": "B"})
    play.send(play.beatriz, "01", {"option": "A"}, confirmed=True)

    assert console.cell(play.azul, "01") == ("answered", "answered A", "A")
    assert console.cell(play.verde, "01")[0] == "writing"
    assert console.cell(play.azul, "03")[0] == "planned"
    play.go(minutes(4))
    assert console.cell(play.verde, "01")[0].split() == ["writing", "soon"]
    play.go(minutes(3))
    assert console.cell(play.verde, "01")[0] == "answered"
    assert console.cell(play.verde, "02")[1] == "no answer in time"
    assert "02: Azul, Verde" in console.part("alerts")


def test_the_list_says_conditions_in_words_and_counts_states(console, play):
    play.start().go(minutes(1.5))
    play.send(play.beatriz, "01", {"option": "A"}, confirmed=True)
    shown = words_in(console.part("msel"))

    assert "if “aislado” and not “pagado”" in shown
    assert "delivered 2 answered 1" in shown
    assert "Deliver now to 2 teams" in shown


def test_what_comes_next_is_said_with_its_time_and_its_teams(console, play):
    play.start()
    shown = console.part("next")

    assert 'data-until="60000"' in shown and "to 2 teams" in shown and 'data-inject="01"' in shown
    play.go(minutes(31))
    assert "Nothing more is planned by time." in console.part("next")
    assert "By hand there is still: 04." in console.part("next")


def test_after_the_planned_time_the_console_asks_to_end(console, play):
    play.start().go(minutes(61))

    assert "it ends by itself at T+01:15" in console.part("banner")


def test_parts_are_rendered_as_wanted_with_the_number_they_are_true_for(console, play):
    play.start()
    answer = console.parts("bar", "next", "nonsense")

    assert sorted(answer["parts"]) == ["bar", "next"]
    last = play.sql("SELECT n FROM reader WHERE name = :name", name=f"staff:{play.id}")[0][0]
    assert answer["n"] == last


def test_a_team_opens_with_its_people_and_its_answers(console, play):
    play.start().go(minutes(2.5))
    play.send(play.beatriz, "02", {"text": "Cerramos <b>todo</b>"})
    page = console.browser.get(f"{console.path}/teams/{play.azul}").text

    assert "Beatriz" in page and "Jefa" in page
    assert "Cerramos &lt;b&gt;todo&lt;/b&gt;" in page
    assert "Withdraw 02 from Azul" in page and "Deliver 04 to Azul now" in page
    assert console.browser.get(f"{console.path}/teams/nobody").status_code == 404


def test_an_inject_opens_with_what_the_facilitator_knows(console, play):
    page = console.browser.get(f"{console.path}/injects/01").text

    assert "Inject 01" in page and "Aislar" in page
    assert console.browser.get(f"{console.path}/injects/99").status_code == 404


def test_the_register_lists_what_was_done_to_single_teams_and_nothing_else(console, play):
    register = f"/drills/{play.id}/deviations"
    play.start()
    assert "No deviation so far" in console.browser.get(register).text
    console.do("hold", inject="03")
    console.do("skip", inject="03", teams=[play.azul], reason="technical")
    console.do("deliver", inject="04", teams=[play.verde], reason="fairness")
    console.do("flag", team=play.verde, flag="paid", reason="request")
    play.go(minutes(1.5))
    console.do("withdraw", inject="01")
    play.go(seconds(11))
    page = words_in(console.browser.get(register).text)

    assert "left out 03 Inject 03 Azul Technical: line, device or platform Fátima" in page
    assert "delivered by hand 04 Inject 04 Verde Fairness: to put right an inequality Fátima" in page
    assert "flag set by hand pagado Verde Request of the team Fátima" in page
    assert "withdrawn 01 Inject 01 Azul, Verde none given Fátima" in page
    assert "held back" not in page


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("es", "Entregar ahora a 2 equipos"),
        ("pt", "Entregar agora a 2 equipes"),
        ("fr", "Remettre maintenant à 2 équipes"),
    ],
)
def test_the_console_speaks_the_readers_language(signed_in, play, language, words):
    play.start()
    browser = signed_in("fatima")
    browser.post("/language", language=language, back="/", seen="/drills")

    assert words in Console(browser, play).part("next")


def test_the_console_takes_as_many_queries_for_many_teams_as_for_few(cast, engine, signed_in):
    def queries(teams):
        play = cast.play(SCRIPT)
        for number in range(teams):
            play.do(add_team, cast.fatima, name=f"Equipo {number}")
        console, asked = Console(signed_in("fatima"), play.start()), []
        event.listen(engine, "before_cursor_execute", lambda *facts: asked.append(facts[2]))
        console.parts("matrix", "msel", "alerts")
        return len(asked)

    assert queries(1) == queries(9)
