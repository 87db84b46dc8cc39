"""A rated drill for the tests of the desk and the standings, and what an evaluator's browser does there."""

import re

from simulator.actions.rating import rate_response
from simulator.actions.running import end_drill
from simulator.reading.desk import rating_queue
from tests.cast import minutes
from tests.quoting import quoting
from tests.scripts import choice_inject, inject, scenario, text_inject

META = re.compile(r'name="csrf-token" content="([^"]+)"')
WAYS = [{"id": "a", "label": "A mano"}, {"id": "b", "label": "Luego"}]
STEPS = [{"id": "who", "label": "Quién"}, {"id": "when", "label": "Cuándo"}]
PLAN = {
    "kind": "form", "due": "10m", "criteria": ["C1"],
    "fields": [
        {"id": "plan", "label": "Plan"},
        {"id": "day", "label": "Día", "kind": "date"},
        {"id": "way", "label": "Modo", "kind": "choice", "options": WAYS},
        {"id": "steps", "label": "Pasos", "kind": "table", "columns": STEPS},
        {"id": "more", "label": "Otra cosa"},
    ],
}  # fmt: skip


def rated_play(cast):
    """Let Azul answer three injects and Verde one; their deadlines have passed, the drill goes on."""
    play = cast.play(
        scenario(
            text_inject("01", expected=["Nombra a la responsable"], ask={"prompt": "¿Qué hace?"}),
            choice_inject("02", ask={"rationale": True, "criteria": ["C1"]}),
            inject("03", ask=PLAN),
            rated=True,
        )
    ).start()
    play.go(minutes(6))
    plan = {"plan": "Todo a mano", "day": "2031-03-05", "way": "a", "steps": [{"who": "Ana"}]}
    play.send(play.beatriz, "01", {"text": "Cerramos la frontera <b>ya</b>"})
    play.send(play.gwen, "01", {"text": "We close the border"})
    play.send(play.beatriz, "02", {"option": "A", "rationale": "Porque sí"}, confirmed=True)
    play.send(play.beatriz, "03", {"fields": plan})
    return play.go(minutes(11))


def desk_of(play):
    return f"/drills/{play.id}/desk"


def standings_of(play):
    return f"/drills/{play.id}/standings"


def queue_of(play, who):
    return play.see(rating_queue, who)["entries"]


def response_of(play, who, inject, team=None):
    """Give the id of a response as an evaluator's queue has it."""
    found = [entry for entry in queue_of(play, who) if entry["inject"] == inject]
    if team is not None:
        code = play.sql("SELECT blind_code FROM team WHERE id = :id", id=team)[0][0]
        found = [entry for entry in found if entry["code"] == code]
    return found[0]["response_id"]


def rate_all(play, who, level="S"):
    """Give every criterion of every response the same level."""
    for entry in queue_of(play, who):
        for criterion in ("C1", "C2")[: entry["of"]]:
            facts = {"response_id": entry["response_id"], "criterion": criterion, "level": level}
            play.do(rate_response, who, **facts, sentence=quoting(play, entry["response_id"]) if level in "UP" else "")


def end(play):
    """ENDEX, and all that was still open runs out."""
    play.do(end_drill, play.cast.fatima, name="Simulacro")
    return play.go(minutes(20))


def give(browser, play, response, **facts):
    """Give a level as the desk's script does."""
    token = META.search(browser.get(desk_of(play)).text)[1]
    headers = {"X-CSRFToken": token, "Accept": "application/json"}
    return browser.client.post(f"{desk_of(play)}/{response}", json=facts, headers=headers)


def ask(browser, path):
    """Ask as a script does."""
    return browser.get(path, headers={"Accept": "application/json"})
