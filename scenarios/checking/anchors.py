"""Whether a criterion says of each level of its rubric, and of no other, what it looks like."""

from collections.abc import Sequence

from scenarios.checking.finder import Finder
from scenarios.node import Path


def check_anchors(finder: Finder, path: Path, anchored: Sequence[str], levels: Sequence[str]) -> None:
    """Find levels that the anchors at *path* leave out, and anchors of levels that are none."""
    strange = [level for level in anchored if level not in levels]
    for level in strange:
        finder.report_key((*path, level), "unknown_level", value=level, nearest=finder.nearest(level, levels))
    # Under a wrong name may stand what seems to be missing.
    for level in () if strange else levels:
        if level not in anchored:
            finder.report(path, "missing_anchor", level=level)
