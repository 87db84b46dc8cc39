"""What a narrow line is given at once: pages of a stream that arrive before they are asked for again."""

import json

from tests.cast import minutes
from tests.scripts import scenario, text_inject
from web.live.payload import LARGEST_PAGE, within_reach

LONG = "Humo sobre el puerto. " * 80


def test_a_long_stream_comes_in_pages_of_which_nothing_is_missing(cast, connect):
    script = scenario(*(text_inject(f"{n:02}", at="1m", body=LONG) for n in range(1, 31)))
    play = cast.play(script, rehearsal=True).start()
    play.go(minutes(1))
    line, told, pages = connect(play.gwen), [], 0
    while True:
        page = line.ask("resume", n=len(told))
        told += page["events"]
        pages += 1
        assert len(json.dumps(page, ensure_ascii=False)) < 1.2 * LARGEST_PAGE
        if len(told) >= page["n"]:
            break

    assert [event["n"] for event in told] == list(range(1, len(told) + 1))
    assert [event["inject"]["id"] for event in told if event["kind"] == "inject_delivered"][-1] == "30"
    assert pages >= 3


def test_one_event_comes_however_large_it_is():
    events = [{"n": n, "inject": {"title": "", "body": "x" * LARGEST_PAGE, "body_html": None, "plain": None,
               "plain_html": None, "ask": None}} for n in (1, 2)]  # fmt: skip

    assert [event["n"] for event in within_reach(events)] == [1]
    assert within_reach([]) == []
