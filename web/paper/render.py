"""The process that makes one PDF: HTML comes in, the PDF goes out, and no address but ``data:`` is opened."""

import resource
import sys

# How it ends where the library, or a system part of it, is not there.
MISSING = 3
MOST_MEMORY, MOST_SECONDS = 3 * 1024**3, 110


def main() -> int:
    """Read HTML from the input and write a PDF to the output."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    try:
        # Here, because it may be missing, and takes a second that only this process should wait for.
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except (ImportError, OSError):
        return MISSING
    html = sys.stdin.buffer.read().decode()
    fetcher = URLFetcher(allowed_protocols=("data",), allow_redirects=False)
    sys.stdout.buffer.write(HTML(string=html, url_fetcher=fetcher).write_pdf(pdf_tags=True))
    return 0


if __name__ == "__main__":
    sys.exit(main())
