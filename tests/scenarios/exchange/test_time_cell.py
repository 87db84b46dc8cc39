"""A cell of time is understood in every notation of the field, and in no other."""

# ruff: noqa: DTZ001  spreadsheets know no zones
from datetime import date, datetime, time, timedelta

import pytest

from scenarios.exchange.clock_words import read_length, zone_of
from scenarios.exchange.date_words import day_comes_first
from scenarios.exchange.sheet import Broken, words_in
from scenarios.exchange.time_cell import read_time


def hm(hours, minutes=0, seconds=0):
    return timedelta(hours=hours, minutes=minutes, seconds=seconds)


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("13:15", hm(13, 15)), ("1315", hm(13, 15)), ("0700L", hm(7)), ("00900", hm(9)), ("09:05", hm(9, 5)),
        ("7:15 p.m.", hm(19, 15)), ("12:05 AM", hm(0, 5)), ("7 pm", hm(19)), ("13h15", hm(13, 15)),
        ("13h", hm(13)),
        ("13.30", hm(13, 30)), ("0715 hrs", hm(7, 15)), ("09:30 hs", hm(9, 30)),
        ("13:15 EST", hm(13, 15)),
        ("24:00", hm(24)),
        ("09:00-09:15", hm(9)), ("0900 – 0930", hm(9)), ("09:00:30", hm(9, 0, 30)), ("~ 9:00", hm(9)),
        ("900", hm(9)), ("8h30 min", hm(8, 30)),
        ("hacia las 10:00", hm(10)), ("'09:00", hm(9)), ("09:30 (BRT)", hm(9, 30)), ("10:30 aprox.", hm(10, 30)),
        ("a las 11:30", hm(11, 30)), ("@11:00", hm(11)), ("10:00/10:30", hm(10)), ("de 10:30 a 11:00", hm(10, 30)),
        ("11:00 hs.", hm(11)), ("9:00\u202fa.\u202fm.", hm(9)), ("12:00 m.", hm(12)), ("mediodía", hm(12)),
        ("ao meio-dia", hm(12)), ("12:00 noon", hm(12)), ("midi", hm(12)), ("midnight", hm(0)), ("minuit", hm(0)),
        ("5:00 de la tarde", hm(17)), ("8 da manhã", hm(8)), ("7:30 du soir", hm(19, 30)),
        ("8:15 in the morning", hm(8, 15)), ("0.375", hm(9)), ("0,385416667", hm(9, 15)),
    ],
)  # fmt: skip
def test_a_clock_time_is_read(words, length):
    moment = read_time(words)
    assert (moment.kind, moment.length) == ("clock", length)


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("+ 01:30", hm(1, 30)), ("T+15", hm(0, 15)), ("T+ 0:15", hm(0, 15)), ("T+00:15:30", hm(0, 15, 30)),
        ("H+2 M+30", hm(2, 30)), ("J-1", -hm(24)), ("M-5", -hm(0, 5)), ("J+1", hm(24)), ("H+1:30", hm(1, 30)),
        ("D+1 H+2 M+30", hm(26, 30)), ("STARTEX", hm(0)), ("T", hm(0)), ("T0", hm(0)), ("T+0", hm(0)),
        ("E+30", hm(0, 30)),
        ("startex + 15", hm(0, 15)), ("StartEx+1h30", hm(1, 30)), ("1h30m", hm(1, 30)), ("90m", hm(1, 30)),
        ("15 min", hm(0, 15)), ("-00:30", -hm(0, 30)), ("–15 min", -hm(0, 15)), ("+ 1 01:30:00", hm(25, 30)),
        ("Min 15", hm(0, 15)), ("minuto 90", hm(1, 30)), ("T plus 30", hm(0, 30)),
        ("H", hm(0)), ("H-Hour", hm(0)), ("hora cero", hm(0)), ("Heure H", hm(0)), ("Jour J", hm(0)), ("D-Day", hm(0)),
        ("H+30'", hm(0, 30)), ("H+2h", hm(2)), ("H-45 min", -hm(0, 45)), ("T+1d 02:00", hm(26)),
        ("2 días, 1:30", hm(49, 30)),
        ("T-1:00", -hm(1)), ("2 días", hm(48)), ("1d2h", hm(26)), ("90s", hm(0, 1, 30)),
    ],
)  # fmt: skip
def test_an_offset_is_read(words, length):
    moment = read_time(words)
    assert (moment.kind, moment.length) == ("offset", length)


