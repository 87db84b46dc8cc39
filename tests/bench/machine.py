"""This machine: a core for the server and one for the clients; what is compiled for it; what a process costs."""

import os
import re
import resource
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
HERE = TOP / "tests" / "bench"
BUILT = TOP / "build" / "bench"
STRICT = ("-O2", "-std=c11", "-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Werror")
PROGRAMS = {"client": ("client.c", "line.c"), "floor": ("floor.c",)}


@dataclass(frozen=True)
class Cores:
    """Where the server runs, and where the clients do; the same where there is one core only."""

    server: int
    client: int

    @classmethod
    def here(cls) -> "Cores":
        """Take the first two that this process may use."""
        usable = sorted(os.sched_getaffinity(0))
        return cls(usable[0], usable[min(1, len(usable) - 1)])


def pinned(core: int, *command: str) -> list[str]:
    """Give the command that runs *command* on one core."""
    return ["taskset", "-c", str(core), *command]


def compile_all(to: Path = BUILT) -> dict[str, Path]:
    """Compile the C client and the C floor; a warning is an error."""
    to.mkdir(parents=True, exist_ok=True)
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        raise SystemExit("bench-compare: a C compiler is needed (Debian: apt install gcc libc6-dev)")
    for name, sources in PROGRAMS.items():
        # Put into its place whole: another run may be using the one from before.
        part = to / f"{name}.{os.getpid()}"
        subprocess.run([compiler, *STRICT, "-o", str(part), *(str(HERE / one) for one in sources)], check=True)
        part.replace(to / name)
    return {name: to / name for name in PROGRAMS}


def install_node() -> Path:
    """Install socket.io and pg as they are locked; gives the server's script."""
    folder = BUILT / "node"
    folder.mkdir(parents=True, exist_ok=True)
    locked = (HERE / "node" / "package-lock.json").read_bytes()
    there = folder / "package-lock.json"
    if not (folder / "node_modules").exists() or not there.exists() or there.read_bytes() != locked:
        for name in ("package.json", "package-lock.json"):
            shutil.copyfile(HERE / "node" / name, folder / name)
        subprocess.run(["npm", "ci", "--omit=dev", "--no-audit", "--no-fund", "--silent"], cwd=folder, check=True)
    shutil.copyfile(HERE / "node" / "server.js", folder / "server.js")
    return folder / "server.js"


def open_many() -> None:
    """Let this process and its children hold as many lines open as the system allows."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def cpu_seconds(pid: int) -> float:
    """Give the CPU time that all threads of a process have used, to the nanosecond where the kernel tells."""
    return (
        sum(int(task.joinpath("schedstat").read_text().split()[0]) for task in Path(f"/proc/{pid}/task").iterdir())
        / 1e9
    )


def resident_mb(pid: int) -> float:
    """Give the megabytes that a process holds in memory."""
    found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    return int(found[1]) / 1024 if found else 0.0


def child_of(pid: int) -> int:
    """Give the only child of a process: gunicorn's worker."""
    (child,) = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return int(child)


def busy_share() -> float:
    """Give how many processes wait for the CPU, in the mean of the last minute, for each core."""
    return os.getloadavg()[0] / len(os.sched_getaffinity(0))
