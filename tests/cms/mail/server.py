"""A mail server on this machine that keeps what it is given, or refuses it: a socket that speaks as much SMTP as is asked."""

import socketserver
import threading
from contextlib import contextmanager


class _Talk(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(b"220 here\r\n")
        for line in self.rfile:
            word = line.strip().upper()
            if word.startswith(b"DATA"):
                self.wfile.write(b"354 go on\r\n")
                self.server.mails.append(self._message())
                self.wfile.write(b"250 kept\r\n")
            elif word.startswith(b"RCPT") and self.server.refusing:
                self.wfile.write(b"550 nobody here\r\n")
            elif word.startswith(b"QUIT"):
                self.wfile.write(b"221 bye\r\n")
                return
            else:
                self.wfile.write(b"250 fine\r\n")

    def _message(self) -> str:
        told = []
        for line in self.rfile:
            if line == b".\r\n":
                break
            told.append(line.decode())
        return "".join(told)


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


@contextmanager
def mail_server(*, refusing: bool = False):
    """The server, with its port in `server_address` and what came in `mails`."""
    with _Server(("127.0.0.1", 0), _Talk) as server:
        server.mails, server.refusing = [], refusing
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield server
        server.shutdown()
