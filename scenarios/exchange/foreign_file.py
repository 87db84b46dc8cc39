"""What a file is by its bytes that is no spreadsheet we read, so that it is named in the reader's language."""

from collections.abc import Collection

# Marks and white space before a page, and the zeros between its letters where it is UTF-16.
_BEFORE = b"\xef\xbb\xbf\xff\xfe \t\r\n"
_PAGE = (b"<html", b"<!doctype html", b"<table", b"<body", b"<head")
_HEAD = 4_000


def is_page(data: bytes) -> bool:
    """Say whether bytes are a page of the web, which programs give the name of a workbook."""
    head = data[:_HEAD].replace(b"\0", b"").lstrip(_BEFORE).lower()
    # A page may begin with a declaration or a note.
    return head.startswith(_PAGE) or (head.startswith((b"<?xml", b"<!--")) and any(sign in head for sign in _PAGE[:2]))


def code_of_file(data: bytes) -> str:
    """Give what is to be said of bytes that are no archive and no old workbook."""
    return "sheet_page" if is_page(data) else "sheet_other"


def code_of_archive(names: Collection[str]) -> str:
    """Give what is to be said of an archive without a workbook, by the names of its entries."""
    if "xl/workbook.bin" in names:
        return "sheet_binary"
    if "content.xml" in names and "META-INF/manifest.xml" in names:
        return "sheet_opendocument"
    return "sheet_document" if "word/document.xml" in names else "sheet_other"
