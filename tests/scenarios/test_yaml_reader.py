"""YAML is read as its author wrote it, and nothing that is sent can do more than be wrong."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.load import read_scenario_text
from scenarios.node import Mark
from scenarios.yaml_reader import read_yaml
from tests.scenarios.cases import YAML, inject

LOADERS = [yaml.CSafeLoader, yaml.SafeLoader]


def read(text, loader=yaml.CSafeLoader):
    return read_yaml(text.encode(), "azul.yaml", loader)


@pytest.mark.parametrize("loader", LOADERS)
def test_only_what_cannot_be_meant_otherwise_is_resolved(loader):
    same = [
        "1:30:00",
        "no",
        "yes",
        "on",
        "True",
        "2026-03-02",
        "010",
        "0x1f",
        "0o17",
        "1_000",
        "1e3",
        ".inf",
        ".nan",
        "<<",
    ]
    assert read(f"[{', '.join(same)}]", loader).plain() == same
    assert read("[true, false, null, ~, 12, -3, 0, 1.5, -.5, 1.0e+2]", loader).plain() == [
        *(True, False, None, None, 12, -3, 0, 1.5, -0.5, 100.0)
    ]
    assert read("['12', \"true\", '']", loader).plain() == ["12", "true", ""]


def test_numbers_nobody_writes_stay_text():
    assert read(f"[{'9' * 5000}, 1.5e+999]").plain() == ["9" * 5000, "1.5e+999"]


def test_an_alias_means_the_same_again_but_a_merge_key_is_a_key_like_any_other():
    assert read("a: &a [1]\nb: *a\n<<: {c: 1}").plain() == {"a": [1], "b": [1], "<<": {"c": 1}}


@pytest.mark.parametrize("loader", LOADERS)
def test_marks_count_code_points_and_pass_over_a_bom(loader):
    reading = read_yaml("\ufeff🌳: {ñ: é}\n".encode(), "azul.yaml", loader)
    assert reading.mark(("🌳", "ñ"), at_key=True) == Mark(1, 5)
    assert reading.mark(("🌳", "ñ")) == Mark(1, 8)


def test_a_path_that_leads_nowhere_points_to_where_it_ends():
    reading = read("a: [1, {b: 2}]")
    assert reading.mark(("a", 7)) == Mark(1, 4)
    assert reading.mark(("a", 1, "c"), at_key=True) == Mark(1, 8)
    assert reading.mark((), at_key=True) == Mark(1, 1)
    assert (reading.has(("a", 1, "b")), reading.has(("a", "b", 1)), reading.keys(("a",))) == (True, False, ())


def test_nothing_that_was_not_read_has_a_place():
    reading = read("")
    assert (reading.mark(("a",)), reading.keys(()), reading.has(()), reading.plain()) == (Mark(1, 1), (), False, None)


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(("code", "marked"), YAML)
def test_both_parsers_find_the_same(code, marked, loader):
    assert [finding.code for finding in read(marked.replace("«", ""), loader).findings][:1] == [code]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("? [a]\n: b", ("key_not_text", 1, 3)),
        ("a: &a [1]\nb: &a [2]\nc: *a", None),
        (
            "a: [[[[[1]]]]]\n" + "b: &b " + "[" * 30 + "]" * 30 + "\nc: " + "[" * 20 + "*b" + "]" * 20,
            ("too_deep", 3, 24),
        ),
        ("%YAML 3.0\n---\na", ("yaml_syntax", 1, 1)),
        ("a: 'open", ("yaml_syntax", 1, 4)),
        ("a: 1\nb 2\nc: 3", ("yaml_syntax", 2, 1)),
        ("a:\n\t- b", ("yaml_syntax", 2, 1)),
    ],
)
def test_what_is_odd_is_read_or_named(text, expected):
    found = [(finding.code, finding.line, finding.column) for finding in read(text).findings]
    assert found == ([expected] if expected else [])


def test_bytes_that_are_no_text_are_named_where_they_stand():
    [finding] = read_yaml(b"\xef\xbb\xbfa: 1\nb: \xc3\xb1\xff", "azul.yaml").findings
    assert (finding.code, finding.line, finding.column) == ("not_utf8", 2, 5)


SCRAPS = st.sampled_from(
    [
        *"[]{}:,-?&*!|>'\"%@`#\n\t ~<ñ🌳\0\ufeff\u2028",
        "a",
        "1",
        ": ",
        "- ",
        "\n  ",
        "&a ",
        "*a",
        "!!str ",
        "---\n",
        "x_: ",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.lists(SCRAPS, max_size=40).map("".join).map(str.encode), st.binary(max_size=60)))
def test_whatever_is_sent_the_answer_is_findings(data):
    scenario, findings = read_scenario_text(data, "azul.yaml")
    assert scenario is None
    assert findings


WHOLE = inject(
    'to: [lead], if: "not f", files: [{file: a.png}], ask: {kind: choice, due: 5m, options: [{id: A, label: a}]}'
)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(WHOLE)), st.integers(0, 20), st.lists(SCRAPS, max_size=4).map("".join))
def test_a_scenario_with_a_scrap_in_it_is_read_or_named(place, length, scrap):
    scenario, findings = read_scenario_text(WHOLE[:place] + scrap + WHOLE[place + length :], "azul.yaml")
    assert scenario is None or all(finding.severity == "warning" for finding in findings)
    assert all(finding.line > 0 and finding.column > 0 for finding in findings)
