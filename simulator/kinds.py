"""Every kind of log row of a drill, and who hears of it: the teams, one team, the staff, or only the audit."""

from typing import Literal

Audience = Literal["everybody", "team", "staff", "audit"]

KINDS: dict[str, Audience] = {
    "drill_created": "staff",
    "team_added": "staff",
    "team_renamed": "team",
    "joining_changed": "staff",
    "team_code_renewed": "staff",
    "guessing_noticed": "staff",
    "drill_prepared": "staff",
    "drill_started": "everybody",
    "drill_paused": "everybody",
    "drill_stopped": "everybody",
    "drill_resumed": "everybody",
    "drill_ended": "everybody",
    "speed_changed": "everybody",
    "outage_ended": "everybody",
    "participant_joined": "team",
    "participant_returned": "team",
    "participant_changed": "team",
    "participant_moved": "team",
    "participant_removed": "team",
    "seats_taken": "team",
    "return_link_renewed": "audit",
    "notice_read": "audit",
    "consents_chosen": "audit",
    "consents_counted": "audit",
    "team_connected": "staff",
    "team_disconnected": "staff",
    "inject_delivered": "team",
    "inject_received": "staff",
    "inject_opened": "staff",
    "inject_declined": "team",
    "inject_held": "staff",
    "inject_released": "staff",
    "inject_skipped": "staff",
    "inject_moved": "staff",
    "inject_withdrawn": "team",
    "inject_voided": "team",
    "flag_set": "staff",
    "order_placed": "staff",
    "order_undone": "staff",
    "order_carried_out": "staff",
    "response_proposed": "team",
    "response_received": "team",
    "response_late": "team",
    "response_taken_over": "team",
    "inject_lapsed": "team",
    "hotwash_opened": "team",
    "rating_given": "staff",
    "rating_closed": "audit",
    "rating_reopened": "audit",
    "reading_declared": "audit",
    "evaluator_calibrated": "audit",
    "evaluator_let_in": "audit",
    "evaluators_assigned": "audit",
    "evaluator_asked": "audit",
    "evaluator_recused": "audit",
    "work_moved": "audit",
    "ratings_voided": "audit",
    "rules_published": "audit",
    "deviation_ruled": "audit",
    "register_closed": "audit",
    "penalty_given": "audit",
    "penalty_lifted": "audit",
    "standings_provisional": "audit",
    "result_told": "team",
    "appeal_filed": "audit",
    "appeal_rerating": "audit",
    "appeal_decided": "audit",
    "names_opened": "audit",
    "standings_published": "everybody",
    "decision_proposed": "audit",
    "decision_made": "audit",
    "decision_refused": "audit",
    "decision_withdrawn": "audit",
    "participant_erased": "staff",
    "words_erased": "audit",
    "words_held": "audit",
}


def staff_reader(drill_id: str) -> str:
    """Name the stream that the staff of a drill read."""
    return f"staff:{drill_id}"


def team_reader(team_id: str) -> str:
    """Name the stream that one team reads."""
    return f"team:{team_id}"


def drill_stream(drill_id: str) -> str:
    """Name the chain of a drill."""
    return f"drill:{drill_id}"


def programme_stream(programme_id: str) -> str:
    """Name the chain of a programme; only its audit reads it."""
    return f"programme:{programme_id}"


HOUSE_STREAM = "house"
