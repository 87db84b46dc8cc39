"""Scenario-like documents as many hands would write them: comments, blank lines, brackets and every kind of quote."""

import json

from hypothesis import strategies as st

from scenarios.editing.sheet import Sheet
from scenarios.scalar import resolve

WORDS = [
    "Nota", "línea: dos", "no", "1:30:00", "007", "# x", "it's \"so\"", "😀", "- dash", "{a}", "a, b", "", " lead",
    "trail ", "una\ndos", "una\n\n  dos\n", "fin\n", "\n", "tab\tin", "null", "*x", "a #b", "x" * 130,
    " ".join(["palabra"] * 30), "a\u2028b", "---", "? q", "%", "@", "`", "!x",
]  # fmt: skip
words = st.sampled_from(WORDS)
scalars = words | st.sampled_from([True, None, 7, -3, 1.5])
ids = st.sampled_from(["01", "02", "A", "b-1", "0x", "3"])
texts = words | st.dictionaries(st.sampled_from(["es", "pt", "en"]), words, min_size=1)
options = st.lists(ids, unique=True, max_size=3).flatmap(
    lambda names: st.tuples(*(st.fixed_dictionaries({"id": st.just(name), "label": texts}) for name in names))
)
asks = st.fixed_dictionaries({}, optional={"kind": words, "due": st.just("5m"), "options": options.map(list)})
injects = st.lists(ids, unique=True, min_size=1, max_size=4).flatmap(
    lambda names: st.tuples(
        *(
            st.fixed_dictionaries(
                {"id": st.just(name)},
                optional={
                    "at": st.sampled_from(["0", "5m", "1h30m", "00:10:00", "90s"]), "title": texts, "ask": asks,
                    "to": st.lists(ids, max_size=3), "expected": st.lists(texts, max_size=2), "note": scalars,
                },
            )
            for name in names
        )
    )
)  # fmt: skip
plain_documents = st.fixed_dictionaries(
    {"format": st.just(1), "injects": injects.map(list)},
    optional={
        "languages": st.lists(st.sampled_from(["es", "pt", "en"]), unique=True),
        "title": texts, "duration": st.just("3h"), "x_own": scalars,
        "seats": st.dictionaries(ids, st.fixed_dictionaries({"title": texts}), max_size=3),
    },
)  # fmt: skip


class Hand:
    """Write a document as the dice fall."""

    def __init__(self, draw):
        self.draw = draw

    def chance(self, one_in):
        return self.draw(st.integers(1, one_in)) == 1

    def comment(self, tabs=False):
        return self.draw(st.sampled_from(["", "", "", "  # why: it is so", " # - id: x", *["\t# tab"] * tabs]))

    def above(self, indent):
        return self.draw(st.sampled_from(["", "", "", f"{indent}# about this\n", "\n", f"\n{indent}# apart\n"]))

    def inline(self, value):
        """Write a value in brackets, or a scalar anywhere."""
        if isinstance(value, dict):
            return "{" + ", ".join(f"{self.key(key)}: {self.inline(one)}" for key, one in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(map(self.inline, value)) + self.draw(st.sampled_from(["]", " ]"]))
        if not isinstance(value, str):
            return "null" if value is None else str(value).lower()
        if value.isalnum() and resolve(value) == value and not self.chance(3):
            return value
        if "\n" not in value and self.chance(2) and value.isprintable():
            return "'" + value.replace("'", "''") + "'"
        return json.dumps(value, ensure_ascii=not value.isprintable())

    def key(self, key):
        return json.dumps(key, ensure_ascii=False) if self.chance(6) or resolve(key) != key else key

    def block(self, value, indent):
        """Write what stands behind a colon or a dash: the rest of its line, and the lines below."""
        nested = indent + "  "
        if isinstance(value, str) and "\n" in value and value.isprintable() is False and self.is_block_safe(value):
            mark = "|" if value.endswith("\n") else "|-"
            body = "".join(f"{nested}{line}\n" if line else "\n" for line in value.removesuffix("\n").split("\n"))
            return f" {mark}{self.comment()}\n{body}"
        if isinstance(value, dict) and value and not self.chance(4):
            return f"{self.comment()}\n{self.mapping(value, nested)}"
        if isinstance(value, list) and value and not self.chance(4):
            return f"{self.comment()}\n{self.listing(value, self.draw(st.sampled_from([nested, indent])))}"
        if value is None and self.chance(2):
            return f"{self.comment()}\n"
        return f" {self.inline(value)}{self.comment(tabs=True)}\n"

    @staticmethod
    def is_block_safe(value):
        return value.strip("\n") != "" and not value.startswith((" ", "\n")) and "\n\n" not in value[-2:]

    def mapping(self, value, indent, first=True):
        parts = []
        for key, one in value.items():
            above = self.above(indent) if parts or first else ""
            lead = indent if parts or first else ""
            parts.append(f"{above}{lead}{self.key(key)}:{self.block(one, indent)}")
        return "".join(parts)

    def listing(self, value, indent):
        parts = []
        for one in value:
            if isinstance(one, dict) and one and not self.chance(4):
                parts.append(f"{self.above(indent)}{indent}- {self.mapping(one, indent + '  ', first=False)}")
            else:
                parts.append(f"{self.above(indent)}{indent}-{self.block(one, indent)}")
        return "".join(parts)


@st.composite
def documents(draw, title=None):
    """Give a text and what it holds; with a *title* from this strategy if one is given."""
    plain = draw(plain_documents) | ({} if title is None else {"title": draw(title)})
    hand = Hand(draw)
    text = hand.inline(plain) + "\n" if hand.chance(10) else hand.mapping(plain, "")
    if hand.chance(5):
        text = f"---\n{text}" + ("...\n" if hand.chance(2) else "")
    if hand.chance(5):
        text = text.replace("\n", "\r\n")
    if hand.chance(6):
        text = text.rstrip("\r\n")
    if hand.chance(6):
        text = f"\ufeff{text}"
    sheet = Sheet(text)
    return sheet.whole, sheet.plain()
