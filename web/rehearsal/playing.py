"""The process that rehearses one scenario: its bytes come in, the report goes out as a fragment of a page."""

import json
import sys
from typing import BinaryIO

from simulator.rehearsing import rehearse_and_report
from web.apart import keep_within
from web.rehearsal.showing import report_markup

MOST_MEMORY, MOST_SECONDS = 1536 * 1024**2, 40


def main() -> int:
    """Read from the input, write to the output."""
    keep_within(MOST_MEMORY, MOST_SECONDS)
    sys.stdout.buffer.write(played(sys.stdin.buffer))
    return 0


def played(given: BinaryIO) -> bytes:
    """Rehearse what `web.rehearsal.apart.given_of` made, and give the fragment in UTF-8."""
    head = json.loads(given.readline())
    document = given.read(head["document"])
    files = {name: given.read(length) for name, length in head["files"].items()}
    return report_markup(rehearse_and_report(document, files=files), head["language"]).encode()


if __name__ == "__main__":
    sys.exit(main())
