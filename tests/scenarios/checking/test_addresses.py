"""What could be somebody's, and what the standards keep for stories."""

import pytest

from scenarios.checking.addresses import real_domains, real_emails, real_ips, real_phones


@pytest.mark.parametrize(
    ("search", "text", "found"),
    [
        (real_emails, "a@banco.com, b@x.example, c@example.org", ["a@banco.com"]),
        (real_emails, "d@mail.example.com, e@myexample.com", ["e@myexample.com"]),
        (real_emails, "@equipo y a@localhost", []),
        (real_domains, "https://x.test/a http://www.gob.mx. www.example.net", ["www.gob.mx"]),
        (real_domains, "WWW.banco.com", ["banco.com"]),
        (real_domains, "https://ana@cert.br:8443 http://8.8.8.8/ https://portal.invalid", ["cert.br"]),
        (real_domains, "ftp://banco.com hxxps://cert.br file:///etc x://a", ["banco.com", "cert.br"]),
        (real_phones, "1-800-555-1234, 06 12 34 56 78", ["1-800-555-1234", "06 12 34 56 78"]),
        (real_phones, "0590.12.34.56, 0612345678", ["0590.12.34.56"]),
        (real_phones, "01 99 00 12 34, +33 6 39 98 12 34, 0639.98.12.34", []),
        (real_phones, "+503 2222 3333, (11) 91234-5678", ["+503 2222 3333", "(11) 91234-5678"]),
        (real_phones, "55 1234 5678, 2222-3333", ["55 1234 5678", "2222-3333"]),
        (real_phones, "+1 202 555 0143, (202) 555-0199, 555-0100", []),
        (real_phones, "2026-03-02, 2025-2026, 10:30, 1 250 000 000, 1.234.567, CVE-2024-12345, 12345678, 555-1234", []),
        (real_ips, "8.8.8.8, 192.0.2.1, 198.51.100.7, 203.0.113.255, 127.0.0.1, 10.0.0.1", ["8.8.8.8", "10.0.0.1"]),
        (real_ips, "Atención :: urgente, std::A::B, 1::2, fe80::1", ["fe80::1"]),
        (real_ips, "2001:db8::1, ::1, 2606:4700::1111, 12:30:45, 300.1.1.1, 1.2.3.4.5", ["2606:4700::1111"]),
    ],
)  # fmt: skip
def test_addresses_outside_the_reserved_ranges_are_found(search, text, found):
    assert list(search(text)) == found
