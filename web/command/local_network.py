"""This machine as its neighbours see it: an address, and a code that phones can read."""

import socket

import click
import segno


def address() -> str:
    """Give the address of this machine in its network; nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # Choosing a route needs no packet; 192.0.2.1 is nobody's (RFC 5737).
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return socket.gethostname()


def show_code(link: str) -> None:
    """Print a QR code of *link* for phones."""
    code = segno.make(link, micro=False)
    rows = [[bool(cell) for cell in row] for row in code.matrix_iter(border=2)]
    rows += [[False] * len(rows[0])] * (len(rows) % 2)
    # Two modules a character; the terminal's own colours are turned so that paper is light.
    for upper, lower in zip(rows[::2], rows[1::2], strict=True):
        line = "".join(" ▄▀█"[2 * (not top) + (not bottom)] for top, bottom in zip(upper, lower, strict=True))
        click.echo(f"  {line}")
