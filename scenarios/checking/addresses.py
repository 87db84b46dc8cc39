"""E-mail addresses, links, telephone numbers and IP addresses in a text that may be somebody's.

Nobody's are: domains of RFC 2606 and RFC 6761, the address blocks of RFC 5737 and RFC 3849, loopback, and the
telephone numbers 555-0100 … 555-0199 of the North American plan and those that France keeps for fiction.
"""

import re
from collections.abc import Iterator
from ipaddress import ip_address, ip_network

# Every repetition is bounded, so that no text takes long to search.
_HOST = r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,9}"
_EMAIL = re.compile(rf"(?<![\w.+-])[\w.+-]{{1,64}}@({_HOST})")
_LINK = re.compile(rf"(?:\b[a-z][a-z0-9+.-]{{1,9}}://(?:[^\s/@]{{1,64}}@)?|\bwww\.)({_HOST})", re.IGNORECASE)
_RESERVED = re.compile(r"(?:^|\.)(?:example|test|invalid|localhost|example\.(?:com|org|net))$", re.IGNORECASE)
_IPV4 = re.compile(r"(?<![\w.])(?:[0-9]{1,3}\.){3}[0-9]{1,3}(?![\w]|\.[0-9])")
_IPV6 = re.compile(r"(?<![\w:.])[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?![\w:])")
# A bare :: and the ratio 1::2 would be addresses too; nobody's has no longer group.
_GROUP = re.compile(r"[0-9A-Fa-f]{3}")
_NETWORKS = [
    ip_network(block)
    for block in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "127.0.0.0/8", "2001:db8::/32", "::1/128")
]
# +504 2222 3333, 1-800-555-1234, (11) 91234-5678, 2222-3333, 06 12 34 56 78, 0590 12 34 56; neither 2026-03-02 nor
# 2025-2026.
_PHONE = re.compile(
    r"""(?<![\w.,/+-])
    (?: \+[0-9](?:[ ().-]{0,2}[0-9]){7,14}
      | 0[1-9](?:[ .-][0-9]{2}){4}
      | 0[1-9][0-9]{2}(?:[ .-][0-9]{2}){3}
      | (?:1[ .-])?(?:\(?[0-9]{2,4}\)?[ .-])?(?!(?:19|20)[0-9]{2}[ .-])[0-9]{3,5}[ .-][0-9]{4} )
    (?![\w/-]|[.,][0-9])""",
    re.VERBOSE,
)
_FICTIONAL = re.compile(r"55501[0-9]{2}$|^(?:0|33)(?:19900|26191|35301|46571|53649|63998)[0-9]{4}$")
_LEAST_DIGITS = 8


def real_emails(text: str) -> Iterator[str]:
    """Give the e-mail addresses whose domain may exist."""
    return (found[0] for found in _EMAIL.finditer(text) if not _RESERVED.search(found[1]))


def real_domains(text: str) -> Iterator[str]:
    """Give the hosts of links that may exist; numeric ones are left to ``real_ips``."""
    hosts = (found[1].rstrip("-_") for found in _LINK.finditer(text))
    return (host for host in hosts if not _RESERVED.search(host) and not _IPV4.fullmatch(host))


def real_phones(text: str) -> Iterator[str]:
    """Give what is written as a telephone number of eight digits or more."""
    for found in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", found[0])
        if len(digits) >= _LEAST_DIGITS and not _FICTIONAL.search(digits):
            yield found[0]


def real_ips(text: str) -> Iterator[str]:
    """Give the IP addresses outside the blocks for documentation."""
    long = (found for found in _IPV6.finditer(text) if _GROUP.search(found[0]))
    for found in (*_IPV4.finditer(text), *long):
        try:
            address = ip_address(found[0])
        except ValueError:
            continue
        if not any(address in network for network in _NETWORKS):
            yield found[0]
