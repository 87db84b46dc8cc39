"""In CI nothing is skipped unseen: what cannot run there must be named here with its reason."""

import os

import pytest

# Reasons, word for word, that may skip a test also where everything is installed.
ALLOWED: tuple[str, ...] = ()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Let a skip fail in CI."""
    report = yield
    if report.skipped and os.environ.get("CI") == "true" and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2].removeprefix("Skipped: ") if isinstance(report.longrepr, tuple) else ""
        if reason not in ALLOWED:
            report.outcome, report.longrepr = "failed", f"skipped in CI: {reason}"
    return report
