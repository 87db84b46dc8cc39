"""A rehearsal for a page, played by a process of its own: the drills of this server keep its processor."""

import json
import sys
from collections.abc import Callable, Sequence
from threading import BoundedSemaphore

from markupsafe import Markup

from scenarios.package import Package
from simulator.refusal import Refusal
from web.apart import GaveUpError, told_by

# Ours alone: nothing that a person typed is in it.
COMMAND = (sys.executable, "-m", "web.rehearsal.playing")
# Seconds; both together are less than a proxy waits, so that whoever asked reads why there is no report.
LONGEST, PATIENCE = 45.0, 10.0
RehearseForPage = Callable[[Package, str], Markup]


class RehearseApart:
    """Rehearse for the pages, one scenario at a time."""

    def __init__(
        self, command: Sequence[str] = COMMAND, longest: float = LONGEST, patience: float = PATIENCE
    ) -> None:  # fmt: skip
        self._command, self._longest, self._patience = command, longest, patience
        self._place = BoundedSemaphore(1)

    def __call__(self, package: Package, language: str) -> Markup:
        """Give the report of a scenario without errors as a fragment, as `web.rehearsal.showing.report_markup` does.

        Refuse what takes too much time or memory, or fails, and where somebody else's rehearsal takes too long to wait
        for. Called from a view itself, never from the pool of transactions.
        """
        if not self._place.acquire(timeout=self._patience):
            raise Refusal("rehearsal_busy")
        try:
            made = told_by(self._command, given_of(package, language), self._longest)
        except GaveUpError:
            raise Refusal("rehearsal_given_up") from None
        finally:
            self._place.release()
        # Our own template wrote it, and escaped what it was given.
        return Markup(made.decode())  # noqa: S704


def given_of(package: Package, language: str) -> bytes:
    """Give what the other process reads: a line of JSON about lengths, then the document and its attachments."""
    lengths = {name: len(data) for name, data in package.files.items()}
    head = {"language": language, "document": len(package.document), "files": lengths}
    return b"".join((json.dumps(head).encode(), b"\n", package.document, *package.files.values()))
