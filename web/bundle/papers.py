"""What a bundle takes from the pages: the files of results as they are handed out, and the words on how to check it."""

from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

from simulator.bundle.making import Papers
from simulator.bundle.results_files import Results
from web.bundle.readme import readme
from web.organizer.downloads import ratings_csv, rules_json
from web.paper.naming import bare_words
from web.paper.page import MARKS
from web.paper.table import plain
from web.words import say

__all__ = ["papers", "suggested_name"]


def papers() -> Papers:
    """Give all that a bundle needs of the pages."""
    return Papers(version("prontas"), Results(ratings_csv, rules_json, plain), readme)


def suggested_name(made: Mapping[str, Any], language: str) -> str:
    """Name the archive: the EXERCISE mark and the drill's name, or the programme's; in public its id (rules.md 38)."""
    (whose,), mark = made["of"].values(), say(language, MARKS[made["rehearsal"]])
    named = whose if made["kind"] == "public" else bare_words(made["name"])
    begin = f"{bare_words(mark)}-" if made["exercise"] else ""
    return f"{begin}{named}-{made['kind']}.zip"
