"""The Chromium side of a row: its story in tests/browser, run in a process of its own."""

import subprocess
import sys

from tests.server_process import TOP

STORIES = "tests/browser/test_bad_day.py"


def play_in_browser(name: str) -> tuple[str, bool]:
    """Run the stories whose name has *name*; gives what pytest said last, and whether all of them passed."""
    command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", STORIES, "-k", name]
    done = subprocess.run(command, cwd=TOP, capture_output=True, text=True, timeout=900)
    said = (done.stdout.strip().splitlines() or [done.stderr.strip()[-200:]])[-1]
    return said.strip("= "), done.returncode == 0 and "passed" in said and "skipped" not in said
