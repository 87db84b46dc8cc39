"""Scenarios of every shape that passes the check, for what goes out and must come back equal."""

from hypothesis import strategies as st

LANGUAGES = ("es", "pt", "en")
ODD = ["=1+1", "'=x", "'", "+55", "-", "@SUM(A1)", "＝1", '"a"', "[b]", "{c}", " padded ", "a\r\nb", "two\nlines", "\t",
       "_x0041_", "no", "1:30", "null", "1.5e3", "é ñ 😀", "a\x85b", "#REF!", "\ufeff", "- dash", "a;b",
       "x" * 16_000]  # fmt: skip
WORDS = st.one_of(
    st.sampled_from(ODD),
    st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1, max_size=12),
)
IDS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_-]{0,6}", fullmatch=True)
BY_LANGUAGE = st.dictionaries(st.sampled_from(LANGUAGES), WORDS, min_size=1)
TEXT = st.one_of(WORDS, BY_LANGUAGE)


def _options(count):
    return st.lists(TEXT, min_size=count, max_size=count).map(
        lambda labels: [{"id": f"O{place}", "label": label, "value": place} for place, label in enumerate(labels)]
    )


def _asks():
    text = st.fixed_dictionaries(
        {"kind": st.just("text"), "due": st.just("5m")}, optional={"prompt": TEXT, "autosubmit": st.booleans()}
    )
    choice = st.fixed_dictionaries(
        {"kind": st.just("choice"), "due": st.just("90s"), "options": st.integers(2, 4).flatmap(_options)}
    )
    return st.one_of(text, choice)


def _times(before):
    at = st.integers(0, 3000).map(lambda seconds: {"at": f"{seconds}s"})
    choices = [at, st.just({"manual": True}), st.just({"at": "00:10:00"})]
    if before:
        follow = st.fixed_dictionaries(
            {"inject": st.sampled_from(before)}, optional={"delay": st.sampled_from(["90m", "0", "30s"])}
        )
        choices.append(follow.map(lambda after: {"after": after}))
    return st.one_of(choices)


@st.composite
def _inject(draw, name, before):
    more = st.fixed_dictionaries({}, optional={
        "title": TEXT, "body": TEXT, "plain": st.sampled_from(["short", {"es": "corto"}]), "script": TEXT,
        "note": TEXT, "owner": TEXT,
        "from": st.one_of(st.just("minister"), st.just("Two words"), BY_LANGUAGE),
        "to": st.lists(st.sampled_from(["lead", "press"]), unique=True), "channel": st.sampled_from(["email", "chat"]),
        "priority": st.sampled_from(["must", "could"]), "phase": st.just("detect"),
        "story_time": st.sampled_from(["+2d", "2026-03-02T06:30:00-06:00"]),
        "expected": st.lists(TEXT, max_size=3), "sets": st.sampled_from([[], ["isolated"]]),
        "if": st.just("not isolated"),
        "optional": st.booleans(), "ask": _asks(),
        "x_msel": st.one_of(st.dictionaries(WORDS, WORDS, max_size=2), st.just({"Side": "blue"}), st.just([1, None])),
        "x_more": st.sampled_from([{"a": [1, True, None]}, "words", 5, None]),
    })  # fmt: skip
    return {"id": name, **draw(_times(before)), "title": "A", **draw(more)}


@st.composite
def documents(draw):
    """Give sound scenarios as plain dicts."""
    names = draw(st.lists(IDS, min_size=1, max_size=4, unique=True))
    injects = [draw(_inject(name, names[:place])) for place, name in enumerate(names)]
    more = draw(
        st.fixed_dictionaries(
            {}, optional={"summary": TEXT, "tags": st.lists(WORDS, max_size=2), "x_ours": st.just({"a": 1})}
        )
    )
    return {
        "format": 1, "id": draw(IDS), "version": "1.0", "languages": list(LANGUAGES), "title": draw(TEXT),
        "duration": "2h",
        "rated": False, "seats": {"lead": {"title": "Jefa"}, "press": {"title": draw(TEXT)}},
        "characters": {"minister": {"name": "M"}},
        "phases": {"detect": {"title": "D", "at": "0"}}, "flags": {"isolated": draw(TEXT)}, **more, "injects": injects,
    }  # fmt: skip
