"""Whether address and password belong together, and how often somebody may try.

A wrong try at an account counts for the account *at that address* (10 in 10 minutes), for the account wherever it
comes from (100), and for the address (30). So a stranger who guesses elsewhere does not keep the owner out, and a
thousand addresses together get a hundred guesses. A browser that has signed in to the account before is bound by none
of these, only by a counter of its own (10): neither a crowd of guessers nor one behind the owner's own address locks
her out there. On a new device, during such an attack, she waits ten minutes at a time or asks an organizer for a
link. Nothing locks an account for good.
"""

from typing import Any

from limits import RateLimitItemPerMinute

from simulator.actor import PROGRAM
from simulator.passwords import LONGEST, password_fits
from simulator.reading.people import find_account
from simulator.refusal import Refusal
from web import door
from web.front.known_browser import known_as
from web.front.tries import address, tries
from web.hashing import hashing

AT_ACCOUNT_FROM_ADDRESS = RateLimitItemPerMinute(10, 10, namespace="account-address")
AT_ACCOUNT = RateLimitItemPerMinute(100, 10, namespace="account")
AT_ADDRESS = RateLimitItemPerMinute(30, 10, namespace="address")
IN_KNOWN_BROWSER = RateLimitItemPerMinute(10, 10, namespace="known-browser")
OWN_PASSWORD = RateLimitItemPerMinute(10, 10, namespace="own-password")


def verified(email: str, password: str) -> dict[str, Any]:
    """Give the account whose address and password these are; all else is refused alike, and takes as long."""
    wanted = email.strip().lower()[:254]
    found = door.house().look(find_account, PROGRAM, email=wanted)
    browser = known_as(found)
    # Counted before the slow check, so that a hundred guesses sent at once are a hundred guesses.
    if browser is not None:
        tries().count(IN_KNOWN_BROWSER, f"{wanted} {browser}")
    else:
        tries().refuse_more(AT_ADDRESS, address())
        tries().count(AT_ACCOUNT_FROM_ADDRESS, f"{wanted} {address()}")
        tries().count(AT_ACCOUNT, wanted)
    if not fits(found, password) or found is None:
        if browser is None:
            tries().count(AT_ADDRESS, address())
        raise Refusal("sign_in_failed")
    tries().forget(AT_ACCOUNT_FROM_ADDRESS, f"{wanted} {address()}")
    if browser is not None:
        tries().forget(IN_KNOWN_BROWSER, f"{wanted} {browser}")
    return dict(found)


def fits(found: dict[str, Any] | None, password: str) -> bool:
    """Say whether the password is the account's; where there is none, it takes as long to say no."""
    stored = found["password_hash"] if found else None
    return hashing()(lambda: password_fits(stored, password[: LONGEST + 1]))


def account_of(account_id: str) -> dict[str, Any]:
    """Give an account by its id; refuse one that is not there or disabled."""
    found = door.house().look(find_account, PROGRAM, account_id=account_id)
    if found is None:
        raise Refusal("not_found")
    return dict(found)


def own_account_proved(password: str) -> dict[str, Any]:
    """Give the signed-in account once she has typed her password again."""
    tries().count(OWN_PASSWORD, door.staff().id)
    found = account_of(door.staff().id)
    if not fits(found, password):
        raise Refusal("password_wrong")
    tries().forget(OWN_PASSWORD, door.staff().id)
    return found
