"""What an application lacks is found by machine, whoever looks."""

from scenarios.calls.completeness import Filed, FiledDocument, FiledMember, Gap, find_gaps
from scenarios.calls.load import read_call_text
from tests.scenarios.calls.cases import COUNTRY, LEAST

ASKING = f"""\
attributes: {{{COUNTRY}}}
form:
- {{id: country, label: l, kind: choice, attribute: country}}
- {{id: why, label: l, required: true}}
- {{id: links, label: l}}
members:
  fields: [{{id: office, label: l, required: true}}, {{id: phone, label: l}}]
  consents: [{{id: rules, text: t}}, {{id: photos, text: t, required: false}}]
roles: {{head: {{title: t}}, other: {{title: t}}}}
documents:
- {{id: letter, title: t, signed_by: head, elements: [{{id: team, text: t}}, {{id: time, text: t}}]}}
- {{id: plan, title: t, required: false, signed_by: other}}
- {{id: proof, title: t}}
"""
CALL = read_call_text(LEAST + ASKING, "call.yaml")[0]
MEMBER = FiledMember({"office": "Hacienda"}, frozenset({"rules"}))
WHOLE = Filed(
    answers={"country": "CR", "why": "Porque sí."},
    members=[MEMBER] * 3,
    documents={"letter": FiledDocument("head", frozenset({"team", "time"})), "proof": FiledDocument()},
)


def gaps(**changed):
    return [(gap.code, dict(gap.parameters)) for gap in find_gaps(CALL, Filed(**{**vars(WHOLE), **changed}))]


def test_a_complete_application_lacks_nothing():
    assert find_gaps(CALL, WHOLE) == ()


def test_blank_answers_are_missing_and_an_attribute_is_always_needed():
    assert gaps(answers={"why": "  ", "links": ""}) == [
        ("field_missing", {"field": "country"}),
        ("field_missing", {"field": "why"}),
    ]


def test_a_team_has_as_many_members_as_the_call_says():
    assert gaps(members=[MEMBER] * 2) == [("too_few_members", {"members": 2, "least": 3})]
    assert gaps(members=[MEMBER] * 7) == [("too_many_members", {"members": 7, "most": 6})]


def test_each_member_answers_and_consents_for_herself():
    assert gaps(members=[MEMBER, FiledMember(), MEMBER]) == [
        ("member_field_missing", {"member": 2, "field": "office"}),
        ("consent_missing", {"member": 2, "consent": "rules"}),
    ]


def test_a_letter_has_its_signer_and_all_its_elements():
    documents = {"letter": FiledDocument(None, frozenset({"team"})), "plan": FiledDocument("head")}
    assert gaps(documents=documents) == [
        ("signer_missing", {"document": "letter", "role": "head"}),
        ("element_missing", {"document": "letter", "element": "time"}),
        ("wrong_signer", {"document": "plan", "role": "other", "signed_by": "head"}),
        ("document_missing", {"document": "proof"}),
    ]


def test_an_empty_application_names_everything_at_once():
    found = find_gaps(CALL, Filed())
    assert found[0] == Gap("field_missing", {"field": "country"})
    assert [gap.code for gap in found] == ["field_missing"] * 2 + ["too_few_members"] + ["document_missing"] * 2
