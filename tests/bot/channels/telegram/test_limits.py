"""Fifteen questions a minute for each person: then one notice, then silence."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from telegram import Update

from bot.assistant import Assistant
from bot.channels.telegram import limits as module
from bot.channels.telegram.limits import Limits, Verdict
from bot.channels.telegram.turn import Me, Turn
from bot.demo import faults
from bot.demo.shown import NoAnswer
from bot.demo.telegram import Telegram
from tests.bot.channels.telegram.running import PATIENCE, Bot, running

_NOTICE = "Det var många frågor på en minut. Jag svarar igen om en stund."
_NOW = 1_800_000_000.0


class Clock:
    """A time that a test sets."""

    def __init__(self) -> None:
        self.now = _NOW

    def __call__(self) -> float:
        """The time."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    """A time that stands still."""
    return Clock()


@pytest.fixture
def limits(clock: Clock) -> Limits:
    """Fifteen a minute."""
    return Limits(15, clock)


def _turn(assistant: Assistant, update: dict[str, Any]) -> Turn:
    found = Update.de_json({"update_id": 1, **update})
    nothing = cast(Any, SimpleNamespace())
    return Turn(found, assistant, nothing, Me(7, "kommunmal_bot"))


def _message(text: str, at: float, user: int = 1, chat: int = 1) -> dict[str, Any]:
    kind = "private" if chat > 0 else "supergroup"
    person = {"id": user, "is_bot": False, "first_name": "A"}
    return {
        "message": {"message_id": 5, "date": int(at), "text": text, "from": person,
                    "chat": {"id": chat, "type": kind, "title": "T"}}
    }  # fmt: skip


def _typed(text: str, user: int = 1) -> dict[str, Any]:
    person = {"id": user, "is_bot": False, "first_name": "A"}
    return {"inline_query": {"id": "9", "from": person, "query": text, "offset": ""}}


def _pressed(data: str, user: int = 1) -> dict[str, Any]:
    person = {"id": user, "is_bot": False, "first_name": "A"}
    return {"callback_query": {"id": "9", "from": person, "chat_instance": "1", "data": data}}


def test_one_notice_then_silence_then_answers(
    assistant: Assistant, limits: Limits, clock: Clock
) -> None:
    """A minute after the first question there is room for one again; others are not held up."""
    turn = _turn(assistant, _message("Hej", _NOW))
    said = [limits.judge(turn) for _ in range(20)]

    assert said == ["answer"] * 15 + ["notice"] + ["silence"] * 4
    assert limits.judge(_turn(assistant, _message("Hej", _NOW, user=2, chat=2))) == "answer"
    clock.now += 60
    assert limits.judge(_turn(assistant, _message("Hej", clock.now))) == "answer"


def test_a_person_counts_wherever_they_ask(assistant: Assistant, limits: Limits) -> None:
    """In private, in groups, inline and by buttons; talk that is not for the bot counts not."""
    asked = [
        _message("Hej", _NOW), _message("/vision Värnamo", _NOW, chat=-5), _typed("trygghet"),
        _pressed("1|sq|goals|0683|"),
    ]  # fmt: skip
    asked[1]["message"]["entities"] = [{"type": "bot_command", "offset": 0, "length": 7}]
    for _ in range(30):
        assert limits.judge(_turn(assistant, _message("Prat", _NOW, chat=-5))) == "answer"
    said = [limits.judge(_turn(assistant, asked[n % 4])) for n in range(16)]

    assert said == ["answer"] * 15 + ["notice"]


def test_a_crowd_takes_a_bounded_room(
    assistant: Assistant, limits: Limits, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of more people in a minute, who was silent the longest is forgotten; who floods is not."""
    monkeypatch.setattr(module, "_MOST_PEOPLE", 3)
    one, two, three, four = (
        [_turn(assistant, _message("Hej", _NOW, user=n, chat=n))] * 16 for n in range(1, 5)
    )
    for turn in (*one[:15], *two[:15]):
        assert limits.judge(turn) == "answer"
    assert limits.judge(one[15]) == "notice"
    for turn in (three[0], four[0]):
        assert limits.judge(turn) == "answer"

    assert limits.judge(one[15]) == "silence"
    assert limits.judge(two[15]) == "answer"


