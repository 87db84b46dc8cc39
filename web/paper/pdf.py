"""PDF from HTML, in a process of its own: it may take seconds and much memory, and fetches nothing from anywhere."""

import hashlib
import sys
from collections import OrderedDict
from collections.abc import Sequence
from threading import BoundedSemaphore

from simulator.refusal import Refusal
from web.apart import GaveUpError, told_by
from web.paper.render import MISSING

MEDIA = "application/pdf"
# Ours alone: nothing that a person typed is in it.
COMMAND = (sys.executable, "-m", "web.paper.render")
LONGEST = 120.0
# Who has many made stands behind everybody else on the machine; the seconds that count are the processor's.
LONGEST_OF_MANY = 1800.0
# Enough for a public note in each language beside what organizers take out.
MOST_KEPT = 32
# The latest PDFs by what they were made of: a download that broke off is asked for again at once.
_kept: OrderedDict[str, bytes] = OrderedDict()
# Some papers are public: however many ask at once, no more of them than this are in the making.
_places = BoundedSemaphore(2)
# Nor may what takes minutes keep a sheet of one page waiting.
_long_place = BoundedSemaphore(1)


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


def many_pdfs(told: bytes, command: Sequence[str], count: int) -> list[bytes]:
    """Run *command* on what it is told, and give the *count* PDFs that it makes; refuse as `pdf_of` does.

    They may be long, and are not kept: what is made so is something large, or a part of it.
    """
    with _long_place:
        given = _run(told, command, LONGEST_OF_MANY)
    made = []
    while given:
        length = int.from_bytes(given[:8])
        made.append(given[8 : 8 + length])
        given = given[8 + length :]
    if len(made) != count or not all(one.startswith(b"%PDF") for one in made):
        raise Refusal("pdf_failed")
    return made


def make_pdf(html: str, command: Sequence[str], longest: float = LONGEST) -> bytes:
    """Run *command* on the document, at most *longest* seconds."""
    made = _run(html.encode(), command, longest)
    if not made.startswith(b"%PDF"):
        raise Refusal("pdf_failed")
    return made


def _run(told: bytes, command: Sequence[str], longest: float = LONGEST) -> bytes:
    try:
        return told_by(command, told, longest)
    except GaveUpError as error:
        if error.code == MISSING:
            raise Refusal("pdf_not_here") from None
        raise Refusal("pdf_failed") from None
