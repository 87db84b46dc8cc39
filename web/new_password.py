"""A new password: long enough, not too long, and not one that is guessed quickly."""

import re

from simulator.passwords import LONGEST, SHORTEST, hash_password
from simulator.refusal import Refusal
from web.hashing import hashing

# zxcvbn's estimate. With a stolen database one core tries some 30 of our hashes a second: 10^10 take it ten years.
FEWEST_GUESSES = 10**10
# Reading more only takes longer: what is guessed quickly shows in the beginning.
WEIGHED = 72
# The lists inside zxcvbn are English.
OUR_WORDS = (
    "prontas", "simulacro", "ejercicio", "exercicio", "exercice", "ministerio", "ministério", "ministère", "gobierno",
    "governo", "gouvernement", "seguridad", "segurança", "sécurité", "ciberseguridad", "contraseña", "contrasena",
    "clave", "senha", "motdepasse", "bienvenido", "bienvenida", "bemvinda", "bienvenue", "hola", "teamo", "panama",
)  # fmt: skip


def hash_new(password: str, *, name: str = "", email: str = "") -> str:
    """Give the hash of a password that may be used; refuse one that is too short, too long or too common."""
    if len(password) < SHORTEST:
        raise Refusal("password_too_short", shortest=SHORTEST)
    if len(password) > LONGEST:
        raise Refusal("password_too_long", longest=LONGEST)
    return hashing()(lambda: _weighed_and_hashed(password, name, email))


def is_common(password: str, *, name: str = "", email: str = "") -> bool:
    """Say whether a password falls to fewer than `FEWEST_GUESSES` guesses of somebody who knows whose it is."""
    # Its lists take 90 ms and some megabytes; a server that nobody joins never reads them.
    from zxcvbn import zxcvbn

    hints = [*re.findall(r"\w+", f"{name} {email}"), *OUR_WORDS]
    return bool(zxcvbn(password[:WEIGHED], user_inputs=hints)["guesses"] < FEWEST_GUESSES)


def _weighed_and_hashed(password: str, name: str, email: str) -> str:
    if is_common(password, name=name, email=email):
        raise Refusal("password_common")
    return hash_password(password)
