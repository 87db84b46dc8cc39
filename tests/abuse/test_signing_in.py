"""Guessing at the door (rows 29 and 30): bounded, nobody else locked out, nothing told by the time it takes."""

import random
import time
from bisect import bisect_left, bisect_right

import pytest

from simulator.actions.accounts import invite_staff
from simulator.actions.links import renew_link, use_link
from simulator.actor import NOBODY, PROGRAM
from simulator.passwords import hash_password
from simulator.reading.people import find_account
from tests.authenticator import set_up
from tests.cast import Cast, minutes, seconds
from tests.web.conftest import CSRF, Browser
from web.front.verifying import fits

# Minutes at full size: a target of its own keeps the tests of every change short.
pytestmark = pytest.mark.figure

PASSWORD = "a sentence of mine"
ROUND, MOST_ROUNDS = 300, 5


@pytest.fixture
def cast(house, hired):
    """Bring the staff in, with tokens that a test may exchange for others."""
    return Cast(house, dict(hired[1]), hired[0])


@pytest.fixture
def app(app, house):
    """Give the app whose wall clock is the test's."""
    app.extensions["wall_clock"] = house.clock
    return app


@pytest.fixture
def later(monkeypatch, cast):
    """Let time pass for the counters too, which count by the machine's own clock."""
    passed, now = [0.0], time.time

    def move(length):
        passed[0] += length.total_seconds()
        cast.clock.now += length

    monkeypatch.setattr(time, "time", lambda: now() + passed[0])
    return move


def give_password(cast, who):
    link = cast.house.perform(renew_link, PROGRAM, account_id=who.id)["token"]
    cast.house.perform(use_link, NOBODY, token=link, password_hash=hash_password(PASSWORD))


class Guesser:
    """Mallory's program: it holds one form, and sends it from wherever it likes."""

    def __init__(self, app, page="/sign-in", browser=None):
        self.browser, self.page = browser or Browser(app), page
        self.token = CSRF.search(self.browser.get(page).text)[1]

    def guess(self, address="203.0.113.66", **fields):
        answer = self.browser.client.post(
            self.page, data={"csrf_token": self.token, **fields}, environ_base={"REMOTE_ADDR": address}
        )
        return answer.status_code


def sign_in(app, who, *, browser=None, address="198.51.100.1"):
    browser = browser or Browser(app, address=address)
    return browser.post("/sign-in", email=f"{who}@ministry.example", password=PASSWORD)


def test_a_thousand_guesses_are_bounded_per_account_and_per_address(app, cast):
    give_password(cast, cast.edo)
    mallory, edo = Guesser(app), "edo@ministry.example"
    one_address = [mallory.guess(email=edo, password=f"guess {number}") for number in range(300)]
    hundreds = [
        mallory.guess(f"10.{number // 250}.{number % 250}.1", email=edo, password=f"guess {number}")
        for number in range(400)
    ]
    names = [mallory.guess("203.0.113.9", email=f"x{number}@y.example", password="guess") for number in range(300)]

    tried = [answers.count(409) for answers in (one_address, hundreds, names)]
    assert {*one_address, *hundreds, *names} == {409, 429}
    assert tried == [10, 90, 30]


def test_a_stranger_who_guesses_keeps_nobody_out(app, cast):
    give_password(cast, cast.edo)
    hers = Browser(app, address="198.51.100.1")
    assert sign_in(app, "edo", browser=hers).status_code == 303
    mallory, edo = Guesser(app), "edo@ministry.example"
    for _ in range(20):
        mallory.guess(email=edo, password="guess")
    assert sign_in(app, "edo", address="198.51.100.2").status_code == 303, "a new device elsewhere"
    for number in range(150):
        mallory.guess(f"10.0.{number}.1", email=edo, password="guess")
    for _ in range(40):
        mallory.guess("198.51.100.1", email=edo, password="guess")

    hers.post("/sign-out", seen="/drills")
    assert sign_in(app, "edo", browser=hers).status_code == 303, "her own browser, behind Mallory's address too"
    assert sign_in(app, "edo", address="198.51.100.3").status_code == 429


def test_nothing_is_locked_for_good_and_a_link_opens_at_once(app, cast, later):
    give_password(cast, cast.edo)
    mallory = Guesser(app)
    for number in range(150):
        mallory.guess(f"10.0.{number}.1", email="edo@ministry.example", password="guess")
    assert sign_in(app, "edo").status_code == 429
    link = cast.house.perform(renew_link, PROGRAM, account_id=cast.edo.id)["token"]
    assert Browser(app).post(f"/reset/{link}", password=PASSWORD).headers["Location"] == "/drills"
    later(minutes(10) + seconds(1))

    assert sign_in(app, "edo").status_code == 303


