"""A list over several days: a row between the injects says the day, and a clock goes on past midnight."""

from datetime import date, datetime

import pytest

from scenarios.exchange.day_words import read_day
from scenarios.exchange.schedule import read_start
from tests.scenarios.exchange.workbooks import csv_file, imported, injects, times, xlsx_file

# ruff: noqa: DTZ001  spreadsheets know no zones
HEAD = ["No", "Time", "Title"]
DAY = 1440


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Day 1", 0), ("DAY 2 – Recovery", 1), ("Día 2 (3 de marzo)", 1), ("Dia três", 2), ("Jour n° 3 : reprise", 2),
        ("Exercise Day Two", 1), ("— Jornada 10 —", 9), ("Journée 2", 1),
    ],
)  # fmt: skip
def test_a_row_that_begins_with_a_day_of_play_says_it(words, day):
    assert read_day(words).day == day


@pytest.mark.parametrize("words", ["Phase 2", "Daybreak 2", "Day of reckoning", "Two days later", "", "2 of 3"])
def test_other_rows_say_no_day(words):
    assert read_day(words) is None


@pytest.mark.parametrize(
    "words",
    ["Monday, March 2, 2026", "2 de marzo de 2026", "2026-03-02", date(2026, 3, 2), datetime(2026, 3, 2, 8)],
)
def test_a_row_that_is_a_date_says_its_day(words):
    assert read_day(words).instant == datetime(2026, 3, 2)


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize(("one", "two"), [("Day 1", "Day 2"), ("Día 1: inicio", "Día 2"), ("Jour un", "Jour deux")])
def test_times_are_of_the_day_that_stands_above_them(one, two, place):
    day = [[""] * place + [words] for words in (one, two)]
    data = csv_file(
        HEAD, day[0], ["1", "09:00", "A"], ["2", "16:00", "B"], day[1], ["3", "08:30", "C"], ["4", "TBD", "D"],
        ["5", "09:30", "E"], ["", "12:00", "ENDEX"],
    )  # fmt: skip
    assert times(data) == {"1": 0, "2": 420, "3": DAY - 30, "4": None, "5": DAY + 30}
    assert imported(data).rows == 5 and "duration: 1d3h" in imported(data).text
    assert len({inject.phase for inject in injects(data).values()}) == 2


def test_a_date_above_the_times_is_theirs_as_words_and_as_a_value():
    rows = (["1", "22:00", "A"], ["2", "00:15", "B"]), (["3", "08:00", "C"], ["4", "2026-03-05 08:00", "D"])
    wanted = {"1": 0, "2": 135, "3": 2 * DAY - 840, "4": 3 * DAY - 840}
    assert times(csv_file(HEAD, ["2 March 2026"], *rows[0], ["4 March 2026"], *rows[1])) == wanted
    values = xlsx_file(HEAD, [date(2026, 3, 2)], *rows[0], ["", date(2026, 3, 4)], *rows[1])
    assert times(values, "a.xlsx") == wanted
    assert times(csv_file(HEAD, ["2 March 2026"], ["1", "TBD", "A"])) == {"1": None}


def test_a_day_above_the_times_counts_from_the_first_date():
    rows = (["1", "2026-03-02 09:00", "A"], ["Day 2"], ["2", "08:00", "B"], ["3", "", "C"])
    assert times(csv_file(HEAD, *rows)) == {"1": 0, "2": DAY - 60, "3": None}


def test_a_clock_beneath_a_date_goes_on_past_midnight():
    rows = (["1", "2026-03-02 22:00", "A"], ["2", "23:30", "B"], ["3", "00:30", "C"], ["4", "0100", "D"])
    assert times(csv_file(HEAD, *rows)) == {"1": 0, "2": 90, "3": 150, "4": 180}


def test_days_without_clock_times_leave_offsets_as_they_are():
    data = csv_file(HEAD, ["Day 1"], ["1", "T+5", "A"], ["Day 2"], ["2", "45", "B"])
    assert times(data) == {"1": 5, "2": 45}
    assert imported(data).understood.clock == ""


def test_startex_of_a_later_day_is_startex():
    data = csv_file(HEAD, ["Day 1"], ["1", "17:00", "A"], ["Day 2"], ["", "09:00", "STARTEX"], ["2", "09:15", "B"])
    assert times(data) == {"1": None, "2": 15}
    assert times(data, start=read_start("16:00")) == {"1": 60, "2": DAY - 405}


