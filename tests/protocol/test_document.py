"""docs/protocol.md and the code say the same: every event, request, field, code and limit, and nothing else."""

import ast
import inspect
import re
from pathlib import Path

import pytest

from simulator.kinds import KINDS
from simulator.reading import shapes
from simulator.reading.shapes import PLAIN, WHOLE, Each
from tests.protocol import page
from tests.protocol.refusing import codes_behind
from web.live import frames, rationing, requests, rooms, server, sockets
from web.live.knocking import FLOOD
from web.live.payload import for_the_wire
from web.words.refusals import REFUSALS

# A scenario that was checked when its drill was made has no errors any more.
NEVER_MET = {"scenario_has_errors"}


def unlike(shape, told, place):
    """Name where a shape and a table differ, down through the objects they name."""
    for name in sorted(shape.keys() ^ told.keys()):
        yield f"{place}.{name} is only in {'the code' if name in shape else 'the page'}"
    for name in shape.keys() & told.keys():
        inner, link = shape[name], page.link_in(told[name])
        if isinstance(inner, Each):
            inner = inner.shape
            if "map of" not in told[name]:
                yield f"{place}.{name} is a map"
        if isinstance(inner, dict) != (link is not None):
            yield f"{place}.{name} is told as {told[name]}"
        elif link is not None:
            yield from unlike(inner, page.objects()[link], f"{place}.{name}")
        elif inner == WHOLE and told[name] != "object":
            yield f"{place}.{name} is told as {told[name]}"


def rendered(shape):
    """Give the shape of an event as it goes over the wire: with the HTML beside its Markdown."""
    if not isinstance(shape.get("inject"), dict):
        return shape
    blank = {name: dict.fromkeys(inner) if isinstance(inner, dict) else None for name, inner in shape["inject"].items()}
    sent = for_the_wire({"inject": blank})["inject"]
    ask = {name: shape["inject"]["ask"].get(name, PLAIN) for name in sent["ask"]}
    return {**shape, "inject": {name: shape["inject"].get(name, PLAIN) for name in sent} | {"ask": ask}}


@pytest.mark.parametrize("stream", ["team", "staff"])
def test_every_kind_of_event_is_told_with_all_its_fields(stream):
    kinds = shapes.TEAM_EVENTS if stream == "team" else shapes.STAFF_EVENTS
    section = page.of_section("Events of a team" if stream == "team" else "Events of the staff")
    assert section.keys() == kinds.keys()

    wrong = [
        one for kind, shape in kinds.items()
        for one in unlike(rendered(dict(shape)), section[kind], kind)
    ]  # fmt: skip
    wrong += unlike(shapes.EVENT, page.objects()["Event"], "event")
    assert not wrong, "\n".join(wrong)


def test_every_kind_that_a_reader_hears_is_among_them():
    heard = {"team": {"team", "everybody"}, "staff": {"team", "everybody", "staff"}}
    for kinds, audiences in ((shapes.TEAM_EVENTS, heard["team"]), (shapes.STAFF_EVENTS, heard["staff"])):
        assert kinds.keys() == {kind for kind, audience in KINDS.items() if audience in audiences}


def test_what_has_no_number_is_told_with_all_its_fields():
    told = page.of_section("What is told without a number")
    told["clock"] = told["clock"] | page.objects()["Clock"]
    assert told.keys() == shapes.UNNUMBERED.keys()

    wrong = [
        one for name, shape in shapes.UNNUMBERED.items() if not isinstance(shape, Each)
        for one in unlike(shape, told[name], name)
    ]  # fmt: skip
    assert not wrong, "\n".join(wrong)


