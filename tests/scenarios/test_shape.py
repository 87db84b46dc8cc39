"""A document whose shape is wrong is mended with stand-ins, so that the rest of it can be checked."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.annotations import annotation_at, choices_of, keys_of, stand_in
from scenarios.scenario import Scenario
from scenarios.shape import read_shape

WHOLE = {
    "format": 1,
    "id": "azul",
    "languages": ["es"],
    "title": "Prueba",
    "duration": "60m",
    "seats": {"lead": {"title": "Jefa"}},
    "injects": [{"id": "01", "title": "Aviso", "at": "0"}],
}


def test_a_whole_document_is_a_scenario_without_faults():
    scenario, faults = read_shape(Scenario, dict(WHOLE))
    assert (scenario.lead, scenario.inject("01").title.say("es", []), faults) == ("lead", "Aviso", [])


def test_a_broken_one_is_mended_and_every_fault_named():
    scenario, faults = read_shape(
        Scenario, {**WHOLE, "duration": "soon", "seats": {"le ad": {"title": 5}}, "colour": 1}
    )
    assert (scenario.duration, list(scenario.seats)) == (timedelta(0), ["unread"])
    # With its only seat gone there are too few, but nobody wrote that.
    assert [(fault.path, fault.code) for fault in faults if fault.follows] == [(("seats",), "too_few")]
    assert [(fault.path, fault.code) for fault in faults if not fault.follows] == [
        (("duration",), "bad_duration"),
        (("seats", "le ad", "title"), "not_text"),
        (("colour",), "unknown_key"),
        (("seats", "le ad"), "bad_id"),
    ]


def test_after_too_many_rounds_there_is_no_scenario():
    assert read_shape(Scenario, {}, rounds=0) == (None, [])


def test_what_is_wrong_in_more_than_a_thousand_places_is_not_mended():
    scenario, faults = read_shape(Scenario, {**WHOLE, "authors": [5] * 1001})
    assert (scenario, len(faults), faults[-1].code) == (None, 1001, "too_many_findings")


def test_a_stand_in_is_valid_for_a_whole_scenario():
    assert Scenario.model_validate(stand_in(Scenario)).id == "unread"


def test_keys_and_choices_are_read_off_the_models():
    channel = annotation_at(Scenario, ("injects", 0, "channel"))
    assert (choices_of(channel)[0], choices_of(str)) == ("email", ())
    assert set(keys_of(annotation_at(Scenario, ("phases", "detect")))) == {"title", "at"}
    assert keys_of(str) == {}


SCALARS = st.one_of(st.none(), st.booleans(), st.integers(-2, 60), st.floats(allow_nan=False), st.text(max_size=5))
KEYS = st.sampled_from(
    [
        *Scenario.model_fields,
        "at",
        "after",
        "inject",
        "ask",
        "kind",
        "options",
        "fields",
        "from",
        "files",
        "file",
        "es",
        "[key]",
    ]
)
TREES = st.recursive(
    SCALARS,
    lambda part: st.one_of(st.lists(part, max_size=3), st.dictionaries(KEYS, part, max_size=4)),
    max_leaves=25,
)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(KEYS, TREES, max_size=6))
def test_whatever_is_written_it_is_mended_in_the_rounds_there_are(written):
    scenario, _ = read_shape(Scenario, {**WHOLE, **written})
    assert scenario is not None
