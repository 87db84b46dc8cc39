"""A file of the field at a path to a scenario: which kind it is, and what lies beside the place it goes to."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from scenarios.bounded_file import read_bytes
from scenarios.exchange.cexf_import import CEXF, import_cexf
from scenarios.exchange.choices import Choices
from scenarios.exchange.moment import Moment
from scenarios.exchange.msel_import import AS_FOUND, MOST_BYTES, SHEETS, Imported, import_msel
from scenarios.exchange.sheet import ExchangeError
from scenarios.finding import Finding
from scenarios.package import FILES
from scenarios.package_bounds import Bounds, PackageError
from scenarios.rules_findings import Findings

KINDS = (*SHEETS, CEXF)


def import_file(
    path: Path, *, beside: Path, choices: Choices = AS_FOUND, start: Moment | None = None, skip_bad_rows: bool = False
) -> Imported:
    """Read a spreadsheet or a CEXF file; *beside* is the folder the scenario goes to, whose ``files/`` it may use."""
    findings = Findings(str(path))
    kind = path.suffix.lower()
    # Only to say what is wrong with it.
    if kind not in (*KINDS, ".xlsm"):
        return Imported(None, [ExchangeError("exchange_unknown_kind", str(path), kinds=" ".join(KINDS)).finding])
    data = read_bytes(path, MOST_BYTES, findings)
    if data is None:
        return Imported(None, findings.found)
    try:
        files = attachments_in(beside)
    except PackageError as error:
        return Imported(None, [error.finding])
    if kind == CEXF:
        read = import_cexf(data, str(path), files=files)
        given = {"mapping_unused": choices.columns, "title_unused": choices.title}
        unused = [Finding(str(path), 1, 1, "warning", code) for code, said in given.items() if said]
        return replace(read, findings=[*unused, *read.findings])
    return import_msel(data, str(path), choices=choices, start=start, skip_bad_rows=skip_bad_rows, files=files)


def attachments_in(folder: Path) -> Mapping[str, bytes]:
    """Read the attachments that lie in a folder already; raise ``PackageError``."""
    place, bounds = folder / FILES, Bounds(str(folder))
    files: dict[str, bytes] = {}
    for path in sorted(place.rglob("*")) if place.is_dir() else ():
        bounds.refuse_link(path.is_symlink(), path.name)
        bounds.count(1)
        if path.is_file():
            bounds.weigh(path.stat().st_size)
            files[path.relative_to(place).as_posix()] = path.read_bytes()
    return files
