"""Row 41: nothing that anybody writes makes the server reach out, to the network or to its own disk."""

import socket
import sys
import threading
from contextlib import contextmanager
from itertools import count

import pytest

from simulator.actions.drills import rename_team
from simulator.actions.hotwash import write_hotwash
from simulator.actions.joining import rename_participant
from simulator.actions.rating import publish_standings, rate_response
from simulator.actions.running import end_drill
from simulator.reading.desk import rating_queue
from tests.abuse.asking import Asker, socket_asks
from tests.cast import minutes
from tests.play import NAME
from tests.scripts import scenario, text_inject
from tests.walk import pages_of
from web import door

# Minutes at full size: a target of its own keeps the tests of every change short.
pytestmark = pytest.mark.figure

# Reaching out, by any way that Python has: each is told to every audit hook before it happens.
OUT = frozenset(
    {
        "socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.sendto",
        "socket.sendmsg", "urllib.Request", "http.client.connect", "smtplib.connect", "ftplib.connect",
        "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "webbrowser.open", "ctypes.dlopen",
    }
)  # fmt: skip
SECRET = "CANARY-OF-THE-DISK"
_heard: list[tuple[str, str]] | None = None


def _hear(event, facts):
    # A hook can never be taken away again: outside a guard it hears nothing.
    if _heard is not None and (event in OUT or event == "open"):
        _heard.append((event, str(facts[:2])))


sys.addaudithook(_hear)


@contextmanager
def guarded():
    """Hear of all that this process reaches out for, in every thread."""
    global _heard
    _heard = []
    try:
        yield _heard
    finally:
        _heard = None


@pytest.fixture
def trap():
    """Listen on a port of this machine and count who comes."""
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(0.2)
    came, over = [], threading.Event()

    def wait():
        while not over.is_set():
            try:
                came.append(listener.accept()[0].close())
            except TimeoutError:
                continue

    thread = threading.Thread(target=wait)
    thread.start()
    yield listener.getsockname()[1], came
    over.set()
    thread.join()
    listener.close()


def baits(port, secret):
    """Give words that would make a careless server fetch something: a page, a picture, a style, a file."""
    url = f"http://127.0.0.1:{port}"
    return (
        f"<img src={url}/1.png>", f"![x]({url}/2.png)", f"[x]({url}/3)", f"<{url}/4>", f"{url}/5",
        f"<link rel=stylesheet href={url}/6.css>", f"<style>@import url({url}/7.css)</style>",
        f"<iframe src={url}/8>", f"<object data={url}/9>", f"<svg><image href={url}/10.png /></svg>",
        f"<meta http-equiv=refresh content='0;url={url}/11'>", f"<script src={url}/12.js></script>",
        f"<a href={url}/13 ping={url}/14>x</a>", f"<form action={url}/15>", f"<video poster={url}/16>",
        f"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY y SYSTEM '{url}/17'>]><x>&y;</x>",
        f"<img src=file://{secret}>", f"![x](file://{secret})", f"file://{secret}", f"[x](file://{secret})",
        f"<link rel=stylesheet href=file://{secret}>", f"{{% include '{secret}' %}}",
        f"{{{{ open('{secret}').read() }}}}",
        f"<!ENTITY y SYSTEM 'file://{secret}'>", f"<esi:include src={url}/18 />", f"<!--#include file='{secret}' -->",
        f"gopher://127.0.0.1:{port}/19", f"ftp://127.0.0.1:{port}/20", f"//127.0.0.1:{port}/21",
        f"http://localhost:{port}/22", f"http://[::1]:{port}/23", f"http://2130706433:{port}/24",
        f"dict://127.0.0.1:{port}/25", f"\\\\127.0.0.1@{port}\\26", f"jar:{url}!/27",
        f"data:text/html,<img src={url}/28>",
    )  # fmt: skip


def scenario_of_baits(words):
    """Give a rated scenario that has them in every text."""
    body = "\n\n".join(words)
    ask = {"kind": "text", "due": "10m", "prompt": body, "criteria": ["C1", "C2"]}
    one = text_inject("01", at="1m", body=body, note=body, expected=[body], **{"from": body})
    script = scenario(one | {"ask": ask, "title": body, "plain": body[:600], "script": body}, rated=True)
    return script | {"title": body, "summary": body, "content_note": body, "sources": [body], "hotwash": [body]}


def names(words):
    return [word for word in words if len(word) <= 80 and word.isprintable()]


def test_a_whole_drill_full_of_baits_reaches_out_for_nothing(app, cast, signed_in, trap, tmp_path):
    port, came = trap
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET)
    words = baits(port, secret)
    body, turn, answers = "\n".join(words), count(), []

    def bait(_name):
        return words[next(turn) % len(words)]

    with guarded() as heard:
        play = cast.play(scenario_of_baits(words))
        play.do(rename_team, cast.fatima, team_id=play.azul, name=names(words)[0])
        play.do(rename_participant, cast.fatima, participant_id=play.bruna.id, name=names(words)[1])
        play.start().go(minutes(2))
        for who in (play.beatriz, play.gwen):
            play.send(who, "01", {"text": body[:1500]})
        play.go(minutes(12))
        for entry in play.see(rating_queue, cast.edo)["entries"]:
            for criterion in ("C1", "C2"):
                facts = {"response_id": entry["response_id"], "criterion": criterion, "level": "S"}
                play.do(rate_response, cast.edo, **facts, sentence=bait(""))
        for ask in socket_asks(play.house, play.gwen):
            for _word in words:
                ask.send(bait)
        people = {name: Asker(app, play, signed_in(name)) for name in ("fatima", "edo", "olga", "olu")}
        browser = signed_in("olu")
        browser.client.delete_cookie(door.STAFF)
        people["nobody"] = Asker(app, play, browser)
        for asker in people.values():
            for form in asker.forms():
                for _time in range(1 if form.hashes else 6):
                    answers.append(form.send(bait))
        play.do(end_drill, cast.fatima, name=NAME)
        play.go(minutes(90))
        play.house.perform(write_hotwash, play.beatriz, question=0, text=body[:1900])
        play.do(publish_standings, cast.olga)
        for asker in people.values():
            for page in pages_of(app):
                if page.method == "GET":
                    answers.append(asker.get(page.path(asker.ids), {"next": bait(""), "url": bait("")}))
        # Papers are made by a process of our own, which opens nothing but what it is given (tests/web/test_paper.py).
        reached = [(event, facts) for event, facts in heard if event in OUT and "'web.paper.render'" not in facts]
        opened = [facts for event, facts in heard if event == "open"]
    print(f"{len(words)} baits, {len(answers)} answers, {len(opened)} files opened: {len(reached)} connections")
    assert reached == []
    assert came == []
    assert [facts for facts in opened if "secret.txt" in facts] == []
    assert [answer.request.path for answer in answers if SECRET.encode() in answer.data] == []
    assert [a.headers["Location"] for a in answers if "127.0.0.1" in a.headers.get("Location", "")] == []
    assert len(answers) > 150


def test_the_guard_hears_who_does_reach_out(trap):
    port, came = trap
    with guarded() as heard:
        socket.create_connection(("127.0.0.1", port)).close()
    assert [event for event, _facts in heard if event in OUT].count("socket.connect") == 1
    assert len(came) <= 1
