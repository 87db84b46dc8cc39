"""Bots in a running server: what they owe at this moment, done through the same actions as everybody's."""

import logging

from simulator.actor import PROGRAM
from simulator.bots.moves import bot_moves
from simulator.house import Door
from simulator.refusal import Refusal

log = logging.getLogger("prontas.bots")


class BotPlayer:
    """Let the bots of every running drill move; a drill's own id is the seed unless one is given."""

    def __init__(self, house: Door, seed: str | None = None) -> None:
        self._house, self._seed = house, seed
        self._refused: set[object] = set()

    def play(self) -> None:
        """Carry out what is due; what was refused once is not tried again by this process."""
        for move in self._house.look(bot_moves, PROGRAM, seed=self._seed).due:
            key = (move.action.__name__, move.actor.id, move.order)
            if key in self._refused:
                continue
            try:
                self._house.perform(move.action, move.actor, **move.facts())
            except Refusal as refusal:
                if refusal.code != "drill_paused":
                    self._refused.add(key)
                log.warning("a bot's %s was refused: %s", move.action.__name__, refusal.code)
