"""Bots: what they answer is what their level answers, when a person would; facts alone say what they owe."""

from datetime import timedelta

import pytest
from sqlalchemy import event

from injects.answer import check_answer
from scenarios.load import read_scenario
from simulator.actions.accounts import add_bot_evaluator
from simulator.actions.drills import add_team, prepare_drill
from simulator.actions.running import pause_drill, resume_drill
from simulator.actor import PROGRAM
from simulator.bots.answering import answer, draft_of, prose_of
from simulator.bots.dice import dice
from simulator.bots.moves import bot_moves
from simulator.bots.pacing import LATEST, WORDS_A_SECOND, pace_of
from simulator.bots.playing import BotPlayer
from simulator.bots.playing_style import level_of
from simulator.bots.rating import level_given, sentence_given
from tests.cast import seconds
from tests.scripts import choice_inject, info, scenario, text_inject
from tests.server_process import CEIBA

CEIBA_ROJA, _ = read_scenario(CEIBA)
ASKED = [inject for inject in CEIBA_ROJA.injects if inject.ask]
LANGUAGES = ("es", "pt", "en", "fr")
# With it nobody forgets to send.
SEED = "a"


@pytest.mark.parametrize("inject", ASKED, ids=lambda inject: inject.id)
@pytest.mark.parametrize("level", range(4))
def test_every_answer_of_a_bot_is_accepted(inject, level):
    for language in LANGUAGES:
        content = answer(CEIBA_ROJA, inject, level, language, dice("any"))
        assert check_answer(inject.ask, content) == content
        assert set(draft_of(inject.ask, content)) <= set(content)


def test_words_are_those_of_the_level_in_the_language_of_the_team():
    inject = CEIBA_ROJA.inject("02")
    benchmarks = {one.level: one.text.root["pt"] for one in inject.ask.benchmarks}
    said = [answer(CEIBA_ROJA, inject, level, "pt", dice("any"))["text"] for level in range(4)]

    assert [" ".join(words.split()) for words in said] == [" ".join(benchmarks[level].split()) for level in "UMSP"]


@pytest.mark.parametrize(("level", "method"), [(3, "repeat"), (2, "repeat"), (1, "advance"), (0, "wait")])
def test_a_form_is_filled_in_as_its_level_decides(level, method):
    inject = CEIBA_ROJA.inject("11")
    fields = answer(CEIBA_ROJA, inject, level, "es", dice("any"))["fields"]

    assert fields["method"] == method
    assert fields["plan"].split()[:5] == prose_of(CEIBA_ROJA, inject, level, "es").split()[:5]
    assert int(fields["paid"]) > 0
    assert len(fields["measures"]) == 3
    assert all(row.keys() == {"owner", "time", "measure"} for row in fields["measures"])


def test_the_best_choose_what_is_worth_most_and_the_worst_the_least():
    choice, choices = CEIBA_ROJA.inject("03"), CEIBA_ROJA.inject("08")
    value = {option.id: option.value for option in (*choice.ask.options, *choices.ask.options)}
    best, worst = (answer(CEIBA_ROJA, choice, level, "es", dice("any"))["option"] for level in (3, 0))
    most, least = (answer(CEIBA_ROJA, choices, level, "es", dice("any"))["options"] for level in (3, 0))

    assert value[best] == max(option.value for option in choice.ask.options)
    assert value[worst] == min(option.value for option in choice.ask.options)
    assert set(most) == {option.id for option in choices.ask.options if option.value > 0}
    assert sum(value[option] for option in least) <= 0


def test_levels_follow_the_style_and_the_same_seed_gives_the_same():
    assert {level_of("best", "s", team, "01", 3) for team in range(9)} == {3}
    assert {level_of("worst", "s", team, "01", 3) for team in range(9)} == {0}
    assert {level_of("random", "s", team, "01", 3) for team in range(99)} == {0, 1, 2, 3}
    mixed = [level_of("mixed", "s", team, "01", 3) for team in range(99)]
    assert mixed == [level_of("mixed", "s", team, "01", 3) for team in range(99)]
    assert 1.2 < sum(mixed) / 99 < 2.6


@pytest.mark.parametrize("inject", ASKED, ids=lambda inject: inject.id)
def test_a_bot_reads_before_it_answers_and_answers_in_time(inject):
    words = len(inject.body.root["es"].split())
    for team in range(20):
        pace = pace_of(inject, "es", "seed", team)
        assert timedelta(0) < pace.opens <= pace.drafts <= pace.sends
        if inject.ask.due:
            assert pace.sends <= inject.ask.due * LATEST + seconds(1)
            assert pace.sends >= min(seconds(words / WORDS_A_SECOND), inject.ask.due * 0.25) - seconds(1)


