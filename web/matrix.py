"""What every edge leads to: each page, socket request and verb of the shell, with the operations it may ask for.

Who may do an operation, and where, stands in `simulator/permission.py` alone; here stands only which ones an edge
needs and reaches. A test walks the app and fails by name for an edge that is missing, or that reaches more or less.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from web.api.operations import OPERATIONS
from web.verbs import VERBS

Asks = Literal["anybody", "staff", "participant", "applicant", "token"]


@dataclass(frozen=True)
class Edge:
    """Whose rights are asked, what they must allow for the edge to be there, and all that it may ask the house.

    An operation it *needs* is asked for in the drill that its address names; what it reaches besides is asked as the
    program or as nobody, or is something everybody may do with what is her own. *somewhere*: it names no place, and is
    there for whoever may do what it needs in any.
    """

    asks: Asks
    needs: frozenset[str] = frozenset()
    reaches: frozenset[str] = frozenset()
    somewhere: bool = False


def _anybody(*reaches: str) -> Edge:
    return Edge("anybody", reaches=frozenset(reaches))


def _staff(*needs: str, also: tuple[str, ...] = ()) -> Edge:
    return Edge("staff", frozenset(needs), frozenset((*needs, *also)))


def _participant(*needs: str) -> Edge:
    return Edge("participant", frozenset(needs), frozenset(needs))


def _applicant(*needs: str, also: tuple[str, ...] = ()) -> Edge:
    return Edge("applicant", frozenset(needs), frozenset((*needs, *also)))


def _token(operation: str) -> Edge:
    return Edge("token", frozenset({operation}), frozenset({operation}))


# Who is at the door is asked on every page.
AT_THE_DOOR = frozenset({"find_actor", "note_seen", "find_token", "note_token_used"})
_IN = ("find_account", "open_account_session", "close_session")
_OWN_ACCOUNT = ("own_account",)
_ACCOUNTS = ("drill_list", "programme_list", "house_rules")
_INTO_TEAM = ("open_participant_session", "close_session")

# A page by its endpoint; the console's verbs, one by one, by the verb too.
PAGES: Mapping[str, Edge] = {
    "healthz": _anybody(),
    # the way in
    "front.landing": _anybody("own_place"),
    "front.choose_language": _anybody("change_own_language", "change_language"),
    "front.join": _anybody(),
    "front.join_code": _anybody("join_page", "join_team", "named_controller", *_INTO_TEAM),
    "front.keep": _anybody(),
    "front.leave": _anybody("close_session"),
    "front.return_link": _anybody(),
    "front.return_now": _anybody("return_to_team", *_INTO_TEAM),
    "front.return_form": _anybody(),
    "front.return_by_codes": _anybody("return_by_code", *_INTO_TEAM),
    "front.set_up": _anybody("find_link", "use_link", *_IN),
    "front.accept_invitation": _anybody("find_link", "use_link", *_IN),
    "front.reset_password": _anybody("find_link", "use_link", *_IN),
    "front.sign_in": _anybody(),
    "front.sign_in_now": _anybody(*_IN),
    "front.second_step": _anybody("find_account"),
    "front.take_second_step": _anybody("use_second_factor", *_IN),
    "front.sign_out": _anybody("close_session"),
    # calls, and who applies to them
    "applicant.calls": _anybody("call_list"),
    "applicant.call": _anybody("call_page"),
    "applicant.call_file": _anybody("call_content"),
    "applicant.begin": _anybody("call_page"),
    "applicant.begin_now": _anybody("call_page", "begin_application", "open_applicant_session", "close_session"),
    "applicant.link": _anybody(),
    "applicant.link_now": _anybody("open_application", "open_applicant_session", "close_session"),
    "applicant.lost": _anybody("call_page"),
    "applicant.lost_now": _anybody("call_page", "renew_application_link"),
    "applicant.leave_now": _anybody("close_session"),
    "applicant.link_kept": _applicant(),
    "applicant.form": _applicant("own_application"),
    "applicant.draft": _applicant("own_application", "save_application", also=("declare_file",)),
    "applicant.keep": _applicant(
        "own_application", "save_application", also=("declare_file", "add_file", "remove_file", "send_application")
    ),
    "applicant.upload": _applicant("own_application", "add_file"),
    "applicant.remove": _applicant("remove_file"),
    "applicant.file": _applicant("own_application_file"),
    "applicant.receipt": _applicant("own_application"),
    "applicant.mine": _applicant("own_application"),
    "applicant.data": _applicant("own_application_held"),
    "applicant.erase": _applicant("own_application", "erase_own_application"),
    # a participant's own
    "participant.play": _participant("own_place", "own_drafts", "own_result"),
    "participant.state": _participant("own_place", "own_drafts", "own_result"),
    "participant.learning": _participant("own_learning"),
    "participant.hotwash": _participant("write_hotwash"),
    "participant.attachment": _participant("own_file"),
    "participant.me": _participant("own_page"),
    "participant.data": _participant("own_held"),
    "participant.choose_consent": _participant("give_consent", "withdraw_consent"),
    "participant.new_link": _participant("renew_return_link"),
    "participant.notice": _participant("own_page"),
    "participant.notice_read": _participant("read_notice"),
    # anybody's of the staff: her own account and tokens
    "account.page": _staff(*_OWN_ACCOUNT),
    "account.done": _staff(*_OWN_ACCOUNT),
    "account.change_password": _staff("change_own_password", also=("find_account", *_OWN_ACCOUNT)),
    "account.begin": _staff("begin_second_factor", also=_OWN_ACCOUNT),
    "account.enrol": _staff("own_second_factor"),
    "account.confirm": _staff("confirm_second_factor", also=("own_second_factor", *_OWN_ACCOUNT)),
    "account.renew_codes": _staff("renew_recovery_codes", also=("find_account", *_OWN_ACCOUNT)),
    "account.turn_off": _staff("drop_second_factor", also=("find_account", *_OWN_ACCOUNT)),
    "account.end_session": _staff("end_own_session"),
    "account.end_others": _staff("end_own_other_sessions"),
    "tokens.mine": _staff("own_tokens", "drill_list"),
    "tokens.make": _staff("create_token", also=("own_tokens", "drill_list")),
    "tokens.revoke": _staff("revoke_token"),
    # the staff's
    "staff.home": _staff("drill_list", also=("programme_list",)),
    "staff.new_drill": Edge("staff", frozenset({"create_drill"}), frozenset({"programme_list"}), somewhere=True),
    "staff.make_drill": _staff("create_drill", also=("programme_list",)),
    "staff.teams": _staff("teams_page", "consent_counts"),
    "staff.codes": _staff("teams_page"),
    "staff.add_teams": _staff("teams_page", "add_team", also=("consent_counts",)),
    "staff.rename": _staff("rename_team"),
    "staff.joining": _staff("open_joining"),
    "staff.renew_code": _staff("renew_team_code"),
    "staff.rename_member": _staff("rename_participant"),
    "staff.move_member": _staff("move_participant"),
    "staff.remove_member": _staff("remove_participant"),
    "staff.accounts": _staff("staff_list", also=_ACCOUNTS),
    "staff.invite": _staff("invite_staff", "staff_list", also=_ACCOUNTS),
    "staff.give_role": _staff("grant_role"),
    "staff.take_role": _staff("revoke_role"),
    "staff.make_link": _staff("renew_link", also=("staff_list", *_ACCOUNTS)),
    "staff.disable": _staff("disable_account"),
    "staff.enable": _staff("enable_account"),
    "staff.take_second_factor": _staff("reset_second_factor", also=("staff_list", *_ACCOUNTS)),
    "staff.ask_second_factor": _staff("demand_second_factor"),
    "staff.notice": Edge("staff", frozenset({"name_controller"}), frozenset({"named_controller"})),
    "staff.keep_controller": _staff("name_controller", also=("named_controller",)),
    "staff.make_programme": _staff("create_programme", also=("staff_list", *_ACCOUNTS)),
    # running a drill
    "facilitator.console": _staff("console_page"),
    "facilitator.parts": _staff("console_page"),
    "facilitator.team": _staff("team_page"),
    "facilitator.inject": _staff("console_page"),
    "facilitator.register": _staff("deviations"),
    **{f"facilitator.do/{verb}": _staff(known.action.__name__) for verb, known in VERBS.items()},
    # watching, rating, deciding
    "observer.watch": _staff("watch_page"),
    **{
        f"{room}.{page}": edge
        for room, queue, sheet, rate in (
            ("evaluator", "rating_queue", "rating_sheet", "rate_response"),
            ("merit", "merit_queue", "merit_sheet", "rate_application"),
        )
        for page, edge in {
            "desk": _staff(queue, also=(sheet,)),
            "queue": _staff(queue),
            "response": _staff(queue, sheet),
            "rate": _staff(rate),
            "me": _staff("own_desk", also=("own_feedback",)),
            "declare": _staff("declare_reading", also=("own_desk",)),
            "recuse": _staff("recuse_oneself"),
            "calibration": _staff("own_desk"),
            "calibrate": _staff("rate_anchor"),
        }.items()
    },
    **{
        f"{room}.{page}": edge
        for room in ("evaluators", "merit_evaluators")
        for page, edge in {
            "board": _staff("evaluators_board"),
            "statistics": _staff("rating_statistics"),
            "assign": _staff("assign_evaluators", also=("evaluators_board",)),
            "move": _staff("reassign", also=("evaluators_board",)),
            "recuse": _staff("recuse_evaluator", also=("evaluators_board",)),
            "let_in": _staff("let_evaluator_in", also=("evaluators_board",)),
        }.items()
    },
    "evaluators.close": _staff("close_rating", also=("evaluators_board",)),
    "organizer.standings": _staff("standings_page", also=("chain_state",)),
    "organizer.team": _staff("standings_page"),
    "organizer.publish": _staff("standings_page", "publish_standings"),
    "organizer.ratings": _staff("ratings_table"),
    "organizer.rules": _staff("ratings_table"),
    # who did what, and what is held about whom
    "audit.drill": _staff("drill_audit", "drill_audit_choices", "chain_state"),
    "audit.drill_file": _staff("drill_audit"),
    "audit.house": _staff("house_audit", "house_audit_choices", "house_chain_state"),
    "audit.house_file": _staff("house_audit"),
    "audit.people": _staff("people_held"),
    "audit.data": _staff("held_about"),
    "audit.erase_form": _staff("erasure_preview"),
    "audit.erase": _staff("erasure_preview", "erase_participant"),
    "audit.keep": _staff("people_held", "hold_words"),
    "audit.own_data": _staff("own_account_held"),
    "audit.account_data": _staff("account_held"),
    "audit.erase_account_form": _staff("account_erasure_preview"),
    "audit.erase_account_now": _staff("account_erasure_preview", "erase_account"),
    # scripts
    "api.openapi": _anybody(),
    **{f"api.{name}": _token(one.operation) for name, one in OPERATIONS.items()},
}

_LINE = frozenset({"find_actor", "find_participant", "note_presence"})
# A socket's requests by their name; a participant's and the staff's line are two edges where both may ask.
SOCKETS: Mapping[str, tuple[Edge, ...]] = {
    "connect": (Edge("participant", reaches=_LINE), Edge("staff", frozenset({"staff_events"}), _LINE)),
    "disconnect": (Edge("anybody", reaches=_LINE),),
    "*": (Edge("anybody"),),
    "resume": (_participant("own_events"), _staff("staff_events")),
    "send_response": (_participant("send_response"),),
    "save_draft": (_participant("save_draft"),),
    # It passes on that somebody is writing, and asks the house for nothing.
    "write_draft": (Edge("participant", needs=frozenset({"save_draft"})),),
    "open_inject": (_participant("open_inject"),),
    "receive_injects": (_participant("receive_injects"),),
    "decline_inject": (_participant("decline_inject"),),
    "take_seats": (_participant("take_seats"),),
    "change_language": (Edge("participant", frozenset({"change_language"}), frozenset({"find_participant"})),),
    "ask_pause": (_participant("ask_pause"),),
    "take_back_pause": (_participant("take_back_pause"),),
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
