"""Calls as everybody reads them, and an application from its first word to its receipt, without scripts."""

import io
import re

import pytest

from simulator.actions.sessions import open_applicant_session
from simulator.actor import PROGRAM
from simulator.notice import APPLICATION_NOTICE
from tests.applying import CLOSES, GRACE, OPENS, Applying, call_bytes, member, pdf, picture, whole
from tests.cast import seconds
from tests.web.conftest import CSRF, Browser
from web import door
from web.applicant.files import UPLOADS

BEGIN = {"privacy": "1", "notice": APPLICATION_NOTICE, "name": "Ana", "mail": "ana@mh.example", "language": "es"}
WORDS = {
    "language": "es", "f-country": "CR", "f-institution": "Ministerio de Hacienda", "f-need": "Nos atacan.",
    "m-0-name": "Ana", "m-0-mail": "ana@mh.example", "m-0-f-post": "Analista", "m-0-c": "takes_part",
    "m-1-name": "Eva", "m-1-mail": "eva@mh.example", "m-1-f-post": "Jefa", "m-1-c": "takes_part",
}  # fmt: skip
LETTER = {
    "d-letter-asked": "1",
    "d-letter-role": "head",
    "d-letter-name": "Dra. Paz",
    "d-letter-e": ["presents", "commits"],
}


@pytest.fixture
def programme(cast):
    """Give a programme whose call has been open for a day."""
    return cast.once(Applying)


@pytest.fixture
def ana(app, programme):
    """Give the browser of a lead who has begun."""
    browser = Browser(app)
    answer = browser.post(f"/calls/{programme.id}/apply", BEGIN, seen=f"/calls/{programme.id}/apply")
    assert answer.headers["Location"] == "/application/link"
    return browser


def come_back(browser, programme):
    """Open a session anew, as by the personal link, where the one before is over."""
    (application_id,) = programme.sql("SELECT id FROM application")[0]
    token = programme.house.perform(open_applicant_session, PROGRAM, application_id=application_id)
    browser.client.set_cookie(door.APPLICATION, token)


def version(browser):
    return re.search(r'name="version" value="(\d+)"', browser.get("/application").text)[1]


def press(browser, button="save", files=None, **fields):
    """Press a button of the application's form."""
    page = browser.get("/application").text
    told = {"csrf_token": CSRF.search(page)[1], "version": version(browser), **WORDS, button: "1", **fields}
    return browser.client.post(
        "/application", data=told | (files or {}), content_type="multipart/form-data",
        environ_base={"REMOTE_ADDR": browser.address},
    )  # fmt: skip


def a_file(content=None, name="carta.pdf"):
    return (io.BytesIO(pdf() if content is None else content), name)


def test_a_call_is_there_for_everybody_in_her_language_with_its_times_in_several_zones(programme, app):
    for language, words in (
        ("es", "Abierta hasta"),
        ("pt", "Aberta até"),
        ("en", "Open until"),
        ("fr", "Ouvert jusqu"),
    ):
        page = Browser(app, language=language).get(f"/calls/{programme.id}").text
        assert words in page
        assert "07:30 (Panam" in page and "09:30 (S" in page and "12:30 UTC" in page
        assert not re.search("midnight|medianoche|meia-noite|minuit", page)
    assert "Mujeres y Ciberseguridad" in Browser(app, language="es").get("/calls").text
    assert "Mulheres e Cibersegurança" in Browser(app, language="pt").get("/calls").text


def test_the_call_s_file_is_something_to_save_and_the_digest_stands_beside_it(programme, browser):
    answer = browser.get(f"/calls/{programme.id}/call.yaml")
    assert answer.data == call_bytes()
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert programme.opened["rules"] in browser.get(f"/calls/{programme.id}").text


@pytest.mark.parametrize(
    ("at", "words"), [(OPENS - seconds(1), "Applications open"), (CLOSES + GRACE + seconds(1), "have ended")]
)
def test_before_and_after_the_window_the_page_says_so(programme, browser, at, words):
    programme.clock.now = at
    page = browser.get(f"/calls/{programme.id}").text
    assert words in page and "Begin an application" not in page
    assert "2026" in browser.get("/calls").text or words in browser.get("/calls").text
    answer = browser.post(f"/calls/{programme.id}/apply", BEGIN, seen=f"/calls/{programme.id}/apply")
    assert answer.status_code == 409 and "2026" in answer.text


