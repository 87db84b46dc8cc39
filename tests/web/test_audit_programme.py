"""Who did what in a programme: with applications by their codes, and without a word of them."""

import ast

import pytest

from simulator.actions.sessions import open_account_session
from simulator.actor import PROGRAM
from tests.applying import Applying
from tests.web.conftest import Browser
from tests.web.test_audit import SIMULATOR
from web import door
from web.audit.kind_words import WORDS


@pytest.fixture
def programme(cast):
    """Give a programme to which Ana has applied."""
    programme = cast.once(Applying)
    programme.sent()
    return programme


@pytest.fixture
def olga(app, programme, cast):
    """Sign Olga in; she has been away for days."""
    browser = Browser(app)
    token = programme.house.perform(open_account_session, PROGRAM, account_id=cast.olga.id)
    browser.client.set_cookie(door.STAFF, token)
    return browser


def told():
    """Find every kind that some code of the simulator tells a drill or a programme."""
    for path in SIMULATOR.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "tell" and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield first.value


def test_every_kind_that_is_told_has_words():
    kinds = set(told())
    assert {"application_sent", "inject_delivered"} <= kinds
    assert kinds - set(WORDS) == set()


def test_rows_name_applications_by_their_codes_and_hold_no_word_of_theirs(programme, olga):
    page = olga.get(f"/programmes/{programme.id}/audit").text
    (code,) = programme.sql("SELECT code FROM application")[0]

    assert code in page and programme.sql("SELECT hash FROM log WHERE kind = 'application_sent'")[0][0][:12] in page
    assert "Ana" not in page and "ana@mh.example" not in page and "Hacienda" not in page
    kind = olga.get(f"/programmes/{programme.id}/audit?kind=call_opened").text
    assert kind.count("<tr") == 2


def test_the_file_holds_every_row_in_order(programme, olga):
    lines = olga.get(f"/programmes/{programme.id}/audit.csv").get_data(as_text=True).splitlines()
    assert [line.split(",")[3] for line in lines[1:]] == [kind for kind, _payload in programme.log()]


def test_a_row_that_was_changed_is_named(programme, olga):
    programme.sql("UPDATE log SET payload = '{}' WHERE kind = 'rules_published'")
    assert "2" in olga.get(f"/programmes/{programme.id}/audit").text.split('role="alert"')[1][:400]


def test_it_is_for_organizers_of_that_programme(programme, olga, cast, app):
    assert olga.get("/programmes/nothing/audit").status_code == 404
    browser = Browser(app)
    token = programme.house.perform(open_account_session, PROGRAM, account_id=cast.edo.id)
    browser.client.set_cookie(door.STAFF, token)
    for path in ("audit", "audit.csv"):
        assert browser.get(f"/programmes/{programme.id}/{path}").status_code == 404
