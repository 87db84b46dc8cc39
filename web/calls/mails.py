"""The outbox of a programme: what waits and why, what to do about it, and each mail as a file to send by hand."""

from typing import Any

from flask import Response, render_template

from simulator.actions.mails import try_mail_again
from simulator.reading.mails import mail_list, mail_page
from web import door
from web.applicant.calls import speaking
from web.calls.room import calls
from web.mail.award_words import AWARD_MAIL_KINDS
from web.mail.message import message_of
from web.mail.sending import may_send
from web.words import LANGUAGES, N_

PROBLEMS = {
    "unreachable": N_("The mail server cannot be reached."),
    "line_not_safe": N_("The mail server offers no safe line, or its certificate is not valid."),
    "sign_in_refused": N_("The mail server refuses the name or the password."),
    "server_refused": N_("The mail server does not take it."),
    "address_refused": N_("The mail server says that there is no such address."),
    "address_refused_now": N_("The mail server does not take mail for this address just now."),
}
KINDS = {
    "application_link": N_("Personal link"),
    "application_receipt": N_("Receipt of an application"),
    "cure_opened": N_("What can be mended"),
    **AWARD_MAIL_KINDS,
}


@calls.get("/programmes/<programme_id>/mails")
@door.for_staff
def mails(programme_id: str) -> Any:
    """List the mails, those that need somebody first."""
    box = door.house().look(mail_list, door.staff(), programme_id=programme_id)
    return render_template(
        "calls/mails.html", programme_id=programme_id, box=box, sends=may_send(door.settings()), problems=PROBLEMS,
        kinds=KINDS, spoken=LANGUAGES, **speaking(),
    )  # fmt: skip


@calls.post("/programmes/<programme_id>/mails/<mail_id>/again")
@door.for_staff
def again(programme_id: str, mail_id: str) -> Response:
    """Let a mail be tried at once."""
    door.house().perform(try_mail_again, door.staff(), programme_id=programme_id, mail_id=mail_id)
    return door.go("calls.mails", programme_id=programme_id)


@calls.get("/programmes/<programme_id>/mails/<mail_id>.eml")
@door.for_staff
def mail(programme_id: str, mail_id: str) -> Response:
    """Hand out a mail that has not left, for an organizer's own mail program."""
    told = door.house().look(mail_page, door.staff(), programme_id=programme_id, mail_id=mail_id)
    try:
        content = message_of(told, door.address, None).as_bytes()
    except ValueError:
        # An address that no mail program takes: the text is of use all the same.
        content = message_of(told | {"address": "unknown@address.invalid"}, door.address, None).as_bytes()
    response = Response(content, content_type="message/rfc822")
    response.headers["Content-Disposition"] = f'attachment; filename="{mail_id}.eml"'
    return response