def test_nobody_begins_before_she_has_read_the_notice(programme, browser):
    path = f"/calls/{programme.id}/apply"
    answer = browser.post(path, BEGIN, seen=path, privacy="")
    assert answer.status_code == 409 and "Tick the box" in answer.text and "ana@mh.example" in answer.text
    assert browser.post(path, BEGIN, seen=path, notice="old").status_code == 409
    assert programme.sql("SELECT * FROM application") == []


def test_the_link_is_shown_once_and_brings_her_back_on_another_device(ana, app, programme):
    first = ana.get("/application/link")
    token = re.search(r"/apply/([\w-]+)", first.text)[1]
    assert ana.get("/application/link").headers["Location"] == "/application"

    phone = Browser(app, language="pt")
    assert "/application" not in phone.get(f"/apply/{token}").headers.get("Location", "")
    answer = phone.post(f"/apply/{token}", seen=f"/apply/{token}")
    assert answer.headers["Location"] == "/application" and phone.get("/application").status_code == 200
    assert phone.post("/application/leave", seen="/application").headers["Location"] == "/calls"
    assert phone.get("/application").headers["Location"] == "/calls"
    assert ana.get("/application").status_code == 200


def test_a_wrong_link_is_no_link_and_ten_of_them_are_enough(browser, programme):
    codes = [browser.post("/apply/guessed", seen=f"/calls/{programme.id}/link").status_code for _time in range(12)]
    assert codes == [404] * 10 + [429] * 2


def test_asking_for_a_lost_link_says_the_same_to_everybody(app, programme, ana):
    programme.clock.now += seconds(900)
    path = f"/calls/{programme.id}/link"
    answers = [
        Browser(app).post(path, {"mail": mail}, seen=path)
        for mail in ("ana@mh.example", "nobody@mh.example", "x" * 400)
    ]
    bare = [re.sub(r'(nonce|value|content)="[^"]+"', "", one.text) for one in answers]
    assert bare[0] == bare[1] == bare[2] and {one.status_code for one in answers} == {200}
    assert len(programme.mails("application_link")) == 2
    tired = Browser(app, address="203.0.113.9")
    assert [tired.post(path, {"mail": "a@b.example"}, seen=path).status_code for _time in range(11)][-1] == 429


def test_from_the_first_word_to_the_receipt_without_scripts(ana, programme):
    page = ana.get("/application").text
    assert "“País” is still empty." in page and "“Carta institucional”, signed by: Titular de la entidad" in page
    assert press(ana).status_code == 303
    page = ana.get("/application").text
    assert "Ministerio de Hacienda" in page and "is still empty" not in page
    assert press(ana, "files", {"d-letter-file": a_file()}, **LETTER).headers["Location"] == "/application#documents"
    page = ana.get("/application").text
    assert "carta.pdf" in page and "Dra. Paz" in page and "data-missing hidden" in page
    answer = press(ana, "send", **LETTER)
    assert answer.headers["Location"] == "/application/receipt"
    receipt = ana.get("/application/receipt").text
    digest = programme.sql("SELECT digest FROM application_file")[0][0]
    assert digest in receipt and "2026-03-04T12:30:00Z" in receipt and "ana@mh.example" in receipt
    assert "12:30 UTC" in ana.get("/application").text


def test_one_press_saves_takes_the_files_and_sends(ana, programme):
    answer = press(ana, "send", {"d-letter-file": a_file(), "d-photo-file": a_file(picture(), "foto.png")}, **LETTER)

    assert answer.headers["Location"] == "/application/receipt"
    assert programme.sql("SELECT document FROM application_file ORDER BY document") == [("letter",), ("photo",)]


def test_a_file_that_is_not_what_it_says_is_refused_beside_its_place_and_nothing_is_lost(ana, programme):
    answer = press(
        ana, "send", {"d-letter-file": a_file(b"<html>hola"), "d-photo-file": a_file(b"", "f.png")}, **LETTER
    )

    assert answer.status_code == 409
    assert "calls itself PDF, but it is none" in answer.text and "This file is empty." in answer.text
    assert "Ministerio de Hacienda" in answer.text
    assert programme.sql("SELECT * FROM application_file") == programme.sql("SELECT * FROM application_version") == []


