"""A page of another site (row 31), in a real browser that is signed in here: it changes nothing and hears nothing."""

import http.server
import json
import threading
from contextlib import contextmanager

from simulator.actions.joining import join_team
from simulator.actions.sessions import open_account_session, open_participant_session
from simulator.actor import NOBODY, PROGRAM
from tests.walk import ABSENT, WRITES, edges_of
from web.live.server import LiveServer
from web.settings import Settings


@contextmanager
def another_site(content):
    """Serve one page from another site: ``localhost`` is not ``127.0.0.1`` to a browser."""

    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(content.encode())

        def log_message(self, *_told):
            pass

    site = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
    thread = threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://localhost:{site.server_port}/"
    finally:
        site.shutdown()
        thread.join()
        site.server_close()


ATTACK = """<!doctype html><title>evil</title><script type="module">
const target = TARGET, paths = PATHS, done = [];
for (const path of paths) {
  const frame = document.createElement("iframe");
  frame.name = "f" + done.length;
  document.body.append(frame);
  const form = Object.assign(document.createElement("form"), {method: "post", target: frame.name});
  form.action = target + path;
  for (const name of ["name", "code", "teams", "joining", "language"]) {
    const field = Object.assign(document.createElement("input"), {name, value: "evil"});
    form.append(field);
  }
  document.body.append(form);
  form.submit();
  const way = {method: "POST", mode: "no-cors", credentials: "include", body: "{}"};
  done.push(fetch(target + path, way).then(() => "sent", () => "refused"));
}
const open = (url) => new Promise((tell) => {
  const line = new WebSocket(url);
  line.onopen = () => tell("open");
  line.onerror = () => tell("refused");
});
const ws = target.replace("http", "ws") + "/socket.io/?EIO=4&transport=";
const lines = await Promise.all([open(ws + "websocket"), open(ws + "websocket&sid=x")]);
const polled = fetch(target + "/socket.io/?EIO=4&transport=polling", {credentials: "include"});
const read = await polled.then(() => "read", () => "refused");
await Promise.all(done);
window.told = {lines, read, sent: done.length};
</script>"""


def test_a_page_of_another_site_changes_nothing_and_opens_no_socket(server, new_page):
    page = new_page(language="en")
    with server.house() as house:
        staff = house.perform(open_account_session, PROGRAM, account_id=server.account_id)
        made = house.perform(join_team, NOBODY, code=server.codes["Azul"], name="Beatriz", language="es")
        team = house.perform(open_participant_session, PROGRAM, participant_id=made["participant_id"])
    for name, value in (("prontas_staff", staff), ("prontas_team", team)):
        page.context.add_cookies(
            [{"name": name, "value": value, "url": server.url, "httpOnly": True, "sameSite": "Lax"}]
        )
    page.goto(f"{server.url}/drills")
    before = facts_of(server)
    attack = ATTACK.replace("TARGET", json.dumps(server.url)).replace("PATHS", json.dumps(paths_of(server)))
    with another_site(attack) as site:
        page.goto(site)
        page.wait_for_function("window.told", timeout=60_000)
        told = page.evaluate("window.told")
        page.wait_for_timeout(1_000)
        page.goto(f"{server.url}/drills")
        assert page.locator("h1").count() == 1

    assert told["lines"] == ["refused", "refused"]
    assert told["read"] == "refused"
    assert told["sent"] > 25
    assert facts_of(server) == before


def paths_of(server):
    """Give every address that takes a form, as the server's own map has it."""
    ids = {"drill_id": server.drill_id, "code": server.codes["Azul"], "account_id": server.account_id}
    with server.house() as house:
        app = LiveServer(house, Settings(), async_mode="threading").app
        pages = [page for page in edges_of(app) if page.method in WRITES and not page.endpoint.startswith("api.")]
    return sorted({page.path({name: ids.get(name, ABSENT) for name in page.arguments}) for page in pages})


def facts_of(server):
    """Give what a forged form could have changed."""
    with server.house() as house, house.engine.connect() as connection:
        ask = connection.exec_driver_sql
        kinds = "'participant_joined', 'drill_paused', 'drill_ended', 'joining_changed', 'team_added', 'team_renamed'"
        return (
            ask(f"SELECT count(*) FROM log WHERE kind IN ({kinds})").scalar(),
            ask("SELECT count(*) FROM account").scalar(), ask("SELECT count(*) FROM participant").scalar(),
            ask("SELECT count(*) FROM web_session WHERE revoked_at IS NULL").scalar(),
            ask("SELECT language FROM account WHERE id = ?", (server.account_id,)).scalar(),
        )  # fmt: skip
