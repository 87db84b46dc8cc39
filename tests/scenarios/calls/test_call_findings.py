"""Every finding a call can have: what makes it, and where it points."""

import pytest

from scenarios.calls.codes import CALL_CODES, OWN_CODES
from scenarios.calls.load import read_call_text
from tests.scenarios.calls.cases import CASES, COUNTRY, LEAST, TEAM, award, form, regions, stage


def found(text):
    return [(finding.code, finding.line) for finding in read_call_text(text, "call.yaml")[1]]


@pytest.mark.parametrize(("code", "marked"), CASES)
def test_a_finding_names_its_place_and_nothing_else_is_found(code, marked):
    before, _, after = marked.partition("«")
    lines = before.split("\n")
    call, findings = read_call_text(before + after, "call.yaml")
    places = [(finding.code, finding.line, finding.column) for finding in findings]
    assert places == [(code, len(lines), len(lines[-1]) + 1)]
    assert (findings[0].severity, set(findings[0].parameters)) == (CALL_CODES[code][0], set(CALL_CODES[code][1]))
    assert (call is None) == (CALL_CODES[code][0] == "error")


def test_every_code_has_a_case():
    # A folder without a call is no document; test_loading_calls.py has it.
    assert set(OWN_CODES) - {code for code, _ in CASES} == {"no_call"}


def test_what_names_and_numbers_allow_is_not_found():
    fair = [
        LEAST,
        award(
            "caps: [{by: country, max: 10}], floors: [{where: {region: CAR}, min: 20}, {where: {country: BR}, min: 3}]"
        ),
        award("caps: [{by: town, max: 1, unit: teams}], floors: [{where: {town: Cartago}, min: 1, unit: teams}]"),
        award("caps: [{by: country, max: 2, unit: teams}], floors: [{where: {region: CAR}, min: 24}]"),
        award("floors: [{where: {country: BR}, min: 20}, {where: {country: BR}, min: 5, unit: teams}]"),
        award("caps: [{by: region, max: 15}], floors: [{where: {town: Cartago}, min: 30}]"),
        award("caps: [{by: country, max: 1}]", "delegate", 3),
        award("caps: [{by: country, max: 1}]", "prize", 2),
        award("floors: [{where: {country: BR}, min: 10, unit: teams}]", team=TEAM.replace("6", "6, smallest: 3")),
        stage("ties: [quality, lowest, C1, {criteria: [C1]}, draw]"),
        stage("drills: [{id: d, title: t}], ties: [quality, C1, {criteria: [C1, C2]}], time_weight: 0.2", "drill"),
        stage("threshold: 100, ratings: 3"),
        form("{id: a, label: l, kind: choice, options: [x, y]}"),
    ]
    assert [found(text) for text in fair] == [[]] * len(fair)


def test_an_award_of_an_earlier_stage_opens_a_later_one():
    later = LEAST[LEAST.index("{id: first") : -2].replace("first", "second").replace("grant", "prize")
    text = LEAST.replace("}]}]\n", f"}}]}}, {later.replace('score', 'open_to: grant, score')}]\n")
    call, findings = read_call_text(text, "call.yaml")
    assert (findings, [one.open_to for one in call.stages]) == ([], [None, "grant"])


def test_what_stands_in_for_a_broken_part_is_not_blamed():
    broken = [
        LEAST.replace("least: 3", "least: three"),
        LEAST.replace("seats: 30", "seats: many"),
        LEAST.replace("levels: [U, P]", "levels: U"),
        LEAST.replace("2031-03-01T14:00:00Z", "soon"),
        LEAST.replace("2031-03-31T23:00:00Z", "soon"),
        LEAST.replace("languages: [es]", "languages: es"),
        LEAST.replace("score: merit", "score: merits, ties: [qualty]"),
        LEAST.replace("criteria: {", "criteria: [")
        .replace("}}}}\n", "}}}]}\n")
        .replace("score:", "ties: [C1], score:"),
        regions("[CAR]"),
        regions("{CAR: [CR, VC], SUR: [BR]}").replace("country: {title: t, values", "country: {title: t, valus"),
        regions("{CAR: [CR, VC], SUR: [BR]}").replace("{BR: Brasil, CR: Costa Rica, VC: San Vicente}", "[BR, CR]"),
        form("{id: a, label: l, kind: text, attribute: country}").replace(COUNTRY, "country: 5"),
        f"{LEAST}roles: {{head: {{title: t}}}}\ndocuments: letter\n",
    ]
    assert [len(found(text)) for text in broken] == [1] * 13


def test_all_findings_come_at_once_and_sorted_by_place():
    text = LEAST.replace("2031-03-31T23:00:00Z", "2031-03-31").replace("seats: 30", "seats: 2") + "penaltis: []\n"
    assert found(text) == [("instant_without_time", 8), ("seats_below_team", 11), ("unknown_key", 12)]


@pytest.mark.parametrize("faults", [1_001, 6_000])
def test_what_is_wrong_in_more_than_a_thousand_places_is_not_checked_further(faults):
    findings = found(f"{LEAST.replace('seats: 30', 'seats: 2')}sources: [{'5, ' * faults}]\n")
    assert {code for code, _ in findings} == {"not_text", "too_many_findings"}


def test_an_unknown_word_is_answered_with_those_that_are_known():
    [finding] = read_call_text(LEAST.replace("score: merit", "score: merits"), "call.yaml")[1]
    assert dict(finding.parameters) == {
        "key": "score",
        "value": "merits",
        "choices": "merit, drill",
        "nearest": "merit",
    }
