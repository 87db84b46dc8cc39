"""When a card is opened, in words: T+, the clock's time where the start is known, or what it waits for."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_datetime

from injects.inject import Inject
from simulator.reading.clock import milliseconds
from web.facilitator.conditions import condition_words
from web.facilitator.showing import t_plus
from web.paper.pack.subject import Startex, Subject
from web.words import LOCALES, N_, known_language, say
from web.words.instants import PATTERNS, instant_words

BY_HAND = N_("whenever you decide")
AFTER_ANSWER = N_("%(delay)s after the answer to %(inject)s; without one, after its deadline and one minute more")
AFTER_ACKNOWLEDGED = N_("%(delay)s after %(inject)s was acknowledged")
AFTER_DELIVERY = N_("%(delay)s after %(inject)s was delivered")
AT_ONCE = N_("at once")


def clock_words(start: Startex | None, at: timedelta) -> str:
    """Give the clock's time at a drill time, such as 09:05, with +1 a day later; nothing where the start is unknown."""
    if start is None:
        return ""
    begin, then = start.at, start.at + at
    if start.zone is not None:
        begin, then = begin.astimezone(ZoneInfo(start.zone)), then.astimezone(ZoneInfo(start.zone))
    days = (then.date() - begin.date()).days
    return f"{then:%H:%M:%S}".removesuffix(":00") + (f" +{days}" if days else "")


def start_words(start: Startex, language: str) -> str:
    """Say when STARTEX is."""
    if not start.dated:
        return clock_words(start, timedelta(0))
    if start.zone is not None:
        return instant_words(language, start.at, start.zone)
    told = format_datetime(start.at.replace(tzinfo=None), PATTERNS[language], locale=LOCALES[language])
    return told if start.at.tzinfo is None else f"{told} ({_offset(start.at)})"


def _offset(at: datetime) -> str:
    written = f"{at:%z}"
    return f"UTC{written[:3]}:{written[3:5]}"


def length_words(length: timedelta) -> str:
    """Write a length in signs that all four languages share: ``2 h 5 min``, ``1 min 30 s``."""
    minutes, seconds = divmod(int(length.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    told = [f"{n} {unit}" for n, unit in ((hours, "h"), (minutes, "min"), (seconds, "s")) if n]
    return " ".join(told) or "0 min"


def drill_time(at: timedelta) -> str:
    """Write a drill time as the console does."""
    return t_plus(milliseconds(at))


def is_fixed(subject: Subject, inject: Inject) -> bool:
    """Say whether a card is opened at a time that anybody can know before: no condition, no hand, no answer awaited."""
    return not inject.if_ and subject.when[inject.id].certain


def wait_words(subject: Subject, inject: Inject, language: str) -> str:
    """Say what a card without a time of its own waits for; nothing for one that has its time."""
    if inject.manual:
        return say(language, BY_HAND)
    if inject.after is None:
        return ""
    before = subject.msel.by_id[inject.after.inject].ask
    delay = length_words(inject.after.delay) if inject.after.delay else say(language, AT_ONCE)
    pattern = AFTER_DELIVERY if before is None else AFTER_ACKNOWLEDGED if before.due is None else AFTER_ANSWER
    return say(language, pattern, delay=delay, inject=inject.after.inject)


def condition_of(subject: Subject, inject: Inject, language: str) -> str:
    """Say an inject's condition, flags in the scenario's own *language*; nothing where it has none."""
    if not inject.if_:
        return ""
    order = subject.scenario.languages
    flags = {flag: words.say(language, order) for flag, words in subject.scenario.flags.items()}
    return condition_words(inject.if_, flags, known_language(language))
