"""Dates without a year, as a spreadsheet program writes them into CSV: the days between them are kept."""

import pytest

from scenarios.exchange.schedule import read_start
from tests.scenarios.exchange.workbooks import codes, csv_file, imported, times

HEAD = ["No", "Date", "Time", "Title"]
DAY = 1440


def days(*dates, head=HEAD):
    """Give the day of each date of a list, all at nine."""
    data = csv_file(head, *([str(n), date, "09:00", "A"] for n, date in enumerate(dates)))
    return [at / DAY for at in times(data).values()]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("2-Mar", "3-Mar"), ("2/mar", "3/mar"), ("March 2", "March 3rd"), ("Mar 2", "Mar 3"),
        ("1º de maio", "2 de maio"),
        ("lunes 2 de marzo", "martes 3 de marzo"), ("Mon 2-Mar", "Tue 3-Mar"),
        ("segunda-feira, 2 de março", "3 de março"),
        ("1er août", "2 août"), ("2-set", "3-set"), ("28-Feb", "1-Mar"), ("Sat., 28 Feb", "Sun., 1 March"),
    ],
)  # fmt: skip
def test_dates_without_a_year_are_as_far_apart_as_they_say(one, two):
    assert days(one, two) == [0, 1]


@pytest.mark.parametrize(
    ("dates", "wanted"),
    [
        (["30-Dec", "2-Jan"], [0, 3]), (["2-Jan", "30-Dec"], [3, 0]), (["3-Mar", "2-Mar", "5-Mar"], [1, 0, 3]),
        (["28-Feb", "29-Feb", "1-Mar"], [0, 1, 2]), (["30-Dec", "29-Feb", "1-Mar"], [0, 61, 62]),
        (["27-Feb", "2-Mar", "29-Feb"], [0, 4, 2]), (["1-Mar", "1-Jul", "1-Dec", "1-Feb"], [0, 122, 275, 337]),
        (["28-Feb", "2024-03-01", "2-Mar"], [0, 2, 3]), (["2025-12-31", "1-Jan", "29-Feb"], [0, 1, -672 + 1]),
        (["30-Dec", "2-Jan-2027"], [0, 3]), (["9999-12-30", "31-Dec"], [0, 1]),
    ],
)  # fmt: skip
def test_they_go_on_past_new_year_and_over_a_leap_day(dates, wanted):
    first = min(wanted)
    assert days(*dates) == [day - first for day in wanted]


def test_a_date_without_a_year_may_have_its_time_in_the_cell():
    data = csv_file(["No", "Time", "Title"], ["1", "2-Mar 22:00", "A"], ["2", "3 de marzo, 09:30", "B"])
    assert times(data) == {"1": 0, "2": 690}


def test_a_list_with_such_dates_keeps_its_own_spacing():
    data = csv_file(HEAD, ["1", "2-Mar", "09:00", "A"], ["2", "", "10:00", "B"], ["3", "3-Mar", "", "C"])
    assert times(data) == {"1": 0, "2": 60, "3": 900}
    assert (1, 1, "start_unused") in codes(imported(data, start=read_start("08:00")))


def test_a_day_in_a_row_of_its_own_and_in_a_phase_may_lack_its_year():
    rows = (["1", "", "09:00", "A"], ["", "3-Mar"], ["2", "", "09:00", "B"])
    assert times(csv_file(HEAD, ["", "2-Mar"], *rows)) == {"1": 0, "2": DAY}
    data = csv_file(["No", "Phase", "Time", "Title"], ["1", "2 March", "9:00", "A"], ["2", "4 March", "8:00", "B"])
    assert times(data) == {"1": 0, "2": 2 * DAY - 60}


@pytest.mark.parametrize("words", ["Set 1", "Decision 1", "2 marketing", "30-Feb", "2-Mar 99:99"])
def test_other_words_are_no_date(words):
    data = csv_file(["No", "Time", "Title"], ["1", "09:00", "A"], ["2", words, "B"])
    assert (3, 2, "bad_time") in codes(imported(data))
