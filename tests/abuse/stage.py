"""A whole server inside the test, on a real port, with the cast signed in: for tests that read with a real browser.

The drill's time is the test's. Whatever a person could do is done through the same pages, actions and sockets.
"""

import threading
from contextlib import contextmanager

from werkzeug.serving import make_server

from simulator.actions.sessions import open_participant_session
from simulator.actor import PROGRAM
from simulator.database import close_engine, open_engine, sqlite_url
from simulator.house import House
from simulator.rows import Row
from tests.abuse.forms import apart, forms_in
from tests.cast import STAFF, Cast
from tests.live.conftest import Line
from tests.walk import ABSENT, ids_of, pages_of
from tests.web.conftest import Browser
from web import door
from web.live.server import LiveServer
from web.settings import Settings

PLAYERS = ("beatriz", "bruna", "gwen", "giselle")
NOBODY = "nobody"


class Stage:
    """The server, its house and everybody in it; *cookies* are by name of who holds them."""

    def __init__(self, house, live, url):
        self.house, self.live, self.url, self.app = house, live, url, live.app
        self.cast = Cast.hire(house)
        self.play = None
        self.cookies = {name: (door.STAFF, token) for name, token in self.cast.tokens.items()} | {NOBODY: None}

    def open(self, script, **facts):
        """Make a drill in which the four participants have joined."""
        self.play = self.cast.play(script, **facts)
        for name in PLAYERS:
            token = self.house.perform(
                open_participant_session, PROGRAM, participant_id=getattr(self.play, name).id
            )  # fmt: skip
            self.cookies[name] = (door.TEAM, token)
        return self.play

    def browser(self, who=NOBODY, **more):
        """Give a client that holds somebody's cookie."""
        browser = Browser(self.app, **more)
        if self.cookies[who]:
            browser.client.set_cookie(*self.cookies[who])
        return browser

    def line(self, who):
        """Open somebody's socket."""
        name, token = self.cookies[who]
        told = {"as": "team"} if name == door.TEAM else {"drill": self.play.id}
        return Line(self.url, f"{name}={token}", **told)

    def paths(self, play=None, **ids):
        """Give the paths of all pages that only show something, in a drill; *ids* say what else can stand in them."""
        known = ids_of(play or self.play) | ids
        shown = [page for page in pages_of(self.app) if page.method == "GET"]
        # An argument that nobody has explained to the walk names nothing, and shows how absence looks.
        return [page.path({name: known.get(name, ABSENT) for name in page.arguments}) for page in shown]

    def shown(self, who, paths=None):
        """Give (path, answer) for every path that shows *who* something."""
        browser = self.browser(who)
        for path in paths or self.paths():
            answer = browser.get(path)
            if answer.status_code == 200:
                yield path, answer

    def forms(self, who):
        """Give the forms that *who* finds on all her pages, one of each kind."""
        found = [
            form
            for path, answer in self.shown(who)
            if answer.mimetype == "text/html"
            for form in forms_in(answer.text, path)
        ]
        return apart(found, self.endpoint_of)

    def endpoint_of(self, form):
        """Name the route that a form goes to."""
        path = form.action.partition("?")[0]
        return self.app.url_map.bind("localhost").match(path, method=form.method.upper())[0]


@contextmanager
def staged(folder, clock):
    """Set the stage; the server ends with the block."""
    engine = open_engine(sqlite_url(folder / "stage.db"))
    Row.metadata.create_all(engine)
    house = House(engine, clock)
    live = LiveServer(house, Settings(), async_mode="threading")
    server = make_server("127.0.0.1", 0, live, threaded=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield Stage(house, live, f"http://127.0.0.1:{server.server_port}")
    finally:
        for sid in list(live.server.eio.sockets):
            live.server.eio.disconnect(sid)
        server.shutdown()
        thread.join()
        server.server_close()
        close_engine(engine)


__all__ = ["NOBODY", "PLAYERS", "STAFF", "Stage", "staged"]
