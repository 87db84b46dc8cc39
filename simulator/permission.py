"""The permission table: who may do what, and where. What is not in it nobody may do."""

from collections.abc import Mapping

from simulator.actor import Actor
from simulator.award_rights import AWARD_RIGHTS
from simulator.programme_rights import PROGRAMME_RIGHTS
from simulator.refusal import Refusal
from simulator.rights import (
    ACCOUNT,
    ACCOUNTS,
    ANYBODY,
    EVALUATOR,
    FACILITATOR,
    ITSELF,
    NOBODY,
    OBSERVER,
    ORGANIZER,
    PARTICIPANT,
    PLAYS,
    PROGRAM,
    STAFF,
    Right,
    everywhere,
    in_drill,
    in_programme,
    on_own,
    where_given,
)
from simulator.scenario_rights import SCENARIO_RIGHTS

__all__ = [
    "ACCOUNT", "EVALUATOR", "FACILITATOR", "ITSELF", "NOBODY", "OBSERVER", "ORGANIZER", "PARTICIPANT", "PERMISSIONS",
    "PROGRAM", "STAFF", "can", "require",
]  # fmt: skip

PERMISSIONS: Mapping[str, Right] = {
    # making a drill
    "create_drill": where_given(FACILITATOR, ORGANIZER, PROGRAM),
    "add_team": in_drill(FACILITATOR, ORGANIZER, PROGRAM),
    "rename_team": in_drill(FACILITATOR, ORGANIZER),
    "open_joining": in_drill(FACILITATOR, ORGANIZER),
    "renew_team_code": in_drill(FACILITATOR, ORGANIZER),
    "prepare_drill": in_drill(FACILITATOR, ORGANIZER, PROGRAM),
    "rename_participant": in_drill(FACILITATOR),
    "move_participant": in_drill(FACILITATOR),
    "remove_participant": in_drill(FACILITATOR),
    # running it
    "start_drill": in_drill(FACILITATOR, PROGRAM),
    "pause_drill": in_drill(FACILITATOR),
    "stop_drill": in_drill(FACILITATOR),
    "resume_drill": in_drill(FACILITATOR, PROGRAM),
    "set_speed": in_drill(FACILITATOR),
    "end_drill": in_drill(FACILITATOR),
    "deliver_inject": in_drill(FACILITATOR),
    "release_inject": in_drill(FACILITATOR),
    "withdraw_inject": in_drill(FACILITATOR),
    "hold_inject": in_drill(FACILITATOR),
    "skip_inject": in_drill(FACILITATOR),
    "move_inject": in_drill(FACILITATOR),
    "undo_order": in_drill(FACILITATOR),
    "set_flag": in_drill(FACILITATOR),
    # playing
    "join_team": ANYBODY,
    "return_to_team": ANYBODY,
    "return_by_code": ANYBODY,
    "change_language": PLAYS,
    "take_seats": PLAYS,
    "receive_injects": PLAYS,
    "open_inject": PLAYS,
    "save_draft": PLAYS,
    "send_response": PLAYS,
    "decline_inject": PLAYS,
    "write_hotwash": PLAYS,
    # a participant and her own data
    "read_notice": PLAYS,
    "give_consent": PLAYS,
    "withdraw_consent": PLAYS,
    "renew_return_link": PLAYS,
    "ask_pause": PLAYS,
    "take_back_pause": PLAYS,
    "see_pauses": in_drill(FACILITATOR),
    "name_controller": everywhere(ORGANIZER, PROGRAM),
    # rating and deciding
    "rate_response": in_drill(EVALUATOR),
    "rate_application": in_programme(EVALUATOR),
    "rate_anchor": where_given(EVALUATOR),
    "declare_reading": where_given(EVALUATOR),
    "recuse_oneself": where_given(EVALUATOR),
    "recuse_evaluator": where_given(ORGANIZER),
    "assign_evaluators": where_given(ORGANIZER),
    "reassign": where_given(ORGANIZER),
    "ask_thirds": where_given(ORGANIZER),
    "let_evaluator_in": where_given(ORGANIZER),
    "close_rating": in_drill(ORGANIZER),
    "publish_standings": in_drill(ORGANIZER),
    "set_score_rules": in_drill(ORGANIZER),
    "rule_late": in_drill(FACILITATOR),
    "rule_deviation": in_drill(ORGANIZER),
    "file_appeal": PLAYS,
    "ask_rerating": in_drill(ORGANIZER),
    "decide_appeal": in_drill(ORGANIZER),
    "open_names": in_drill(ORGANIZER),
    # what takes two people
    "propose_decision": where_given(ORGANIZER),
    "second_decision": where_given(ORGANIZER),
    "refuse_decision": where_given(ORGANIZER),
    "withdraw_decision": where_given(ORGANIZER),
    "decisions": where_given(ORGANIZER),
    # staff accounts and open sessions
    "invite_staff": where_given(ORGANIZER, PROGRAM),
    "renew_link": everywhere(ORGANIZER, PROGRAM),
    "disable_account": everywhere(ORGANIZER, PROGRAM),
    "enable_account": everywhere(ORGANIZER, PROGRAM),
    "reset_second_factor": everywhere(ORGANIZER, PROGRAM),
    "demand_second_factor": everywhere(ORGANIZER, PROGRAM),
    "end_account_sessions": everywhere(ORGANIZER, PROGRAM),
    "end_account_session": everywhere(ORGANIZER, PROGRAM),
    "issue_setup_link": ITSELF,
    "use_link": ANYBODY,
    "open_account_session": ITSELF,
    "open_participant_session": ITSELF,
    "close_session": ANYBODY,
    "note_seen": ITSELF,
    "use_second_factor": ITSELF,
    "change_own_language": ACCOUNTS,
    "change_own_password": ACCOUNTS,
    "begin_second_factor": ACCOUNTS,
    "confirm_second_factor": ACCOUNTS,
    "renew_recovery_codes": ACCOUNTS,
    "drop_second_factor": ACCOUNTS,
    "end_own_session": ACCOUNTS,
    "end_own_other_sessions": ACCOUNTS,
    "add_bot_evaluator": ITSELF,
    "grant_role": where_given(ORGANIZER, PROGRAM),
    "revoke_role": where_given(ORGANIZER, PROGRAM),
    "create_programme": everywhere(ORGANIZER, PROGRAM),
    "keep_setting": ITSELF,
    # what is held about people, and the log
    "erase_participant": in_drill(ORGANIZER, PROGRAM),
    "erase_account": everywhere(ORGANIZER, PROGRAM),
    "hold_words": in_drill(ORGANIZER),
    "retain": ITSELF,
    "people_held": in_drill(ORGANIZER),
    "erasure_preview": in_drill(ORGANIZER, PROGRAM),
    "account_erasure_preview": everywhere(ORGANIZER, PROGRAM),
    "held_about": in_drill(ORGANIZER, PROGRAM),
    "account_held": everywhere(ORGANIZER, PROGRAM),
    "own_held": PLAYS,
    "own_account_held": ACCOUNTS,
    "chain_state": in_drill(ORGANIZER, PROGRAM),
    "house_chain_state": everywhere(ORGANIZER, PROGRAM),
    "drill_audit": in_drill(ORGANIZER),
    "drill_audit_choices": in_drill(ORGANIZER),
    "house_audit": everywhere(ORGANIZER),
    "house_audit_choices": everywhere(ORGANIZER),
    "make_bundle": where_given(ORGANIZER, PROGRAM),
    "note_bundle": where_given(ORGANIZER, PROGRAM),
    "bundle_page": where_given(ORGANIZER),
    "bundle_subjects": ITSELF,
    "restore_bundle": ITSELF,
    # what somebody's lists are like
    "remember_mapping": ACCOUNTS,
    "forget_mapping": ACCOUNTS,
    "own_mappings": ACCOUNTS,
    # API tokens
    "create_token": ACCOUNTS,
    "revoke_token": ACCOUNTS,
    "revoke_staff_token": everywhere(ORGANIZER, PROGRAM),
    "note_token_used": ITSELF,
    # reading: outside
    "find_actor": ANYBODY,
    "find_account": ITSELF,
    "find_link": ANYBODY,
    "find_token": ANYBODY,
    "join_page": ANYBODY,
    "has_accounts": ANYBODY,
    "read_setting": ITSELF,
    # reading: a participant's own
    "own_events": PLAYS,
    "own_place": PLAYS,
    "own_drafts": PLAYS,
    "own_learning": PLAYS,
    "own_result": PLAYS,
    "own_file": PLAYS,
    "own_page": PLAYS,
    "named_controller": ANYBODY,
    # reading: the staff's
    "drill_list": ACCOUNTS,
    "programme_list": on_own(ACCOUNT, PROGRAM),
    "own_account": ACCOUNTS,
    "own_second_factor": ACCOUNTS,
    "account_sessions": ITSELF,
    "house_rules": everywhere(ORGANIZER, PROGRAM),
    "own_tokens": ACCOUNTS,
    "staff_tokens": everywhere(ORGANIZER, PROGRAM),
    "staff_list": everywhere(ORGANIZER, PROGRAM),
    "drill_staff": in_drill(ORGANIZER),
    "staff_events": in_drill(FACILITATOR, ORGANIZER),
    "console_page": in_drill(FACILITATOR, ORGANIZER),
    "team_page": in_drill(FACILITATOR, ORGANIZER),
    "deviations": in_drill(FACILITATOR, ORGANIZER),
    "watch_page": in_drill(OBSERVER, FACILITATOR, ORGANIZER),
    "teams_page": in_drill(FACILITATOR, ORGANIZER),
    "print_pack": in_drill(FACILITATOR, ORGANIZER),
    "pauses_waiting": in_drill(FACILITATOR),
    "consent_counts": in_drill(FACILITATOR, ORGANIZER),
    "rating_queue": in_drill(EVALUATOR),
    "rating_sheet": in_drill(EVALUATOR),
    "merit_queue": in_programme(EVALUATOR),
    "merit_sheet": in_programme(EVALUATOR),
    "own_desk": where_given(EVALUATOR),
    "own_feedback": where_given(EVALUATOR),
    "evaluators_board": where_given(ORGANIZER),
    "rating_statistics": where_given(ORGANIZER),
    "standings_page": in_drill(ORGANIZER),
    "score_rules_page": in_drill(ORGANIZER),
    "register_page": in_drill(ORGANIZER),
    "late_responses": in_drill(FACILITATOR),
    "team_sheet": in_drill(ORGANIZER),
    "own_sheet": PLAYS,
    "appeal_list": in_drill(ORGANIZER),
    "similar_responses": in_drill(ORGANIZER),
    "linked_drills": in_programme(ORGANIZER),
    "ratings_table": in_drill(ORGANIZER),
    # the program itself
    "render_posts": ITSELF,
    "stream_states": ITSELF,
    "find_participant": ITSELF,
    "bot_moves": ITSELF,
    "rehearse_drill": ITSELF,
    "rehearsal_of": ITSELF,
    "tick": ITSELF,
    "pause_all": ITSELF,
    "note_presence": ITSELF,
    "forget_presence": ITSELF,
    "readiness": ITSELF,
    "look_ahead": ITSELF,
    "tick_drill": ITSELF,
    "note_time": ITSELF,
    "take_clock": ITSELF,
    "give_clock_back": ITSELF,
    "note_lines": ITSELF,
    "open_process": ITSELF,
    "note_process": ITSELF,
    "come_back": ITSELF,
    "close_process": ITSELF,
    "reap_processes": ITSELF,
    "reader_counts": ITSELF,
    "posts_after": ITSELF,
    "forget_departures": ITSELF,
    "find_visitor": ITSELF,
    "departures_since": ITSELF,
    "note_guessing": ITSELF,
    # the house's scenarios, and programmes with their calls and who applies
    **SCENARIO_RIGHTS,
    **AWARD_RIGHTS,
    **PROGRAMME_RIGHTS,
}


def can(role: str, action: str) -> bool:
    """Say whether *role*, where it is held, may do *action*."""
    right = PERMISSIONS.get(action)
    return right is not None and role in right.roles


def require(actor: Actor, action: str, drill_id: str | None = None, programme_id: str | None = None) -> None:
    """Refuse what the actor may not do there; the refusal looks like absence."""
    right = PERMISSIONS.get(action)
    if right is None or not _fits(right, actor, drill_id, programme_id):
        raise Refusal("not_found")
    if actor.only is not None and action not in actor.only:
        raise Refusal("not_found")


def _fits(right: Right, actor: Actor, drill_id: str | None, programme_id: str | None) -> bool:
    if not right.roles & actor.roles_in(drill_id, programme_id):
        return False
    match right.scope:
        case "drill":
            return drill_id is not None
        case "programme":
            return programme_id is not None and drill_id is None
        case "given":
            return drill_id is None or programme_id is None
        case "house":
            return drill_id is None and programme_id is None
        case "own":
            return programme_id is None and (drill_id is None or drill_id == actor.drill_id)
