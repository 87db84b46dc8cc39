"""The audit's pages: who did what in words of four languages, as a file, checked; people told and erased."""

import ast
import csv
import io
import json
import re
from pathlib import Path

import pytest

from simulator.actions.accounts import disable_account
from simulator.actions.drills import rename_team
from simulator.actions.joining import rename_participant
from simulator.actor import PROGRAM
from simulator.kinds import KINDS
from simulator.reading.people import staff_list
from simulator.rows import Drill
from tests.web.conftest import Browser
from tests.web.rated_play import end, rate_all, rated_play
from web.audit.kind_words import DRILL_KINDS, HOUSE_KINDS, WORDS
from web.words import LANGUAGES, say

SIMULATOR = Path(__file__).parents[2] / "simulator"
HOUSE_WRITERS = {"tell_house", "_told", "_tell"}


@pytest.fixture
def play(cast):
    """Give a rated drill with names and answers in it."""
    return cast.once(rated_play)


@pytest.fixture
def olga(signed_in):
    """Sign Olga in."""
    return signed_in("olga")


def path_of(play):
    return f"/drills/{play.id}/audit"


def house_kinds():
    """Find every kind that some code of the simulator writes to the house's log."""
    for path in SIMULATOR.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in HOUSE_WRITERS:
                for given in node.args:
                    for part in ast.walk(given):
                        if isinstance(part, ast.Constant) and isinstance(part.value, str):
                            yield part.value


def test_every_kind_has_words_in_every_language():
    assert set(DRILL_KINDS) == set(KINDS)
    assert set(HOUSE_KINDS) == set(house_kinds())
    for language in LANGUAGES:
        assert all(say(language, words) for words in WORDS.values())


def test_an_organizer_reads_who_did_what_in_her_language(play, olga):
    page = olga.get(path_of(play)).text

    assert "<h1>Quem fez o quê</h1>" in page
    assert "Resposta recebida" in page and ">Beatriz</a>" in page and ">Azul</a>" in page
    assert "A cadeia está íntegra" in page
    assert 'class="exercise-band"' in page
    assert "frontera" not in page


def test_the_house_has_no_exercise_mark_and_its_own_words(olga):
    page = olga.get("/staff/audit").text

    assert "Conta criada" in page and "Papel dado" in page
    assert 'class="exercise-band"' not in page


def test_a_row_leads_to_its_like(play, olga):
    page = olga.get(path_of(play)).text
    links = re.findall(rf'href="({path_of(play)}\?(?:kind|person|team)=[^"]+)"', page)
    assert {link.partition("?")[2].partition("=")[0] for link in links} == {"kind", "person", "team"}
    for link in sorted(set(links)):
        assert olga.get(link.replace("&amp;", "&")).status_code == 200


def test_pages_go_back_and_forth_with_their_filters(play, olga, cast):
    for n in range(105):
        play.do(rename_team, cast.fatima, team_id=play.azul, name=f"Azul {n}")
    seen, link = [], f"{path_of(play)}?team={play.azul}"
    while link:
        page = olga.get(link).text
        seen += re.findall(r'id="row-(\d+)"', page)
        found = re.search(r'rel="next" href="([^"]+)"', page)
        link = found[1].replace("&amp;", "&") if found else None
        assert link is None or f"team={play.azul}" in link
    shown = "SELECT seq FROM log WHERE stream = :s AND team = :t AND kind != 'consents_chosen'"
    rows = play.sql(shown, s=f"drill:{play.id}", t=play.azul)
    assert [int(seq) for seq in seen] == sorted((row[0] for row in rows), reverse=True)
    assert 'rel="prev"' in page


def test_times_are_of_the_drills_own_zone(play, olga, cast):
    with cast.house._sessions.begin() as session:
        session.get_one(Drill, play.id).time_zone = "America/Costa_Rica"
    # START is 12:30 UTC, half past six in the morning there.
    early = olga.get(f"{path_of(play)}?until=2026-03-02T06:30").text
    late = olga.get(f"{path_of(play)}?since=2026-03-02T06:36").text

    assert "Exercício criado</a>" in early and "Resposta recebida</a>" not in early
    assert "Exercício criado</a>" not in late and "Resposta recebida</a>" in late


