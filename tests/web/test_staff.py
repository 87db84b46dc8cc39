"""The staff's pages: who sees which drill, making one, its teams and codes, the accounts."""

import io
import re
import zipfile

import pytest

from scenarios.library import shipped
from simulator.reading.drills import teams_page
from simulator.reading.people import find_link
from tests.cast import STAFF
from tests.web.conftest import Browser
from web import door

WAYS = {
    "Console": "console",
    "Teams and codes": "teams",
    "The story": "watch",
    "Rating desk": "desk",
    "Standings": "standings",
}


@pytest.fixture
def english(signed_in):
    """Sign somebody of the cast in, who reads English."""

    def sign_in(who):
        browser = signed_in(who)
        browser.post("/language", language="en", back="/drills")
        return browser

    return sign_in


def ways(page):
    return [name for name in WAYS if re.search(rf'aria-label="{name}: ', page)]


def teams_of(play):
    return play.see(teams_page, play.cast.fatima)["teams"]


def test_everybody_has_the_ways_of_her_role(english, cast):
    play = cast.play()
    cast.grant(cast.edo, "evaluator", play.id)

    seen = {who: ways(english(who).get("/drills").text) for who in STAFF}

    assert seen == {
        "fatima": ["Console", "Teams and codes", "The story"],
        "edo": ["Rating desk"],
        "eun": ["Rating desk"],
        "olga": ["Console", "Teams and codes", "The story", "Standings"],
        "olu": ["The story"],
    }


def test_a_drill_says_its_state_in_words(english, cast):
    cast.play().start()

    page = english("fatima").get("/drills").text
    assert re.search(r'class="state running">.*running', page)
    assert "2 teams" in page


def test_without_a_drill_the_page_says_what_comes_next(english):
    assert "No drill yet. Prepare one" in english("fatima").get("/drills").text
    assert "gives you a role in one" in english("edo").get("/drills").text


def test_only_those_who_make_drills_are_offered_it(english):
    assert english("edo").get("/drills/new").status_code == 404
    assert english("edo").post("/drills/new", seen="/drills", scenario="ceiba-roja", name="X").status_code == 404
    assert "Prepare a drill" not in english("edo").get("/drills").text


def test_strangers_and_participants_are_asked_to_sign_in(app, cast):
    play = cast.play()
    for path in ("/drills", "/drills/new", f"/drills/{play.id}/teams", f"/drills/{play.id}/codes", "/staff"):
        assert Browser(app).get(path).headers["Location"].startswith("/sign-in")


def test_the_shipped_scenarios_are_offered_with_length_and_languages(english):
    page = english("fatima").get("/drills/new").text

    for one in shipped():
        assert one.scenario.title.say("en", one.scenario.languages) in page
    assert "15 minutes · es, pt, en, fr" in page


def test_a_drill_is_made_from_the_library_and_its_teams_follow(english, house):
    fatima = english("fatima")
    facts = {"scenario": "ceiba-roja", "name": "Simulacro", "language": "pt", "time_zone": "America/Panama"}
    made = fatima.post("/drills/new", facts, seen="/drills/new", ai_allowed="1")
    assert made.status_code == 303

    page = made.headers["Location"]
    added = fatima.post(page, seen=page, teams="Azul; es\n\n Verde ;EN\nRoja\n")
    assert added.headers["Location"] == page
    shown = fatima.get(page).text
    assert re.findall(r'<h2 id="team-\w+">(\w+)</h2>', shown) == ["Azul", "Verde", "Roja"]
    assert re.findall(r"Language: (\w+)", shown) == ["Español", "English", "Português"]


def test_lines_that_cannot_be_used_stay_with_the_reason(english, cast):
    play = cast.play()
    page = f"/drills/{play.id}/teams"
    answer = english("fatima").post(page, seen=page, teams="Rosa; es\nazul; es\nGris; de")

    assert answer.status_code == 409
    assert "There is already a team called “azul”" in answer.text
    assert "“Gris”: choose one of the languages" in answer.text
    assert re.search(r">azul; es\nGris; de</textarea>", answer.text)
    assert [team["name"] for team in teams_of(play)] == ["Azul", "Verde", "Rosa"]


