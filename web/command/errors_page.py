"""Where the page about findings lies, and what it says about one of them; it is written in English."""

import re
from functools import cache
from pathlib import Path

PAGE = "scenario-errors.md"
# Beside this module where the program was installed from a wheel, among the documents where it was cloned.
_PLACES = (Path(__file__).parent / PAGE, Path(__file__).parents[2] / "docs" / PAGE)
_ENTRY = re.compile(r"^### (\w+)\n\n(.*?)(?=^##|\Z)", re.DOTALL | re.MULTILINE)


def place_of(code: str) -> str:
    """Name the page and the place in it where a finding is explained."""
    return f"docs/{PAGE}#{code}"


@cache
def entries() -> dict[str, str]:
    """Give what the page says, by code, as Markdown; nothing where the page is not there."""
    page = next((place for place in _PLACES if place.is_file()), None)
    written = page.read_text(encoding="utf-8") if page else ""
    return {code: said.strip() for code, said in _ENTRY.findall(written)}
