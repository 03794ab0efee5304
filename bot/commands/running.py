"""For those who run the bot: on Telegram, as a demo, and how it is."""

import os
import sys
from datetime import date
from gettext import gettext as _

import click

from bot.commands.opening import open_current
from bot.commands.options import ON
from bot.translated import command
from knowledge.extras import what_to_install


@command()
@ON
def telegram(on: date | None) -> None:
    """Run the Telegram bot. Its settings are read from the environment."""
    from bot.service.settings import SettingsError, read_settings

    try:
        from bot.channels.telegram.run import run
    except ModuleNotFoundError as error:
        click.echo(what_to_install(error.name, "telegram"), err=True)
        sys.exit(1)
    from bot.memory.file import MemoryUnusable
    from bot.service.keeping import InvalidSetting
    from bot.service.logging import start_log
    from bot.service.operation import WrongOperation, read_operation
    from bot.service.watch import Watch

    try:
        settings = read_settings(os.environ)
        operation = read_operation(os.environ)
        start_log(settings.secrets(), operation.level, operation.form)
        current = open_current(on)
        watch = Watch(operation, current.path, webhook=settings.webhook is not None)
        run(settings, current, watch)
    except (SettingsError, InvalidSetting, WrongOperation, MemoryUnusable) as error:
        click.echo(str(error), err=True)
        sys.exit(1)


@command()
@click.option("--port", type=click.IntRange(1, 65535), help="The port, if not the usual one.")
@click.option("--browser/--no-browser", default=True, help="Open the page in a browser.")
@ON
def demo(port: int | None, browser: bool, on: date | None) -> None:
    """Show the whole bot in a browser, on this computer alone, without Telegram or a token."""
    try:
        import telegram  # noqa: F401  the bot needs it, in a process of its own

        from bot.demo.show import BotEnded, show
    except ModuleNotFoundError as error:
        click.echo(what_to_install(error.name, "telegram,demo"), err=True)
        sys.exit(1)

    def say(address: str) -> None:
        message = _("The demo is at {address} (this is not Telegram). Stop it with Ctrl-C.")
        click.echo(message.format(address=address))

    arguments = ("--on", on.isoformat()) if on else ()
    try:
        show(port=port, browser=browser, arguments=arguments, say=say)
    except OSError as error:
        click.echo(_("The port is taken: {reason}").format(reason=error), err=True)
        sys.exit(1)
    except BotEnded as ended:
        click.echo(str(ended), err=True)
        click.echo(_("The bot has stopped."), err=True)
        sys.exit(1)


@command()
def health() -> None:
    """Ask the running bot how it is; exit status 0 where it is ready, else 1."""
    from bot.service.asking import how_it_is
    from bot.service.operation import HEALTH, WrongOperation, read_health

    try:
        address = read_health(os.environ)
    except WrongOperation as error:
        raise click.UsageError(str(error)) from None
    if address is None:
        raise click.UsageError(_("Health is switched off ({name}).").format(name=HEALTH))
    ready, line = how_it_is(address)
    click.echo(line, err=not ready)
    sys.exit(0 if ready else 1)