def test_evaluators_mostly_agree_with_the_level_and_never_leave_the_scale():
    given = [level_given(3, 3, "s", 0, team, "01", "C1") for team in range(200)]
    between = [level_given(1, 3, "s", 0, team, "01", "C1") for team in range(200)]

    assert set(given) == {2, 3} and given.count(3) > 150
    assert set(between) == {0, 1, 2} and between.count(1) > 130


def test_the_sentence_of_an_extreme_quotes_the_response():
    inject = CEIBA_ROJA.inject("02")
    content = {"text": "Aislamos la red y guardamos las pruebas antes de hablar con la prensa de la capital"}

    assert "Aislamos la red" in sentence_given(CEIBA_ROJA, inject, inject.ask.criteria[0], 3, content, "es")
    assert sentence_given(CEIBA_ROJA, inject, inject.ask.criteria[0], 2, content, "es") == ""


@pytest.fixture
def bots(cast):
    """Give a drill with one bot team beside the others, a bot evaluator, and the player."""
    script = scenario(text_inject("01", at="1m"), choice_inject("02", at="2m"), info("03", at="3m"), rated=True)
    play = cast.play(script, rehearsal=True)
    made = play.do(add_team, cast.fatima, name="Bots", language="pt", bot=True)
    play.bots = made["team_id"]
    play.house.perform(add_bot_evaluator, PROGRAM, drill_id=play.id, name="Soledad", language="es")
    play.player = BotPlayer(play.house, SEED)
    return play


def let_time_pass(play, length):
    end = play.clock.now + length
    while play.clock.now < end:
        play.clock.now += seconds(10)
        play.tick()
        play.player.play()


def test_bots_come_in_before_startex_and_hold_every_seat(bots):
    bots.do(prepare_drill, bots.cast.fatima)
    bots.player.play()
    bots.player.play()

    assert bots.sql("SELECT count(*) FROM participant WHERE bot") == [(1,)]
    assert bots.sql("SELECT count(*) FROM seat_holder WHERE team_id = :team", team=bots.bots) == [(3,)]
    assert bots.sql("SELECT online FROM team WHERE id = :team", team=bots.bots) == [(1,)]


def test_a_bot_team_opens_drafts_and_answers_once_however_often_it_is_asked(bots):
    bots.player.play()
    bots.start()
    let_time_pass(bots, seconds(900))
    bots.player = BotPlayer(bots.house, SEED)
    bots.player.play()

    first = bots.one(bots.bots, "01")
    assert first["delivered_at"] < first["opened_at"] < first["answered_at"] < first["deadline_at"]
    assert bots.states(bots.bots) == {"01": "answered", "02": "answered", "03": "delivered"}
    assert bots.sql("SELECT count(*) FROM response") == [(2,)]
    assert bots.one(bots.bots, "03")["opened_at"] is not None
    assert bots.states(bots.azul)["01"] == "lapsed"


def test_bot_evaluators_rate_bot_teams_alone_each_criterion_once(bots):
    bots.player.play()
    bots.start()
    let_time_pass(bots, seconds(120))
    bots.send(bots.beatriz, "01", {"text": "Aislamos la red."})
    let_time_pass(bots, seconds(900))
    bots.player.play()

    rated = bots.sql(
        "SELECT d.team_id, r.criterion, count(*) FROM rating r JOIN response p ON p.id = r.response_id "
        "JOIN delivery d ON d.id = p.delivery_id GROUP BY 1, 2 ORDER BY 2"
    )
    assert rated == [(bots.bots, "C1", 1), (bots.bots, "C2", 1)]


def test_bots_rest_while_the_drill_is_paused(bots):
    bots.player.play()
    bots.start()
    let_time_pass(bots, seconds(60))
    bots.do(pause_drill, bots.cast.fatima)
    before = bots.log()
    let_time_pass(bots, seconds(300))
    assert bots.log() == before

    bots.do(resume_drill, bots.cast.fatima)
    let_time_pass(bots, seconds(700))
    assert bots.states(bots.bots)["01"] == "answered"


def test_without_bots_one_query_is_enough(play):
    play.start()
    asked = []

    def note(_connection, _cursor, statement, *_more):
        asked.append(statement)

    event.listen(play.house.engine, "before_cursor_execute", note)
    play.see(bot_moves, PROGRAM)
    event.remove(play.house.engine, "before_cursor_execute", note)

    assert len([statement for statement in asked if statement.startswith("SELECT")]) == 1