def test_typing_on_is_one_question(assistant: Assistant, limits: Limits) -> None:
    """Telegram asks with every letter; a new word is a new question, and so is the same again."""
    words = "vilka mål har Värnamo för miljön"
    said = {limits.judge(_turn(assistant, _typed(words[:n]))) for n in range(1, len(words))}
    assert said == {"answer"}

    again = [limits.judge(_turn(assistant, _typed("skola"))) for _ in range(16)]
    assert again[:13] == ["answer"] * 13
    assert "notice" in again


def test_opening_and_going_back_are_no_questions(assistant: Assistant, limits: Limits) -> None:
    """Sixty a minute; nobody's fingers are faster."""
    turn = _turn(assistant, _pressed("1|so|varnamo-vision"))
    said: list[Verdict] = [limits.judge(turn) for _ in range(62)]

    assert said == ["answer"] * 60 + ["notice", "silence"]


def test_what_waited_while_the_bot_was_away_is_answered(
    assistant: Assistant, limits: Limits
) -> None:
    """Its minute has passed."""
    turn = _turn(assistant, _message("Hej", _NOW - 61))

    assert {limits.judge(turn) for _ in range(40)} == {"answer"}


def test_people_who_went_are_forgotten(assistant: Assistant, limits: Limits, clock: Clock) -> None:
    """What is counted does not grow with all who ever asked."""
    for user in range(1, 10_001):
        limits.judge(_turn(assistant, _typed("a", user)))
    clock.now += 61
    limits.judge(_turn(assistant, _typed("a", 20_000)))

    assert len(limits._people) == 1


@pytest.fixture(scope="module")
def limited(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bot]:
    """A bot that takes three questions a minute."""
    folder = tmp_path_factory.mktemp("limits")
    with running(database, folder, TELEGRAM_QUESTIONS_A_MINUTE="3") as started:
        yield started


def test_over_http(limited: Bot) -> None:
    """As people see it; a button always stops waiting."""
    telegram = limited.telegram
    anna = telegram.user("Anna")
    first = anna.ask("Vad är Värnamos vision?")
    for _ in range(5):
        anna.send("/vision Ljungby")
    telegram.settle(quiet=1.5)
    texts = [one.text for one in anna.chat.replies]

    assert len(texts) == 4
    assert texts[-1] == _NOTICE
    pressed = anna.press_data(first, "1|sq|goals|0683|")
    assert (pressed.answered, pressed.notice) == (True, "")
    assert telegram.user("Bo").ask("/vision Ljungby").text
    assert telegram.refused() == []


def test_inline_over_http(limited: Bot) -> None:
    """The notice stands on the button above the results, once."""
    cara = limited.telegram.user("Cara")
    for words in ("skola", "miljö", "trygghet"):
        assert cara.type_inline(words).results
    over = cara.type_inline("kultur")

    assert over.results == []
    assert (over.button or {})["text"] == "Vänta en stund"
    with pytest.raises(NoAnswer):
        cara.type_inline("fritid", timeout=0.5)


def test_telegram_wants_it_slower(database: Path, tmp_path: Path) -> None:
    """Its limits are kept, so it refuses nothing; what it puts off all the same comes in order,
    each once; other chats do not wait for it.
    """
    with Telegram(flood_limits=True, timeout=PATIENCE) as telegram:
        bot = Bot(telegram, database, tmp_path)
        try:
            bot.start(TELEGRAM_MESSAGES_A_SECOND="30")
            anna, bo = telegram.user("Anna"), telegram.user("Bo")
            names = ["Värnamo", "Ljungby", "Jokkmokk", "Överkalix", "Övertorneå"]
            for name in names:
                anna.send(f"/kallor {name}")
            assert bo.ask("/vision Ljungby", timeout=2).text
            telegram.until(lambda: len(anna.chat.replies) == len(names) or None, PATIENCE)
            kept = list(telegram.refused())
            later = telegram.faults.add(faults.flood("sendMessage", times=3))
            for name in names:
                anna.send(f"/kallor {name}")
            telegram.until(lambda: len(anna.chat.replies) == 2 * len(names) or None, PATIENCE)
        finally:
            bot.stop()

    assert kept == []
    assert [reply.text.splitlines()[2] for reply in anna.chat.replies] == 2 * names
    assert later.hits == 3
