"""What does not fit in a request: each place, and what to do about it, in words."""

from collections.abc import Mapping
from typing import Any

from flask import Response
from pydantic import ValidationError

from web.api.problem import count, language, problem
from web.api.repeated import CODE
from web.words import N_, say

OTHER = N_("This does not fit. See what is expected in /api/v1/openapi.json.")
NOT_JSON = N_("This is not JSON that can be read. Send one object, such as {}.")
NO_TEXT = N_("Send text here, in quotation marks.")
NO_NUMBER = N_("Send a whole number here.")
WORDS: Mapping[str, str] = {
    "extra_forbidden": N_("“%(name)s” is not known here. Leave it out."),
    CODE: N_("“%(name)s” stands here twice. Send it once."),
    "missing": N_("“%(name)s” is missing. Add it."),
    "json_invalid": NOT_JSON,
    "json_type": NOT_JSON,
    "model_type": N_("Send an object here, such as {}."),
    "dict_type": N_("Send an object here, such as {}."),
    "list_type": N_("Send a list here."),
    "string_type": NO_TEXT,
    "string_too_long": N_("At most %(max_length)s characters are read here. Shorten it."),
    "string_too_short": N_("Send at least %(min_length)s characters here."),
    "string_pattern_mismatch": N_("This holds a character that cannot be stored. Take it out."),
    "string_unicode": N_("This holds a character that cannot be stored. Take it out."),
    "too_long": N_("At most %(max_length)s entries are read here. Leave some out."),
    "int_type": NO_NUMBER,
    "int_parsing": NO_NUMBER,
    "int_parsing_size": NO_NUMBER,
    "int_from_float": NO_NUMBER,
    "greater_than_equal": N_("Send a number that is %(ge)s or more."),
    "less_than_equal": N_("Send a number that is %(le)s or less."),
    "bool_type": N_("Send true or false here."),
    "one_of": N_("Send exactly one of these: %(names)s."),
}
# Longer ones are nobody's field; they are not repeated.
LONGEST_NAME = 80


def malformed(error: ValidationError, part: str) -> Response:
    """Answer with every place of the request's *part* (``body``, ``query``) that does not fit."""
    count("malformed")
    found = error.errors(include_url=False, include_input=False)
    return problem("malformed", 400, places=[_place(one, part) for one in found])


def _place(found: Mapping[str, Any], part: str) -> dict[str, Any]:
    loc = [one[:LONGEST_NAME] if isinstance(one, str) else one for one in found["loc"]]
    context = found.get("ctx", {})
    facts = {name: value for name, value in context.items() if isinstance(value, str | int)}
    name = loc[-1] if loc else part
    words = say(language(), WORDS.get(found["type"], OTHER), **facts, name=name)
    return {"loc": [part, *loc], "code": found["type"], "message": words}
