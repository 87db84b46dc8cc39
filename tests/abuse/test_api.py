"""Strings that mean something to a database, a template, a shell, a log or a header: to the API they are words."""

import csv
import io
import re
from functools import partial
from urllib.parse import quote

import pytest

from simulator.actions.drills import add_team
from tests.api.scripts import script_of
from tests.cast import minutes
from tests.scripts import scenario, text_inject
from web.api.pace import Pace

# Minutes at full size: a target of its own keeps the tests of every change short.
pytestmark = pytest.mark.figure

SQL = (
    "'", "''", '"', "';--", "' OR '1'='1", "' OR 1=1--", '" OR ""="', "1; DROP TABLE drill", "'; DROP TABLE team;--",
    "' UNION SELECT token_digest FROM api_token--", "1' AND SLEEP(5)--", "'||(SELECT 1)||'", "admin'--", "%", "_",
    "\\'",
    "1 OR 1=1", "') OR ('1'='1", "/**/OR/**/1=1", "'; SELECT pg_sleep(5);--", "\\x27 OR 1=1", "NULL", "0x31", "$$;$$",
)  # fmt: skip
TEMPLATE = (
    "{{7*7}}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "{% raw %}{{7*7}}{% endraw %}", "{{config}}",
    "{{''.__class__.__mro__}}",
    "{{request.application.__globals__}}", "%(name)s", "%s%s%s%n", "{0.__class__}", "{name}", "${jndi:ldap://x/a}", "%",
    "%(", "{{", "{%", "{#", "$(id)", "`id`", "; cat /etc/passwd", "| ls", "&& true",
)  # fmt: skip
LINES = (
    "a\r\nSet-Cookie: prontas_staff=x", "a\nLocation: https://x.example", "a\r\n\r\n<html>", "a%0d%0aX-Slipped: 1",
    "a\x1b[31mred", "a\x00b", "a\u2028b", "a\u202ebcd", "ERROR unexpected", '{"level":"info"}', "a\tb", "\x7f", "\x85",
    "To: x@y.example\nBcc: z@y.example",
)  # fmt: skip
MARKUP = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!--#exec cmd=\"id\"-->", "<![CDATA[x]]>",
    '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>&b;', "javascript:alert(1)", "*)(uid=*))(|(uid=*",
    "=1+1", "=HYPERLINK(\"http://x.example\")", "+1", "-1", "@SUM(1)", "＝1+1", "../../etc/passwd", "..\\..\\x", "file:///x",
    "__proto__", "constructor", "\ufeffx", "𝕏" * 40, "x" * 199, "ٱلْعَرَبِيَّة", "é" * 80, "\ud83d\ude00",
)  # fmt: skip
CORPUS = tuple(dict.fromkeys((*SQL, *TEMPLATE, *LINES, *MARKUP)))
SOUND = frozenset({200, 201, 204, 400, 404, 409, 413})


@pytest.fixture
def play(cast, app):
    """Give a running drill that scripts may ask about as often as they like."""
    app.extensions["api_pace"] = Pace(per_minute=10**6)
    return cast.play(scenario(text_inject("01", at="0m"), rated=True))


@pytest.fixture
def script(app, house):
    """Give somebody's script."""
    return partial(script_of, app, house)


@pytest.fixture
def fatima(script, cast, play):
    """Give Fátima's script."""
    return script(cast.fatima)


def each_place(play):
    """Give (method, path, body) for every place of the API that takes words, with a hole for them."""
    base = f"/drills/{play.id}"
    yield "POST", "/drills", lambda words: {"name": words, "yaml": "format: 1"}
    yield "POST", "/drills", lambda words: {"name": "x", "yaml": words}
    yield "POST", "/drills", lambda words: {"name": "x", "library": words, "time_zone": words, "language": words}
    yield "POST", f"{base}/teams", lambda words: {"name": words}
    yield "POST", f"{base}/teams/{play.verde}/rename", lambda words: {"name": words}
    yield "POST", f"{base}/participants/{play.bruna.id}/rename", lambda words: {"name": words}
    yield "POST", f"{base}/participants/{play.bruna.id}/move", lambda words: {"team_id": words}
    yield "POST", f"{base}/start", lambda words: {"name": words}
    yield "POST", f"{base}/injects/01/hold", lambda words: {"teams": [words], "reason": words}
    yield "POST", f"{base}/teams/{play.azul}/flags", lambda words: {"flag": words, "reason": words}
    yield "POST", f"{base}/prepare", lambda words: {words: words}


