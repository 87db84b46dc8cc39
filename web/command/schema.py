"""``prontas schema``: the JSON Schema of a scenario or a call, by which editors complete and check."""

import json
from typing import Any

import click
from pydantic import BaseModel

from scenarios.calls.call import Call
from scenarios.scenario import Scenario
from web.command.words import Verb
from web.words import N_

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DURATION = {
    "type": ["string", "integer"],
    "pattern": r"^(0|\d{1,3}:[0-5]\d:[0-5]\d|(?=\d)(\d{1,4}d)?(\d{1,5}h)?(\d{1,6}m)?(\d{1,7}s)?)$",
    "maximum": 0,
    "minimum": 0,
    "description": "90s, 15m, 2h, 1h30m, 1d2h, HH:MM:SS or 0",
}
# What may stand for one of these instead of a mapping: a label alone, or a word alone.
LABEL, WORD = {"$ref": "#/$defs/Text"}, {"type": "string"}
SHORT: dict[str, dict[str, str]] = {"FormOption": LABEL, "FormColumn": LABEL, "TieRule": WORD}
DOCUMENTS: dict[str, type[BaseModel]] = {"scenario": Scenario, "call": Call}


@click.command(cls=Verb, name="schema", help=N_("Print the JSON Schema of a scenario or a call, for editors."))
@click.argument("document", type=click.Choice([*DOCUMENTS]), default="scenario")
def command(document: str) -> None:
    """Print the schema."""
    click.echo(json.dumps(schema_of(DOCUMENTS[document]), ensure_ascii=False, indent=2))


def schema_of(model: type[BaseModel]) -> dict[str, Any]:
    """Give the schema of what authors write, which is more than what the models hold."""
    schema: dict[str, Any] = _as_written(model.model_json_schema(by_alias=True))
    text = {"type": "object", "additionalProperties": {"type": "string"}, "minProperties": 1}
    words = "The same words in every language, or a map from language to words."
    schema["$defs"]["Text"] = {"description": words, "anyOf": [{"type": "string"}, text]}
    for name in SHORT.keys() & schema["$defs"].keys():
        schema["$defs"][f"{name}Entry"] = {"anyOf": [{"$ref": f"#/$defs/{name}"}, SHORT[name]]}
    return {"$schema": DIALECT, **schema}


def _as_written(part: Any) -> Any:
    if isinstance(part, list):
        return [_as_written(entry) for entry in part]
    if not isinstance(part, dict):
        return part
    if part.get("format") == "duration":
        return DURATION
    if part.get("$ref", "").rpartition("/")[2] in SHORT:
        return {"$ref": part["$ref"] + "Entry"}
    told = {key: _as_written(value) for key, value in part.items()}
    # A sender is words or an id, and an id is words too.
    if "oneOf" in told:
        told["anyOf"] = told.pop("oneOf")
    if told.get("additionalProperties") is False:
        told["patternProperties"] = {"^x_": True}
    elif "patternProperties" in told:
        told["patternProperties"]["^x_"] = True
        told["additionalProperties"] = False
    return told
