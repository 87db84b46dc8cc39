"""Row 35: nothing that anybody writes anywhere ever runs, or becomes markup, in anybody's browser."""

import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import expect

from simulator.actions.drills import rename_team
from simulator.actions.joining import rename_participant
from simulator.actions.msel import skip_inject
from simulator.actions.running import end_drill
from tests.abuse.corpus.scripts import ALL_SCRIPTS, SCRIPTS
from tests.abuse.playing import STAFF, answer_everything, names_drill, rate_everything, submit_forms, write_hotwashes
from tests.abuse.poisoned import NAMES, file_names, poisoned_scenario
from tests.abuse.stage import NOBODY, PLAYERS, staged
from tests.abuse.watch import EARS, LOOK, Watch
from tests.browser.conftest import browser, chromium, new_page
from tests.cast import minutes
from tests.play import NAME

# Minutes at full size: a target of its own keeps the tests of every change short.
pytestmark = pytest.mark.figure

__all__ = ["browser", "chromium", "new_page"]
STATIC = Path(__file__).parents[2] / "web" / "static"
SINKS = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment|DOMParser|srcdoc"
    r"|document\.write|\beval\(|new Function|\bFunction\(|set(Timeout|Interval)\(\s*[\"'`]|createPolicy|import\("
)


def test_only_one_script_of_ours_makes_markup_from_text():
    sinks = {
        path.relative_to(STATIC).as_posix()
        for path in STATIC.rglob("*.js")
        if "vendor" not in path.parts and SINKS.search(path.read_text())
    }
    assert sinks == {"fragments.js"}


def test_the_corpus_is_large_and_bites_where_nobody_guards(new_page):
    assert len(ALL_SCRIPTS) >= 200
    assert len(SCRIPTS) >= 10
    page = new_page()
    body = '<input value="{}"><p title=\'{}\'>{}</p><a href="{}">x</a><script>var said = "{}";</script>'

    def serve(route):
        number = route.request.url.rpartition("?")[2]
        if not route.request.url.startswith("http://control.example/frame?"):
            return route.abort()
        html = f"<script>{EARS}</script><body>{body.replace('{}', ALL_SCRIPTS[int(number)])}"
        return route.fulfill(body=html, content_type="text/html; charset=utf-8")

    page.context.route("**", serve)
    page.context.route("http://control.example/", lambda route: route.fulfill(body="<p>", content_type="text/html"))
    page.goto("http://control.example/")
    harmed = page.evaluate(
        """async ([count, look]) => {
          const harms = [];
          for (let first = 0; first < count; first += 30) {
            const frames = Array.from({ length: Math.min(30, count - first) }, (_none, place) => {
              const frame = document.createElement("iframe");
              frame.src = `/frame?${first + place}`;
              document.body.append(frame);
              return new Promise((done) => {
                frame.onload = () => setTimeout(() => done(frame), 200);
                setTimeout(() => done(frame), 2000);
              });
            });
            for (const frame of await Promise.all(frames)) {
              try {
                const { strange, sung } = frame.contentWindow.eval(`(${look})()`);
                harms.push(sung.length ? "ran" : strange.some((one) => !one.startsWith("<script>")) ? "marked" : "");
              } catch { harms.push("gone"); }
              frame.remove();
            }
          }
          return harms;
        }""",
        [len(ALL_SCRIPTS), LOOK],
    )
    ran, marked = harmed.count("ran"), len(harmed) - harmed.count("")
    print(f"without guards {ran} of {len(ALL_SCRIPTS)} payloads run a script, {marked} do some harm")
    assert ran >= 60
    assert marked >= 140


@pytest.fixture
def stage(tmp_path, clock):
    """Give a stage on which nothing has been played."""
    with staged(tmp_path, clock) as stage:
        yield stage


@pytest.fixture
def watched(new_page, stage):
    """Open watched browsers that hold somebody's cookie."""
    opened = {}

    def watch(who):
        if who not in opened:
            opened[who] = Watch(new_page(language="es"), stage.url)
            if stage.cookies[who]:
                name, value = stage.cookies[who]
                opened[who].page.context.add_cookies([{"name": name, "value": value, "url": stage.url}])
        return opened[who]

    watch.all = opened
    return watch


def press_all(watch, selector):
    """Press everything that opens something, and look each time."""
    for place in range(watch.page.locator(selector).count()):
        one = watch.page.locator(selector).nth(place)
        if one.is_visible():
            # What one opens may lie over the next.
            one.dispatch_event("click")
            watch.page.wait_for_timeout(120)
            watch.look()


