"""docs/performance.md: the tables between its marks, the chart, and the raw figures; the prose around them stays."""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tests.bench.chart import growth_chart
from tests.bench.machine import TOP
from tests.bench.verdicts import middle, verdicts

PAGE, CHART, FIGURES = (TOP / "docs" / name for name in ("performance.md", "performance.svg", "performance.json"))
BEGIN, END = "<!-- bench-compare writes from here -->", "<!-- bench-compare writes to here -->"
MARKED = re.compile(f"{re.escape(BEGIN)}.*{re.escape(END)}", re.DOTALL)
MET = {True: "yes", False: "**no**", None: "—"}


def write_page(known: dict[str, Any], *, to_docs: bool) -> None:
    """Print the tables, and put them into the page where that is wanted."""
    text = "\n".join(tables(known))
    print(text)
    if not to_docs:
        return
    page = PAGE.read_text()
    if not MARKED.search(page):
        sys.exit(f"bench-compare: {PAGE} has lost its marks: {BEGIN} … {END}")
    PAGE.write_text(MARKED.sub(lambda _found: f"{BEGIN}\n{text}\n{END}", page))
    FIGURES.write_text(json.dumps(known, separators=(",", ":")) + "\n")
    if "growth" in known:
        CHART.write_text(growth_chart(known["growth"]["runs"]["prontas"]))


def tables(known: dict[str, Any]) -> Iterator[str]:
    """Give the lines of all tables."""
    machine = known["machine"]
    parts = [f"{name} {known[name]['at']} (load {known[name]['load']} a core)" for name in PARTS if name in known]
    yield (
        f"Measured on {machine['cores']} cores of {machine['processor']}, {machine['system']}, Python "
        f"{machine['python']}, {known['repeats']} interleaved repeats: {'; '.join(parts)}."
    )
    if known["quick"]:
        yield "\n**Quick: these figures mean nothing.**"
    yield from table(
        ("#", "Work", "Target", "Measured", "Met"),
        ((one.number, one.work, one.target, one.figure, MET[one.met]) for one in verdicts(known)),
    )
    for name, write in PARTS.items():
        if name in known:
            yield from write(known[name]["runs"])


