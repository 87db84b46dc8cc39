"""Bytes to text: UTF-8 of a bounded size without control characters, or the place of what is none."""

import codecs
import re

from scenarios.finding import Parameter
from scenarios.node import Mark

MOST_BYTES = 2 * 1024 * 1024
_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FOREIGN = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}


class UnreadableError(Exception):
    """Stop reading a document, at a place and for one reason."""

    def __init__(self, code: str, mark: Mark, **parameters: Parameter) -> None:
        super().__init__(code)
        self.code = code
        self.mark = mark
        self.parameters = parameters


def decode(data: bytes) -> str:
    """Give the text without its BOM; raise ``UnreadableError``."""
    if len(data) > MOST_BYTES:
        raise UnreadableError("file_too_large", Mark(1, 1), bytes=len(data), most=MOST_BYTES)
    for bom, encoding in _FOREIGN.items():
        if data.startswith(bom):
            raise UnreadableError("wrong_encoding", Mark(1, 1), encoding=encoding)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The error counts inside what the decoder was given, which is the data without its BOM.
        start = error.start + len(data.removeprefix(codecs.BOM_UTF8)) - len(error.object)
        before = data.removeprefix(codecs.BOM_UTF8)[:start].decode()
        raise UnreadableError("not_utf8", mark_after(before), byte=f"0x{error.object[error.start]:02x}") from None
    if found := _UNPRINTABLE.search(text):
        character = f"U+{ord(found[0]):04X}"
        raise UnreadableError("control_character", mark_after(text[: found.start()]), character=character)
    return text


def mark_after(text: str) -> Mark:
    """Give the place right after a text."""
    lines = f"{text}.".splitlines()
    return Mark(len(lines), len(lines[-1]))
