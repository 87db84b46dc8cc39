"""An application on SQLite and on PostgreSQL: two windows at once, two senders at once, mail taken once, erased."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from simulator.actions.applying import renew_application_link, save_application
from simulator.actions.erasing_application import erase_application
from simulator.actions.mails import take_mails
from simulator.actions.retaining import retain
from simulator.actor import NOBODY, PROGRAM
from simulator.chain import broken_link
from simulator.clock import VirtualClock
from simulator.house import House
from simulator.reading.funnel import public_funnel
from simulator.reading.held_application import application_held
from tests.applying import CLOSES, Applying, pdf, whole
from tests.cast import START, Cast


@pytest.fixture
def programme(each_database):
    """Give a programme on a database of each kind."""
    return Applying(Cast.hire(House(each_database, VirtualClock(START))))


def at_once(*calls):
    """Make calls at the same time; give what each gave."""
    with ThreadPoolExecutor(len(calls)) as pool:
        return [one.result() for one in [pool.submit(call) for call in calls]]


def test_of_two_windows_that_save_at_once_one_is_told(programme):
    ana = programme.begin()
    saves = [
        lambda n=n: programme.house.perform(save_application, ana, content=whole(need=f"ventana {n}"), version=0)
        for n in range(4)
    ]
    states = sorted(one["state"] for one in at_once(*saves))

    assert states == ["newer", "newer", "newer", "saved"]


def test_of_many_sends_at_once_there_is_one_version_and_of_many_takers_one_mail(programme):
    ana = programme.begin()
    programme.write(ana)
    programme.letter(ana)
    told = at_once(*[lambda: programme.send(ana)] * 4)
    assert {one["version"] for one in told} == {1}
    assert programme.sql("SELECT count(*) FROM application_version") == [(1,)]
    taken = at_once(*[lambda: programme.house.perform(take_mails, PROGRAM)] * 4)
    assert len([mail for mails in taken for mail in mails]) == 2


def test_the_same_bytes_sent_and_taken_back_at_once_are_no_quarrel(programme):
    leads = [programme.begin(mail=f"a{number}@x.example") for number in range(4)]
    at_once(*[lambda who=who: programme.letter(who) for who in leads])
    assert programme.sql("SELECT count(*) FROM blob") == [(1,)]
    again = [lambda who=who: programme.letter(who, pdf(who.id.encode())) for who in leads[:2]]
    at_once(*again, *[lambda who=who: programme.letter(who) for who in leads[2:]])

    assert programme.sql("SELECT count(*) FROM blob") == [(3,)]


def test_all_of_it_is_found_again_and_erased(programme):
    ana = programme.sent()
    programme.clock.now += timedelta(hours=1)
    programme.house.perform(renew_application_link, NOBODY, call=programme.id, mail="ana@mh.example")
    facts = {"programme_id": programme.id, "application_id": ana.id}
    held = programme.house.look(application_held, programme.cast.olga, **facts)
    assert len(held["mails"]) == 3 and len(held["log"]) == 2
    programme.sql("UPDATE stage SET state = 'closed'")
    assert programme.house.look(public_funnel, NOBODY, call=programme.id)["steps"][0]["teams"] is None
    programme.house.perform(erase_application, programme.cast.olga, **facts)
    programme.clock.now = CLOSES + timedelta(days=400)
    assert programme.house.perform(retain, PROGRAM)["applications"] == 0
    assert "Hacienda" not in repr(programme.sql("SELECT * FROM application_version"))
    with programme.house._readers() as session:
        assert broken_link(session, f"programme:{programme.id}") is None
