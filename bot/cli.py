"""The command `kommunmal`: its commands, each of which loads what it needs when it is called."""

import click

from bot.commands.asking import ask, chat
from bot.commands.planning import build, check, draft, import_, restore
from bot.commands.reviewing import audit, evaluate, refresh, unanswered
from bot.commands.running import demo, health, telegram
from bot.commands.showing import browse, export, poster, show
from bot.translated import TranslatedGroup

_COMMANDS = [
    # For people with a question.
    ask,
    chat,
    # For those who run the bot.
    telegram,
    demo,
    health,
    # For whoever wants what is known without asking.
    show,
    poster,
    export,
    browse,
    # For staff: from a page to the database.
    draft,
    check,
    import_,
    restore,
    build,
    # For those who see to it that replies stay right.
    refresh,
    unanswered,
    evaluate,
    audit,
]


@click.group(
    cls=TranslatedGroup,
    commands=_COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="kommunmal", help="Show the version and exit.")
def main() -> None:
    """Municipalities' visions and goals, in their own words."""
