"""The targets P1 to P11 and what was measured of each: medians of the repeats, and whether the target is met."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

LINEAR = 1.5


@dataclass(frozen=True)
class Verdict:
    """One row: its number, the work, the target, the figure in words, and whether it is met (None: not measured)."""

    number: str
    work: str
    target: str
    figure: str
    met: bool | None


def middle(runs: Sequence[dict[str, Any]], *path: str) -> float:
    """Give the median over the runs of what lies at a path in each."""

    def at(run: Any) -> float:
        for name in path:
            run = run[name]
        return float(run)

    return median(at(run) for run in runs)


def verdicts(known: dict[str, Any]) -> list[Verdict]:
    """Judge whatever was measured."""
    return [judge(known) for judge in JUDGES]


def _rooms(known: dict[str, Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = known["rooms"]["runs"]
    return found


def _ratio(known: dict[str, Any], other: str, *path: str) -> float:
    runs = _rooms(known)
    return middle(runs["prontas"], *path) / middle(runs[other], *path)


def _p1(known: dict[str, Any]) -> tuple[str, bool]:
    last, tail = _ratio(known, "node", "all", "last_p50"), _ratio(known, "node", "all", "receipt_p99")
    return f"{last:.2f} · {tail:.2f}", max(last, tail) <= 0.8


def _p2(known: dict[str, Any]) -> tuple[str, bool]:
    last, tail = _ratio(known, "floor", "all", "last_p50"), _ratio(known, "floor", "all", "receipt_p99")
    return f"{last:.2f} · {tail:.2f}", max(last, tail) <= 1.5


def _p3(known: dict[str, Any]) -> tuple[str, bool]:
    tail = _ratio(known, "node", "teams", "receipt_p99")
    return f"{tail:.2f}", tail <= 0.95


def _p4(known: dict[str, Any]) -> tuple[str, bool]:
    cpu = _ratio(known, "node", "all", "cpu")
    return f"{cpu:.2f}", cpu <= 0.8


def _p5(known: dict[str, Any]) -> tuple[str, bool]:
    runs = known["due"]["runs"]["prontas"]
    busy, alone = middle(runs, "answering", "last_p99"), middle(runs, "alone", "last_p99")
    missed = sum(run[part]["missed"] for run in runs for part in ("alone", "answering"))
    return (
        f"{busy:.0f} ms while teams answer, {alone:.0f} ms alone; {missed} screens missed one",
        busy <= 30 and not missed,
    )


def _p6(known: dict[str, Any]) -> tuple[str, bool]:
    runs = known["acks"]["runs"]["sqlite"]
    rate, tail = middle(runs, "few", "per_second"), middle(runs, "few", "p99")
    return f"{rate:,.0f}/s, p99 {tail:.0f} ms", rate >= 4500 and tail <= 25


def _p7(known: dict[str, Any]) -> tuple[str, bool]:
    runs = known["acks"]["runs"]["sqlite"]
    seconds, answers = middle(runs, "burst", "seconds"), middle(runs, "burst", "acks")
    return f"{seconds:.2f} s for {answers:,.0f}", seconds <= 0.25


def _p8(known: dict[str, Any]) -> tuple[str, bool]:
    runs = known["acks"]["runs"]
    ours, nodes = middle(runs["postgres"], "many", "per_second"), middle(runs["node_postgres"], "many", "per_second")
    return f"{ours / nodes:.2f} ({ours:,.0f}/s ÷ {nodes:,.0f}/s)", ours / nodes >= 0.7


def _p9(known: dict[str, Any]) -> tuple[str, bool]:
    weight = middle(_rooms(known)["prontas"], "seated", "mb_per_1000")
    if "soak" not in known:
        # Half of what is promised has not been seen.
        return f"{weight:.0f} MB; growth not watched", False
    (soak,) = known["soak"]["runs"]["prontas"]
    growth = f"{soak['mb_per_hour']:+.1f} MB/h over {soak['minutes']:.0f} minutes of play"
    return f"{weight:.0f} MB; {growth}", weight <= 75 and soak["mb_per_hour"] <= 10


def _p10(known: dict[str, Any]) -> tuple[str, bool]:
    ours, nodes = _rooms(known)["prontas"], _rooms(known)["node"]
    seconds, back = middle(ours, "storm", "seconds"), min(run["storm"]["caught_up"] for run in ours)
    wanted = ours[0]["storm"]["clients"]
    told = f"{seconds:.1f} s, {back:,} of {wanted:,} caught up (Node, which catches nobody up: "
    return f"{told}{middle(nodes, 'storm', 'seconds'):.1f} s)", seconds <= 2 and back == wanted


def steepness(runs: Sequence[dict[str, Any]], cost: str) -> float:
    """Give a client's share of a cost in the largest crowd ÷ its share in the middle one (1: linear)."""
    largest, between = runs[-1], runs[len(runs) // 2]
    return float((largest[cost] / largest["clients"]) / (between[cost] / between["clients"]))


def _p11(known: dict[str, Any]) -> tuple[str, bool]:
    runs = known["growth"]["runs"]["prontas"]
    shares = {"emission": steepness(runs, "emit_cpu"), "inject": steepness(runs, "due_cpu"), "memory": _weight(runs)}
    told = ", ".join(f"{name} {share:.2f}" for name, share in shares.items())
    span = f"a client's share at {runs[-1]['clients']:,} ÷ at {runs[len(runs) // 2]['clients']:,}"
    return f"{span}: {told}", max(shares.values()) <= LINEAR


def _weight(runs: Sequence[dict[str, Any]]) -> float:
    return float(runs[-1]["mb_per_1000"] / runs[len(runs) // 2]["mb_per_1000"])


def _judge(
    number: str, part: str, work: str, target: str, of: Callable[[dict[str, Any]], tuple[str, bool]]
) -> Callable[[dict[str, Any]], Verdict]:
    def judge(known: dict[str, Any]) -> Verdict:
        try:
            figure, met = of(known)
        except (KeyError, ValueError):
            return Verdict(number, work, target, f"not measured ({part})", None)
        return Verdict(number, work, target, figure, met)

    return judge


JUDGES = [
    _judge("P1", "rooms", "one inject to 2,000 clients ÷ Node: last p50 · receipt p99", "≤ 0.8 both", _p1),
    _judge("P2", "rooms", "the same ÷ the C floor", "≤ 1.5 both", _p2),
    _judge("P3", "rooms", "one inject per team of 6, 2,000 clients, receipt p99 ÷ Node", "≤ 0.95", _p3),
    _judge("P4", "rooms", "server CPU per inject ÷ Node", "≤ 0.8", _p4),
    _judge("P5", "due", "due → last of 1,000 screens, p99", "≤ 30 ms", _p5),
    _judge("P6", "acks", "durable acks, SQLite FULL, 50 in flight", "≥ 4,500/s, p99 ≤ 25 ms", _p6),
    _judge("P7", "acks", "1,000 answers at once, all acknowledged", "≤ 0.25 s", _p7),
    _judge("P8", "acks", "durable acks, PostgreSQL, 500 in flight ÷ Node + pg", "≥ 0.7", _p8),
    _judge("P9", "rooms, soak", "memory per 1,000 clients", "≤ 75 MB, no growth", _p9),
    _judge("P10", "rooms", "2,000 come back at once, everyone caught up", "≤ 2 s", _p10),
    _judge("P11", "growth", "how costs grow to 5,000 clients", f"linear (≤ {LINEAR})", _p11),
]
