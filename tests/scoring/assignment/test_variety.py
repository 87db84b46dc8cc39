"""Pairs are mixed by swaps that leave every load as it is."""

from collections import Counter

from scoring.assignment.ledger import Ledger
from scoring.assignment.variety import partners, vary
from tests.scoring.assignment.panels import every_response, everybody


def ledger_of(panel, units, on):
    ledger = Ledger(panel, units, 2, "2026", {})
    for place, those in on.items():
        for one in those:
            ledger.put(place, one)
    return ledger


def test_two_who_rate_everything_together_are_parted():
    units = every_response(8, 1)
    on = {unit.place: ("e00", "e01") if number < 4 else ("e02", "e03") for number, unit in enumerate(units)}
    ledger = ledger_of(everybody(4), units, on)
    before = Counter(ledger.load)
    vary(ledger)
    assert ledger.load == before
    assert all(len(met) == 3 for met in partners(ledger.together).values())
    assert max(ledger.together.values()) <= 2


def test_what_cannot_be_mixed_stays_as_it_is():
    units = every_response(4, 2)
    ledger = ledger_of(everybody(2), units, {unit.place: ("e00", "e01") for unit in units})
    vary(ledger)
    assert partners(ledger.together) == {"e00": {"e01"}, "e01": {"e00"}}
