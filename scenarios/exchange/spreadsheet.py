"""The sheets of an XLSX or XLS: calculated values, merged cells written out, failed formulas where they stand."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from scenarios.exchange.compound_file import MAGIC
from scenarios.exchange.foreign_file import code_of_file
from scenarios.exchange.sheet import Broken, ExchangeError, Sheet, Value
from scenarios.exchange.xls_guard import guard_xls
from scenarios.exchange.xlsx_cells import MOST_CELLS
from scenarios.exchange.xlsx_guard import Guarded, guard_xlsx

_ARCHIVE = b"PK\x03\x04"


def is_workbook(data: bytes) -> bool:
    """Say whether bytes begin as an XLSX or XLS does, whatever their file is called."""
    return data.startswith((MAGIC, _ARCHIVE))


def read_spreadsheet(data: bytes, file: str) -> list[Sheet]:
    """Give the sheets of a workbook; raise ``ExchangeError`` or ``PackageError``; its name is not believed."""
    guarded = _guarded(data, file)
    try:
        with CalamineWorkbook.from_filelike(BytesIO(guarded.data)) as book:
            # A sheet that is a diagram has no cells.
            known = [place for place, one in enumerate(book.sheets_metadata) if one.typ == SheetTypeEnum.WorkSheet]
            return [_sheet(book, place, guarded) for place in known]
    except BaseException as error:
        raise as_refusal(error, file) from None


def bare_spreadsheet(data: bytes, file: str) -> bytes:
    """Give a workbook with the parts alone that hold cells, to be read again; raise as ``read_spreadsheet`` does."""
    guarded = _guarded(data, file)
    if data.startswith(MAGIC):
        return guarded.data
    stream = BytesIO()
    with ZipFile(BytesIO(guarded.data)) as parts, ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for entry in parts.infolist():
            archive.writestr(ZipInfo(entry.filename), parts.read(entry), ZIP_DEFLATED)
    return stream.getvalue()


def _guarded(data: bytes, file: str) -> Guarded:
    if not is_workbook(data):
        raise ExchangeError(code_of_file(data), file)
    return guard_xls(data, file) if data.startswith(MAGIC) else guard_xlsx(data, file)


def as_refusal(error: BaseException, file: str) -> BaseException:
    """Give the refusal of a file that the reader gave up on; any other error as it is.

    The reader is not written in Python: where it gives up for good, what it raises is no ``Exception``.
    """
    if isinstance(error, CalamineError) or type(error).__name__ == "PanicException":
        return ExchangeError("sheet_unreadable", file, reason=str(error)[:200])
    return error


def _sheet(book: CalamineWorkbook, place: int, guarded: Guarded) -> Sheet:
    sheet = book.get_sheet_by_index(place)
    rows: list[list[Value]] = [list(row) for row in sheet.to_python(skip_empty_area=False)]
    for (row, column), what in guarded.broken.get(sheet.name, {}).items():
        _write(rows, row, column, Broken(what))
    width = max(map(len, rows), default=0)
    for cells in rows:
        cells += [""] * (width - len(cells))
    _fill_merged(rows, sheet)
    hidden = book.sheets_metadata[place].visible != SheetVisibleEnum.Visible
    return Sheet(sheet.name, rows, hidden)


def _write(rows: list[list[Value]], row: int, column: int, value: Value) -> None:
    rows += [[] for _ in range(row + 1 - len(rows))]
    rows[row] += [""] * (column + 1 - len(rows[row]))
    rows[row][column] = value


def _fill_merged(rows: list[list[Value]], sheet: CalamineSheet) -> None:
    """Say in every row what a cell over several rows says once; over several columns it stays in the first."""
    left_to_fill = MOST_CELLS
    for (top, left), (bottom, _right) in sheet.merged_cell_ranges or ():
        left_to_fill -= max(min(bottom, len(rows)) - top, 0)
        if left_to_fill < 0:
            return
        if top >= len(rows) or left >= len(rows[top]):
            continue
        value = rows[top][left]
        for row in range(top + 1, min(bottom + 1, len(rows))):
            rows[row][left] = value
