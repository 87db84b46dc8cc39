"""The values of a rules file one by one: what is right is given, what is wrong is reported and ``None``."""

from collections.abc import Collection
from datetime import timedelta
from fractions import Fraction

from injects.duration import parse_duration
from scenarios.node import Entry, Node
from scenarios.quote import nearest, quote, quote_text
from scenarios.yaml_composer import Report


def read_mapping(node: Node, report: Report, known: Collection[str] = ()) -> dict[str, Entry]:
    """Give the entries of a mapping, of the *known* keys where there are any; ``x_`` keys are ignored."""
    if not isinstance(node.value, dict):
        report(node.mark, "not_mapping", value=quote(node.value))
        return {}
    entries = {key: entry for key, entry in node.value.items() if not key.startswith("x_")}
    for key in [key for key in entries if known and key not in known]:
        report(entries.pop(key).mark, "unknown_key", key=quote(key), nearest=nearest(key, known))
    return entries


def read_list(node: Node, report: Report) -> list[Node]:
    """Give the nodes of a list."""
    if isinstance(node.value, list):
        return node.value
    report(node.mark, "not_list", value=quote(node.value))
    return []


def read_names(node: Node, report: Report, digits: bool = False) -> tuple[tuple[Node, str], ...]:
    """Give the texts of a list, each with its node, without those that are none or come twice.

    With *digits* an integer is the text it is written with.
    """
    names: dict[str, Node] = {}
    for item in read_list(node, report):
        number = digits and isinstance(item.value, int) and not isinstance(item.value, bool)
        name = str(item.value) if number else read_text(item, report)
        if name in names:
            report(item.mark, "duplicate_id", id=quote(name))
        elif name is not None:
            names[name] = item
    return tuple((item, name) for name, item in names.items())


def read_text(node: Node, report: Report) -> str | None:
    """Give a text that says something."""
    if not isinstance(node.value, str):
        report(node.mark, "not_text", value=quote(node.value))
    elif not node.value.strip():
        report(node.mark, "empty_text")
    else:
        return node.value
    return None


def read_number(node: Node, report: Report) -> Fraction | None:
    """Give a number of at least 0, exactly as it is written."""
    value = node.value
    if isinstance(value, bool) or not isinstance(value, int | float):
        report(node.mark, "not_number", value=quote_text(value))
    elif value < 0:
        report(node.mark, "too_small", value=quote(value), least=0)
    else:
        return Fraction(str(value))
    return None


def read_count(node: Node, report: Report) -> int | None:
    """Give an integer of at least 1."""
    value = node.value
    if isinstance(value, bool) or not isinstance(value, int):
        report(node.mark, "not_integer", value=quote_text(value))
    elif value < 1:
        report(node.mark, "too_small", value=quote(value), least=1)
    else:
        return value
    return None


def read_length(node: Node, report: Report) -> Fraction | None:
    """Give seconds, from a number of seconds or a duration as scenarios write it."""
    if not isinstance(node.value, str):
        return read_number(node, report)
    try:
        return in_seconds(parse_duration(node.value))
    except ValueError:
        report(node.mark, "bad_duration", value=quote(node.value))
        return None


def in_seconds(length: timedelta) -> Fraction:
    """Give a length in seconds, exactly."""
    return Fraction(length // timedelta(microseconds=1), 1_000_000)
