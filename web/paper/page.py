"""A page of paper: one HTML document with its styles inside, the band of an exercise on every sheet, and its PDF."""

from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from babel.numbers import format_decimal
from flask import Response, render_template
from markupsafe import Markup

from scoring.rounding import two_decimals
from web.paper.naming import file_name
from web.paper.pdf import MEDIA, pdf_of
from web.words import LOCALES, N_, say

MARKS = {False: N_("EXERCISE"), True: N_("REHEARSAL")}


@cache
def _styles() -> Markup:
    # Our own file: nothing a person typed is in it.
    return Markup((Path(__file__).parent / "paper.css").read_text())  # noqa: S704


def paper_html(template: str, language: str, *, rehearsal: bool | None, **facts: Any) -> str:
    """Give a document that stands for itself; *rehearsal* is None where it is no drill's, and bears no mark."""
    mark = None if rehearsal is None else say(language, MARKS[rehearsal])

    def written(value: Any) -> str:
        return str(format_decimal(two_decimals(Fraction(value)), "#,##0.00", locale=LOCALES[language]))

    return render_template(
        template, styles=_styles(), mark=mark, paper_language=language, **({"number": written} | facts)
    )


def send_pdf(html: str, *parts: str) -> Response:
    """Make a PDF and send it under a name made of *parts*."""
    return send_bytes(pdf_of(html), MEDIA, file_name(*parts, ending="pdf"))


def send_bytes(content: bytes | str, media: str, name: str) -> Response:
    """Send a file to be kept."""
    response = Response(content, content_type=media)
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response
