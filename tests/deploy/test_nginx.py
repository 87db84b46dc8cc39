"""The nginx that is shipped, before two processes of one installation: what it lets through, and what it keeps away."""

import json
import re
import socket
import ssl
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from urllib.request import urlopen

import pytest
import requests
import socketio

from simulator.actions.joining import join_team
from simulator.actions.sessions import open_participant_session
from simulator.actor import NOBODY, PROGRAM
from simulator.notice import NOTICE
from tests.abuse.test_http import NO_HTTP_1, ODD
from tests.deploy.proxy import NAME, running_proxy
from tests.live.many import Installation
from tests.server_process import RunningServer, free_port
from tests.simulator.conftest import on_postgresql

ORIGIN = f"https://{NAME}"
SETTINGS = {"PRONTAS_PUBLIC_URL": ORIGIN, "PRONTAS_PROXY_HOPS": "1", "PRONTAS_DEMO_KEY": "k3y-of-a-test-in-a-network"}
PATIENCE = 30


@pytest.fixture(scope="module")
def here(tmp_path_factory):
    """Run two processes, and nginx before them, as docs/deploy.md says."""
    folder = tmp_path_factory.mktemp("deploy")
    with ExitStack() as opened:
        engine = opened.enter_context(on_postgresql())
        database = engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
        first = RunningServer(_made(folder / "0"), free_port(), database=database)
        first.fill()
        first = first.open_drill()
        both = Installation([first, first.beside(_made(folder / "1"))], None)
        for node in both.nodes:
            opened.callback(node.stop)
            node.start(**SETTINGS)
        proxy = opened.enter_context(running_proxy(folder / "nginx", [node.port for node in both.nodes]))
        yield both, proxy


def _made(folder):
    folder.mkdir()
    return folder


@pytest.fixture
def proxy(here):
    """Give nginx alone."""
    return here[1]


def member(both, name):
    """Let somebody join Azul; gives the cookie of her browser."""
    with both.first.house() as house:
        made = house.perform(join_team, NOBODY, code=both.first.codes["Azul"], name=name, language="es", notice=NOTICE)
        token = house.perform(open_participant_session, PROGRAM, participant_id=made["participant_id"])
    return f"__Host-prontas_team={token}"


class ByName(requests.adapters.HTTPAdapter):
    """Reach the proxy at its port and ask for its name, as a browser does whose resolver leads there."""

    def init_poolmanager(self, *args, **more):
        super().init_poolmanager(*args, server_hostname=NAME, assert_hostname=NAME, **more)


def connect(proxy, cookie, transport):
    """Open a line through nginx."""
    session = requests.Session()
    session.mount("https://", ByName())
    # What the environment trusts is not asked.
    session.trust_env, session.verify = False, str(proxy.folder / "fullchain.pem")
    options = {"sslopt": {"context": proxy.context, "server_hostname": NAME}, "host": NAME, "origin": ORIGIN}
    client = socketio.Client(reconnection=False, http_session=session, websocket_extra_options=options)
    # This client gives its headers when a line is opened, and not when it polls.
    session.headers.update({"Host": NAME, "Origin": ORIGIN, "Cookie": cookie})
    client.connect(
        f"https://127.0.0.1:{proxy.tls}", headers={"Cookie": cookie} if transport == "websocket" else {},
        auth={"as": "team"}, transports=[transport], wait_timeout=PATIENCE,
    )  # fmt: skip
    return client


