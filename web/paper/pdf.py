"""PDF from HTML, in a process of its own: it may take seconds and much memory, and fetches nothing from anywhere."""

import hashlib
import subprocess
import sys
from collections import OrderedDict
from collections.abc import Sequence
from threading import BoundedSemaphore

from simulator.refusal import Refusal
from web.paper.render import MISSING

MEDIA = "application/pdf"
# Ours alone: nothing that a person typed is in it.
COMMAND = (sys.executable, "-m", "web.paper.render")
LONGEST = 120.0
# Enough for a public note in each language beside what organizers take out.
MOST_KEPT = 32
# The latest PDFs by what they were made of: a download that broke off is asked for again at once.
_kept: OrderedDict[str, bytes] = OrderedDict()
# Some papers are public: however many ask at once, no more of them than this are in the making.
_places = BoundedSemaphore(2)


def pdf_of(html: str) -> bytes:
    """Make a PDF of a whole HTML document; refuse where the library or its system parts are missing, or it fails.

    Called from a view itself, never from the pool of transactions: under gevent the wait lets others go on.
    """
    key = hashlib.sha256(html.encode()).hexdigest()
    if made := _kept.get(key):
        return made
    with _places:
        # Whoever waited here may have waited for just this one.
        made = _kept.pop(key, None) or make_pdf(html, COMMAND)
        _kept[key] = made
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return made


def make_pdf(html: str, command: Sequence[str], longest: float = LONGEST) -> bytes:
    """Run *command* on the document, at most *longest* seconds."""
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
