"""A calendar of a drill: every entry in its place, in her language, with the EXERCISE mark."""

from datetime import UTC, datetime, timedelta, timezone

from icalendar import Calendar

from scenarios.load import read_scenario_text
from tests.cast import START
from web.paper.ics import calendar_of

TEXT = """
format: 1
id: azul
languages: [es, en]
title: {es: Ceiba; Roja, en: "Red, Ceiba"}
duration: 1h
rated: false
seats: {lead: {title: Jefa}}
injects:
- {id: '01', at: 0, title: {es: Aviso, en: Notice}, ask: {kind: text, due: 10m}}
- {id: '02', after: {inject: '01', delay: 5m}, title: Otro}
- {id: '03', at: 20m, title: Tal vez, if: "answered('01')"}
- {id: '04', manual: true, title: A mano}
"""


def entries(language="es", start=START, text=TEXT):
    scenario, _findings = read_scenario_text(text, "scenario.yaml")
    calendar = Calendar.from_ical(calendar_of(scenario, start, START, language))
    return calendar, calendar.walk("VEVENT")


def test_play_and_every_inject_with_a_time_have_their_entry():
    _calendar, events = entries()
    spans = [(str(one["summary"]), (one["dtstart"].dt - START) // timedelta(minutes=1),
              (one["dtend"].dt - START) // timedelta(minutes=1)) for one in events]  # fmt: skip
    assert spans == [
        ("EJERCICIO · STARTEX – ENDEX · Ceiba; Roja", 0, 60), ("EJERCICIO · 01 · Aviso", 0, 10),
        ("EJERCICIO · 02 · Otro", 5, 10), ("EJERCICIO · 03 · Tal vez", 20, 25),
    ]  # fmt: skip


def test_the_mark_is_in_every_part_of_an_entry_and_in_the_name_of_the_calendar():
    calendar, events = entries("en")
    assert str(calendar["x-wr-calname"]) == "EXERCISE · Red, Ceiba"
    for event in events:
        assert str(event["summary"]).startswith("EXERCISE · ") and str(event["description"]).startswith("EXERCISE")
        assert event["categories"].cats == ["EXERCISE"]


def test_what_waits_is_said_to_wait():
    _calendar, events = entries()
    told = [str(one["description"]).partition("\n")[2] for one in events]
    assert told == [
        "A mano, sin hora propia: 04", "", "Lo más temprano: este inject espera una respuesta o una condición.",
        "Lo más temprano: este inject espera una respuesta o una condición.",
    ]  # fmt: skip
    assert str(entries(text=TEXT.replace("manual: true", "at: 30m"))[1][0]["description"]) == "EJERCICIO"


def test_a_start_with_a_zone_is_written_in_utc_and_one_without_stays_at_its_clock():
    zoned = datetime(2031, 3, 3, 9, tzinfo=timezone(timedelta(hours=-6)))
    assert entries(start=zoned)[1][0]["dtstart"].dt == datetime(2031, 3, 3, 15, tzinfo=UTC)
    floating = zoned.replace(tzinfo=None)
    assert entries(start=floating)[1][0]["dtstart"].dt == floating


def test_the_same_drill_at_the_same_time_has_the_same_entries():
    first, second, later = (
        [str(one["uid"]) for one in entries(start=start)[1]] for start in (START, START, START + timedelta(days=1))
    )
    assert first == second and len(set(first)) == 4 and not set(first) & set(later)


def test_titles_of_any_kind_make_a_calendar_that_is_sound_to_the_octet():
    odd = r'"\"q\"; C:\\n, a\r\nEND:VCALENDAR\u2028\u0085\t ' + "😀é\u0301" * 40 + '"'
    scenario, _findings = read_scenario_text(TEXT.replace("Otro", odd).replace('"Red, Ceiba"', odd), "scenario.yaml")
    data = calendar_of(scenario, START, START, "en")
    lines = data.split(b"\r\n")
    assert lines.pop() == b"" and max(map(len, lines)) <= 75
    # Folded between characters, and no sign of a line's end anywhere else.
    assert all(not set(line.decode()) & set("\r\n\x85\u2028") for line in lines)
    assert [line for line in lines if line.startswith(b"END:VCALENDAR")] == lines[-1:]
    calendar = Calendar.from_ical(data)
    said = '"q"; C:\\n, a END:VCALENDAR ' + "😀é\u0301" * 40
    assert str(calendar["x-wr-calname"]) == f"EXERCISE · {said}"
    assert str(calendar.walk("VEVENT")[2]["summary"]) == f"EXERCISE · 02 · {said}"
