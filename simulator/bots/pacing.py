"""When a bot does what with an inject: it opens it after a pause, reads, writes, and sends like a person."""

from dataclasses import dataclass
from datetime import timedelta

from injects.inject import Inject
from simulator.bots.dice import dice

WORDS_A_SECOND = 4.0
SECOND = timedelta(seconds=1)
# An answer is there by then, however long the text: the rest is for what networks do.
LATEST = 0.9


@dataclass(frozen=True)
class Pace:
    """Lengths of drill time from the delivery, in whole seconds."""

    opens: timedelta
    drafts: timedelta
    sends: timedelta


def pace_of(inject: Inject, language: str, seed: str, team: int) -> Pace:
    """Give the pace of the team at a place: 25 to 70 % of what is due, never before it can have read the text."""
    chance = dice(seed, team, inject.id, "pace")
    opens = chance.uniform(2, 10)
    read = opens + _words(inject, language) / WORDS_A_SECOND
    due = inject.ask.due.total_seconds() if inject.ask and inject.ask.due else None
    if due is None:
        sends = read + chance.uniform(3, 20)
    else:
        sends = min(max(due * chance.uniform(0.25, 0.7), read), due * LATEST)
        opens = min(opens, sends / 2)
    return Pace(_whole(opens), _whole((opens + sends) / 2), _whole(sends))


def rating_pace(seed: str, evaluator: int, team: int, inject: str) -> timedelta:
    """Give the length of drill time after which a bot evaluator has rated a response that is ready."""
    return _whole(dice(seed, "evaluator", evaluator, team, inject, "pace").uniform(8, 45))


def _words(inject: Inject, language: str) -> int:
    texts = (inject.title, inject.body, inject.ask.prompt if inject.ask else None)
    return sum(len(text.say(language, tuple(text.root)).split()) for text in texts if text)


def _whole(seconds: float) -> timedelta:
    # Whole seconds: a rehearsal has fewer instants to look at.
    return round(seconds) * SECOND