@pytest.mark.parametrize(
    ("asked", "words"),
    [("since=yesterday", "yesterday"), ("since=2026-03-03T10:00&until=2026-03-02T10:00", "Inverta-as")],
)
def test_a_time_that_is_none_is_said_and_nothing_is_lost(play, olga, asked, words):
    answer = olga.get(f"{path_of(play)}?{asked}")

    assert answer.status_code == 409 and words in answer.text
    assert 'id="row-1"' in answer.text or 'rel="next"' in answer.text


@pytest.mark.parametrize(
    "asked", ["kind=%00", "person=a'b", "team=%25", "before=-1", "after=1e9", "before=99999999999999999"]
)
def test_what_no_link_of_ours_asks_is_not_there(play, olga, asked):
    assert olga.get(f"{path_of(play)}?{asked}").status_code == 404


def test_nothing_found_says_the_next_step(play, olga):
    assert "Retire um deles" in olga.get(f"{path_of(play)}?kind=drill_stopped").text


def table(answer):
    return list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))


def test_the_file_has_every_row_in_order_and_no_formula(play, cast, olga):
    play.do(rename_team, cast.fatima, team_id=play.azul, name="=cmd|' /C calc'!A0")
    play.do(rename_participant, cast.fatima, participant_id=play.bruna.id, name="+1+1")
    answer = olga.get(f"{path_of(play)}.csv")
    rows = table(answer)

    shown = [seq for seq, (kind, *_rest) in enumerate(play.log(), start=1) if kind != "consents_chosen"]
    assert [int(row["seq"]) for row in rows] == shown
    assert re.search(r"filename=EXERC\w*-Simulacro-audit\.csv", answer.headers["Content-Disposition"])
    assert {row["team_name"] for row in rows} == {"", "'=cmd|' /C calc'!A0", "Verde"}
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())
    sent = next(row for row in rows if row["kind"] == "response_received")
    assert (sent["words"], sent["actor_name"]) == ("Resposta recebida", "Beatriz")
    assert json.loads(sent["payload"])["inject"] == "01"
    assert len(sent["hash"]) == 64 and sent["at"].endswith("+00:00")


def test_the_file_has_the_filters_of_its_page(play, olga):
    rows = table(olga.get(f"{path_of(play)}.csv?kind=response_received&team={play.verde}"))

    assert [(row["kind"], row["team_name"]) for row in rows] == [("response_received", "Verde")]
    assert table(olga.get("/staff/audit.csv?kind=account_created"))[0]["words"] == "Conta criada"


def test_a_broken_chain_is_said_first_and_its_row_is_marked(play, olga):
    play.sql("UPDATE log SET actor = 'program' WHERE stream = :s AND kind = 'response_received'", s=f"drill:{play.id}")
    ((first,),) = play.sql(
        "SELECT min(seq) FROM log WHERE stream = :s AND kind = 'response_received'", s=f"drill:{play.id}"
    )
    page = olga.get(path_of(play)).text

    assert f"A cadeia está quebrada na linha {first}." in page
    assert f'id="row-{first}" class="bad"' in page


def test_a_long_chain_is_checked_when_it_is_asked_for(play, olga, monkeypatch):
    monkeypatch.setattr("web.audit.pages.CHECKED_AT_ONCE", 3)
    page = olga.get(path_of(play)).text
    assert "não verificadas agora" in page
    link = re.search(r'href="([^"]+check=1[^"]*)"', page)[1]

    assert "A cadeia está íntegra" in olga.get(link.replace("&amp;", "&")).text


@pytest.mark.parametrize("who", ["fatima", "edo", "olu"])
@pytest.mark.parametrize("page", ["audit", "audit.csv", "people"])
def test_nobody_else_finds_the_pages(play, signed_in, who, page):
    assert signed_in(who).get(f"/drills/{play.id}/{page}").status_code == 404
    assert signed_in(who).get("/staff/audit").status_code == 404


