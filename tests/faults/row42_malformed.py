"""Row 42: frames that are none, too large, forged, or for another's place, while a drill goes on."""

import asyncio
import http.client
import random
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

from tests.faults.ground import Ground, Outcome
from tests.faults.line import Line, Loop
from tests.faults.node import Node
from tests.faults.reference import make_drill
from tests.faults.watch import Watch
from tests.faults.wire import Wire

NUMBER, TITLE = 42, "malformed, oversized and forged frames on a live drill"
PATH = "/socket.io/?EIO=4&transport="
MOST_LINES, MOST_MEMORY = 100, 50
MALFORMED = [
    "4", "42", "4x", "42[", '42["x"', "42{}", '42{"a":1}', '42["save_draft",', "451-[]", "9", "\x00", "40{", "40[]",
    '451-["x",{"_placeholder":true}]', "41", "43", "431[", "2probe", "5", "6", "4" + "[" * 100, "b4xx", "42/evil,[]",
    '42["resume",{"n":1e400}]', '42["resume"]', '42[["resume"]]', '42[null]', '42["disconnect"]', '42["connect",{}]',
    "4999999999-[]", '42999999999999999999["resume",{"n":0}]', "bAAAA", "b", "\ud7ff" * 40, '42["' + "x" * 90 + '"]',
]  # fmt: skip
# What has the form of a request, and asks for what is nobody's, or another's.
FORGED: list[tuple[str, Any]] = [
    ("resume", {"n": -1}), ("resume", {"n": 2**60}), ("resume", {"n": "0"}), ("resume", {"n": True}),
    ("resume", {"n": 0, "reader": "team:other"}), ("resume", {"n": 0, "team_id": "other"}), ("resume", {"n": None}),
    ("send_response", {"inject": "000", "id": "", "content": {"text": "x"}}),
    ("send_response", {"inject": "000", "id": "x" * 65, "content": {"text": "x"}}),
    ("send_response", {"inject": "000", "id": "a\x00b", "content": {"text": "x"}}),
    ("send_response", {"inject": "000", "id": {"$ne": ""}, "content": {"text": "x"}}),
    ("send_response", {"inject": "nowhere", "id": "r1", "content": {"text": "x"}}),
    ("send_response", {"inject": "000", "id": "r1", "content": ["x"]}),
    ("send_response", {"inject": "000", "id": "r1", "content": {"text": "x"}, "team_id": "other"}),
    ("save_draft", {"inject": "000", "content": {"text": "x"}, "points": 9}), ("take_seats", {"seats": ["admin"]}),
    ("receive_injects", {"injects": ["x"] * 2000}), ("change_language", {"language": "../etc" * 20}),
    ("pause_drill", {}), ("tick", {}),
]  # fmt: skip


def run(ground: Ground) -> Outcome:
    """Let the devices of a drill play while somebody sends ten thousand frames, a thousand posts, and forgeries."""
    frames, posts = ground.pick((10_000, 1_000), (600, 60))
    drill = make_drill(ground.sqlite(), ground.size(speed=8, seconds=ground.pick(1200, 240)))
    # Several: each may come in only so often.
    cookies = [drill.people.pop(f"d{number:03}")[1] for number in range(6)]
    with ground.nodes(1, drill.database) as (node,), ground.crowd(drill, [node]) as crowd, Loop() as loop:
        ground.startex(drill)
        time.sleep(2)
        with Watch(node) as watch:
            told = loop.run(_attack(ground, node, cookies, drill.id, frames, posts))
            time.sleep(2)
        facts = ground.settle(drill, crowd)
    seen = watch.figures
    kinds = Counter(line[:60] for line in watch.logged if "Traceback" in line)
    return ground.outcome(
        facts,
        done=f"{frames} malformed frames over some {told['lines']} lines, {posts} posts of one bad byte or too many, "
        f"{told['forged']} forged requests, {told['oversized']} messages of 200 KB to 2 MB, {told['rooms']} tries to "
        f"sit in another's place, within {told['seconds']:.0f} s; {drill.size.said}",
        figures=seen | {"answers to posts": dict(told["statuses"]), "answers to forgeries": dict(told["codes"])},
        promises={
            "healthz p99 ≤ 500 ms": seen["healthz p99, ms"] <= ground.pick(500, 5_000),
            "healthz never failed": not watch.failed,
            f"memory grows by ≤ {MOST_MEMORY} MB": watch.grown <= MOST_MEMORY,
            "no thread is left over": watch.more_threads <= 2,
            f"≤ {MOST_LINES} lines in the log": len(watch.logged) <= MOST_LINES,
            f"no traceback in the log: {kinds}": not kinds,
            f"no forgery is taken: {told['taken'][:3]}": not told["taken"],
            f"each forgery is answered: {told['cut'][:3]}": not told["cut"],
            "every post is answered": sum(told["statuses"].values()) == posts and not told["statuses"]["none"],
            "nobody sits in another's place": told["sat"] == 0,
        },
    )


