"""What the public bundle has of each table: ids, codes, states, times and levels; no name and no word of anybody.

A table that is not here is not in it, nor is a column that is not named. The log's rows are the same as in the
database, because their hashes cover all of them; they hold ids, states and salted digests only.
"""

from collections.abc import Mapping

PUBLIC: Mapping[str, tuple[str, ...]] = {
    "drill": (
        "id", "programme_id", "stage", "score_rules", "scenario_digest", "scenario_id",
        "scenario_number", "language", "time_zone", "state", "rehearsal", "ai_allowed", "duration", "started_at",
        "ended_at", "rating_closed_at", "register_closed_at",
        "provisional_at", "published_at", "created_at",
    ),
    # attributes: those that the call says are public
    "team": ("id", "drill_id", "position", "blind_code", "language", "application_id", "attributes", "bot"),
    "delivery": (
        "id", "drill_id", "team_id", "inject", "position", "state", "late", "final", "due_at", "delivered_at",
        "answered_at", "deadline_at", "closes_at", "withdrawn_at",
    ),
    "response": ("id", "delivery_id", "version", "state", "current", "received_at", "received_wall", "erased_at"),
    "rating": (
        "id", "response_id", "application_id", "criterion", "account_id", "version", "current", "level", "given_at",
    ),
    "calibration_rating": ("desk", "account_id", "item", "criterion", "level", "given_at"),
    "decision": ("id", "scope", "kind", "state", "proposed_by", "proposed_at", "ended_by", "ended_at"),
    "ruling": (
        "id", "drill_id", "about", "version", "current", "verdict", "decision_id", "ruled_by", "ruled_at",
    ),
    "penalty": ("id", "drill_id", "team_id", "points", "decision_id", "given_at", "lifted_at"),
    "programme": ("id", "call_digest", "call_published_at", "created_at"),
    "stage": (
        "programme_id", "stage", "state", "randomness", "opened_at", "closed_at", "provisional_at", "final_at",
    ),
    "call_file": ("digest", "content"),
    # attributes: those that the call says are public, without the values that few have
    "application": ("id", "programme_id", "code", "state", "erased_at", "attributes"),
    "award": (
        "id", "programme_id", "stage", "award", "application_id", "seats", "place", "state", "reason", "offered_at",
        "expires_at", "answered_at",
    ),
}  # fmt: skip
