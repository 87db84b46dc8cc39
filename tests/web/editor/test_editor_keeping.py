"""A form without a script whose session has ended: what was typed is shown, and is saved once she is in again."""

import html
import re

from simulator.actions.sessions import close_session, open_account_session
from simulator.actor import NOBODY, PROGRAM
from tests.web.editor.conftest import WRITTEN
from web import door

TYPED = {"title:pt": "Alarme <geral> & tudo", "body:es": "Una línea\n\n  y otra"}


def end_session(desk, who="fatima"):
    desk.house.perform(close_session, NOBODY, token=desk.cast.tokens[who])


def sign_in_again(desk):
    token = desk.house.perform(open_account_session, PROGRAM, account_id=desk.cast.fatima.id)
    desk.browser.client.set_cookie(door.STAFF, token)


def hidden(page):
    """Give what the form of the page that keeps the words would send."""
    fields = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page)
    return {name: html.unescape(value) for name, value in fields}


def test_what_she_typed_is_shown_and_saved_once_she_is_in_again(open_desk):
    desk = open_desk(language="es")
    form = desk.form("/injects/01") | TYPED
    token = desk.token
    end_session(desk)
    answer = desk.browser.client.post(f"{desk.path}/injects/01", data=form | {"csrf_token": token})

    # It is all there to be read, as words and nothing else, with the way in.
    assert answer.status_code == 401 and "Lo que escribió sigue aquí" in answer.text
    assert '<dd lang="pt">Alarme &lt;geral&gt; &amp; tudo</dd>' in answer.text and "<geral>" not in answer.text
    assert "Una línea\n\n  y otra</dd>" in answer.text
    assert f'href="/sign-in?next={desk.path}/injects/01" target="_blank"' in answer.text
    assert "Opciones · 1 · Lo que lee el equipo" in answer.text

    # Signed in again, the form of this window is of an ended session: it is shown once more, and then saved.
    sign_in_again(desk)
    kept = hidden(answer.text)
    same = {"Sec-Fetch-Site": "same-origin"}
    again = desk.browser.client.post(f"{desk.path}/injects/01", data=kept | {"csrf_token": "old"}, headers=same)
    assert again.status_code == 400 and "Presione Guardar" in again.text and desk.version()["number"] == 1
    done = desk.browser.client.post(f"{desk.path}/injects/01", data=hidden(again.text), headers=same)
    assert done.status_code == 303
    assert desk.inject("01")["title"]["pt"] == TYPED["title:pt"]
    assert desk.inject("01")["body"]["es"] == TYPED["body:es"]


def test_words_of_another_site_are_shown_to_nobody(desk):
    form = desk.form("/injects/01") | TYPED
    path = f"{desk.path}/injects/01"
    for headers in ({}, {"Sec-Fetch-Site": "cross-site"}):
        answer = desk.browser.client.post(path, data=form | {"csrf_token": "none"}, headers=headers)
        assert answer.status_code == 400 and "Alarme" not in answer.text
    end_session(desk)
    for headers in ({}, {"Sec-Fetch-Site": "cross-site"}):
        answer = desk.browser.client.post(path, data=form | {"csrf_token": "none"}, headers=headers)
        assert answer.status_code == 303 and answer.headers["Location"].startswith("/sign-in?")


def test_scripts_and_other_pages_are_answered_as_elsewhere(desk):
    form = desk.form("/injects/01") | {"csrf_token": desk.token}
    text = {"csrf_token": desk.token, "number": "1", "text": WRITTEN.replace("Alarme", "Sirene")}
    arrange = {"csrf_token": desk.token, "number": "1", "do": "later", "line": "02", "by": "1m"}
    texts = {"csrf_token": desk.token, "number": "1", "injects/01/title:pt": "Sirene", "title:pt": "Outro"}
    end_session(desk)
    client = desk.browser.client

    told = client.post(f"{desk.path}/injects/01", data=form, headers={"Accept": "application/json"})
    assert told.status_code == 401 and told.get_json()["error"]["code"] == "signed_out"
    assert client.post(f"{desk.path}/arrange", data=arrange).headers["Location"].startswith("/sign-in?")
    kept = client.post(f"{desk.path}/text", data=text)
    assert kept.status_code == 401 and "pt: Sirene" in kept.text and "What you typed" in kept.text
    kept = client.post(f"{desk.path}/languages", data=texts)
    assert kept.status_code == 401 and "<dt>Inject 01 · Title <span" in kept.text and "Sirene</dd>" in kept.text
