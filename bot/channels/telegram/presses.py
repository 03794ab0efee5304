"""Buttons pressed. What they carry may be old or forged: each is checked, each is answered."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from telegram import InlineKeyboardButton, Message

from bot.answering.asks import Ask
from bot.channels.telegram import own, pictures, sharing
from bot.channels.telegram.answers import source_pages
from bot.channels.telegram.questions import asked, context_from, full_intent
from bot.channels.telegram.reaction import (
    AnswerPress,
    Call,
    Edit,
    EditButtons,
    Effect,
    Reaction,
    Send,
)
from bot.channels.telegram.remarks import PROMPT
from bot.channels.telegram.turn import Turn
from bot.memory.memory import Memory
from bot.rendering.telegram_html import answer_pages, opened_pages
from bot.rendering.telegram_keyboards import Shown, shown_by, without
from bot.rendering.telegram_markup import Markup, text
from bot.rendering.telegram_press import Action, Press, read_press
from knowledge.marking import marked
from knowledge.models import Language
from knowledge.rows import StatementRow

# None: what the button is for is no longer there.
Does = Callable[[Turn, Press, Message], Reaction | None]

_OLD = marked("That button is from an older version of me. Ask your question again.")
_GONE = marked("That is no longer here. Ask your question again.")


def on_press(turn: Turn) -> Reaction:
    """Do what a button is for, and answer the press before all else."""
    press, message = read_press(turn.press.data), turn.press.message
    if press is None or not isinstance(message, Message):
        return Reaction([AnswerPress(turn.press.id, turn.phrases(turn.spoken)(_OLD))])
    found = _DOES[press.action](turn, press, message)
    if found is None:
        return Reaction([AnswerPress(turn.press.id, turn.phrases(press.language)(_GONE))])
    calls = found.calls if message.is_accessible else _anew(found.calls)
    if not any(isinstance(call, AnswerPress) for call in calls):
        calls = [AnswerPress(turn.press.id), *calls]
    return replace(found, calls=calls)


def _anew(calls: Sequence[Call]) -> list[Call]:
    """What would change a message that is gone comes as a new one."""
    return [
        Send(call.chat, call.page, call.keyboard) if isinstance(call, Edit) else call
        for call in calls
        if not isinstance(call, EditButtons)
    ]


def _ask(turn: Turn, press: Press, message: Message) -> Reaction | None:
    codes = tuple(code for code in press[1].split("+") if code)
    question = Ask(press[0], codes, press[2]).said(turn.assistant.store)
    if question is None:
        return None
    return asked(turn, turn.phrases(press.language).say(question), language=press.language)


def _open(turn: Turn, press: Press, message: Message) -> Reaction | None:
    row = turn.assistant.store.statement(press[0])
    if row is None:
        return None
    shown = shown_by(message.reply_markup)
    first, *others = _opened(turn, press.language, row, _first_line(message))
    keyboard = turn.keyboards(press.language).opened(shown, row)

    def keep(memory: Memory, _: Sequence[int | None]) -> None:
        before = turn.context or context_from(turn, shown)
        memory.conversations.keep(
            turn.who, replace(before, language=press.language, shown=(row.id,))
        )

    edit = Edit(message.chat.id, message.message_id, first, keyboard)
    return Reaction([edit, *map(turn.send, others)], [keep])


def _opened(turn: Turn, language: Language, row: StatementRow, heading: str) -> list[Markup]:
    """The statement with as many of its explanations as one message holds."""
    children = turn.assistant.store.children([row.id])
    while True:
        opened = turn.desk.answer(None, [row, *children])
        laid = opened_pages(opened, turn.assistant.today(), turn.phrases(language), heading)
        if len(laid) == 1 or not children:
            return laid
        children = children[:-1]


def _back(turn: Turn, press: Press, message: Message) -> Reaction | None:
    shown = shown_by(message.reply_markup)
    rows = _rows(turn, shown)
    if not rows:
        return None
    rest = turn.context.rest if turn.context and rows[0].id in turn.context.listed else ()
    answer = turn.desk.answer(None, rows, rest=rest)
    phrases = turn.phrases(press.language)
    page = answer_pages(answer, turn.assistant.today(), phrases, _first_line(message))[0]
    keyboard = turn.keyboards(press.language).answer(answer, full_intent(shown.asked))
    return Reaction([Edit(message.chat.id, message.message_id, page, keyboard)])


def _more(turn: Turn, press: Press, message: Message) -> Reaction | None:
    context = turn.context
    if context is None or not context.rest or press[0] not in (*context.shown, *context.listed):
        return None
    phrases = turn.phrases(press.language)
    return asked(turn, phrases("Show more."), context=context, language=press.language)


def _translate(turn: Turn, press: Press, message: Message) -> Reaction | None:
    """The same reply in the other language, in place."""
    rows = _rows(turn, shown_by(message.reply_markup))
    if not rows:
        return None
    other: Language = "en" if press.language == "sv" else "sv"
    context = context_from(turn, shown_by(message.reply_markup))
    phrases = turn.phrases(other)
    reply = turn.assistant.reply(phrases("Say it in English."), context, language=other)
    pages = answer_pages(reply.answer, turn.assistant.today(), phrases)
    keyboard = turn.keyboards(other).answer(reply.answer, context.intent)
    edit = Edit(message.chat.id, message.message_id, pages[0], keyboard)
    return Reaction([edit, *map(turn.send, pages[1:])], [turn.remembers(reply)])


def _vote(turn: Turn, press: Press, message: Message) -> Reaction:
    """Count it once: the thumbs then go from under the message."""
    statement = turn.assistant.store.statement(press[1])
    asked_for = full_intent(press[0]) or "other"
    good = press.action == "good"
    phrases = turn.phrases(press.language)
    if not any(read_press(b.callback_data) == press for b in _buttons(message)):
        return Reaction([AnswerPress(turn.press.id, phrases("That is counted already."))])
    keyboards = turn.keyboards(press.language)
    missing = [] if good else [keyboards.button(phrases("Say what was missing"), "missing")]
    left = without(message.reply_markup, ("good", "bad"), missing)

    def count(memory: Memory, _: Sequence[int | None]) -> None:
        memory.feedback.vote(statement.id if statement else "", asked_for, good)

    thanks = phrases("Thank you!")
    return Reaction(
        [
            AnswerPress(turn.press.id, thanks),
            EditButtons(message.chat.id, message.message_id, left),
        ],
        [count],
    )


def _missing(turn: Turn, press: Press, message: Message) -> Reaction:
    phrases = turn.phrases(press.language)
    prompt = phrases("What was missing")
    return Reaction([turn.send(text(phrases(PROMPT)), prompt=prompt)])


def _language(turn: Turn, press: Press, message: Message) -> Reaction | None:
    chosen: Language | None = "sv" if press[0] == "sv" else "en" if press[0] == "en" else None
    if chosen is None:
        return None
    effect = own.chooses(turn, language=chosen)
    return _told(message, own.told_language(turn, chosen), effect)


def _home(turn: Turn, press: Press, message: Message) -> Reaction | None:
    place = turn.assistant.store.municipality(press[0])
    if press[0] != "none" and (place is None or not place.covered):
        return None
    effect = own.chooses(turn, home=place.code if place else "")
    return _told(message, own.told_home(turn, place, press.language), effect)


def _told(message: Message, line: str, effect: Effect) -> Reaction:
    return Reaction([Edit(message.chat.id, message.message_id, text(line))], [effect])


def _compare(turn: Turn, press: Press, message: Message) -> Reaction | None:
    store, phrases = turn.assistant.store, turn.phrases(press.language)
    place = store.municipality(press[0])
    if place is None or not place.covered:
        return None
    # Neighbours first: they are what people compare with.
    others = sorted(
        (one for one in store.covered if one != place), key=lambda one: one.county != place.county
    )
    keyboard = turn.keyboards(press.language).choices(
        others, lambda other: ("ask", ("compare", f"{place.code}+{other.code}", ""))
    )
    line = phrases("Compare {place} with which municipality?", place=place.name)
    return Reaction([turn.send(text(line), keyboard=keyboard)])


def _sources(turn: Turn, press: Press, message: Message) -> Reaction | None:
    place = turn.assistant.store.municipality(press[0])
    if place is None or not place.covered:
        return None
    laid = source_pages(turn, (place,), press.language)
    return Reaction([turn.send(page) for page in laid])


def _rows(turn: Turn, shown: Shown) -> list[StatementRow]:
    return [row for one in shown.ids if (row := turn.assistant.store.statement(one))]


def _first_line(message: Message) -> str:
    """The answer in one line, which opening a statement leaves where it stands."""
    return (message.text or "").partition("\n")[0]


def _buttons(message: Message) -> list[InlineKeyboardButton]:
    rows = message.reply_markup.inline_keyboard if message.reply_markup else ()
    return [button for row in rows for button in row]


_DOES: Mapping[Action, Does] = {
    "ask": _ask,
    "open": _open,
    "back": _back,
    "more": _more,
    "good": _vote,
    "bad": _vote,
    "missing": _missing,
    "translate": _translate,
    "language": _language,
    "home": _home,
    "compare": _compare,
    "sources": _sources,
    "share": sharing.share,
    "picture": pictures.on_button,
}