def logged(proxy, want, since=0):
    """Wait for so many lines more of nginx's log; give them."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        lines = (proxy.folder / "access.log").read_text().splitlines()[since:]
        if len(lines) >= want:
            return list(map(json.loads, lines))
        time.sleep(0.05)
    raise AssertionError(f"only {len(lines)} lines")


def lines_now(proxy):
    return len((proxy.folder / "access.log").read_text().splitlines())


def lines_at_rest(proxy):
    """Count the lines when no more come: a long poll that has just ended is written down a little later."""
    before, now = -1, lines_now(proxy)
    while before != now:
        time.sleep(0.1)
        before, now = now, lines_now(proxy)
    return now


def test_the_shipped_file_says_nothing_odd_to_nginx(proxy):
    assert "warn" not in proxy.said.stderr and "emerg" not in proxy.said.stderr


def test_plain_http_leads_to_tls_under_the_one_name_that_is_ours(proxy):
    status, headers, _body = proxy.ask("GET", "/join/abc?x=1", tls=False)
    assert (status, dict(headers)["Location"]) == (301, f"{ORIGIN}/join/abc?x=1")
    assert proxy.ask("GET", "/", host="evil.example", tls=False)[0] == 0


def test_pages_come_by_tls_with_the_cookies_and_headers_of_tls(proxy):
    status, headers, body = proxy.ask("GET", "/")
    told = [name.lower() for name, _value in headers]
    assert status == 200 and b"Prontas" in body
    assert told.count("strict-transport-security") == 1
    cookies = [value for name, value in headers if name.lower() == "set-cookie"]
    assert all(one.startswith("__Host-") and "Secure" in one for one in cookies)
    assert dict(headers)["Server"] == "nginx"


def test_another_name_gets_no_certificate_and_a_foreign_host_no_answer(proxy):
    with pytest.raises(ssl.SSLError), proxy.line(name="evil.example"):
        pass
    assert proxy.ask("GET", "/", host="evil.example")[0] in (0, 400, 421)


def test_old_tls_is_refused(proxy):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.set_ciphers("DEFAULT:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning):
        context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_1
    raw = socket.create_connection(("127.0.0.1", proxy.tls), timeout=10)
    with raw, pytest.raises(ssl.SSLError):
        context.wrap_socket(raw, server_hostname=NAME)


@pytest.mark.parametrize("transport", ["websocket", "polling"])
def test_a_line_goes_through_and_its_answers_come_back(here, transport):
    both, proxy = here
    client = connect(proxy, member(both, f"Line {transport}"), transport)
    try:
        assert client.transport() == transport
        assert client.call("resume", {"n": 0}, timeout=PATIENCE)["n"] >= 1
    finally:
        client.disconnect()


def test_polling_comes_back_to_its_process_and_a_ministry_is_spread_over_both(here):
    both, proxy = here
    before, ports = lines_at_rest(proxy), Counter()
    for number in range(12):
        client = connect(proxy, member(both, f"Polls {number}"), "polling")
        for _ in range(3):
            client.call("resume", {"n": 0}, timeout=PATIENCE)
        client.disconnect()
        client.eio.read_loop_task.join(PATIENCE)
        since = lines_at_rest(proxy)
        asked = [one for one in logged(proxy, since - before, before) if one["room"] == "socket.io"]
        used = {one["upstream"] for one in asked}
        assert len(used) == 1, "a polling client met two processes"
        ports.update(used)
        before = since
    assert len(ports) == 2, "one address, one process: a ministry would fall on it whole"


def test_forged_addresses_change_nothing(here):
    """Wrong codes from one address stop at ten a minute, whatever it says of itself."""
    _both, proxy = here
    statuses = Counter()
    for number in range(60):
        forged = f"198.51.100.{number}"
        status, _headers, _body = proxy.ask(
            "GET", f"/join/wrong-code-{number}", f"X-Forwarded-For: {forged}", f"X-Real-IP: {forged}",
            f"Forwarded: for={forged}", f"Client-IP: {forged}",
        )  # fmt: skip
        statuses[status] += 1
    # Two processes that share no Redis count each for itself.
    assert statuses[429] >= 40, statuses


def test_forged_hosts_and_schemes_do_not_reach_the_application(proxy):
    status, headers, body = proxy.ask(
        "GET", "/sign-in", "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: http", "X-Forwarded-Prefix: /evil"
    )
    assert status == 200 and b"evil" not in body
    assert all("evil" not in value for _name, value in headers)


@pytest.mark.parametrize("path", ["/metrics", "/readyz", "/metrics?x=1", "//metrics", "/%6detrics", "/x/../metrics"])
def test_numbers_are_not_public(proxy, path):
    status, _headers, body = proxy.ask("GET", path)
    assert status == 404 and b"prontas_" not in body and b"missing" not in body


def test_this_machine_reads_of_each_process_that_it_is_ready_and_one_has_the_clock(here):
    both, _proxy = here
    owners = 0
    for node in both.nodes:
        with urlopen(f"{node.url}/readyz", timeout=PATIENCE) as answer:
            assert json.load(answer) == {"status": "ready"}
        with urlopen(f"{node.url}/metrics", timeout=PATIENCE) as answer:
            told = answer.read().decode()
        owners += int(float(re.search(r"^prontas_clock_owner (\S+)$", told, re.M)[1]))
        assert re.search(r"^process_open_fds [1-9]", told, re.M)
        assert re.search(r"^prontas_due_to_told_seconds_count \S+$", told, re.M)
    assert owners == 1


def test_bodies_larger_than_their_page_needs_are_refused_at_the_door(proxy):
    for path, size, refused in (
        ("/sign-in", 600 * 1024, True),
        ("/socket.io/?EIO=4&transport=polling&sid=x", 200 * 1024, True),
        ("/drills/new", 600 * 1024, False),
        ("/application", 2 * 1024 * 1024, False),
    ):
        status, _headers, body = proxy.ask("POST", path, body=b"x" * size)
        # What the application refuses has a page of its own.
        assert (status == 413 and b"<center>nginx" in body) is refused, (path, status)
    status, _headers, _body = proxy.ask("POST", "/drills/new", "Content-Length: 99999999", wait=5)
    assert status == 413


def test_files_are_kept_and_nothing_else_is(here):
    _both, proxy = here
    page = proxy.ask("GET", "/")[2].decode()
    path = re.search(r"/static/[0-9a-f]{12}/[\w./-]+\.css", page)[0]
    before = lines_now(proxy)
    first = proxy.ask("GET", path, "Accept-Encoding: gzip")
    again = proxy.ask("GET", path, "Accept-Encoding: gzip")
    plain = proxy.ask("GET", path)
    for _ in range(2):
        proxy.ask("GET", "/sign-in")
    asked = logged(proxy, 5, before)

    assert first[0] == again[0] == 200 and first[2] == again[2] and plain[2] != first[2]
    assert dict(first[1])["Content-Encoding"] == "gzip"
    assert [bool(one["upstream"]) for one in asked] == [True, False, True, True, True]
    assert "immutable" in dict(again[1])["Cache-Control"]


def test_the_log_of_nginx_holds_no_address_code_or_cookie(here):
    both, proxy = here
    code = both.first.codes["Verde"]
    before = lines_now(proxy)
    proxy.ask("GET", f"/join/{code}", "Cookie: __Host-prontas_team=" + "s3cret" * 6, "User-Agent: Somebody's")
    proxy.ask("GET", "/return/" + "t" * 43)
    proxy.ask("GET", f"/{code}/x?{code}")
    rooms = [one["room"] for one in logged(proxy, 3, before)]
    whole = "".join(path.read_text() for path in proxy.folder.glob("*.log"))

    assert rooms[:2] == ["join", "return"]
    assert [secret for secret in (f"join/{code}", "s3cret", "t" * 43, "Somebody") if secret in whole] == []


@pytest.mark.parametrize("name", ODD)
def test_odd_http_goes_no_further_and_nothing_is_smuggled(proxy, name):
    method, headers, body = ODD[name]
    lines = [f"{method} /sign-in HTTP/1.1", f"Host: {NAME}", *headers]
    before = lines_now(proxy)
    heard = proxy.talk(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1") + body, wait=3, settled=0.4)
    statuses = list(map(int, re.findall(rb"HTTP/1\.[01] (\d{3})", heard)))

    assert len(statuses) <= 2, heard[:500]
    assert set(statuses) <= ALLOWED.get(name, {400, 413, 431, 501}), heard[:300]
    # Whatever a body carried within, no process was asked for it.
    assert [one for one in logged(proxy, 0, before) if one["room"] == "join"] == []
    assert proxy.ask("GET", "/healthz")[0] == 200


# What nginx mends instead of refusing: unknown or nameless headers are left out, a folded one too.
ALLOWED = {
    "two hundred headers": {200, 400, 431}, "a folded header": {200, 400}, "a header without a name": {200, 400},
}  # fmt: skip


@pytest.mark.parametrize("said", NO_HTTP_1)
def test_what_is_not_http_1_is_refused_or_closed(proxy, said):
    heard = proxy.talk(said.replace(b"Host: 127.0.0.1", f"Host: {NAME}".encode()), wait=2, settled=0.4)
    assert heard == b"" or re.match(rb"(HTTP/1\.[01] (4|5)\d\d|<html>)", heard) or heard.startswith(b"\x00\x00"), heard
    assert proxy.ask("GET", "/healthz")[0] == 200


def test_pipelined_pairs_stay_in_step(proxy):
    """The first of each pair has a body that looks like a request; the second must be answered as itself."""
    pairs = 100
    asked = b""
    for number in range(pairs):
        body = f"GET /join/smuggled{number} HTTP/1.1\r\nHost: {NAME}\r\n\r\n".encode()
        asked += f"POST /sign-in HTTP/1.1\r\nHost: {NAME}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
        last = "Connection: close\r\n" if number == pairs - 1 else ""
        asked += f"GET /healthz HTTP/1.1\r\nHost: {NAME}\r\n{last}\r\n".encode()
    heard = proxy.talk(asked, wait=60)

    assert re.findall(rb"HTTP/1\.1 (\d{3})", heard) == [b"400", b"200"] * pairs


def half_open(proxy, number, stop):
    """Open lines that say half a head, and others that send a body byte by byte, until told to stop."""
    lines = []
    for place in range(number):
        with suppress(OSError):
            line = proxy.line(tls=False) if place % 2 else proxy.line()
            line.sendall(b"POST /sign-in HTTP/1.1\r\nHost: " + NAME.encode() + b"\r\n")
            if place % 4 < 2:
                line.sendall(b"Content-Length: 100000\r\n\r\nx")
            lines.append(line)
    while not stop.wait(1):
        for line in list(lines):
            try:
                line.send(b"x")
            except OSError:
                line.close()
                lines.remove(line)
    for line in lines:
        line.close()


def test_half_requests_keep_nobody_waiting(here):
    """Row 44, short: 200 lines that never finish what they say; the long form stands in tests/faults."""
    _both, proxy = here
    stop = threading.Event()
    slow = threading.Thread(target=half_open, args=(proxy, 200, stop))
    slow.start()
    try:
        took = []
        for _ in range(20):
            began = time.monotonic()
            assert proxy.ask("GET", "/healthz")[0] == 200
            took.append(time.monotonic() - began)
            time.sleep(0.05)
    finally:
        stop.set()
        slow.join()
    # On a quiet machine a few milliseconds.
    assert sorted(took)[10] < 2


def test_what_says_half_a_head_is_closed_after_ten_seconds(proxy):
    with proxy.line(tls=False, timeout=40) as line:
        began = time.monotonic()
        line.sendall(b"GET / HTTP/1.1\r\nHost: " + NAME.encode() + b"\r\n")
        try:
            heard = line.recv(100)
        except ConnectionResetError:
            heard = b""
        took = time.monotonic() - began
    assert (heard == b"" or heard.startswith(b"HTTP/1.1 408")) and 9 < took < 30


def test_one_process_down_is_not_noticed_by_who_has_a_session_nor_by_who_has_none(here):
    both, proxy = here
    cookies = [member(both, f"Stays {number}") for number in range(6)]
    both.nodes[1].stop()
    try:
        for cookie in cookies:
            assert proxy.ask("GET", "/play", f"Cookie: {cookie}")[0] == 200
        for _ in range(6):
            assert proxy.ask("GET", "/sign-in")[0] == 200
    finally:
        both.nodes[1].start(**SETTINGS)


HANDSHAKE = (
    "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: {name}\r\nUpgrade: websocket\r\n"
    "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
    "Origin: {origin}\r\n{cookie}\r\n"
)


def phone(proxy, number):
    """Come as a phone does: a line for pages that asks ten things, and a socket that stays; gives the statuses."""
    statuses, pages = [], proxy.line(timeout=120)
    for _ in range(10):
        pages.sendall(f"GET /healthz HTTP/1.1\r\nHost: {NAME}\r\n\r\n".encode())
        statuses.append(int(pages.recv(4096).split()[1]))
    cookie = f"Cookie: __Host-prontas_team={number:04}{'t' * 40}\r\n"
    stays = proxy.line(timeout=120)
    stays.sendall(HANDSHAKE.format(name=NAME, origin=ORIGIN, cookie=cookie).encode())
    statuses.append(int(stays.recv(4096).split()[1]))
    return statuses, [pages, stays]


@pytest.mark.figure
def test_a_thousand_phones_behind_one_address_all_come_in(proxy):
    began = time.monotonic()
    with ThreadPoolExecutor(40) as pool:
        come = list(pool.map(lambda number: phone(proxy, number), range(1_000)))
    took = time.monotonic() - began
    statuses = Counter(status for told, _lines in come for status in told)
    for _told, lines in come:
        for line in lines:
            line.close()

    print(f"1,000 phones of one address, 10 requests and a socket each: {dict(statuses)} in {took:.0f} s")
    assert statuses == {200: 10_000, 101: 1_000}
