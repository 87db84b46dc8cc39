"""What every edge leads to: each page, socket request and verb of the shell, with the operations it may ask for.

Who may do an operation, and where, stands in `simulator/permission.py` alone; here stands only which ones an edge
needs and reaches. A test walks the app and fails by name for an edge that is missing, or that reaches more or less.
"""

from collections.abc import Mapping

from web.api.operations import OPERATIONS
from web.edge import Edge, anybody, participant, staff, token
from web.editor_matrix import EDITOR_PAGES
from web.import_matrix import IMPORT_PAGES
from web.programme_matrix import PROGRAMME_PAGES
from web.stage_matrix import STAGE_PAGES
from web.verbs import VERBS

# Who is at the door is asked on every page.
AT_THE_DOOR = frozenset({"find_actor", "note_seen", "find_token", "note_token_used"})
_IN = ("find_account", "open_account_session", "close_session")
_OWN_ACCOUNT = ("own_account",)
_ACCOUNTS = ("drill_list", "programme_list", "house_rules", "staff_tokens")
_INTO_TEAM = ("open_participant_session", "close_session")

# A page by its endpoint; the console's verbs, one by one, by the verb too.
PAGES: Mapping[str, Edge] = {
    "watching.healthz": anybody(),
    "watching.readyz": anybody("readiness"),
    "watching.metrics": anybody(),
    # the way in
    "front.landing": anybody("own_place"),
    "front.choose_language": anybody("change_own_language", "change_language"),
    "front.join": anybody(),
    "front.join_code": anybody("join_page", "join_team", "named_controller", *_INTO_TEAM),
    "front.keep": anybody(),
    "front.leave": anybody("close_session"),
    "front.return_link": anybody(),
    "front.return_now": anybody("return_to_team", *_INTO_TEAM),
    "front.return_form": anybody(),
    "front.return_by_codes": anybody("return_by_code", *_INTO_TEAM),
    "front.set_up": anybody("find_link", "use_link", *_IN),
    "front.accept_invitation": anybody("find_link", "use_link", *_IN),
    "front.reset_password": anybody("find_link", "use_link", *_IN),
    "front.sign_in": anybody(),
    "front.sign_in_now": anybody(*_IN),
    "front.second_step": anybody("find_account"),
    "front.take_second_step": anybody("use_second_factor", *_IN),
    "front.sign_out": anybody("close_session"),
    "front.signed_out": anybody(),
    # a participant's own
    "participant.play": participant("own_place", "own_drafts", "own_result"),
    "participant.state": participant("own_place", "own_drafts", "own_result"),
    "participant.learning": participant("own_learning"),
    "participant.hotwash": participant("write_hotwash"),
    "participant.attachment": participant("own_file"),
    "participant.me": participant("own_page"),
    "participant.data": participant("own_held"),
    "participant.choose_consent": participant("give_consent", "withdraw_consent"),
    "participant.new_link": participant("renew_return_link"),
    "participant.notice": participant("own_page"),
    "participant.notice_read": participant("read_notice"),
    "participant.sheet": participant("own_sheet"),
    "participant.sheet_pdf": participant("own_sheet"),
    "participant.appeal": Edge("participant", frozenset({"file_appeal"}), frozenset({"file_appeal", "own_sheet"})),
    # anybody's of the staff: her own account and tokens
    "account.page": staff(*_OWN_ACCOUNT),
    "account.done": staff(*_OWN_ACCOUNT),
    "account.change_password": staff("change_own_password", also=("find_account", *_OWN_ACCOUNT)),
    "account.begin": staff("begin_second_factor", also=("find_account", *_OWN_ACCOUNT)),
    "account.enrol": staff("own_second_factor"),
    "account.confirm": staff("confirm_second_factor", also=("own_second_factor", *_OWN_ACCOUNT)),
    "account.renew_codes": staff("renew_recovery_codes", also=("find_account", *_OWN_ACCOUNT)),
    "account.turn_off": staff("drop_second_factor", also=("find_account", *_OWN_ACCOUNT)),
    "account.end_session": staff("end_own_session"),
    "account.end_others": staff("end_own_other_sessions"),
    "tokens.mine": staff("own_tokens", "drill_list"),
    "tokens.make": staff("create_token", also=("own_tokens", "drill_list")),
    "tokens.revoke": staff("revoke_token"),
    # the staff's
    "staff.home": staff("drill_list", also=("programme_list", "merit_desks")),
    "staff.new_drill": Edge(
        "staff", frozenset({"create_drill"}), frozenset({"programme_list", "scenario_list"}), somewhere=True
    ),
    "staff.make_drill": staff("create_drill", also=("programme_list", "scenario_list")),
    "staff.teams": staff("teams_page", "consent_counts"),
    "staff.codes": staff("teams_page"),
    "staff.add_teams": staff("teams_page", "add_team", also=("consent_counts",)),
    "staff.rename": staff("rename_team"),
    "staff.joining": staff("open_joining"),
    "staff.renew_code": staff("renew_team_code"),
    "staff.rename_member": staff("rename_participant"),
    "staff.move_member": staff("move_participant"),
    "staff.remove_member": staff("remove_participant"),
    "staff.accounts": staff("staff_list", also=_ACCOUNTS),
    "staff.invite": staff("invite_staff", "staff_list", also=_ACCOUNTS),
    "staff.give_role": staff("grant_role"),
    "staff.take_role": staff("revoke_role"),
    "staff.make_link": staff("renew_link", also=("staff_list", *_ACCOUNTS)),
    "staff.drill_roles": staff("drill_staff"),
    "staff.add_to_drill": staff("invite_staff", "drill_staff", also=("find_account", "grant_role")),
    "staff.give_role_here": staff("grant_role", also=("drill_staff",)),
    "staff.take_role_here": staff("revoke_role", also=("drill_staff",)),
    "staff.revoke_token": staff("revoke_staff_token"),
    "staff.disable": staff("disable_account"),
    "staff.enable": staff("enable_account"),
    "staff.take_second_factor": staff("reset_second_factor", also=("staff_list", *_ACCOUNTS)),
    "staff.ask_second_factor": staff("demand_second_factor"),
    "staff.notice": Edge("staff", frozenset({"name_controller"}), frozenset({"named_controller"})),
    "staff.keep_controller": staff("name_controller", also=("named_controller",)),
    "staff.make_programme": staff("create_programme", also=("staff_list", *_ACCOUNTS)),
    # writing scenarios
    **EDITOR_PAGES,
    **IMPORT_PAGES,
    # running a drill
    "facilitator.console": staff("console_page"),
    "facilitator.parts": staff("console_page"),
    "facilitator.team": staff("team_page"),
    "facilitator.inject": staff("console_page"),
    "facilitator.register": staff("deviations"),
    "facilitator.late": staff("late_responses"),
    "facilitator.rule_on_late": staff("rule_late", also=("late_responses",)),
    **{f"facilitator.do/{verb}": staff(known.action.__name__) for verb, known in VERBS.items()},
    **{f"printing.{page}": staff("print_pack") for page in ("page", "pdf", "archive")},
    # watching, rating, deciding
    "observer.watch": staff("watch_page"),
    **{
        f"{room}.{page}": edge
        for room, queue, sheet, rate in (
            ("evaluator", "rating_queue", "rating_sheet", "rate_response"),
            ("merit", "merit_queue", "merit_sheet", "rate_application"),
        )
        for page, edge in {
            "desk": staff(queue, also=(sheet,)),
            "queue": staff(queue),
            "response": staff(queue, sheet),
            "rate": staff(rate),
            "me": staff("own_desk", also=("own_feedback",)),
            "declare": staff("declare_reading", also=("own_desk",)),
            "recuse": staff("recuse_oneself"),
            "calibration": staff("own_desk"),
            "calibrate": staff("rate_anchor"),
        }.items()
    },
    **{
        f"{room}.{page}": edge
        for room in ("evaluators", "merit_evaluators")
        for page, edge in {
            "board": staff("evaluators_board"),
            "statistics": staff("rating_statistics"),
            "statistics_file": staff("rating_statistics"),
            "assign": staff("assign_evaluators", also=("evaluators_board",)),
            "move": staff("reassign", also=("evaluators_board",)),
            "recuse": staff("recuse_evaluator", also=("evaluators_board",)),
            "let_in": staff("let_evaluator_in", also=("evaluators_board",)),
            "thirds": staff("ask_thirds", also=("evaluators_board",)),
        }.items()
    },
    "evaluators.close": staff("close_rating", also=("evaluators_board",)),
    "organizer.standings": staff("standings_page", also=("chain_state",)),
    "organizer.team": staff("standings_page"),
    "organizer.publish": staff("standings_page", "publish_standings"),
    "organizer.ratings": staff("ratings_table"),
    "organizer.rules": staff("ratings_table"),
    "organizer.thirds": staff("ask_thirds", also=("standings_page",)),
    "linked.drills": staff("linked_drills"),
    "organizer.standings_file": staff("standings_page"),
    "organizer.ratings_file": staff("ratings_table"),
    "organizer.register_file": staff("register_page"),
    "organizer.score_rules": staff("score_rules_page"),
    "organizer.keep_rules": staff("set_score_rules", also=("score_rules_page",)),
    "organizer.upload_rules": staff("set_score_rules", also=("score_rules_page",)),
    "organizer.register": staff("register_page", "decisions"),
    "organizer.rule": staff("rule_deviation", also=("register_page", "decisions")),
    "organizer.propose": staff("propose_decision", also=("register_page", "decisions")),
    "organizer.appeals": staff("appeal_list"),
    "organizer.rerate": staff("ask_rerating", also=("appeal_list",)),
    "organizer.decide": staff("decide_appeal", also=("appeal_list",)),
    "organizer.similar": staff("similar_responses"),
    "organizer.show_names": staff("open_names"),
    "organizer.sheet": staff("team_sheet"),
    "organizer.sheet_pdf": staff("team_sheet"),
    **{
        f"deciding.{verb}{here}": staff(f"{verb}_decision")
        for verb in ("second", "refuse", "withdraw")
        for here in ("", "_here")
    },
    "bundle.drill": staff("bundle_page"),
    "bundle.programme": staff("bundle_page"),
    "bundle.take_drill": staff("make_bundle", "note_bundle"),
    "bundle.take_programme": staff("make_bundle", "note_bundle"),
    # who did what, and what is held about whom
    "audit.drill": staff("drill_audit", "drill_audit_choices", "chain_state"),
    "audit.drill_file": staff("drill_audit"),
    "audit.house": staff("house_audit", "house_audit_choices", "house_chain_state"),
    "audit.house_file": staff("house_audit"),
    "audit.people": staff("people_held"),
    "audit.data": staff("held_about"),
    "audit.erase_form": staff("erasure_preview"),
    "audit.erase": staff("erasure_preview", "erase_participant"),
    "audit.keep": staff("people_held", "hold_words"),
    "audit.own_data": staff("own_account_held"),
    "audit.account_data": staff("account_held"),
    "audit.erase_account_form": staff("account_erasure_preview"),
    "audit.erase_account_now": staff("account_erasure_preview", "erase_account"),
    # programmes
    **PROGRAMME_PAGES,
    **STAGE_PAGES,
    # scripts
    "api.openapi": anybody(),
    **{f"api.{name}": token(one.operation) for name, one in OPERATIONS.items()},
}

