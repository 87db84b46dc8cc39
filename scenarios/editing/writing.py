"""A value as an author would write it at one place: in lines below its key, or in brackets on one line."""

import json
import re
from typing import Any

import yaml

from scenarios.scalar import resolve

_WIDTH = 100
_UNFOLDED = 2**20
# Other things that readers take for the end of a line, and what no file may hold as it is.
_ODD = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
# A list of a few short words reads best in brackets.
_MOST_IN_BRACKETS = 70


class Styled(str):
    """Words that are to keep the mark they had: ``|``, ``>``, a quote, or none."""

    __slots__ = ("style",)
    style: str

    def __new__(cls, words: str, style: str) -> "Styled":
        """Make them."""
        made = super().__new__(cls, words)
        made.style = style
        return made


class _Entry(list[Any]):
    """A list of one entry that is written behind its dash, however short it is."""


class _Lines(yaml.SafeDumper):
    """Write blocks, lists indented below their key; never an anchor."""

    hanging = False

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent a list below its key, or not, as the document does elsewhere."""
        super().increase_indent(flow, indentless and self.hanging)

    def ignore_aliases(self, data: Any) -> bool:
        """Write everything out."""
        return True


class _HangingLines(_Lines):
    hanging = True


class _Brackets(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        """Write everything out."""
        return True


def _is_taken_for_more(writer: Any, words: str) -> bool:
    # Our reader takes 03 and no as they are written; others do not, and quotes tell everybody.
    own = isinstance(resolve(words), str)
    return not own or writer.resolve(yaml.ScalarNode, words, (True, False)) != "tag:yaml.org,2002:str"


def _words_in_lines(writer: Any, words: str) -> Any:
    style = words.style if isinstance(words, Styled) else ""
    if _ODD.search(words) or not words.strip("\n"):
        # Of blank lines alone no block can be made.
        style = '"'
    elif _is_taken_for_more(writer, words):
        style = style if style in ("'", '"') else '"'
    elif "\n" in words.strip("\n") or words.count("\n") > 1:
        style = style if style in ("|", ">") else "|"
    return writer.represent_scalar("tag:yaml.org,2002:str", str(words), style=style or None)


def _words_in_brackets(writer: Any, words: str) -> Any:
    style = words.style if isinstance(words, Styled) and words.style in ("'", '"') else None
    if "\n" in words or _ODD.search(words) or (style is None and _is_taken_for_more(writer, words)):
        style = '"'
    return writer.represent_scalar("tag:yaml.org,2002:str", str(words), style=style)


def _list(writer: Any, values: list[Any]) -> Any:
    short = all(isinstance(one, str | int | float) and "\n" not in str(one) for one in values)
    in_brackets = short and sum(len(str(one)) + 2 for one in values) <= _MOST_IN_BRACKETS
    return writer.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=in_brackets)


_Lines.add_representer(str, _words_in_lines)
_Lines.add_representer(Styled, _words_in_lines)
_Lines.add_representer(list, _list)
_Lines.add_representer(
    _Entry, lambda writer, entry: writer.represent_sequence("tag:yaml.org,2002:seq", entry, flow_style=False)
)
_Brackets.add_representer(str, _words_in_brackets)
_Brackets.add_representer(Styled, _words_in_brackets)


def in_lines(value: Any, indent: int, hanging: bool) -> list[str]:
    """Write a mapping or list of one entry in lines, those after the first indented by *indent*.

    *hanging* lists begin right below their key, not two further in.
    """
    dumper = _HangingLines if hanging else _Lines
    width = max(40, _WIDTH - indent)
    entry = _Entry(value) if isinstance(value, list) else value
    dumped = str(yaml.dump(entry, Dumper=dumper, sort_keys=False, allow_unicode=True, width=width))
    # After words that end in blank lines the writer says that the document ends, which here it does not.
    ended = dumped.removesuffix("...\n") if dumped.endswith("\n...\n") else dumped
    # Only breaks of lines are cut at: other characters that look like one may be in the words.
    first, *more = ended.removesuffix("\n").split("\n")
    return [first, *(" " * indent + line if line else "" for line in more)]


def in_brackets(value: Any, as_json: bool) -> str:
    """Write a value on one line, as it stands in brackets; *as_json* with every word in quotes."""
    if as_json:
        return _ODD.sub(lambda odd: f"\\u{ord(odd[0]):04x}", json.dumps(value, ensure_ascii=False))
    dumped = yaml.dump([value], Dumper=_Brackets, sort_keys=False, allow_unicode=True, width=_UNFOLDED,
                       default_flow_style=True)  # fmt: skip
    return str(dumped).strip().removeprefix("[").removesuffix("]")


def key_words(key: str) -> str:
    """Write a key, quoted where it must be."""
    return in_brackets(key, as_json=False)
