"""A participant made from docs/protocol.md alone, with the Python client: joins, plays, says what it heard.

``python client.py JOIN_LINK NAME SEAT TRANSPORT``; each line of its output is a JSON object.
"""

import json
import re
import sys
import threading
import time
import uuid
from urllib.parse import urljoin

import requests
import socketio

link, name, seat, transport = sys.argv[1:]
web = requests.Session()
web.headers["Accept-Language"] = "en"
printing = threading.Lock()
news = threading.Condition()
heard = []
shown = {"n": 0}
# The server's clock, whatever this device's own says: its instant in milliseconds, and when it was told.
told = {"now": 0, "at": 0.0}
resuming = threading.Lock()
client = socketio.Client(reconnection_delay=0.5, reconnection_delay_max=5)


def say(**facts):
    with printing:
        print(json.dumps(facts), flush=True)


def join():
    page = web.get(link).text
    form = {
        "csrf_token": re.search(r'<meta name="csrf-token" content="([^"]+)"', page)[1],
        "notice": re.search(r'name="notice" value="([^"]+)"', page)[1],
        "rules": "1", "privacy": "1", "name": name, "language": "en", "seat": seat,
    }  # fmt: skip
    answer = web.post(link, data=form, allow_redirects=False)
    keep = web.get(urljoin(link, "/keep")).text
    say(
        joined=answer.status_code,
        to=answer.headers.get("Location"),
        short=re.search(r'id="short"[^>]*>(\w+)<', keep)[1],
    )


def tell_state():
    say(state=web.get(urljoin(link, "/play/state"), headers={"Accept": "application/json"}).json())


def hear(clock):
    told.update(now=clock["now"], at=time.monotonic())


def server_now():
    return int(told["now"] + (time.monotonic() - told["at"]) * 1000)


def ask(request, **facts):
    answer = client.call(request, facts, timeout=8)
    say(asked=request, facts=facts, answer=answer)
    return answer


def resume():
    if not resuming.acquire(blocking=False):
        return
    try:
        while True:
            page = ask("resume", n=shown["n"])
            if page["protocol"] != 1:
                raise SystemExit("another version")
            hear(page["clock"])
            for event in page["events"]:
                show(event, again=False)
            if shown["n"] >= page["n"]:
                return
    except (socketio.exceptions.TimeoutError, socketio.exceptions.BadNamespaceError, ConnectionError):
        pass
    finally:
        resuming.release()


def show(event, again=True):
    with news:
        if event["n"] == shown["n"] + 1:
            shown["n"] = event["n"]
            heard.append(event)
            say(event=event)
            news.notify_all()
            return
    if event["n"] > shown["n"] and again:
        resume()


def on_clock(clock):
    say(told="clock", facts=clock)
    hear(clock)
    if clock["n"] > shown["n"]:
        resume()


def until(matches):
    with news:
        news.wait_for(lambda: any(map(matches, heard)))


def delivered(inject):
    return lambda event: event["kind"] == "inject_delivered" and event["inject"]["id"] == inject


def of_kind(kind):
    return lambda event: event["kind"] == kind


def send(inject, content, id=None, **more):
    # The same id goes again until there is a receipt or a refusal.
    id = id or str(uuid.uuid4())
    while True:
        try:
            facts = {"inject": inject, "id": id, "content": content, "typed_at": server_now(), **more}
            answer = ask("send_response", **facts)
            if answer.get("error", {}).get("code") not in ("too_many", "server_failed"):
                return id
        except (socketio.exceptions.SocketIOError, ConnectionError):
            pass
        time.sleep(1)


def on_connect():
    say(connected=client.transport())
    client.start_background_task(resume)


client.on("connect", on_connect)
client.on("connect_error", lambda data=None: say(refused=data))
client.on("disconnect", lambda reason=None: say(disconnected=str(reason)))
client.on("event", show)
client.on("clock", on_clock)
for word in ("presence_changed", "draft_changed", "somebody_writing", "pause_seen"):
    client.on(word, lambda facts, word=word: say(told=word, facts=facts))

join()
tell_state()
cookie = "; ".join(f"{one.name}={one.value}" for one in web.cookies)
client.connect(link, headers={"Cookie": cookie}, auth={"as": "team"}, transports=[transport], wait_timeout=20)
for inject in ("words", "decision", "silent"):
    until(delivered(inject))
ask("receive_injects", injects=["words", "decision", "silent"])
ask("open_inject", inject="words")
client.emit("write_draft", {"inject": "words"})
ask("save_draft", inject="words", content={"text": "We are th"})
first = send("words", {"text": "We are there."})
send("words", {"text": "We are there."}, id=first)
decision = send("decision", {"option": "A"})
send("decision", {"option": "A"}, id=decision, confirmed=True)
say(ready="cut")
until(delivered("next"))
send("silent", {"text": "Too late."})
say(ready="pause")
until(of_kind("drill_paused"))
time.sleep(6)
early = send("next", {"text": "Still here."})
say(ready="resume")
until(of_kind("drill_resumed"))
send("next", {"text": "Still here."}, id=early)
ask("take_seats", seats=["lead", "technical"])
ask("change_language", language="fr")
ask("ask_pause")
ask("take_back_pause")
ask("decline_inject", inject="next")
ask("send_response", inject="words", id="x", content={"text": "x"}, score=100)
say(ready="end")
until(of_kind("hotwash_opened"))
resume()
tell_state()
client.disconnect()
say(done=shown["n"])
