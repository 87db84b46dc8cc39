"""Organizers take both bundles from a page; everybody else finds nothing there, and whoever takes one is noted."""

import io
import json
from zipfile import ZipFile

import pytest

from simulator.actions.assigning import close_rating
from simulator.actions.consents import give_consent
from simulator.actions.programmes import create_programme
from simulator.actor import PROGRAM
from tests.bundle.making import files_of, verify
from tests.results import about, by_two, played, rate_all, rule_on_late
from tests.web.rated_play import rated_play, standings_of


@pytest.fixture
def play(cast):
    """Give a drill that has been played."""
    return cast.once(rated_play)


@pytest.fixture
def olga(signed_in):
    """Sign Olga in."""
    return signed_in("olga", language="pt")


def page_of(play):
    return f"/drills/{play.id}/bundle"


def test_the_page_says_what_each_holds_and_shows_the_hash(play, olga):
    text = olga.get(page_of(play)).text
    [(head,)] = play.sql("SELECT hash FROM stream WHERE name = :name", name=f"drill:{play.id}")

    assert "O pacote público" in text and "O pacote reservado" in text
    assert head in text
    assert page_of(play) in olga.get(standings_of(play)).text


def test_a_rehearsal_bears_its_own_mark_on_the_page_and_in_the_names(cast, olga):
    play = cast.play(rehearsal=True)
    answer = olga.post(page_of(play), seen=page_of(play), public="0")

    assert ">ENSAIO<" in olga.get(page_of(play)).text.replace(" ", "").replace("\n", "")
    assert answer.headers["Content-Disposition"] == "attachment; filename=ENSAIO-Simulacro-restricted.zip"


@pytest.mark.parametrize(
    ("public", "name"), [("1", "EXERCICIO-{id}-public.zip"), ("0", "EXERCICIO-Simulacro-restricted.zip")]
)
def test_each_is_a_whole_archive_that_holds(play, olga, tmp_path, public, name):
    answer = olga.post(page_of(play), seen=page_of(play), public=public)
    (tmp_path / "b.zip").write_bytes(answer.data)

    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"] == f"attachment; filename={name.format(id=play.id)}"
    assert answer.headers["Content-Type"] == "application/zip"
    assert "no-store" in answer.headers["Cache-Control"]
    assert verify(tmp_path / "b.zip").holds


def test_what_she_takes_has_no_consents(play, olga, tmp_path):
    play.do(give_consent, play.beatriz, purpose="research")
    answer = olga.post(page_of(play), seen=page_of(play), public="0")
    (tmp_path / "b.zip").write_bytes(answer.data)

    assert "tables/consent.jsonl" not in files_of(tmp_path / "b.zip")
    assert "tables/participant.jsonl" in files_of(tmp_path / "b.zip")


def test_whoever_takes_one_is_in_the_log_of_the_house(play, olga):
    olga.post(page_of(play), seen=page_of(play), public="1")
    [(actor, payload)] = play.sql("SELECT actor, payload FROM log WHERE kind = 'bundle_made'")

    assert actor == f"account:{play.cast.olga.id}"
    assert json.loads(payload)["drill"] == play.id


@pytest.mark.parametrize("who", ["fatima", "edo", "olu"])
def test_nobody_else_finds_anything(play, signed_in, who):
    browser = signed_in(who)
    assert browser.get(page_of(play)).status_code == 404
    assert browser.post(page_of(play), seen="/account", public="1").status_code == 404
    assert browser.post(page_of(play), seen="/account", public="0").status_code == 404

    assert play.sql("SELECT count(*) FROM log WHERE kind = 'bundle_made'") == [(0,)]


def test_a_form_without_its_token_gives_nothing(play, olga):
    assert olga.client.post(page_of(play), data={"public": "1"}).status_code == 400


def test_a_programme_is_taken_with_its_drills(cast, olga):
    programme = cast.house.perform(create_programme, PROGRAM, name="Panamá")
    play = cast.play(programme_id=programme)
    page = olga.get(f"/programmes/{programme}/bundle").text
    answer = olga.post(f"/programmes/{programme}/bundle", seen=f"/programmes/{programme}/bundle", public="0")

    assert "Panamá" in page and f'href="/programmes/{programme}"' in page and "exercise-band" not in page
    assert f'href="/programmes/{programme}/bundle"' in olga.get(f"/programmes/{programme}").text

    assert answer.headers["Content-Disposition"] == "attachment; filename=Panama-restricted.zip"
    assert f"log/drill-{play.id}.jsonl" in ZipFile(io.BytesIO(answer.data)).namelist()
    assert olga.post("/programmes/nowhere/bundle", seen="/account", public="0").status_code == 404


def test_names_stay_hidden_until_two_people_have_closed_the_register(cast, olga):
    play = played(cast, two_people=True)
    assert 'value="0"' not in olga.get(page_of(play)).text
    assert olga.post(page_of(play), seen=page_of(play), public="0").status_code == 409
    assert olga.post(page_of(play), seen=page_of(play), public="1").status_code == 200
    rule_on_late(play)
    by_two(play, "rule", about=about(play, "inject_delivered"), verdict="stands", reason="no_effect")
    rate_all(play, cast.edo)
    play.do(close_rating, cast.olga)
    by_two(play, "close_register")

    assert olga.post(page_of(play), seen=page_of(play), public="0").status_code == 200
