"""The permission table: who may do what. What is not in it nobody may do."""

from collections.abc import Mapping

from simulator.actor import Actor
from simulator.refusal import Refusal

PROGRAM, NOBODY, PARTICIPANT, ACCOUNT = "program", "nobody", "participant", "account"
FACILITATOR, EVALUATOR, OBSERVER, ORGANIZER = "facilitator", "evaluator", "observer", "organizer"

_RUNS = frozenset({FACILITATOR})
_MAKES = frozenset({FACILITATOR, ORGANIZER})
_PLAYS = frozenset({PARTICIPANT})
_SEES_DRILL = frozenset({FACILITATOR, ORGANIZER, OBSERVER})
_RATES = frozenset({EVALUATOR})
_DECIDES = frozenset({ORGANIZER})
_ITSELF = frozenset({PROGRAM})
_ANYBODY = frozenset({NOBODY, PROGRAM, PARTICIPANT, ACCOUNT})
_ACCOUNTS = frozenset({ACCOUNT})

PERMISSIONS: Mapping[str, frozenset[str]] = {
    # making a drill
    "create_drill": _MAKES | _ITSELF,
    "add_team": _MAKES | _ITSELF,
    "rename_team": _MAKES,
    "open_joining": _MAKES,
    "prepare_drill": _MAKES | _ITSELF,
    "rename_participant": _RUNS,
    "move_participant": _RUNS,
    "remove_participant": _RUNS,
    # running it
    "start_drill": _RUNS | _ITSELF,
    "pause_drill": _RUNS,
    "stop_drill": _RUNS,
    "resume_drill": _RUNS | _ITSELF,
    "set_speed": _RUNS,
    "end_drill": _RUNS,
    "deliver_inject": _RUNS,
    "release_inject": _RUNS,
    "withdraw_inject": _RUNS,
    "hold_inject": _RUNS,
    "skip_inject": _RUNS,
    "move_inject": _RUNS,
    "undo_order": _RUNS,
    "set_flag": _RUNS,
    # playing
    "join_team": _ANYBODY,
    "return_to_team": _ANYBODY,
    "return_by_code": _ANYBODY,
    "change_language": _PLAYS,
    "take_seats": _PLAYS,
    "receive_injects": _PLAYS,
    "open_inject": _PLAYS,
    "save_draft": _PLAYS,
    "send_response": _PLAYS,
    "decline_inject": _PLAYS,
    "write_hotwash": _PLAYS,
    # rating and deciding
    "rate_response": _RATES,
    "publish_standings": _DECIDES,
    # staff accounts and open sessions
    "invite_staff": _DECIDES | _ITSELF,
    "renew_invitation": _DECIDES | _ITSELF,
    "issue_setup_link": _ITSELF,
    "use_link": _ANYBODY,
    "open_account_session": _ANYBODY,
    "open_participant_session": _ANYBODY,
    "close_session": _ANYBODY,
    "change_own_language": _ACCOUNTS,
    "add_bot_evaluator": _ITSELF,
    "grant_role": _DECIDES | _ITSELF,
    "keep_setting": _ITSELF,
    # reading: outside
    "find_actor": _ANYBODY,
    "find_account": _ANYBODY,
    "find_link": _ANYBODY,
    "join_page": _ANYBODY,
    "has_accounts": _ANYBODY,
    "read_setting": _ITSELF,
    # reading: a participant's own
    "own_events": _PLAYS,
    "own_place": _PLAYS,
    "own_drafts": _PLAYS,
    "own_learning": _PLAYS,
    "own_result": _PLAYS,
    "own_file": _PLAYS,
    # reading: the staff's
    "drill_list": _ACCOUNTS,
    "staff_list": _DECIDES | _ITSELF,
    "staff_events": _SEES_DRILL,
    "console_page": _SEES_DRILL,
    "team_page": _SEES_DRILL,
    "deviations": _SEES_DRILL,
    "teams_page": _MAKES,
    "rating_queue": _RATES,
    "rating_sheet": _RATES,
    "standings_page": _DECIDES,
    "ratings_table": _DECIDES,
    # the program itself
    "render_posts": _ITSELF,
    "stream_states": _ITSELF,
    "find_participant": _ITSELF,
    "bot_moves": _ITSELF,
    "rehearse_drill": _ITSELF,
    "rehearsal_of": _ITSELF,
    "tick": _ITSELF,
    "pause_all": _ITSELF,
    "note_presence": _ITSELF,
    "forget_presence": _ITSELF,
}


def can(role: str, action: str, scope: str | None = None) -> bool:
    """Say whether *role* may do *action*; *scope* is where it holds the role, and was matched before."""
    return role in PERMISSIONS.get(action, frozenset())


def require(actor: Actor, action: str, drill_id: str | None) -> None:
    """Refuse what the actor may not do; the refusal looks like absence."""
    if not any(can(role, action, drill_id) for role in actor.roles_in(drill_id)):
        raise Refusal("not_found")
