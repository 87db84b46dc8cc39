"""What a browser sends of the form, in the shape that is kept: one kind of field after the other."""

import yaml
from werkzeug.datastructures import MultiDict

from scenarios.calls.load import read_call_text
from tests.applying import call_bytes
from web.applicant.typed import content_of, declared_of

FIELDS = [
    {"id": "way", "label": "Vía", "kind": "choices", "options": [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]},
    {"id": "plan", "label": "Plan", "kind": "table", "columns": ["Qué", "Cuándo"], "rows": 3},
    {"id": "since", "label": "Desde", "kind": "date"},
]


def call():
    """Give a call with a field of each kind."""
    content = yaml.safe_load(call_bytes())
    found, findings = read_call_text(yaml.safe_dump({**content, "form": [*content["form"][:2], *FIELDS]}), "call.yaml")
    assert found is not None, findings
    return found


def test_choices_are_a_list_and_a_table_the_rows_that_hold_something():
    form = MultiDict([
        ("f-way", "a"), ("f-way", "b"), ("f-plan-0-1", ""), ("f-plan-1-1", "Taller"), ("f-plan-1-2", "Mayo"),
        ("f-plan-9-1", "beyond the last row"), ("f-since", "2020-01-01"),
    ])  # fmt: skip
    fields = content_of(call(), form)["fields"]

    assert fields["way"] == ["a", "b"] and fields["since"] == "2020-01-01"
    assert fields["plan"] == [{"1": "Taller", "2": "Mayo"}]


def test_members_left_blank_at_the_end_are_none_and_one_in_between_is():
    names = [
        one["name"] for one in content_of(call(), MultiDict([("m-0-name", "Ana"), ("m-2-name", "Eva")]))["members"]
    ]
    assert names == ["Ana", "", "Eva"]
    assert content_of(call(), MultiDict())["members"] == []


def test_of_a_document_only_what_the_page_asked_is_said():
    assert declared_of("letter", MultiDict([("d-letter-role", "head")])) is None
    form = MultiDict([("d-letter-asked", "1"), ("d-letter-e", "a"), ("d-letter-e", "b")])
    assert declared_of("letter", form) == {"signer_role": "", "signer_name": "", "elements": ["a", "b"]}
