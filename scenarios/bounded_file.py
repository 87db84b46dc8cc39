"""The bytes of a file up to a bound, or the finding that says why there are none."""

from pathlib import Path

from scenarios.node import Mark
from scenarios.rules_findings import Findings


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
