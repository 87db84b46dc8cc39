"""The process that writes kits and lays them out: a subject and its kits come in, a PDF for each group goes out.

It writes them too: a server has no time to spare for that, and no threads that may wait for its libraries' locks.
"""

import pickle
import sys

from web.paper.pack.document import pack_html
from web.paper.render import print_all


def main() -> int:
    """Read what `web.paper.pack.making` tells, and write the PDFs to the output."""
    # Our own process has written it, and nobody else can.
    subject, groups = pickle.loads(sys.stdin.buffer.read())  # noqa: S301
    return print_all(pack_html(subject, kits) for kits in groups)


if __name__ == "__main__":
    sys.exit(main())
