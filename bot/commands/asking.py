"""For people with a question: one reply, or a conversation in the terminal."""

import sys
from datetime import date
from io import TextIOWrapper
from typing import TYPE_CHECKING

import click

from bot.commands.opening import conversations_of, reading
from bot.commands.options import LANGUAGE, ON
from bot.translated import command

if TYPE_CHECKING:
    from knowledge.models import Language


@command()
@click.argument("question", nargs=-1)
@click.option("--json", "json_", is_flag=True, help="One JSON object a reply.")
@click.option("--explain", is_flag=True, help="Show how the question was read.")
@LANGUAGE
@ON
def ask(
    question: tuple[str, ...], json_: bool, explain: bool, language: "Language", on: date | None
) -> None:
    """Ask a QUESTION; without one, read a question a line from standard input."""
    conversations, assistant = conversations_of(language, on)
    from bot.channels.lines import one_line, read_lines
    from bot.channels.terminal import standard_input

    # JSON is UTF-8 wherever it goes; elsewhere a character that can't be shown must end no run.
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8" if json_ else None, errors="replace")

    def answer() -> None:
        lines = [one_line(" ".join(question))] if question else read_lines(standard_input())
        for line in lines:
            reply = conversations.reply(line)
            if explain and reply.question:
                from bot.evaluation.stages import stages
                from bot.rendering.explanation import explanation

                times = stages(assistant, line.text)
                told = explanation(reply.question, assistant.understand, times)
                click.echo(told, err=json_)
            text = (
                conversations.as_json(line, reply)
                if json_
                else conversations.as_text(reply, sys.stdout)
            )
            click.echo(text if json_ or question else f"{text}\n")
            sys.stdout.flush()

    reading(assistant, answer)


@command()
@LANGUAGE
@ON
def chat(language: "Language", on: date | None) -> None:
    """Hold a conversation in the terminal."""
    from bot.channels import terminal

    conversations, assistant = conversations_of(language or terminal.locale_language(), on)
    reading(assistant, lambda: terminal.chat(conversations, sys.stdout))
