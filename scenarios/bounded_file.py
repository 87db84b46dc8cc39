"""The bytes of a file up to a bound, or the finding that says why there are none."""

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

from scenarios.node import Mark
from scenarios.rules_findings import Findings


def open_ordinary(path: Path) -> BinaryIO:
    """Open a file that is one; raise ``OSError`` for pipes and devices, which may wait or give for ever."""
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    if stat.S_ISREG(os.fstat(handle).st_mode):
        return os.fdopen(handle, "rb")
    os.close(handle)
    raise OSError(errno.EINVAL, "not an ordinary file")


def read_bytes(path: Path, most: int, findings: Findings) -> bytes | None:
    """Read at most one byte more than *most*, so that the reader of the format can refuse what is too large."""
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except FileNotFoundError:
        findings.report(Mark(1, 1), "file_missing")
    except (OSError, ValueError) as error:
        # A path that holds a NUL is a ValueError.
        findings.report(Mark(1, 1), "file_unreadable", reason=getattr(error, "strerror", None) or str(error))
    return None
