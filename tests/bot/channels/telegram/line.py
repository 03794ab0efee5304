"""A server that does what no Bot API server does: answers bytes, or closes, as a test says."""

import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

_ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s"


def answer(content: bytes) -> bytes:
    """A whole answer with some content."""
    return _ANSWER % (len(content), content)


ME = answer(
    b'{"ok": true, "result": {"id": 1, "is_bot": true, "first_name": "B", "username": "b"}}'
)
SENT = answer(b'{"ok": true, "result": {"message_id": 7}}')


class Line:
    """What came in, and what goes out: one answer for each request, None closes instead.

    While `reading` is not set, nothing is read; `answering`, no answer goes out.
    """

    def __init__(self, server: socket.socket, answers: Sequence[bytes | None]) -> None:
        self._server = self._open = server
        self._answers = iter(answers)
        self.address = f"http://127.0.0.1:{server.getsockname()[1]}"
        self.received = b""
        self.requests = self.connections = 0
        self.reading, self.answering = threading.Event(), threading.Event()
        self.reading.set()
        self.answering.set()

    def close(self) -> None:
        """Hang up, and listen no more."""
        for one in (self._server, self._open):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def serve(self) -> None:
        """Until the listening socket is closed."""
        while True:
            try:
                connection, _ = self._server.accept()
            except OSError:
                return
            self.connections += 1
            self._open = connection
            with connection, suppress(OSError):
                self._talk(connection)

    def _talk(self, connection: socket.socket) -> None:
        while self._read(connection):
            self.requests += 1
            self.answering.wait(20)
            answer = next(self._answers, None)
            if answer is None:
                return
            connection.sendall(answer)
            if b"Content-Length" not in answer or not _whole(answer):
                return

    def _read(self, connection: socket.socket) -> bool:
        """A whole request; whether one came."""
        got = b""
        while not _whole(got):
            self.reading.wait(20)
            if not (more := connection.recv(65536)):
                return False
            got += more
            self.received += more
        return True


def _whole(message: bytes) -> bool:
    head, ended, content = message.partition(b"\r\n\r\n")
    fields = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:])
    return bool(ended) and len(content) >= int(fields.get(b"content-length", 0))


@contextmanager
def listening(*answers: bytes | None) -> Iterator[Line]:
    """A server on loopback."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        line = Line(server, answers)
        thread = threading.Thread(target=line.serve, daemon=True)
        thread.start()
        try:
            yield line
        finally:
            line.close()
            thread.join(5)
