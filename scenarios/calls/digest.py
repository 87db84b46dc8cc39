"""The digest of a call: published before a rating is seen, so that nobody can say the rules came later."""

import hashlib
import json

from scenarios.calls.call import Call


def call_rules_digest(call: Call) -> str:
    """Give the SHA-256 of everything a call says, in hexadecimal.

    What is hashed is canonical JSON (sorted keys, no white space, UTF-8) of the whole document without what is
    at its default: comments, the order of keys, the way an instant or a number is written, and stating what
    would hold anyway make no difference; a word of any language does.
    """
    document = call.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
