"""The nginx that is shipped, with its two names filled in, on free ports of this machine."""

import getpass
import os
import shutil
import socket
import ssl
import subprocess
import time
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.server_process import TOP, free_port

SHIPPED = TOP / "deploy" / "nginx" / "nginx.conf"
NAME = "drills.ministry.example"
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")


def rendered(folder, *, plain, tls, upstreams):
    """Give the configuration as somebody fills it in, and with places where a test may write and listen."""
    text = SHIPPED.read_text()
    servers = "".join(f"        server 127.0.0.1:{port} max_fails=2 fail_timeout=2s;\n" for port in upstreams)
    shipped = "".join(f"        server 127.0.0.1:{port} max_fails=2 fail_timeout=2s;\n" for port in (8765, 8766))
    for found, wanted in (
        ("/etc/ssl/prontas", str(folder)),
        (shipped, servers),
        ("listen 80", f"listen 127.0.0.1:{plain}"),
        ("listen 443", f"listen 127.0.0.1:{tls}"),
        ("user www-data;", f"user {getpass.getuser()};" if os.getuid() == 0 else ""),
        ("pid /run/nginx.pid;", f"pid {folder}/nginx.pid;\ndaemon off;"),
        ("/var/log/nginx/", f"{folder}/"),
        ("/var/lib/nginx/prontas", f"{folder}/files"),
        ("worker_processes auto;", "worker_processes 1;"),
        # Where bodies wait: a place of the test's own beside the shipped settings.
        ("    server_tokens off;", f"    server_tokens off;\n    client_body_temp_path {folder}/body;\n"
                                   f"    proxy_temp_path {folder}/proxy;\n    fastcgi_temp_path {folder}/f;\n"
                                   f"    uwsgi_temp_path {folder}/u;\n    scgi_temp_path {folder}/s;"),
    ):  # fmt: skip
        assert found in text, f"the shipped configuration has no {found!r}"
        text = text.replace(found, wanted)
    return text


def make_certificate(folder):
    """Make a certificate for the name, signed by itself."""
    command = [
        "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
        "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}", "-keyout", str(folder / "privkey.pem"),
        "-out", str(folder / "fullchain.pem"),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)


class Proxy:
    """A running nginx: how to reach it, by the name that browsers use."""

    def __init__(self, folder: Path, upstreams) -> None:
        self.folder, self.plain, self.tls, self.upstreams = folder, free_port(), free_port(), upstreams
        self.process = None

    def start(self):
        make_certificate(self.folder)
        path = self.folder / "nginx.conf"
        path.write_text(rendered(self.folder, plain=self.plain, tls=self.tls, upstreams=self.upstreams))
        command = [NGINX, "-c", str(path), "-p", str(self.folder)]
        self.said = subprocess.run([*command, "-t"], capture_output=True, text=True)
        assert self.said.returncode == 0, self.said.stderr
        self.process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        end = time.monotonic() + 30
        while time.monotonic() < end:
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.tls), timeout=1):
                return
            time.sleep(0.05)
        raise AssertionError("nginx does not listen")

    def stop(self):
        if self.process is not None:
            self.process.terminate()
            self.process.wait(20)

    @property
    def context(self):
        """Give what trusts the certificate, and nothing else."""
        return ssl.create_default_context(cafile=str(self.folder / "fullchain.pem"))

    def line(self, *, tls=True, name=NAME, timeout=20.0):
        """Open a line to it."""
        raw = socket.create_connection(("127.0.0.1", self.tls if tls else self.plain), timeout=timeout)
        return self.context.wrap_socket(raw, server_hostname=name) if tls else raw

    def talk(self, *pieces, tls=True, wait=5.0, settled=None):
        """Send bytes as they are; give all that comes back until the other end closes or is silent.

        *settled* is for how long it may be silent once it has answered at all, *wait* where nothing else is said.
        """
        heard = b""
        with self.line(tls=tls, timeout=wait) as line:
            try:
                for piece in pieces:
                    line.sendall(piece)
                while more := line.recv(1 << 16):
                    heard += more
                    line.settimeout(settled or wait)
            except (TimeoutError, OSError):
                pass
        return heard

    def ask(self, method="GET", path="/", *headers, body=b"", host=NAME, tls=True, wait=20.0):
        """Ask for one thing; gives status, headers and body."""
        lines = [f"{method} {path} HTTP/1.1", f"Host: {host}", "Connection: close", *headers]
        if body:
            lines.append(f"Content-Length: {len(body)}")
        heard = self.talk(("\r\n".join(lines) + "\r\n\r\n").encode() + body, tls=tls, wait=wait)
        head, _, rest = heard.partition(b"\r\n\r\n")
        first, *named = head.decode("latin-1").split("\r\n")
        status = int(first.split()[1]) if first else 0
        return status, [tuple(one.split(": ", 1)) for one in named], rest


@contextmanager
def running_proxy(folder, upstreams):
    """Run it for a while; skip where there is no nginx, but not in CI."""
    if NGINX is None:
        pytest.skip("no nginx")
    folder.mkdir(exist_ok=True)
    proxy = Proxy(folder, upstreams)
    try:
        proxy.start()
        yield proxy
    finally:
        proxy.stop()