def test_what_is_missing_keeps_it_from_being_sent_and_says_where(ana):
    answer = press(ana, "send", **{"f-need": "", "m-1-name": "", "m-1-mail": "", "m-1-f-post": "", "m-1-c": ""})

    assert answer.status_code == 409 and "takes only whole applications" in answer.text
    assert '<a href="#field-need">“¿Por qué ustedes?” is still empty.</a>' in answer.text
    assert "Members so far: 1. The team needs at least 2." in answer.text


def test_too_many_words_are_kept_and_have_to_be_mended(ana):
    answer = press(ana, "send", {"d-letter-file": a_file()}, **LETTER, **{"f-need": "palabra " * 21})

    assert answer.status_code == 409 and "has 21 words; at most 20 are allowed" in answer.text
    assert "palabra palabra" in ana.get("/application").text


def test_the_older_of_two_windows_is_told_and_may_keep_its_text(ana, programme):
    old = version(ana)
    press(ana, **{"f-need": "primero"})
    answer = press(ana, version=old, **{"f-need": "segundo"})

    assert answer.status_code == 409 and "In another window" in answer.text and "segundo" in answer.text
    assert press(ana, "mine", version=old, **{"f-need": "segundo"}).status_code == 303
    assert "segundo" in ana.get("/application").text


@pytest.mark.parametrize("odd", ["", "x", "9" * 30, "-1"])
def test_an_odd_version_is_an_older_window(ana, odd):
    assert press(ana, version=odd).status_code == 409


def test_the_language_changes_with_what_she_has_typed(ana):
    answer = press(ana, "speak", speak="pt", **{"f-need": "En medio de la fra"})
    assert answer.status_code == 303
    page = ana.get("/application").text
    assert "En medio de la fra" in page and 'lang="pt"' in page and "Por que vocês?" in page


def test_a_file_is_handed_out_to_be_saved_and_to_her_alone(ana, programme, app):
    press(ana, "files", {"d-letter-file": a_file(name="../c<b>arta.pdf")}, **LETTER)
    (file_id,) = programme.sql("SELECT id FROM application_file")[0]
    answer = ana.get(f"/application/files/{file_id}")
    assert answer.data == pdf() and answer.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Type"] == "application/octet-stream"

    path = f"/calls/{programme.id}/apply"
    eva = Browser(app)
    eva.post(path, BEGIN, seen=path, mail="eva@x.example")
    assert eva.get(f"/application/files/{file_id}").status_code == 404
    assert eva.post(f"/application/files/{file_id}/remove", seen="/application").status_code == 404
    assert Browser(app).get(f"/application/files/{file_id}").headers["Location"] == "/calls"
    assert press(ana, "remove", remove=file_id).headers["Location"] == "/application#documents"
    assert programme.sql("SELECT * FROM blob") == []


def test_one_address_sends_so_many_files_an_hour_and_loses_nothing_by_it(ana, app):
    for _file in range(UPLOADS.amount - 1):
        app.extensions["tries"].count(UPLOADS, ana.address)
    assert press(ana, "files", {"d-letter-file": a_file()}, **LETTER).status_code == 303
    answer = press(ana, "files", {"d-letter-file": a_file(pdf(b"later"))}, **LETTER)
    assert answer.status_code == 409 and "Too many tries" in answer.text and "carta.pdf" in answer.text


def test_saying_who_signed_later_is_kept_with_the_words(ana, programme):
    press(ana, "files", {"d-letter-file": a_file()}, **LETTER | {"d-letter-role": "chief"})
    assert "You said: Jefa de área." in ana.get("/application").text
    press(ana, **LETTER)
    assert "You said" not in ana.get("/application").text


def test_a_second_too_late_the_page_says_when_it_ended(ana, programme):
    page = ana.get("/application").text
    programme.clock.now = CLOSES + GRACE + seconds(1)
    come_back(ana, programme)
    told = {"csrf_token": CSRF.search(page)[1], "version": "0", **WORDS, "send": "1"}
    answer = ana.client.post("/application", data=told, environ_base={"REMOTE_ADDR": ana.address})

    assert answer.status_code == 409
    assert "Applications ended on Wednesday 1 April 2026, 12:35 UTC." in answer.text
    assert "was not sent" in ana.get("/application").text


