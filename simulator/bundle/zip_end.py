"""How large an archive's directory says it is, before anything reads it: a million entries take a minute to list.

Source: PKWARE's .ZIP file format specification (APPNOTE), 4.3.14 to 4.3.16.
"""

import os
import struct
from typing import IO

END, END_SIZE, LONGEST_COMMENT = b"PK\x05\x06", 22, 65_535
LOCATOR, LOCATOR_SIZE = b"PK\x06\x07", 20
END64, END64_SIZE = b"PK\x06\x06", 56


def directory_size(stream: IO[bytes]) -> int:
    """Give the size of the directory in bytes; 0 where no archive ends here, which whoever reads it will say."""
    size = stream.seek(0, os.SEEK_END)
    tail = min(size, END_SIZE + LONGEST_COMMENT)
    stream.seek(size - tail)
    data = stream.read(tail)
    place = data.rfind(END)
    if place < 0 or len(data) < place + END_SIZE:
        return 0
    told: int = struct.unpack_from("<L", data, place + 12)[0]
    return max(told, _long_size(stream, size - tail + place - LOCATOR_SIZE))


def _long_size(stream: IO[bytes], place: int) -> int:
    if place < 0:
        return 0
    stream.seek(place)
    locator = stream.read(LOCATOR_SIZE)
    if not locator.startswith(LOCATOR):
        return 0
    # As the standard library does, which looks for it just before its locator.
    stream.seek(max(place - END64_SIZE, 0))
    record = stream.read(END64_SIZE)
    return int(struct.unpack_from("<Q", record, 40)[0]) if record.startswith(END64) else 0
