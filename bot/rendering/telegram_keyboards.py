"""The buttons under replies. What a message shows can be read back from its own buttons."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup

from bot.answering.answer import Answer
from bot.answering.asks import Ask, ask_of
from bot.rendering.deep_links import payload
from bot.rendering.phrases import Phrases, phrases
from bot.rendering.picture.drawing import can_draw
from bot.rendering.picture.picture import MOST
from bot.rendering.telegram_html import citation, heads
from bot.rendering.telegram_press import Action, Press, read_press
from knowledge.marking import marked
from knowledge.models import Language, Municipality
from knowledge.rows import StatementRow
from knowledge.store import Store

_A_ROW = 6
_MOST_QUESTIONS = 3
_MOST_CHOICES = 24
_LONGEST_COPY = 256
# An intent's name beside the longest id must fit in a button; these are still all different.
_LONGEST_ASKED = 10

INTO: dict[Language, str] = {"en": marked("In English"), "sv": marked("In Swedish")}
# Answers that say what a picture shows.
WHOLES = frozenset({
    "goals", "vision", "mission", "values", "focus_areas", "goal_areas", "priorities",
    "perspectives", "overview", "compare",
})  # fmt: skip
Row = list[InlineKeyboardButton]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a message shows, as its buttons tell: statements in order, the kind of question."""

    ids: tuple[str, ...] = ()
    asked: str = ""
    language: Language | None = None


class Keyboards:
    """Makes the buttons of one language."""

    def __init__(self, language: Language, store: Store) -> None:
        self._language = language
        self._store = store
        self._phrases: Phrases = phrases(language, store)

    def answer(self, answer: Answer, intent: str, topic: str = "") -> InlineKeyboardMarkup | None:
        """Under an answer: its statements, what to ask next, what can be done with it."""
        asked = intent[:_LONGEST_ASKED]
        tops = heads(answer.statements)
        rows: list[Row] = self._numbers([row.id for row in tops], None)
        if len(tops) == 1:
            rows.append(self._single(tops[0], answer, asked))
        if answer.rest:
            rows.append([self._button(marked("More"), "more", tops[-1].id)])
        choices = answer.outcome == "clarify"
        rows += self._questions(answer, _MOST_CHOICES if choices else _MOST_QUESTIONS)
        if answer.outcome in {"answer", "unknown"} and answer.reason != "invalid_input":
            rows += self._picture(answer) if intent in WHOLES and not topic else []
            rows += self._about(tops, asked, topic if intent == "topic" else "")
        return _markup(rows)

    def opened(self, shown: Shown, row: StatementRow) -> InlineKeyboardMarkup | None:
        """Under an opened statement: the others, the way back, copy and share."""
        several = len(shown.ids) > 1
        rows = self._numbers(shown.ids, row.id) if several else []
        fields = (shown.asked,) if several else (shown.asked, row.id)
        back = self._button(marked("‹ Back"), "back", *fields)
        return _markup(
            [*rows, [back, *self._copy(row), self._button(marked("Share"), "share", row.id)]]
        )

    def alone(self, row: StatementRow) -> InlineKeyboardMarkup | None:
        """Under a statement that a link led to."""
        vision = Ask("all", (row.municipality.code,))
        ask = self._ask(vision)
        share = [*self._copy(row), self._button(marked("Share"), "share", row.id)]
        return _markup([share, [ask] if ask else []])

    def questions(self, asks: Iterable[Ask]) -> InlineKeyboardMarkup | None:
        """Whole questions, one a row."""
        return _markup([[button] for ask in asks if (button := self._ask(ask))])

    def choices(
        self,
        places: Sequence[Municipality],
        press: Callable[[Municipality], tuple[Action, tuple[str, ...]]],
        last: Row | None = None,
    ) -> InlineKeyboardMarkup | None:
        """Municipalities to choose from, two a row; `press` says what each does."""
        made = []
        for place in places[:_MOST_CHOICES]:
            action, fields = press(place)
            made.append(self.button(place.name, action, *fields))
        return _markup([*_rows(made, 2), last or []])

    @staticmethod
    def row(buttons: Row) -> InlineKeyboardMarkup | None:
        """A single row."""
        return _markup([buttons])

    def button(self, words: str, action: Action, *fields: str) -> InlineKeyboardButton:
        """A button with words of its own."""
        return InlineKeyboardButton(
            words, callback_data=Press(action, self._language, fields).data()
        )

    def _button(self, text: str, action: Action, *fields: str) -> InlineKeyboardButton:
        return self.button(self._phrases(text), action, *fields)

    def _numbers(self, ids: Sequence[str], current: str | None) -> list[Row]:
        if len(ids) < 2:
            return []
        made = [
            self.button(f"· {number} ·" if one == current else f"{number}", "open", one)
            for number, one in enumerate(ids, 1)
        ]
        return _rows(made, _A_ROW)

    def _single(self, row: StatementRow, answer: Answer, asked: str) -> Row:
        """For the only statement: more of it where there is more, else copy."""
        shown = {one.id for one in answer.statements}
        more = [one for one in self._store.children([row.id]) if one.id not in shown]
        opener = [self._button(marked("Read more"), "open", row.id)] if more else []
        return [*opener, *self._copy(row), self._button(marked("Share"), "share", row.id)]

    def _questions(self, answer: Answer, most: int) -> list[Row]:
        asks = [ask for one in answer.suggestions if (ask := ask_of(one, self._store))]
        return [[button] for ask in asks[:most] if (button := self._ask(ask))]

    def _ask(self, ask: Ask) -> InlineKeyboardButton | None:
        said = ask.said(self._store)
        if said is None:
            return None
        fields = (ask.key, "+".join(ask.codes), ask.topic)
        return self.button(self._phrases.say(said), "ask", *fields)

    def _picture(self, answer: Answer) -> list[Row]:
        """The same as a picture, where one can be drawn."""
        codes = tuple(dict.fromkeys(row.municipality.code for row in answer.statements))
        if not 1 <= len(codes) <= MOST or not can_draw():
            return []
        return [[self._button(marked("Show as picture"), "picture", "goals", "+".join(codes))]]

    def _about(self, tops: Sequence[StatementRow], asked: str, topic: str) -> list[Row]:
        rows: list[Row] = []
        places = list(dict.fromkeys(row.municipality for row in tops))
        if len(places) == 1:
            share = self._button(marked("Share"), "share", payload(places[0], self._store, topic))
            rows.append([
                self._button(marked("Compare"), "compare", places[0].code),
                self._button(marked("Sources"), "sources", places[0].code),
                *([share] if len(tops) > 1 else []),
            ])  # fmt: skip
        first = tops[0].id if tops else ""
        votes = [self.button("👍", "good", asked, first), self.button("👎", "bad", asked, first)]
        other: Language = "en" if self._language == "sv" else "sv"
        into = phrases(other, self._store)(INTO[other])
        only = (asked, first) if len(tops) == 1 else (asked,)
        translate = [self.button(into, "translate", *only)] if tops else []
        return [*rows, [*votes, *translate]]

    def _copy(self, row: StatementRow) -> Row:
        words = citation(row, self._phrases, _LONGEST_COPY)
        if words is None:
            return []
        return [
            InlineKeyboardButton(self._phrases(marked("Copy")), copy_text=CopyTextButton(words))
        ]