@pytest.mark.parametrize(
    ("words", "instant", "zone"),
    [
        ("210912AUG2011", datetime(2011, 8, 21, 9, 12), None),
        ("211200ZAUG11", datetime(2011, 8, 21, 12), hm(0)),
        ("211200R AUG 11", datetime(2011, 8, 21, 12), -hm(5)),
        ("210912MARS26", datetime(2026, 3, 21, 9, 12), None),
        ("21 0912Z AOÛT 26", datetime(2026, 8, 21, 9, 12), hm(0)),
        ("210912RENE26", datetime(2026, 1, 21, 9, 12), -hm(5)),
        ("5/3/10 0715", datetime(2010, 5, 3, 7, 15), None),
        ("13/3/10 0715", datetime(2010, 3, 13, 7, 15), None),
        ("3/13/2010, 7:15 PM", datetime(2010, 3, 13, 19, 15), None),
        ("2026-03-02T09:00:00Z", datetime(2026, 3, 2, 9), hm(0)),
        ("2026-03-02T09:00-06:00", datetime(2026, 3, 2, 9), -hm(6)),
        ("2026-03-02 09:00 UTC+2", datetime(2026, 3, 2, 9), hm(2)),
        ("2026-03-02", datetime(2026, 3, 2), None),
        ("2 March 2026 09:00", datetime(2026, 3, 2, 9), None),
        ("2-Mar-26", datetime(2026, 3, 2), None),
        ("March 2, 2026", datetime(2026, 3, 2), None),
        ("Mar 2, 2026 9 am", datetime(2026, 3, 2, 9), None),
        ("lunes 2 de marzo de 2026, 09:00", datetime(2026, 3, 2, 9), None),
        ("31 de dezembro de 2026", datetime(2026, 12, 31), None),
        ("12 août 2026 08h30", datetime(2026, 8, 12, 8, 30), None),
        ("1er juillet 2026", datetime(2026, 7, 1), None),
        ("02/03/2026 à 09h00", datetime(2026, 2, 3, 9), None),
        ("2 mars 2026 à 9 h", datetime(2026, 3, 2, 9), None),
        ("2 de marzo de 2026 a las 09:00", datetime(2026, 3, 2, 9), None),
        ("3/13/2026 - 09:00", datetime(2026, 3, 13, 9), None),
        ("20260302T1000", datetime(2026, 3, 2, 10), None),
        ("20260302 0950", datetime(2026, 3, 2, 9, 50), None),
        ("20260302", datetime(2026, 3, 2), None),
        ("46083", datetime(2026, 3, 2), None),
        ("46083.375", datetime(2026, 3, 2, 9), None),
        ("02.03.2026 09:30", datetime(2026, 3, 2, 9, 30), None),
    ],
)
def test_a_date_is_read_in_four_languages_and_as_the_military_writes_it(words, instant, zone):
    moment = read_time(words)
    assert (moment.kind, moment.instant, moment.zone) == ("dated", instant, zone)


def test_a_date_with_slashes_is_read_the_way_the_list_writes_it():
    assert read_time("5/3/10", day_first=True).instant == datetime(2010, 3, 5)
    assert [day_comes_first(words) for words in ("5/3/10", "13/3/10", "3/13/10", "5/5/10", "9:00")] == [
        "unsure", "yes", "no", "", "",
    ]  # fmt: skip
    assert [day_comes_first(words) for words in ("5.3.10", "5.3.10 07.15", "5/3/10 07.15")] == ["yes", "yes", "unsure"]


