"""Let people write the corpus into everything there is to write in: names, answers, sentences, hotwashes, forms."""

import io
from functools import partial
from itertools import count

import yaml

from simulator.actions.accounts import invite_staff
from simulator.actions.drills import add_team, create_drill
from simulator.actions.hotwash import write_hotwash
from simulator.actions.joining import join_team
from simulator.actions.rating import rate_response
from simulator.actor import NOBODY as STRANGER
from simulator.reading.desk import rating_queue
from tests.abuse.poisoned import LONG, LONGER_NAMES, NAMES, broken_package
from tests.abuse.stage import NOBODY, PLAYERS
from tests.cast import minutes
from tests.web.conftest import CSRF

STAFF = ("fatima", "edo", "olga", "olu")


def names_drill(stage):
    """Fill a drill with names alone: teams, participants, other drills and staff, one action for each."""
    do, cast = stage.house.perform, stage.cast
    quiet = {"format": 1, "id": "quiet", "languages": ["es"], "title": "x", "duration": "5m", "rated": False}
    quiet |= {"seats": {"lead": {"title": "x"}}, "injects": [{"id": "01", "at": "1m", "title": "x"}]}
    play, content = cast.play(joined=False), yaml.safe_dump(quiet).encode()
    for place, name in enumerate(NAMES):
        team = play.do(add_team, cast.fatima, name=name, language="es")
        do(join_team, STRANGER, code=team["code"], name=NAMES[-1 - place], language="es", seats=["lead"])
        email = f"s{place}@ministry.example"
        token = do(invite_staff, cast.olga, email=email, name=NAMES[place - 11], language="es", roles=["observer"])[
            "token"
        ]
    for name in LONGER_NAMES:
        do(create_drill, cast.fatima, name=name, content=content)
    cast.refresh()
    play.beatriz = play.join("Azul", NAMES[5], "es", ["lead"])
    return play.start().go(minutes(6)), token


def answer_everything(stage):
    """Let the teams write the corpus into every answer, half of it through real sockets; the drafts stay open."""
    lines = {who: stage.line(who) for who in PLAYERS}
    form = {"t": LONG, "n": "12", "c": "1", "b": [{"1": NAMES[0], "2": LONG}]}
    answers = {
        "01": {"text": LONG}, "02": {"fields": form}, "03": {"option": "A", "rationale": LONG},
        "04": {"options": ["A", "B"]}, "05": {},
    }  # fmt: skip
    for who in ("beatriz", "gwen"):
        for inject, content in answers.items():
            told = lines[who].ask("send_response", inject=inject, id=f"{who}-{inject}", content=content, confirmed=True)
            assert told.get("state") == "counted", (inject, told)
    for inject in ("01", "02"):
        lines["giselle"].ask("save_draft", inject=inject, content=answers[inject])
    return lines


def rate_everything(stage):
    """Let both evaluators rate all there is, with sentences made of the corpus."""
    chunks = [LONG[start : start + 900] for start in range(0, len(LONG), 900)]
    turn = count()
    for who in (stage.cast.edo, stage.cast.eun):
        for entry in stage.play.see(rating_queue, who)["entries"]:
            for criterion in ("C1", "C2"):
                words = chunks[next(turn) % len(chunks)]
                facts = {"response_id": entry["response_id"], "criterion": criterion, "level": "S", "sentence": words}
                stage.play.do(rate_response, who, **facts)
    return next(turn)


def write_hotwashes(stage):
    """Let everybody say the corpus in the hotwash, a part each."""
    chunks = [LONG[start : start + 1900] for start in range(0, len(LONG), 1900)]
    for place, who in enumerate(PLAYERS):
        for question in range(2):
            words = chunks[(2 * place + question) % len(chunks)]
            stage.house.perform(write_hotwash, getattr(stage.play, who), question=question, text=words)


def submit_forms(stage):
    """Send every form of every role, its written fields full of the corpus; gives (who, form, answer, fields) each."""
    sent = set()
    for who in (*STAFF, NOBODY, "beatriz"):
        browser = stage.browser(who)
        token = CSRF.search(browser.get("/return").text)[1]
        for form in stage.forms(who):
            if not form.written or (known := (stage.endpoint_of(form), form.method)) in sent:
                continue
            sent.add(known)
            for turn in range(3):
                words = partial(_words_for, turn)
                data = form.filled(words) | {"csrf_token": token}
                for name in form.written:
                    if form.fields[name].kind == "file":
                        payload = NAMES[turn * 9]
                        data |= {name: (io.BytesIO(broken_package(payload)), f"{payload}.zip"), "scenario": "upload"}
                send = browser.client.post if form.method == "post" else browser.client.get
                more = {"data": data} if form.method == "post" else {"query_string": data}
                yield who, form, send(form.action, base_url=stage.url, **more)


def _words_for(turn, field):
    if field.kind == "textarea":
        # A line each: as many things are made of them as the page makes of lines, and shown by it.
        return "\n".join(NAMES[turn * 8 : turn * 8 + 8])
    return f"{NAMES[turn * 5 % len(NAMES)]}@x.example" if field.kind == "email" else NAMES[(turn * 7 + 3) % len(NAMES)]
