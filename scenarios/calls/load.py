"""A call from a path or an upload: read, checked, and given only where nothing is wrong."""

import os
from contextlib import suppress
from pathlib import Path

from scenarios.bounded_file import open_ordinary
from scenarios.calls.call import Call
from scenarios.calls.checking import check_call
from scenarios.calls.checking.call_check import CallCheck
from scenarios.calls.codes import CALL_CODES
from scenarios.entries import has_too_many_languages
from scenarios.finding import Finding
from scenarios.package_bounds import Bounds, PackageError
from scenarios.quote import quote
from scenarios.reading import EnoughError, Reading
from scenarios.understanding import understand
from scenarios.yaml_reader import read_yaml

DOCUMENT = "call.yaml"


def load_call(path: Path | str) -> tuple[Call | None, list[Finding]]:
    """Read a call from a YAML file, or from ``call.yaml`` in a folder.

    Whatever is there, the answer is findings, sorted by place, and never an exception; the call is ``None``
    where any of them is an error.
    """
    try:
        file = Path(path) / DOCUMENT if Path(path).is_dir() else Path(path)
        return read_call_text(_read(file, Path(path).is_dir()), str(file))
    except PackageError as error:
        return None, [error.finding]


def read_call_text(text: str | bytes, name: str) -> tuple[Call | None, list[Finding]]:
    """Give the call written in a text, or ``None`` and the reasons; *name* is the file that findings speak of."""
    # A lone surrogate is no text; encoded as it is, the reader refuses it with its place.
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    reading = read_yaml(data, name)
    reading.codes = CALL_CODES
    call = None
    with suppress(EnoughError):
        call = _understand(reading) if reading.root else None
    findings = sorted(dict.fromkeys(reading.findings))
    return (None if any(one.severity == "error" for one in findings) else call), findings


def _read(file: Path, in_folder: bool) -> bytes:
    bounds = Bounds(str(file))
    try:
        bounds.refuse_link(file.is_symlink(), file.name)
        with open_ordinary(file) as opened:
            size = os.fstat(opened.fileno()).st_size
            bounds.weigh(size)
            return opened.read(size)
    except FileNotFoundError:
        raise PackageError("no_call" if in_folder else "file_missing", str(file)) from None
    except (OSError, ValueError) as error:
        # A path that holds a NUL is a ValueError.
        reason = getattr(error, "strerror", None) or str(error)
        raise PackageError("file_unreadable", str(file), reason=reason) from None


def _understand(reading: Reading) -> Call | None:
    plain = reading.plain()
    if not isinstance(plain, dict):
        reading.report(reading.mark(()), "not_mapping", value=quote(plain))
        return None
    if has_too_many_languages(reading):
        return None
    call, broken = understand(Call, reading)
    if call:
        check_call(CallCheck(reading, broken, call))
    return call
