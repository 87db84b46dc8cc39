"""A drill as a calendar: STARTEX to ENDEX and every inject that has a time; the EXERCISE mark in each entry."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256

from icalendar import Calendar, Event

from injects.inject import Inject
from scenarios.checking.planned import planned
from scenarios.scenario import Scenario
from web.words import N_, say

MEDIA = "text/calendar"
# What nobody reads in a calendar is an entry without length.
_LEAST = timedelta(minutes=5)
MARK = N_("EXERCISE")
_EARLIEST = N_("At the earliest: this inject waits for an answer or a condition.")
_BY_HAND = N_("By hand, at no time of their own: %(injects)s")


def calendar_of(scenario: Scenario, start: datetime, now: datetime, language: str) -> bytes:
    """Write a calendar (RFC 5545) for who runs the drill; a *start* without a zone stays at its clock time anywhere."""
    mark = say(language, MARK)
    # In UTC, for which a calendar need not describe a zone.
    start = start.astimezone(UTC) if start.tzinfo else start
    title = _line(scenario.title.say(language, scenario.languages))
    calendar = Calendar()
    calendar.add("prodid", "-//Prontas//drill//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"{mark} · {title}")
    plan = planned(scenario.injects)
    by_hand = [scenario.injects[one.place].id for one in plan if one.by_hand]
    about = say(language, _BY_HAND, injects=", ".join(by_hand)) if by_hand else ""
    play = _event(scenario, "", mark, f"STARTEX – ENDEX · {title}", start, scenario.duration, now, about)
    calendar.add_component(play)
    for one in plan:
        if not one.by_hand:
            inject = scenario.injects[one.place]
            words = f"{inject.id} · {_line(inject.title.say(language, scenario.languages))}"
            about = say(language, _EARLIEST) if not one.certain or inject.if_ else ""
            length = max(_length(inject), _LEAST)
            calendar.add_component(_event(scenario, inject.id, mark, words, start + one.at, length, now, about))
    return bytes(calendar.to_ical())


def _line(words: str) -> str:
    """Give a title in one line: some parts of a calendar cannot hold another."""
    return " ".join(words.split())


def _length(inject: Inject) -> timedelta:
    return (inject.ask.due if inject.ask else None) or timedelta(0)


def _event(
    scenario: Scenario, inject: str, mark: str, words: str, start: datetime, length: timedelta, now: datetime,
    about: str,
) -> Event:  # fmt: skip
    event = Event()
    digest = sha256(f"{scenario.id}\n{inject}\n{start.isoformat()}".encode()).hexdigest()[:32]
    event.add("uid", f"{digest}@prontas.example")
    event.add("dtstamp", now)
    event.add("dtstart", start)
    event.add("dtend", start + length)
    event.add("summary", f"{mark} · {words}")
    event.add("description", f"{mark}\n{about}".rstrip())
    event.add("categories", [mark])
    return event
