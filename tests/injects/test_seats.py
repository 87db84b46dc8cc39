"""Whose badge an inject is (rules.md 2)."""

from injects.inject import Inject
from injects.seats import has_badge, inbox_of

AZUL = {"lead": {"Beatriz"}, "technical": {"Bruna"}, "press": set()}


def to(*seats):
    return Inject(id="01", title="Aviso", to=seats)


def test_an_inject_is_for_the_seats_it_names():
    assert inbox_of(to("technical"), AZUL, "lead") == {"technical"}
    assert has_badge("Bruna", to("technical"), AZUL, "lead")
    assert not has_badge("Beatriz", to("technical"), AZUL, "lead")


def test_what_names_no_seat_is_for_everybody_with_a_seat_or_without():
    assert inbox_of(to(), AZUL, "lead") == {"lead", "technical"}
    assert has_badge("Olu", to(), AZUL, "lead")


def test_what_is_for_a_seat_that_nobody_holds_goes_to_the_lead():
    assert inbox_of(to("press", "technical"), AZUL, "lead") == {"lead", "technical"}
    assert inbox_of(to("legal"), {}, "lead") == {"lead"}
    assert has_badge("Beatriz", to("press"), AZUL, "lead")
    assert not has_badge("Beatriz", to("press"), {}, "lead")
