"""What each reader's events and pages contain: a canary in every private field is hunted (rules.md 23, 33, 35, 36)."""

import json

import pytest

from simulator.actions.drills import rename_team
from simulator.actions.joining import change_language
from simulator.actions.msel import deliver_inject, hold_inject, set_flag, skip_inject
from simulator.actions.rating import rate_response
from simulator.actions.responding import open_inject, save_draft
from simulator.actions.running import end_drill
from simulator.actor import NOBODY, PROGRAM
from simulator.reading.console import console_page
from simulator.reading.desk import rating_queue, rating_sheet
from simulator.reading.drills import join_page
from simulator.reading.feed import own_events, render_posts, staff_events
from simulator.reading.play import own_drafts, own_learning, own_place
from simulator.reading.results import own_result, standings_page
from tests.cast import minutes
from tests.play import NAME
from tests.scripts import LEVELS, info, scenario, text_inject

LANGUAGES = ["es", "pt", "en", "fr"]


def say(word):
    return {code: f"{word} {code}" for code in LANGUAGES}


def canary_scenario():
    options = [
        {"id": "A", "label": say("label-a"), "value": 3, "sets": ["canaryflag"], "feedback": say("CANARY-feedback")},
        {"id": "B", "label": say("label-b"), "value": 0},
    ]
    decide = info(
        "02", at="5m", title=say("decide"), note=say("CANARY-note"), owner=say("CANARY-owner"),
        expected=[say("CANARY-expected")], sets=["canaryset"], script=say("CANARY-script"),
        ask={"kind": "choice", "due": "10m", "weight": 1, "options": options},
    )  # fmt: skip
    words = text_inject(
        "01", title=say("write"), expected=[say("CANARY-expected")],
        ask={"benchmarks": [{"level": "P", "text": say("CANARY-benchmark")}]},
    )  # fmt: skip
    later = info("03", at="30m", title=say("CANARY-later"), **{"if": "canaryflag and not canaryset"})
    manual = info("04", manual=True, title=say("CANARY-manual"), body=say("CANARY-body"))
    rubric = {
        "levels": LEVELS,
        "criteria": {
            name: {
                "title": say("CANARY-criterion"),
                "weight": 1,
                "levels": {one: say("CANARY-anchor") for one in LEVELS},
            }
            for name in ("C1", "C2")
        },
    }
    return scenario(
        words, decide, later, manual, rated=True, rubric=rubric,
        flags={"canaryflag": say("CANARY-flag"), "canaryset": say("CANARY-set")},
        replies={"r": {"title": say("CANARY-reply"), "body": say("CANARY-reply")}},
        objectives={"o": {"title": say("CANARY-objective")}},
    )  # fmt: skip


@pytest.fixture
def play(cast):
    """Play the canary drill until ENDEX, with an answer and a draft of each team, and staff at work."""
    play = cast.play(canary_scenario()).start()
    play.do(hold_inject, cast.fatima, inject_id="03", team_ids=[play.azul], reason="fairness")
    play.go(minutes(6))
    play.do(set_flag, cast.fatima, team_id=play.verde, flag="canaryflag", reason="mistake")
    play.do(open_inject, play.gwen, inject_id="01")
    play.send(play.beatriz, "01", {"text": "AZUL-WORDS"})
    play.send(play.gwen, "01", {"text": "VERDE-WORDS"})
    play.send(play.gwen, "02", {"option": "A"}, confirmed=True)
    play.do(save_draft, play.bruna, inject_id="02", content={"option": "B"})
    return play


def hunt(told):
    """Give what a reader gets as one text."""
    return json.dumps(told, default=str, ensure_ascii=False)


def own(play, who):
    return {
        "events": play.see(own_events, who, since=0),
        "place": play.see(own_place, who),
        "drafts": play.see(own_drafts, who),
        "learning": play.see(own_learning, who),
        "result": play.see(own_result, who),
    }


PRIVATE = ("CANARY", "canary", "value", "sets", "expected", '"note"', "owner", '"if"', "benchmark", "feedback")


def test_a_participant_sees_no_private_word_of_the_scenario(play):
    for who in (play.beatriz, play.bruna, play.gwen, play.giselle):
        told = hunt(own(play, who))
        assert [word for word in PRIVATE if word in told] == []
        assert "label-a" in told


def test_a_participant_sees_nothing_of_another_team(play):
    verde = hunt(own(play, play.gwen)) + hunt(own(play, play.giselle))
    azul = hunt(own(play, play.beatriz)) + hunt(own(play, play.bruna))

    for word in ("AZUL-WORDS", "Azul", "Beatriz", "Bruna", play.azul, play.beatriz.id, play.codes["Azul"]):
        assert word not in verde
    for word in ("VERDE-WORDS", "Verde", "Gwen", "Giselle", play.verde, play.gwen.id, play.codes["Verde"]):
        assert word not in azul


