"""Where to go on: only to a page of our own, whatever a form or an address says."""

from urllib.parse import parse_qs

from flask import current_app, request, url_for
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect


def own_path(path: str | None) -> str | None:
    """Give *path* if one of our pages answers there, built anew from our own map; None otherwise."""
    if not path or not path.startswith("/") or path.startswith("//"):
        return None
    bare, _sign, query = path.partition("?")
    try:
        endpoint, values = current_app.url_map.bind(request.host).match(bare, method="GET")
    except (HTTPException, RequestRedirect):
        return None
    # Of what follows the path, only the signature of a team's link is worth keeping.
    return url_for(endpoint, **values, k=parse_qs(query).get("k", [None])[0])
