"""Clock times and lengths as people write them in a MSEL: ``13:15``, ``1315``, ``0700L``, ``7:15 p.m.``, ``13h15``."""

import re
from datetime import timedelta

from scenarios.exchange.moment import MINUTE, Moment

_ZONE = r"(?:\s*(?P<zone>[A-Za-z]{1,5}|[+\-]\d{2}:?\d{2}|(?:UTC|GMT)\s?[+\-]\d{1,2}))?"
_HALF = r"(?:\s*(?P<half>[ap])\.?\s?m\.?)?"
_HOURS = r"(?:\s*(?:hrs?|hs|hours?|horas?|heures?|h)\b\.?)?"
_CLOCKS = [
    re.compile(rf"(?P<h>\d{{1,2}})[:.](?P<m>[0-5]\d)(?:[:.](?P<s>[0-5]\d)(?:[.,]\d+)?)?{_HALF}{_HOURS}{_ZONE}", re.I),
    re.compile(rf"0*?(?P<h>\d{{1,2}})(?P<m>[0-5]\d){_HOURS}{_ZONE}", re.I),
    re.compile(rf"(?P<h>\d{{1,2}})\s?h\s?(?P<m>[0-5]\d)?(?:\s?min)?(?!\s?m){_ZONE}", re.I),
    re.compile(r"(?P<h>\d{1,2})\s*(?P<half>[ap])\.?\s?m\.?", re.I),
]
# Half a day said in words; at twelve it is not said alike everywhere.
_BEFORE_NOON = re.compile(r"\s*(?:de la (?:mañana|madrugada)|da (?:manhã|madrugada)|du matin|in the morning)", re.I)
_AFTER_NOON = re.compile(
    r"\s*(?:de la (?:tarde|noche)|da (?:tarde|noite)|de l['’]après-midi|du soir|in the (?:afternoon|evening))", re.I
)
_NOON = re.compile(r"(?:12(?:[:.]00)?\s*)?(?:noon|midday|m\.|(?:del |al? )?mediod[ií]a|(?:ao )?meio[- ]dia|midi)", re.I)
_MIDNIGHT = re.compile(r"(?:12(?:[:.]00)?\s*)?(?:midnight|(?:de |a )?(?:la )?medianoche|meia[- ]noite|minuit)", re.I)
_LENGTHS = [
    re.compile(r"(?:(?P<d>\d{1,3})\s?(?:d|days?|d[ií]as?|jours?|j)?,?\s+)?(?P<h>\d{1,3}):(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d))?"),
    re.compile(
        r"(?:(?P<d>\d{1,3})\s?(?:d|days?|dias?|días?|jours?|j)(?![a-z])\s*)?"
        r"(?:(?P<h>\d{1,4})\s?(?:h|hrs?|hours?|horas?|heures?)(?![a-z])\s*)?"
        r"(?:(?P<m>\d{1,5})\s?(?:m|mins?|minutes?|minutos?|')(?![a-z])\s*)?"
        r"(?:(?P<s>\d{1,6})\s?(?:s|secs?|seconds?|segundos?|secondes?)(?![a-z]))?", re.I),
    re.compile(r"(?P<h>\d{1,2})\s?h\s?(?P<m>[0-5]\d)", re.I),
    re.compile(r"(?P<m>\d{1,5})"),
]  # fmt: skip
_RANGE = re.compile(r"\s*[–—]\s*|\s+(?:-|to|a|à|até|hasta)\s+|(?<=\d)[-/](?=\d{1,2}:)")
# The military's letters of time zones; J is wherever one is, and so, in the field, is L.
_LETTERS = {
    **{letter: hours for hours, letter in enumerate("ABCDEFGHIKLM", start=1)},
    **{letter: -hours for hours, letter in enumerate("NOPQRSTUVWXY", start=1)},
    "Z": 0, "UTC": 0, "GMT": 0,
}  # fmt: skip


def zone_of(written: str | None) -> timedelta | None:
    """Give how far a zone is from UTC, where that is sure: a letter, UTC, GMT or a number."""
    code = (written or "").upper().replace(" ", "")
    if code in ("", "L", "J"):
        return None
    if code in _LETTERS:
        return timedelta(hours=_LETTERS[code])
    if found := re.fullmatch(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?", code):
        length = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
        return length if found[1] == "+" else -length
    return None


def read_clock(words: str, ranges: bool = True) -> Moment | None:
    """Read a clock time; of a range its beginning. Without *ranges* ``09:00-06:00`` has a zone."""
    if _NOON.fullmatch(words) or _MIDNIGHT.fullmatch(words):
        return Moment("clock", timedelta(hours=12 if _NOON.fullmatch(words) else 0))
    begin = _RANGE.split(words, maxsplit=1)[0] if ranges else words
    for half, said in (("am", _BEFORE_NOON), ("pm", _AFTER_NOON)):
        if not begin.startswith("12"):
            begin = re.sub(rf"{said.pattern}$", f" {half}", begin, flags=re.I)
    for pattern in _CLOCKS:
        if found := pattern.fullmatch(begin):
            return _clock(found)
    return None


def _clock(found: "re.Match[str]") -> Moment | None:
    parts = found.groupdict()
    hours = int(parts["h"])
    if half := (parts.get("half") or "").lower():
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if half == "p" else 0)
    length = timedelta(hours=hours, minutes=int(parts.get("m") or 0), seconds=int(parts.get("s") or 0))
    if length > timedelta(days=1):
        return None
    return Moment("clock", length, zone=zone_of(parts.get("zone")))


def read_length(words: str) -> timedelta | None:
    """Read a length: ``1:30`` are hours and minutes, a bare number minutes."""
    for pattern in _LENGTHS:
        found = pattern.fullmatch(words)
        if found and any(found.groupdict().values()):
            parts = {name: int(part or 0) for name, part in found.groupdict().items()}
            days, hours = parts.get("d", 0), parts.get("h", 0)
            return timedelta(days=days, hours=hours, seconds=parts.get("s", 0)) + parts["m"] * MINUTE
    return None
