"""A picture as Telegram takes it: the caption with its links, the buttons, photo or file."""

import struct
from collections.abc import Sequence

from telegram import InlineKeyboardMarkup

from bot.answering.asks import Ask
from bot.rendering.phrases import phrases
from bot.rendering.picture.content import Kind
from bot.rendering.picture.picture import Picture
from bot.rendering.telegram_keyboards import INTO, Keyboards
from bot.rendering.telegram_markup import Markup, link, text
from knowledge.marking import marked
from knowledge.models import Language
from knowledge.store import Store

# Telegram's limits of a photo; what is beyond them is sent as a file.
_LONGEST_SIDES = 10_000
_STEEPEST = 20
_LARGEST = 10_000_000
_OTHER: dict[Kind, tuple[Kind, str]] = {
    "goals": ("timeline", marked("Show a timeline")),
    "timeline": ("goals", marked("Show vision and goals")),
}


def captioned(picture: Picture) -> Markup:
    """The caption; each source's line leads to its page."""
    addresses = dict(picture.links)
    whole = Markup()
    for position, line in enumerate(picture.caption.splitlines()):
        whole += text("\n" if position else "") + _line(line, addresses.get(line))
    return whole


def _line(line: str, url: str | None) -> Markup:
    before, colon, title = line.partition(": ")
    return text(before + colon) + link(title, url) if url and title else text(line)


def is_photo(png: bytes) -> bool:
    """Whether Telegram takes a PNG as a photo."""
    width, height = struct.unpack(">II", png[16:24])
    longest, shortest = max(width, height), min(width, height)
    fits = longest + shortest <= _LONGEST_SIDES and longest <= _STEEPEST * shortest
    return fits and len(png) <= _LARGEST


def whole_of(codes: Sequence[str]) -> Ask:
    """The question that asks in words for what a picture of these shows."""
    return Ask("all" if len(codes) == 1 else "compare", tuple(codes))


def under_picture(
    codes: Sequence[str], kind: Kind, language: Language, store: Store
) -> InlineKeyboardMarkup:
    """The buttons under a picture: the same in words, the other picture, the other language."""
    ask, among = whole_of(codes), "+".join(codes)
    said, keyboards = phrases(language, store), Keyboards(language, store)
    other, show_other = _OTHER[kind]
    into: Language = "en" if language == "sv" else "sv"
    return InlineKeyboardMarkup([
        [keyboards.button(said("Read as text"), "ask", ask.key, among)],
        [
            keyboards.button(said(show_other), "picture", other, among),
            Keyboards(into, store).button(phrases(into, store)(INTO[into]), "picture", kind, among),
        ],
    ])  # fmt: skip
