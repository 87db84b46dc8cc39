"""Responses of different teams that resemble each other: measures for organizers to look at, never a verdict."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from scoring.scoring_error import ScoringError

WORD = re.compile(r"\w+")
MOST_PLACES = 8
Shingle = tuple[str, ...]


@dataclass(frozen=True)
class Response:
    """Hold the words of one team's response to one inject."""

    team: str
    inject: str
    text: str


@dataclass(frozen=True)
class Likeness:
    """Say what is compared and what is told.

    *words* make a shingle; shorter responses than *least* words of their own are left aside. A pair is told from
    *containment*, or a shared passage of *passage* words, on. What more than *common* of an inject's teams share,
    at least *several*, is told once as widespread instead of pair by pair.
    """

    words: int = 5
    least: int = 20
    containment: Fraction = Fraction(3, 10)
    passage: int = 25
    common: Fraction = Fraction(1, 2)
    several: int = 5

    def __post_init__(self) -> None:
        """Refuse numbers by which nothing could be compared."""
        for name in ("words", "least", "passage", "several"):
            if getattr(self, name) < 1:
                raise ScoringError("likeness_outside", name=name, value=getattr(self, name))


@dataclass(frozen=True)
class Similar:
    """Hold two teams' responses to *inject* that share words: measures 0…1, and the longest passage in words.

    *resemblance* is what they share of all they say, *containment* what they share of the shorter one.
    """

    inject: str
    teams: tuple[str, str]
    resemblance: Fraction
    containment: Fraction
    passage: int


@dataclass(frozen=True)
class Widespread:
    """Say that many *teams* share words in *inject* that are not quoted from it: a common source, or a leak."""

    inject: str
    teams: tuple[str, ...]
    passage: int


@dataclass(frozen=True)
class Similarities:
    """Hold similar pairs, the most contained first, and what is widespread, by inject."""

    pairs: tuple[Similar, ...]
    widespread: tuple[Widespread, ...]


STANDARD = Likeness()


def find_similar(
    responses: Iterable[Response], quoted: Mapping[str, Sequence[str]], likeness: Likeness = STANDARD
) -> Similarities:
    """Compare the teams' responses to the same inject; what they quote from it (*quoted*, in any language) is left out.

    Raise ``ScoringError`` where a team has two responses to an inject. Source: A. Z. Broder, On the resemblance
    and containment of documents, 1997, here with all shingles instead of a sample.
    """
    by_inject: dict[str, dict[str, str]] = defaultdict(dict)
    for response in responses:
        if response.team in by_inject[response.inject]:
            raise ScoringError("response_twice", team=response.team, inject=response.inject)
        by_inject[response.inject][response.team] = response.text
    found = [_compare(inject, by_inject[inject], quoted.get(inject, ()), likeness) for inject in sorted(by_inject)]
    pairs = [pair for similar, _ in found for pair in similar]
    return Similarities(
        pairs=tuple(sorted(pairs, key=lambda pair: (-pair.containment, -pair.passage, pair.inject, pair.teams))),
        widespread=tuple(one for _, widespread in found for one in widespread),
    )


def words_of(text: str) -> list[str]:
    """Give the words of a text without case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter)))


def _shingles(text: str, size: int) -> list[Shingle]:
    words = words_of(text)
    return [tuple(words[start : start + size]) for start in range(len(words) - size + 1)]


def _compare(
    inject: str, texts: Mapping[str, str], quoted: Sequence[str], likeness: Likeness
) -> tuple[list[Similar], list[Widespread]]:
    size = likeness.words
    boilerplate = {shingle for text in quoted for shingle in _shingles(text, size)}
    said = {team: _without(_shingles(texts[team], size), boilerplate) for team in sorted(texts)}
    shared_by = Counter(shingle for team in said for shingle in {one for one in said[team] if one is not None})
    many = max(likeness.several, int(likeness.common * len(texts)) + 1)
    common = {shingle for shingle, teams in shared_by.items() if teams >= many}
    own = {team: _without(said[team], common) for team in said}
    return _pairs(inject, own, likeness), _widespread(inject, said, common, size)


def _without(shingles: Iterable[Shingle | None], left_out: set[Shingle]) -> list[Shingle | None]:
    # What is left out keeps its place, so that passages on both sides of it do not grow together.
    return [None if shingle in left_out else shingle for shingle in shingles]


def _pairs(inject: str, own: Mapping[str, Sequence[Shingle | None]], likeness: Likeness) -> list[Similar]:
    places = {team: _places(own[team]) for team in own}
    long = [team for team in own if len(places[team]) > likeness.least - likeness.words]
    sayers: dict[Shingle, list[str]] = defaultdict(list)
    for team in long:
        for shingle in places[team]:
            sayers[shingle].append(team)
    shared = Counter(pair for teams in sayers.values() for pair in combinations(teams, 2))
    found = []
    for (one, other), count in shared.items():
        sizes = len(places[one]), len(places[other])
        passage = _longest_run(own[one], places[other]) + likeness.words - 1
        if count >= likeness.containment * min(sizes) or passage >= likeness.passage:
            resemblance, containment = Fraction(count, sum(sizes) - count), Fraction(count, min(sizes))
            found.append(Similar(inject, (one, other), resemblance, containment, passage))
    return found


def _places(shingles: Sequence[Shingle | None]) -> dict[Shingle, list[int]]:
    """Give where each shingle stands; a text that says one thing a thousand times must not cost a million steps."""
    places: dict[Shingle, list[int]] = {}
    for place, shingle in enumerate(shingles):
        if shingle is not None and len(there := places.setdefault(shingle, [])) < MOST_PLACES:
            there.append(place)
    return places


def _longest_run(one: Sequence[Shingle | None], other: Mapping[Shingle, Sequence[int]]) -> int:
    """Give the length of the longest run of shingles of *one* that *other* has as well, by its places."""
    longest = 0
    ending: dict[int, int] = {}
    for shingle in one:
        there = other.get(shingle) if shingle else None
        if there:
            ending = {place: ending.get(place - 1, 0) + 1 for place in there}
            longest = max(longest, max(ending.values()))
        elif ending:
            ending = {}
    return longest


def _widespread(
    inject: str, said: Mapping[str, Sequence[Shingle | None]], common: set[Shingle], size: int
) -> list[Widespread]:
    teams = tuple(team for team in said if common.intersection(said[team]))
    if not teams:
        return []
    runs = [_longest_kept(said[team], common) for team in teams]
    return [Widespread(inject, teams, max(runs) + size - 1)]


def _longest_kept(shingles: Sequence[Shingle | None], kept: set[Shingle]) -> int:
    longest = run = 0
    for shingle in shingles:
        run = run + 1 if shingle in kept else 0
        longest = max(longest, run)
    return longest
