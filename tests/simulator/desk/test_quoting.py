"""A sentence quotes what it is about: three words in a row, or all of it where it is shorter (rules.md 29)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.desk.quoting import quotes, texts_of

TEXT = {"text": "Cerramos la frontera norte ahora mismo."}
FORM = {"fields": {"plan": "Todo a mano desde hoy", "day": "2031-03-05", "steps": [{"who": "Ana López Ruiz"}], "n": 3}}


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Dice «la frontera norte» y acierta.", TEXT),
        ("CERRAMOS, la FRONTÉRA… bien", TEXT),
        ("Escribe: Ana Lopez Ruiz", FORM),
        ("«mano desde hoy» basta", FORM),
        ("Dice «Avisamos».", {"text": "Avisamos."}),
        ("Porque sí, dice.", {"option": "A", "rationale": "Porque sí"}),
        ("No hay palabras que citar.", {"option": "A"}),
        ("Nada escrito.", {"text": " … "}),
    ],
)
def test_these_do(sentence, content):
    assert quotes(sentence, content)


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("La respuesta es buena.", TEXT),
        ("Dice «frontera norte».", TEXT),
        ("norte frontera la Cerramos", TEXT),
        ("Ana Lopez", FORM),
        ("Avisa.", {"text": "Avisamos."}),
        # The fields of a form are texts of their own; nothing is quoted across two of them.
        ("desde hoy 2031", FORM),
    ],
)
def test_these_do_not(sentence, content):
    assert not quotes(sentence, content)


@given(st.text(max_size=60), st.text(max_size=30), st.text(max_size=30))
def test_what_repeats_all_of_it_quotes_it(text, before, after):
    assert quotes(f"{before} “{text}” {after}", {"text": text})


def test_ids_of_options_are_no_words_of_a_team():
    assert list(texts_of({"option": "A", "options": ["B"], "rationale": "why"})) == ["why"]
