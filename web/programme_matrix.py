"""What the pages of programmes lead to: calls, applications, and what organizers decide (see `web/matrix.py`)."""

from collections.abc import Mapping

from web import edge
from web.edge import Edge

PROGRAMME_PAGES: Mapping[str, Edge] = {
    # calls, and who applies to them
    "applicant.calls": edge.anybody("call_list"),
    "applicant.call": edge.anybody("call_page"),
    "applicant.call_file": edge.anybody("call_content"),
    "applicant.begin": edge.anybody("call_page"),
    "applicant.begin_now": edge.anybody("call_page", "begin_application", "open_applicant_session", "close_session"),
    "applicant.link": edge.anybody(),
    "applicant.link_now": edge.anybody("open_application", "open_applicant_session", "close_session"),
    "applicant.lost": edge.anybody("call_page"),
    "applicant.lost_now": edge.anybody("call_page", "renew_application_link"),
    "applicant.leave_now": edge.anybody("close_session"),
    "applicant.link_kept": edge.applicant(),
    "applicant.form": edge.applicant("own_application"),
    "applicant.draft": edge.applicant("own_application", "save_application", also=("declare_file",)),
    "applicant.keep": edge.applicant(
        "own_application", "save_application", also=("declare_file", "add_file", "remove_file", "send_application")
    ),
    "applicant.upload": edge.applicant("own_application", "add_file"),
    "applicant.remove": edge.applicant("remove_file"),
    "applicant.file": edge.applicant("own_application_file"),
    "applicant.receipt": edge.applicant("own_application"),
    "applicant.mine": edge.applicant("own_application"),
    "applicant.data": edge.applicant("own_application_held"),
    "applicant.erase": edge.applicant("own_application", "erase_own_application"),
    # a programme's call, its mails, and what is held about who applied
    "calls.call": edge.staff("programme_call"),
    "calls.open_now": edge.staff("programme_call", "open_call"),
    "calls.shipped": edge.staff("programme_call"),
    "calls.mails": edge.staff("mail_list"),
    "calls.again": edge.staff("try_mail_again"),
    "calls.mail": edge.staff("mail_page"),
    "calls.held": edge.staff("application_held"),
    "calls.erase_form": edge.staff("application_held"),
    "calls.erase": edge.staff("application_held", "erase_application"),
}