_LINE = frozenset({"find_actor", "find_participant", "note_lines"})
# A socket's requests by their name; a participant's and the staff's line are two edges where both may ask.
SOCKETS: Mapping[str, tuple[Edge, ...]] = {
    "connect": (Edge("participant", reaches=_LINE), Edge("staff", frozenset({"staff_events"}), _LINE)),
    "disconnect": (Edge("anybody", reaches=_LINE),),
    "*": (Edge("anybody"),),
    "resume": (participant("own_events"), staff("staff_events")),
    "send_response": (participant("send_response"),),
    "save_draft": (participant("save_draft"),),
    # It passes on that somebody is writing, and asks the house for nothing.
    "write_draft": (Edge("participant", needs=frozenset({"save_draft"})),),
    "open_inject": (participant("open_inject"),),
    "receive_injects": (participant("receive_injects"),),
    "decline_inject": (participant("decline_inject"),),
    "take_seats": (participant("take_seats"),),
    "change_language": (Edge("participant", frozenset({"change_language"}), frozenset({"find_participant"})),),
    "ask_pause": (participant("ask_pause"),),
    "take_back_pause": (participant("take_back_pause"),),
}

# The shell is the program's own: who has the machine has the house.
COMMANDS: Mapping[str, frozenset[str]] = {
    "check": frozenset(),
    "schema": frozenset(),
    "import": frozenset(),
    "export": frozenset(),
    "standings": frozenset(),
    "reliability": frozenset(),
    "severity": frozenset(),
    "select": frozenset(),
    "draw": frozenset(),
    "verify": frozenset(),
    "bundle": frozenset({"bundle_subjects", "make_bundle", "note_bundle"}),
    "restore": frozenset({"restore_bundle"}),
    "migrate": frozenset(),
    "backup": frozenset(),
    # It fills and asks a house of its own, which ends with it.
    "bench": frozenset(),
    "restore-backup": frozenset(),
    "tidy": frozenset({"retain"}),
    "erase": frozenset(
        {
            "staff_list",
            "account_erasure_preview",
            "erase_account",
            "erasure_preview",
            "erase_participant",
            "application_list",
            "erase_application",
        }
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
            "demand_second_factor",
            "house_rules",
            "end_account_sessions",
            "end_account_session",
            "account_sessions",
            "staff_tokens",
            "revoke_staff_token",
            "programme_list",
            "create_programme",
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
