"""What every edge leads to: each page, socket request and verb of the shell, with the operations it may ask for.

Who may do an operation, and where, stands in `simulator/permission.py` alone; here stands only which ones an edge
needs and reaches. A test walks the app and fails by name for an edge that is missing, or that reaches more or less.
"""

from collections.abc import Mapping

from web import edge
from web.api.operations import OPERATIONS
from web.edge import Edge
from web.programme_matrix import PROGRAMME_PAGES
from web.verbs import VERBS

# Who is at the door is asked on every page.
AT_THE_DOOR = frozenset({"find_actor", "note_seen", "find_token", "note_token_used"})
_IN = ("find_account", "open_account_session", "close_session")
_OWN_ACCOUNT = ("own_account",)
_ACCOUNTS = ("drill_list", "programme_list", "house_rules")
_INTO_TEAM = ("open_participant_session", "close_session")

# A page by its endpoint; the console's verbs, one by one, by the verb too.
PAGES: Mapping[str, Edge] = {
    "healthz": edge.anybody(),
    # the way in
    "front.landing": edge.anybody("own_place"),
    "front.choose_language": edge.anybody("change_own_language", "change_language"),
    "front.join": edge.anybody(),
    "front.join_code": edge.anybody("join_page", "join_team", "named_controller", *_INTO_TEAM),
    "front.keep": edge.anybody(),
    "front.leave": edge.anybody("close_session"),
    "front.return_link": edge.anybody(),
    "front.return_now": edge.anybody("return_to_team", *_INTO_TEAM),
    "front.return_form": edge.anybody(),
    "front.return_by_codes": edge.anybody("return_by_code", *_INTO_TEAM),
    "front.set_up": edge.anybody("find_link", "use_link", *_IN),
    "front.accept_invitation": edge.anybody("find_link", "use_link", *_IN),
    "front.reset_password": edge.anybody("find_link", "use_link", *_IN),
    "front.sign_in": edge.anybody(),
    "front.sign_in_now": edge.anybody(*_IN),
    "front.second_step": edge.anybody("find_account"),
    "front.take_second_step": edge.anybody("use_second_factor", *_IN),
    "front.sign_out": edge.anybody("close_session"),
    # a participant's own
    "participant.play": edge.participant("own_place", "own_drafts", "own_result"),
    "participant.state": edge.participant("own_place", "own_drafts", "own_result"),
    "participant.learning": edge.participant("own_learning"),
    "participant.hotwash": edge.participant("write_hotwash"),
    "participant.attachment": edge.participant("own_file"),
    "participant.me": edge.participant("own_page"),
    "participant.data": edge.participant("own_held"),
    "participant.choose_consent": edge.participant("give_consent", "withdraw_consent"),
    "participant.new_link": edge.participant("renew_return_link"),
    "participant.notice": edge.participant("own_page"),
    "participant.notice_read": edge.participant("read_notice"),
    # anybody's of the staff: her own account and tokens
    "account.page": edge.staff(*_OWN_ACCOUNT),
    "account.done": edge.staff(*_OWN_ACCOUNT),
    "account.change_password": edge.staff("change_own_password", also=("find_account", *_OWN_ACCOUNT)),
    "account.begin": edge.staff("begin_second_factor", also=_OWN_ACCOUNT),
    "account.enrol": edge.staff("own_second_factor"),
    "account.confirm": edge.staff("confirm_second_factor", also=("own_second_factor", *_OWN_ACCOUNT)),
    "account.renew_codes": edge.staff("renew_recovery_codes", also=("find_account", *_OWN_ACCOUNT)),
    "account.turn_off": edge.staff("drop_second_factor", also=("find_account", *_OWN_ACCOUNT)),
    "account.end_session": edge.staff("end_own_session"),
    "account.end_others": edge.staff("end_own_other_sessions"),
    "tokens.mine": edge.staff("own_tokens", "drill_list"),
    "tokens.make": edge.staff("create_token", also=("own_tokens", "drill_list")),
    "tokens.revoke": edge.staff("revoke_token"),
    # the staff's
    "staff.home": edge.staff("drill_list", also=("programme_list",)),
    "staff.new_drill": Edge("staff", frozenset({"create_drill"}), frozenset({"programme_list"}), somewhere=True),
    "staff.make_drill": edge.staff("create_drill", also=("programme_list",)),
    "staff.teams": edge.staff("teams_page", "consent_counts"),
    "staff.codes": edge.staff("teams_page"),
    "staff.add_teams": edge.staff("teams_page", "add_team", also=("consent_counts",)),
    "staff.rename": edge.staff("rename_team"),
    "staff.joining": edge.staff("open_joining"),
    "staff.renew_code": edge.staff("renew_team_code"),
    "staff.rename_member": edge.staff("rename_participant"),
    "staff.move_member": edge.staff("move_participant"),
    "staff.remove_member": edge.staff("remove_participant"),
    "staff.accounts": edge.staff("staff_list", also=_ACCOUNTS),
    "staff.invite": edge.staff("invite_staff", "staff_list", also=_ACCOUNTS),
    "staff.give_role": edge.staff("grant_role"),
    "staff.take_role": edge.staff("revoke_role"),
    "staff.make_link": edge.staff("renew_link", also=("staff_list", *_ACCOUNTS)),
    "staff.disable": edge.staff("disable_account"),
    "staff.enable": edge.staff("enable_account"),
    "staff.take_second_factor": edge.staff("reset_second_factor", also=("staff_list", *_ACCOUNTS)),
    "staff.ask_second_factor": edge.staff("demand_second_factor"),
    "staff.notice": Edge("staff", frozenset({"name_controller"}), frozenset({"named_controller"})),
    "staff.keep_controller": edge.staff("name_controller", also=("named_controller",)),
    "staff.make_programme": edge.staff("create_programme", also=("staff_list", *_ACCOUNTS)),
    # running a drill
    "facilitator.console": edge.staff("console_page"),
    "facilitator.parts": edge.staff("console_page"),
    "facilitator.team": edge.staff("team_page"),
    "facilitator.inject": edge.staff("console_page"),
    "facilitator.register": edge.staff("deviations"),
    **{f"facilitator.do/{verb}": edge.staff(known.action.__name__) for verb, known in VERBS.items()},
    # watching, rating, deciding
    "observer.watch": edge.staff("watch_page"),
    **{
        f"{room}.{page}": edge
        for room, queue, sheet, rate in (
            ("evaluator", "rating_queue", "rating_sheet", "rate_response"),
            ("merit", "merit_queue", "merit_sheet", "rate_application"),
        )
        for page, edge in {
            "desk": edge.staff(queue, also=(sheet,)),
            "queue": edge.staff(queue),
            "response": edge.staff(queue, sheet),
            "rate": edge.staff(rate),
            "me": edge.staff("own_desk", also=("own_feedback",)),
            "declare": edge.staff("declare_reading", also=("own_desk",)),
            "recuse": edge.staff("recuse_oneself"),
            "calibration": edge.staff("own_desk"),
            "calibrate": edge.staff("rate_anchor"),
        }.items()
    },
    **{
        f"{room}.{page}": edge
        for room in ("evaluators", "merit_evaluators")
        for page, edge in {
            "board": edge.staff("evaluators_board"),
            "statistics": edge.staff("rating_statistics"),
            "assign": edge.staff("assign_evaluators", also=("evaluators_board",)),
            "move": edge.staff("reassign", also=("evaluators_board",)),
            "recuse": edge.staff("recuse_evaluator", also=("evaluators_board",)),
            "let_in": edge.staff("let_evaluator_in", also=("evaluators_board",)),
        }.items()
    },
    "evaluators.close": edge.staff("close_rating", also=("evaluators_board",)),
    "organizer.standings": edge.staff("standings_page", also=("chain_state",)),
    "organizer.team": edge.staff("standings_page"),
    "organizer.publish": edge.staff("standings_page", "publish_standings"),
    "organizer.ratings": edge.staff("ratings_table"),
    "organizer.rules": edge.staff("ratings_table"),
    # who did what, and what is held about whom
    "audit.drill": edge.staff("drill_audit", "drill_audit_choices", "chain_state"),
    "audit.drill_file": edge.staff("drill_audit"),
    "audit.house": edge.staff("house_audit", "house_audit_choices", "house_chain_state"),
    "audit.house_file": edge.staff("house_audit"),
    "audit.people": edge.staff("people_held"),
    "audit.data": edge.staff("held_about"),
    "audit.erase_form": edge.staff("erasure_preview"),
    "audit.erase": edge.staff("erasure_preview", "erase_participant"),
    "audit.keep": edge.staff("people_held", "hold_words"),
    "audit.own_data": edge.staff("own_account_held"),
    "audit.account_data": edge.staff("account_held"),
    "audit.erase_account_form": edge.staff("account_erasure_preview"),
    "audit.erase_account_now": edge.staff("account_erasure_preview", "erase_account"),
    # programmes
    **PROGRAMME_PAGES,
    # scripts
    "api.openapi": edge.anybody(),
    **{f"api.{name}": edge.token(one.operation) for name, one in OPERATIONS.items()},
}

