"""Erasing a person: her name and her words go everywhere, what was rated stays, and the chain still holds."""

import json

import pytest

from simulator.actions.accounts import disable_account
from simulator.actions.erasing import erase_account, erase_participant
from simulator.actions.hotwash import write_hotwash
from simulator.actions.joining import (
    join_team,
    move_participant,
    remove_participant,
    rename_participant,
    return_by_code,
)
from simulator.actions.rating import rate_response
from simulator.actions.responding import save_draft
from simulator.actor import NOBODY, PROGRAM
from simulator.chain import broken_link
from simulator.kinds import HOUSE_STREAM
from simulator.reading.audit import Wanted, drill_audit
from simulator.reading.desk import rating_queue, rating_sheet
from simulator.reading.erasures import account_erasure_preview, erasure_preview, people_held
from simulator.reading.feed import own_events
from simulator.reading.people import find_actor, staff_list
from simulator.reading.play import own_drafts
from simulator.reading.results import standings_page
from simulator.rows import Row
from tests.cast import minutes, refused
from tests.quoting import quoting
from tests.scripts import choice_inject, scenario, text_inject
from tests.web.rated_play import end, rate_all, response_of

CANARY = "KANARIE"


def told_everywhere(play):
    """Give all that the database holds, as one text."""
    tables = [table.name for table in Row.metadata.sorted_tables]
    return "\n".join(repr(row) for table in tables for row in play.sql(f'SELECT * FROM "{table}"'))


def holds(play, stream=None):
    with play.house._readers() as session:
        return broken_link(session, stream or f"drill:{play.id}") is None


def places(play):
    rows = play.see(standings_page, play.cast.olga)["standings"]
    return {row["team"]: (row["place"], row["score"], row["quality"], row["rated"], row["of"]) for row in rows}


@pytest.fixture
def play(cast):
    """Let Kanarie of Azul write wherever she can: two answers, a draft, a note; all of it is over."""
    play = cast.play(
        scenario(
            text_inject("01"),
            choice_inject("02", ask={"rationale": True, "criteria": ["C1"]}),
            text_inject("03", at="20m"),
            rated=True,
        ),
        joined=False,
    )
    play.beatriz = play.join("Azul", "Beatriz", "es", ["lead"])
    play.kanarie = play.join("Azul", f"{CANARY} López", "pt", ["technical"])
    play.gwen = play.join("Verde", "Gwen", "en", ["lead"])
    play.start().go(minutes(6))
    play.send(play.kanarie, "01", {"text": f"{CANARY} avisa"}, id=f"{CANARY}-1")
    play.send(play.kanarie, "01", {"text": f"{CANARY} avisa otra vez"})
    play.send(play.gwen, "01", {"text": "We close the border"})
    play.send(play.kanarie, "02", {"option": "A", "rationale": f"{CANARY} porque"}, confirmed=True)
    play.go(minutes(15))
    play.do(save_draft, play.kanarie, inject_id="03", content={"text": f"{CANARY} escribe"})
    play.do(save_draft, play.beatriz, inject_id="03", content={"text": f"Como dice {CANARY}"})
    play.do(save_draft, play.kanarie, inject_id="03", content={"text": f"{CANARY} escribe más"})
    end(play)
    play.do(write_hotwash, play.kanarie, question=0, text=f"{CANARY} opina")
    return play


def erase(play, who=None):
    return play.do(erase_participant, play.cast.olga, participant_id=(who or play.kanarie).id)


def test_nothing_of_her_is_left_and_the_chain_holds(play, cast):
    rate_all(play, cast.edo)
    for inject in ("01", "02"):
        response = response_of(play, cast.edo, inject, team=play.azul)
        facts = {"response_id": response, "criterion": "C1", "level": "P"}
        play.do(rate_response, cast.edo, **facts, sentence=quoting(play, response, f"Dice «{CANARY} avisa»."))
    assert told_everywhere(play).count(CANARY) > 8

    assert erase(play) == 4

    assert CANARY not in told_everywhere(play)
    assert holds(play)
    ((kind, _team, payload),) = play.log("participant_erased")
    told = payload if isinstance(payload, dict) else json.loads(payload)
    assert (kind, told) == ("participant_erased", {"participant": play.kanarie.id, "responses": 4})


