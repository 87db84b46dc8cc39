"""``prontas demo``: a sample drill in one step, on an embedded database, beside bots."""

import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType

import click

from simulator.database import close_engine, open_engine, sqlite_url
from simulator.house import House, steady_clock
from simulator.migrating import migrate
from web.command.child import Child, require_free
from web.command.demo_drill import OPEN_TEAM, kept, make_demo
from web.command.holding import hold
from web.command.local_network import address, show_code
from web.command.places import ready_database, ready_folder, state_folder
from web.command.trouble import Trouble
from web.command.words import Verb, _, said_in
from web.demo import CODE, KEY
from web.words import N_

FILE = "demo.db"
LOCAL, EVERYWHERE = "127.0.0.1", "0.0.0.0"  # noqa: S104 - only with --lan, and said aloud


@click.command(cls=Verb, name="demo", help=N_("Play a sample drill beside bots, with links for every role."))
@click.option("--port", type=click.IntRange(1, 65535), default=8765, help=N_("The port to serve on."))
@click.option("--lan", is_flag=True, help=N_("Let phones and computers of this network in, without encryption."))
@click.option("--data", type=click.Path(path_type=Path), default=lambda: state_folder() / "demo",
              metavar="FOLDER", help=N_("Where the demo keeps its database."))  # fmt: skip
@click.option("--fresh/--resume", default=None, help=N_("Start over, or go on where it was, without asking."))
def command(port: int, lan: bool, data: Path, fresh: bool | None) -> None:
    """Prepare the drill, run the server, and end both in order."""
    host = EVERYWHERE if lan else LOCAL
    ready_folder(data)
    with hold(data / "demo.lock") as holding:
        require_free(host, port)
        if (data / FILE).exists() and start_over(fresh):
            put_aside(data)
        facts = prepare(data)
        base = f"http://{address() if lan else LOCAL}:{port}"
        settings = {
            "PRONTAS_DATABASE": sqlite_url(data / FILE), "PRONTAS_HOST": host, "PRONTAS_PORT": str(port),
            "PRONTAS_DEMO_KEY": facts[KEY], "PRONTAS_LAN": str(lan).lower(),
            # Somebody who looks into the log of a demo is a person.
            "PRONTAS_LOG_FORMAT": "lines",
        }  # fmt: skip
        with stopped_by_signals():
            child = Child(settings, data / "server.log", f"http://{LOCAL}:{port}", holding=holding)
            play(child, facts, base, lan=lan)


def start_over(fresh: bool | None) -> bool:
    """Ask whether to go on where the demo was; without a terminal it goes on."""
    if fresh is not None or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return bool(fresh)
    return not click.confirm(_("There is a demo already. Go on where it was?"), default=True)


def put_aside(data: Path) -> None:
    """Move an earlier demo's files away; nothing is deleted."""
    earlier = data / f"earlier-{datetime.now(UTC):%Y%m%d-%H%M%S}"
    earlier.mkdir(mode=0o700)
    for path in sorted(data.glob(f"{FILE}*")):
        path.rename(earlier / path.name)
    click.echo(_("The earlier demo is kept in %(folder)s.", folder=earlier))


def prepare(data: Path) -> Mapping[str, str]:
    """Give what an earlier demo keeps of itself, or make a new one; half a demo is never taken for one."""
    made = data / FILE
    ready_database(sqlite_url(made), create=False)
    if not made.exists():
        part = data / f"{FILE}.part"
        for rest in data.glob(f"{part.name}*"):
            rest.unlink()
        ready_database(sqlite_url(part))
        with house_of(part) as house:
            make_demo(house, said_in())
        part.rename(made)
    with house_of(made) as house:
        facts = kept(house)
    if facts is None:
        words = _("%(file)s is not a demo's database. Name another folder, or start over with --fresh.", file=made)
        raise Trouble(words)
    return facts


@contextmanager
def house_of(path: Path) -> Iterator[House]:
    """Open the house on a database of this version; closed, it is one file again."""
    engine = open_engine(sqlite_url(path))
    try:
        migrate(engine)
        yield House(engine, steady_clock(engine))
    finally:
        close_engine(engine)


def play(child: Child, facts: Mapping[str, str], base: str, *, lan: bool) -> None:
    """Wait for the server, say the links, set the drill going, and wait for the end."""
    try:
        child.wait_until_up()
        say_links(base, facts, lan=lan)
        child.post(f"/demo/{facts[KEY]}/go")
        child.wait()
        raise Trouble(_("The server ended by itself. What it said last is in %(file)s.", file=child.log))
    except KeyboardInterrupt:
        click.echo("\n" + _("Pausing the drill and stopping …"))
    finally:
        child.end()
    click.echo(_("Stopped. Start it again to go on where it was."))


def say_links(base: str, facts: Mapping[str, str], *, lan: bool) -> None:
    """Print where everybody goes in."""
    key = facts[KEY]
    rows = {
        _("Facilitator"): f"{base}/demo/{key}/console",
        _("Team %(name)s", name=OPEN_TEAM): f"{base}/join/{facts[CODE]}",
        _("Evaluator"): f"{base}/demo/{key}/desk",
        _("Organizer"): f"{base}/demo/{key}/standings",
    }
    width = max(map(len, rows)) + 2
    click.echo("\n" + _("A sample drill is running. Open these side by side; three more teams are played by bots."))
    click.echo("\n" + "\n".join(f"  {name:<{width}}{link}" for name, link in rows.items()) + "\n")
    if lan:
        click.echo(_("Everybody in this network can read along: there is no encryption. Use it for practice only."))
        show_code(rows[_("Team %(name)s", name=OPEN_TEAM)])
    click.echo(_("Ctrl-C pauses the drill and stops."))
    sys.stdout.flush()


@contextmanager
def stopped_by_signals() -> Iterator[None]:
    """Let SIGTERM and a closed terminal end the demo as Ctrl-C does."""

    def interrupt(_signal: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    names = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before: list[tuple[int, Callable[..., object] | int | None]] = [(one, signal.getsignal(one)) for one in names]
    for one in names:
        signal.signal(one, interrupt)
    try:
        yield
    finally:
        for one, handler in before:
            signal.signal(one, handler)
