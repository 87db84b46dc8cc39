"""The privacy notice: its words belong to their version, stand in four languages, and are read before anybody plays."""

import hashlib
import re
from pathlib import Path

import pytest

from simulator.actions.notice import name_controller
from simulator.actions.running import end_drill
from simulator.notice import APPLICATION_NOTICE, NOTICE, PURPOSES
from simulator.retention import KEEP_APPLICATIONS, KEEP_MAILS, KEEP_SESSIONS, KEEP_UNSENT, KEEP_WORDS
from tests.play import NAME
from tests.web.conftest import Browser, who
from web.notice import application_privacy, privacy, purposes, rules, texts_of
from web.words import LANGUAGES

FOLDER = Path(__file__).parents[2] / "web" / "notice"
# Words that people have read never change. New words? A new folder, named in simulator/notice.py, and its line here.
DIGESTS = {"2026-11": "adbb7af9fa945897", "app-2026-11": "5dadd0d3d8276e50"}
READ = {"privacy": "1", "rules": "1"}
NOBODY_NAMED = {"name": "", "contact": ""}
YEAR = {"es": "1 año", "pt": "1 ano", "en": "1 year", "fr": "1 an"}
DAYS = {"es": "30 días", "pt": "30 dias", "en": "30 days", "fr": "30 jours"}


def digest_of(version):
    told = hashlib.sha256()
    for path in sorted((FOLDER / version).iterdir()):
        told.update(path.name.encode() + b"\0" + path.read_bytes())
    return told.hexdigest()[:16]


def test_the_words_of_a_version_are_those_that_people_have_read():
    assert {path.name for path in FOLDER.iterdir() if path.is_dir() and path.name[0] != "_"} == set(DIGESTS)
    assert {version: digest_of(version) for version in DIGESTS} == DIGESTS


def test_the_current_version_is_there_and_fits_its_column():
    assert {NOTICE, APPLICATION_NOTICE} <= set(DIGESTS)
    assert max(map(len, DIGESTS)) <= 12


