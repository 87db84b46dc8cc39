"""Whether a criterion says of each level of its rubric, and of no other, what it looks like."""

from collections.abc import Sequence

from scenarios.checking.finder import Finder
from scenarios.node import Path


def check_anchors(finder: Finder, path: Path, anchored: Sequence[str], levels: Sequence[str]) -> None:
    """Find levels that the anchors at *path* leave out, and anchors of levels that are none."""
    for level in anchored:
        if level not in levels:
            finder.report_key((*path, level), "unknown_level", value=level, nearest=finder.nearest(level, levels))
    for level in levels:
        if level not in anchored:
            finder.report(path, "missing_anchor", level=level)
