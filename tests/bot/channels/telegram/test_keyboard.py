"""Buttons go out as python-telegram-bot itself would send them."""

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup, WebAppInfo

from bot.channels.telegram.keyboard import keyboard_json


def test_every_kind_of_button() -> None:
    """Whatever it holds, and whatever the row."""
    rows = [
        [InlineKeyboardButton("1", callback_data="1|so|a"), InlineKeyboardButton("2", url="x.se")],
        [InlineKeyboardButton("Copy", copy_text=CopyTextButton("words"))],
        [InlineKeyboardButton("Send", switch_inline_query="")],
        [InlineKeyboardButton("Open", web_app=WebAppInfo("https://x.se"))],
    ]
    keyboard = InlineKeyboardMarkup(rows)

    assert keyboard_json(keyboard) == keyboard.to_dict()
