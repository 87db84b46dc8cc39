"""The accounts that a bundle names, as they come back: without passwords, disabled until they are invited again."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.rows import Account, Grant, new_id

# An address that nobody has, for an account whose own is in use here.
ELSEWHERE = "restored.invalid"


def accounts_here(
    session: Session, now: datetime, rows: Iterator[dict[str, Any]]
) -> tuple[list[dict[str, Any]], Mapping[str, str]]:
    """Give the accounts that are new here, and by id, whose rights go to an account that is here under another id.

    The log knows people by their ids, and so do ratings: an account keeps its id. Where its address is in use here, the
    person has an account already; that one is given the rights, and the other stands for what she did there.
    """
    new, same = [], {}
    for row in rows:
        if session.get(Account, row["id"]) is not None:
            continue
        known = session.scalar(select(Account.id).where(Account.email == row["email"]))
        if known is not None:
            same[row["id"]] = known
            row["email"] = f"{row['id']}@{ELSEWHERE}"
        row["disabled_at"] = row["disabled_at"] or (None if row["bot"] else now)
        new.append(row | dict.fromkeys(("password_hash", "totp_secret", "totp_since", "totp_step")))
    return new, same


def grants_here(session: Session, rows: Iterator[dict[str, Any]], same: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Give the rights in what is brought back, to whoever has them here."""
    given = set()
    for row in rows:
        account = same.get(row["account_id"], row["account_id"])
        if (account, row["role"], row["scope"]) in given:
            continue
        given.add((account, row["role"], row["scope"]))
        taken = session.get(Grant, row["id"]) is not None
        yield row | {"account_id": account, "id": new_id() if taken else row["id"]}
