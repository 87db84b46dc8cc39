"""Where to go on: only to a page of our own, whatever a form or an address says."""

from flask import current_app, request, url_for
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect


def own_path(path: str | None) -> str | None:
    """Give *path* if one of our pages answers there, built anew from our own map; None otherwise."""
    if not path or not path.startswith("/") or path.startswith("//"):
        return None
    try:
        endpoint, values = current_app.url_map.bind(request.host).match(path, method="GET")
    except (HTTPException, RequestRedirect):
        return None
    return url_for(endpoint, **values)
