"""What falls due goes first: whoever could stand in its way waits for it, and never for long."""

from contextlib import ExitStack
from datetime import timedelta

import pytest

from web.live.precedence import AT_MOST, SHORTLY, Precedence


class Steps:
    """Time that passes only while somebody waits."""

    def __init__(self):
        self.now, self.waited = 1000.0, 0.0

    def __call__(self):
        return self.now

    def wait(self, seconds):
        self.now += seconds
        self.waited += seconds


@pytest.fixture
def steps():
    """Begin to measure."""
    return Steps()


@pytest.fixture
def precedence(steps):
    """Let nothing be due yet."""
    return Precedence(steps, steps.wait)


def test_where_nothing_is_due_nobody_waits(precedence, steps):
    precedence.give_way()
    precedence.expect(None)
    precedence.give_way()
    assert steps.waited == 0


@pytest.mark.parametrize(("due_in", "waits"), [(-10, False), (-0.1, False), (0.03, True), (0.1, False), (3600, False)])
def test_only_what_is_due_in_a_moment_is_waited_for(precedence, steps, due_in, waits):
    precedence.expect(timedelta(seconds=due_in))
    precedence.give_way()
    assert (steps.waited > 0) == waits
    assert steps.waited <= AT_MOST


def test_whoever_waits_goes_on_once_the_work_is_done(steps):
    with ExitStack() as work:
        precedence = Precedence(steps, lambda seconds: (steps.wait(seconds), work.close()))
        work.enter_context(precedence.at_work())
        precedence.give_way()
    assert 0 < steps.waited < SHORTLY


def test_nobody_waits_for_long_where_the_work_stands_still(precedence, steps):
    with precedence.at_work():
        precedence.give_way()
    assert AT_MOST <= steps.waited < 2 * AT_MOST


def test_work_that_fails_is_over(precedence, steps):
    with pytest.raises(OSError, match="disk"), precedence.at_work():
        raise OSError("disk")
    precedence.give_way()
    assert steps.waited == 0
