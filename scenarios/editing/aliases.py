"""Writing aliases out: what a document says in one place for several becomes words of each of them."""

from collections.abc import Iterator

from scenarios.editing.piece import Piece
from scenarios.editing.replacing import replace
from scenarios.editing.sheet import Sheet, Slot


def write_aliases_out(sheet: Sheet) -> bool:
    """Put in the place of every alias what it stands for; say whether there was one."""
    found = list(_aliases(sheet.root))
    sheet.cut([splice for slot in found for splice in replace(sheet, slot, slot.piece.plain())])
    return bool(found)


def _aliases(piece: Piece) -> Iterator[Slot]:
    inside = piece.items or [value for _key, value in piece.entries]
    for place, one in enumerate(inside):
        if one.kind == "alias":
            yield Slot(piece, place, one)
        else:
            yield from _aliases(one)