def test_what_was_rated_stays_to_the_cent(play, cast):
    rate_all(play, cast.edo, level="M")
    before = places(play)
    assert before["Azul"][1] is not None

    erase(play)

    assert places(play) == before
    (content,) = play.sql(
        "SELECT content FROM response r JOIN delivery d ON d.id = r.delivery_id"
        " WHERE d.inject = '02' AND r.participant_id = :p",
        p=play.kanarie.id,
    )[0]
    assert json.loads(content) == {"option": "A"}


def test_what_was_not_rated_leaves_the_score_and_one_is_told_before(play, cast):
    edo_rates = response_of(play, cast.edo, "01", team=play.azul)
    for criterion in ("C1", "C2"):
        play.do(rate_response, cast.edo, response_id=edo_rates, criterion=criterion, level="S")
    preview = play.see(erasure_preview, cast.olga, participant_id=play.kanarie.id)
    assert (preview["responses"], preview["unrated"], preview["notes"]) == (4, 2, 1)
    assert preview["person"]["name"] == f"{CANARY} López"

    erase(play)

    _place, _score, _quality, rated, of = places(play)["Azul"]
    assert (rated, of) == (1, 1)
    lines = {line.inject: line.why for line in play.see(standings_page, cast.olga)["standings"][0]["lines"]}
    assert lines == {"01": "rated", "02": "void", "03": "void"}


def test_no_evaluator_is_given_what_has_no_words(play, cast):
    response = response_of(play, cast.edo, "01", team=play.azul)
    before = len(play.see(rating_queue, cast.edo)["entries"])

    erase(play)

    assert len(play.see(rating_queue, cast.edo)["entries"]) == before - 3
    with refused("response_erased"):
        play.see(rating_sheet, cast.edo, response_id=response)
    with refused("response_erased"):
        play.do(rate_response, cast.edo, response_id=response, criterion="C1", level="S")


def test_she_is_out_and_her_ways_back_are_gone(play, cast, house):
    ((code,),) = play.sql("SELECT short_code FROM participant WHERE id = :p", p=play.kanarie.id)
    erase(play)

    with refused("code_unknown"):
        house.perform(return_by_code, NOBODY, code=play.codes["Azul"], short_code=code)
    with refused("code_unknown"):
        house.perform(return_by_code, NOBODY, code=play.codes["Azul"], short_code="")
    with refused("not_found"):
        play.see(own_events, play.kanarie, since=0)
    assert play.sql("SELECT actor FROM departure WHERE actor = :a", a=f"participant:{play.kanarie.id}")


def test_nobody_gives_her_name_back_or_moves_what_is_left_of_her(play, cast):
    erase(play)
    before = play.log("participant_changed", "participant_moved", "participant_removed")

    with refused("not_found"):
        play.do(rename_participant, cast.fatima, participant_id=play.kanarie.id, name=f"{CANARY} López")
    with refused("not_found"):
        play.do(move_participant, cast.fatima, participant_id=play.kanarie.id, team_id=play.verde)
    with refused("not_found"):
        play.do(remove_participant, cast.fatima, participant_id=play.kanarie.id)

    assert CANARY not in told_everywhere(play)
    assert play.log("participant_changed", "participant_moved", "participant_removed") == before


def test_her_team_goes_on_reading_with_a_gap_where_she_was(play):
    erase(play)

    events = play.see(own_events, play.beatriz, since=0)["events"]
    hers = [one["response"] for one in events if one["kind"] == "response_received" and one["inject"] == "01"]
    joined = [one for one in events if one["kind"] == "participant_joined"]
    assert [(one["by"], one["erased"], one["content"]) for one in hers] == [("", True, {}), ("", True, {})]
    assert [one["name"] for one in joined] == ["Beatriz", ""]
    assert play.see(own_drafts, play.beatriz) == {}


def test_nobody_is_erased_while_her_team_can_still_answer(cast):
    play = cast.play().start().go(minutes(6))
    with refused("drill_still_runs"):
        erase(play, play.bruna)
    play.do(remove_participant, cast.fatima, participant_id=play.bruna.id)
    with refused("drill_still_runs"):
        erase(play, play.bruna)
    end(play)
    assert erase(play, play.bruna) == 0


def test_who_joined_by_mistake_is_erased_before_the_start(play, cast):
    early = cast.play()
    assert early.do(erase_participant, cast.olga, participant_id=early.bruna.id) == 0
    assert {one["name"] for one in early.see(people_held, cast.olga)["teams"][0]["people"]} == {"Beatriz", ""}


