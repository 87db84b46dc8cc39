"""How much comes to somebody in each stretch of a drill: asks to answer and words to read."""

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from datetime import timedelta

from injects.inject import Inject

WINDOW = timedelta(minutes=10)


@dataclass(frozen=True)
class Arrival:
    """An inject that reached a team at a drill time, and how many *words* there are to read in it."""

    at: timedelta
    inject: Inject
    words: int


@dataclass(frozen=True)
class Load:
    """What comes in one stretch: *asks* (an acknowledgement is one too), *injects* with and without, and *words*."""

    asks: int = 0
    injects: int = 0
    words: int = 0


@dataclass(frozen=True)
class Span:
    """The least and the most that came in one stretch, over several teams."""

    least: Load
    most: Load


def windows_until(end: timedelta, window: timedelta = WINDOW) -> int:
    """Give how many stretches there are up to a drill time; at least one."""
    return max(1, -(-end // window))


def load_of(arrivals: Iterable[Arrival], windows: int, window: timedelta = WINDOW) -> tuple[Load, ...]:
    """Sum what arrives by stretches; what comes after the last one counts in it."""
    loads = [Load()] * windows
    for arrival in arrivals:
        place = min(arrival.at // window, windows - 1)
        load, asks = loads[place], arrival.inject.ask is not None
        loads[place] = Load(load.asks + asks, load.injects + 1, load.words + arrival.words)
    return tuple(loads)


def span_of(loads: Sequence[tuple[Load, ...]]) -> tuple[Span, ...]:
    """Give, stretch by stretch, the least and the most of one or more teams' loads."""
    return tuple(
        Span(
            Load(*(min(counts) for counts in zip(*map(astuple, told), strict=True))),
            Load(*(max(counts) for counts in zip(*map(astuple, told), strict=True))),
        )
        for told in zip(*loads, strict=True)
    )


def words_to_read(inject: Inject) -> int:
    """Count the words of title, body and question, in the language in which they are most."""
    texts = (inject.title, inject.body, inject.ask.prompt if inject.ask else None)
    labels = [option.label for option in inject.ask.options] if inject.ask else []
    labels += [field.label for field in inject.ask.fields] if inject.ask else []
    said = [text.every() for text in (*texts, *labels) if text is not None]
    languages = {language for text in said for language in text} - {""}
    return max(
        sum(len(text.get(language, text.get("", "")).split()) for text in said) for language in languages or {""}
    )
