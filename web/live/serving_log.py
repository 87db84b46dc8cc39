"""What gunicorn logs: its own life in full, bad requests as a count, and no word that a client has sent."""

import sys
from typing import Any

from gunicorn.glogging import Logger

from web.refused import Refused

BAD = "Invalid request from ip="


class ServingLog(Logger):  # type: ignore[misc]
    """A log in which a flood of nonsense is one line a minute."""

    def __init__(self, cfg: Any) -> None:
        super().__init__(cfg)
        self.refused = Refused()

    def setup(self, cfg: Any) -> None:
        """Leave the form and the place of lines to `web.watching.logs`, which all of this process shares."""
        super().setup(cfg)
        for handler in [one for one in self.error_log.handlers if getattr(one, "_gunicorn", False)]:
            self.error_log.removeHandler(handler)
        self.error_log.propagate = True

    def warning(self, msg: str, *args: Any, **kwargs: Any) -> None:
        """Log a warning; of a malformed request only that there was one."""
        if msg.startswith(BAD):
            self.refused.count("malformed request")
        else:
            super().warning(msg, *args, **kwargs)

    def exception(self, msg: str, *args: Any, **kwargs: Any) -> None:
        """Log an error's place; its message, and the address that was asked for, may hold a code."""
        error = sys.exc_info()[1]
        if error is None or not msg.startswith(("Error handling request", "Socket error")):
            super().exception(msg, *args, **kwargs)
        else:
            self.refused.failed("request", error)
