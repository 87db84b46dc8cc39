"""Row 40: a file that came with a scenario is a file to save, never a page, and tells nothing of its maker."""

import io
import struct
import zlib

import pytest
from PIL import Image

from simulator.refusal import Refusal
from tests.abuse.stage import staged
from tests.abuse.watch import EARS, Watch
from tests.browser.conftest import browser, chromium, new_page
from tests.cast import minutes, refused
from tests.scripts import scenario, text_inject
from web.participant.marking import mark_picture

# Minutes at full size: a target of its own keeps the tests of every change short.
pytestmark = pytest.mark.figure

__all__ = ["browser", "chromium", "new_page"]
PAGE = b"<!doctype html><html><body><script>canary()</script><img src=x onerror=canary()></body></html>"
VECTOR = b"<svg xmlns='http://www.w3.org/2000/svg' onload='canary()'><script>canary()</script></svg>"
GPS = 0x8825


def picture(kind, **more):
    """Give a small picture."""
    stored = io.BytesIO()
    Image.new("RGB", (64, 48), (20, 120, 60)).save(stored, kind, **more)
    return stored.getvalue()


def geotagged():
    """Give a photograph that says where and with what it was taken, in every place that says so."""
    facts = Image.Exif()
    facts[0x010F], facts[0x9003], facts[0x013B] = "CANARY-CAMERA", "2026:03:02 06:30:00", "CANARY-ARTIST"
    facts[GPS] = {1: "N", 2: (9.0, 56.0, 3.0), 3: "W", 4: (84.0, 5.0, 1.0), 29: "CANARY-DATE"}
    return picture("JPEG", exif=facts, comment=b"CANARY-COMMENT", icc_profile=b"CANARY-PROFILE" * 20)


def with_chunk(content, kind, data):
    """Put one more chunk into a PNG, before its end."""
    chunk = struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return content[:-12] + chunk + content[-12:]


