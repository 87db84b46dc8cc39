"""What somebody has said of the columns of her lists is remembered for her alone, in bounds, and goes with her."""

import pytest

from simulator.actions.accounts import disable_account
from simulator.actions.erasing import erase_account
from simulator.actions.mappings import MOST_KEPT, forget_mapping, remember_mapping
from simulator.reading.mappings import own_mappings
from tests.cast import minutes, refused

SHAPE, OTHER = "a" * 64, "b" * 64
MAPPING = {"Título": "title", "Hora": "at", "Color": "keep", "Nota": "note [pt]"}


def keep(cast, who, signature=SHAPE, mapping=None):
    cast.house.perform(remember_mapping, who, signature=signature, mapping=MAPPING if mapping is None else mapping)


def kept(cast, who):
    return [(one["signature"], one["mapping"]) for one in cast.house.look(own_mappings, who)]


def test_what_is_remembered_is_hers_alone(cast):
    keep(cast, cast.fatima)
    assert kept(cast, cast.fatima) == [(SHAPE, MAPPING)]
    assert kept(cast, cast.olga) == []


def test_the_latest_word_counts_and_the_latest_used_stands_first(cast):
    keep(cast, cast.fatima)
    keep(cast, cast.fatima, OTHER)
    cast.clock.now += minutes(1)
    keep(cast, cast.fatima, mapping={"Título": "ignore"})
    assert kept(cast, cast.fatima) == [(SHAPE, {"Título": "ignore"}), (OTHER, MAPPING)]


def test_what_is_forgotten_is_gone_and_nothing_of_anybody_else(cast):
    keep(cast, cast.fatima)
    keep(cast, cast.olga)
    for _again in range(2):
        cast.house.perform(forget_mapping, cast.fatima, signature=SHAPE)
    assert (kept(cast, cast.fatima), len(kept(cast, cast.olga))) == ([], 1)


def test_of_too_many_the_least_used_goes(cast):
    for number in range(MOST_KEPT + 2):
        cast.clock.now += minutes(1)
        keep(cast, cast.fatima, f"{number:064}")
    found = [signature for signature, _mapping in kept(cast, cast.fatima)]
    assert found == [f"{number:064}" for number in range(MOST_KEPT + 1, 1, -1)]


@pytest.mark.parametrize(
    ("signature", "mapping"),
    [
        ("short", MAPPING), (SHAPE, {}), (SHAPE, {"A": "titel"}), (SHAPE, {"A" * 201: "title"}),
        (SHAPE, {str(number): "keep" for number in range(501)}),
    ],
)  # fmt: skip
def test_what_no_page_sends_is_refused(cast, signature, mapping):
    with refused("not_found"):
        keep(cast, cast.fatima, signature, mapping)
    assert kept(cast, cast.fatima) == []


def test_it_goes_with_her_account(cast):
    keep(cast, cast.fatima)
    cast.house.perform(disable_account, cast.olga, account_id=cast.fatima.id)
    cast.house.perform(erase_account, cast.olga, account_id=cast.fatima.id)
    assert kept(cast, cast.fatima) == []