def test_what_another_team_and_the_staff_do_leaves_no_gap_and_no_trace(cast, play):
    before = play.see(own_events, play.beatriz, since=0)
    play.do(skip_inject, cast.fatima, inject_id="04", team_ids=[play.verde], reason="pacing")
    play.do(rename_team, cast.fatima, team_id=play.verde, name="Lila")
    play.do(save_draft, play.giselle, inject_id="02", content={"option": "B"})
    play.do(change_language, play.gwen, language="fr")

    assert play.see(own_events, play.beatriz, since=0) == before


def test_each_member_reads_the_same_event_in_her_own_language(play):
    def titles(who):
        events = play.see(own_events, who, since=0)["events"]
        return [(event["n"], event["inject"]["title"]) for event in events if event["kind"] == "inject_delivered"]

    assert [title for _n, title in titles(play.beatriz)] == ["write es", "decide es"]
    assert [title for _n, title in titles(play.bruna)] == ["write pt", "decide pt"]
    assert [n for n, _title in titles(play.beatriz)] == [n for n, _title in titles(play.bruna)]


def test_what_is_announced_is_what_she_would_read_on_coming_back(cast, play):
    play.house.heard.clear()
    play.do(deliver_inject, cast.fatima, inject_id="04", team_ids=[play.azul])
    languages = {post.reader: {"es", "pt"} for post in play.house.heard}
    rendered = play.house.look(render_posts, PROGRAM, posts=play.house.heard, languages=languages)
    own_stream = [event for reader, language, event in rendered if (reader, language) == (f"team:{play.azul}", "es")]

    since = own_stream[0]["n"] - 1
    assert play.see(own_events, play.beatriz, since=since)["events"] == own_stream
    assert {reader for reader, _language, _event in rendered} == {f"team:{play.azul}", f"staff:{play.id}"}


def test_the_page_to_join_tells_no_name_and_nothing_of_the_script(play):
    told = hunt(play.see(join_page, NOBODY, code=play.codes["Azul"]))

    for word in ("CANARY", "canary", "Beatriz", "Bruna", "Verde", play.id, play.azul, "write", "decide"):
        assert word not in told


@pytest.fixture
def rated(cast, play):
    """Be after the deadlines, with one rating of Edo's."""
    play.go(minutes(20)).do(end_drill, cast.fatima, name=NAME)
    for entry in play.see(rating_queue, cast.edo)["entries"]:
        facts = {"response_id": entry["response_id"], "criterion": "C1"}
        play.do(rate_response, cast.edo, **facts, level="M", sentence="SECRET-SENTENCE")
    return play


def test_an_evaluator_sees_no_name_and_no_other_rating(cast, rated):
    queue = rated.see(rating_queue, cast.eun)
    sheets = [rated.see(rating_sheet, cast.eun, response_id=one["response_id"]) for one in queue["entries"]]
    told = hunt([queue, *sheets])

    assert len(sheets) == 2
    for word in ("Azul", "Verde", "Beatriz", "Gwen", rated.azul, rated.verde, rated.beatriz.id, "SECRET-SENTENCE"):
        assert word not in told
    assert [one["level"] for sheet in sheets for one in sheet["criteria"]] == [None] * 4
    for word in ("CANARY-note", "CANARY-owner", "canaryflag", "CANARY-reply"):
        assert word not in told
    assert "CANARY-expected" in told
    assert "CANARY-benchmark" in told


def test_staff_who_watch_hear_that_a_rating_was_given_and_not_which(cast, rated):
    for who in (cast.fatima, cast.olga):
        events = rated.see(staff_events, who, since=0)["events"]
        assert [event["kind"] for event in events].count("rating_given") == 2
        given = hunt([event for event in events if event["kind"] == "rating_given"])
        assert "SECRET-SENTENCE" not in hunt(events)
        assert "level" not in given
        assert "C1" not in given
        assert "SECRET-SENTENCE" not in hunt(rated.see(console_page, who))


def test_no_word_that_anybody_wrote_is_in_the_log(cast, rated):
    told = hunt(rated.log())

    for word in ("AZUL-WORDS", "VERDE-WORDS", "SECRET-SENTENCE", "Beatriz", "Gwen", "Azul", "Verde", NAME):
        assert word not in told


def test_no_ranking_is_seen_while_a_drill_runs_nor_before_it_is_published(cast, rated):
    assert rated.see(own_result, rated.beatriz) is None
    assert rated.see(standings_page, cast.olga)["complete"] is False
    assert "place" not in hunt(own(rated, rated.beatriz)["events"])


def test_what_was_expected_opens_with_the_hotwash(rated):
    learning = hunt(rated.see(own_learning, rated.gwen))

    assert "CANARY-expected en" in learning
    assert "CANARY-feedback en" in learning
    for word in ("CANARY-note", "CANARY-owner", "CANARY-later", "canaryflag", "value"):
        assert word not in learning
