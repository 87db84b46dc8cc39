"""The print pack of a drill in a facilitator's browser: chosen on its page, taken as one PDF or as an archive."""

import io
import re
import zipfile

import pytest

from simulator.actions.drills import add_team
from simulator.reading.printing import print_pack
from tests.cast import START, minutes, refused
from tests.scripts import choice_inject, scenario, text_inject
from tests.web.console import in_language
from web.paper.pack import making
from web.paper.pack.document import pack_html
from web.printing import pages
from web.printing.asked import asked_for, subject_in

SCRIPT = scenario(text_inject("01", at="1m", due="5m"), choice_inject("02", at="2m", due="5m"), rated=True)


@pytest.fixture
def play(cast):
    """Give a drill on Costa Rica's clock, before STARTEX."""
    return cast.play(SCRIPT, time_zone="America/Costa_Rica")


@pytest.fixture
def fatima(signed_in):
    """Let Fátima read English."""
    return in_language(signed_in("fatima"))


def path(play, end=""):
    return f"/drills/{play.id}/print-pack{end}"


def pack_of(play):
    return play.see(print_pack, play.cast.fatima)


class Form(dict):
    """What a browser sends: names with several values."""

    def getlist(self, name):
        """Give all values of a name."""
        return self.get(name, [])

    def get(self, name, otherwise=None):
        """Give what was sent."""
        return super().get(name, otherwise)


def asked(play, **form):
    return asked_for(pack_of(play), Form(form))


def test_the_page_shows_kits_teams_seats_and_languages(fatima, play):
    page = fatima.get(path(play))
    assert page.status_code == 200 and 'class="exercise-band"' in page.text
    for words in ("Print pack", "Facilitator kit", "Evaluator kit", "Azul", "Verde", "Técnica", "Português",
                  "STARTEX, by the clock of Costa Rica"):  # fmt: skip
        assert words in page.text, words
    for leads in (f"/drills/{play.id}/console", f"/drills/{play.id}/teams"):
        assert path(play) in fatima.get(leads).text


def test_one_pdf_of_a_seat_has_the_teams_name_its_language_and_the_clock(fatima, play, monkeypatch):
    # What is laid out of it, other tests read.
    monkeypatch.setattr(making, "printed", lambda told, groups: [pack_html(told, one).encode() for one in groups])
    chosen = {"kit": "team", "team": play.azul, "seat": "technical", "start": "2026-03-02T09:00"}
    answer = fatima.get(path(play, "/pack.pdf"), query_string=chosen)
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"] == "attachment; filename=EXERCISE-Simulacro-print-pack.pdf"

    # Bruna, who holds it, reads Portuguese; her team Spanish.
    for words in ('<div class="band">EXERCÍCIO</div>', "<h1>Azul</h1>", "Abrir em T+00:01 (09:01)",
                  "segunda-feira, 2 de março de 2026, 09:00 (Costa Rica)"):  # fmt: skip
        assert words in answer.text, words


def test_an_archive_is_handed_out_while_it_is_made(fatima, play, monkeypatch):
    made = []
    monkeypatch.setattr(making, "printed", lambda told, groups: made.append(len(groups)) or [b"%PDF"] * len(groups))
    monkeypatch.setattr(making, "AT_A_TIME", 6)
    chosen = {"kit": ["facilitator", "team"], "language": ["es", "fr"]}
    answer = fatima.get(path(play, "/pack.zip"), query_string=chosen, buffered=False)
    assert made == [6], "no more than has been asked for by now"
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        names = archive.namelist()
    assert (len(names), made) == (8, [6, 2])
    assert names[0] == "EJERCICIO-001-Simulacro-Cuaderno-de-la-facilitadora-es.pdf"
    assert names[-1] == "EXERCICE-008-Simulacro-Cahier-de-l-equipe-Verde-Comunicacion-fr.pdf"