async def _attack(
    ground: Ground, node: Node, cookies: list[str], drill_id: str, frames: int, posts: int
) -> dict[str, Any]:  # fmt: skip
    began, told = (
        time.monotonic(),
        {"lines": 0, "forged": 0, "oversized": 0, "rooms": 0, "sat": 0, "taken": [], "cut": []},
    )
    told |= {"statuses": Counter(), "codes": Counter()}
    work: list[Callable[[], Any]] = [
        lambda: _malformed(ground.rng, node, cookies[3:], frames, told), lambda: _posts(ground.rng, node, posts, told),
        lambda: _forged(node, cookies[0], ground.pick(10, 2), told), lambda: _oversized(node, cookies[1], told),
        lambda: _rooms(node, cookies[2], drill_id, told),
    ]  # fmt: skip
    await asyncio.gather(*[one() for one in work])
    return told | {"seconds": time.monotonic() - began}


async def _malformed(rng: random.Random, node: Node, cookies: list[str], frames: int, told: dict[str, Any]) -> None:
    sent = 0
    while sent < frames:
        try:
            wire = await Wire.open(
                node.host, node.port, f"{PATH}websocket", rng.choice((*cookies, "prontas_team=nobody"))
            )
            await wire.read()
            wire.send('40{"as":"team"}' if rng.random() < 0.7 else "42[]")
            for _ in range(100):
                wire.send(rng.choice(MALFORMED))
            # Some of it ends the line; what was sent is read all the same, or is thrown away with it.
            await asyncio.sleep(0.02)
            wire.cut()
        except OSError:
            pass
        sent += 100
        told["lines"] += 1


async def _posts(rng: random.Random, node: Node, posts: int, told: dict[str, Any]) -> None:
    bodies = [
        b"0",
        b"6",
        b"7",
        b"x" * 200_000,
        b"bAAAA",
        b"\x04\xff",
        b"4" * 50 + b"\x1e" * 50,
        b"\x1e".join([b"6"] * 40),
    ]

    def post() -> int | str:
        line = http.client.HTTPConnection(node.host, node.port, timeout=20)
        try:
            line.request("GET", f"{PATH}polling", headers={"Cookie": "prontas_team=nobody"})
            sid = line.getresponse().read().decode().partition('"sid":"')[2].partition('"')[0]
            sid = rng.choice((sid, sid, sid, "nowhere", "", "%00", "../" * 30))
            line.request("POST", f"{PATH}polling&sid={sid}", body=rng.choice(bodies))
            return line.getresponse().status
        except (OSError, http.client.HTTPException):
            return "none"
        finally:
            line.close()

    for _ in range(posts):
        told["statuses"][await asyncio.to_thread(post)] += 1


async def _forged(node: Node, cookie: str, times: int, told: dict[str, Any]) -> None:
    for _ in range(times):
        line = await Line.open((node.host, node.port), cookie)
        for name, facts in FORGED:
            try:
                reply = await line.ask(name, facts)
            except OSError as error:
                told["cut"].append((name, facts, str(error)))
                line = await Line.open((node.host, node.port), cookie)
                continue
            told["forged"] += 1
            code = reply.get("error", {}).get("code")
            told["codes"][code or "taken"] += 1
            # Counts that are not there yet give nothing; what does not exist is received by nobody.
            if code is None and reply.get("events") != []:
                told["taken"].append((name, facts, reply))
        line.cut()


async def _oversized(node: Node, cookie: str, told: dict[str, Any]) -> None:
    for size in (200_000, 500_000, 2_000_000) * 3:
        wire = await Wire.open(node.host, node.port, f"{PATH}websocket", cookie)
        await wire.read()
        wire.send('40{"as":"team"}')
        wire.send('42["save_draft",{"inject":"000","content":{"text":"' + "x" * size + '"}}]')
        told["oversized"] += 1
        await asyncio.sleep(0.1)
        wire.cut()


async def _rooms(node: Node, cookie: str, drill_id: str, told: dict[str, Any]) -> None:
    other = ({"as": "staff", "drill": drill_id}, {"drill": drill_id}, {"as": "staff"}, {"as": "team", "drill": "other"},
             {"as": ["team"]}, {"as": "program"})  # fmt: skip
    for number, auth in enumerate(other * 5):
        told["rooms"] += 1
        try:
            line = await Line.open((node.host, node.port), cookie if number % 2 else "prontas_staff=forged", auth)
        except (ConnectionRefusedError, OSError):
            continue
        page = await line.ask("resume", {"n": 0})
        # Her own place is all that her cookie gives, whatever else she says.
        told["sat"] += auth.get("as") != "team" or any(event["kind"] == "drill_created" for event in page["events"])
        line.cut()
