"""A mail as it goes over the wire: plain text, one reader, the same Message-ID at each try."""

from collections.abc import Mapping
from email.headerregistry import Address as MailAddress
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Any

from web.mail.words import Address, compose

DOMAIN = "prontas.invalid"


def message_of(told: Mapping[str, Any], address: Address, sender: str | None) -> EmailMessage:
    """Give the message for a mail of the outbox; raise ``ValueError`` where its address cannot stand in one."""
    subject, text = compose(told, address)
    message = EmailMessage(policy=SMTP)
    # Built from its parts, an address cannot begin a header of its own.
    message["To"] = MailAddress(addr_spec=str(told["address"]))
    if sender is not None:
        message["From"] = MailAddress(addr_spec=sender)
    message["Subject"] = subject
    message["Date"] = format_datetime(told["written_at"])
    domain = sender.rpartition("@")[2] if sender is not None else DOMAIN
    message["Message-ID"] = f"<{told['id']}@{domain}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text)
    message["Content-Language"] = str(told["language"])
    return message
