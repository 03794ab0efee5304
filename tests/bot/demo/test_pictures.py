"""Pictures are uploaded, captioned, exchanged, and looked at."""

import json
import struct
import zlib
from typing import Any

import httpx
import pytest

from bot.demo.telegram import Telegram
from bot.demo.values import departures
from tests.bot.demo.conftest import Ask


def png(width: int, height: int) -> bytes:
    """A white picture of this size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * ((width + 7) // 8 + 1) * height)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


def _upload(telegram: Telegram, method: str, picture: bytes, **given: Any) -> Any:
    return httpx.post(
        f"{telegram.base_url}{telegram.token}/{method}",
        data=given, files={"photo": ("x.png", picture)},
    ).json()  # fmt: skip


def test_sending(telegram: Telegram, ask: Ask) -> None:
    """A picture has its size and caption; it can be fetched, and sent again by its id."""
    anna = telegram.user("Anna")
    anna.send("visa som bild")
    picture = png(40, 30)
    given = {"chat_id": anna.id, "caption": "<b>Värnamos mål</b>", "parse_mode": "HTML"}
    answer = _upload(telegram, "sendPhoto", picture, **given)
    assert answer["ok"], answer
    assert departures(answer["result"], "Message") is None
    reply = anna.chat.replies[0]
    assert reply.snapshot() == "[picture 40 × 30]\n<b>Värnamos mål</b>"
    file_id = reply.raw["photo"][-1]["file_id"]
    path = ask("getFile", file_id=file_id)["result"]["file_path"]
    assert httpx.get(f"{telegram.base_file_url}{telegram.token}/{path}").content == picture
    assert ask("sendPhoto", chat_id=anna.id, photo=file_id)["ok"]
    assert telegram.asked[0].given["photo"] == f"<{len(picture)} bytes>"


def test_captions(telegram: Telegram, ask: Ask) -> None:
    """A caption is edited in its place; a text has none, a picture no text."""
    anna = telegram.user("Anna")
    anna.send("visa som bild")
    place = {"chat_id": anna.id}
    sent = _upload(telegram, "sendPhoto", png(8, 8), **place)["result"]
    place["message_id"] = sent["message_id"]
    assert ask("editMessageCaption", **place, caption="Målen")["result"]["caption"] == "Målen"
    assert "not modified" in ask("editMessageCaption", **place, caption="Målen")["description"]
    wrong = ask("editMessageText", **place, text="x")
    assert wrong["description"] == "Bad Request: there is no text in the message to edit"
    text = ask("sendMessage", chat_id=anna.id, text="x")["result"]["message_id"]
    wrong = ask("editMessageCaption", chat_id=anna.id, message_id=text, caption="x")
    assert wrong["description"] == "Bad Request: there is no caption in the message to edit"
    long = ask("editMessageCaption", **place, caption="x" * 1025)
    assert long["description"] == "Bad Request: message caption is too long"


def test_exchanging(telegram: Telegram, ask: Ask) -> None:
    """A picture takes the place of another, and of a text."""
    anna = telegram.user("Anna")
    anna.send("hej")
    message_id = ask("sendMessage", chat_id=anna.id, text="text")["result"]["message_id"]
    media = {"type": "photo", "media": "attach://ny", "caption": "Ny"}
    answer = httpx.post(
        f"{telegram.base_url}{telegram.token}/editMessageMedia",
        data={"chat_id": anna.id, "message_id": message_id, "media": json.dumps(media)},
        files={"ny": ("ny.png", png(9, 9))},
    ).json()
    assert answer["ok"], answer
    assert anna.chat.replies[0].snapshot() == "[picture 9 × 9]\nNy"


@pytest.mark.parametrize(
    ("picture", "reason"),
    [
        (b"no picture", "IMAGE_PROCESS_FAILED"),
        (png(9000, 1001), "PHOTO_INVALID_DIMENSIONS"),
        (png(21, 1), "PHOTO_INVALID_DIMENSIONS"),
    ],
)
def test_refused_pictures(telegram: Telegram, picture: bytes, reason: str) -> None:
    """What is no picture, or one of no shape that Telegram shows."""
    anna = telegram.user("Anna")
    anna.send("hej")
    answer = _upload(telegram, "sendPhoto", picture, chat_id=anna.id)
    assert answer["description"] == f"Bad Request: {reason}"


def test_nothing_is_fetched(telegram: Telegram, ask: Ask) -> None:
    """An address of a picture is refused: the server asks nobody."""
    anna = telegram.user("Anna")
    anna.send("hej")
    answer = ask("sendPhoto", chat_id=anna.id, photo="https://example.org/x.png")
    assert answer["description"] == "Bad Request: wrong file identifier/HTTP URL specified"


def test_files(telegram: Telegram, ask: Ask) -> None:
    """A picture of any shape is taken as a file; sent again by its id, and as no photo."""
    anna = telegram.user("Anna")
    anna.send("visa som bild")
    picture = png(1, 30)
    answer = httpx.post(
        f"{telegram.base_url}{telegram.token}/sendDocument",
        data={"chat_id": anna.id, "caption": "Målen"}, files={"document": ("x.png", picture)},
    ).json()  # fmt: skip
    assert departures(answer["result"], "Message") is None
    assert anna.chat.replies[0].snapshot() == "[file kommunmal.png]\nMålen"
    file_id = answer["result"]["document"]["file_id"]
    assert ask("sendDocument", chat_id=anna.id, document=file_id)["ok"]
    wrong = ask("sendPhoto", chat_id=anna.id, photo=file_id)
    assert wrong["description"] == "Bad Request: can't use file of type Document as Photo"
    wrong = ask("sendDocument", chat_id=anna.id, document="x")
    assert wrong["description"] == "Bad Request: wrong file identifier/HTTP URL specified"
