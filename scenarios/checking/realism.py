"""Whether anything in a text could reach a real person or machine when somebody presses it in earnest."""

from collections.abc import Callable, Iterator
from itertools import islice

from scenarios.checking.addresses import real_domains, real_emails, real_ips, real_phones
from scenarios.checking.check import Check

# So many of one kind in one text are named; the author will see the rest.
_MOST = 10
_SEARCHES: dict[str, Callable[[str], Iterator[str]]] = {
    "real_email": real_emails,
    "real_url": real_domains,
    "real_phone": real_phones,
    "real_ip": real_ips,
}


def check_realism(check: Check) -> None:
    """Find addresses outside the ranges that are reserved for examples."""
    searched: dict[str, list[tuple[str, str]]] = {}
    for path, text in check.texts:
        for language, words in text.every().items():
            # The same words, by alias, may stand in ten thousand places.
            if words not in searched:
                searched[words] = list(_search(words))
            for code, value in searched[words]:
                place = (*path, language)
                mark = check.reading.place_in(place, value) or check.reading.mark(place)
                check.report_at(mark, place, code, value=value)


def _search(words: str) -> Iterator[tuple[str, str]]:
    for code, search in _SEARCHES.items():
        for value in islice(dict.fromkeys(search(words)), _MOST):
            yield code, value
