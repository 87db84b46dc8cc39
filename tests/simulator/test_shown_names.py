"""Where two people decide about a drill, organizers see no team's name from STARTEX until its register is closed."""

import json

import pytest

from simulator.actions.assigning import close_rating
from simulator.actions.declaring import recuse_evaluator
from simulator.actions.score_rules import set_score_rules
from simulator.reading.audit import Wanted, drill_audit, drill_audit_choices
from simulator.reading.deviations import deviations
from simulator.reading.evaluators import evaluators_board
from simulator.reading.rating_statistics import rating_statistics
from tests.results import about, by_two, played, rate_all, rule_on_late
from tests.scripts import scenario, text_inject

NAMES = ("Azul", "Verde", "Beatriz", "Gwen")


def two(cast):
    play = played(cast, two_people=True)
    for who in (cast.edo, cast.eun):
        rate_all(play, who)
    return play


@pytest.fixture
def play(cast):
    """Give a drill after ENDEX, rated, about which two people decide."""
    return cast.once(two)


def read(play, who):
    """Give what the pages say of evaluators, agreement, deviations and the log, as text."""
    told = {
        "board": play.see(evaluators_board, who, drill_id=play.id),
        "statistics": play.see(rating_statistics, who, drill_id=play.id),
        "deviations": play.see(deviations, who),
        "audit": play.see(drill_audit, who, wanted=Wanted(limit=2000)),
        "choices": play.see(drill_audit_choices, who),
    }
    return {name: json.dumps(one, ensure_ascii=False, default=str) for name, one in told.items()}


def test_no_page_of_hers_names_a_team_or_who_played(play, cast):
    codes = [code for (code,) in play.sql("SELECT blind_code FROM team WHERE drill_id = :d", d=play.id)]
    for name, text in read(play, cast.olga).items():
        assert not [one for one in NAMES if f'"{one}"' in text], name
        assert any(code in text for code in codes), name


def test_once_two_have_closed_the_register_names_are_back(play, cast):
    rule_on_late(play)
    by_two(play, "rule", about=about(play, "inject_delivered"), verdict="stands", reason="no_effect")
    play.do(close_rating, cast.olga)
    by_two(play, "close_register")

    assert all('"Azul"' in text for text in read(play, cast.olga).values())


def test_who_runs_the_drill_reads_what_she_did_by_name(play, cast):
    assert [one["teams"] for one in play.see(deviations, cast.fatima)["entries"]] == [["Azul"]]


def test_before_startex_an_organizer_keeps_evaluators_from_teams_by_name_and_later_reads_no_name_out_of_it(cast):
    play = cast.play(scenario(text_inject("01"), rated=True))
    play.do(set_score_rules, cast.olga, two_people=True)
    before = play.see(evaluators_board, cast.olga, drill_id=play.id)
    facts = {"drill_id": play.id, "account_id": cast.edo.id, "whose": play.azul, "reason": "institution"}
    play.do(recuse_evaluator, cast.olga, **facts)
    play.start()
    after = play.see(evaluators_board, cast.olga, drill_id=play.id)
    [kept] = [one["kept_from"] for one in after["evaluators"] if one["id"] == cast.edo.id]

    assert (before["whose"], before["blind"], after["blind"]) == ({play.azul: "Azul", play.verde: "Verde"}, False, True)
    assert kept == [{"whose": None, "why": "recused"}]
