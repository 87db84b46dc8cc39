"""What a serving process shows of itself: who is connected, whose turn the clock is, and what its work took."""

from urllib.request import urlopen

from prometheus_client.parser import text_string_to_metric_families

from tests.cast import minutes
from tests.scripts import scenario, text_inject


def numbers(live):
    """Give every sample of the metrics by its name and labels."""
    with urlopen(f"{live.url}/metrics", timeout=20) as answer:
        families = text_string_to_metric_families(answer.read().decode())
        return {(one.name, *sorted(one.labels.items())): one.value for family in families for one in family.samples}


def test_lines_acknowledgements_and_deliveries_are_counted_as_they_happen(live, cast, connect):
    play = cast.play(scenario(text_inject("01"))).start()
    before = numbers(live)
    line = connect(play.beatriz)
    connect(cast.fatima, drill=play.id)
    play.clock.now += minutes(6)
    live.owner.step()
    live.alarm._tick()
    line.wait_for("event", lambda event: event["kind"] == "inject_delivered")
    assert "error" not in line.ask("send_response", inject="01", id="r1", content={"text": "Avisamos."})
    assert line.ask("send_response", inject="nowhere", id="r2", content={"text": "x"})["error"]
    after = numbers(live)

    def more(name, **labels):
        key = (name, *sorted(labels.items()))
        return after.get(key, 0) - before.get(key, 0)

    assert after["prontas_sockets", ("kind", "participant")] == 1
    assert after["prontas_sockets", ("kind", "account")] == 1
    assert more("prontas_request_seconds_count", request="send_response") == 1
    assert more("prontas_happened_total", kind="inject_delivered") == 2
    assert more("prontas_happened_total", kind="response_received") == 1
    assert more("prontas_announcement_committed_to_written_seconds_count") >= 2
    assert more("prontas_refused_total", kind="socket not_found") == 1
    assert after["prontas_clock_owner",] == 1 and after["prontas_clock_epoch",] == 1
    assert after["prontas_behind_the_log",] == 0 and after["prontas_stopping",] == 0
    assert ("prontas_bell_rings",) not in after


def test_what_was_due_is_told_with_the_time_that_took(live, cast):
    play = cast.play(scenario(text_inject("01"))).start()
    live.owner.step()
    live.alarm._tick()
    before = numbers(live)
    play.clock.now += minutes(5)
    live.alarm._tick()
    after = numbers(live)

    assert after["prontas_due_to_told_seconds_count",] - before["prontas_due_to_told_seconds_count",] == 1
    assert after["prontas_due_to_told_seconds_sum",] == before["prontas_due_to_told_seconds_sum",]
