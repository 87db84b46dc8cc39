"""The forms of a page, found in its HTML: what each field is called, holds and may hold, and how it is sent."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser

# Where a person writes what she likes; a file's name is hers too.
WRITTEN = frozenset({"text", "search", "email", "url", "tel", "password", "textarea", "file"})


@dataclass
class Field:
    """One control: its name, its kind, what it holds, and the values it offers."""

    name: str
    kind: str
    value: str = ""
    offers: list[str] = field(default_factory=list)


@dataclass
class Form:
    """One form: where it goes, and its controls by name."""

    page: str
    action: str
    method: str
    fields: dict[str, Field] = field(default_factory=dict)

    @property
    def written(self) -> list[str]:
        """Name the fields in which one writes."""
        return [one.name for one in self.fields.values() if one.kind in WRITTEN]

    def filled(self, fill: Callable[[Field], str]) -> dict[str, str]:
        """Give what a browser sends, with the written fields as *fill* says and the others as they stand."""
        data = {}
        for one in self.fields.values():
            if one.kind in WRITTEN - {"file"}:
                data[one.name] = fill(one)
            elif one.kind != "file":
                # Of several ways the last: a form that offers an upload is then sent without its file, which is quick.
                data[one.name] = one.offers[-1] if one.kind == "radio" else one.value or next(iter(one.offers), "")
        return data


class _Reader(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.page, self.found, self.form, self.open = page, [], None, None

    def handle_starttag(self, tag: str, given: list[tuple[str, str | None]]) -> None:
        facts = {name: value or "" for name, value in given}
        if tag == "form":
            self.form = Form(self.page, facts.get("action") or self.page, facts.get("method", "get").lower())
            self.found.append(self.form)
        elif self.form is not None and tag == "option" and self.open:
            self.open.offers.append(facts.get("value", ""))
            if "selected" in facts:
                self.open.value = facts.get("value", "")
        elif self.form is not None and "name" in facts and tag in ("input", "textarea", "select", "button"):
            self._control(tag, facts)

    def _control(self, tag: str, facts: dict[str, str]) -> None:
        kind = facts.get("type", "text") if tag == "input" else tag
        known = self.form.fields.setdefault(facts["name"], Field(facts["name"], kind))
        value = facts.get("value", "")
        if kind in ("radio", "checkbox", "button", "submit"):
            known.offers.append(value)
            if "checked" in facts:
                known.value = value
        else:
            known.value = value
        self.open = known if tag in ("select", "textarea") else None

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.form = None
        elif tag in ("select", "textarea"):
            self.open = None


def forms_in(html: str, page: str) -> list[Form]:
    """Give the forms of a page that a browser sends to the server."""
    reader = _Reader(page)
    reader.feed(html)
    return [form for form in reader.found if form.method in ("get", "post")]


def apart(forms: Iterable[Form], kind_of: Callable[[Form], str]) -> list[Form]:
    """Give one form of each kind: two rows of a list have the same form twice."""
    kinds = {(kind_of(form), form.method, tuple(sorted(form.fields))): form for form in forms}
    return [kinds[kind] for kind in sorted(kinds)]
