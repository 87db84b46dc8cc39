"""A small SMTP server of the tests: it takes what it is told to take, and keeps what it took."""

import socketserver
import threading
from contextlib import contextmanager
from email import message_from_bytes
from email.policy import default


class Line(socketserver.StreamRequestHandler):
    """One client's line: RFC 5321 as far as a client of ours goes."""

    def handle(self):
        self.say("220 test")
        while line := self.rfile.readline():
            verb = line.decode("latin-1").strip()
            if self.answer(verb):
                return

    def answer(self, verb):
        box, word = self.server, verb.upper().split(" ")[0].split(":")[0]
        box.heard.append(verb)
        if box.silent:
            return True
        match word:
            case "EHLO":
                self.say("250-test\r\n250-SMTPUTF8\r\n250 AUTH PLAIN")
            case "AUTH":
                self.say("235 ok" if box.signs_in else "535 no")
            case "RCPT":
                self.say(box.recipients.get(verb.partition("<")[2].partition(">")[0], "250 ok"))
            case "DATA":
                self.say("354 go on")
                self.take()
            case "QUIT":
                self.say("221 bye")
                return True
            case _:
                self.say("250 ok")
        return False

    def take(self):
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line.removeprefix(b"."))
        if self.server.after_data.startswith("250"):
            self.server.mails.append(message_from_bytes(b"".join(lines), policy=default))
        self.say(self.server.after_data)

    def say(self, words):
        self.wfile.write(f"{words}\r\n".encode())


class Box(socketserver.ThreadingTCPServer):
    """What it took, what it was told, and how it answers."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Line)
        self.mails, self.heard, self.recipients = [], [], {}
        self.signs_in, self.silent, self.after_data = True, False, "250 kept"

    def handle_error(self, request, client_address):
        """Say nothing of a client that hangs up in the midst of it, as one that wants TLS does."""

    @property
    def url(self):
        """Give where it listens."""
        return f"smtp://127.0.0.1:{self.server_address[1]}"


@contextmanager
def smtp_server():
    """Open a server for a while."""
    with Box() as box:
        thread = threading.Thread(target=box.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield box
        finally:
            box.shutdown()
            thread.join()
