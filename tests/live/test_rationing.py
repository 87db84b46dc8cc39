"""How much one line and one person may say: what is gone comes back with time, and with nothing else."""

from web.live.rationing import Ration, Rations, for_entries, for_knocks, for_people, for_requests


class Watch:
    """A clock that the test moves."""

    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


def test_a_burst_is_taken_and_comes_back_with_time():
    watch = Watch()
    ration = Ration(rate=2, burst=3, time=watch)

    assert [ration.take() for _ in range(4)] == [True, True, True, False]
    watch.now += 0.5
    assert [ration.take() for _ in range(2)] == [True, False]
    watch.now += 3600
    assert [ration.take() for _ in range(4)] == [True, True, True, False]


def test_who_comes_back_finds_her_own_and_others_have_theirs():
    watch = Watch()
    rations = Rations(lambda: Ration(rate=1, burst=2, time=watch))

    assert [rations.take(who) for who in ("ana", "ana", "ana", "bea", "ana")] == [True, True, False, True, False]


def test_what_is_spent_beyond_the_ration_must_come_back_first():
    watch = Watch()
    rations = Rations(lambda: Ration(rate=1, burst=3, time=watch))
    rations.spend("ana", 5)
    assert not rations.take("ana")
    watch.now += 2.9
    assert not rations.take("ana")
    watch.now += 0.2
    assert rations.take("ana") and rations.take("bea")
    rations.spend("ana", 1000)
    watch.now += 4
    assert rations.take("ana")


def test_who_has_all_of_hers_again_is_forgotten():
    watch = Watch()
    rations = Rations(lambda: Ration(rate=1, burst=2, time=watch), keep=10)
    assert all(rations.take(f"early {number}") for number in range(10))
    watch.now += 60
    assert rations.take("ana") and rations.take("ana")
    assert len(rations) == 1
    assert all(rations.take(f"late {number}") for number in range(30))
    watch.now += 1

    assert not [rations.take("ana") for _ in range(2)][1]


def test_a_person_has_more_than_a_line_and_less_than_twenty():
    line, person, entries = for_requests(), for_people(), for_entries()

    assert line.burst < person.burst < 20 * line.burst
    assert line.rate < person.rate < 20 * line.rate
    # Twenty windows come in again at once after a server's restart.
    assert entries.burst >= 2 * 20
    # She hears why from the one that is narrower.
    assert for_knocks().burst > entries.burst