@pytest.mark.parametrize(
    ("words", "day", "length"),
    [("D+1 09:00", 1, hm(9)), ("J-1 0900", -1, hm(9)), ("Day 2 0900", 1, hm(9)), ("Día 1", 0, hm(0)),
     ("Jour 3: 9h", 2, hm(9)), ("D-Day 09:00", 0, hm(9)), ("Día D, 0900", 0, hm(9)), ("D 0900", 0, hm(9)),
     ("D+1 / 10:00Z", 1, hm(10))],
)  # fmt: skip
def test_a_day_of_play_is_read(words, day, length):
    moment = read_time(words)
    assert (moment.kind, moment.day, moment.length) == ("clock", day, length)


@pytest.mark.parametrize(
    "words", ["TBD", "as needed", "On call", "según sea necesario", "se necessário", "au besoin", "—"]
)
def test_what_comes_when_it_is_called_for_waits_for_a_hand(words):
    assert read_time(words).kind == "hand"


@pytest.mark.parametrize(
    "words",
    ["soon", "2500", "24:01", "13:75", "99/99/2026", "31/2/2026", "13 pm", "1 March", "400000 JAN 26", "D+1 soon",
     "Day 2 soon", "D soon", "T+soon", "1.5", "12 de la noche", "20261302",
     "2 Foo 2026", "9" * 101, "2026-01-02 soon", "x" * 50],
)  # fmt: skip
def test_what_is_no_time_is_none(words):
    assert read_time(words) is None


@pytest.mark.parametrize(
    ("value", "kind", "length"),
    [
        (time(13, 15), "clock", hm(13, 15)),
        (timedelta(hours=30), "offset", hm(30)),
        (0.5, "clock", hm(12)),
        (1315.0, "clock", hm(13, 15)),
        (45.0, "small", hm(0, 45)),
        ("45", "small", hm(0, 45)),
        (datetime(1900, 1, 1, 9), "clock", hm(9)),
    ],
)
def test_a_value_of_a_spreadsheet_is_a_time(value, kind, length):
    moment = read_time(value)
    assert (moment.kind, moment.length) == (kind, length)


def test_a_date_of_a_spreadsheet_is_a_date():
    assert read_time(datetime(2026, 3, 2, 9, 30)).instant == datetime(2026, 3, 2, 9, 30)
    assert read_time(date(2026, 3, 2)).instant == datetime(2026, 3, 2)
    assert read_time(46083.375).instant == datetime(2026, 3, 2, 9)


def test_in_a_column_of_offsets_everything_counts_from_startex():
    cells = [time(0, 45), 0.25, 90.0, "90", "1:30", "13:15"]
    moments = [read_time(cell, offsets=True) for cell in cells]
    assert {moment.kind for moment in moments} == {"offset"}
    assert [moment.length for moment in moments] == [hm(0, 45), hm(6), hm(1, 30), hm(1, 30), hm(1, 30), hm(13, 15)]


def test_a_broken_cell_and_a_tick_say_no_time():
    assert read_time(Broken("#N/A")) is None
    assert read_time(True) is None
    assert read_time(1_000_000.0, offsets=True) is None


def test_a_zone_is_known_only_where_it_is_sure():
    assert [zone_of(zone) for zone in (None, "L", "J", "EST", "Z", "M", "UTC-3", "+05:30")] == [
        None, None, None, None, hm(0), hm(12), -hm(3), hm(5, 30),
    ]  # fmt: skip


def test_a_length_needs_a_number():
    assert read_length("") is None


def test_a_cell_is_shown_as_a_reader_sees_it():
    values = [" a\r\nb\xa0", True, False, 3.0, 0.5, 7, Broken("#N/A"), datetime(2026, 3, 2, 9),
              datetime(2026, 3, 2, 9, 0, 5), time(9), time(9, 0, 5), date(2026, 3, 2), "a\x07b"]  # fmt: skip
    assert [words_in(value) for value in values] == [
        "a\nb", "TRUE", "FALSE", "3", "0.5", "7", "", "2026-03-02 09:00", "2026-03-02 09:00:05", "09:00", "09:00:05",
        "2026-03-02", "ab",
    ]  # fmt: skip
