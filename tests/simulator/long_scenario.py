"""A drill of two hours and twenty injects, written by a program: branches, followers, choices, rated texts, a form."""

import yaml

LEVELS = ["U", "M", "S", "P"]
WORDS = "We isolate the network, keep the evidence, call the response team and serve people on paper first."


def long_scenario(injects: int = 20, minutes: int = 120) -> bytes:
    """Give a scenario of so many injects, evenly spread over its length, as the bytes of its file."""
    step = (minutes - 14) * 60 // injects
    document = {
        "format": 1, "id": "long", "languages": ["es", "en"], "title": "Long", "duration": f"{minutes}m",
        "seats": {"lead": {"title": "Lead"}, "technical": {"title": "Technical", "deputy": True}},
        "rubric": {
            "levels": LEVELS,
            "criteria": {
                name: {"title": name, "weight": 50, "levels": {level: f"{name} at {level}" for level in LEVELS}}
                for name in ("C1", "C2")
            },
        },
        "flags": {"isolated": "The network is cut off"},
        "injects": [_inject(number, number * step) for number in range(injects)],
    }  # fmt: skip
    return yaml.safe_dump(document, allow_unicode=True, sort_keys=False).encode()


def _inject(number: int, second: int) -> dict:
    inject = {
        "id": f"i{number:02}", "at": f"{second}s", "channel": "email", "to": ["technical"],
        "title": f"Inject {number}", "body": f"Something happens, number {number}. " + WORDS,
    }  # fmt: skip
    kind = ("choice", "text", "text", "form", "text")[number % 5]
    if number % 10 == 4:
        return inject | {
            "if": "isolated" if number == 4 else "not isolated",
            "ask": {"kind": "acknowledge", "due": "4m"},
        }
    ask = {"kind": kind, "due": "6m", "weight": 5}
    if kind == "choice":
        options = [{"id": name, "label": f"Option {name}", "value": 3 - place} for place, name in enumerate("ABCD")]
        if number == 0:
            options[0]["sets"] = options[1]["sets"] = ["isolated"]
        ask["options"] = options
    else:
        ask["criteria"] = ["C1", "C2"]
        ask["benchmarks"] = [{"level": level, "text": f"{WORDS} As at {level}."} for level in LEVELS]
    if kind == "form":
        ask["fields"] = [
            {"id": "plan", "label": "Plan", "required": True, "max_words": 80},
            {"id": "rows", "label": "Measures", "kind": "table", "rows": 3,
             "columns": [{"id": "owner", "label": "Owner"}, {"id": "time", "label": "Time"}]},
        ]  # fmt: skip
    return inject | {"ask": ask}
