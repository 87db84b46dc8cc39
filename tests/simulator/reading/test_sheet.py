"""A team's sheet: what counted and why, in its language, without a name, and nothing before it is told."""

import pytest

from simulator.actions.appealing import decide_appeal, file_appeal
from simulator.actions.assigning import close_rating
from simulator.actions.msel import skip_inject
from simulator.actions.rating import rate_response
from simulator.actions.ruling import rule_deviation
from simulator.reading.sheet import own_sheet, team_sheet
from tests.cast import minutes, refused
from tests.results import QUOTE, about, by_two, played, rate_all, register, rule_on_late
from tests.scripts import scenario, text_inject
from tests.web.rated_play import end, response_of


@pytest.fixture
def play(cast):
    """Give a drill that is rated, with its register ruled, whose rules ask for two people."""
    return cast.once(ruled)


def ruled(cast):
    play = played(cast, two_people=True)
    rule_on_late(play, technical=True)
    by_two(play, "rule", about=about(play, "inject_delivered"), verdict="void", reason="unequal")
    rate_all(play, cast.edo, "S")
    return play


def tell(play):
    play.do(close_rating, play.cast.olga)
    by_two(play, "close_register")
    by_two(play, "publish_provisional")


def line(sheet, inject):
    return next(one for one in sheet["lines"] if one["inject"] == inject)


def test_a_team_reads_nothing_before_it_is_told(play):
    with refused("not_found"):
        play.see(own_sheet, play.beatriz)


def test_then_it_reads_its_own_and_each_member_in_her_language(play):
    tell(play)
    beatriz, bruna, gwen = (play.see(own_sheet, who) for who in (play.beatriz, play.bruna, play.gwen))

    assert (beatriz["team"]["name"], beatriz["place"], beatriz["state"]) == ("Azul", 1, "provisional")
    assert (beatriz["language"], bruna["language"], gwen["language"]) == ("es", "pt", "en")
    assert gwen["place"] == 2
    assert "Verde" not in str(beatriz) and "Azul" not in str(gwen)
    assert (beatriz["files_appeals"], bruna["files_appeals"]) == (True, False)


def test_levels_stand_with_their_anchors_and_sentences_without_evaluators_names(play, cast):
    sheet = play.see(team_sheet, cast.olga, team_id=play.azul)
    (first, _second) = line(sheet, "01")["criteria"]

    assert first["title"] == "Decidir"
    assert first["reached"] == [{"level": "S", "anchor": "nivel S"}]
    assert first["sentences"] == [QUOTE]
    assert "Edo" not in str(sheet) and cast.edo.id not in str(sheet)


def test_a_level_between_two_shows_both_anchors(play, cast):
    facts = {"response_id": response_of(play, cast.eun, "01", play.azul), "sentence": QUOTE}
    for criterion in ("C1", "C2"):
        play.do(rate_response, cast.eun, criterion=criterion, level="P", **facts)
    reached = line(play.see(team_sheet, cast.olga, team_id=play.azul), "01")["criteria"][0]["reached"]

    assert [one["level"] for one in reached] == ["S", "P"]


def test_what_did_not_count_says_why_with_the_ruling_and_its_reason(play, cast):
    azul = play.see(team_sheet, cast.olga, team_id=play.azul)
    verde = play.see(team_sheet, cast.olga, team_id=play.verde)

    assert [one.why for one in azul["rows"]] == ["rated", "by_option", "void"]
    assert [(one["inject"], one["verdict"], one["reason"]) for one in azul["rulings"]] == [("03", "void", "unequal")]
    # 03 never reached Verde: she reads not one word of it.
    assert [one.why for one in verde["rows"]] == ["rated", "late"]
    assert "03" not in verde["injects"]
    assert [(one["kind"], one["verdict"]) for one in verde["rulings"]] == [("response_late", "technical")]


def test_of_an_inject_that_never_came_a_ruling_names_nothing(cast):
    play = cast.play(scenario(text_inject("01"), text_inject("02", manual=True), rated=True)).start()
    play.do(skip_inject, cast.fatima, inject_id="02", team_ids=[play.azul], reason="fairness")
    end(play.go(minutes(17)))
    play.do(rule_deviation, cast.olga, about=about(play, "inject_skipped"), verdict="stands", reason="no_effect")
    sheet = play.see(team_sheet, cast.olga, team_id=play.azul)

    assert [(one["kind"], one["inject"], one["title"]) for one in sheet["rulings"]] == [("inject_skipped", None, None)]


def test_a_penalty_stands_on_it_and_says_when_it_was_taken_back(play, cast):
    by_two(play, "penalise", team=play.azul, code="unmarked_message")
    sheet = play.see(team_sheet, cast.olga, team_id=play.azul)

    assert [(one["code"], one["points"], one["lifted"]) for one in sheet["penalties"]] == [
        ("unmarked_message", 2.0, False)
    ]


def test_the_rule_that_parted_equals_is_named(cast):
    play = cast.play(scenario(text_inject("01"), rated=True)).start()
    play.sql('UPDATE drill SET score_rules = \'{"ties": ["quality"]}\' WHERE id = :id', id=play.id)
    play.go(minutes(17))
    sheet = play.see(team_sheet, cast.olga, team_id=play.azul)

    assert sheet["ties"] == ["shared"]


def test_what_was_told_stays_told_until_the_next_step(play, cast):
    tell(play)
    by_two(play, "penalise", team=play.azul, code="real_contact")
    sheet = play.see(own_sheet, play.beatriz)

    assert sheet["changed"] is True
    assert float(sheet["score"]) > 0 and sheet["place"] == 1


def test_an_appeal_and_its_answer_stand_on_it(play, cast):
    tell(play)
    appeal = play.do(file_appeal, play.beatriz, ground="technical", words="No llegaba la página.")
    play.do(decide_appeal, cast.olga, appeal_id=appeal, upheld=False, reason="nothing_in_the_log", note="Lo buscamos.")
    (told,) = play.see(own_sheet, play.bruna)["appeals"]

    assert (told["ground"], told["state"], told["reason"], told["note"]) == (
        "technical", "dismissed", "nothing_in_the_log", "Lo buscamos.",
    )  # fmt: skip
    assert play.see(own_sheet, play.gwen)["appeals"] == []


def test_before_the_register_is_closed_organizers_see_a_code_in_place_of_the_name(play, cast):
    code = play.sql("SELECT blind_code FROM team WHERE id = :id", id=play.azul)[0][0]
    assert play.see(team_sheet, cast.olga, team_id=play.azul)["team"]["name"] == code
    tell(play)

    assert play.see(team_sheet, cast.olga, team_id=play.azul)["team"]["name"] == "Azul"
    assert register(play)


def test_a_team_of_another_drill_and_a_drill_that_is_not_rated_have_none(play, cast):
    other = cast.play(scenario(text_inject("01")))
    for team in (other.azul, "zzzzzzzzzzzz"):
        with refused("not_found"):
            play.see(team_sheet, cast.olga, team_id=team)
    with refused("drill_not_rated"):
        other.see(team_sheet, cast.olga, team_id=other.azul)
