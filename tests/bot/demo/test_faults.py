"""Faults happen as ordered: what the bot's HTTP client sees, and whether the message stands."""

import time

import httpx
import pytest

from bot.demo import faults
from bot.demo.faults import Fault
from bot.demo.telegram import Telegram
from tests.bot.demo.conftest import Ask


@pytest.mark.parametrize(
    ("fault", "status", "body", "written"),
    [
        (faults.flood("sendMessage", retry_after=3), 429, '"parameters":{"retry_after":3}', 0),
        (faults.server_error("sendMessage"), 500, "Internal Server Error", 0),
        (faults.bad_gateway("sendMessage"), 502, "<title>502 Bad Gateway</title>", 0),
        (faults.garbage("sendMessage"), 200, '{"ok": true, "result": [{"upd', 0),
        (faults.blocked(), 403, "Forbidden: bot was blocked by the user", 0),
        (faults.unauthorised(), 401, '"description":"Unauthorized"', 0),
        (faults.slow("sendMessage", seconds=0.2), 200, '"ok":true', 1),
    ],
)
def test_answers(telegram: Telegram, fault: Fault, status: int, body: str, written: int) -> None:
    """Refusals, pages of a gateway, and bodies that can't be read."""
    anna = telegram.user("Anna")
    anna.send("hej")
    telegram.faults.add(fault)
    began = time.monotonic()
    answer = _send(telegram, anna.id)
    assert (answer.status_code, body in answer.text) == (status, True), answer.text
    assert time.monotonic() - began >= fault.seconds
    assert len(anna.chat.replies) == written
    assert fault.hits == 1
    assert telegram.asked[-1].fault is fault


@pytest.mark.parametrize(
    ("fault", "error", "written"),
    [
        (faults.dropped("sendMessage"), httpx.ReadError, 0),
        (faults.lost("sendMessage"), httpx.ReadError, 1),
        (faults.cut("sendMessage"), httpx.RemoteProtocolError, 1),
    ],
)
def test_connections(
    telegram: Telegram, fault: Fault, error: type[Exception], written: int
) -> None:
    """Connections that end before the answer, or in the middle of it."""
    anna = telegram.user("Anna")
    anna.send("hej")
    telegram.faults.add(fault)
    with pytest.raises((error, httpx.RemoteProtocolError)):
        _send(telegram, anna.id)
    assert len(anna.chat.replies) == written
    assert telegram.asked[-1].code == 0
    assert _send(telegram, anna.id).status_code == 200


def _send(telegram: Telegram, chat_id: int) -> httpx.Response:
    url = f"{telegram.base_url}{telegram.token}/sendMessage"
    return httpx.post(url, json={"chat_id": chat_id, "text": "svar"})


def test_which_and_how_often(telegram: Telegram, ask: Ask) -> None:
    """A rule counts its methods alone, after those let through, in some chats, with some luck."""
    anna, bo = telegram.user("Anna"), telegram.user("Bo")
    for person in (anna, bo):
        person.send("hej")

    def codes(chat_id: int, count: int) -> list[int]:
        answers = [ask("sendMessage", chat_id=chat_id, text="svar") for _ in range(count)]
        return [answer.get("error_code", 200) for answer in answers]

    fault = faults.server_error("sendMessage", times=2)
    fault.skip = 1
    telegram.faults.add(fault)
    assert ask("getMe")["ok"]
    assert codes(anna.id, 4) == [200, 500, 500, 200]
    telegram.faults.clear()
    telegram.faults.add(faults.blocked(chat_id=bo.id, times=None))
    assert codes(anna.id, 1) + codes(bo.id, 2) == [200, 403, 403]
    telegram.faults.clear()
    unlucky = faults.server_error(times=None)
    unlucky.share = 0.5
    telegram.faults.add(unlucky)
    assert 5 < codes(anna.id, 40).count(500) < 35


def test_polling_fault(telegram: Telegram, ask: Ask) -> None:
    """Updates stay where getUpdates fails."""
    telegram.user("Anna").send("hej")
    telegram.faults.add(faults.conflict())
    assert ask("getUpdates")["error_code"] == 409
    assert len(ask("getUpdates")["result"]) == 1


def test_flood_limits() -> None:
    """Where limits are kept, too many messages in a chat, a group and over all are refused."""
    now = [1_000_000.0]
    with Telegram(flood_limits=True, clock=lambda: now[0]) as telegram, httpx.Client() as client:
        url = f"{telegram.base_url}{telegram.token}/sendMessage"

        def send(chat_id: int) -> int:
            answer = client.post(url, json={"chat_id": chat_id, "text": "svar"})
            return int(answer.json().get("parameters", {}).get("retry_after", 0))

        people = [telegram.user(f"Person {number}") for number in range(40)]
        for person in people:
            person.send("hej")
        anna = people[0]
        assert [send(anna.id) for _ in range(4)] == [0, 0, 0, 3]
        now[0] += 3
        assert [send(person.id) for person in people[:31]] == [0] * 30 + [1]
        group = telegram.group("Familjen", anna)
        waits = []
        for _ in range(21):
            now[0] += 1
            waits.append(send(group.id))
        assert waits == [0] * 20 + [40]
