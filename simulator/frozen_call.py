"""Calls as programmes froze them: stored by content, read once per process."""

import hashlib

from sqlalchemy.orm import Session

from scenarios.calls.call import Call
from scenarios.calls.load import read_call_text
from simulator.refusal import Refusal
from simulator.rows import CallFile, Programme

_read: dict[str, Call] = {}


def freeze_call(session: Session, content: bytes) -> tuple[str, Call]:
    """Store a call by its content; refuse one with errors, with all of them."""
    call, findings = read_call_text(content, "call.yaml")
    if call is None:
        raise Refusal("call_has_errors", findings=findings)
    digest = hashlib.sha256(content).hexdigest()
    if session.get(CallFile, digest) is None:
        session.add(CallFile(digest=digest, content=content))
        session.flush()
    _read[digest] = call
    return digest, call


def call_of(session: Session, digest: str) -> Call:
    """Give a frozen call."""
    if digest not in _read:
        call, findings = read_call_text(session.get_one(CallFile, digest).content, "call.yaml")
        if call is None:
            raise Refusal("call_has_errors", findings=findings)
        _read[digest] = call
    return _read[digest]


def call_of_programme(session: Session, programme: Programme) -> Call:
    """Give the call of a programme; refuse where none has been opened."""
    if programme.call_digest is None:
        raise Refusal("call_missing")
    return call_of(session, programme.call_digest)
