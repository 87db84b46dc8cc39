"""The moves by which an assignment is worked out, one by one."""

from scoring.assignment.balancing import balance, complete
from scoring.assignment.blocks import fill_by_inject
from scoring.assignment.ledger import Ledger
from scoring.assignment.links import link, pieces
from scoring.assignment.panel import Evaluator, Unit
from tests.scoring.assignment.panels import every_response, everybody


def ledger_of(panel, units, needed=1, kept=None, **on):
    """Give a ledger in which evaluators have the responses of the teams named."""
    ledger = Ledger(panel, units, needed, "2026", kept or {})
    for one, teams in on.items():
        for team in teams.split():
            ledger.put((team, "1"), one)
    return ledger


def responses(**languages):
    return [Unit(team, "1", language) for team, language in languages.items()]


def test_who_is_full_hands_on_what_somebody_else_may_rate():
    panel = [Evaluator("ana", frozenset({"es"})), Evaluator("bea", frozenset({"es", "fr"}), most=2)]
    ledger = ledger_of(panel, responses(a="es", b="es", c="fr"), bea="a b")
    complete(ledger)
    assert ledger.on[("c", "1")] == {"bea"}
    assert ledger.load == {"ana": 1, "bea": 2}


def test_loads_are_evened_through_somebody_who_reads_both_languages():
    panel = [
        Evaluator("ana", frozenset({"es"})),
        Evaluator("bea", frozenset({"es", "fr"})),
        Evaluator("fay", frozenset({"fr"})),
    ]
    units = responses(a="es", b="es", c="es", d="es", f="fr")
    ledger = ledger_of(panel, units, ana="a b c d", bea="f")
    balance(ledger)
    assert ledger.load == {"ana": 2, "bea": 2, "fay": 1}


def test_what_is_kept_never_moves():
    units = every_response(4, 1)
    ledger = ledger_of(everybody(2), units, kept={unit.place: ["e00"] for unit in units})
    balance(ledger)
    assert ledger.load == {"e00": 4}


def test_pieces_are_joined_by_an_exchange_that_leaves_loads_as_they_are():
    units = responses(a="es", b="es", c="es", d="es")
    ledger = ledger_of(everybody(4), units, needed=2, e00="a b", e01="a b", e02="c d", e03="c d")
    link(ledger)
    assert len(pieces(ledger.on.values())) == 1
    assert set(ledger.load.values()) == {2}


def test_pieces_that_nobody_can_join_stay_apart():
    panel = [*everybody(2), *(Evaluator(name, frozenset({"fr"})) for name in ("fay", "flo"))]
    ledger = ledger_of(
        panel, responses(a="es", b="es", f="fr", g="fr"), needed=2, e00="a b", e01="a b", fay="f g", flo="f g"
    )
    link(ledger)
    assert pieces(ledger.on.values()) == (("e00", "e01"), ("fay", "flo"))


def test_who_has_no_room_is_given_nothing():
    units = every_response(2, 2)
    fair = Ledger(everybody(1), units, 1, "2026", {unit.place: ["e00"] for unit in units})
    ledger = Ledger(everybody(1, most=1), units, 1, "2026", {})
    fill_by_inject(ledger, fair)
    assert ledger.load == {"e00": 1}
