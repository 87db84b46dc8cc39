"""Where a new key belongs among those that are there: as the format lists them, a text's languages as declared."""

from collections.abc import Mapping, Sequence
from typing import Any

from injects.text import Text
from scenarios.annotations import annotation_at, keys_of
from scenarios.node import Path
from scenarios.scenario import Scenario


def order_at(document: Mapping[str, Any], path: Path) -> Sequence[str]:
    """Give the usual order of the keys of the mapping at an exact path; none where authors choose the keys."""
    annotation = annotation_at(Scenario, path)
    if annotation is Text:
        return languages_of(document)
    return tuple(keys_of(annotation))


def languages_of(document: Mapping[str, Any]) -> tuple[str, ...]:
    """Give the languages that a document declares, as far as it declares any."""
    declared = document.get("languages")
    return tuple(one for one in declared if isinstance(one, str)) if isinstance(declared, list) else ()


def is_text(path: Path) -> bool:
    """Say whether a text is due at an exact path: a string, or a map from language to string."""
    return annotation_at(Scenario, path) is Text


def place_for(keys: Sequence[str], key: str, order: Sequence[str]) -> int:
    """Give the place among *keys* at which a new *key* belongs."""
    if key not in order:
        return len(keys)
    before = set(order[: order.index(key)])
    return max((place + 1 for place, one in enumerate(keys) if one in before), default=0)
