"""Inline mode: statements found as one types in any chat, sent with their source when chosen."""

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
)
from telegram.constants import ParseMode

from bot.answering.finding import Wanted, find_anywhere
from bot.channels.telegram.reaction import AnswerInline, Counted, Reaction
from bot.channels.telegram.turn import Turn
from bot.channels.telegram.typed import begun_with
from bot.rendering.deep_links import payload
from bot.rendering.telegram_html import answer_pages
from bot.rendering.telegram_markup import cut
from bot.rendering.wording import label
from knowledge.models import Kind, Language
from knowledge.rows import StatementRow

MOST = 50
# The knowledge changes when its files do; an hour old is fresh enough for all, a minute for one.
_SHARED_SECONDS, _PERSONAL_SECONDS = 3600, 60
_LONGEST_QUERY = 256
_LONGEST_DESCRIPTION = 120


def on_inline(turn: Turn) -> Reaction:
    """Results for what is typed: the municipalities, while nothing is."""
    query = turn.inline.query.strip()[:_LONGEST_QUERY]
    if not query:
        spoken, own = turn.fallback, True
        rows, start = _openings(turn), "start"
    else:
        spoken, own, rows, start = _found(turn, query)
    phrases = turn.phrases(spoken)
    results = [_result(turn, row, spoken) for row in rows[:MOST]]
    more = phrases("More in private") if results else phrases("Nothing found. Ask me in private")
    counted = Counted("answer" if rows else "unknown", None, spoken)
    return Reaction([
        AnswerInline(
            turn.inline.id,
            results,
            InlineQueryResultsButton(more, start_parameter=start),
            personal=own,
            cache_seconds=_PERSONAL_SECONDS if own else _SHARED_SECONDS,
        )
    ], counted=counted)  # fmt: skip


def _openings(turn: Turn) -> list[StatementRow]:
    """Each municipality by its vision, or what comes nearest to one; the own one first."""
    store = turn.assistant.store
    home = turn.choice.home
    found = []
    for place in sorted(store.covered, key=lambda place: place.code != home):
        for kind in (Kind.VISION, Kind.MISSION, Kind.GOAL, Kind.GOAL_AREA):
            rows = [row for row in store.of_kinds(place.code, [kind]) if row.replaced_by is None]
            if rows:
                found.append(rows[0])
                break
    return found


def _found(turn: Turn, query: str) -> tuple[Language, bool, list[StatementRow], str]:
    """The language, whether it is this person's own, the statements, and where to go on."""
    store = turn.assistant.store
    exact = store.statement(query)
    if exact is not None:
        return turn.fallback, True, [exact], exact.id
    question = turn.assistant.understand(query)
    spoken = question.language or turn.fallback
    own = question.language is None
    if question.covered:
        reply = turn.assistant.reply(query, language=spoken)
        rest = (row for one in reply.answer.rest if (row := store.statement(one)))
        topic = question.topics[0] if question.topics else ""
        rows = [*reply.answer.statements, *rest]
        return spoken, own, rows, payload(question.covered[0], store, topic)
    if question.uncovered:
        return spoken, own, [], payload(question.uncovered[0], store)
    wanted = Wanted(topics=question.topics, kinds=question.kinds, words=question.words)
    entries = [one.entry for one in find_anywhere(store, wanted)[: 2 * MOST]]
    by_entry = store.statements(entries)
    rows = [by_entry[entry] for entry in entries if entry in by_entry]
    return spoken, own, rows or begun_with(query, store, MOST), "start"


def _result(turn: Turn, row: StatementRow, spoken: Language) -> InlineQueryResultArticle:
    phrases = turn.phrases(spoken)
    page = answer_pages(turn.desk.answer(None, [row]), turn.assistant.today(), phrases)[0]
    ask = InlineKeyboardButton(phrases("Ask more"), url=turn.me.link(row.id))
    said = row.original if spoken == "sv" else row.translation
    return InlineQueryResultArticle(
        id=row.id,
        title=f"{row.municipality.name}: {label(row, phrases)}",
        description=cut(said, _LONGEST_DESCRIPTION),
        input_message_content=InputTextMessageContent(
            page.html,
            parse_mode=ParseMode.HTML,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        ),
        reply_markup=InlineKeyboardMarkup([[ask]]),
    )
