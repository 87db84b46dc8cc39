"""What an edge is: whose rights are asked there, which it needs, and all that it may ask the house."""

from dataclasses import dataclass
from typing import Literal

Asks = Literal["anybody", "staff", "participant", "applicant", "token"]


@dataclass(frozen=True)
class Edge:
    """Whose rights are asked, what they must allow for the edge to be there, and all that it may ask the house.

    An operation it *needs* is asked for in the drill that its address names; what it reaches besides is asked as the
    program or as nobody, or is something everybody may do with what is her own. *somewhere*: it names no place, and is
    there for whoever may do what it needs in any.
    """

    asks: Asks
    needs: frozenset[str] = frozenset()
    reaches: frozenset[str] = frozenset()
    somewhere: bool = False


def anybody(*reaches: str) -> Edge:
    return Edge("anybody", reaches=frozenset(reaches))


def staff(*needs: str, also: tuple[str, ...] = ()) -> Edge:
    return Edge("staff", frozenset(needs), frozenset((*needs, *also)))


def participant(*needs: str) -> Edge:
    return Edge("participant", frozenset(needs), frozenset(needs))


def applicant(*needs: str, also: tuple[str, ...] = ()) -> Edge:
    return Edge("applicant", frozenset(needs), frozenset((*needs, *also)))


def token(operation: str) -> Edge:
    return Edge("token", frozenset({operation}), frozenset({operation}))
