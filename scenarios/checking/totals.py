"""Sums of many paths at once: what is added is told by a column, a whole number with a bit for each path."""

from collections.abc import Iterator


class Totals:
    """A sum for each of *count* paths, kept by binary places, so that adding costs the same for all of them."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._places: list[int] = []

    def add(self, column: int, amount: int) -> None:
        """Add an amount of 0 or more to the sum of each path in a column."""
        for place in range(amount.bit_length()):
            if amount >> place & 1:
                self._carry(column, place)

    def _carry(self, column: int, place: int) -> None:
        while column:
            self._places += [0] * (place + 1 - len(self._places))
            self._places[place], column = self._places[place] ^ column, self._places[place] & column
            place += 1

    def each(self) -> Iterator[int]:
        """Give the sums, the first path first."""
        written = [format(column, f"0{self._count}b") for column in reversed(self._places)]
        return (int("".join(digits), 2) for digits in zip("0" * self._count, *written, strict=True))
