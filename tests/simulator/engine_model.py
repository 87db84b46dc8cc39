"""A drill of two teams as the rules tell it: an oracle for each team, and the orders that wait for their undo."""

from dataclasses import dataclass

from tests.simulator.oracle import Oracle

OUTBOX_DELAY = 10
STATES = {
    "deliver": ("planned", "held"),
    "release": ("held",),
    "withdraw": ("delivered", "answered", "lapsed", "declined"),
}


@dataclass
class Order:
    """What was pressed for both teams: it runs at *runs_at*; *holds* says how its condition was read at the press."""

    verb: str
    inject: str
    holds: dict[str, bool]
    runs_at: float
    id: str | None = None


class Model:
    """Both teams' oracles by team id, and seconds of the house's clock since STARTEX."""

    def __init__(self, script, duration, team_ids):
        self.oracles = {team: Oracle(script, duration) for team in team_ids}
        self.wall, self.orders = 0.0, []
        self.settle()

    @property
    def paused(self):
        """Say whether the drill stands still."""
        return self._any.paused_for is not None

    @property
    def ended(self):
        """Say whether ENDEX has been."""
        return self._any.ended is not None

    @property
    def time(self):
        """Give drill time in seconds."""
        return self._any.time

    @property
    def _any(self):
        return next(iter(self.oracles.values()))

    def each(self, verb, *told):
        """Do the same in both teams."""
        return [getattr(oracle, verb)(*told) for oracle in self.oracles.values()]

    # the passing of time

    def pass_time(self, length):
        """Let seconds pass with the clock's owner awake."""
        end = self.wall + length
        while True:
            until = min([end, *(order.runs_at for order in self._running())])
            self.each("pass_time", until - self.wall)
            self.wall = until
            self.settle()
            if until == end:
                return

    def sleep(self, length, *, just_before=False):
        """Let seconds pass with nobody looking; *just_before* as in `Oracle.sleep`, and then no order runs either."""
        self.wall += length
        for oracle in self.oracles.values():
            oracle.sleep(length, just_before=just_before)
        if not just_before:
            self.settle()

    def settle(self):
        """Do what a tick at this instant does."""
        if self.paused:
            return
        self.each("settle")
        for order in sorted((one for one in self._running() if one.runs_at <= self.wall), key=lambda one: one.runs_at):
            self.orders.remove(order)
            self._carry_out(order)
        self.each("settle")

    def _running(self):
        return [] if self.paused else list(self.orders)

    # what a hand does

    def by_hand(self, verb, name, team_ids):
        """Press: at once for one team, after ten seconds for two; says ``done``, ``refused``, or gives the order."""
        affected = [team for team in team_ids if self.oracles[team].cells[name].state in STATES[verb]]
        running = not self.paused and not self.ended
        if not affected or not (running or verb == "withdraw"):
            return "refused"
        holds = {team: self.oracles[team].holds(self.oracles[team].lines[name].get("if")) for team in affected}
        order = Order(verb, name, holds, self.wall + OUTBOX_DELAY)
        if len(affected) == 1:
            self._carry_out(order)
            return "done"
        if any((one.verb, one.inject) == (verb, name) for one in self.orders):
            return "refused"
        self.orders.append(order)
        return order

    def _carry_out(self, order):
        for team, holds in order.holds.items():
            oracle = self.oracles[team]
            match order.verb:
                case "deliver":
                    oracle.press(order.inject, holds)
                case "release":
                    oracle.release(order.inject, holds)
                case "withdraw":
                    oracle.withdraw(order.inject)

    def pause(self):
        """Let the clock stand still."""
        for oracle in self.oracles.values():
            if oracle.paused_for is None and oracle.ended is None:
                oracle.paused_for = 0

    def resume(self):
        """Set it going again."""
        for oracle in self.oracles.values():
            oracle.paused_for = None

    def set_speed(self, speed):
        """Let drill time run faster."""
        for oracle in self.oracles.values():
            oracle.speed = speed
