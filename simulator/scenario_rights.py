"""The part of the permission table that is about the house's store of scenarios.

The store belongs to the house, so a role is needed in the whole of it: a scenario says beforehand what a drill anywhere
will ask. Who has a role in one programme or drill makes drills from the library or a file.
"""

from collections.abc import Mapping

from simulator.rights import FACILITATOR, ORGANIZER, PROGRAM, Right, everywhere

_WRITES = everywhere(FACILITATOR, ORGANIZER, PROGRAM)

SCENARIO_RIGHTS: Mapping[str, Right] = {
    "create_scenario": _WRITES,
    "copy_scenario": _WRITES,
    "save_version": _WRITES,
    "restore_version": _WRITES,
    "archive_scenario": _WRITES,
    "attach_files": _WRITES,
    "remove_files": _WRITES,
    "scenario_list": _WRITES,
    "scenario_page": _WRITES,
    "scenario_version": _WRITES,
    "scenario_file": _WRITES,
    "scenario_package": _WRITES,
    "scenario_changes": _WRITES,
}
