"""What one lead writes runs nowhere, and nobody reads it but she and the organizers of that programme."""

from html.parser import HTMLParser

import pytest

from simulator.actions.application_files import add_file
from simulator.actions.sessions import open_account_session, open_applicant_session
from simulator.actor import PROGRAM
from simulator.permission import STAFF
from tests.applying import Applying, member, pdf, whole
from tests.walk import ABSENT, edges_of
from tests.web.conftest import Browser
from web import door

HOSTILE = "\"><img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}'--"
CANARIES = ("cn-name", "cn-mail", "cn-need", "cn-member", "cn-post", "cn-file", "cn-signer", "cn-bytes")


class Elements(HTMLParser):
    """Collect what a page is made of, as a browser reads it."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, tuple(name for name, _value in attrs)))


def elements_of(page):
    reader = Elements()
    reader.feed(page)
    return reader.found


@pytest.fixture
def programme(cast):
    """Give a programme whose call has been open for a day."""
    return cast.once(Applying)


def browser_of(app, programme, who):
    browser = Browser(app)
    browser.client.set_cookie(door.APPLICATION, tokens_of(programme, who))
    return browser


def tokens_of(programme, who):
    return programme.house.perform(open_applicant_session, PROGRAM, application_id=who.id)


def write(programme, who, words):
    """Write the same words wherever words can be written."""
    content = whole(need=words[2], institution=words[2])
    content["members"] = [member(words[3], f"{words[1][:20]}x@x.example".replace(" ", ""), fields={"post": words[4]})]
    programme.write(who, content)
    programme.house.perform(
        add_file, who, document="letter", name=words[5], kind="pdf", content=pdf(words[7].encode()),
        signer_role="head", signer_name=words[6],
    )  # fmt: skip


def test_hostile_words_are_words_on_every_page(app, programme, cast):
    hostile, plain = programme.begin(HOSTILE[:80], mail="a@x.example"), programme.begin("Ana", mail="b@x.example")
    write(programme, hostile, [HOSTILE] * 8)
    write(programme, plain, ["palabras"] * 8)
    pages = ("/application", "/application/mine", "/application/receipt")
    for page in pages:
        one, other = (browser_of(app, programme, who).get(page, follow_redirects=True).text for who in (hostile, plain))
        assert elements_of(one) == elements_of(other), page
    token = programme.house.perform(open_account_session, PROGRAM, account_id=cast.olga.id)
    olga = Browser(app)
    olga.client.set_cookie(door.STAFF, token)
    mails = olga.get(f"/programmes/{programme.id}/mails").text
    assert "<img src=x" not in mails and "<script>alert" not in mails
    answer = browser_of(app, programme, hostile).get(
        f"/application/files/{programme.see(hostile)['files']['letter']['id']}"
    )
    assert answer.headers["Content-Disposition"].startswith("attachment") and "\n" not in str(
        answer.headers["Content-Disposition"]
    )


@pytest.mark.parametrize("who", ["nobody", "another lead", *(role for role in STAFF if role != "organizer")])
def test_nobody_else_reads_a_word_of_an_application(app, programme, cast, who):
    ana = programme.begin("cn-name", mail="cn-mail@x.example")
    write(programme, ana, list(CANARIES))
    content = programme.see(ana)["content"]
    content["members"].append(member("Eva", "eva@x.example"))
    programme.write(ana, content)
    programme.letter(ana, pdf(b"cn-bytes"), signer_name="cn-signer")
    programme.sql("UPDATE application_file SET name = 'cn-file.pdf'")
    programme.send(ana)
    browser = Browser(app)
    if who == "another lead":
        browser = browser_of(app, programme, programme.begin("Eva", mail="eva@x.example"))
    elif who != "nobody":
        name = {"facilitator": "fatima", "evaluator": "edo", "observer": "olu"}[who]
        token = programme.house.perform(open_account_session, PROGRAM, account_id=getattr(cast, name).id)
        browser.client.set_cookie(door.STAFF, token)
    ids = {
        "programme_id": programme.id, "application_id": ana.id, "stage": "grants", "call_id": "ilo-style",
        "file_id": programme.see(ana)["files"]["letter"]["id"], "mail_id": programme.sql("SELECT id FROM mail")[0][0],
    }  # fmt: skip
    seen = 0
    for page in edges_of(app):
        if page.writes:
            continue
        answer = browser.get(page.path({name: ids.get(name, ABSENT) for name in page.arguments}))
        told = f"{answer.headers} {answer.data.decode('utf-8', 'replace')}"
        assert [one for one in CANARIES if one in told] == [], page.rule
        seen += answer.status_code == 200
    assert seen > 5


def test_a_megabyte_in_a_field_is_refused_at_once(app, programme):
    ana = browser_of(app, programme, programme.begin())
    big = {"version": "0", "f-need": "x" * 1_000_000}
    assert ana.client.post("/application/draft", data=big).status_code == 413
    # Words beside files have a limit of their own.
    assert ana.client.post("/application", data=big).status_code in (400, 413)
    assert programme.sql("SELECT draft_version FROM application") == [(0,)]


def test_a_field_that_nobody_asked_for_changes_nothing(app, programme):
    who = programme.begin()
    ana = browser_of(app, programme, who)
    extra = {"version": "0", "f-need": "Sí", "state": "eligible", "complete": "1", "code": "AAAAA",
             "cure_until": "2030",
             "lead_mail": "x@x.example", "f-region": "SUR", "m-0-role": "admin"}  # fmt: skip
    ana.post("/application", extra, seen="/application")
    own = programme.see(who)
    assert (
        own["content"]["fields"].keys() == {"country", "institution", "need", "since"}
        and own["content"]["members"] == []
    )
    assert (own["state"], own["lead_mail"], own["cure_until"]) == ("draft", "ana@mh.example", None)
