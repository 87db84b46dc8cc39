"""The kits of a pack: who gets one, in which language, and what its file is called."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from web.paper.naming import file_name
from web.paper.pack.subject import Subject
from web.paper.pack.teams import PaperTeam
from web.paper.page import MARKS
from web.words import N_, known_language, say

Kind = Literal["facilitator", "evaluator", "team"]
KINDS: tuple[Kind, ...] = ("facilitator", "evaluator", "team")
TITLES: dict[Kind, str] = {
    "facilitator": N_("Facilitator kit"),
    "evaluator": N_("Evaluator kit"),
    "team": N_("Team kit"),
}


@dataclass(frozen=True)
class Kit:
    """One booklet: the facilitator's, the evaluator's, or a seat's of a team; *language* is the scenario's own code."""

    kind: Kind
    language: str
    team: PaperTeam | None = None
    seat: str | None = None

    @property
    def spoken(self) -> str:
        """Give the language its own words are in; the scenario may speak one that we do not."""
        return known_language(self.language)


def kits_of(
    subject: Subject, *, kinds: Collection[str] = KINDS, seats: Collection[str] = (), teams: Collection[str] = ()
) -> list[Kit]:
    """Give the kits of a pack: the staff's in each language, then each team's, seat by seat.

    Only *kinds*, only those *seats*, only the teams with those seeds, where any are given. A scenario in which
    evaluators rate nothing has no kit for them.
    """
    return [kit for kit in _all(subject, seats, teams) if kit.kind in kinds]


def _all(subject: Subject, seats: Collection[str], teams: Collection[str]) -> Iterator[Kit]:
    yield from (Kit("facilitator", language) for language in subject.languages)
    if subject.rated:
        yield from (Kit("evaluator", language) for language in subject.languages)
    for team in subject.teams:
        if not teams or team.seed in teams:
            chosen = [seat for seat in subject.scenario.seats if not seats or seat in seats]
            yield from (Kit("team", team.language_of(seat), team, seat) for seat in chosen)


def title_of(subject: Subject, kit: Kit) -> str:
    """Say what a kit is, with its team and its seat."""
    told = [say(kit.spoken, TITLES[kit.kind])]
    if kit.team is not None and kit.team.name:
        told.append(kit.team.name)
    if kit.seat is not None:
        told.append(seat_title(subject, kit.seat, kit.language))
    return " · ".join(told)


def seat_title(subject: Subject, seat: str, language: str) -> str:
    """Give the title of a seat in a language."""
    return subject.scenario.seats[seat].title.say(language, subject.scenario.languages)


def drill_title(subject: Subject, language: str) -> str:
    """Give what the drill is called: its own name, else its scenario's."""
    return subject.name or subject.scenario.title.say(language, subject.scenario.languages)


def file_of(subject: Subject, kit: Kit, number: int) -> str:
    """Name a kit's file in an archive: the mark first, and a number, so that no two are one however they are spelt."""
    mark = say(kit.spoken, MARKS[subject.rehearsal])
    told = title_of(subject, kit)
    return file_name(mark, f"{number:03}", drill_title(subject, kit.language), told, kit.language, ending="pdf")
