"""What the pages of programmes lead to: calls, applications, and what organizers decide (see `web/matrix.py`)."""

from collections.abc import Mapping

from web.edge import Edge, anybody, applicant, staff

PROGRAMME_PAGES: Mapping[str, Edge] = {
    # calls, and who applies to them
    "applicant.calls": anybody("call_list"),
    "applicant.call": anybody("call_page", "public_funnel"),
    "applicant.call_file": anybody("call_content"),
    "applicant.numbers_file": anybody("call_page", "public_funnel"),
    "applicant.begin": anybody("call_page"),
    "applicant.begin_now": anybody("call_page", "begin_application", "open_applicant_session", "close_session"),
    "applicant.link": anybody(),
    "applicant.link_now": anybody("open_application", "open_applicant_session", "close_session"),
    "applicant.lost": anybody("call_page"),
    "applicant.lost_now": anybody("call_page", "renew_application_link"),
    "applicant.leave_now": anybody("close_session"),
    "applicant.link_kept": applicant(),
    "applicant.form": applicant("own_application"),
    "applicant.draft": applicant("own_application", "save_application", also=("declare_file",)),
    "applicant.keep": applicant(
        "own_application", "save_application", also=("declare_file", "add_file", "remove_file", "send_application")
    ),
    "applicant.upload": applicant("own_application", "add_file"),
    "applicant.remove": applicant("remove_file"),
    "applicant.file": applicant("own_application_file"),
    "applicant.receipt": applicant("own_application"),
    "applicant.mine": applicant("own_application"),
    "applicant.data": applicant("own_application_held"),
    "applicant.erase": applicant("own_application", "erase_own_application"),
    # a programme's call, its mails, and what is held about who applied
    "calls.call": staff("programme_call"),
    "calls.open_now": staff("programme_call", "open_call"),
    "calls.shipped": staff("programme_call"),
    "calls.mails": staff("mail_list"),
    "calls.numbers": staff("funnel"),
    "calls.numbers_file": staff("funnel"),
    "audit.programme": staff("programme_audit", "programme_audit_choices", "programme_chain_state"),
    "audit.programme_file": staff("programme_audit"),
    "calls.again": staff("try_mail_again"),
    "calls.mail": staff("mail_page"),
    "calls.held": staff("application_held"),
    "calls.erase_form": staff("application_held"),
    "calls.erase": staff("application_held", "erase_application"),
}
