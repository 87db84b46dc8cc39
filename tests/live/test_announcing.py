"""The announcer follows the log: every reader hears everything, in order and once, whichever process wrote it."""

import random
import threading

import pytest

from simulator.actions.msel import deliver_inject
from simulator.actor import PROGRAM
from simulator.kinds import staff_reader, team_reader
from simulator.reading.following import reader_counts
from tests.cast import Cast
from tests.scripts import info, scenario
from web.live.announcing import Announcer
from web.live.rooms import Place, Seating, reader_of
from web.refused import Refused

MANUAL = scenario(*(info(f"{n:02}", manual=True) for n in range(40)), info("99", at="50m"))


@pytest.fixture
def play(house):
    """Give a drill in which every inject is sent by hand."""
    return Cast.hire(house).play(MANUAL).start()


class Screen:
    """An announcer with somebody of Azul, in Spanish, and a facilitator; what it emits is kept."""

    def __init__(self, play):
        self.play, self.heard, self.refused, self.seating = play, [], Refused(), Seating()
        self.announcer = Announcer(play.house, self._emit, self.seating, self.refused)
        self.posts = []
        play.house.announce = self.posts.append
        for sid, who in enumerate((play.beatriz, play.cast.fatima)):
            self.sit(f"s{sid}", who)

    def sit(self, sid, who):
        reader = reader_of(who, self.play.id)
        place = Place(who, reader, "es", n=self.counts().get(reader, 0))
        self.seating.sit(sid, place)
        self.announcer.begin(reader, place.n)

    def counts(self):
        readers = [team_reader(self.play.azul), team_reader(self.play.verde), staff_reader(self.play.id)]
        return self.play.house.look(reader_counts, PROGRAM, readers=readers)

    def _emit(self, name, event, to):
        self.heard.append((to, event["n"]))

    def of(self, reader):
        return [n for room, n in self.heard if room == f"{reader}|es"]

    def is_whole(self):
        for reader in (team_reader(self.play.azul), staff_reader(self.play.id)):
            heard = self.of(reader)
            assert heard == list(range(heard[0], self.counts()[reader] + 1)), (reader, heard)
        assert not self.of(team_reader(self.play.verde))


@pytest.fixture
def screen(play):
    """Give a screen that has heard nothing yet."""
    return Screen(play)


def send(play, number, team=None):
    play.do(deliver_inject, play.cast.fatima, inject_id=f"{number:02}", team_ids=[team or play.azul])


def test_commits_that_pass_each_other_are_told_in_order(play, screen):
    for number in range(4):
        send(play, number)
    for posts in reversed(screen.posts):
        screen.announcer(posts)

    screen.is_whole()


def test_what_another_process_wrote_is_told_before_what_comes_after_it(play, screen):
    send(play, 0)
    screen.announcer(screen.posts[0])
    # Nobody told us of these two.
    send(play, 1)
    send(play, 2)
    send(play, 3)
    screen.announcer(screen.posts[3])

    screen.is_whole()


def test_a_ring_lets_us_read_the_log_and_a_forged_one_says_nothing(play, screen):
    send(play, 0)
    screen.announcer.compare(screen.counts())
    screen.is_whole()
    heard = list(screen.heard)
    screen.announcer.compare({team_reader(play.azul): 10**6, "team:nobody": 7, staff_reader(play.id): 0})

    assert screen.heard == heard


def test_a_look_at_the_counts_finds_what_nobody_rang_for(play, screen):
    for number in range(3):
        send(play, number)
    screen.announcer.look()

    screen.is_whole()
    assert not screen.announcer.lagging


def test_what_was_told_from_the_log_is_not_told_again(play, screen):
    send(play, 0)
    screen.announcer.look()
    screen.announcer(screen.posts[0])

    screen.is_whole()


def test_a_database_that_fails_costs_nothing_but_time(play, screen):
    send(play, 0)
    play.sql("ALTER TABLE drill RENAME TO drill_away")
    screen.announcer(screen.posts[0])
    play.sql("ALTER TABLE drill_away RENAME TO drill")
    assert screen.announcer.lagging
    assert screen.refused.counts and not screen.heard

    screen.announcer.look()
    screen.is_whole()
    assert not screen.announcer.lagging


def test_nobody_is_told_what_came_before_she_sat_down_and_a_reader_who_has_gone_nothing(play, screen):
    send(play, 0)
    screen.announcer(screen.posts[0])
    screen.seating.leave("s0")
    screen.announcer.end(team_reader(play.azul))
    send(play, 1)
    screen.announcer(screen.posts[1])
    screen.sit("s0", play.beatriz)
    send(play, 2)
    screen.announcer(screen.posts[2])
    heard = screen.of(team_reader(play.azul))

    assert len(heard) == 2 and heard[1] == heard[0] + 2


def test_many_who_announce_at_once_overtake_nobody(play, screen):
    for number in range(40):
        send(play, number, team=(play.azul, play.verde)[number % 5 == 0])
    posts = list(screen.posts)
    random.Random(7).shuffle(posts)
    threads = [
        threading.Thread(target=lambda mine=posts[place::4]: [screen.announcer(one) for one in mine])
        for place in range(4)
    ]
    threads.append(threading.Thread(target=lambda: [screen.announcer.look() for _ in range(10)]))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    screen.is_whole()


def test_more_than_a_page_is_told_whole(play, screen):
    screen.announcer.page = 5
    for number in range(14):
        send(play, number)
    screen.announcer.look()

    screen.is_whole()
