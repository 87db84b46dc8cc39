"""A scenario from a path or an upload: read, checked, and given only where nothing is wrong."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from scenarios.checking import check_scenario
from scenarios.checking.check import Check
from scenarios.entries import has_too_many
from scenarios.finding import Finding
from scenarios.node import Path as NodePath
from scenarios.package import Package, package_of_archive, read_package
from scenarios.package_bounds import PackageError
from scenarios.quote import quote
from scenarios.reading import EnoughError, Reading
from scenarios.scenario import Scenario
from scenarios.understanding import understand
from scenarios.yaml_reader import read_yaml


@dataclass(frozen=True)
class Loaded:
    """A scenario, ``None`` where any finding is an error; its attachments; and all findings, sorted."""

    scenario: Scenario | None
    findings: list[Finding]
    files: Mapping[str, bytes] = field(default_factory=dict)


def load(path: Path | str) -> Loaded:
    """Read a file, a folder or a ``.zip``; whatever it holds, the answer is findings and never an exception."""
    try:
        return _load(read_package(Path(path)))
    except PackageError as error:
        return Loaded(None, [error.finding])


def load_upload(data: bytes, name: str) -> Loaded:
    """Read an uploaded document, or an archive where *name* ends in ``.zip``."""
    try:
        archive = name.lower().endswith(".zip")
        return _load(package_of_archive(data, name) if archive else Package(name, data))
    except PackageError as error:
        return Loaded(None, [error.finding])


def read_scenario(path: Path | str) -> tuple[Scenario | None, list[Finding]]:
    """Give the scenario at a path, or ``None`` and the reasons; warnings come with a scenario too."""
    loaded = load(path)
    return loaded.scenario, loaded.findings


def read_scenario_text(
    text: str | bytes, name: str, files: Mapping[str, bytes] | None = None
) -> tuple[Scenario | None, list[Finding]]:
    """Give the scenario written in a text whose attachments are *files*, by path inside ``files/``."""
    # A lone surrogate is no text; encoded as it is, the reader refuses it with its place.
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    loaded = _load(Package(name, data, files or {}))
    return loaded.scenario, loaded.findings


def check(path: Path | str) -> list[Finding]:
    """Give all that is wrong or doubtful in the scenario at a path, sorted by place."""
    return load(path).findings


def _load(package: Package) -> Loaded:
    reading = read_yaml(package.document, package.file)
    scenario = None
    with suppress(EnoughError):
        scenario = _understand(reading, package.files) if reading.root else None
    findings = list(_once(reading.findings))
    if any(finding.severity == "error" for finding in findings):
        scenario = None
    return Loaded(scenario, findings, package.files)


def _understand(reading: Reading, files: Mapping[str, bytes]) -> Scenario | None:
    if has_too_many(reading):
        return None
    plain = reading.plain()
    if not isinstance(plain, dict):
        reading.report(reading.mark(()), "not_mapping", value=quote(plain))
        return None
    scenario, broken = understand(Scenario, reading)
    return _checked(scenario, reading, files, broken) if scenario else None


def _checked(scenario: Scenario, reading: Reading, files: Mapping[str, bytes], broken: frozenset[NodePath]) -> Scenario:
    sizes = {name: len(data) for name, data in files.items()}
    check_scenario(Check(reading, broken, scenario, sizes))
    return scenario


def _once(findings: Iterable[Finding]) -> Iterator[Finding]:
    # What is written once and used by alias in ten places is one finding.
    return (finding for finding, _ in groupby(sorted(findings)))
