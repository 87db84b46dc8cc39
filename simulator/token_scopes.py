"""What an API token can be made for: a few named scopes, each a set of operations of the permission table.

Nothing that touches accounts, roles, sessions or tokens is in one: a token cannot make another key.
"""

from collections.abc import Mapping

from simulator.actor import Actor
from simulator.permission import PERMISSIONS

SCOPES: Mapping[str, frozenset[str]] = {
    "read": frozenset(
        {
            "drill_list", "console_page", "team_page", "deviations", "staff_events", "watch_page", "pauses_waiting",
            "consent_counts",
        }
    ),
    "run": frozenset(
        {
            "prepare_drill", "open_joining", "start_drill", "pause_drill", "stop_drill", "resume_drill", "set_speed",
            "end_drill", "deliver_inject", "release_inject", "withdraw_inject", "hold_inject", "skip_inject",
            "move_inject", "undo_order", "set_flag", "see_pauses",
        }
    ),
    # Codes let people in, so they are not for a script that only reads.
    "make": frozenset(
        {
            "create_drill", "add_team", "rename_team", "teams_page", "renew_team_code", "rename_participant",
            "move_participant", "remove_participant",
        }
    ),
    "scenarios": frozenset(
        {
            "scenario_list", "scenario_page", "scenario_version", "scenario_changes", "create_scenario",
            "save_version", "restore_version", "archive_scenario",
        }
    ),
    "rate": frozenset({"rating_queue", "rating_sheet", "rate_response"}),
    "results": frozenset(
        {"standings_page", "ratings_table", "publish_standings", "score_rules_page", "set_score_rules"}
    ),
}  # fmt: skip


def scope_of(operation: str) -> str:
    """Name the scope that opens an operation; raise `KeyError` where none does."""
    for scope, operations in SCOPES.items():
        if operation in operations:
            return scope
    raise KeyError(operation)


def scopes_for(actor: Actor, drill_id: str | None = None) -> tuple[str, ...]:
    """Name the scopes in which an account may do anything: in one drill, or in any of hers."""
    held = actor.roles_in(drill_id) if drill_id else {role for role, _scope in actor.grants} | {"account"}
    # What belongs to the house is not there for who comes with a key to one drill.
    everywhere = frozenset() if drill_id else actor.roles_in(None)

    def may(operation: str) -> bool:
        right = PERMISSIONS[operation]
        return bool(right.roles & (everywhere if right.scope == "house" else held))

    return tuple(scope for scope, operations in SCOPES.items() if any(map(may, operations)))
