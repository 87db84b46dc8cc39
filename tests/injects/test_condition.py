"""Conditions are words: what they mean, and where they stop making sense."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from injects.condition import ConditionError, TeamFacts, atoms, evaluate, parse_condition
from injects.condition_tree import And, Call, Flag, Not, Or

AZUL = TeamFacts(
    flags=frozenset({"isolated"}),
    answered=frozenset({"01"}),
    lapsed=frozenset({"02"}),
    delivered=frozenset({"01", "02", "03"}),
    chosen={"01": frozenset({"A"})},
)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("isolated", True),
        ("paid", False),
        ("not paid", True),
        ("not not isolated", True),
        ('answered("01")', True),
        ("answered('02')", False),
        ("lapsed('02')", True),
        ("delivered('04')", False),
        ("chose('01', 'A')", True),
        ("chose('01','B')", False),
        ("chose('02', 'A')", False),
        ("paid and paid or isolated", True),
        ("isolated or paid and paid", True),
        ("(isolated or paid) and paid", False),
        ("not paid and isolated", True),
        (" not\t( isolated ) or\nlapsed ( '02' ) ", True),
    ],
)
def test_a_condition_holds_for_a_team_or_not(text, holds):
    assert evaluate(parse_condition(text), AZUL) is holds


def test_words_become_a_tree_whose_leaves_know_their_column():
    condition = parse_condition("not paid and (isolated or chose('01', 'A'))")
    chose = Call("chose", ("01", "A"))
    assert condition == And((Not(Flag("paid")), Or((Flag("isolated"), chose))))
    assert [atom.column for atom in atoms(condition)] == [5, 15, 27]
    assert list(atoms(condition))[-1].argument_columns == (33, 39)


@pytest.mark.parametrize(
    ("text", "code", "column", "parameters"),
    [
        ("", "condition_empty", 1, {}),
        ("  ", "condition_empty", 1, {}),
        ("a" * 501, "condition_too_long", 501, {"characters": 501, "most": 500}),
        ("(" * 21 + "a" + ")" * 21, "condition_too_deep", 22, {"most": 20}),
        ("not " * 21 + "a", "condition_too_deep", 85, {"most": 20}),
        ("a + b", "condition_bad_character", 3, {"character": "+"}),
        ("ñ and 1", "condition_bad_character", 7, {"character": "1"}),
        ("a and answered('01)", "condition_quote_open", 16, {}),
        ("a b", "condition_unexpected", 3, {"expected": "end", "found": "b"}),
        ("a and", "condition_unexpected", 6, {"expected": "flag", "found": "end"}),
        ("(a or b", "condition_unexpected", 8, {"expected": ")", "found": "end"}),
        ("and", "condition_unexpected", 1, {"expected": "flag", "found": "and"}),
        ("'a'", "condition_unexpected", 1, {"expected": "flag", "found": "a"}),
        ("answered(01)", "condition_bad_character", 10, {"character": "0"}),
        ("answered(a)", "condition_unexpected", 10, {"expected": "quoted id", "found": "a"}),
        ("chose('01')", "condition_unexpected", 11, {"expected": ",", "found": ")"}),
        ("answered('01', 'A')", "condition_unexpected", 14, {"expected": ")", "found": ","}),
        ("answered('')", "condition_bad_id", 10, {"value": ""}),
        ("Isolated", "condition_bad_flag", 1, {"value": "Isolated"}),
        ("ñandú", "condition_bad_flag", 1, {"value": "ñandú"}),
        ("answred('01')", "condition_unknown_function", 1, {"function": "answred", "nearest": "answered"}),
        ("or('01')", "condition_unexpected", 1, {"expected": "flag", "found": "or"}),
    ],
)
def test_what_makes_no_sense_is_named_with_its_column(text, code, column, parameters):
    with pytest.raises(ConditionError) as caught:
        parse_condition(text)
    assert (caught.value.code, caught.value.column, caught.value.parameters) == (code, column, parameters)


def test_twenty_levels_and_five_hundred_characters_are_read():
    assert parse_condition("(" * 20 + "a" + ")" * 20) == Flag("a")
    assert parse_condition("a" + " " * 499) == Flag("a")


def test_only_conditions_are_evaluated():
    with pytest.raises(TypeError):
        evaluate("isolated", AZUL)


FLAGS = st.sampled_from(["a", "b_1", "c"])
WRITTEN = st.recursive(
    FLAGS,
    lambda part: st.one_of(
        part.map("not ({})".format),
        st.tuples(part, part).map("({0[0]}) and {0[1]}".format),
        st.tuples(part, part).map("{0[0]} or not {0[1]}".format),
    ),
    max_leaves=12,
)


@settings(deadline=None)
@given(WRITTEN, st.frozensets(FLAGS))
def test_and_or_not_mean_what_they_mean_to_python(text, flags):
    expected = eval(text, {name: name in flags for name in ("a", "b_1", "c")})
    assert evaluate(parse_condition(text), TeamFacts(flags=flags)) is expected


@settings(deadline=None)
@given(st.text(alphabet="abz_09 ()'\",not ñ", max_size=60))
def test_any_text_is_a_condition_or_an_error_with_a_column_inside_it(text):
    try:
        assert list(atoms(parse_condition(text)))
    except ConditionError as error:
        assert 1 <= error.column <= len(text) + 1
