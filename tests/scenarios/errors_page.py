"""docs/scenario-errors.md as data: its entries, its small documents, and the whole document of each example."""

import re
from dataclasses import dataclass

from scenarios.calls.load import read_call_text
from scenarios.candidates_csv import parse_candidates
from scenarios.exchange.msel_import import import_msel
from scenarios.load import read_scenario_text
from scenarios.ratings_csv import parse_ratings
from scenarios.rules_file import parse_rules
from scenarios.selection_rules import parse_selection_rules
from scenarios.unit_ratings_csv import parse_unit_ratings
from tests.scenarios.cases import FILES
from tests.server_process import TOP

PAGE = (TOP / "docs" / "scenario-errors.md").read_text()
_START = PAGE.index("## The file, the folder, the archive")
SMALL = dict(re.findall(r"^\*\*([\w ]+)\*\*.*?```yaml\n(.*?)```", PAGE[:_START], re.DOTALL | re.MULTILINE))
ATTACHED = {**FILES, "minutes.txt": b""}
_KEY = re.compile(r"^([\w\"]+):")


@dataclass(frozen=True)
class Entry:
    """What the page says about one code; *where* is empty where it shows no example."""

    code: str
    severity: str
    prose: str
    where: str
    wrong: str
    mended: str


def _entry(code, said):
    severity, prose = re.match(r"\*(.*?)\.\* (.*?)(?=\n\n|\Z)", said, re.DOTALL).groups()
    where = re.search(r"^Wrong, (.*):$", said, re.MULTILINE)
    examples = [*re.findall(r"```\w+\n(.*?)```", said, re.DOTALL), "", ""]
    return Entry(code, severity, prose, where[1] if where else "", examples[0], examples[1])


ENTRIES = [
    _entry(code, said.strip())
    for code, said in re.findall(r"^### (\w+)\n\n(.*?)(?=^##|\Z)", PAGE[_START:], re.DOTALL | re.MULTILINE)
]


def put(whole, part):
    """Let the top-level keys of *part* take the place of those of *whole*."""
    keys = {found[1] for line in part.splitlines() if (found := _KEY.match(line))}
    kept, keep = [], True
    for line in whole.splitlines(keepends=True):
        if found := _KEY.match(line):
            keep = found[1] not in keys
        kept += [line] if keep else []
    return "".join(kept) + part


def inside(whole, start, part):
    """Put *part* among the keys of the entry that *start* begins, which is the last in *whole*."""
    before, _, rest = whole.partition(start)
    margin = " " * (len(start) - len(start.lstrip(" ")) + 2)
    first, *lines = (start.strip(" ").removeprefix("- ") + rest).splitlines(keepends=True)
    merged = put(first + "".join(line.removeprefix(margin) for line in lines), part)
    return f"{before}{margin[2:]}- " + f"\n{margin}".join(merged.splitlines()) + "\n"


def whole_text(where, part):
    """Give the whole document that an example stands for."""
    match where:
        case "at the top":
            return put(SMALL["scenario"], part)
        case "in a rated scenario":
            return put(SMALL["rated scenario"], part)
        case "in the inject":
            return inside(SMALL["scenario"], '  - id: "01"\n', part)
        case "in the question":
            ask = put("kind: text\ndue: 10m\n", part)
            return inside(SMALL["scenario"], '  - id: "01"\n', "ask:\n  " + ask.replace("\n", "\n  ").rstrip() + "\n")
        case "in the call":
            return put(SMALL["call"], part)
        case "in the stage":
            return inside(SMALL["call"], "  - id: first\n", part)
        case "in the award":
            return inside(SMALL["call"], "      - id: grant\n", part)
        case "in the rules":
            return put(SMALL["rules"], part)
        case "in the selection":
            return put(SMALL["selection"], part)
    return part


def _ratings(text, more=""):
    rules, _ = parse_rules((SMALL["rules"] + more).encode(), "rules.yaml")
    return parse_ratings(text.encode(), "ratings.csv", rules)[2]


def _candidates(text):
    source, _ = parse_selection_rules(SMALL["selection"].encode(), "rules.yaml")
    return parse_candidates(text.encode(), "teams.csv", source)[1]


def _units(scale):
    return lambda text: parse_unit_ratings(text.encode(), "units.csv", scale)[1]


_READERS = {
    "in the call": lambda text: read_call_text(text, "call.yaml")[1],
    "in the stage": lambda text: read_call_text(text, "call.yaml")[1],
    "in the award": lambda text: read_call_text(text, "call.yaml")[1],
    "in the rules": lambda text: parse_rules(text.encode(), "rules.yaml")[1],
    "in the selection": lambda text: parse_selection_rules(text.encode(), "rules.yaml")[1],
    "in ratings": _ratings,
    "in ratings where time counts": lambda text: _ratings(text, "time_weight: 0.2\n"),
    "in ratings with a penalty for Red": lambda text: _ratings(text, "penalties: {Red: 5}\n"),
    "in a table of units": _units("interval"),
    "in a table of ordinal units": _units("ordinal"),
    "in candidates": _candidates,
    "in a list": lambda text: import_msel(text.encode(), "list.csv").findings,
}


def findings_of(where, part):
    """Give all that is found in the document of an example."""
    text = whole_text(where, part)
    if reader := _READERS.get(where):
        return list(reader(text))
    return read_scenario_text(text, "scenario.yaml", ATTACHED)[1]
