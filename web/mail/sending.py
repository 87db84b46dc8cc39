"""The way out: what is due in the outbox goes to the SMTP server of the settings, and what became of it is noted."""

import smtplib
import ssl
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import unquote, urlsplit

from flask import Flask

from simulator.actions.mails import note_mail, take_mails
from simulator.actor import PROGRAM
from simulator.house import House
from web import door
from web.mail.message import message_of
from web.settings import Settings

PATIENCE = 20.0
PORTS = {"smtp": 25, "starttls": 587, "smtps": 465}
# What the other side says will never be otherwise.
FOR_GOOD = 500


def may_send(settings: Settings) -> bool:
    """Say whether mails leave this server: a demo's never do."""
    return settings.mail_url is not None and settings.demo_key is None


def send_due(app: Flask, house: House, settings: Settings) -> int:
    """Send what is due; gives how many have left. Each try is noted, also one that failed."""
    if not may_send(settings):
        return 0
    taken = house.perform(take_mails, PROGRAM)
    if not taken:
        return 0
    with app.test_request_context(base_url=settings.public_url):
        return _send(
            taken, settings, lambda mail_id, **facts: house.perform(note_mail, PROGRAM, mail_id=mail_id, **facts)
        )


def _send(taken: Sequence[Mapping[str, Any]], settings: Settings, note: Callable[..., None]) -> int:
    try:
        line = connect(settings)
    except (OSError, smtplib.SMTPException) as error:
        for told in taken:
            note(told["id"], problem=_problem(error))
        return 0
    left = 0
    for told in taken:
        try:
            line.send_message(message_of(told, door.address, settings.mail_from))
        except (OSError, smtplib.SMTPException, ValueError) as error:
            note(told["id"], problem=_problem(error), final=_is_final(error))
        else:
            note(told["id"])
            left += 1
    try:
        line.quit()
    except (OSError, smtplib.SMTPException):
        # All has been said by then.
        line.close()
    return left


def connect(settings: Settings) -> smtplib.SMTP:
    """Open a line to the SMTP server: plain only where the settings say so, else safe before a word is said."""
    parts = urlsplit(settings.mail_url.get_secret_value() if settings.mail_url else "")
    host, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
    safe = ssl.create_default_context()
    line: smtplib.SMTP = (
        smtplib.SMTP_SSL(host, port, timeout=PATIENCE, context=safe)
        if parts.scheme == "smtps"
        else smtplib.SMTP(host, port, timeout=PATIENCE)
    )
    try:
        if parts.scheme == "starttls":
            line.starttls(context=safe)
        if parts.username:
            line.login(unquote(parts.username), unquote(parts.password or ""))
    except BaseException:
        line.close()
        raise
    return line


def _problem(error: Exception) -> str:
    """Give a code; what the other side said may hold anything, and is not kept."""
    match error:
        case smtplib.SMTPRecipientsRefused():
            return "address_refused" if _is_final(error) else "address_refused_now"
        case smtplib.SMTPAuthenticationError():
            return "sign_in_refused"
        case ssl.SSLError() | smtplib.SMTPNotSupportedError():
            return "line_not_safe"
        case ValueError():
            return "address_refused"
        case smtplib.SMTPServerDisconnected():
            return "unreachable"
        case smtplib.SMTPException():
            return "server_refused"
    return "unreachable"


def _is_final(error: Exception) -> bool:
    match error:
        case smtplib.SMTPRecipientsRefused():
            return all(code >= FOR_GOOD for code, _words in error.recipients.values())
        case ssl.SSLError():
            return False
        case ValueError():
            return True
    return False
