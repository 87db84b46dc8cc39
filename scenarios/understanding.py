"""A document as its model understands it, with every fault of its shape reported where it stands."""

from dataclasses import replace
from typing import TypeVar

from injects.inject import Document
from scenarios.annotations import annotation_at, keys_of
from scenarios.node import Path
from scenarios.quote import nearest
from scenarios.reading import Reading
from scenarios.shape import MERGE, Fault, read_shape
from scenarios.synonyms import synonym

_D = TypeVar("_D", bound=Document)
# Whoever has more slips mends these first.
_FEW = 50
_OTHER_KIND = frozenset({"not_text", "not_integer", "not_boolean", "not_list", "not_mapping", "bad_duration"})
# Keys that stand outside where they should be inside another.
_WITHIN = {"delay": "after", "inject": "after"}
# An inject has one time: another word for ``at`` is not read as a second.
_OTHER_TIMES = ("after", "manual")


def understand(model: type[_D], reading: Reading) -> tuple[_D | None, frozenset[Path]]:
    """Give the document, with stand-ins at the paths that are given too; report what is wrong with its shape.

    A misspelt key is read as the one it looks like, where that is not there: so one slip is one finding, and what
    lies below it is checked all the same. The reading then knows it by its right name.
    """
    slips: set[Path] = set()
    document, faults = read_shape(model, reading.plain())
    while found := _slips(model, reading, faults):
        # All are told before one is mended: what is written once may stand in two places, by alias.
        for fault, _ in found:
            reading.report(reading.mark(fault.path, at_key=True), fault.code, **fault.parameters)
        for fault, meant in found:
            reading.rename(fault.path, meant)
            slips.add((*fault.path[:-1], meant))
        document, faults = read_shape(model, reading.plain())
    wrong = {fault.path for fault in faults if fault.code in _OTHER_KIND}
    merged = {fault.path for fault in faults if fault.code == "merge_key"}
    for fault in faults:
        # What belongs into a key that is no mapping: that it must be one is said there.
        if fault.code == "unknown_key" and (*fault.path[:-1], _WITHIN.get(str(fault.path[-1]))) in wrong:
            continue
        # What seems to be missing may be what is merged.
        if fault.code == "missing_key" and (*fault.path[:-1], MERGE) in merged:
            continue
        # What is of another kind than the key it looks like is perhaps another key; enough is said of it.
        if not fault.follows and not (fault.path in slips and fault.code in _OTHER_KIND):
            reading.report(reading.mark(fault.path, fault.at_key), fault.code, **fault.parameters)
    return document, frozenset(fault.path for fault in faults)


def _slips(model: type[Document], reading: Reading, faults: list[Fault]) -> list[tuple[Fault, str]]:
    unknown = [fault for fault in faults if fault.code == "unknown_key" and not fault.follows]
    if len(unknown) > _FEW:
        return []
    lacking = {fault.path for fault in faults if fault.code == "missing_key"}
    found: dict[Path, tuple[Fault, str]] = {}
    for fault in unknown:
        where = fault.path[:-1]
        known = keys_of(annotation_at(model, where))
        free = [key for key in known if not reading.has((*where, key))]
        missing = [key for key in free if (*where, key) in lacking]
        meant = synonym(fault.path[-1], known) or nearest(fault.path[-1], missing) or nearest(fault.path[-1], free)
        if meant in free and not (meant == "at" and any(reading.has((*where, key)) for key in _OTHER_TIMES)):
            told = replace(fault, parameters={**fault.parameters, "nearest": meant})
            found.setdefault((*where, meant), (told, meant))
    return list(found.values())
