"""A call comes as a file or a folder, beside scenarios; whatever else is there is a finding."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.calls.call import Call
from scenarios.calls.load import load_call, read_call_text
from scenarios.documents import check_document, is_call
from scenarios.shape import read_shape
from scenarios.yaml_reader import read_yaml
from tests.scenarios.calls.cases import LEAST
from tests.scenarios.cases import ONE, PLAY


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "call.yaml").write_text(LEAST)
    return tmp_path


def test_a_folder_and_a_file_hold_the_same_call(folder):
    assert load_call(folder)[0] == load_call(str(folder / "call.yaml"))[0] == read_call_text(LEAST, "x")[0]
    assert load_call(folder)[1] == []


def test_a_finding_names_the_file_in_the_folder(folder):
    (folder / "call.yaml").write_text(LEAST + "colour: red\n")
    [finding] = load_call(folder)[1]
    assert (finding.file, finding.code) == (str(folder / "call.yaml"), "unknown_key")


def test_what_cannot_be_read_is_a_finding(tmp_path, folder):
    (tmp_path / "empty").mkdir()
    (tmp_path / "large.yaml").write_bytes(b"#" * (51 * 1024 * 1024))
    (tmp_path / "link.yaml").symlink_to(tmp_path / "call.yaml")
    paths = ["empty", "nowhere.yaml", "call.yaml/call.yaml", "a\0b", "large.yaml", "link.yaml"]
    codes = ["no_call", "file_missing", "file_unreadable", "file_unreadable", "package_too_large", "package_symlink"]
    assert [(call, finding.code) for call, [finding] in (load_call(tmp_path / path) for path in paths)] == [
        (None, code) for code in codes
    ]


def test_a_lone_surrogate_is_a_finding():
    assert [finding.code for finding in read_call_text("a: \ud800", "call.yaml")[1]] == ["not_utf8"]


def test_a_call_is_known_by_its_name_its_folder_or_its_kind(folder):
    for name, text in {"named.yaml": LEAST, "play.yaml": PLAY + ONE, "deep.yaml": "a: {kind: call}\n"}.items():
        (folder / name).write_text(text)
    told = ["", "call.yaml", "named.yaml", "play.yaml", "deep.yaml", "nowhere.yaml", "a\0b"]
    assert [is_call(folder / one) for one in told] == [True, True, True, False, False, False, False]
    (folder / "listed.yaml").write_text("- kind: call\n")
    (folder / "broken.yaml").write_text("kind: call: [\n")
    (folder / "scenario.yaml").write_text(PLAY + ONE)
    assert not any(is_call(folder / one) for one in ("", "listed.yaml", "broken.yaml"))


def test_calls_are_checked_beside_scenarios(folder):
    (folder / "play.yaml").write_text(PLAY + ONE)
    assert (check_document(folder), check_document(folder / "play.yaml")) == ([], [])


WHOLE = read_yaml(LEAST.encode(), "call.yaml").plain()
SCALARS = st.one_of(st.none(), st.booleans(), st.integers(-2, 60), st.floats(allow_nan=False), st.text(max_size=5))
KEYS = st.sampled_from(
    [
        *Call.model_fields,
        *(
            "applications",
            "opens",
            "grace",
            "values",
            "of",
            "groups",
            "fields",
            "consents",
            "attribute",
            "types",
            "most",
        ),
        *(
            "levels",
            "criteria",
            "score",
            "ties",
            "time_weight",
            "randomness",
            "at",
            "awards",
            "caps",
            "floors",
            "where",
        ),
        *("sessions", "grounds", "points", "text", "es", "[key]"),
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
    call, _ = read_shape(Call, {**WHOLE, **written})
    assert call is not None


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_no_call_with_a_part_changed_is_answered_with_anything_but_a_call_or_reasons(data):
    lines = LEAST.splitlines()
    place = data.draw(st.integers(0, len(lines) - 1))
    key = lines[place].partition(":")[0]
    value = data.draw(st.sampled_from(["7", "-1", "true", "[a]", "{a: b}", "''", "null", "[[{}]]", "{es: {}}", "0.5"]))
    call, findings = read_call_text("\n".join([*lines[:place], f"{key}: {value}", *lines[place + 1 :]]), "call.yaml")
    assert (call is None) == any(finding.severity == "error" for finding in findings)


def test_more_languages_than_are_spoken_are_refused_before_any_text_is_looked_at():
    many = ", ".join(["es", *(f"aa-{number}" for number in range(50_000))])
    call, [finding] = read_call_text(LEAST.replace("[es]", f"[{many}]"), "call.yaml")
    assert (call, finding.code, finding.parameters["count"]) == (None, "too_many", 50_001)
