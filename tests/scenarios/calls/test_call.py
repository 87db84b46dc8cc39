"""A call as it has been read: what others ask of it."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from scenarios.calls.digest import call_rules_digest
from scenarios.calls.form import form_of
from scenarios.calls.instant import parse_instant, write_instant
from scenarios.calls.load import read_call_text
from tests.scenarios.calls.cases import LEAST, award, regions, stage, with_windows


def call(text=LEAST):
    found, findings = read_call_text(text, "call.yaml")
    assert findings == []
    return found


def test_stages_and_awards_are_found_by_id():
    assert (call().stage("first").award("grant").seats, call().award("grant").kind) == (30, "scholarship")
    for find in (call().stage, call().award, call().stage("first").award):
        with pytest.raises(KeyError):
            find("nowhere")


def test_an_application_is_taken_until_the_grace_is_over():
    window = call(
        LEAST.replace("2031-03-31T23:00:00Z'", "2031-03-31T17:00:00-06:00', grace: 30m", 1)
    ).windows.applications
    assert (window.closes, window.ends) == (
        datetime(2031, 3, 31, 23, tzinfo=UTC),
        datetime(2031, 3, 31, 23, 30, tzinfo=UTC),
    )


def test_windows_have_the_usual_lengths_and_no_cure_unless_they_say_otherwise():
    assert (call().windows.cure, call().windows.appeals, call().windows.offers) == (
        None,
        timedelta(days=5),
        timedelta(days=7),
    )
    assert call(with_windows("cure: 48h")).windows.cure == timedelta(days=2)


def test_a_team_is_not_reduced_unless_the_call_lets_it():
    reducible = call(LEAST.replace("least: 3", "least: 4, smallest: 3"))
    assert (call().team.smallest_or_least, reducible.team.smallest_or_least) == (3, 3)


def test_what_follows_from_an_attribute_is_known_with_it():
    by_region = call(regions("{CAR: [CR, VC], SUR: [BR]}"))
    assert by_region.attributes_of({"country": "VC", "colour": "red"}) == {"country": "VC", "region": "CAR"}
    assert by_region.attributes_of({"country": "XX"}) == {"country": "XX"}
    assert by_region.attributes_of({}) == {}


def test_a_field_that_fills_an_attribute_offers_its_values_and_is_required():
    country, town = form_of(call(award("method: merit")))
    assert ([option.id for option in country.options], country.required) == (["BR", "CR", "VC"], True)
    assert (country.options[0].label.say("es", ["es"]), town.options, town.required) == ("Brasil", (), True)
    assert call(award("method: merit")).form[0].needed and not call(award("method: merit")).form[0].required


def test_a_field_of_its_own_stays_as_it_is():
    [field] = form_of(call(LEAST + "form: [{id: why, label: l, max_words: 120}]\n"))
    assert (field.options, field.required, field.needed) == ((), False, False)


@pytest.mark.parametrize("written", ["2021-06-30T22:00:00Z", "2021-06-30 22:00Z", "2021-07-01T00:00:00+02:00"])
def test_one_moment_may_be_written_in_several_ways(written):
    assert write_instant(parse_instant(written)) == "2021-06-30T22:00:00Z"
    assert parse_instant(parse_instant(written)) == datetime(2021, 6, 30, 22, tzinfo=UTC)


def test_a_number_is_exactly_what_is_written():
    weighed = stage("drills: [{id: d, title: t}], time_weight: 0.1", "drill")
    assert call(weighed).stages[0].time_weight == Decimal("0.1")


def test_the_digest_depends_on_what_is_said_and_not_on_how_it_is_written():
    same = [
        LEAST,
        f"# A remark\n{LEAST}x_ours: {{a: 1}}\n",
        "\n".join(reversed(LEAST.splitlines())),
        LEAST.replace("2031-03-31T23:00:00Z", "2031-03-31T17:00:00-06:00"),
        LEAST.replace("score: merit", "score: merit, ratings: 2, adjust: never"),
    ]
    others = [
        LEAST.replace("seats: 30", "seats: 31"),
        LEAST.replace("title: Prueba", "title: Otra"),
        LEAST.replace("score: merit", "score: merit, ratings: 3"),
        LEAST.replace("levels: [U, P]", "levels: [P, U]"),
    ]
    assert len({call_rules_digest(call(text)) for text in same}) == 1
    assert len({call_rules_digest(call(text)) for text in [LEAST, *others]}) == 5


def test_equal_numbers_have_one_digest():
    points = [f"{LEAST}penalties: [{{id: p, text: t, points: {written}}}]\n" for written in ("10", "10.0", "10.00")]
    assert len({call_rules_digest(call(text)) for text in points}) == 1


def test_the_digest_of_a_call_never_changes():
    # Programmes have published it: a new version of ours must give the same.
    assert call_rules_digest(call()) == "ab914c9e40ad003e0642bf376c582e37d658cde0eea1c0f02f4c695e4c123271"
