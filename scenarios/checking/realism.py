"""Whether anything in a text could reach a real person or machine when somebody presses it in earnest."""

from collections.abc import Callable, Iterator

from scenarios.checking.addresses import real_domains, real_emails, real_ips, real_phones
from scenarios.checking.check import Check

_SEARCHES: dict[str, Callable[[str], Iterator[str]]] = {
    "real_email": real_emails,
    "real_url": real_domains,
    "real_phone": real_phones,
    "real_ip": real_ips,
}


def check_realism(check: Check) -> None:
    """Find addresses outside the ranges that are reserved for examples."""
    for path, text in check.texts:
        for language, words in text.every().items():
            place = (*path, language)
            for code, search in _SEARCHES.items():
                for value in search(words):
                    mark = check.reading.place_in(place, value) or check.reading.mark(place)
                    check.report_at(mark, place, code, value=value)
