"""Yes or no at the terminal, as a Swede answers or as an Englishman does."""

import click

from bot.staff.speech import Speech

_ANSWERS = {"j": True, "ja": True, "y": True, "yes": True}
_ANSWERS |= dict.fromkeys(("n", "nej", "no", ""), False)


def agree(speech: Speech, question: str) -> None:
    """Go on where the person says yes; click.Abort where they say no or nothing."""
    answers = speech("y/N")
    shown = f"{question} [{answers}]"
    while True:
        said = click.prompt(shown, default="", show_default=False).strip().lower()
        answer = _ANSWERS.get(said)
        if answer:
            return
        if answer is False:
            raise click.Abort
        click.echo(speech("Answer y for yes or n for no."))