def test_nobody_is_erased_twice_and_nobody_of_another_drill(play, cast):
    erase(play)
    with refused("already_erased"):
        erase(play)
    other = cast.play()
    with refused("not_found"):
        play.do(erase_participant, cast.olga, participant_id=other.beatriz.id)


@pytest.mark.parametrize("who", ["fatima", "edo", "olu", "mallory", "stranger"])
def test_only_organizers_erase(play, cast, who):
    with refused("not_found"):
        play.do(erase_participant, getattr(cast, who), participant_id=play.kanarie.id)


def test_somebody_of_the_same_name_can_join_afterwards(cast):
    play = cast.play()
    play.do(erase_participant, cast.olga, participant_id=play.bruna.id)
    made = play.house.perform(join_team, NOBODY, code=play.codes["Azul"], name="Bruna", language="pt")
    assert made["participant_id"] != play.bruna.id


def test_a_draft_taken_over_from_before_a_proposal_is_hers_who_wrote_it(cast):
    ask = {"approve": "lead"}
    play = cast.play(scenario(text_inject("01", ask=ask), rated=True)).start().go(minutes(6))
    play.do(save_draft, play.bruna, inject_id="01", content={"text": f"{CANARY} antes"})
    play.go(minutes(9.5))
    play.send(play.giselle, "01", {"text": "nothing"})
    proposer = play.join("Azul", "Carla", "es")
    play.go(minutes(0.1))
    play.send(proposer, "01", {"text": "Carla propone"})
    end(play)
    assert CANARY in told_everywhere(play)

    erase(play, play.bruna)

    assert CANARY not in told_everywhere(play)


def test_who_moved_takes_nothing_along_and_leaves_nothing(cast):
    play = cast.play(scenario(text_inject("01"), rated=True)).start().go(minutes(6))
    play.send(play.bruna, "01", {"text": f"{CANARY} responde"})
    play.do(move_participant, cast.fatima, participant_id=play.bruna.id, team_id=play.verde)
    end(play)
    erase(play, play.bruna)

    assert CANARY not in told_everywhere(play)


def closed(cast, who):
    cast.house.perform(disable_account, PROGRAM, account_id=who.id)
    return who


def test_a_member_of_staff_goes_and_her_ratings_stay(play, cast):
    rate_all(play, cast.edo)
    before = places(play)
    closed(cast, cast.edo)
    preview = cast.house.look(account_erasure_preview, cast.olga, account_id=cast.edo.id)
    assert (preview["person"]["name"], preview["ratings"], preview["disabled"]) == ("Edo", 7, True)

    cast.house.perform(erase_account, cast.olga, account_id=cast.edo.id)

    assert places(play) == before
    told = told_everywhere(play)
    assert "edo@ministry.example" not in told and "'Edo'" not in told
    assert cast.edo.id not in {one["id"] for one in cast.house.look(staff_list, cast.olga)}
    assert cast.house.look(find_actor, NOBODY, token=cast.tokens["edo"]) is None
    assert holds(play, HOUSE_STREAM)
    names = play.see(drill_audit, cast.olga, wanted=Wanted(kind="rating_given"))["rows"][0]["actor"]
    assert (names["name"], names["erased"]) == ("", True)


def test_an_account_is_closed_before_it_is_erased(cast):
    with refused("account_not_disabled"):
        cast.house.perform(erase_account, cast.olga, account_id=cast.eun.id)


def test_nobody_erases_herself_nor_the_last_organizer(cast):
    with refused("not_oneself"):
        cast.house.perform(erase_account, cast.olga, account_id=cast.olga.id)
    with refused("last_organizer"):
        cast.house.perform(erase_account, PROGRAM, account_id=cast.olga.id)


def test_no_account_is_erased_twice_and_bots_and_strangers_are_not_there(cast):
    closed(cast, cast.olu)
    cast.house.perform(erase_account, cast.olga, account_id=cast.olu.id)
    with refused("already_erased"):
        cast.house.perform(erase_account, cast.olga, account_id=cast.olu.id)
    with refused("not_found"):
        cast.house.perform(erase_account, cast.olga, account_id="nobody")


def test_another_facilitator_resumes_what_an_erased_one_led(cast):
    play = cast.play().start()
    closed(cast, cast.fatima)
    cast.house.perform(erase_account, cast.olga, account_id=cast.fatima.id)

    assert play.drill("lead_id") is None
