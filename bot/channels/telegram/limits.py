"""How much one person may ask in a minute: then one notice, then silence until it has passed."""

import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from telegram import InlineQueryResultsButton

from bot.channels.telegram.addressing import command_of, question_of
from bot.channels.telegram.reaction import NOTHING, AnswerInline, AnswerPress, Reaction
from bot.channels.telegram.turn import Turn
from bot.rendering.telegram_markup import text
from bot.rendering.telegram_press import read_press
from knowledge.marking import marked

Verdict = Literal["answer", "notice", "silence"]
Kind = Literal["question", "other"]

_MINUTE = 60.0
# Opening and going back, and what is typed on, are no questions; nobody's fingers are this fast.
_OTHERS_TO_A_QUESTION = 4
_ASKING = {"ask", "more", "compare", "sources", "share", "missing", "picture"}
_MOST_PEOPLE = 10_000
_WAIT = marked("Wait a moment")
_TOO_MANY = marked("That was a lot of questions in a minute. I answer again in a moment.")


@dataclass(slots=True)
class _Lately:
    """When somebody asked and did other things, in the last minute."""

    times: dict[Kind, deque[float]] = field(
        default_factory=lambda: {"question": deque(), "other": deque()}
    )
    noticed: bool = False
    typed: str = ""

    def forget_before(self, moment: float) -> None:
        for times in self.times.values():
            while times and times[0] <= moment:
                times.popleft()


class Limits:
    """Counts what people ask, in this process alone. `questions` a minute; 0 for no limit."""

    def __init__(self, questions: int, now: Callable[[], float] = time.time) -> None:
        self._most: dict[Kind, int] = {
            "question": questions,
            "other": _OTHERS_TO_A_QUESTION * questions,
        }
        self._now = now
        # Who did something last stands last.
        self._people: OrderedDict[int, _Lately] = OrderedDict()

    def judge(self, turn: Turn) -> Verdict:
        """Count an update, and say what becomes of it; call it once for each."""
        who, now = _person(turn), self._now()
        if not self._most["question"] or who is None or not concerns_us(turn):
            return "answer"
        if _waited(turn, now):
            # It waited while the bot was away: its minute has long passed.
            return "answer"
        lately = self._people.setdefault(who, _Lately())
        lately.forget_before(now - _MINUTE)
        self._people.move_to_end(who)
        self._make_room(now - _MINUTE)
        kind = _kind(turn, lately)
        times = lately.times[kind]
        if len(times) < self._most[kind]:
            times.append(now)
            lately.noticed = False
            return "answer"
        if lately.noticed:
            return "silence"
        lately.noticed = True
        return "notice"

    def _make_room(self, moment: float) -> None:
        """Forget those who did nothing since; of too many, who has been silent the longest."""
        while len(self._people) > 1:
            who, lately = next(iter(self._people.items()))
            lately.forget_before(moment)
            if len(self._people) <= _MOST_PEOPLE and any(lately.times.values()):
                return
            del self._people[who]


def held_back(turn: Turn, verdict: Verdict) -> Reaction:
    """What somebody over the limit gets: the notice, or nothing; a button always stops waiting."""
    words = turn.phrases(turn.spoken)(_TOO_MANY) if verdict == "notice" else ""
    if turn.update.callback_query:
        return Reaction([AnswerPress(turn.press.id, words)])
    if not words:
        return NOTHING
    if turn.update.inline_query:
        button = InlineQueryResultsButton(
            turn.phrases(turn.fallback)(_WAIT), start_parameter="start"
        )
        return Reaction([AnswerInline(turn.inline.id, [], button, personal=True, cache_seconds=0)])
    return Reaction([turn.send(text(words))])


def _person(turn: Turn) -> int | None:
    """Who counts; anonymous administrators share Telegram's user and are told apart by chat."""
    message = turn.update.message or turn.update.edited_message
    if message and message.sender_chat:
        return message.sender_chat.id
    return turn.user.id if turn.user else None


def concerns_us(turn: Turn) -> bool:
    """Talk in a group that is not for the bot counts for nothing."""
    if not (turn.update.message or turn.update.edited_message) or turn.private:
        return True
    return command_of(turn) is not None or question_of(turn) is not None


def _waited(turn: Turn, now: float) -> bool:
    message = turn.update.message
    return message is not None and now - message.date.timestamp() > _MINUTE


def _kind(turn: Turn, lately: _Lately) -> Kind:
    if turn.update.inline_query:
        before, lately.typed = lately.typed, turn.inline.query
        longer, shorter = sorted((before, lately.typed), key=len, reverse=True)
        # Telegram asks with every letter or two: what is typed on is one question.
        return (
            "other" if before and longer != shorter and longer.startswith(shorter) else "question"
        )
    if turn.update.callback_query:
        press = read_press(turn.press.data)
        return "question" if press and press.action in _ASKING else "other"
    return "question"
