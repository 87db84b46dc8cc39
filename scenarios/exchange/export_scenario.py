"""A sound scenario at a path as the bytes of a file of the field."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from scenarios.exchange.cexf_import import cexf_text
from scenarios.exchange.msel_export import msel_csv, msel_xlsx
from scenarios.exchange.whole import whole_document
from scenarios.package import read_package


def _cexf(document: Mapping[str, Any]) -> bytes:
    return cexf_text(document).encode("utf-8")


EXPORTS: Mapping[str, Callable[[Mapping[str, Any]], bytes]] = {".xlsx": msel_xlsx, ".csv": msel_csv, ".json": _cexf}


def export_scenario(path: Path, kind: str) -> bytes:
    """Give the scenario at a path, which has been found to be sound, as a file of a *kind* of ``EXPORTS``."""
    return EXPORTS[kind](whole_document(read_package(path).document))
