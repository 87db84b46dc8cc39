"""What each kind of mail of the outbox says: from its facts, in the reader's language, with a link where one helps."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from web.mail.award_words import AWARD_MAILS
from web.words import N_, say
from web.words.instants import instant_words

Facts = Mapping[str, Any]
# Gives the full address of one of our pages.
Address = Callable[..., str]
# A subject, and paragraphs.
Words = tuple[str, Sequence[str]]
Composer = Callable[[str, Facts, Address], Words]

LINK = N_("Your application to “%(call)s”")
LINK_OPENS = N_("With this link you come back to your application, on any device:")
LINK_KEEP = N_("Whoever has it can read and change the application: keep it to yourself, and do not pass this mail on.")
LINK_ENDS = N_("Applications end on %(at)s. Only what you have sent by then counts.")
RECEIPT = N_("Received: your application to “%(call)s”")
RECEIVED = N_("Your application %(code)s was received on %(at)s. This is its version %(version)s.")
IN_GRACE = N_("It came in after the end, within the time that the call grants to slow lines. It counts.")
NOT_WHOLE = N_("Something was still missing in it. You are told what can be mended, and until when.")
FILES = N_("The files, each with its fingerprint (SHA-256)")
AGAIN = N_("Until %(at)s you can send again: the last one counts.")
CURE = N_("Please mend your application to “%(call)s”")
CURE_WHAT = N_(
    "Something in your application %(code)s does not fit in form. You can mend this until %(at)s, and only this:"
)
CURE_MEMBERS = N_("the members of the team")
CURE_HOW = N_("Open your application by your personal link, mend it there and send it again.")
HELLO, HELLO_NOBODY = N_("Dear %(name)s,"), N_("Good day,")


def compose(told: Facts, address: Address) -> tuple[str, str]:
    """Give the subject and the text of a mail as the outbox has it."""
    language, facts = str(told["language"]), told["facts"]
    subject, paragraphs = MAILS[str(told["kind"])](language, facts, address)
    name = facts.get("name")
    hello = say(language, HELLO, name=name) if name else say(language, HELLO_NOBODY)
    return " ".join(subject.split()), "\n\n".join((hello, *paragraphs)) + "\n"


def at(language: str, written: str) -> str:
    """Give an instant of a mail's facts in words."""
    return instant_words(language, datetime.fromisoformat(written))


def _link(language: str, facts: Facts, address: Address) -> Words:
    token = facts.get("token")
    opens = address("applicant.link", token=token) if token else "…"
    return say(language, LINK, call=facts["call"]), [
        f"{say(language, LINK_OPENS)}\n{opens}", say(language, LINK_KEEP),
        say(language, LINK_ENDS, at=at(language, facts["closes"])),
    ]  # fmt: skip


def _receipt(language: str, facts: Facts, address: Address) -> Words:
    received = say(
        language, RECEIVED, code=facts["code"], at=at(language, facts["sent_at"]), version=facts["version"]
    )  # fmt: skip
    paragraphs = [received]
    if facts["in_grace"]:
        paragraphs.append(say(language, IN_GRACE))
    if not facts["complete"]:
        paragraphs.append(say(language, NOT_WHOLE))
    if facts["files"]:
        lines = [f"{one['title']}: {one['name']}\n{one['sha256']}" for one in facts["files"]]
        paragraphs.append("\n".join((f"{say(language, FILES)}:", *lines)))
    if not facts["in_grace"] and not facts["cure"]:
        paragraphs.append(say(language, AGAIN, at=at(language, facts["closes"])))
    return say(language, RECEIPT, call=facts["call"]), paragraphs


def _cure(language: str, facts: Facts, address: Address) -> Words:
    parts = [f"– {part or say(language, CURE_MEMBERS)}" for part in facts["parts"]]
    what = say(language, CURE_WHAT, code=facts["code"], at=at(language, facts["until"]))
    return say(language, CURE, call=facts["call"]), ["\n".join((what, *parts)), say(language, CURE_HOW)]


# Every kind that the simulator writes; a room adds its line here.
MAILS: Mapping[str, Composer] = {
    "application_link": _link,
    "application_receipt": _receipt,
    "cure_opened": _cure,
    **AWARD_MAILS,
}
