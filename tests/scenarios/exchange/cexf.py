"""CEXF documents as tests need them, with the quirks of real ones; and what the schema of their editor asks for."""

import json
from copy import deepcopy

from scenarios.exchange.cexf_import import import_cexf
from scenarios.exchange.whole import whole_document
from scenarios.load import read_scenario_text

ONE, TWO, THREE = (f"8e8dbda2-0f5e-4101-83ff-63c1ddda2ca{digit}" for digit in "123")
SOUND = {
    "exercise": {
        "uuid": "75d74600-af9d-4098-8ad1-754457076b32", "name": "Pêche aux identifiants", "description": "A lab",
        "expanded": "", "namespace": "lab", "meta": {"author": "A", "level": "beginner", "priority": 0, "free": [1]},
        "tags": ['exercise:software="misp"'], "total_duration": "7200", "version": "202492",
    },
    "inject_flow": [
        {
            "description": "start", "inject_uuid": TWO, "reporting_callback": [], "requirements": {},
            "sequence": {"completion_trigger": ["completion"], "followed_by": [ONE], "trigger": ["startex"]},
            "timing": {"triggered_at": None},
        },
        {
            "description": "next", "inject_uuid": ONE,
            "requirements": {"inject_uuid": TWO, "resolution_requirement": "MISP event creation"},
            "sequence": {"trigger": []}, "timing": {"triggered_at": None},
        },
    ],
    "inject_payloads": [{"uuid": THREE, "name": "p", "type": "file", "parameters": {"content": "QUJD"}}],
    "injects": [
        {
            "uuid": ONE, "name": "Tag it", "action": "", "target_tool": "MISP", "inject_evaluation_join_type": None,
            "inject_evaluation": [
                {"parameters": [{".Event.info": {"comparison": "contains", "values": ["x"]}}], "result": "Tagged",
                 "evaluation_strategy": "query_search", "evaluation_context": {}, "score_range": [0, 20]},
            ],
        },
        {"uuid": TWO, "name": "Read it", "action": "email_to_participants", "target_tool": "Suricata",
         "description": "A mail", "action_payload_resource_uuid": THREE, "inject_evaluation": {"OR": []}},
    ],
}  # fmt: skip
TEXT, LIST = {"type": "string"}, {"type": "array", "items": {"type": "string"}}
NUMBER = {"type": ["number", "null"]}


def _object(required, **properties):
    return {"type": "object", "required": required.split(), "properties": properties}


# The facts of the published schema, in our own words.
SCHEMA = _object(
    "exercise inject_flow inject_payloads injects",
    exercise=_object(
        "description meta name namespace uuid version", description=TEXT, name=TEXT, namespace=TEXT, uuid=TEXT,
        version=TEXT, tags=LIST, total_duration=TEXT, expanded=TEXT,
        meta=_object(
            "author level priority", author=TEXT, level={"enum": ["beginner", "advanced", "expert"]},
            priority={"type": "integer", "minimum": 0},
        ),
    ),
    inject_flow={"type": "array", "items": _object(
        "description inject_uuid requirements sequence timing", description=TEXT, inject_uuid=TEXT,
        reporting_callback=LIST,
        requirements={"type": "object", "additionalProperties": False,
                      "properties": {"inject_uuid": TEXT, "resolution_requirement": TEXT}},
        sequence=_object("completion_trigger followed_by trigger", completion_trigger=LIST, followed_by=LIST,
                         trigger=LIST),
        timing=_object("triggered_at periodic_run_every", triggered_at=NUMBER, periodic_run_every=NUMBER),
    )},
    inject_payloads={"type": "array", "items": {"type": "object"}},
    injects={"type": "array", "items": _object(
        "action inject_evaluation name target_tool uuid", action=TEXT, name=TEXT, uuid=TEXT,
        target_tool={"enum": ["MISP", "suricata", "webhook"]},
        inject_evaluation={"type": "array", "items": _object(
            "parameters result evaluation_strategy evaluation_context score_range", parameters={"type": "array"},
            result=TEXT, evaluation_context={"type": "object"},
            evaluation_strategy={"enum": ["data_filtering", "query_mirror", "query_search", "simulate_ips",
                                          "misp_query_search", "python"]},
            score_range={"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2},
        )},
    )},
)  # fmt: skip


def cexf(change=None, **dump):
    """Give the bytes of a sound document after a *change* of it."""
    document = deepcopy(SOUND)
    if change:
        change(document)
    return json.dumps(document, **({"indent": 4, "ensure_ascii": False} | dump)).encode()


def taken(data):
    """Import, and give the document; what is written must pass the check."""
    result = import_cexf(data, "lab.json")
    assert result.text, result.findings
    assert read_scenario_text(result.text, "x")[0]
    return whole_document(result.text.encode())


def lifted(change=None):
    return taken(cexf(change))
