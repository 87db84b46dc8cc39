"""Ask one page as one principal, and know of the answer all that a stranger could compare, and what it changed."""

import hashlib
import re
from dataclasses import dataclass
from itertools import count

from simulator.permission import require
from simulator.refusal import Refusal
from simulator.rows import Row
from tests.permission.world import NO_IDS, absent
from web.matrix import PAGES

OPEN, REFUSED, NOT_THERE, SIGN_IN = "open", "refused", "not there", "sign in"
TOKEN = re.compile(r'name="csrf-token" content="([^"]+)"')
# What differs from answer to answer by chance: the nonce of scripts and the tokens of forms.
CHANCE = re.compile(r"nonce-[\w-]+|nonce=\"[\w-]+\"|(?:content|value)=\"[\w.-]{60,}\"")


@dataclass(frozen=True)
class Answer:
    """An answer as it came, and as it is without chance and without the address that was asked for."""

    status: int
    headers: tuple
    body: str
    size: int
    asked: frozenset

    @property
    def looks(self):
        """Give all that must not differ between what is not hers and what is not there."""
        return self.status, self.headers, self.body, self.size


class Walker:
    """Sends requests with a cookie of its own choice, each from an address of its own, and puts the world back."""

    def __init__(self, app, house, world, kept):
        self.app, self.house, self.world, self._kept = app, house, world, kept
        self.client = app.test_client(use_cookies=False)
        self._addresses = count(1)
        self._forms = {}
        self._known = {}
        self.sent = 0
        with house.engine.connect() as connection:
            # The database in memory has just one.
            self.driver = connection.connection.driver_connection
        for principal in world.principals.values():
            self.form_of(principal)
            # The first use of a token is noted; that is no trace of a walk.
            self.client.get("/api/v1/drills", headers={"Authorization": f"Bearer {principal.bearer}"})
        self.driver.backup(self._kept)
        self.print = self.fingerprint()
        self._moved = self.driver.total_changes

    def form_of(self, principal):
        """Give the cookie and the token with which a principal's forms are taken."""
        if principal.name not in self._forms:
            answer = self.client.get("/", headers={"Cookie": principal.cookie})
            cookie = next(value.partition(";")[0] for value in answer.headers.getlist("Set-Cookie") if "form" in value)
            self._forms[principal.name] = (cookie, TOKEN.search(answer.text)[1])
        return self._forms[principal.name]

    def ask(self, principal, page, ids, *, accept="text/html"):
        """Ask, and give the answer."""
        number = next(self._addresses)
        form_cookie, token = self.form_of(principal)
        path = page.path(ids)
        self.house.asked.clear()
        headers = {"Cookie": f"{principal.cookie}; {form_cookie}", "X-CSRFToken": token, "Accept": accept}
        response = self.client.open(
            path,
            method=page.method,
            environ_base={"REMOTE_ADDR": f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"},
            headers=headers | ({"Authorization": f"Bearer {principal.bearer}"} if principal.bearer else {}),
            **sent_as(page.body(ids)),
        )
        self.sent += 1
        # A spreadsheet or a PDF is no text; what is compared is whether two answers are the same.
        body = response.get_data().decode(errors="backslashreplace")
        kept = sorted((name, bare(value, path)) for name, value in response.headers if name not in ("Date",))
        return Answer(response.status_code, tuple(kept), bare(body, path), len(body), frozenset(self.house.asked))

    def twin(self, principal, page, ids, *, accept="text/html"):
        """Give the answer to the same request with ids that name nothing; it is asked for once."""
        nothing = absent(ids)
        if page.path(ids) == page.path(nothing) and page.body(ids) == page.body(nothing):
            return None
        key = (principal.name, page, tuple(sorted(nothing.items())), accept)
        if key not in self._known:
            self._known[key] = self.ask(principal, page, nothing, accept=accept)
        return self._known[key]

    def has_changed(self):
        """Say whether the database is another since the last time; it is put back as it was."""
        if self.driver.total_changes == self._moved:
            return False
        changed = self.fingerprint() != self.print
        self.restore()
        return changed

    def restore(self):
        """Put the database back as it was."""
        if self.driver.total_changes != self._moved:
            self._kept.backup(self.driver)
            self._moved = self.driver.total_changes

    def fingerprint(self):
        """Digest every row of every table, but for when a session was last seen."""
        told = hashlib.sha256()
        for table in Row.metadata.sorted_tables:
            columns = ", ".join(f'"{one.name}"' for one in table.columns if one.name != "seen_at")
            for row in self.driver.execute(f'SELECT {columns} FROM "{table.name}" ORDER BY 1, 2'):
                told.update(repr(row).encode())
        return told.hexdigest()


def sent_as(body):
    """Give a body as the test client takes it."""
    return {"json": body["json"]} if "json" in body else {"data": body.get("form", {})}


def bare(text, path):
    """Take chance and the address asked for out of a text."""
    quoted = path.replace("/", "%2F")
    return CHANCE.sub("·", text).replace(path, "<path>").replace(quoted, "<path>")


def expected(world, principal, page, place):
    """Say by the permission table alone what a principal meets at a page with the ids of a place."""
    edge, ids = PAGES[page.key], world.places[place]
    if edge.asks == "anybody":
        return OPEN
    actor = {
        "staff": principal.staff, "participant": principal.participant, "applicant": principal.applicant,
        "token": principal.script,
    }[edge.asks]  # fmt: skip
    if actor.kind == "nobody":
        return SIGN_IN
    drill_id = ids["drill_id"] if "drill_id" in page.arguments else None
    programme_id = ids["programme_id"] if "programme_id" in page.arguments else None
    places = [(drill_id, programme_id), *((None, one) for one in programmes(actor) if edge.somewhere)]
    if not any(all(may(actor, operation, *place) for operation in edge.needs) for place in places):
        return REFUSED
    return OPEN if is_there(world, actor, page, place) else NOT_THERE


def programmes(actor):
    """Name the programmes in which an account has a role."""
    return [scope.removeprefix("programme:") for _role, scope in actor.grants if scope.startswith("programme:")]


def may(actor, operation, drill_id, programme_id=None):
    """Ask the permission table."""
    try:
        require(actor, operation, drill_id, programme_id)
    except Refusal:
        return False
    return True


def named_in(page):
    """Name the ids that the address or the body of a page names."""
    return page.arguments - NO_IDS | {name for name in IDS if f"{{{name}}}" in str(page.template())}


def walks(walker, principal, page):
    """Give the places, and the kinds of answer, in which a request differs from all others of hers."""
    script, seen = PAGES[page.key].asks == "token", set()
    if script != bool(principal.bearer):
        # Cookies open no API, tokens no page: she is nobody there, wherever she looks.
        yield "Azul", "text/html"
        return
    for place, ids in walker.world.places.items():
        sent = repr((page.path(ids), page.body(ids)))
        if sent not in seen:
            seen.add(sent)
            yield place, "text/html"
    if not script and expected(walker.world, principal, page, "Azul") != OPEN:
        yield "Azul", "application/json"


IDS = {"drill_id", "team_id", "other_team_id", "participant_id", "inject_id", "response_id", "order_id", "file_id"}
NAMING = {
    "team_id", "participant_id", "inject_id", "response_id", "order_id", "application_id", "file_id", "mail_id",
}  # fmt: skip
SOMEBODY_ELSES = {"session_id", "token_id", "decision_id", "appeal_id", "award_id"}


NOT_YET = {
    "participant.hotwash", "participant.sheet", "participant.sheet_pdf", "participant.appeal",
    "programme.attendance", "programme.attendance_file", "programme.note", "programme.link", "programme.enrol",
}  # fmt: skip


def is_there(world, actor, page, place):
    """Say whether all that an address and a body name belongs together, and has reached her who asks."""
    named = named_in(page)
    if page.key in NOT_YET:
        # Both drills run: no hotwash is open yet, and no result was told; the call has neither drills nor meetings.
        return False
    if named & SOMEBODY_ELSES and page.key != "staff.revoke_token":
        return False
    if place == "nothing":
        return not named & set(world.places[place])
    if actor.kind == "applicant" and "file_id" in named:
        return world.places[place]["application_id"] == actor.id
    if actor.kind == "participant" and "inject_id" in named:
        return world.places[place]["inject_id"] in world.reached[actor.team_id]
    if "account_id" in named or not named & NAMING:
        return True
    return place in ("Azul", "Verde", "elsewhere")