@pytest.mark.parametrize("header", ["Minute", "Time (min)", "Tiempo transcurrido", "Temps écoulé", "Elapsed"])
def test_a_column_of_what_has_passed_counts_from_startex(header):
    data = csv_file(["No", header, "Title"], ["1", "0:05", "A"], ["2", "90", "B"], ["3", "0.375", "C"])
    assert times(data) == {"1": 5, "2": 90, "3": 540}


@pytest.mark.parametrize(
    ("cells", "minutes"),
    [
        (["0", "5", "90", "120"], [0, 5, 90, 120]), (["0", "TBD", "75", ""], [0, None, 75, None]),
        ([0, 15, 45, 180], [0, 15, 45, 180]), (["30", "900", "930", "1000"], [30, 540, 570, 600]),
        (["900", "915", "930", "945"], [0, 15, 30, 45]), (["0:05", "45", "100", "115"], [5, 45, 60, 75]),
        (["05", "030", "100", "115"], [5, 30, 60, 75]),
    ],
)  # fmt: skip
def test_bare_numbers_are_minutes_unless_one_of_them_is_of_a_clock(cells, minutes):
    rows = [[str(number), cell, "T"] for number, cell in enumerate(cells)]
    assert list(times(xlsx_file(HEAD, *rows), "a.xlsx").values()) == minutes


def test_a_part_that_is_numbered_like_an_inject_is_none():
    data = csv_file(
        HEAD, ["1", "", "Phase 1"], ["1a", "9:00", "A"], ["2", "", "Fase II"], ["3", "", "Part of it fails"]
    )
    assert list(injects(data)) == ["1a", "3"]


def test_the_last_of_all_dates_is_no_end():
    rows = (["1", "9999-12-31", "24:00", "A"], ["2", "", "Day 9 10:00", "B"], ["Day 999"], ["3", "", "23:00", "C"])
    data = csv_file(["No", "Date", "Time", "Title"], *rows)
    assert times(data) == {"1": 0, "2": 7 * DAY + 600, "3": 997 * DAY + 1380}


def test_midnight_at_the_end_of_a_date_is_the_next_day():
    data = csv_file(["No", "Time", "Title"], ["1", "2026-03-02 22:00", "A"], ["2", "2026-03-02 24:00", "B"])
    assert times(data) == {"1": 0, "2": 120}


def test_a_phase_that_is_a_day_says_it_for_its_rows():
    data = csv_file(
        ["No", "Phase", "Time", "Title"], ["1", "Day 1", "16:00", "A"], ["2", "Day 1", "01:00", "B"],
        ["3", "Day 2", "TBD", "C"], ["4", "Day 2", "08:30", "D"], ["5", "Late", "09:00", "E"],
        ["6", "Day 3", "D+2 10:00", "F"],
    )  # fmt: skip
    assert times(data) == {"1": 0, "2": 540, "3": None, "4": 990, "5": 1020, "6": 2 * DAY - 360}


def test_days_of_the_week_without_a_year_count_from_the_first():
    rows = (["Viernes 27 de febrero"], ["1", "9:00", "A"], ["Lunes 2 de marzo"], ["2", "8:00", "B"])
    assert times(csv_file(["Nº", "Hora", "Título"], *rows)) == {"1": 0, "2": 3 * DAY - 60}
    assert times(csv_file(HEAD, ["Decision 1"], ["1", "9:00", "A"], ["Friday"], ["2", "8:00", "B"])) == {
        "1": 60, "2": 0,
    }  # fmt: skip


def test_dates_of_which_a_program_took_half_for_its_own_are_doubtful():
    rows = (["1", datetime(2026, 12, 3, 9), "A"], ["2", "13/12/2026 09:00", "B"])
    [finding] = imported(xlsx_file(HEAD, *rows), "a.xlsx").findings
    assert (finding.code, finding.parameters["value"]) == ("date_order_assumed", "2026-12-03 09:00")
    sure = (["1", datetime(2026, 12, 23, 9), "A"], ["2", "24/12/2026 09:00", "B"])
    assert imported(xlsx_file(HEAD, *sure), "a.xlsx").findings == []
    assert imported(xlsx_file(HEAD, rows[0]), "a.xlsx").findings == []
