"""A print pack on its way to a browser: one PDF, or an archive that is sent as it grows."""

from collections.abc import Iterator, Sequence

from flask import Response

from simulator.refusal import Refusal
from web import door
from web.paper.pack.kit import Kit
from web.paper.pack.making import pack_name, pack_pdf, pack_zip
from web.paper.pack.subject import Subject
from web.paper.page import send_bytes
from web.paper.pdf import MEDIA


def send_pack(subject: Subject, kits: Sequence[Kit], ending: str) -> Response:
    """Send *kits* as ``pdf`` or ``zip``; refuse what cannot be made, as long as that can still be told on a page."""
    name = pack_name(subject, door.language(), ending)
    match ending:
        case "pdf":
            return send_bytes(pack_pdf(subject, kits), MEDIA, name)
        case "zip":
            pieces = pack_zip(subject, kits)
            # What is wrong with the first is refused; later a download can only break off.
            response = Response(_sent(next(pieces), pieces), content_type="application/zip")
            response.headers.set("Content-Disposition", "attachment", filename=name)
            return response
    raise Refusal("not_found")


def _sent(first: bytes, pieces: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from pieces
