"""The wire, between real sockets: who hears what, in which language; what is asked is done once and told once."""

import pytest
import socketio

from simulator.actions.joining import remove_participant
from tests.cast import minutes
from tests.live.conftest import PATIENCE, Line
from tests.scripts import choice_inject, scenario, text_inject

BODY = {"es": "Hay humo.", "pt": "Há fumaça.", "en": "There is smoke.", "fr": "Il y a de la fumée."}


@pytest.fixture
def play(cast):
    """Give a drill that has begun: one inject for everybody in four languages, then a decision."""
    script = scenario(text_inject("01", at="1m", body=BODY), choice_inject("02", at="2m"))
    return cast.play(script, rehearsal=True).start()


def delivered(inject):
    return lambda event: event["kind"] == "inject_delivered" and event["inject"]["id"] == inject


def deliver(play, length):
    play.go(length)


def test_each_member_reads_the_same_inject_in_her_own_language(play, connect):
    beatriz, bruna, gwen = (connect(who) for who in (play.beatriz, play.bruna, play.gwen))
    deliver(play, minutes(1))
    events = [line.wait_for("event", delivered("01")) for line in (beatriz, bruna, gwen)]

    assert [event["inject"]["body"] for event in events] == [BODY["es"], BODY["pt"], BODY["en"]]
    assert events[0]["n"] == events[1]["n"]
    assert events[0]["inject"]["body_html"] == "<p>Hay humo.</p>\n"


def test_nobody_comes_in_without_a_session(live):
    with pytest.raises(socketio.exceptions.ConnectionError):
        Line(live.url, "prontas_team=guessed", **{"as": "team"})


def test_who_is_refused_is_told_a_code_that_a_page_can_read(live):
    refused = []
    client = socketio.Client(reconnection=False)
    client.on("connect_error", refused.append)
    with pytest.raises(socketio.exceptions.ConnectionError):
        client.connect(
            live.url, headers={"Cookie": "prontas_team=guessed"}, auth={"as": "team"}, transports=["websocket"]
        )

    assert [told["data"] for told in refused] == [{"code": "not_found"}]


def test_staff_hear_only_drills_in_which_they_have_a_role(play, cast, connect):
    connect(cast.fatima, drill=play.id)
    with pytest.raises(socketio.exceptions.ConnectionError):
        connect(cast.edo, drill=play.id)
    with pytest.raises(socketio.exceptions.ConnectionError):
        connect(cast.fatima, drill="another")


def test_a_response_is_acknowledged_once_and_told_to_team_and_staff(play, cast, connect):
    beatriz, bruna, fatima = connect(play.beatriz), connect(play.bruna), connect(cast.fatima, drill=play.id)
    deliver(play, minutes(1))
    facts = {"inject": "01", "id": "r-1", "content": {"text": "Aislamos la red."}}
    receipt = beatriz.ask("send_response", **facts)

    assert (receipt["state"], receipt["version"]) == ("counted", 1)
    assert beatriz.ask("send_response", **facts) == receipt
    for line in (bruna, fatima):
        line.wait_for("event", lambda event: event["kind"] == "response_received")
    assert play.sql("SELECT count(*) FROM response") == [(1,)]


def test_another_team_hears_nothing_of_it(play, connect):
    beatriz, gwen = connect(play.beatriz), connect(play.gwen)
    deliver(play, minutes(1))
    beatriz.ask("save_draft", inject="01", content={"text": "Pensamos"})
    beatriz.ask("send_response", inject="01", id="r-1", content={"text": "Aislamos la red."})
    deliver(play, minutes(1))
    gwen.wait_for("event", delivered("02"))

    told = [facts["kind"] for name, facts in gwen.heard if name == "event"]
    assert told == ["inject_delivered", "inject_delivered"]
    assert not any(name == "draft_changed" for name, _facts in gwen.heard)


def test_a_draft_reaches_teammates_and_not_its_writer(play, connect):
    beatriz, bruna = connect(play.beatriz), connect(play.bruna)
    deliver(play, minutes(1))
    assert beatriz.ask("save_draft", inject="01", content={"text": "Pensamos"}) == {"state": "saved"}

    assert bruna.wait_for("draft_changed")["content"] == {"text": "Pensamos"}
    assert not any(name == "draft_changed" for name, _facts in beatriz.heard)


def test_a_line_that_was_cut_gets_what_it_missed_in_order(play, connect):
    deliver(play, minutes(1))
    deliver(play, minutes(1))
    page = connect(play.giselle).ask("resume", n=0)
    numbers = [event["n"] for event in page["events"]]

    assert numbers == list(range(1, page["n"] + 1))
    assert [event["inject"]["id"] for event in page["events"] if event["kind"] == "inject_delivered"] == ["01", "02"]
    assert page["events"][-1]["inject"]["title"] == "Inject 02"


def test_what_is_refused_is_said_in_the_language_of_who_asked(play, connect):
    bruna, gwen = connect(play.bruna), connect(play.gwen)
    deliver(play, minutes(2))
    facts = {"inject": "02", "id": "r-2", "content": {"option": "A"}}

    said = [line.ask("send_response", **facts)["error"] for line in (bruna, gwen)]
    assert {error["code"] for error in said} == {"confirmation_needed"}
    assert said[1]["message"] == "This decision is final. Confirm it to send it."
    assert said[0]["message"] != said[1]["message"]


@pytest.mark.parametrize(
    ("name", "facts"),
    [("dance", {}), ("send_response", {}), ("send_response", {"inject": ["01"], "id": 1, "content": "x"}),
     ("resume", {"n": -1}), ("resume", {"n": True}), ("take_seats", {"seats": "lead"})],
)  # fmt: skip
def test_what_makes_no_sense_is_an_error_and_not_the_end(play, connect, name, facts):
    gwen = connect(play.gwen)

    assert "error" in gwen.ask(name, **facts)
    assert "events" in gwen.ask("resume", n=0)


def test_who_is_removed_is_let_go_at_once(play, cast, connect):
    bruna = connect(play.bruna)
    play.do(remove_participant, cast.fatima, participant_id=play.bruna.id)

    assert bruna.lost.wait(PATIENCE)


def test_a_new_language_holds_from_the_next_event_on(play, connect):
    gwen = connect(play.gwen)
    assert gwen.ask("change_language", language="fr") == {}
    deliver(play, minutes(1))

    assert gwen.wait_for("event", delivered("01"))["inject"]["body"] == BODY["fr"]