def upload(browser, data, name, **more):
    form = {"scenario": "upload", "name": "Propio", "time_zone": "America/Lima", "file": (io.BytesIO(data), name)}
    return browser.post("/drills/new", form | more, seen="/drills/new")


def test_all_findings_of_an_uploaded_scenario_are_shown_with_their_places(english):
    text = b"format: 1\nid: a b\nlanguages: [es]\ntitle: Prueba\nduration: soon\nseats: {lead: {title: Jefa}}\n"
    answer = upload(english("fatima"), text + b"injects: [{id: '01', at: 0, title: t, to: [led]}]\n", "mine.yaml")

    places = re.findall(r'<span class="code">(\d+:\d+)</span>', answer.text)
    assert answer.status_code == 409
    assert {"2:5", "5:11"} <= set(places)
    assert "“soon” is not a length of time. Write it like 90s" in answer.text
    assert 'value="Propio"' in answer.text
    assert re.search(r'value="upload" checked', answer.text)


def test_an_archive_with_files_can_be_uploaded(english):
    package = next(one.package for one in shipped() if one.scenario.id == "ceiba-roja")
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("scenario.yaml", package.document)

    assert upload(english("fatima"), archive.getvalue(), "mine.ZIP").status_code == 303
    broken = upload(english("fatima"), b"PK nonsense", "mine.zip")
    assert (broken.status_code, "cannot be opened" in broken.text) == (409, True)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"scenario": "upload"}, "Choose a scenario from the library"),
        ({"scenario": "nonsense"}, "Choose a scenario from the library"),
        ({"time_zone": "Mars/Olympus"}, "“Mars/Olympus” is not a time zone"),
        ({"name": " "}, "Give the drill a name"),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_stays(english, wrong, sentence):
    facts = {"scenario": "ceiba-roja", "name": "Simulacro", "language": "fr", "time_zone": "America/Panama"}
    answer = english("fatima").post("/drills/new", facts | {"rehearsal": "1"} | wrong, seen="/drills/new")

    assert answer.status_code == 409
    assert sentence in answer.text
    assert re.search(r'value="fr" selected', answer.text)
    assert re.search(r'name="rehearsal" value="1" checked', answer.text)


def test_a_team_shows_its_code_its_link_and_its_people(english, cast):
    play = cast.play()
    page = english("fatima").get(f"/drills/{play.id}/teams").text

    code = play.codes["Azul"]
    assert f">{code}<" in page
    assert f"http://localhost/join/{code}" in page
    assert page.count("data:image/svg+xml") == 2
    assert re.search(r"Beatriz.*not connected.*Jefa", page, re.DOTALL)


def test_people_are_renamed_moved_and_removed_once_it_is_confirmed(english, cast):
    play, fatima = cast.play(), english("fatima")
    page = f"/drills/{play.id}/teams"
    member = f"/drills/{play.id}/members/{play.bruna.id}"

    fatima.post(f"{member}/rename", seen=page, name="Bruna Lima")
    fatima.post(f"{member}/move", seen=page, team=play.verde)
    asked = fatima.post(f"{member}/remove", seen=page)
    assert "Tick “Yes, take her out”" in asked.text
    assert {one["name"] for one in teams_of(play)[1]["members"]} == {"Gwen", "Giselle", "Bruna Lima"}
    fatima.post(f"{member}/remove", seen=page, sure="1")
    assert {one["name"] for one in teams_of(play)[1]["members"]} == {"Gwen", "Giselle"}


def test_joining_is_closed_and_opened_again(app, english, cast):
    play, fatima = cast.play(), english("fatima")
    page, code = f"/drills/{play.id}/teams", play.codes["Azul"]

    fatima.post(f"/drills/{play.id}/joining", seen=page, joining="0")
    assert Browser(app).get(f"/join/{code}").status_code == 404
    fatima.post(f"/drills/{play.id}/joining", seen=page, joining="1")
    assert Browser(app).get(f"/join/{code}").status_code == 200