def shown_by(markup: InlineKeyboardMarkup | None) -> Shown:
    """What a message of ours shows, read from its buttons."""
    presses = [
        press
        for row in (markup.inline_keyboard if markup else ())
        for button in row
        if (press := read_press(button.callback_data))
    ]
    ids = [press[0] for press in presses if press.action == "open"]
    about = [press for press in presses if press.action in {"back", "translate", "good"}]
    if not ids:
        ids = [press[1] for press in about if press[1]]
    language = presses[0].language if presses else None
    return Shown(tuple(dict.fromkeys(ids)), about[0][0] if about else "", language)


def without(
    markup: InlineKeyboardMarkup | None, gone: Iterable[Action], instead: Row | None = None
) -> InlineKeyboardMarkup | None:
    """The buttons but for those of some actions; `instead` comes where the first stood."""
    left: list[Row] = []
    for row in markup.inline_keyboard if markup else ():
        kept = [one for one in row if not _does(one, gone)]
        if len(kept) < len(row) and instead:
            kept, instead = [*instead, *kept], None
        left.append(kept)
    return _markup(left)


def _does(button: InlineKeyboardButton, actions: Iterable[Action]) -> bool:
    press = read_press(button.callback_data)
    return press is not None and press.action in actions


def _rows(buttons: Sequence[InlineKeyboardButton], a_row: int) -> list[Row]:
    return [list(buttons[start : start + a_row]) for start in range(0, len(buttons), a_row)]


def _markup(rows: Iterable[Row]) -> InlineKeyboardMarkup | None:
    filled = [row for row in rows if row]
    return InlineKeyboardMarkup(filled) if filled else None
