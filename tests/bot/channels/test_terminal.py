"""A conversation in the terminal, and replies set out for one."""

import io
from collections.abc import Callable, Iterator
from datetime import date

import pytest

from bot.assistant import Assistant
from bot.channels.lines import Line
from bot.channels.terminal import Conversations, chat, locale_language
from knowledge.models import Language
from knowledge.store import Store

ESCAPE = "\033"


class Screen(io.StringIO):
    """Output that says it is a terminal."""

    def isatty(self) -> bool:
        """It does."""
        return True


@pytest.fixture
def conversations(assistant: Assistant) -> Conversations:
    """Nothing said yet, in no language."""
    return Conversations(assistant, None)


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """What the user types, line by line; then Ctrl-D, or what is raised instead."""

    def type_lines(*lines: str | BaseException) -> None:
        left: Iterator[str | BaseException] = iter(lines)

        def read(_: str) -> str:
            line = next(left, EOFError())
            if isinstance(line, BaseException):
                raise line
            return line

        monkeypatch.setattr("builtins.input", read)

    return type_lines


def test_a_conversation_over_midnight(store: Store) -> None:
    """What holds is told of the day it is asked on, not of the one the conversation began on."""
    days = [date(2030, 12, 31)]
    conversations = Conversations(Assistant(store, lambda: days[-1]), "sv")

    def told() -> str:
        return conversations.as_text(
            conversations.reply(Line("Vad är Jokkmokks vision?")), io.StringIO()
        )

    before = told()
    days.append(date(2031, 1, 1))
    assert "upphörde" not in before
    assert "upphörde den 31 december 2030" in " ".join(told().split())


def test_lines_of_one_chat_are_a_conversation(conversations: Conversations) -> None:
    """A follow-up takes over what the line before it asked; one without a chat stands alone."""
    conversations.reply(Line("Vilka mål har Värnamo?", "a"))
    conversations.reply(Line("Vilka mål har Ljungby?", "b"))

    follow_up = conversations.reply(Line("och visionen?", "a"))
    alone = conversations.reply(Line("och visionen?"))

    assert {row.municipality.name for row in follow_up.answer.statements} == {"Värnamo"}
    assert alone.answer.outcome == "clarify"


@pytest.mark.parametrize(("language", "expected"), [(None, "sv"), ("sv", "sv"), ("en", "en")])
def test_a_bad_line_gets_a_reply_in_the_users_language(
    assistant: Assistant, language: Language | None, expected: Language
) -> None:
    """Else in Swedish."""
    reply = Conversations(assistant, language).reply(Line("{", invalid=True))

    assert reply.answer.reason == "invalid_input"
    assert reply.language == expected


def test_the_longest_silent_conversation_is_dropped(
    conversations: Conversations, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Memory does not grow with the number of chats in a stream."""
    monkeypatch.setattr("bot.channels.terminal._CHATS", 2)
    for name in ("a", "b", "c"):
        conversations.reply(Line("Vilka mål har Värnamo?", name))

    assert conversations.reply(Line("och visionen?", "a")).answer.outcome == "clarify"
    assert conversations.reply(Line("och visionen?", "c")).answer.outcome == "answer"


def test_a_terminal_gets_headings_and_links(
    conversations: Conversations, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The quote is a link to the sentence; long lines are wrapped in colour too."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("COLUMNS", "60")
    reply = conversations.reply(Line("Vilka mål har Värnamo?"))

    coloured = conversations.as_text(reply, Screen())
    plain = conversations.as_text(reply, io.StringIO())

    assert coloured.startswith(f"{ESCAPE}[1mVärnamo har fyra övergripande mål:{ESCAPE}[0m")
    assert f"{ESCAPE}]8;;https://kommun.varnamo.se/" in coloured
    assert ESCAPE not in plain
    assert max(len(line) for line in plain.splitlines() if "https:" not in line) <= 60
    assert len(plain.splitlines()) == len(coloured.splitlines())


def test_colours_can_be_declined(
    conversations: Conversations, monkeypatch: pytest.MonkeyPatch
) -> None:
    """NO_COLOR is kept, as in other programs."""
    monkeypatch.setenv("NO_COLOR", "1")
    reply = conversations.reply(Line("Vilka mål har Värnamo?"))

    assert ESCAPE not in conversations.as_text(reply, Screen())


@pytest.mark.parametrize(
    "end", ["/quit", "/sluta", " /EXIT ", EOFError(), KeyboardInterrupt()], ids=repr
)
def test_a_conversation_greets_answers_and_says_goodbye(
    assistant: Assistant,
    typed: Callable[..., None],
    capsys: pytest.CaptureFixture[str],
    end: str | BaseException,
) -> None:
    """It ends with a word, Ctrl-D or Ctrl-C; empty lines are passed over."""
    typed("", "What are Värnamo's goals?", "and the vision?", end, "never asked")

    chat(Conversations(assistant, "en"), io.StringIO())

    said = capsys.readouterr().out
    assert said.startswith("Hello! I answer questions about municipalities' visions and goals")
    assert "Leave with /quit or Ctrl-D." in said
    assert "A strong municipality" in said
    assert "Värnamo – the human growth municipality!" in said
    assert said.endswith("Goodbye!\n")
    assert "never asked" not in said


def test_slash_help_is_help(
    conversations: Conversations, typed: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    """As people know it from Telegram."""
    typed("/hjälp")

    chat(conversations, io.StringIO())

    assert "Fråga mig vad en kommun vill" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({"LANG": "sv_SE.UTF-8"}, "sv"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "sv_SE"}, "sv"),
        ({"LANG": "de_DE.UTF-8"}, None),
        ({"LANG": "C.UTF-8"}, None),
        ({}, None),
    ],
)
def test_a_conversation_begins_in_the_language_of_the_locale(
    monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], language: str | None
) -> None:
    """Where that is one of ours; else it is Swedish."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)

    assert locale_language() == language