def test_a_known_browser_guesses_no_more_than_others_and_a_new_password_forgets_it(app, cast):
    give_password(cast, cast.edo)
    hers = Browser(app)
    sign_in(app, "edo", browser=hers)
    hers.post("/sign-out", seen="/drills")
    thief = Guesser(app, browser=hers)
    answers = [
        thief.guess(f"10.1.{number}.1", email="edo@ministry.example", password=f"guess {number}")
        for number in range(30)
    ]
    assert answers == [409] * 10 + [429] * 20

    give_password(cast, cast.edo)
    assert thief.guess("10.2.0.1", email="edo@ministry.example", password="guess") == 409, "counted as a stranger now"


def test_a_known_browser_of_one_account_is_none_of_another(app, cast):
    for who in (cast.edo, cast.eun):
        give_password(cast, who)
    hers = Browser(app)
    sign_in(app, "eun", browser=hers)
    hers.post("/sign-out", seen="/drills")
    mallory = Guesser(app, browser=hers)
    answers = [mallory.guess(email="edo@ministry.example", password="guess") for _ in range(12)]
    assert answers == [409] * 10 + [429] * 2

    assert sign_in(app, "eun", browser=hers).status_code == 303


def area_under_curve(there, absent):
    """Give how often a time of *there* is longer than one of *absent*; ½ where nothing can be told."""
    ordered = sorted(absent)
    wins = sum((bisect_left(ordered, one) + bisect_right(ordered, one)) / 2 for one in there)
    return wins / (len(there) * len(absent))


def test_time_does_not_tell_whether_there_is_an_account(app, cast, record_property):
    """Interleaved in random order, in CPU time; rounds are added while chance alone could move the figure."""
    give_password(cast, cast.edo)
    set_up(cast, "olga")
    give_password(cast, cast.olga)
    facts = {"email": "new@ministry.example", "name": "Nueva", "language": "es", "roles": ["observer"]}
    cast.house.perform(invite_staff, PROGRAM, **facts)
    there, absent = ("edo", "olga"), ("nobody", "new")
    times, dice = {True: [], False: []}, random.Random(29)

    def spent(email):
        begun = time.thread_time()
        found = cast.house.look(find_account, PROGRAM, email=email)
        assert not fits(found, "not the password")
        return time.thread_time() - begun

    with app.app_context():
        for _round in range(MOST_ROUNDS):
            turns = [True, False] * ROUND
            dice.shuffle(turns)
            for known in turns:
                times[known].append(spent(f"{dice.choice(there if known else absent)}@ministry.example"))
            area = area_under_curve(times[True], times[False])
            if 0.45 <= area <= 0.55:
                break
    record_property("auc", round(area, 3))
    print(f"AUC {area:.3f} over {len(times[True])} timings each")

    assert 0.45 <= area <= 0.55


def test_a_thousand_guesses_of_a_code_are_five_tries(app, cast, later):
    phone = set_up(cast, "olga")
    give_password(cast, cast.olga)
    later(seconds(60))
    right, answers = phone.code(cast.clock.now), []
    for turn in range(10):
        browser = Browser(app, address=f"10.3.{turn}.1")
        assert sign_in(app, "olga", browser=browser).headers["Location"] == "/sign-in/code"
        mallory = Guesser(app, "/sign-in/code", browser=browser)
        answers += [mallory.guess(f"10.4.{turn}.1", code=f"{number:06}") for number in range(100)]

    assert right not in {f"{number:06}" for number in range(100)}
    assert (answers.count(409), answers.count(429)) == (5, 995)
    assert mallory.guess(code=right) == 429
    later(minutes(15) + seconds(1))
    browser = Browser(app)
    sign_in(app, "olga", browser=browser)
    assert Guesser(app, "/sign-in/code", browser=browser).guess(code=phone.code(cast.clock.now)) == 303


def test_a_code_is_taken_once_at_the_door(app, cast):
    phone = set_up(cast, "olga")
    give_password(cast, cast.olga)
    cast.clock.now += seconds(60)
    code, answers = phone.code(cast.clock.now), []
    for _ in range(3):
        browser = Browser(app)
        sign_in(app, "olga", browser=browser)
        answers.append(Guesser(app, "/sign-in/code", browser=browser).guess(code=code))

    assert answers == [303, 409, 409]