@pytest.mark.parametrize("end", ["/pack.pdf", "/pack.zip"])
def test_nothing_chosen_and_a_start_that_is_none_bring_the_page_back_with_what_was_typed(fatima, play, end):
    empty = fatima.get(path(play, end))
    assert empty.status_code == 409 and "Choose at least one kit." in empty.text
    odd = fatima.get(path(play, end), query_string={"kit": "team", "seat": "lead", "start": "noon"})
    assert odd.status_code == 409 and "“noon” is not a day with a time." in odd.text
    assert re.search(r'name="kit" value="team" checked', odd.text)
    assert re.search(r'name="seat" value="lead" checked', odd.text)
    assert not re.search(r'name="kit" value="facilitator" checked', odd.text)


def test_too_many_kits_for_one_pdf_are_refused_with_what_to_do(fatima, play, monkeypatch):
    monkeypatch.setattr(making, "MOST_IN_ONE", 2)
    answer = fatima.get(path(play, "/pack.pdf"), query_string={"kit": "team"})
    assert answer.status_code == 409
    assert "One PDF holds at most 2 kits, and these are 6. Take an archive (.zip), or fewer teams." in answer.text


@pytest.mark.parametrize("form", [{"kit": "secret"}, {"kit": "team", "team": "zzzz"}, {"kit": "team", "seat": "x"},
                                  {"kit": "team", "language": "de"}])  # fmt: skip
def test_what_the_drill_does_not_have_is_not_found(fatima, play, form):
    assert fatima.get(path(play, "/pack.zip"), query_string=form).status_code == 404


def test_who_runs_the_drill_gets_it_and_nobody_else(signed_in, browser, play):
    for who, status in (("olga", 200), ("edo", 404), ("olu", 404)):
        assert signed_in(who).get(path(play)).status_code == status, who
        assert signed_in(who).get(path(play, "/pack.zip")).status_code == {200: 409}.get(status, status)
    assert browser.get(path(play)).status_code == 303


def test_a_drill_gives_its_teams_with_the_order_of_their_own_screens_and_no_name_of_a_person(play, cast):
    play.do(add_team, cast.fatima, name="Índigo", language="pt", bot=True)
    told = asked(play, kit=["team"])
    assert [(kit.team.name, kit.seat, kit.language) for kit in told.kits] == [
        ("Azul", "lead", "es"), ("Azul", "technical", "pt"), ("Azul", "communications", "es"),
        ("Verde", "lead", "en"), ("Verde", "technical", "en"), ("Verde", "communications", "fr"),
    ]  # fmt: skip
    assert [team.seed for team in told.subject.teams] == [play.azul, play.verde]
    assert "Beatriz" not in repr(pack_of(play)) and "blind" not in repr(pack_of(play)["teams"])


def test_a_drill_without_teams_gets_kits_with_a_line_for_the_name(play):
    pack = pack_of(play) | {"teams": []}
    told = asked_for(pack, Form(kit=["team"]))
    assert [(kit.team.name, kit.language) for kit in told.kits] == [("", "es")] * 3


def test_times_are_those_of_the_start_as_it_was_unless_another_is_typed(play):
    assert subject_in(pack_of(play), [], "").start is None
    play.clock.now = START + minutes(3)
    play.start()
    assert subject_in(pack_of(play), [], "").start.at == START + minutes(3)
    assert subject_in(pack_of(play), [], "2026-03-02T06:30").start.at == START
    assert subject_in(pack_of(play), [], "2026-03-02T12:30:10+00:00").start.at == START
    for odd in ("9999-12-31T23:59", "soon", "0001-01-01T00:00+14:00"):
        with refused("start_unreadable"):
            subject_in(pack_of(play), [], odd)


def test_a_reader_who_speaks_what_the_scenario_does_not_gets_her_teams_language(cast):
    play = cast.play(scenario(text_inject("01"), languages=["es", "en"]))
    assert {kit.language for kit in asked(play, kit=["team"]).kits} == {"es", "en"}


def test_the_room_says_what_the_maker_bounds():
    assert pages.MOST_IN_ONE == 40
