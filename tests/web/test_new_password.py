"""New passwords: long enough, not guessed quickly, and long sentences welcome; weighed in a pool that is bounded."""

import threading
from concurrent.futures import ThreadPoolExecutor
from time import thread_time

import pytest

from simulator.passwords import hash_password, password_fits
from simulator.refusal import Refusal
from tests.cast import refused
from web.hashing import Hashing
from web.new_password import hash_new, is_common

COMMON = [
    "password1234", "qwertyuiop12", "123456789012", "iloveyou1234", "letmeinletmein", "P@ssw0rd12345", "Password2026!",
    "contraseña2026", "contrasena123456", "senha12345678", "motdepasse1234", "Ministerio2026", "Panama2026!!",
    "Summer2026!!", "admin1234567", "aaaaaaaaaaaaaaaaaaaa", "abcabcabcabcabc", "prontasprontas", "a" * 64,
    "password" * 25, "1234567890" * 20,
]  # fmt: skip
GOOD = [
    "a sentence of mine", "una frase que recuerdo", "correct horse battery staple", "dos gatos negros", "ecc903290d59",
    "la noche tiene mil ojos y el día tiene solo uno, pero la luz del mundo muere", "cuatro pinos lentos bajo lluvia",
]  # fmt: skip


@pytest.mark.parametrize("password", COMMON)
def test_what_is_guessed_quickly_is_refused(app, password):
    with app.app_context(), refused("password_common"):
        hash_new(password)


@pytest.mark.parametrize("password", GOOD)
def test_what_nobody_guesses_is_taken_also_a_whole_sentence(app, password):
    with app.app_context():
        assert password_fits(hash_new(password), password)


def test_her_own_name_is_no_secret():
    assert not is_common("xiomara-huanca")
    assert is_common("xiomara-huanca", name="Xiomara Huanca")
    assert is_common("xiomara-huanca", email="xiomara.huanca@ministry.example")


@pytest.mark.parametrize(("length", "code"), [(11, "password_too_short"), (201, "password_too_long")])
def test_length_is_bounded_at_both_ends(app, length, code):
    with app.app_context(), refused(code):
        hash_new(("dos gatos negros, " * 12)[:length])
    with app.app_context():
        assert hash_new(("verde pino lento bajo la lluvia; " * 7)[:200])


def test_a_letter_is_the_same_however_a_keyboard_writes_it():
    assert password_fits(hash_password("mañana será otro día"), "man\u0303ana sera\u0301 otro di\u0301a")


def test_weighing_the_longest_takes_a_tenth_of_a_second_of_a_core():
    worst = {}
    for password in ("una noche sin luna sobre el río, y nadie en la orilla que escuche " * 3, "aB3$" * 50):
        is_common(password[:200])
        times = []
        for _ in range(5):
            begun = thread_time()
            is_common(password[:200])
            times.append(thread_time() - begun)
        worst[password[:10]] = min(times)

    assert max(worst.values()) <= 0.1, worst


def test_a_crowd_waits_in_the_pool_and_who_is_too_many_is_told_at_once():
    inside, most, gate, let_go = [], [], threading.Semaphore(2), threading.Event()

    def run(work):
        with gate:
            return work()

    def work():
        inside.append(1)
        most.append(len(inside))
        let_go.wait(10)
        inside.pop()
        return "hashed"

    hashing, begun = Hashing(run, most_inside=6), threading.Barrier(7)

    def come(_number):
        begun.wait()
        try:
            return hashing(work)
        except Refusal as refusal:
            let_go.set()
            return refusal.code

    with ThreadPoolExecutor(7) as pool:
        came = list(pool.map(come, range(7)))

    assert sorted(came) == ["hashed"] * 6 + ["too_busy"]
    assert max(most) <= 2
    assert hashing(lambda: "again") == "again"


def test_a_hash_that_fails_leaves_its_place_free():
    hashing = Hashing(most_inside=1)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError):
            hashing(lambda: 1 // 0)
