"""The process that makes one PDF: HTML comes in, the PDF goes out, and no address but ``data:`` is opened."""

import os
import resource
import sys
from collections.abc import Callable, Iterable

# How it ends where the library, or a system part of it, is not there.
MISSING = 3
MOST_MEMORY, MOST_SECONDS, MOST_SECONDS_OF_MANY = 3 * 1024**3, 110, 500
# Whoever has many made can wait; who plays a drill on this machine cannot.
KINDNESS = 10


def main() -> int:
    """Read HTML from the input and write a PDF to the output."""
    lay_out = _renderer(MOST_SECONDS)
    if lay_out is None:
        return MISSING
    sys.stdout.buffer.write(lay_out(sys.stdin.buffer.read().decode()))
    return 0


def print_all(htmls: Iterable[str]) -> int:
    """Write a PDF of each document to the output, each behind its length in eight bytes."""
    os.nice(KINDNESS)
    lay_out = _renderer(MOST_SECONDS_OF_MANY)
    if lay_out is None:
        return MISSING
    for html in htmls:
        made = lay_out(html)
        sys.stdout.buffer.write(len(made).to_bytes(8) + made)
    return 0


def _renderer(seconds: int) -> Callable[[str], bytes] | None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    try:
        # Here, because it may be missing, and takes a second that only this process should wait for.
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except (ImportError, OSError):
        return None
    fetcher = URLFetcher(allowed_protocols=("data",), allow_redirects=False)
    return lambda html: bytes(HTML(string=html, url_fetcher=fetcher).write_pdf(pdf_tags=True))


if __name__ == "__main__":
    sys.exit(main())
