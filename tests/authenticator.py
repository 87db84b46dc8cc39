"""The app on a phone of the cast: it knows a secret, and shows the code of an instant."""

import pyotp

from simulator.actions.second_factor import begin_second_factor, confirm_second_factor
from simulator.actor import NOBODY
from simulator.reading.own_account import own_second_factor
from simulator.reading.people import find_actor


class Phone:
    """Her app, with the recovery codes she has written down beside it."""

    def __init__(self, secret, codes=()):
        self.secret, self.recovery = secret, list(codes)

    def code(self, at):
        """Give the six digits it shows at an instant."""
        return pyotp.TOTP(self.secret).at(at)


def set_up(cast, key):
    """Let somebody of the cast set her second step up; her session goes on with its new token."""
    who, house, at = getattr(cast, key), cast.house, cast.clock.now
    house.perform(begin_second_factor, who)
    phone = Phone(house.look(own_second_factor, who)["secret"])
    phone.recovery, token = house.perform(confirm_second_factor, who, code=phone.code(at), at=at)
    cast.tokens[key] = token
    setattr(cast, key, house.look(find_actor, NOBODY, token=token))
    return phone