def test_a_name_that_is_taken_is_said_beside_the_teams(english, cast):
    play = cast.play()
    answer = english("fatima").post(
        f"/drills/{play.id}/teams/{play.verde}/rename", seen=f"/drills/{play.id}/teams", name="AZUL"
    )
    assert (answer.status_code, "There is already a team called “AZUL”" in answer.text) == (409, True)


def test_an_organizer_sees_the_teams_but_moves_nobody(english, cast):
    play, olga = cast.play(), english("olga")
    page = f"/drills/{play.id}/teams"

    assert "take her out" not in olga.get(page).text
    assert olga.post(f"/drills/{play.id}/members/{play.bruna.id}/remove", seen=page, sure="1").status_code == 404


def test_a_card_speaks_its_teams_language_and_is_marked(english, cast):
    play = cast.play()
    page = english("fatima").get(f"/drills/{play.id}/codes").text
    cards = re.findall(r'<article class="join-card" lang="(\w+)">(.*?)</article>', page, re.DOTALL)

    assert [language for language, _card in cards] == ["es", "en"]
    assert "EJERCICIO" in cards[0][1] and "Lea las reglas" in cards[0][1] and play.codes["Azul"] in cards[0][1]
    assert "EXERCISE" in cards[1][1] and "Read the rules" in cards[1][1]


def test_an_organizer_invites_somebody_and_is_shown_the_link(english, house, cast):
    play, olga = cast.play(), english("olga")
    form = {"name": "Nina", "email": "nina@ministry.example", "role": ["evaluator", "observer"]}
    form["where"] = f"drill:{play.id}"
    page = olga.post("/staff", form, seen="/staff").text

    token = re.search(r"http://localhost/invite/([\w-]+)", page)[1]
    assert house.look(find_link, cast.stranger, token=token)["name"] == "Nina"
    given = re.search(r"<h3>Nina</h3>.*?</ul>", page, re.DOTALL)[0]
    assert re.findall(r"<li><span>(\w+) · <span class=\"soft\">Simulacro", given) == ["evaluator", "observer"]
    again = olga.post("/staff", form, seen="/staff")
    assert (again.status_code, "already an account" in again.text) == (409, True)
    assert 'value="nina@ministry.example"' in again.text


def test_a_new_link_ends_the_one_before(english, house, cast):
    olga = english("olga")
    first, second = (
        re.search(r"/invite/([\w-]+)", olga.post(f"/staff/{cast.edo.id}/link", seen="/staff", name="Edo").text)[1]
        for _time in range(2)
    )

    assert house.look(find_link, cast.stranger, token=first) is None
    assert house.look(find_link, cast.stranger, token=second)["email"] == "edo@ministry.example"


def test_one_more_role_is_given(english, cast):
    play = cast.play()
    english("olga").post(f"/staff/{cast.olu.id}/roles", seen="/staff", role="evaluator", where=f"drill:{play.id}")

    assert "Rating desk" in ways(english("olu").get("/drills").text)


def test_accounts_are_for_organizers_only(english, cast):
    for who in ("fatima", "edo", "olu"):
        assert english(who).get("/staff").status_code == 404
        assert english(who).post(f"/staff/{cast.edo.id}/link", seen="/drills").status_code == 404


def test_every_cookie_of_a_session_is_closed_to_scripts(browser, cast):
    code = cast.play(joined=False).codes["Azul"]
    answer = browser.post(f"/join/{code}", privacy="1", rules="1", name="Ana", language="es")
    cookies = [cookie for cookie in answer.headers.getlist("Set-Cookie") if cookie.startswith(door.TEAM)]

    assert len(cookies) == 1
    assert "HttpOnly" in cookies[0] and "SameSite=Lax" in cookies[0]
