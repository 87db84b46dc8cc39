"""The alarm clock's next ring is always ahead, however late it is: a scheduler told *now* would ask for ever."""

from datetime import timedelta

import pytest

from tests.cast import START
from web.live.alarm import SAFETY_NET, NextDue


@pytest.mark.parametrize(
    "due_in", [None, timedelta(0), timedelta(seconds=-3), timedelta(seconds=0.4), timedelta(days=1)]
)
def test_the_next_ring_is_later_than_now_and_at_most_the_safety_net_away(due_in):
    trigger = NextDue()
    trigger.due_in = due_in

    assert START < trigger.get_next_fire_time(None, START) <= START + SAFETY_NET