def test_the_people_of_a_drill_and_a_file_for_one_of_them(play, olga):
    page = olga.get(f"/drills/{play.id}/people").text
    assert "365 dias depois" in page
    answer = olga.get(f"/drills/{play.id}/people/{play.beatriz.id}/data.json")

    assert answer.headers["Content-Disposition"].endswith("-Simulacro-data.json")
    assert json.loads(answer.text)["person"]["name"] == "Beatriz"


def test_an_organizer_erases_somebody_by_typing_her_name(play, cast, olga):
    path = f"/drills/{play.id}/people/{play.beatriz.id}/erase"
    assert "ainda pode responder" in olga.get(path).text
    end(play)
    shown = olga.get(path).text
    assert "3 de suas respostas ainda esperam" in shown

    wrong = olga.post(path, name="Bea", seen=path)
    assert wrong.status_code == 409 and "Esse não é o nome" in wrong.text
    done = olga.post(path, name=" beatriz ", seen=path)

    assert done.status_code == 303
    page = olga.get(f"/drills/{play.id}/people").text
    assert "Beatriz" not in page and "uma pessoa apagada" in page
    assert "Ela já foi apagada" in olga.get(path).text
    audit = olga.get(path_of(play)).text
    assert "Pessoa apagada" in audit and "uma pessoa apagada" in audit and "Beatriz" not in audit


def test_every_page_shows_an_erased_person_without_a_name(play, cast, olga, signed_in, house, app):
    rate_all(play, cast.edo)
    end(play)
    path = f"/drills/{play.id}/people/{play.beatriz.id}/erase"
    olga.post(path, name="Beatriz", seen=path)
    fatima, edo = signed_in("fatima"), signed_in("edo")
    pages = [
        fatima.get(f"/drills/{play.id}/console"), fatima.get(f"/drills/{play.id}/teams"),
        edo.get(f"/drills/{play.id}/desk"), olga.get(f"/drills/{play.id}/standings"),
        olga.get(path_of(play)), olga.get(f"{path_of(play)}.csv"),
    ]  # fmt: skip

    assert {page.status_code for page in pages} == {200}
    assert not any("Beatriz" in page.text or "frontera" in page.text for page in pages)


def test_a_day_holds_the_drill_back(play, olga):
    people = f"/drills/{play.id}/people"
    assert olga.post(f"/drills/{play.id}/keep", until="2027-06-01", seen=people).status_code == 303
    assert 'value="2027-06-01"' in olga.get(people).text
    for odd in ("2020-01-01", "soon", "2999-01-01"):
        assert olga.post(f"/drills/{play.id}/keep", until=odd, seen=people).status_code == 409
    assert olga.post(f"/drills/{play.id}/keep", until="", seen=people).status_code == 303
    assert 'value="2027-06-01"' not in olga.get(people).text


def test_a_closed_account_is_erased_by_typing_its_owners_name(cast, olga):
    path = f"/staff/{cast.olu.id}/erase"
    assert "Desative primeiro a conta" in olga.get(path).text
    cast.house.perform(disable_account, PROGRAM, account_id=cast.olu.id)
    assert olga.post(path, name="Olga", seen=path).status_code == 409

    assert olga.post(path, name="Olu", seen=path).status_code == 303
    assert cast.olu.id not in {one["id"] for one in cast.house.look(staff_list, cast.olga)}
    assert "uma pessoa apagada" in olga.get("/staff/audit").text
    assert olga.get(f"/staff/{cast.olga.id}/erase").status_code == 200


def test_everybody_of_the_staff_takes_her_own_data_and_nobody_elses(cast, signed_in, app):
    edo = signed_in("edo")
    mine = edo.get("/account/data.json")
    assert json.loads(mine.text)["person"]["email"] == "edo@ministry.example"
    assert mine.headers["Content-Disposition"] == "attachment; filename=prontas-data.json"
    assert edo.get(f"/staff/{cast.eun.id}/data.json").status_code == 404
    assert Browser(app).get("/account/data.json").status_code == 303
