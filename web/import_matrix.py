"""What the pages of an import lead to (see `web/matrix.py`)."""

from collections.abc import Mapping

from web.edge import Edge, staff

_MAKES = frozenset({"create_scenario"})

IMPORT_PAGES: Mapping[str, Edge] = {
    "importing.begin": Edge("staff", _MAKES, frozenset({"own_mappings"})),
    "importing.look": Edge("staff", _MAKES, frozenset({"own_mappings"})),
    "importing.save": staff("create_scenario", also=("own_mappings", "remember_mapping")),
    "importing.forget": Edge("staff", _MAKES, frozenset({"forget_mapping", "own_mappings"})),
}
