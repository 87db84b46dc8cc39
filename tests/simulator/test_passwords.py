"""Passwords: Argon2id, and an account that is not there takes as long as a wrong password."""

from statistics import median
from time import process_time

from simulator.passwords import hash_password, password_fits


def test_a_password_fits_its_own_hash_and_no_other():
    stored = hash_password("una frase que recuerdo")

    assert stored.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert hash_password("una frase que recuerdo") != stored
    assert password_fits(stored, "una frase que recuerdo")
    assert not password_fits(stored, "una frase que recuerd")
    assert not password_fits("no hash at all", "x")
    assert not password_fits(None, "a password that nobody has")


def test_an_absent_account_takes_as_long_as_a_wrong_password():
    stored = hash_password("una frase que recuerdo")

    def spent(known):
        start = process_time()
        password_fits(known, "otra frase")
        return process_time() - start

    there, absent = (median(spent(known) for _ in range(7)) for known in (stored, None))
    assert there / 3 < absent < there * 3
