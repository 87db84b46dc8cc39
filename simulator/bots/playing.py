"""Bots in a running server: what they owe at this moment, done through the same actions as everybody's."""

from simulator.house import House


class BotPlayer:
    """Let the bots of every running drill move."""

    def __init__(self, house: House) -> None:
        self._house = house

    def play(self) -> None:
        """Carry out what is due."""
