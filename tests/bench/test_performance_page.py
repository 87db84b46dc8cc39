"""docs/performance.md: its tables are those of its raw figures, and every target has its row."""

import json
import re
import xml.etree.ElementTree as ElementTree
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench.chart import growth_chart
from tests.bench.page import BEGIN, CHART, END, FIGURES, PAGE, tables
from tests.bench.soak import slope
from tests.bench.verdicts import verdicts
from web.bench.figures import part

NUMBERS = [f"P{number}" for number in range(1, 12)]


@pytest.fixture(scope="module")
def known():
    """Give the figures that were measured last."""
    return json.loads(FIGURES.read_text())


def test_the_tables_of_the_page_are_those_of_the_raw_figures(known):
    page = PAGE.read_text()
    marked = page.partition(f"{BEGIN}\n")[2].partition(f"\n{END}")[0]

    assert marked == "\n".join(tables(known))


def test_the_chart_is_drawn_from_the_raw_figures(known):
    drawn = CHART.read_text()

    assert drawn == growth_chart(known["growth"]["runs"]["prontas"])
    assert ElementTree.fromstring(drawn).tag.endswith("svg")


def test_every_row_of_a_table_has_as_many_cells_as_its_head(known):
    lines = "\n".join(tables(known)).splitlines()
    widths = [len(re.split(r"(?<!\\)\|", line)) if line.startswith("|") else 0 for line in lines]

    assert all(a == b for a, b in pairwise(widths) if a and b)
    assert [row.split("|")[1].strip() for row in lines if re.match(r"\| P\d", row)] == NUMBERS


def test_each_target_is_judged_by_what_was_measured(known):
    found = verdicts(known)

    assert not known["quick"]
    assert [one.number for one in found] == NUMBERS
    assert all(one.met is not None for one in found)


def test_what_was_not_measured_is_said_to_be_so_and_not_met():
    assert {one.met for one in verdicts({})} == {None}
    assert all("not measured" in one.figure for one in verdicts({}))


def test_a_missed_target_is_a_miss(known):
    slow = json.loads(json.dumps(known))
    for run in slow["acks"]["runs"]["sqlite"]:
        run["few"] |= {"per_second": 10.0, "p99": 900.0}
    for run in slow["rooms"]["runs"]["prontas"]:
        run["storm"]["caught_up"] -= 1
    missed = {one.number for one in verdicts(slow) if not one.met}

    assert {"P6", "P10"} <= missed


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=50), st.sampled_from([0.5, 0.99, 1.0]))
def test_a_part_is_one_of_the_values_and_enough_lie_below_it(values, share):
    found = part(values, share)

    assert found in values
    assert sum(value <= found for value in values) >= share * len(values)


@given(st.floats(-50, 50), st.floats(0, 500))
def test_a_steady_growth_is_told_in_megabytes_an_hour(mb_per_hour, first):
    samples = [(10.0 * place, first + mb_per_hour * place / 360) for place in range(30)]

    assert slope(samples) == pytest.approx(mb_per_hour, abs=1e-6)


def test_one_look_is_no_growth():
    assert slope([(10.0, 120.0)]) == 0
