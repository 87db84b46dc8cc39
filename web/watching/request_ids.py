"""Which request a line of the log belongs to: an id, and the drill that its address names; nothing else of it."""

import re
from secrets import token_hex

from flask import g, has_request_context, request

from web.watching.logs import tell_also

# As a proxy of ours makes them; anything else a client may have made up.
REQUEST_ID = re.compile(r"[0-9a-f]{16,64}")
DRILL_ID = re.compile(r"[a-z0-9]{1,12}")


def request_id() -> str:
    """Give the id of the request that is being answered: its proxy's, or one of our own."""
    if "request_id" not in g:
        given = request.headers.get("X-Request-Id", "")
        g.request_id = given if REQUEST_ID.fullmatch(given) else token_hex(16)
    return str(g.request_id)


def _about() -> dict[str, str]:
    if not has_request_context():
        return {}
    drill = (request.view_args or {}).get("drill_id")
    named = isinstance(drill, str) and DRILL_ID.fullmatch(drill)
    return {"request": request_id(), **({"drill": str(drill)} if named else {})}


tell_also(_about)