def test_every_name_that_a_handler_emits_is_in_the_page():
    emitted = set()
    for path in Path(sockets.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            match node:
                case ast.Call(
                    func=ast.Attribute(attr="emit" | "_emit" | "say" | "_say" | "tell" | "_tell"),
                    args=[ast.Constant(value=str(name)), *_],
                ):
                    emitted.add(name)
    assert {"clock", "draft_changed"} <= emitted
    assert emitted <= page.of_section("What is told without a number").keys() | {"event"}


@pytest.mark.parametrize(
    ("name", "shape"),
    [("Place", shapes.PLACE), ("Draft", shapes.DRAFTS.shape), ("Result", shapes.RESULT), ("Lesson", shapes.LEARNING)],
)
def test_what_is_fetched_is_told_with_all_its_fields(name, shape):
    wrong = list(unlike(shape, page.objects()[name], name))
    assert not wrong, "\n".join(wrong)


def test_every_object_that_is_named_is_described_and_each_that_is_described_is_named():
    text = page.PAGE.read_text()
    named = {found[1] for found in re.finditer(r"\[(\w+)\]\(#[\w-]+\)", text) if found[1][0].isupper()}
    sections = {section for section, heading in page.tables() if not heading}
    assert named - sections == page.objects().keys()


def test_every_request_is_told_with_all_its_fields():
    told = page.of_section("Requests")
    assert told.keys() == requests.REQUESTS.keys() | {"write_draft"}

    tables = {heading: found for (section, heading), found in page.tables().items() if section == "Requests"}
    for name in requests.REQUESTS:
        fields = requests.FIELDS.get(name, frozenset())
        # One table of what is asked, where anything is, and one of the answer.
        asked = tables[name][0] if fields else {}
        assert asked.keys() == fields, name
    assert re.search(r"This is version `(\d+)`", page.PAGE.read_text())[1] == str(requests.PROTOCOL)


def test_every_code_that_a_request_can_meet_is_told_and_no_other():
    told = set(re.findall(r"^\| `([a-z_]+)` \|", _section("Errors"), re.MULTILINE))
    met = codes_behind([requests.answer]) | set(_of_sockets())

    assert {"confirmation_needed", "field_bad_date", "lead_taken", "too_many"} <= met
    assert told == met - NEVER_MET
    assert told <= REFUSALS.keys()


def test_every_code_that_refuses_a_connection_is_told():
    refused = set(re.findall(r'_turn_away\("([a-z_]+)"\)', inspect.getsource(sockets)))
    told = next(line for line in _section("The line").split("\n\n") if "connect_error" in line)

    assert refused == set(re.findall(r"`([a-z_]+)`:", told))


def test_the_limits_are_those_of_the_code():
    told = _section("Limits").replace(",", "")
    ration, packets, knocks = rationing.for_requests(), rationing.for_packets(), rationing.for_knocks()
    person, entries = rationing.for_people(), rationing.for_entries()
    for words in (
        f"| {server.LARGEST_MESSAGE // 1024} KiB |",
        f"| {ration.burst} at once then {ration.rate} a second |",
        f"| {person.burst} at once then {person.rate} a second (in each process of the server) |",
        f"| {entries.burst} at once then {entries.rate} a second (in each process of the server) |",
        f"| {packets.burst} at once then {packets.rate} a second | the line is closed which counts as {FLOOD} tries",
        f"| {knocks.burst} at once then {knocks.rate} a second (in each process of the server) | HTTP 429",
        f"carried out at the same time | {rooms.AT_ONCE} |",
        f"| {sockets.MOST_SOCKETS} (in each process",
        f"| an id | {requests.LONGEST_ID} characters |",
        f"| {frames.MOST_WAITING // 1024 // 1024} MiB |",
    ):
        assert words in told, words


def test_a_page_that_says_less_or_more_than_the_code_is_noticed():
    inject = {"id": PLAIN, "from": {"name": PLAIN, "role": PLAIN}, "words": WHOLE}
    told = {"id": "string", "from": "[Sender](#sender), or null", "words": "object"}
    assert list(unlike(inject, told, "x")) == []
    assert list(unlike(inject, told | {"less": "string"}, "x")) == ["x.less is only in the page"]
    assert list(unlike(inject | {"more": PLAIN}, told, "x")) == ["x.more is only in the code"]
    assert list(unlike(inject, told | {"from": "string"}, "x")) == ["x.from is told as string"]
    assert list(unlike(inject, told | {"words": "string"}, "x")) == ["x.words is told as string"]


def test_a_payload_that_differs_from_its_table_is_noticed():
    table = {"n": "integer (ms)", "by": "string, or null", "from": "[Sender](#sender)", "all": "list of string"}
    right = {"n": 1, "by": None, "from": {"name": "Ana", "role": None}, "all": ["a"]}
    assert list(page.departures(table, right, "x")) == []
    for wrong in (
        {"n": "1"},
        {"n": True},
        {"by": 1},
        {"from": {"name": "Ana"}},
        {"all": [1]},
        {"all": "a"},
        {"secret": 1},
    ):
        assert len(list(page.departures(table, right | wrong, "x"))) == 1, wrong
    del right["by"]
    assert list(page.departures(table, right, "x")) == ["x.by is missing"]


def _section(name):
    return page.PAGE.read_text().split(f"\n## {name}\n")[1].split("\n## ")[0]


def _of_sockets():
    source = "".join(path.read_text() for path in Path(sockets.__file__).parent.glob("*.py"))
    yield from re.findall(r'Refusal\("([a-z_]+)"\)', source)
    yield from re.findall(r'"error": \{"code": "([a-z_]+)"', source)
