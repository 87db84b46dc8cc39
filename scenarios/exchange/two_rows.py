"""Headers over two rows: “Delivery” above “Time”, or the name of a group of columns above them."""

import re
from collections.abc import Iterator, Sequence

from scenarios.exchange.headers import read_header
from scenarios.exchange.sheet import Value, words_in

# No list is wider.
_WIDEST = 500
_FEWEST = 2
# No names of groups are so many: a sheet full of words is not read three times.
_MOST = 60
_HAS_DIGIT = re.compile(r"\d")


def header_words(row: Sequence[Value]) -> list[str]:
    """Give the words of a row that could be headers."""
    return [words_in(value) if isinstance(value, str) else "" for value in row[:_WIDEST]]


def words_of_headers(rows: Sequence[Sequence[Value]], place: int) -> list[str]:
    """Give the words of the headers in a row, from 0, with those above it where only both together say what they are.

    What stands above several columns is said of each. Where a column has its header only above, it is that, as long
    as most are in the row itself.
    """
    words = header_words(rows[place])
    above = header_words(rows[place - 1]) if place else []
    if not _FEWEST <= sum(map(bool, above)) <= _MOST or _is_data(rows[place]):
        return words
    words += [""] * (len(above) - len(words))
    joined = [_joined(group, word) for group, word in zip(_groups(above, len(words)), words, strict=True)]
    known = sum(read_header(0, word).field is not None for word in joined if word)
    alone = {at for at, word in enumerate(above) if word and not words[at] and read_header(0, word).field}
    if known < _FEWEST or known <= len(alone):
        return words
    return [above[at] if at in alone else word for at, word in enumerate(joined)]


def _groups(above: Sequence[str], width: int) -> Iterator[str]:
    group = ""
    for place in range(width):
        group = (above[place] if place < len(above) else "") or group
        yield group


def _is_data(row: Sequence[Value]) -> bool:
    return any(_HAS_DIGIT.search(value) if isinstance(value, str) else words_in(value) for value in row)


def _joined(group: str, word: str) -> str:
    """Give a header with its group, where that makes another field of it than it is alone."""
    if not group or not word:
        return word
    alone = read_header(0, word).field
    both = (f"{group} {word}", f"{word} {group}")
    return next((one for one in both if (field := read_header(0, one).field) and field != alone), word)


def names_groups(row: Sequence[Value]) -> bool:
    """Say whether a row above the headers holds the names of groups of columns: short words, three or more."""
    words = [one for one in header_words(row) if one]
    return len(words) > _FEWEST and all(len(one.split()) <= _FEWEST and not _HAS_DIGIT.search(one) for one in words)
