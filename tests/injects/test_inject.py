"""An inject as it stands in a scenario, and the few things that follow from it."""

from datetime import timedelta

import pytest
from pydantic import ValidationError

from injects.inject import Ask, FormField, Inject
from injects.text import Text

OPTIONS = [{"id": "A", "label": "Aislar", "value": 3, "sets": ["isolated"]}, {"id": "B", "label": "Esperar"}]


def test_credit_is_full_for_a_third_of_the_time_unless_the_author_says_otherwise():
    assert Ask(kind="text", due="6m").target_or_default == timedelta(minutes=2)
    assert Ask(kind="text", due="6m", target="1m").target_or_default == timedelta(minutes=1)
    assert Ask(kind="acknowledge").target_or_default is None


def test_an_inject_weighs_what_its_ask_weighs_if_anything_scores_it():
    asks = [
        (Ask(kind="text", due="6m", criteria=["C1"], weight=7), 7),
        (Ask(kind="choice", due="6m", options=OPTIONS, weight=2), 2),
        (Ask(kind="text", due="6m"), 0),
        (Ask(kind="acknowledge"), 0),
        (None, 0),
    ]
    assert [Inject(id="01", title="Aviso", ask=ask).weight for ask, _ in asks] == [weight for _, weight in asks]


def test_an_option_is_found_by_its_id_and_known_to_set_a_flag():
    ask = Ask(kind="choice", due="6m", options=OPTIONS)
    assert (ask.option("B").label.say("es", []), ask.sets_flag(("A",)), ask.sets_flag(("B",))) == (
        "Esperar",
        True,
        False,
    )
    with pytest.raises(KeyError):
        ask.option("C")


def test_a_sender_is_a_character_by_id_or_words():
    senders = ["minister", "La ministra", {"es": "La ministra", "en": "The minister"}]
    written = [Inject.model_validate({"id": "01", "title": "Aviso", "from": sender}).from_ for sender in senders]
    assert written == ["minister", Text("La ministra"), Text(senders[2])]


def test_options_and_columns_of_a_form_may_be_labels_alone():
    field = FormField(id="a", label="a", kind="choice", options=["uno", {"es": "dos"}, {"id": "C", "label": "tres"}])
    assert [(option.id, option.label.say("es", [])) for option in field.options] == [
        ("1", "uno"),
        ("2", "dos"),
        ("C", "tres"),
    ]
    with pytest.raises(ValidationError):
        FormField(id="a", label="a", kind="table", columns="uno")


@pytest.mark.parametrize("name", ["and", "or", "not", "Isolated", "1st", "a-b", ""])
def test_a_flag_is_a_small_word_and_none_of_the_conditions_own(name):
    with pytest.raises(ValidationError):
        Inject(id="01", title="Aviso", sets=[name])
