"""From a text to a scenario, or to everything that is wrong with it at once."""

from scenarios.finding import Finding
from scenarios.load import read_scenario_text
from tests.scenarios.cases import ONE, PLAY, RATED, RUBRIC, inject


def found(text, files=None):
    return [(finding.code, finding.line) for finding in read_scenario_text(text, "azul.yaml", files)[1]]


def test_all_findings_come_at_once_and_sorted_by_place():
    text = PLAY.replace("60m", "1 hour") + "injects:\n- {id: '01', at: soon, to: [led], title: t, chanel: sms}\n"
    assert found(text) == [("bad_duration", 5), ("bad_duration", 9), ("unknown_seat", 9), ("unknown_key", 9)]


def test_what_stands_in_for_a_broken_part_is_not_blamed():
    broken = [
        inject("ask: {kind: text, due: soon}"),
        inject("ask: {kind: choice, due: 5m, options: [1, 2]}"),
        inject("after: '00'").replace("at: 0, ", ""),
        PLAY.replace("{title: Jefa}", "Jefa") + ONE,
        PLAY.replace("lead:", "le ad:") + "injects: [{id: a, at: 0, title: t, to: ['le ad']}]\n",
        PLAY.replace("languages: [es]", "languages: es") + ONE,
        PLAY + "rubric: {levels: U, criteria: {C1: {title: t, weight: 1, levels: {U: u}}}}\n" + ONE,
        PLAY + "flags: [f]\ninjects: [{id: a, at: 0, title: t, sets: [f], if: f}]\n",
        RATED + RUBRIC + "injects: [{id: a, at: 0, title: t, ask: {kind: tekst, due: 5m}}]\n",
    ]
    assert [len(found(text)) for text in broken] == [1, 2, 1, 1, 2, 1, 1, 1, 1]


def test_a_fault_behind_a_fault_is_left_for_the_next_reading():
    assert found(PLAY.replace("lead:", "le ad:") + ONE) == [("bad_id", 6)]


def test_keys_for_other_tools_are_ignored_wherever_they_stand():
    scenario, findings = read_scenario_text(inject("x_colour: red, x_: {y: [1]}"), "azul.yaml")
    assert (scenario.injects[0].id, findings) == ("01", [])


def test_what_is_used_ten_times_by_alias_is_one_finding():
    text = PLAY + "injects:\n- {id: a, at: 0, title: t, to: &to [lead, led]}\n- {id: b, at: 5m, title: t, to: *to}\n"
    assert found(text) == [("unknown_seat", 9)]


def test_a_scenario_with_warnings_is_a_scenario():
    scenario, findings = read_scenario_text(inject("body: Llame a ana@hacienda.gob.sv"), "azul.yaml")
    assert (scenario.id, [finding.severity for finding in findings]) == ("azul", ["warning"])


def test_a_lone_surrogate_is_a_finding():
    assert found("a: \ud800") == [("not_utf8", 1)]


def test_findings_are_sorted_by_file_line_and_column():
    later, earlier = Finding("b", 1, 9, "error", "tag"), Finding("b", 1, 2, "warning", "too_close")
    assert sorted([later, earlier, Finding("a", 5, 5, "error", "tag")])[1:] == [earlier, later]
    assert len({later, Finding("b", 1, 9, "error", "tag")}) == 1
