"""A disk that takes no more: nothing is acknowledged that is not stored, the staff sees it, and it passes."""

from tests.cast import minutes
from tests.scripts import scenario, text_inject

ANSWER = {"inject": "01", "id": "r-1", "content": {"text": "Aislamos la red."}}


def fail(play, table, verb):
    # The database itself refuses the write, as it does on a full disk.
    play.sql(f"CREATE TRIGGER full_disk BEFORE {verb} ON {table} BEGIN SELECT RAISE(FAIL, 'disk is full'); END")


def mend(play):
    play.sql("DROP TRIGGER full_disk")


def test_an_answer_that_cannot_be_stored_is_not_acknowledged_and_the_staff_sees_why(cast, connect):
    play = cast.play(scenario(text_inject("01", at="1m"))).start().go(minutes(1))
    beatriz, fatima = connect(play.beatriz), connect(cast.fatima, drill=play.id)
    fail(play, "response", "INSERT")
    refused = beatriz.ask("send_response", **ANSWER)

    assert refused["error"]["code"] == "server_failed"
    assert "state" not in refused
    assert fatima.wait_for("trouble_changed") == {"on": True}
    assert play.sql("SELECT count(*) FROM response") == [(0,)]
    assert play.log("response_received") == []
    assert not [name for name, _facts in beatriz.heard if name == "trouble_changed"]

    mend(play)
    assert beatriz.ask("send_response", **ANSWER)["state"] == "counted"


def test_a_tick_that_cannot_write_ends_no_clock_and_is_over_when_the_disk_is_free(cast, connect, live):
    play = cast.play(scenario(text_inject("01", at="1m"))).start().go(minutes(1))
    fatima = connect(cast.fatima, drill=play.id)
    live.owner.step()
    fail(play, "drill", "UPDATE")
    play.jump(minutes(1))
    live.alarm._tick()

    assert fatima.wait_for("trouble_changed") == {"on": True}
    late = connect(cast.fatima, drill=play.id)
    assert late.wait_for("trouble_changed") == {"on": True}

    mend(play)
    live.alarm._tick()
    assert fatima.wait_for("trouble_changed", lambda told: not told["on"]) == {"on": False}