def test_scripts_save_as_she_types_and_hear_what_is_missing(ana, programme):
    token = CSRF.search(ana.get("/application").text)[1]
    ask = {
        "headers": {"Accept": "application/json", "X-CSRFToken": token},
        "environ_base": {"REMOTE_ADDR": ana.address},
    }
    answer = ana.client.post("/application/draft", data={"version": "0", **WORDS}, **ask)
    assert answer.json["state"] == "saved" and answer.json["version"] == 1 and not answer.json["unsent"]
    assert [one["part"] for one in answer.json["lacks"]] == ["document:letter"]
    again = ana.client.post("/application/draft", data={"version": "0", **WORDS, "f-need": "otra"}, **ask)
    assert again.json == {"state": "newer", "version": 1}
    mine = ana.client.post("/application/draft", data={"version": "0", "mine": "1", **WORDS, "f-need": "otra"}, **ask)
    assert mine.json["state"] == "saved"
    sent = ana.client.post("/application/files", data={"document": "letter", "file": a_file(), **LETTER}, **ask)
    assert sent.json["lacks"] == [] and sent.json["file"]["name"] == "carta.pdf"
    wrong = ana.client.post("/application/files", data={"document": "letter", "file": a_file(b"GIF89a")}, **ask)
    assert wrong.status_code == 409 and wrong.json["error"]["code"] == "file_no_pdf"
    assert (
        ana.client.post("/application/files", data={"document": "letter"}, **ask).json["error"]["code"]
        == "file_not_chosen"
    )


@pytest.mark.parametrize(("path", "limit"), [("/application/files", "10 MB"), ("/application", "40 MB")])
def test_a_body_that_is_too_large_is_refused_before_it_is_read_with_the_limit_in_words(ana, path, limit):
    class Endless(io.BytesIO):
        """What would be 200 MB if anybody read it."""

        taken = 0

        def read(self, size=-1):
            self.taken += size
            return b"x" * size

    body = Endless()
    environ = {"wsgi.input": body, "CONTENT_LENGTH": str(200 * 1024 * 1024), "REMOTE_ADDR": ana.address}
    answer = ana.client.post(path, content_type="multipart/form-data; boundary=x", environ_overrides=environ)

    assert answer.status_code == 413 and f"at most {limit} are taken" in answer.text
    assert body.taken < 1024 * 1024


def test_who_is_nobody_sends_no_files(browser):
    answer = browser.client.post(
        "/application/files", data={"file": a_file(b"x" * 300_000)}, content_type="multipart/form-data"
    )
    assert answer.status_code == 413


def test_her_data_is_hers_to_take_and_to_erase(ana, programme):
    press(ana, "send", {"d-letter-file": a_file()}, **LETTER)
    held = ana.get("/application/mine.json")
    assert held.headers["Content-Disposition"].startswith("attachment")
    assert held.json["application"]["lead_mail"] == "ana@mh.example" and len(held.json["versions"]) == 1
    assert "Tick the box" in ana.post("/application/erase", seen="/application/mine").text
    assert ana.post("/application/erase", {"sure": "1"}, seen="/application/mine").headers["Location"] == "/calls"
    assert not ana.holds(door.APPLICATION)
    for table in ("application", "application_version", "application_file", "mail", "blob"):
        assert "Ana" not in repr(programme.sql(f"SELECT * FROM {table}"))


def test_what_counts_is_not_erased_by_herself(ana, programme):
    press(ana, "send", {"d-letter-file": a_file()}, **LETTER)
    programme.clock.now = CLOSES + GRACE + seconds(1)
    come_back(ana, programme)
    answer = ana.post("/application/erase", {"sure": "1"}, seen="/application/mine")
    assert answer.status_code == 409 and "olga@vincula.example" in answer.text


def test_whole_and_member_are_what_the_form_makes_of_the_same_words():
    assert whole()["members"][0] == member("Ana", "ana@mh.example")
