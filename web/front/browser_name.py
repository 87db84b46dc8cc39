"""A short name for a browser, by which its owner knows it again in the list of her sessions."""

# The first that occurs wins: most browsers also name those they descend from.
FAMILIES = (
    ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"),
    ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Chromium", "Chrome"), ("Safari/", "Safari"),
)  # fmt: skip
SYSTEMS = (
    ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("CrOS", "ChromeOS"),
    ("Mac OS X", "macOS"), ("Linux", "Linux"),
)  # fmt: skip
LONGEST_READ = 500


def browser_name(user_agent: str | None) -> str:
    """Give such as ``Firefox, Android``; what is not recognised is left out, down to nothing at all."""
    told = (user_agent or "")[:LONGEST_READ]
    found = (next((name for mark, name in names if mark in told), "") for names in (FAMILIES, SYSTEMS))
    return ", ".join(filter(None, found))
