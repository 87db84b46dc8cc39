"""A browser's short name: what its owner knows it by, and never the whole of what it says of itself."""

import pytest

from web.front.browser_name import browser_name

MOZILLA = "Mozilla/5.0"
KHTML = "AppleWebKit/537.36 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("said", "name"),
    [
        (f"{MOZILLA} (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0", "Firefox, Android"),
        (f"{MOZILLA} (Windows NT 10.0; Win64; x64) {KHTML} Chrome/128.0.0.0 Safari/537.36", "Chrome, Windows"),
        (f"{MOZILLA} (Windows NT 10.0; Win64; x64) {KHTML} Chrome/128.0 Safari/537.36 Edg/128.0", "Edge, Windows"),
        (f"{MOZILLA} (Linux; Android 13; SM-A515F) {KHTML} SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36",
         "Samsung Internet, Android"),
        (f"{MOZILLA} (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile Safari/604.1",
         "Safari, iPhone"),
        (f"{MOZILLA} (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1 CriOS/128.0 Mobile Safari/604.1",
         "Chrome, iPhone"),
        (f"{MOZILLA} (Macintosh; Intel Mac OS X 14_6) AppleWebKit/605.1.15 Version/17.6 Safari/605.1.15",
         "Safari, macOS"),
        (f"{MOZILLA} (X11; CrOS x86_64 14541.0.0) {KHTML} Chrome/128.0.0.0 Safari/537.36", "Chrome, ChromeOS"),
        (f"{MOZILLA} (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox, Linux"),
        ("curl/8.0 (Linux)", "Linux"),
        ("<script>alert(1)</script>", ""),
        ("x" * 100_000 + "Firefox/1", ""),
        ("", ""),
        (None, ""),
    ],
)  # fmt: skip
def test_a_browser_is_named_by_its_family_and_its_system(said, name):
    assert browser_name(said) == name
