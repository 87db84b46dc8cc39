"""How much a seat gets at once."""

from scenarios.load import read_scenario_text
from tests.scenarios.cases import PLAY

SEATS = "{lead: {title: Jefa}, press: {title: Prensa}}"


def found(*injects):
    lines = "".join(f"- {{title: t, {inject}}}\n" for inject in injects)
    text = f"{PLAY.replace('{lead: {title: Jefa}}', SEATS)}flags: {{f: uno}}\ninjects:\n{lines}"
    findings = read_scenario_text(text, "azul.yaml")[1]
    return [(one.code, *one.parameters.values()) for one in findings if not one.code.startswith("flag_never")]


def asked(place, minute, more="to: [lead]"):
    return f"id: i{place}, at: {minute}m, {more}, ask: {{kind: text, due: 9m}}"


def test_a_seat_without_an_inject_is_named():
    assert found("id: a, at: 0, to: [lead]") == [("seat_without_inject", "press")]
    assert found("id: a, at: 0, to: [press, lead]") == []
    assert found("id: a, at: 0, to: [lead]", "id: b, at: 9m") == []


def test_the_fourth_open_ask_is_too_much_and_said_once():
    crowd = [asked(place, place, "to: [lead, press]") for place in range(6)]
    assert found(*crowd) == [("too_many_open", "lead, press", 4, 3)]


def test_it_is_said_again_when_it_happens_again():
    crowd = [asked(place, minute, "to: [lead, press]") for place, minute in enumerate([0, 1, 2, 3, 20, 21, 22, 23])]
    assert len(found(*crowd)) == 2


def test_an_ask_that_closes_as_another_opens_makes_room():
    assert found(*(asked(place, place * 3, "to: [lead, press]") for place in range(6))) == []


def test_branches_that_exclude_each_other_crowd_nobody():
    crowd = [asked(place, place, f"to: [lead, press], if: {'f' if place % 2 else 'not f'}") for place in range(6)]
    assert found(*crowd) == []
    assert found("id: a, at: 0, if: f", "id: b, at: 10s, if: not f", "id: c, at: 20s") == [
        ("too_close", "lead, press", "b", 10)
    ]


def test_thirty_seconds_are_enough_and_what_is_fixed_by_a_chain_counts():
    assert found("id: a, at: 0", "id: b, at: 30s") == []
    assert found("id: a, at: 0", "id: b, after: {inject: a, delay: 20s}") == [("too_close", "lead, press", "a", 20)]


def test_what_depends_on_an_answer_or_a_press_has_no_certain_time():
    told = "id: b, after: {inject: a}, to: [lead]"
    assert found("id: a, at: 0, ask: {kind: text, due: 9m}", told) == []
    assert found("id: a, at: 0", "id: b, manual: true", "id: c, after: {inject: b}") == []


def test_seats_of_their_own_do_not_crowd_each_other():
    assert found("id: a, at: 0, to: [lead]", "id: b, at: 1s, to: [press]") == []
