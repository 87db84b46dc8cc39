"""Sending an application, and the receipt: the instant by the server's clock, and the SHA-256 of each file."""

from typing import Any

from flask import render_template
from werkzeug.wrappers import Response

from simulator.actions.sending_application import send_application
from web import door
from web.applicant.calls import telling
from web.applicant.room import applicant
from web.applicant.showing import lacks_said, own


def send() -> Response:
    """Send what is kept, and go to the receipt."""
    door.house().perform(send_application, door.applicant())
    return door.go("applicant.receipt")


@applicant.get("/application/receipt")
@door.for_applicants
def receipt() -> Any:
    """Show what has been received, and when."""
    told = own()
    if told["receipt"] is None:
        return door.go("applicant.form")
    titles = {one.id: one.title for one in told["call"].documents}
    return render_template(
        "applicant/receipt.html", own=told, call=told["call"], titles=titles, lacks=lacks_said(told),
        **telling(told["call"]),
    )  # fmt: skip
