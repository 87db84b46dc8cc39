"""The growth curve as an SVG for light and dark pages: what each cost comes to for one client, by their number."""

from collections.abc import Sequence
from html import escape
from math import log10
from typing import Any

WIDTH, HEIGHT = 760, 420
LEFT, RIGHT, TOP, BOTTOM = 64, 190, 40, 56
# What is drawn, its colour (told apart by eyes that see no red or green), its mark, and its factor to one client.
SERIES = (
    ("emit_cpu", "#0072b2", "circle", 1000.0, "an emission, CPU µs"),
    ("due_cpu", "#d55e00", "square", 1000.0, "an inject from due on, CPU µs"),
    ("seat_cpu", "#009e73", "triangle", None, "sitting down, CPU ms"),
    ("mb_per_1000", "#cc79a7", "diamond", None, "memory, KB"),
)


def growth_chart(runs: Sequence[dict[str, Any]]) -> str:
    """Draw the runs: both axes logarithmic; a cost that grows linearly is a level line."""
    shares = {name: [_share(run, name, factor) for run in runs] for name, _c, _m, factor, _t in SERIES}
    values = [value for series in shares.values() for value in series if value > 0]
    low, high = _decade(min(values), down=True), _decade(max(values), down=False)
    first, last = log10(runs[0]["clients"]), log10(runs[-1]["clients"])

    def x(clients: float) -> float:
        return LEFT + (log10(clients) - first) / max(last - first, 1e-9) * (WIDTH - LEFT - RIGHT)

    def y(value: float) -> float:
        return TOP + (high - log10(max(value, 10.0**low))) / max(high - low, 1) * (HEIGHT - TOP - BOTTOM)

    parts = [_head(), *_grid(runs, low, high, x, y)]
    for name, colour, mark, _factor, _title in SERIES:
        points = [(x(run["clients"]), y(value)) for run, value in zip(runs, shares[name], strict=True)]
        line = " ".join(f"{a:.1f},{b:.1f}" for a, b in points)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [_mark(mark, a, b, colour) for a, b in points]
    parts += _legend()
    return "\n".join([*parts, "</svg>", ""])


def _share(run: dict[str, Any], name: str, factor: float | None) -> float:
    # An emission and an inject are for all clients; to sit down and to weigh is each one's own. 1 MB for 1,000 is 1 KB.
    value = float(run[name])
    return value if factor is None else value * factor / float(run["clients"])


def _decade(value: float, *, down: bool) -> int:
    whole = int(log10(value) // 1)
    return whole if down else whole + 1


def _head() -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        'aria-label="Each cost of one client by the number of clients" font-family="sans-serif" font-size="12">\n'
        "<style>text{fill:#222}.grid{stroke:#ccc}@media (prefers-color-scheme:dark){text{fill:#ddd}.grid{stroke:#444}}"
        "</style>\n"
        f'<text x="{LEFT}" y="20" font-size="14">What one client costs, by how many there are (a level line is linear '
        "growth)</text>"
    )


def _grid(runs: Sequence[dict[str, Any]], low: int, high: int, x: Any, y: Any) -> list[str]:
    parts = []
    for power in range(low, high + 1):
        at = y(10.0**power)
        parts.append(f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{at:.1f}" y2="{at:.1f}"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{10.0**power:g}</text>')
    for run in runs:
        at = x(run["clients"])
        parts.append(f'<line class="grid" x1="{at:.1f}" x2="{at:.1f}" y1="{TOP}" y2="{HEIGHT - BOTTOM}"/>')
        parts.append(f'<text x="{at:.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{run["clients"]:,}</text>')
    middle = (LEFT + WIDTH - RIGHT) / 2
    parts.append(f'<text x="{middle:.0f}" y="{HEIGHT - 12}" text-anchor="middle">clients, ten to a team</text>')
    return parts


def _mark(kind: str, x: float, y: float, colour: str) -> str:
    if kind == "circle":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>'
    corners = {
        "square": ((-4, -4), (4, -4), (4, 4), (-4, 4)),
        "triangle": ((0, -5), (5, 4), (-5, 4)),
        "diamond": ((0, -5), (5, 0), (0, 5), (-5, 0)),
    }[kind]
    return f'<polygon points="{" ".join(f"{x + a:.1f},{y + b:.1f}" for a, b in corners)}" fill="{colour}"/>'


def _legend() -> list[str]:
    parts = []
    for place, (_name, colour, mark, _factor, title) in enumerate(SERIES):
        at = TOP + 14 + place * 46
        parts.append(_mark(mark, WIDTH - RIGHT + 16, at, colour))
        first, _, second = title.partition(", ")
        parts.append(f'<text x="{WIDTH - RIGHT + 28}" y="{at + 4}">{escape(first)}</text>')
        parts.append(f'<text x="{WIDTH - RIGHT + 28}" y="{at + 20}">{escape(second)}</text>')
    return parts
