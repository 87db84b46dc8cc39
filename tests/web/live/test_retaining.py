"""Retention in a server: a job of the alarm clock lets go what has been kept long enough, soon after the start."""

from datetime import UTC, datetime, timedelta

from simulator.retention import KEEP_WORDS
from tests.cast import minutes
from web.live.alarm import DAILY, SOON
from web.live.server import LiveServer
from web.settings import Settings


def test_the_clock_lets_go_once_soon_after_the_start_and_then_every_day(cast):
    play = cast.play()
    cast.clock.now += KEEP_WORDS + minutes(1)
    server = LiveServer(cast.house, Settings(), async_mode="threading")
    server.owner.step()
    began = datetime.now(UTC)
    server.alarm.start()
    job = server.alarm._scheduler.get_job("retain")
    try:
        assert timedelta(0) < job.next_run_time - began <= SOON + timedelta(seconds=5)
        assert job.trigger.length == DAILY == timedelta(days=1)
        job.func()
    finally:
        server.stop()
        server.server.shutdown()

    assert play.sql("SELECT DISTINCT name FROM participant") == [("",)]
