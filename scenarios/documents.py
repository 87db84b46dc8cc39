"""Which kind of document lies at a path, so that one command checks them all."""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scenarios.bounded_file import open_ordinary
from scenarios.calls.load import DOCUMENT as CALL
from scenarios.calls.load import load_call
from scenarios.finding import Finding
from scenarios.load import check
from scenarios.package import DOCUMENT as SCENARIO
from scenarios.yaml_bytes import MOST_BYTES
from scenarios.yaml_reader import read_yaml

# Few files hold these words at all, so most are read only once.
_MAYBE = re.compile(rb"kind[\"']?\s*:\s*[\"']?call\b")


def check_document(path: Path) -> list[Finding]:
    """Give all that is wrong or doubtful in the scenario or the call at a path, sorted by place."""
    with _seldom_collecting():
        return load_call(path)[1] if is_call(path) else check(path)


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    """Look for circles of objects more seldom: a long document has 200,000 nodes and none, and looking takes half."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def is_call(path: Path) -> bool:
    """Say whether a call lies at a path: ``call.yaml``, a folder that holds it and no scenario, or ``kind: call``."""
    try:
        if path.is_dir():
            return (path / CALL).exists() and not (path / SCENARIO).exists()
    except OSError:
        # A name that is too long is no folder's; what is wrong with it is said where it is read.
        return False
    return path.name == CALL or _says_so(path)


def _says_so(path: Path) -> bool:
    try:
        with open_ordinary(path) as file:
            data = file.read(MOST_BYTES)
    except (OSError, ValueError):
        return False
    if not _MAYBE.search(data):
        return False
    kind = read_yaml(data, str(path)).root
    return kind is not None and (said := kind.child("kind")) is not None and said.value == "call"
