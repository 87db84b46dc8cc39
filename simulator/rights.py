"""What a right is: who has it, and where it must be held; the tables of rights are made of these words."""

from dataclasses import dataclass
from typing import Literal

PROGRAM, NOBODY, PARTICIPANT, APPLICANT, ACCOUNT = "program", "nobody", "participant", "applicant", "account"
FACILITATOR, EVALUATOR, OBSERVER, ORGANIZER = "facilitator", "evaluator", "observer", "organizer"
STAFF = (FACILITATOR, EVALUATOR, OBSERVER, ORGANIZER)

Scope = Literal["drill", "programme", "given", "house", "own"]


@dataclass(frozen=True)
class Right:
    """Who may do one thing: the roles, and where they must be held.

    - ``drill``: in the drill that is named; none named, nobody may.
    - ``programme``: in the programme that is named; none named, nobody may.
    - ``given``: in the drill or the programme that is named; where neither is, everywhere.
    - ``house``: everywhere.
    - ``own``: it touches only what the principal has proved to be hers; no drill can be named.
    """

    roles: frozenset[str]
    scope: Scope


def in_drill(*roles: str) -> Right:
    """Give a right to those who hold one of *roles* in the drill that is named."""
    return Right(frozenset(roles), "drill")


def in_programme(*roles: str) -> Right:
    """Give a right to those who hold one of *roles* in the programme that is named."""
    return Right(frozenset(roles), "programme")


def where_given(*roles: str) -> Right:
    """Give a right to those who hold one of *roles* where the request says, or everywhere."""
    return Right(frozenset(roles), "given")


def everywhere(*roles: str) -> Right:
    """Give a right to those who hold one of *roles* in the whole house."""
    return Right(frozenset(roles), "house")


def on_own(*roles: str) -> Right:
    """Give a right over what is the principal's own."""
    return Right(frozenset(roles), "own")


PLAYS = on_own(PARTICIPANT)
APPLIES = on_own(APPLICANT)
ACCOUNTS = on_own(ACCOUNT)
ANYBODY = on_own(NOBODY, PROGRAM, PARTICIPANT, APPLICANT, ACCOUNT)
ITSELF = where_given(PROGRAM)
