"""How often somebody may guess: wrong codes and failed sign-ins."""

from ipaddress import IPv4Address, ip_address, ip_network

from flask import current_app, request
from limits import RateLimitItem, RateLimitItemPerMinute

from simulator.refusal import Refusal
from web.counting import Windows
from web.front.room import front

WRONG_CODES = RateLimitItemPerMinute(10, namespace="codes")
FAILED_AT_ACCOUNT = RateLimitItemPerMinute(10, 10, namespace="account")
FAILED_AT_ADDRESS = RateLimitItemPerMinute(30, 10, namespace="address")


class Tries:
    """Count what failed. What succeeded never counts: sixty people of one ministry share one address."""

    def __init__(self, windows: Windows | None = None) -> None:
        self._windows = windows or Windows()

    def refuse_more(self, limit: RateLimitItem, whose: str) -> None:
        """Refuse once *whose* tries are used up."""
        if not self._windows.test(limit, whose):
            raise Refusal("too_many_tries")

    def count(self, limit: RateLimitItem, whose: str) -> None:
        """Count a try; refuse the one too many, also among many that run at once."""
        if not self._windows.hit(limit, whose):
            raise Refusal("too_many_tries")

    def is_first(self, limit: RateLimitItem, whose: str) -> bool:
        """Take one of a limit; say whether there was one left."""
        # A test costs nothing beside a hit, and a flood asks again and again.
        return self._windows.test(limit, whose) and self._windows.hit(limit, whose)

    def used(self, limit: RateLimitItem, whose: str) -> int:
        """Give how many tries of a limit are used up."""
        return limit.amount - self._windows.left(limit, whose)[1]

    def forget(self, limit: RateLimitItem, whose: str) -> None:
        """Forget the tries of somebody who has succeeded."""
        self._windows.clear(limit, whose)


front.record_once(lambda state: state.app.extensions.update(tries=Tries()))


def tries() -> Tries:
    """Give the counters of this app."""
    found: Tries = current_app.extensions["tries"]
    return found


def address() -> str:
    """Give the address that a request came from; of IPv6 the part that one household or office has."""
    given = request.remote_addr or ""
    try:
        found = ip_address(given)
    except ValueError:
        return given
    if isinstance(found, IPv4Address):
        return given
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(ip_network((found, 64), strict=False))