@pytest.mark.parametrize("version", DIGESTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_says_the_same_things(language, version):
    texts, english = texts_of(version, language), texts_of(version, "en")

    assert list(texts) == list(english)
    for name, text in texts.items():
        for sign in ("### ", "- ", "**", "{ai}", "{controller}", "{name}", "{contact}"):
            assert text.count(sign) == english[name].count(sign), (name, sign)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_notice_names_the_lengths_that_are_kept_to(language):
    assert (KEEP_SESSIONS.days, KEEP_WORDS.days) == (30, 365)
    said = privacy(language, NOBODY_NAMED)

    assert DAYS[language] in said
    assert said.count(YEAR[language]) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_notice_of_applications_names_its_lengths_and_who_answers(language):
    assert (KEEP_UNSENT.days, KEEP_MAILS.days, KEEP_APPLICATIONS.days) == (30, 30, 365)
    said = application_privacy(language, {"name": "Red <b>Vincula</b>", "contact": "olga@vincula.example"})

    assert said.count(DAYS[language]) == 3 and said.count(YEAR[language]) == 1
    assert "Red &lt;b&gt;Vincula&lt;/b&gt;" in said and "olga@vincula.example" in said and "{" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_consent_is_words_that_fit_beside_a_box(language):
    said = purposes(language)

    assert tuple(said) == PURPOSES
    assert all(words.startswith("<strong>") and "<p>" not in words for words in said.values())


def test_the_rules_say_whether_ai_tools_are_allowed():
    assert "You may use AI tools" in rules("en", ai_allowed=True)
    assert "Please use no AI tools" in rules("en", ai_allowed=False)
    assert "{" not in rules("en", ai_allowed=True) + rules("en", ai_allowed=False)


def test_who_answers_for_the_data_is_named_in_plain_words():
    named = privacy("es", {"name": "<b>Ministerio</b> {contact} **a**", "contact": "[x](javascript:alert) & {name}"})

    assert "&lt;b&gt;Ministerio&lt;/b&gt; {contact} **a**" in named
    assert "[x](javascript:alert) &amp; {name}" in named
    assert "la organización que la invitó" in privacy("es", NOBODY_NAMED)


def join(browser, code, name="Ana", **more):
    return browser.post(f"/join/{code}", READ | {"name": name, "language": "es", "notice": NOTICE} | more)


def test_it_is_read_in_the_readers_language_before_the_form(app, cast):
    play = cast.play(joined=False)
    cast.house.perform(name_controller, cast.olga, name="Ministerio de Salud", contact="datos@salud.example")
    page = Browser(app, language="pt").get(f"/join/{play.codes['Azul']}").text

    assert "<strong>Ministerio de Salud</strong> responde por estes dados" in page
    assert "Por favor, não use ferramentas de IA" in page
    assert f'name="notice" value="{NOTICE}"' in page
    assert 'name="name"' not in page


def test_a_page_opened_before_the_words_changed_asks_to_read_again(app, house, play):
    browser = Browser(app)
    answer = join(browser, play.codes["Azul"], notice="2020-01")

    assert answer.status_code == 409
    assert "Read it once more" in answer.text
    assert browser.holds("prontas_team") is None


def test_what_she_read_where_she_joined_is_kept(app, house, play):
    browser = Browser(app)
    assert join(browser, play.codes["Azul"]).status_code == 303
    kept = play.sql("SELECT notice FROM participant WHERE id = :id", id=who(browser, house).id)

    assert kept == [(NOTICE,)]
    assert browser.get("/play").status_code == 200


def test_no_consent_is_ticked_before_she_ticks_it(app, house, play):
    browser = Browser(app)
    page = browser.post(f"/join/{play.codes['Azul']}", READ | {"notice": NOTICE}).text
    assert len(re.findall(r'name="consent" value="\w+" >', page)) == len(PURPOSES)

    join(browser, play.codes["Azul"], consent=["research", "recording"])
    query = "SELECT purpose FROM consent WHERE participant_id = :id ORDER BY purpose"
    assert play.sql(query, id=who(browser, house).id) == [("recording",), ("research",)]


def test_consents_she_ticked_are_not_lost_when_her_name_is_taken(app, play):
    answer = join(Browser(app), play.codes["Azul"], "Beatriz", consent="publication")

    assert answer.status_code == 409
    assert 'name="consent" value="publication" checked' in answer.text
    assert 'name="consent" value="research" >' in answer.text


def test_organizers_keep_who_answers_and_nobody_else_sees_the_page(signed_in, house, cast):
    olga = signed_in("olga", language="en")
    assert "Ainda não há ninguém indicado" in olga.get("/staff/notice").text
    half = olga.post("/staff/notice", name="Ministério", contact="")
    assert (half.status_code, 'value="Ministério"' in half.text) == (409, True)
    assert olga.post("/staff/notice", name="Ministério", contact="dados@saude.example").status_code == 303
    assert "<strong>Ministério</strong> responde por estes dados" in olga.get("/staff/notice").text
    assert "/staff/notice" in olga.get("/drills").text

    fatima = signed_in("fatima")
    assert fatima.get("/staff/notice").status_code == 404
    assert fatima.post("/staff/notice", name="x", contact="y").status_code == 404
    assert "/staff/notice" not in fatima.get("/drills").text


def test_staff_read_on_the_teams_page_how_many_allowed_what_once_it_has_ended(signed_in, app, play):
    def said():
        page = signed_in("fatima").get(f"/drills/{play.id}/teams").text
        return re.findall(r"<li><strong>(\w+\s?\w*)\.</strong>.*?<strong>(.*?)</strong></li>", page, re.DOTALL)

    for number in range(6):
        join(Browser(app), play.codes["Azul"], f"Ana {number}", consent="research")
    join(Browser(app), play.codes["Verde"], "Nova")
    play.start()
    assert {words for _purpose, words in said()} == {"se cuenta al terminar el ejercicio"}
    play.do(end_drill, play.cast.fatima, name=NAME)

    assert said() == [
        ("Grabaciones", "no se dice"), ("Mi nombre", "no se dice"), ("Investigación", "5 personas o más"),
    ]  # fmt: skip
