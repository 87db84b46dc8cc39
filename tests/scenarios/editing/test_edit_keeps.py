"""Whatever an author wrote and whatever is changed in it: what is read is what was meant, and all else stays."""

from copy import deepcopy

from hypothesis import HealthCheck, assume, given, note, settings
from hypothesis import strategies as st

from scenarios.editing import Duplicate, EditError, Insert, Move, Remove, Set, edit_text
from scenarios.editing.order import languages_of
from scenarios.editing.sheet import Sheet
from scenarios.editing.values import same
from tests.scenarios.editing.documents import documents, ids, scalars, texts, words

EXAMPLES = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
values = scalars | texts | st.lists(words, max_size=3) | st.lists(st.fixed_dictionaries({"id": ids, "label": texts}))


def places(value, path=()):
    """Give the exact paths of everything in a document."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, one in inside:
        yield (*path, step)
        yield from places(one, (*path, step))


def at(value, path):
    for step in path:
        value = value[step]
    return value


def read(text):
    return Sheet(text).plain()


def unordered(one, other):
    """Say whether two documents hold the same, wherever their keys stand."""
    if isinstance(one, dict) and isinstance(other, dict):
        return set(one) == set(other) and all(unordered(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(unordered, one, other))
    return same(one, other)


def lines_around(text, path):
    """Give the lines before the one where an entry begins, and those after the one where it ends."""
    sheet = Sheet(text)
    slot = sheet.slot(path)
    start = sheet.line_start(sheet.start_of(slot.parent, slot.place))
    end = sheet.next_line(slot.piece.end)
    return sheet.text[:start], sheet.text[end:]


@EXAMPLES
@given(documents(), values, st.data())
def test_a_field_that_is_set_reads_as_set_and_nothing_else_has_changed(written, value, data):
    text, plain = written
    path = data.draw(st.sampled_from(sorted(places(plain), key=str)))
    note(text)
    changed, written_out = edit_text(text, [Set(path=path, value=value)])
    note(changed)

    meant = deepcopy(plain)
    at(meant, path[:-1])[path[-1]] = value
    assert unordered(read(changed), meant)
    assert not written_out
    before, after = lines_around(text, path)
    assert changed.removeprefix("\ufeff").startswith(before)
    assert changed.rstrip("\r\n").endswith(after.rstrip("\r\n"))
    again, _out = edit_text(changed, [Set(path=path, value=at(plain, path))])
    assert unordered(read(again), plain)


@EXAMPLES
@given(documents(), st.sampled_from(["title", "ask", "note", "x_mine", "phase"]), values, st.data())
def test_a_field_that_is_new_is_there_and_every_line_is_kept(written, key, value, data):
    text, plain = written
    place = data.draw(st.integers(0, len(plain["injects"]) - 1))
    inject = plain["injects"][place]
    assume(key not in inject)
    note(text)
    changed, _out = edit_text(text, [Set(path=("injects", inject["id"], key), value=value)])
    note(changed)

    meant = deepcopy(plain)
    meant["injects"][place][key] = value
    assert unordered(read(changed), meant)
    back, _out = edit_text(changed, [Remove(path=("injects", place, key))])
    assert same(read(back), plain)


@EXAMPLES
@given(documents(), st.data())
def test_what_is_taken_out_is_gone_and_all_comments_stay(written, data):
    text, plain = written
    path = data.draw(st.sampled_from(sorted(places(plain), key=str)))
    assume(len(path) > 1)
    note(text)
    changed, _out = edit_text(text, [Remove(path=path)])
    note(changed)

    meant = deepcopy(plain)
    del at(meant, path[:-1])[path[-1]]
    assert same(read(changed), meant)


@EXAMPLES
@given(documents(), st.data())
def test_injects_change_places_and_come_back(written, data):
    text, plain = written
    names = [inject["id"] for inject in plain["injects"]]
    moved = data.draw(st.sampled_from(names))
    before = data.draw(st.sampled_from([name for name in names if name != moved] + [None]))
    note(text)
    changed, _out = edit_text(text, [Move(path=("injects", moved), before=before)])
    note(changed)

    order = [name for name in names if name != moved]
    order.insert(order.index(before) if before else len(order), moved)
    meant = plain | {"injects": sorted(plain["injects"], key=lambda one: order.index(one["id"]))}
    assert same(read(changed), meant)
    assert sorted(changed.split()) == sorted(text.split()) or "{" in text
    follower = dict(zip(names, [*names[1:], None], strict=True))[moved]
    again, _out = edit_text(changed, [Move(path=("injects", moved), before=follower)])
    assert same(read(again), plain)


@EXAMPLES
@given(documents(), st.data())
def test_a_duplicate_is_the_same_under_another_id(written, data):
    text, plain = written
    place = data.draw(st.integers(0, len(plain["injects"]) - 1))
    inject = plain["injects"][place]
    note(text)
    changed, _out = edit_text(text, [Duplicate(inject=inject["id"], new_id="new")])
    note(changed)

    meant = deepcopy(plain)
    meant["injects"].insert(place + 1, inject | {"id": "new"})
    assert same(read(changed), meant)
    back, _out = edit_text(changed, [Remove(path=("injects", "new"))])
    assert same(read(back), plain)


@EXAMPLES
@given(documents(), texts, st.data())
def test_a_new_inject_stands_where_it_was_put(written, title, data):
    text, plain = written
    place = data.draw(st.integers(0, len(plain["injects"])))
    before = plain["injects"][place]["id"] if place < len(plain["injects"]) else None
    note(text)
    value = {"id": "new", "at": "5m", "title": title, "to": [], "ask": {"options": [{"id": "A", "label": title}]}}
    changed, _out = edit_text(text, [Insert(path=("injects",), value=value, before=before)])
    note(changed)

    meant = deepcopy(plain)
    meant["injects"].insert(place, value)
    assert same(read(changed), meant)


@EXAMPLES
@given(documents(), st.dictionaries(st.sampled_from(["id", "title", "ask", "note", "to"]), values), st.data())
def test_a_whole_inject_can_be_set_at_once(written, value, data):
    text, plain = written
    place = data.draw(st.integers(0, len(plain["injects"]) - 1))
    note(text)
    changed, _out = edit_text(text, [Set(path=("injects", place), value=value)])
    note(changed)

    meant = deepcopy(plain)
    meant["injects"][place] = value
    assert unordered(read(changed), meant)


@EXAMPLES
@given(documents(title=words), st.sampled_from(["es", "pt"]), words)
def test_a_text_that_served_all_languages_is_kept_for_the_others(written, language, new):
    text, plain = written
    changed, _out = edit_text(text, [Set(path=("title", language), value=new)])

    expected = dict.fromkeys(languages_of(plain), plain["title"]) | {language: new}
    assert read(changed)["title"] == expected


@EXAMPLES
@given(documents(), st.lists(st.sampled_from(["injects", "ask", "x", 0, 7, "title"]), min_size=1, max_size=4), values)
def test_a_path_from_anywhere_is_set_or_refused_as_a_whole(written, path, value):
    text, plain = written
    try:
        changed, _out = edit_text(text, [Set(path=tuple(path), value=value)])
    except EditError as error:
        assert error.code in {"edit_unknown_path", "edit_unsafe"}
        return
    assert isinstance(read(changed), dict)
    assert same({key: one for key, one in read(changed).items() if key != path[0]},
                {key: one for key, one in plain.items() if key != path[0]})  # fmt: skip
