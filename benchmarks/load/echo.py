"""The bot to measure beside: python-telegram-bot alone, which says again what it is told.

It is set as Kommunmål is: the same rate limiter, as many connections, updates handled side by side.
Nothing is kept, looked up or laid out. It calls Telegram over httpx, as the library comes; given
the word "aiohttp", as Kommunmål does.
"""

import os
import sys

from telegram import Message, Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from bot.channels.telegram.client import CONNECTIONS
from bot.channels.telegram.http import Request
from bot.channels.telegram.pace import Pace

# More than are ever open at once.
_SIDE_BY_SIDE = 1024


async def _echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    message = update.message
    if isinstance(message, Message) and message.text:
        await message.reply_text(message.text)


def main() -> None:
    """Run until SIGTERM; the token, the server and the limit come from the environment."""
    address = os.environ["TELEGRAM_BASE_URL"]
    builder = (
        Application.builder()
        .token(os.environ["TELEGRAM_TOKEN"])
        .base_url(f"{address}/bot")
        .rate_limiter(Pace(int(os.environ["TELEGRAM_MESSAGES_A_SECOND"])))
        .concurrent_updates(_SIDE_BY_SIDE)
    )
    if "aiohttp" in sys.argv:
        builder.request(Request(address, CONNECTIONS)).get_updates_request(Request(address, 1))
    else:
        builder.connection_pool_size(CONNECTIONS).pool_timeout(30.0)
    application = builder.build()
    application.add_handler(MessageHandler(filters.TEXT, _echo))
    application.run_polling(allowed_updates=[Update.MESSAGE])


if __name__ == "__main__":
    main()
