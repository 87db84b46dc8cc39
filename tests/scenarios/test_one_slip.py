"""One slip is one finding: what only follows from it is not said, and what is meant is suggested."""

import pytest

from scenarios.load import read_scenario_text
from tests.scenarios.cases import HEAD, PLAY

WHOLE = """format: 1
id: salt-port
languages: [en, es]
title: {en: Salt Port, es: Puerto Sal}
duration: 60m
seats:
  lead: {title: {en: Harbour master, es: Capitana}}
characters:
  minister: {name: {en: The minister, es: La ministra}}
phases:
  detect: {title: {en: Detect, es: Detectar}, at: 0}
objectives:
  decide: {title: {en: Decide, es: Decidir}}
rubric:
  levels: [U, P]
  criteria:
    C1: {title: t, weight: 25, objective: decide, levels: {U: none, P: all}}
flags:
  isolated: The net is cut
injects:
  - id: "01"
    at: 5m
    phase: detect
    from: minister
    to: [lead]
    title: {en: First call, es: Primera llamada}
    ask:
      kind: choice
      due: 6m
      weight: 7
      options:
        - {id: A, label: Cut it, value: 1, sets: [isolated]}
        - {id: B, label: Wait}
  - id: "02"
    after: {inject: "01", delay: 15m}
    if: isolated and chose("01", "A")
    title: {en: Cut, es: Cortado}
    ask: {kind: text, due: 5m, weight: 2, criteria: [C1], approve: lead}
  - id: "03"
    at: 25m
    if: not isolated
    title: {en: Open, es: Abierto}
    ask:
      kind: form
      due: 5m
      weight: 2
      criteria: [C1]
      fields:
        - {id: who, label: Who}
  - id: "04"
    manual: true
    title: {en: Talk, es: Charla}
"""
MISSPELT = [
    ("format: 1", "«Format: 1", "format"),
    ("languages:", "«lenguages:", "languages"),
    ("title: {en: Salt", "«título: {en: Salt", "title"),
    ("duration:", "«duracion:", "duration"),
    ("seats:", "«seat:", "seats"),
    ("name: {en", "«nmae: {en", "name"),
    ("characters:", "«Characters:", "characters"),
    ("phases:", "«phase:", "phases"),
    ("at: 0}", "«att: 0}", "at"),
    ("objectives:", "«objective:", "objectives"),
    ("rubric:", "«rubrik:", "rubric"),
    ("criteria:\n", "«criterias:\n", "criteria"),
    ("levels: {U", "«level: {U", "levels"),
    ("flags:", "«flag:", "flags"),
    ("injects:", "«injets:", "injects"),
    ('id: "01"', '«ID: "01"', "id"),
    ('id: "01"', '«i: "01"', "id"),
    ("at: 5m", "«At: 5m", "at"),
    ("    ask:\n      kind: choice", "    «aks:\n      kind: choice", "ask"),
    ("due: 6m", "«deu: 6m", "due"),
    ("options:", "«optoins:", "options"),
    ("inject: ", "«injct: ", "inject"),
    ("if: isolated", "«If: isolated", "if"),
    ("criteria: [C1], approve", "«criterios: [C1], approve", "criteria"),
    ("fields:", "«feilds:", "fields"),
    ("manual: true", "«manul: true", "manual"),
    ("at: 5m", "«time: 5m", "at"),
    ("at: 5m", "«Hora: 9:05", "at"),
    ("due: 6m", "«time: 6m", "due"),
    ("due: 6m", "«deadline: 6m", "due"),
    ('{inject: "01"', '{«id: "01"', "inject"),
    ("to: [lead]", "«time: 9:05", "at"),
    ("manual: true", "manual: true\n    «start: 5m", "at"),
]
WRONG = [
    ("languages: [en, es]", "languages: [en, es, «English_UK]", "bad_language"),
    ("languages: [en, es]", "languages: [en, es, «5]", "not_text"),
    ("es: Capitana", "«ES: Capitana", "unknown_language"),
    ("{en: First call, es", "{en:First call«, es", "no_value"),
    ("  C1: {", "  «C 1: {", "bad_id"),
    ("  lead: {", "  «le ad: {", "bad_id"),
    ("levels: [U, P]", "levels: [U, «5]", "not_text"),
    ("weight: 25", "weight: 0", "weights_sum_to_zero"),
    ("{U: none", "{«u: none", "unknown_level"),
    ("  isolated: The", "  «Isolated: The", "bad_flag_name"),
    ("sets: [isolated]", "sets: [«isolted]", "unknown_flag"),
    ('id: "01"', "id: «1", "not_text"),
    ('id: "02"', 'id: «"01"', "duplicate_id"),
    ("id: A,", "id: «A A,", "bad_id"),
    ("manual: true", "manual: «yes", "not_boolean"),
    ("duration: 60m", "duration: «0", "too_small"),
    (", criteria: [C1], approve", ", approve", "missing_criteria"),
    ("to: [lead]", "«canal: chat", "unknown_key"),
    ("at: 5m", "«delay: 5m", "unknown_key"),
    ('after: {inject: "01", delay: 15m}', 'after: «"01"\n    delay: 15m', "not_mapping"),
    ("kind: choice", "kind: text", "options_not_allowed"),
    ("kind: choice", "kind: form", "options_not_allowed"),
    ("kind: form", "kind: choice", "fields_not_allowed"),
    ("options:\n        - {id: A", "options:\n        - «Cut it\n        - {id: A", "not_mapping"),
    ("if: not isolated", "if: «!isolated", "tag"),
    ("languages: [en, es]", "languages: [en, «es-MX]", "wrong_language"),
    ("languages: [en, es]", "«languages: [en]", "unknown_language"),
    ("duration: 60m", 'duration: 60m\nlicence: «" "', "empty_text"),
    ("to: [lead]", "body: {en: The cranes stop., es: «5}", "not_text"),
]


