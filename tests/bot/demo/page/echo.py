"""A tiny bot for the page's tests: does, on a word, each thing that a page has to show."""

import struct
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx

from bot.demo.telegram import Telegram

_QUOTE = "En rad. " * 60
FORMATTED = (
    "<b>fet <i>och kursiv</i></b> 🌲 <u>under</u> <s>bort</s> <code>kod</code>\n"
    '<a href="https://example.org/å?x=1&amp;y=2">länk</a> <tg-spoiler>hemligt</tg-spoiler>\n'
    f"<blockquote>kort citat</blockquote>\n<blockquote expandable>{_QUOTE}</blockquote>\nslut"
)
KEYS = [
    [{"text": "Ändra", "callback_data": "edit"}, {"text": "Varna", "callback_data": "alert"}],
    [{"text": "Kopiera", "copy_text": {"text": "kopierat ord"}},
     {"text": "Dela", "switch_inline_query": "skola"}],
    [{"text": "Webb", "url": "https://example.org/"},
     {"text": "Till boten", "url": "https://t.me/kommunmal_bot?start=varnamo"}],
]  # fmt: skip


def png(width: int, height: int) -> bytes:
    """A picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    rows = (b"\0" + b"\x1d\x6f\xb8" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows))
            + chunk(b"IEND", b""))  # fmt: skip


class Echo:
    """Takes updates until it is stopped."""

    def __init__(self, telegram: Telegram) -> None:
        self._url = f"{telegram.base_url}{telegram.token}"
        self._client = httpx.Client(timeout=30)
        self._ends = threading.Event()
        self._thread = threading.Thread(target=self._run)

    def start(self) -> None:
        """Begin, with commands and a description."""
        commands = [{"command": "hej", "description": "Hälsa"},
                    {"command": "bild", "description": "Visa en bild"}]  # fmt: skip
        self._call("setMyCommands", commands=commands)
        self._call("setMyDescription", description="Jag härmar.")
        self._thread.start()

    def stop(self) -> None:
        """End, within a second."""
        self._ends.set()
        self._thread.join(5)
        self._client.close()

    def _call(self, method: str, **given: Any) -> Any:
        return self._client.post(f"{self._url}/{method}", json=given).raise_for_status().json()

    def _run(self) -> None:
        offset = 0
        while not self._ends.is_set():
            for update in self._call("getUpdates", offset=offset, timeout=1)["result"]:
                offset = update["update_id"] + 1
                if "message" in update and "text" in update["message"]:
                    self._message(update["message"])
                elif "callback_query" in update:
                    self._press(update["callback_query"])
                elif "inline_query" in update:
                    self._inline(update["inline_query"])

    def _message(self, message: dict[str, Any]) -> None:
        chat, text = message["chat"]["id"], message["text"]
        if "via_bot" in message:
            return
        if "bild" in text:
            files = {"photo": ("bild.png", png(300, 200), "image/png")}
            data = {"chat_id": chat, "caption": "En bild av <b>mål</b>", "parse_mode": "HTML"}
            self._client.post(f"{self._url}/sendPhoto", data=data, files=files).raise_for_status()
        elif "format" in text:
            self._call("sendMessage", chat_id=chat, text=FORMATTED, parse_mode="HTML")
        elif "knappar" in text:
            markup = {"inline_keyboard": KEYS}
            self._call("sendMessage", chat_id=chat, text="Välj:", reply_markup=markup)
        elif "prompt" in text:
            markup = {"force_reply": True, "input_field_placeholder": "Säg det här"}
            self._call("sendMessage", chat_id=chat, text="Vad saknades?", reply_markup=markup)
        else:
            reply = message.get("reply_to_message", {}).get("text")
            self._call("sendMessage", chat_id=chat, text=f"{text} | {reply}",
                       reply_parameters={"message_id": message["message_id"]})  # fmt: skip

    def _press(self, query: dict[str, Any]) -> None:
        message = query["message"]
        if query["data"] == "alert":
            self._call("answerCallbackQuery", callback_query_id=query["id"],
                       text="Se upp!", show_alert=True)  # fmt: skip
            return
        self._call("answerCallbackQuery", callback_query_id=query["id"], text="Ändrat nu")
        self._call("editMessageText", chat_id=message["chat"]["id"],
                   message_id=message["message_id"], text="Ändrad text",
                   reply_markup={"inline_keyboard": KEYS[1:]})  # fmt: skip

    def _inline(self, query: dict[str, Any]) -> None:
        words = query["query"]
        results = [
            {"type": "article", "id": str(n), "title": f"{words} {n}", "description": "Ett svar",
             "input_message_content": {"message_text": f"Sänt: {words} {n}"}}
            for n in range(1, 4)
        ]  # fmt: skip
        self._call("answerInlineQuery", inline_query_id=query["id"], results=results,
                   button={"text": "Mer", "start_parameter": "mer"})  # fmt: skip


@contextmanager
def echoing(telegram: Telegram) -> Iterator[None]:
    """The bot runs within this."""
    echo = Echo(telegram)
    echo.start()
    try:
        yield
    finally:
        echo.stop()
