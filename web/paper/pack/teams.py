"""The teams that kits are printed for, and the codes under which their answer sheets reach the evaluators."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from scenarios.scenario import Scenario

# Nobody takes one of these for another, in any hand.
LETTERS = "ACDEFHJKLMNPRTUVWXY34679"
LENGTH = 4


@dataclass(frozen=True)
class PaperTeam:
    """A team on paper. *name* is empty where it will be written in by hand, and then so is its *code*.

    *seed* orders the options of its choices; in a drill it is the team's id, so that paper and screen show the same.
    *seats* has the language of a seat whose holder reads another one than her team.
    """

    language: str
    name: str = ""
    seed: str = ""
    code: str = ""
    seats: Mapping[str, str] = field(default_factory=dict)

    def language_of(self, seat: str) -> str:
        """Give the language of a seat's kit."""
        return self.seats.get(seat, self.language)


def unnamed(language: str) -> PaperTeam:
    """Give a team whose name is not known yet."""
    return PaperTeam(language)


def numbered(scenario: Scenario, count: int, languages: Sequence[str] = ()) -> tuple[PaperTeam, ...]:
    """Give *count* teams called 1, 2, …; they take the *languages* in turn, without any the scenario's first."""
    spoken = tuple(languages) or scenario.languages[:1]
    return named(scenario, [(str(n + 1), spoken[n % len(spoken)]) for n in range(count)])


def named(scenario: Scenario, teams: Sequence[tuple[str, str]]) -> tuple[PaperTeam, ...]:
    """Give teams from pairs of a name and a language."""
    seeds = {name: f"{scenario.id}\0{name}" for name, _language in teams}
    return with_codes([PaperTeam(language, name, seeds[name]) for name, language in teams])


def with_codes(teams: Sequence[PaperTeam]) -> tuple[PaperTeam, ...]:
    """Give teams their codes, which follow from their seeds, and no two are alike.

    They are the paper's own and no blind codes of the desk: whoever prints these would learn which team is which there.
    """
    taken: set[str] = set()
    coded = []
    for team in teams:
        code = next(one for turn in range(1000) if (one := _code(team.seed, turn)) not in taken)
        taken.add(code)
        coded.append(replace(team, code=code))
    return tuple(coded)


def _code(seed: str, turn: int) -> str:
    number = int.from_bytes(sha256(f"paper\0{seed}\0{turn}".encode()).digest()[:8])
    letters = []
    for _place in range(LENGTH):
        number, left = divmod(number, len(LETTERS))
        letters.append(LETTERS[left])
    return "".join(letters)
