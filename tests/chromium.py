"""One Chromium for all tests of a process, whoever asks first: Playwright cannot be started twice in one."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import sync_playwright

ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
)  # fmt: skip
_running: dict[str, Any] = {"users": 0}


@contextmanager
def shared_chromium(path: str) -> Iterator[Any]:
    """Give the browser of this process; the last to leave it closes it."""
    if not _running["users"]:
        _running["playwright"] = sync_playwright().start()
        _running["browser"] = _running["playwright"].chromium.launch(executable_path=path, args=list(ARGUMENTS))
    _running["users"] += 1
    try:
        yield _running["browser"]
    finally:
        _running["users"] -= 1
        if not _running["users"]:
            _running["browser"].close()
            _running["playwright"].stop()
