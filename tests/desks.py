"""A rated drill for the tests of desks: two teams and two injects, all answered, and three who evaluate them."""

import json

from simulator.actions.assigning import assign_evaluators
from simulator.actions.declaring import declare_reading
from simulator.actions.rating import rate_response
from simulator.reading.desk import rating_queue
from tests.cast import minutes
from tests.quoting import quoting
from tests.scripts import scenario, text_inject

ANSWERS = {"01": "Cerramos la frontera ahora mismo", "02": "Avisamos a la prensa y a las familias"}
CALIBRATED = {"ratings": 2, "calibration": {"exact": 60, "least": 4, "two_off": 0}}


def benchmarks(name):
    """Give a model answer of each level."""
    return [{"level": level, "text": f"Modelo {name} {level} con palabras"} for level in "UMSP"]


def desk_play(cast, **rules):
    """Give a drill before STARTEX in which Edo, Eun and Olu evaluate, under *rules* of score."""
    injects = [text_inject(name, ask={"benchmarks": benchmarks(name)}) for name in ANSWERS]
    play = cast.play(scenario(*injects, rated=True))
    cast.grant(cast.olu, "evaluator", play.id)
    if rules:
        play.sql("UPDATE drill SET score_rules = :r WHERE id = :id", r=json.dumps(rules), id=play.id)
    for who in raters(play).values():
        play.do(declare_reading, who, drill_id=play.id, languages=["es", "en"])
    return play


def answered(play):
    """Let both teams answer both injects, and their deadlines pass."""
    play.start().go(minutes(6))
    for name, words in ANSWERS.items():
        for who in (play.beatriz, play.gwen):
            play.send(who, name, {"text": words})
    return play.go(minutes(11))


def assign(play):
    """Let Olga give the work out."""
    return play.do(assign_evaluators, play.cast.olga, drill_id=play.id)


def queue(play, who):
    """Give an evaluator's queue as (team, inject) → response."""
    codes = dict(play.sql("SELECT blind_code, id FROM team WHERE drill_id = :d", d=play.id))
    entries = play.see(rating_queue, who)["entries"]
    return {(codes[one["code"]], one["inject"]): one["response_id"] for one in entries}


def rate(play, who, response, levels="SS", words=None):
    """Give C1 and C2 a level each, with a sentence where one is needed."""
    for criterion, level in zip(("C1", "C2"), levels, strict=True):
        said = quoting(play, response, "porque sí") if words is None else words
        facts = {"response_id": response, "criterion": criterion, "level": level, "sentence": said}
        play.do(rate_response, who, **facts)


def raters(play):
    """Give the evaluators of the drill."""
    return {who.id: who for who in (play.cast.edo, play.cast.eun, play.cast.olu)}


def holders(play, place):
    """Give who has a place in her queue, by id."""
    return {id for id, who in raters(play).items() if place in queue(play, who)}
