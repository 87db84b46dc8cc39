"""Times are moved in bulk as their author writes them; what has another name has it wherever it is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from injects.duration import parse_duration
from scenarios.editing import EditError, Rename, Shift, edit_text
from scenarios.editing.sheet import Sheet
from scenarios.editing.shifting import written_like
from tests.scenarios.editing.test_edit import refused

TIMES = """\
duration: 2h
injects:
  - {id: a, at: 0}
  - {id: b, at: 90m}
  - {id: c, at: "00:05:00"}
  - {id: d, at: 1h30m}   # late
  - {id: e, after: {inject: a, delay: 1m}}
  - {id: f, at: soon}
"""


def times(*operations, text=TIMES):
    found = Sheet(edit_text(text, operations)[0]).plain()["injects"]
    return {inject["id"]: inject.get("at") for inject in found}


def test_each_time_is_written_as_it_was():
    everything = ("a", "b", "c", "d", "e", "f")
    assert times(Shift(injects=everything, seconds=65)) == {
        "a": "1m5s", "b": "91m5s", "c": "00:06:05", "d": "1h31m5s", "e": None, "f": "soon",
    }  # fmt: skip
    assert times(Shift(injects=("b", "d"), seconds=-60 * 60)) == {
        "a": 0, "b": "30m", "c": "00:05:00", "d": "30m", "e": None, "f": "soon",
    }  # fmt: skip
    assert times(Shift(injects=("b", "d"), seconds=-90 * 60))["b"] == "0m"
    assert edit_text(TIMES, [Shift(injects=("d",), seconds=60)])[0] == TIMES.replace("1h30m", "1h31m")
    bare = TIMES.replace('"00:05:00"', "00:05:00")
    assert edit_text(bare, [Shift(injects=("c",), seconds=60)])[0] == bare.replace("00:05:00", "00:06:00")


def test_a_shift_past_either_end_moves_nothing():
    assert refused("edit_before_start", Shift(injects=("b", "c"), seconds=-301), text=TIMES) == {
        "inject": "c", "at": "00:05:00",
    }  # fmt: skip
    assert refused("edit_past_end", Shift(injects=("a", "b"), seconds=30 * 60), text=TIMES) == {
        "inject": "b", "duration": "2h",
    }  # fmt: skip
    refused("edit_nothing_to_shift", Shift(injects=("e", "f"), seconds=1), text=TIMES)
    refused("edit_unknown_path", Shift(injects=("zz",), seconds=1), text=TIMES)
    assert times(Shift(injects=("b",), seconds=10**7), text=TIMES.replace("2h", "x"))["b"]


@given(
    st.sampled_from(["0", "5m", "90s", "1h", "2d", "1d2h", "00:00:01", "1:30:00", "999:00:00"]),
    st.timedeltas(min_value=parse_duration("0"), max_value=parse_duration("9999d")),
)
def test_a_time_reads_back_whatever_it_is_written_like(like, length):
    length -= length % parse_duration("1s")
    assert parse_duration(written_like(like, length)) == length


NAMES = """\
rubric:
  levels: [U, P]
  criteria:
    C1: {title: x, objective: o, levels: {U: bad, P: good}}
objectives: {o: {title: O}}
seats: {lead: {title: J}, tech: {title: T}}
characters: {boss: {name: B}}
phases: {detect: {title: D}}
flags: {cut: c, paid: p}
replies: {r: {title: x, from: boss}}
injects:
  - id: "01"
    phase: detect
    from: boss
    to: [lead, tech]   # both
    sets: [cut]
    ask: {kind: choice, approve: tech, criteria: [C1], options: [{id: A, sets: [paid]}, {id: B}], benchmarks: [{level: P}]}
  - id: "02"
    if: cut and not (chose("01", 'A') or answered("01")) and paid  # why
    after: {inject: "01"}
    ask: {kind: form, fields: [{id: A}], options: [{id: A}]}
  - {id: "03", if: cut and (, from: [boss]}
"""  # noqa: E501


@pytest.mark.parametrize(
    ("kind", "old", "new", "inject", "gone", "come"),
    [
        ("inject", "01", "i", None, ['"01"'], ['id: "i"', 'chose("i", \'A\')', 'answered("i")', 'inject: "i"']),
        ("seat", "tech", "it", None, ["tech"], ["it: {title", "[lead, it]   # both", "approve: it"]),
        ("character", "boss", "chief", None, [], ["chief: {name", "from: chief}", "from: chief\n", "from: [boss]"]),
        ("phase", "detect", "see", None, ["detect"], ["see: {title", "phase: see"]),
        ("objective", "o", "aim", None, ["o: {"], ["aim: {title", "objective: aim"]),
        ("criterion", "C1", "K", None, ["C1"], ["K: {title", "criteria: [K]"]),
        ("level", "P", "Good", None, [], ["levels: [U, Good]", "{U: bad, Good: good}", "level: Good"]),
        ("flag", "cut", "shut", None, [], ["shut: c", "sets: [shut]", "if: shut and not", "if: shut and ("]),
        ("flag", "paid", "x", None, ["paid"], ["x: p", "sets: [x]", "and x  # why"]),
        ("reply", "r", "q", None, [], ["q: {title"]),
        ("option", "A", "Z", "01", [], ["{id: Z, sets", "chose(\"01\", 'Z')", "options: [{id: A}]"]),
        ("field", "A", "Z", "02", [], ["fields: [{id: Z}]", "chose(\"01\", 'A')"]),
    ],
)  # fmt: skip
def test_a_thing_is_renamed_wherever_it_is_named(kind, old, new, inject, gone, come):
    text, _out = edit_text(NAMES, [Rename(kind=kind, old=old, new=new, inject=inject)])

    assert [words for words in gone if words in text] == []
    assert [words for words in come if words not in text] == []
    back, _out = edit_text(text, [Rename(kind=kind, old=new, new=old, inject=inject)])
    assert back == NAMES


@pytest.mark.parametrize(
    ("kind", "old", "new", "inject", "code"),
    [
        ("seat", "nobody", "x", None, "edit_unknown_path"),
        ("seat", "lead", "tech", None, "edit_id_taken"),
        ("inject", "09", "x", None, "edit_unknown_path"),
        ("inject", "01", "02", None, "edit_id_taken"),
        ("inject", "01", "a b", None, "edit_bad_id"),
        ("flag", "cut", "Big", None, "edit_bad_id"),
        ("flag", "cut", "not", None, "edit_bad_id"),
        ("option", "A", "x", None, "edit_unknown_path"),
        ("level", "P", "U", None, "edit_id_taken"),
        ("level", "P", "", None, "edit_bad_id"),
    ],
)
def test_a_name_that_cannot_be_is_refused(kind, old, new, inject, code):
    refused(code, Rename(kind=kind, old=old, new=new, inject=inject), text=NAMES)


def test_the_same_name_changes_nothing_and_a_scenario_may_lack_what_would_name_it():
    assert edit_text(NAMES, [Rename(kind="seat", old="lead", new="lead")])[0] == NAMES
    assert edit_text("seats: {a: 1}\ninjects: [x]\n", [Rename(kind="seat", old="a", new="b")])[0].startswith(
        "seats: {b"
    )
    with pytest.raises(EditError):
        edit_text("injects: {a: 1}\n", [Rename(kind="level", old="a", new="b")])
