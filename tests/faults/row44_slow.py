"""Row 44: those who are slow on purpose: heads that never end, bodies that trickle, lines that say nothing."""

import asyncio
import random
import ssl
import time
from collections.abc import Awaitable, Callable
from contextlib import ExitStack, suppress
from itertools import count
from typing import Any

from tests.deploy.proxy import NAME, NGINX, Proxy, running_proxy
from tests.faults.ground import Ground, Outcome
from tests.faults.line import Loop
from tests.faults.plain import judged
from tests.faults.reference import make_drill
from tests.faults.servers import need
from tests.faults.watch import Watch

NUMBER, TITLE = 44, "slow-loris, direct and through nginx"
HEAD = "GET /sign-in HTTP/1.1\r\nHost: {name}\r\nX-Slow: "
BODY = "POST /sign-in HTTP/1.1\r\nHost: {name}\r\nContent-Length: 100000\r\n\r\n"
SOCKET = (
    "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: {name}\r\nUpgrade: websocket\r\n"
    "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
    "Sec-WebSocket-Version: 13\r\nOrigin: {origin}\r\n\r\n"
)
TRICKLE = 2.0
# How they come: so many a second. All at once they would be a flood of TLS handshakes, which is another thing.
COME = 200
Opening = Callable[[], Awaitable[tuple[asyncio.StreamReader, asyncio.StreamWriter]]]


def run(ground: Ground) -> Outcome:
    """Hold many lines open, slowly, and ask meanwhile whether the server is well: the node itself, and nginx."""
    need(NGINX, "nginx")
    lasts = ground.pick(45, 3)
    direct, through = ground.pick((200, (1_000, 1_000, 500)), (60, (100, 100, 50)))
    drill = make_drill(ground.sqlite(), ground.size(injects=20, teams=2, devices=2))
    settings = {"PRONTAS_PUBLIC_URL": f"https://{NAME}", "PRONTAS_PROXY_HOPS": "1"}
    with ExitStack() as stack:
        loop = stack.enter_context(Loop())
        (node,) = stack.enter_context(ground.nodes(1, drill.database, **settings))
        told = {}
        with Watch(node) as straight:
            opening = lambda: asyncio.open_connection(node.host, node.port)  # noqa: E731
            told["direct"] = loop.run(_hold(opening, (direct // 2, direct // 2, 0), NAME, lasts))
        proxy = stack.enter_context(running_proxy(ground.folder / "nginx", [node.port]))
        with Watch(node, proxy) as behind:
            told["nginx"] = loop.run(_hold(_through(proxy), through, NAME, lasts))
    limit = ground.pick(0.2, 5.0)
    return judged(
        ground,
        done=f"for {lasts} s each: {direct // 2} heads that never end and {direct // 2} bodies of a byte each "
        f"{TRICKLE:g} s at the node itself; then {through[0]} such heads, {through[1]} such bodies and {through[2]} "
        f"WebSockets that never say who they are at the shipped nginx, with TLS; {COME} a second come, and whoever is "
        "let go comes again",
        figures={f"direct: {name}": value for name, value in {**straight.figures, **told["direct"]}.items()}
        | {f"through nginx: {name}": value for name, value in {**behind.figures, **told["nginx"]}.items()},
        promises={
            f"through nginx healthz p99 ≤ {limit * 1000:g} ms": behind.figures["healthz p99, ms"] <= limit * 1000,
            "through nginx healthz never failed": not behind.failed,
            f"directly healthz p99 ≤ {limit * 1000:g} ms": straight.figures["healthz p99, ms"] <= limit * 1000,
            "directly healthz never failed": not straight.failed,
            "nginx lets go of who is slow": lasts < 15 or told["nginx"]["lines let go by the server"] > 0,
            "a few lines in the log": len(straight.logged) + len(behind.logged) <= 100,
        },
        remarks=[
            "Without nginx nobody ends a head that never ends: each holds a greenlet and a descriptor of the process, "
            "whose limits are 5,000 lines and what the system allows (row 13). A drill on an open network "
            "stands behind nginx.",
        ],
    )


def _through(proxy: Proxy) -> Opening:
    context = ssl.create_default_context(cafile=str(proxy.folder / "fullchain.pem"))
    context.set_alpn_protocols(["http/1.1"])
    return lambda: asyncio.open_connection("127.0.0.1", proxy.tls, ssl=context, server_hostname=NAME)


async def _hold(opening: Opening, many: tuple[int, int, int], name: str, lasts: float) -> dict[str, Any]:
    began, told = time.monotonic(), {"lines held open": 0, "lines let go by the server": 0, "lines refused": 0}
    words = (HEAD, BODY, SOCKET)
    kinds = [kind for kind, number in enumerate(many) for _ in range(number)]
    random.Random(sum(many)).shuffle(kinds)
    work = [
        _slow(opening, words[kind].format(name=name, origin=f"https://{name}"), kind < 2, began + lasts, told, after)
        for kind, after in zip(kinds, count(0, 1 / COME), strict=False)
    ]
    await asyncio.gather(*work)
    return told


async def _slow(
    opening: Opening, words: str, trickles: bool, end: float, told: dict[str, Any], after: float
) -> None:  # fmt: skip
    writer = None
    await asyncio.sleep(after)
    while time.monotonic() < end:
        try:
            reader, writer = await asyncio.wait_for(opening(), 30)
            writer.write(words.encode())
            told["lines held open"] += 1
            await _until_let_go(reader, writer, trickles, end)
            # Whoever is let go comes again: as many are always there.
            told["lines let go by the server"] += time.monotonic() < end
        except (OSError, TimeoutError):
            told["lines refused"] += 1
            await asyncio.sleep(0.5)
        finally:
            if writer is not None:
                writer.transport.abort()


async def _until_let_go(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, trickles: bool, end: float
) -> None:  # fmt: skip
    while time.monotonic() < end:
        with suppress(TimeoutError):
            # An answer, a 408 or a ping, is no end; nothing at all is.
            try:
                if not await asyncio.wait_for(reader.read(4096), TRICKLE):
                    return
            except ConnectionError:
                return
        if trickles:
            writer.write(b"a")
