"""Who may begin a line: each session so often, before anything of hers is looked at, and one that floods less often.

To let somebody in costs some milliseconds, to send her away here a fraction of one: whoever comes two hundred times a
second, or is cut for what she sends and comes back at once, takes nothing from the others.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs

from web.door import STAFF, TEAM, cookie_name
from web.live.entering import cookies_of
from web.live.rationing import Rations, for_knocks

# What a line costs that had to be cut because it flooded, in tries.
FLOOD = 15


class Knocks:
    """How often each session has tried lately; *secure* as the cookies of the installation are."""

    def __init__(self, *, secure: bool) -> None:
        self._names = [cookie_name(name, secure=secure) for name in (TEAM, STAFF)]
        self._rations = Rations(for_knocks)

    def may_begin(self, environ: Mapping[str, Any]) -> bool:
        """Say whether a request may begin a line, if that is what it does."""
        if "sid" in parse_qs(environ.get("QUERY_STRING", "")):
            return True
        who = self._who(environ)
        # Without a session nobody gets as far as the database.
        return not who or self._rations.take(who)

    def has_flooded(self, environ: Mapping[str, Any]) -> None:
        """Hear that the line which began with this request had to be cut."""
        who = self._who(environ)
        if who:
            self._rations.spend(who, FLOOD)

    def _who(self, environ: Mapping[str, Any]) -> str:
        cookies = cookies_of(environ)
        return "|".join(cookies[name].value for name in self._names if name in cookies)