def table(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """Give a table of Markdown, an empty line around it."""
    yield ""
    yield f"| {' | '.join(head)} |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield f"| {' | '.join(told(cell) for cell in row)} |"
    yield ""


def told(value: Any) -> str:
    """Write a figure with three digits that count."""
    if not isinstance(value, float):
        return str(value)
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


NAMES = {"floor": "C floor", "node": "Node socket.io 4.8", "prontas": "**Prontas**", "stock": "Prontas, stock frames"}


def _rooms(runs: dict[str, list[Any]]) -> Iterator[str]:
    for what, title in (("all", "One event to everybody"), ("teams", "One event to each team of six")):
        those = {name: found for name, found in runs.items() if what in found[0]}
        clients = runs["prontas"][0]["seated"]["clients"]
        yield f"**{title}, {clients:,} clients** (ms, medians of the runs)"
        yield from table(
            ("Server", "last p50", "last p99", "receipt p50", "receipt p99", "CPU", "missed"),
            (
                (
                    NAMES[name],
                    *(
                        middle(found, what, key)
                        for key in ("last_p50", "last_p99", "receipt_p50", "receipt_p99", "cpu")
                    ),
                    sum(run[what]["missed"] for run in found),
                )
                for name, found in those.items()
            ),
        )
    yield "**Sitting down, weighing, coming back**"
    yield from table(
        ("Server", "seconds to seat all", "server's CPU for it, s", "MB per 1,000", "all back, s", "CPU for it, s"),
        (
            (
                NAMES[name], *(middle(found, "seated", key) for key in ("seconds", "cpu", "mb_per_1000")),
                *((middle(found, "storm", key) if "storm" in found[0] else "—") for key in ("seconds", "cpu")),
            )
            for name, found in runs.items()
        ),
    )  # fmt: skip


def _due(runs: dict[str, list[Any]]) -> Iterator[str]:
    found = runs["prontas"]
    yield "**Due → the last of all screens** (ms; p99 of a run is its slowest inject)"
    yield from table(
        ("", "injects a run", "p50", "p99", "slowest of all runs", "screens missed", "acks/s beside it"),
        (
            (
                title, found[0][part]["injects"], middle(found, part, "last_p50"), middle(found, part, "last_p99"),
                max(max(run[part]["lasts"], default=0.0) for run in found), sum(run[part]["missed"] for run in found),
                middle(found, part, "acks", "per_second") if part == "answering" else "—",
            )
            for part, title in (("alone", "alone"), ("answering", "while 50 answers are on their way"))
        ),
    )  # fmt: skip


NODE_DOES_LESS = """\
Node does much less for an answer: one `INSERT` of three columns, a transaction each, and nobody else hears of it.
Prontas reads who she is, her team's delivery, its versions and its draft; checks the words, the deadline and the
drill's state; stores a version, the delivery's state, a row of the log chained by SHA-256, and a count and a row for
each stream that hears of it; and tells the team and the staff."""
ACKS = {"sqlite": "Prontas, SQLite FULL", "postgres": "Prontas, PostgreSQL", "node_postgres": "Node + pg, one insert"}


def _acks(runs: dict[str, list[Any]]) -> Iterator[str]:
    yield "**Durable acknowledgements** (CPU of the server's process for one, in µs; the database's own not counted)"
    rows = []
    for name, found in runs.items():
        for load in ("few", "many") if found else ():
            rows.append((
                ACKS[name], round(middle(found, load, "in_flight")), middle(found, load, "per_second"),
                middle(found, load, "p50"), middle(found, load, "p99"), middle(found, load, "cpu"),
                sum(run[load]["refused"] for run in found),
            ))  # fmt: skip
    yield from table(("Server", "in flight", "a second", "p50 ms", "p99 ms", "CPU µs", "refused"), rows)
    yield NODE_DOES_LESS
    yield from table(
        ("All at once", "answers", "seconds", "p50 ms", "p99 ms"),
        (
            (
                ACKS[name],
                round(middle(found, "burst", "acks")),
                *(middle(found, "burst", k) for k in ("seconds", "p50", "p99")),
            )
            for name, found in runs.items()
            if found
        ),
    )


GROWN = {
    "clients": "clients", "teams": "teams", "seat_cpu": "to seat one", "emit_cpu": "an emission",
    "due_cpu": "an inject",
    "due_last_p50": "due → last p50", "due_last_p99": "p99", "acks_per_second": "acks/s", "ack_cpu_us": "an ack, µs",
    "mb": "MB", "mb_per_1000": "MB per 1,000", "idle_cpu_per_s": "idle, ms/s", "missed": "missed",
}  # fmt: skip


def _growth(runs: dict[str, list[Any]]) -> Iterator[str]:
    yield "**How costs grow** (ten to a team; CPU in ms unless it says µs; an inject is one for every team, from its"
    yield "due instant to the wire)"
    yield ""
    yield "![What one client costs, by how many there are](performance.svg)"
    yield from table(
        tuple(GROWN.values()), (["—" if run[key] is None else run[key] for key in GROWN] for run in runs["prontas"])
    )


def _soak(runs: dict[str, list[Any]]) -> Iterator[str]:
    (run,) = runs["prontas"]
    first, last = run["samples"][0], run["samples"][-1]
    yield (
        f"**Playing on and on**: {run['minutes']:.0f} minutes, {run['clients']:,} clients, {run['delivered']} injects, "
        f"{run['acknowledged']:,} answers: {first[1]:.1f} MB after {first[0]:.0f} s, {last[1]:.1f} MB at the end; over "
        f"the last two thirds {run['mb_per_hour']:+.1f} MB an hour."
    )
    yield ""


PARTS = {"rooms": _rooms, "due": _due, "acks": _acks, "growth": _growth, "soak": _soak}
