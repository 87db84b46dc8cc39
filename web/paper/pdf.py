"""PDF from HTML, in a process of its own: it may take seconds and much memory, and fetches nothing from anywhere."""

import subprocess
import sys

from simulator.refusal import Refusal
from web.paper.render import MISSING

MEDIA = "application/pdf"
LONGEST = 120.0


def pdf_of(html: str, *, longest: float = LONGEST) -> bytes:
    """Make a PDF of a whole HTML document; refuse where the library or its system parts are missing, or it fails.

    Called from a view itself, never from the pool of transactions: under gevent the wait lets others go on.
    """
    command = [sys.executable, "-m", "web.paper.render"]  # ours alone: nothing a person typed is in it
    try:
        done = subprocess.run(  # noqa: S603
            command, input=html.encode(), capture_output=True, timeout=longest, check=False
        )
    except subprocess.TimeoutExpired:
        raise Refusal("pdf_failed") from None
    if done.returncode == MISSING:
        raise Refusal("pdf_not_here")
    if done.returncode != 0 or not done.stdout.startswith(b"%PDF"):
        raise Refusal("pdf_failed")
    return done.stdout
