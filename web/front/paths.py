"""Where to go on: only to a page of our own, whatever a form or an address says."""

import re
from urllib.parse import parse_qsl, urlencode

from flask import current_app, request, url_for
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

# What a page of ours asks for in its address is short; what waits for a second step must fit into a cookie.
LONGEST_QUERY = 300
# An id, a code, a number: nothing that could be anything else wherever it is shown.
_PLAIN = re.compile(r"[\w.~-]{1,64}")


def own_path(path: str | None) -> str | None:
    """Give *path* if one of our pages answers there, built anew from our own map; None otherwise."""
    if not path or not path.startswith("/") or path.startswith("//"):
        return None
    bare, _sign, query = path.partition("?")
    try:
        endpoint, values = current_app.url_map.bind(request.host).match(bare, method="GET")
    except (HTTPException, RequestRedirect):
        return None
    onward = url_for(endpoint, **values)
    # What follows chooses something on that page: the inject that was open, the signature of a team's link.
    pairs = parse_qsl(query) if len(query) <= LONGEST_QUERY else []
    told = [pair for pair in pairs if all(_PLAIN.fullmatch(part) for part in pair)]
    return f"{onward}?{urlencode(told)}" if told else onward
