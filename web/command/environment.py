"""Make ``.venv`` and install a lock file into it; run by the Makefile with any Python, even one that is too old.

Standard library alone, and nothing that Python 3.6 could not parse: it must live to say what is missing.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import TextIO

TOP = Path(__file__).resolve().parent.parent.parent
LEAST = (3, 11)
# Each lock holds the ones named: who has what developers need can also run the app.
HOLDS = {"app": ("app",), "dev": ("dev", "app")}
OFFLINE = (
    "Connection", "connection", "Temporary failure", "Network is unreachable", "No matching distribution",
    "Could not find a version", "timed out", "ProxyError", "SSLError", "Max retries",
)  # fmt: skip


class Unready(Exception):
    """Say in one line what is missing and what to do."""


def main(arguments: "list[str]") -> int:
    """Prepare the environment for ``app`` or ``dev``; give the exit code."""
    lock = arguments[0] if arguments else "app"
    if lock not in HOLDS:
        print("usage: environment.py app|dev", file=sys.stderr)
        return 2
    try:
        check_version(sys.version_info[:3])
        check_venv()
        prepare(TOP, lock)
    except Unready as missing:
        print(f"prontas: {missing}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nprontas: interrupted; run the same command again to go on.", file=sys.stderr)
        return 1
    return 0


def check_version(version: "tuple[int, ...]") -> None:
    """Refuse a Python that is too old."""
    if tuple(version[:2]) < LEAST:
        found = ".".join(map(str, version[:3]))
        raise Unready(
            "Python 3.11 or later is needed, and this is " + found + ". "
            "If you have a newer one, name it: make demo PYTHON=python3.12"
        )


def check_venv() -> None:
    """Refuse a Python without ``venv``: Debian keeps it in a package of its own."""
    try:
        import ensurepip
        import venv  # noqa: F401

        ensurepip.version()
    except ImportError:
        raise Unready(
            "this Python cannot make a virtual environment. On Debian or Ubuntu: apt install python3-venv; "
            "then run the same command again."
        ) from None


def prepare(top: Path, lock: str) -> None:
    """Install a lock unless exactly it is there already."""
    folder = top / ".venv"
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    if works(python) and stamp_of(folder, lock) == digest(top, lock):
        return
    if not works(python):
        make_venv(folder)
    for name in HOLDS["dev"]:
        if (folder / stamp_name(name)).exists():
            (folder / stamp_name(name)).unlink()
    install(top, python, lock)
    for name in HOLDS[lock]:
        (folder / stamp_name(name)).write_text(digest(top, name))


def works(python: Path) -> bool:
    """Say whether an environment's Python runs and is new enough: a moved one does not."""
    check = f"import sys, pip; sys.exit(sys.version_info < {LEAST!r})"
    try:
        return subprocess.call([str(python), "-c", check], stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def make_venv(folder: Path) -> None:
    """Make an empty environment; say why where that fails."""
    print(f"Making {folder.name} …", flush=True)
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(folder)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if made.returncode:
        lines = made.stdout.decode(errors="replace").strip().splitlines()
        why = lines[-1] if lines else "no reason given"
        raise Unready(f"{folder} could not be made: {why}")


def digest(top: Path, lock: str) -> str:
    """Give what a finished installation is known by: the lock, the project's own description, and its place."""
    told = hashlib.sha256(str(top).encode())
    for path in (top / "requirements" / (lock + ".txt"), top / "pyproject.toml"):
        told.update(path.read_bytes())
    return told.hexdigest()


def stamp_name(lock: str) -> str:
    """Name the file that says which lock is installed."""
    return "installed-" + lock


def stamp_of(folder: Path, lock: str) -> str:
    """Give the digest of what is installed, or nothing."""
    stamp = folder / stamp_name(lock)
    return stamp.read_text() if stamp.exists() else ""


def install(top: Path, python: Path, lock: str) -> None:
    """Install the locked packages, each by its hash, and the project itself."""
    path = top / "requirements" / (lock + ".txt")
    total = sum(1 for line in path.read_text(encoding="utf-8").splitlines() if line[:1].isalnum())
    log = top / ".venv" / "install.log"
    pip = [str(python), "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--no-deps"]
    print(f"Installing some {total} packages; the first time this takes a minute …", flush=True)
    with log.open("w", encoding="utf-8") as said:
        watch([*pip, "--retries", "2", "--require-hashes", "-r", str(path)], said, log, total)
        watch([*pip, "--no-build-isolation", "--editable", str(top)], said, log, 0)
    print("Installed.", flush=True)


def watch(command: "list[str]", said: TextIO, log: Path, total: int) -> None:
    """Run pip, keep what it says, show how far it is; raise where it fails."""
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    lines, seen = [], 0
    for raw in child.stdout or ():
        line = raw.decode(errors="replace")
        lines.append(line)
        said.write(line)
        another = line.startswith(("Collecting ", "Processing "))
        seen += another
        if total and another and sys.stdout.isatty():
            print(f"\r  {min(seen, total)} of {total}", end="", flush=True)
        elif total and another and seen % 20 == 0:
            print(f"  {seen} of {total}", flush=True)
    if total and sys.stdout.isatty():
        print("\r", end="")
    if child.wait():
        raise Unready(reason("".join(lines), log))


def reason(said: str, log: Path) -> str:
    """Say in one line why pip failed."""
    if "DO NOT MATCH THE HASHES" in said:
        return f"a package is not the one that was locked; nothing was installed from it. Details: {log}"
    if any(word in said for word in OFFLINE):
        return (
            "the packages could not be fetched. Check the connection to your package index (pip config list), "
            f"then run the same command again. Details: {log}"
        )
    return f"the installation failed. Details: {log}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