FILES = {
    # Pages that call themselves something else.
    "page.png": PAGE, "page.jpg": PAGE, "page.webp": VECTOR, "page.pdf": PAGE, "page.csv": PAGE, "page.txt": PAGE,
    "page.mp3": PAGE, "page.ogg": VECTOR, "vector.txt": VECTOR, "vector.pdf": VECTOR,
    # Two things at once.
    "both.png": picture("PNG") + PAGE, "both.jpg": picture("JPEG") + PAGE, "both.pdf": b"%PDF-1.7\n" + PAGE,
    "both.webp": picture("WEBP") + PAGE, "chunk.png": with_chunk(picture("PNG"), b"tEXt", b"Comment\0" + PAGE),
    "script.pdf": b"%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n%%EOF",
    # Another kind than the name says.
    "jpeg.png": picture("JPEG"), "png.jpg": picture("PNG"), "gif.webp": picture("GIF"),
    # What tells of its maker.
    "place.jpg": geotagged(), "place.webp": picture("WEBP", exif=b"Exif\0\0CANARY-CAMERA"),
    "place.png": with_chunk(picture("PNG"), b"eXIf", b"CANARY-CAMERA"),
    "said.png": with_chunk(picture("PNG"), b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0CANARY-ARTIST"),
}  # fmt: skip
REFUSED = ["page.png", "page.jpg", "page.webp", "jpeg.png", "png.jpg", "gif.webp"]
PICTURES = (".png", ".jpg", ".webp")
TYPES = {
    "png": "image/png", "jpg": "image/jpeg", "webp": "image/webp", "pdf": "application/pdf", "csv": "text/csv",
    "txt": "text/plain", "mp3": "audio/mpeg", "ogg": "audio/ogg",
}  # fmt: skip


@pytest.fixture
def stage(tmp_path, clock):
    """Play a drill whose first message brings every one of these files."""
    files = [{"file": name, "alt": "x", "transcript": "x"} for name in FILES]
    with staged(tmp_path, clock) as stage:
        stage.open(scenario(text_inject("01", at="1m", files=files)), files=FILES)
        stage.play.start().go(minutes(2))
        yield stage


def test_every_file_is_something_to_save_and_no_page(stage):
    browser, refusals = stage.browser("beatriz"), []
    for name, content in FILES.items():
        answer = browser.get(f"/play/files/01/{name}")
        if answer.status_code != 200:
            refusals.append(name)
            continue
        assert answer.headers["Content-Disposition"].startswith("attachment"), name
        assert answer.headers["X-Content-Type-Options"] == "nosniff", name
        assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'", name
        assert answer.mimetype == TYPES[name.rpartition(".")[2]], name
        if name.endswith(PICTURES):
            assert b"CANARY" not in answer.data and b"<script" not in answer.data, name
            assert not Image.open(io.BytesIO(answer.data)).getexif(), name
        else:
            assert answer.data == content, name
    # A picture that is none, or of another kind than its name says, is refused.
    assert refusals == REFUSED
    print(f"{len(FILES)} files, {len(refusals)} refused")


def test_no_script_of_any_file_runs_however_it_is_opened(stage, new_page):
    watch = Watch(new_page(accept_downloads=True), stage.url)
    name, value = stage.cookies["beatriz"]
    watch.page.context.add_cookies([{"name": name, "value": value, "url": stage.url}])
    saved = []
    watch.page.on("download", lambda download: saved.append(download.suggested_filename))
    watch.open(f"{stage.url}/play")
    before = len(watch.found)
    for name in REFUSED:
        watch.open(f"{stage.url}/play/files/01/{name}")
    watch.open(f"{stage.url}/play")
    for name in FILES.keys() - set(REFUSED):
        path = f"/play/files/01/{name}"
        # By its address, and as whatever a page could take it for.
        watch.page.evaluate(
            """async (path) => {
              const shown = (tag) => Object.assign(document.createElement(tag), { src: path });
              const tags = ["img", "video", "audio"].map(shown);
              document.body.append(...tags);
              const link = Object.assign(document.createElement("a"), { href: path });
              document.body.append(link);
              link.click();
              await new Promise((done) => setTimeout(done, 60));
              for (const one of [...tags, link]) one.remove();
            }""",
            path,
        )
    watch.page.wait_for_timeout(500)
    watch.look()
    assert watch.found[before:] == []
    assert len(saved) >= len(FILES) - len(REFUSED)

    # Where a browser shows it all the same, the sandbox holds: the same bytes and policy, without "attachment".
    browser = stage.browser("beatriz")
    opened = new_page()
    opened.add_init_script(EARS)
    for name in ("page.txt", "page.csv", "vector.txt", "both.pdf"):
        answer = browser.get(f"/play/files/01/{name}")
        headers = {"Content-Security-Policy": answer.headers["Content-Security-Policy"]}
        body = answer.data

        def give(route, headers=headers, body=body):
            route.fulfill(status=200, headers=headers, body=body, content_type="text/html")

        opened.route("**/sandboxed", lambda route, _request, give=give: give(route))
        opened.goto(f"{stage.url}/sandboxed")
        assert opened.evaluate("window.sung") == [], name
        opened.unroute("**/sandboxed")


@pytest.mark.parametrize(
    "name", ["x.html", "x.svg", "x.exe", "x.gif", "x", "x.png.html", "x.PDF.js", ".htaccess", "x.txt "]
)
def test_what_is_not_on_the_list_makes_no_drill(cast, name):
    with refused("scenario_has_errors") as caught:
        cast.play(scenario(text_inject("01", files=[{"file": name, "alt": "x"}])), files={name: PAGE})
    assert "unknown_file_type" in {finding.code for finding in caught.value.parameters["findings"]}


def test_a_picture_too_large_to_open_is_refused_before_it_is_opened(cast):
    head = picture("PNG")
    size = struct.pack(">II", 60_000, 60_000)
    bomb = head[:16] + size + head[24:29] + struct.pack(">I", zlib.crc32(b"IHDR" + size + head[24:29])) + head[33:]
    with pytest.raises(Refusal):
        mark_picture(bomb, ".png", "EXERCISE")