def found(old, new):
    """Give the findings after one slip, and where it stands."""
    assert old in WHOLE
    marked = WHOLE.replace(old, new, 1)
    before = marked.partition("«")[0].split("\n")
    place = (len(before), len(before[-1]) + 1) if "«" in marked else None
    findings = read_scenario_text(marked.replace("«", ""), "port.yaml")[1]
    assert place is None or [(one.line, one.column) for one in findings] == [place]
    return findings


def test_without_a_slip_nothing_is_found():
    assert found("format", "format") == []


@pytest.mark.parametrize(("old", "new", "meant"), MISSPELT, ids=[new for _, new, _ in MISSPELT])
def test_a_misspelt_key_is_read_as_the_one_that_is_meant(old, new, meant):
    [finding] = found(old, new)
    assert (finding.code, finding.parameters["nearest"]) == ("unknown_key", meant)


@pytest.mark.parametrize(("old", "new", "code"), WRONG, ids=[f"{code}-{new}" for _, new, code in WRONG])
def test_what_follows_from_a_slip_is_not_said(old, new, code):
    assert [finding.code for finding in found(old, new)] == [code]


def test_what_stands_below_a_misspelt_key_is_checked_too():
    text = f"{HEAD}rated: false\nseats: {{lead: {{titel: Jefa}}}}\ninjets:\n- {{id: a, at: 5, titel: x, to: [led]}}\n"
    findings = read_scenario_text(text, "azul.yaml")[1]
    assert [(one.line, one.code) for one in findings] == [
        (7, "unknown_key"),
        (8, "unknown_key"),
        (9, "bad_duration"),
        (9, "unknown_key"),
        (9, "unknown_seat"),
    ]


def test_of_many_misspelt_keys_none_is_guessed():
    injects = "".join(f"- {{id: a{number}, att: {number}m, title: t}}\n" for number in range(51))
    findings = read_scenario_text(f"{PLAY}injects:\n{injects}", "azul.yaml")[1]
    assert {one.code for one in findings} == {"unknown_key", "no_time"}


@pytest.mark.parametrize(
    ("old", "new", "meant"),
    [
        ("if: not isolated", "if: !isolated", "not isolated"),
        ("if: not isolated", "if: !not isolated", "not isolated"),
        ("if: not isolated", 'if: "!isolated"', "not"),
        ("if: not isolated", 'if: isolated && answered("01")', "and"),
        ("if: not isolated", 'if: isolated || answered("01")', "or"),
        ("if: not isolated", "if: isolated == true", ""),
        ("to: [lead]", "body: !Alert all of them", '"!Alert all of them"'),
        ("to: [lead]", "body: !Alert", ""),
        ("to: [lead]", "to: ! [lead]", ""),
        ("to: [lead]", "to: [!lead lead]", '"!lead lead"'),
    ],
)
def test_what_other_languages_write_is_told_in_the_words_of_this_one(old, new, meant):
    [finding] = found(old, new)
    assert finding.parameters["nearest"] == meant


@pytest.mark.parametrize(("written", "meant"), [("MUST", "must"), ("Should", "should")])
def test_capitals_make_no_other_word(written, meant):
    [finding] = found("to: [lead]", f"priority: «{written}")
    assert finding.parameters["nearest"] == meant


def test_a_slip_that_an_alias_repeats_is_one_finding():
    injects = "- {id: a, at: 0, title: t, ask: &q {kind: text, deu: 5m}}\n- {id: b, at: 9m, title: t, ask: *q}\n"
    [finding] = read_scenario_text(f"{PLAY}injects:\n{injects}", "azul.yaml")[1]
    assert (finding.code, finding.line, finding.column) == ("unknown_key", 9, 49)