def sane(answer):
    """Hold an answer to what every answer is: no fault, one of the known statuses, no header slipped in."""
    assert answer.status_code in SOUND, answer.text
    assert "Set-Cookie" not in answer.headers and "X-Slipped" not in answer.headers
    assert not any("\n" in value or "\r" in value for _name, value in answer.headers)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.status_code == 204 or answer.content_type == "application/json"
    assert "Traceback" not in answer.text
    return answer.status_code


def told(caplog):
    """Give what was logged: a kind with its number, and not a word of what was sent."""
    return [record.getMessage() for record in caplog.records]


@pytest.mark.timeout(240)
def test_whatever_is_written_is_words_or_refused(fatima, play, caplog):
    statuses = [
        sane(fatima.ask(method, path, body(words))) for method, path, body in each_place(play) for words in CORPUS
    ]

    assert len(statuses) >= 500
    assert statuses.count(400) + statuses.count(409) + statuses.count(404) >= 200 and statuses.count(201) >= 20
    # One line a kind a minute, however often it was refused.
    assert len(told(caplog)) == len(set(told(caplog))) and all(
        re.fullmatch(r"[a-z_ \d]+: 1", one) for one in told(caplog)
    )


def test_whatever_stands_in_a_path_a_query_or_a_header_is_words(fatima, play, caplog):
    play.start()
    statuses = []
    for words in CORPUS:
        part = quote(words, safe="", errors="surrogatepass")
        statuses += [
            sane(fatima.ask("GET", f"/drills/{part}")),
            sane(fatima.ask("GET", f"/drills/{play.id}/teams/{part}")),
            sane(fatima.ask("POST", f"/drills/{play.id}/injects/{part}/hold")),
            sane(fatima.ask("GET", f"/drills/{play.id}/events?since={part}&{part}=1")),
        ]
        if words.isprintable() and words.isascii():
            statuses.append(sane(fatima.ask("GET", "/drills", language=words, headers={"X-Request-Id": words})))

    assert len(statuses) >= 300 and set(statuses) == {200, 400, 404}
    assert sorted(told(caplog)) == ["http 404: 1", "malformed: 1", "not_found: 1"]


def test_a_template_stays_text_wherever_it_is_read_again(fatima, play, cast, script):
    play.start()
    play.send(play.beatriz, "01", {"text": "{{7*7}} ${7*7}"})
    for words in ("{{7*7}}", "${7*7}", "%(name)s", "' OR '1'='1", "<script>alert(1)</script>"):
        fatima.post(f"/drills/{play.id}/teams/{play.azul}/rename", name=words)
        assert fatima.get(f"/drills/{play.id}/teams")["teams"][0]["name"] == words
        assert script(cast.olga, "results").get(f"/drills/{play.id}/standings")["standings"]
        status, error = fatima.refused("POST", f"/drills/{play.id}/teams/{play.verde}/rename", {"name": words})
        assert (status, error["message"]) == (409, f"There is already a team called “{words}”. Choose another name.")
    responses = fatima.get(f"/drills/{play.id}/teams/{play.azul}/responses")["responses"]
    assert responses[0]["answer"] == {"text": "{{7*7}} ${7*7}"}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "'"])
def test_no_name_becomes_a_formula_in_a_file(cast, script, start):
    play = cast.play(scenario(text_inject("01", at="0m"), rated=True), joined=False)
    play.do(add_team, cast.fatima, name=f"{start}1+1")
    play.start().go(minutes(30))
    answer = script(cast.olga).ask("GET", f"/drills/{play.id}/ratings.csv")
    teams = [row["team"] for row in csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff")))]

    assert f"'{start}1+1" in teams and not any(team.startswith(tuple("=+-@")) for team in teams)


def test_what_is_refused_leaves_no_trace_of_its_words_in_the_log(fatima, play):
    fatima.ask("POST", f"/drills/{play.id}/teams", {"name": "Canaria\r\nX: 1"})
    fatima.ask("POST", f"/drills/{play.id}/teams/{play.azul}/rename", {"name": "Canaria"})

    assert play.sql("SELECT payload FROM log WHERE payload LIKE '%Canaria%'") == []
