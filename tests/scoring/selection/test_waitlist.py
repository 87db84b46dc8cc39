"""After the announcement: freed seats go down the frozen order, to unmet floors first."""

import pytest

from scoring.scoring_error import ScoringError
from scoring.selection.quota import Cap, Floor
from scoring.selection.selection import select
from scoring.selection.selection_rules import SelectionRules
from scoring.selection.waitlist import next_offers
from tests.scoring.selection.candidates import team

SUB = {"level": "sub-national"}
AZUL, VERDE = team("Azul", 4, 90), team("Verde", 3, 80, "PE")
ROJO, LILA = team("Rojo", 3, 70), team("Lila", 2, 60, level="sub-national")
ORO = team("Oro", 1, 50, "PE")


def told(found):
    return [(offer.id, offer.seats, offer.reason.code) for offer in found.offers]


def test_the_first_who_fits_is_offered_the_seats_then_the_next():
    found = next_offers(SelectionRules(8), [ROJO, LILA, ORO], [(AZUL, 4)])
    assert told(found) == [("Rojo", 3, "next_in_order"), ("Oro", 1, "next_in_order")]
    reason = found.waiting["Lila"]
    assert (reason.code, dict(reason.parameters)) == ("too_few_seats", {"seats": 8, "left": 0, "asked": 2})


def test_while_a_floor_is_unmet_the_first_who_serves_it_comes_before_the_ranking():
    rules = SelectionRules(8, floors=(Floor({"country": "HT"}, 1), Floor(SUB, 1, "teams")))
    found = next_offers(rules, [ROJO, LILA, ORO], [(AZUL, 4)])
    # Nobody on the list serves the first floor; the second is met by one offer.
    assert told(found) == [("Lila", 2, "floor_unmet"), ("Oro", 1, "next_in_order")]
    floor = {"floor": 2, "where": SUB, "min": 1, "unit": "teams"}
    assert dict(found.offers[0].reason.parameters) == floor
    assert found.waiting["Rojo"].parameters["left"] == 1


def test_a_floor_that_the_holders_meet_puts_nobody_first():
    rules = SelectionRules(8, floors=(Floor(SUB, 1, "teams"),))
    assert told(next_offers(rules, [ROJO, ORO], [(AZUL, 3), (LILA, 2)])) == [("Rojo", 3, "next_in_order")]


def test_caps_hold_for_offers_too_and_an_appeal_that_added_a_seat_leaves_none():
    rules = SelectionRules(8, caps=(Cap("country", 1, "teams"),))
    found = next_offers(rules, [ROJO, ORO], [(AZUL, 4), (LILA, 1)])
    assert told(found) == [("Oro", 1, "next_in_order")]
    assert (found.waiting["Rojo"].code, found.waiting["Rojo"].parameters["left"]) == ("cap_reached", 0)
    assert told(next_offers(SelectionRules(3), [ORO], [(AZUL, 4)])) == []


def test_who_accepts_fewer_seats_is_offered_what_is_left():
    found = next_offers(SelectionRules(6, smallest=2), [VERDE, ROJO], [(AZUL, 4)])
    assert told(found) == [("Verde", 2, "next_in_order")]


def test_nobody_is_named_twice():
    with pytest.raises(ScoringError) as refused:
        next_offers(SelectionRules(9), [ROJO, AZUL], [(AZUL, 4)])
    assert (refused.value.code, refused.value.parameters) == ("duplicate_id", {"id": "Azul"})


def test_a_refused_seat_of_a_selection_goes_to_its_waitlist():
    teams = [AZUL, VERDE, ROJO, LILA, ORO]
    rules = SelectionRules(7, floors=(Floor(SUB, 2),))
    selection = select(rules, teams)
    by_id = {each.id: each for each in teams}
    holders = [(by_id[name], seats) for name, seats in selection.seats.items() if name != "Lila"]
    waiting = [by_id[name] for name in selection.waitlist]

    assert (selection.selected, selection.waitlist) == (("Azul", "Lila", "Oro"), ("Verde", "Rojo"))
    assert told(next_offers(rules, waiting, holders)) == []
    assert told(next_offers(rules, waiting, holders[:1])) == [("Verde", 3, "next_in_order")]
