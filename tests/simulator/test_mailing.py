"""The outbox: a mail is tried again with growing waits, given up at last, and keeps no key once it has left."""

from datetime import timedelta

import pytest

from simulator.actions.mails import note_mail, take_mails, try_mail_again
from simulator.actor import PROGRAM
from simulator.mailing import LEASE, WAITS
from simulator.reading.mails import mail_list, mail_page
from tests.applying import Applying
from tests.cast import refused, seconds


@pytest.fixture
def programme(cast):
    """Give a programme to which Ana has begun to apply, so that a mail waits."""
    programme = cast.once(Applying)
    programme.begin()
    return programme


def take(programme):
    return programme.house.perform(take_mails, PROGRAM)


def note(programme, mail, **facts):
    programme.house.perform(note_mail, PROGRAM, mail_id=mail["id"], **facts)


def box(programme):
    return programme.house.look(mail_list, programme.cast.olga, programme_id=programme.id)


def test_a_mail_is_taken_once_and_again_only_when_the_taker_never_came_back(programme):
    (mail,) = take(programme)
    assert take(programme) == []
    programme.clock.now += LEASE
    assert [one["id"] for one in take(programme)] == [mail["id"]]


def test_a_mail_that_has_left_keeps_no_key(programme):
    (mail,) = take(programme)
    assert "token" in mail["facts"]
    note(programme, mail)
    programme.clock.now += timedelta(days=1)

    assert take(programme) == []
    assert "token" not in programme.mails()[0][3]
    assert box(programme)["counts"] == {"sent": 1, "waiting": 0, "given_up": 0}
    # What comes late about a mail that has left changes nothing.
    note(programme, mail, problem="unreachable")
    note(programme, {"id": "nothing"}, problem="unreachable")
    assert box(programme)["mails"][0]["problem"] is None


def test_what_fails_waits_longer_each_time_and_is_given_up_at_last(programme):
    for wait in WAITS:
        (mail,) = take(programme)
        note(programme, mail, problem="unreachable")
        programme.clock.now += wait - seconds(1)
        assert take(programme) == []
        programme.clock.now += seconds(1)
    (mail,) = take(programme)
    note(programme, mail, problem="unreachable")
    programme.clock.now += timedelta(days=9)

    assert take(programme) == []
    (line,) = box(programme)["mails"]
    assert (line["state"], line["problem"], line["tries"]) == ("given_up", "unreachable", len(WAITS) + 1)


def test_what_can_never_arrive_is_given_up_at_once_and_tried_again_by_hand(programme):
    (mail,) = take(programme)
    note(programme, mail, problem="address_refused", final=True)
    assert box(programme)["counts"]["given_up"] == 1
    facts = {"programme_id": programme.id, "mail_id": mail["id"]}
    assert programme.house.look(mail_page, programme.cast.olga, **facts)["address"] == "ana@mh.example"
    programme.house.perform(try_mail_again, programme.cast.olga, **facts)

    (again,) = take(programme)
    note(programme, again)
    with refused("mail_has_left"):
        programme.house.perform(try_mail_again, programme.cast.olga, **facts)
    for ask in (
        lambda: programme.house.look(mail_page, programme.cast.olga, **facts),
        lambda: programme.house.perform(try_mail_again, programme.cast.olga, **facts | {"mail_id": "nothing"}),
        lambda: programme.house.look(mail_list, programme.cast.edo, programme_id=programme.id),
    ):
        with refused("not_found"):
            ask()
