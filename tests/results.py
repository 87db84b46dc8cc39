"""A drill on its way to a final result, for the tests: two organizers, two evaluators, a deviation, a late response."""

from simulator.actions.deciding import propose_decision, second_decision
from simulator.actions.msel import deliver_inject
from simulator.actions.rating import rate_response
from simulator.actions.ruling import rule_late
from simulator.actions.running import end_drill
from simulator.actions.score_rules import set_score_rules
from simulator.reading.desk import rating_queue
from simulator.reading.register import register_page
from tests.cast import minutes
from tests.play import NAME
from tests.scripts import choice_inject, scenario, text_inject

WORDS = {"text": "Avisamos a todas las fronteras ahora mismo."}
QUOTE = "Dice «Avisamos a todas las fronteras»."


def played(cast, **rules):
    """Play until ENDEX: both write 01; of 02 Azul decides well, Verde too late; 03 was delivered to Azul alone by hand.

    Olu is the second organizer. With *rules* the drill has rules of its own.
    """
    play = cast.play(
        scenario(text_inject("01", ask={"weight": 3}), choice_inject("02"), text_inject("03", manual=True), rated=True)
    )
    cast.grant(cast.olu, "organizer", play.id)
    if rules:
        play.do(set_score_rules, cast.olga, **rules)
    play.start().go(minutes(6))
    play.send(play.beatriz, "01", WORDS)
    play.send(play.gwen, "01", WORDS)
    play.send(play.beatriz, "02", {"option": "A"}, confirmed=True)
    play.do(deliver_inject, cast.fatima, inject_id="03", team_ids=[play.azul], reason="fairness")
    play.go(minutes(11))
    play.send(play.gwen, "02", {"option": "B"})
    play.do(end_drill, cast.fatima, name=NAME)
    return play.go(minutes(20))


def by_two(play, kind, *, first="olga", second="olu", **subject):
    """Let one organizer propose and another sign; gives the decision's id."""
    facts = {"kind": kind, "subject": subject, "reason": subject.get("reason", ""), "drill_id": play.id}
    made = play.do(propose_decision, getattr(play.cast, first), **facts)
    play.do(second_decision, getattr(play.cast, second), decision_id=made, drill_id=play.id)
    return made


def rate_all(play, who, level="S", teams=None):
    """Give all of somebody's queue the same level, or only some teams'."""
    codes = dict(play.sql("SELECT blind_code, id FROM team WHERE drill_id = :d", d=play.id))
    for entry in play.see(rating_queue, who)["entries"]:
        if teams is None or codes[entry["code"]] in teams:
            for criterion in ("C1", "C2")[: entry["of"]]:
                facts = {"response_id": entry["response_id"], "criterion": criterion, "level": level}
                play.do(rate_response, who, **facts, sentence=QUOTE)


def register(play):
    """Give the register's items by what they are of, as (entry, item) pairs."""
    page = play.see(register_page, play.cast.olga)
    return [(entry, item) for entry in (*page["entries"], *page["lapses"]) for item in entry["items"]]


def about(play, kind):
    """Name what the register's items of a kind are about."""
    return [item["about"] for entry, item in register(play) if entry["kind"] == kind]


def late_of(play):
    """Give the id of the late response."""
    return about(play, "response_late")[0].partition(":")[2]


def rule_on_late(play, *, technical=False, who="fatima"):
    """Rule on the late response, as the lead facilitator."""
    facts = {"technical": technical, "reason": "lost_line" if technical else "not_technical"}
    play.do(rule_late, getattr(play.cast, who), response_id=late_of(play), **facts)