def read_messages(watch, url):
    """Open every message of a participant's inbox."""
    watch.open(f"{url}/play")
    expect(watch.page.locator("#inbox a").first).to_be_visible()
    for place in range(watch.page.locator("#inbox a").count()):
        watch.page.evaluate("location.hash = ''")
        watch.page.locator("#inbox a").nth(place).click()
        expect(watch.page.locator("#open [data-part=title]")).to_be_visible()
        watch.look()


def pages_of_names(stage):
    """Give the pages that list names, with names by the hundred."""
    names, invitation = names_drill(stage)
    yield from (("fatima", f"/drills/{names.id}/{one}") for one in ("console", "teams", "codes"))
    yield from (("olga", path) for path in ("/drills", "/staff", f"/drills/{names.id}/standings"))
    yield NOBODY, f"/invite/{invitation}"


@pytest.mark.timeout(900)
# Where Chromium leaves a page while an icon still comes, the small server of the tests forgets to close its file.
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
def test_nothing_that_anybody_writes_runs_or_becomes_markup_in_any_view_of_any_role(stage, watched):
    began = time.monotonic()
    play = stage.open(poisoned_scenario(), files=dict.fromkeys(file_names(), b"x"))

    # What forms give back: the same bytes and headers that the server sent, in a real browser.
    echoes, fields = 0, set()
    for who, form, answer in submit_forms(stage):
        assert answer.status_code < 500, (form.action, answer.status_code)
        fields |= {(stage.endpoint_of(form), name) for name in form.written}
        if answer.mimetype == "text/html" and answer.text.strip().lower().startswith("<!doctype"):
            watched(who).show(answer)
            echoes += 1
    print(f"forms sent after {time.monotonic() - began:.0f} s")
    for place, who in enumerate(PLAYERS):
        facts = {"participant_id": getattr(play, who).id, "name": NAMES[place * 3]}
        play.do(rename_participant, stage.cast.fatima, **facts)
    play.start().go(minutes(2))

    # While it is played: pages stand open when words come in over sockets.
    console, watching, beatriz = watched("fatima"), watched("olu"), watched("beatriz")
    for one in (console, watching):
        one.open(f"{stage.url}/drills/{play.id}/console")
    beatriz.open(f"{stage.url}/play")
    lines = answer_everything(stage)
    lines["bruna"].ask("write_draft", inject="01")
    play.do(rename_team, stage.cast.fatima, team_id=play.azul, name=NAMES[60])
    play.do(skip_inject, stage.cast.fatima, inject_id="07", team_ids=[play.azul], reason="pacing")
    for one in (console, watching, beatriz):
        one.look()
    for who in ("beatriz", "giselle"):
        read_messages(watched(who), stage.url)
    press_all(console, ".matrix [data-team-opens], [data-inject-opens]")

    # After it: everything is rated and said, and every page is read by everybody who may.
    play.go(minutes(12))
    ratings = rate_everything(stage)
    play.do(end_drill, stage.cast.fatima, name=NAME)
    play.go(minutes(2))
    write_hotwashes(stage)
    print(f"played after {time.monotonic() - began:.0f} s")
    paths = stage.paths()
    paths += [f"/drills/{play.id}/console/injects/{inject}" for inject in ("02", "03", "06", "07")]
    pages = 0
    for who in (*STAFF, NOBODY, "beatriz", "giselle"):
        for path, answer in stage.shown(who, paths):
            if answer.mimetype == "text/html":
                watched(who).open(stage.url + path)
                pages += 1
    print(f"walked after {time.monotonic() - began:.0f} s")
    desk, standings = watched("edo"), watched("olga")
    desk.open(f"{stage.url}/drills/{play.id}/desk")
    press_all(desk, "#next")
    standings.open(f"{stage.url}/drills/{play.id}/standings")
    press_all(standings, "#live .team")
    beatriz.open(f"{stage.url}/play#learning")
    beatriz.page.wait_for_timeout(300)
    beatriz.look()

    for who, path in pages_of_names(stage):
        watched(who).open(stage.url + path)
        pages += 1

    found = {(url, kind, what) for watch in watched.all.values() for url, kind, what in watch.found}
    looks, elements = (sum(getattr(one, name) for one in watched.all.values()) for name in ("looks", "elements"))
    print(
        f"{len(ALL_SCRIPTS)} payloads, {len(NAMES)} names of them; {len(fields)} form fields, {ratings} sentences; "
        f"{pages} pages and {echoes} answers, {looks} looks at {elements} elements by {len(watched.all)} people: "
        f"{len(found)} wrong in {time.monotonic() - began:.0f} s"
    )
    for one in sorted(found):
        print(*one)
    assert not found
    assert pages > 60
    assert fields