_LINE = frozenset({"find_actor", "find_participant", "note_presence"})
# A socket's requests by their name; a participant's and the staff's line are two edges where both may ask.
SOCKETS: Mapping[str, tuple[Edge, ...]] = {
    "connect": (Edge("participant", reaches=_LINE), Edge("staff", frozenset({"staff_events"}), _LINE)),
    "disconnect": (Edge("anybody", reaches=_LINE),),
    "*": (Edge("anybody"),),
    "resume": (edge.participant("own_events"), edge.staff("staff_events")),
    "send_response": (edge.participant("send_response"),),
    "save_draft": (edge.participant("save_draft"),),
    # It passes on that somebody is writing, and asks the house for nothing.
    "write_draft": (Edge("participant", needs=frozenset({"save_draft"})),),
    "open_inject": (edge.participant("open_inject"),),
    "receive_injects": (edge.participant("receive_injects"),),
    "decline_inject": (edge.participant("decline_inject"),),
    "take_seats": (edge.participant("take_seats"),),
    "change_language": (Edge("participant", frozenset({"change_language"}), frozenset({"find_participant"})),),
    "ask_pause": (edge.participant("ask_pause"),),
    "take_back_pause": (edge.participant("take_back_pause"),),
}

# The shell is the program's own: who has the machine has the house.
COMMANDS: Mapping[str, frozenset[str]] = {
    "check": frozenset(),
    "schema": frozenset(),
    "standings": frozenset(),
    "reliability": frozenset(),
    "severity": frozenset(),
    "select": frozenset(),
    "draw": frozenset(),
    "migrate": frozenset(),
    "tidy": frozenset({"retain"}),
    "erase": frozenset(
        {"staff_list", "account_erasure_preview", "erase_account", "erasure_preview", "erase_participant"}
    ),
    "rehearse": frozenset({"create_drill", "rehearse_drill", "rehearsal_of"}),
    "serve": frozenset({"has_accounts", "issue_setup_link"}),
    "user": frozenset(
        {
            "invite_staff",
            "staff_list",
            "renew_link",
            "grant_role",
            "revoke_role",
            "disable_account",
            "enable_account",
            "reset_second_factor",
            "end_account_sessions",
            "account_sessions",
            "programme_list",
        }
    ),
    "demo": frozenset(
        {
            "read_setting",
            "keep_setting",
            "invite_staff",
            "create_drill",
            "add_team",
            "add_bot_evaluator",
            "prepare_drill",
            "open_account_session",
            "find_actor",
        }
    ),
}
