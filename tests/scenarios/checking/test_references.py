"""Names that lead somewhere are nobody's business."""

import pytest

from scenarios.load import read_scenario_text
from tests.scenarios.cases import PLAY, RUBRIC, inject


def test_names_that_are_declared_are_quiet():
    text = (
        PLAY
        + RUBRIC.replace("weight", "objective: decide, weight")
        + "objectives: {decide: {title: t}}\nphases: {detect: {title: t, at: 0}}\n"
        + "characters: {minister: {name: n}}\nflags: {f: uno}\n"
        + "replies: {a: {title: t, body: b, from: minister}, b: {title: t, body: b, from: La ministra}}\n"
        + "injects:\n- {id: a, at: 0, title: t, from: minister, phase: detect, to: [lead], sets: [f],\n"
        + "   story_time: +2d,\n"
        + "   ask: {kind: choice, due: 5m, approve: lead, options: [{id: A, label: a}, {id: B, label: b}]}}\n"
        + "- {id: b, at: 9m, title: t, if: \"f and answered('a') and chose('a', 'A')\",\n"
        + '   story_time: "2026-03-02T06:30:00-06:00"}\n'
    )
    assert read_scenario_text(text, "azul.yaml")[1] == []


@pytest.mark.parametrize(
    "written",
    [
        ">-\n    not\n    «isolated",
        "|\n\n    not   «isolated\n",
        "not\n    «isolated",
        f"not («isolated{' or f' * 60})",
        '"not (chose(\\"a\\", «\\"C\\"))"',
        "'not (chose(''a'', «''C''))'",
        '«"not\\x20isolated"',
        '«"\\x6eot isolated"',
        f"not ({'f and ' * 40}«isolated)",
        "&c >-\n    not\n    «isolated",
        "&c not «isolated",
        "&c «isolated",
    ],
)
def test_a_slip_inside_a_condition_is_named_where_it_stands(written):
    marked = f"{PLAY}flags: {{f: uno}}\ninjects:\n- id: a\n  at: 0\n  if: {written}\n  title: t\n"
    before = marked.partition("«")[0].split("\n")
    [finding] = [one for one in read_scenario_text(marked.replace("«", ""), "azul.yaml")[1] if one.severity == "error"]
    assert (finding.code[:8], finding.line, finding.column) == ("unknown_", len(before), len(before[-1]) + 1)


def test_the_nearest_name_is_offered():
    [finding] = read_scenario_text(inject("to: [lead, leda]"), "azul.yaml")[1]
    assert dict(finding.parameters) == {"value": "leda", "nearest": "lead"}
