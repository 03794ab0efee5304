"""What a term is that stands on one page alone: "Vad är RUS?", "vad är processledning?"."""

from collections.abc import Sequence

from bot.answering.across.wording import stands_together
from bot.answering.answer import Answer, said
from bot.answering.desk import MOST, Desk
from bot.answering.finding import Wanted, find_anywhere
from bot.answering.statements import explaining
from bot.understanding.question import Question
from bot.understanding.term_asked import term_asked
from knowledge.models import Aspect
from knowledge.rows import StatementRow
from knowledge.text import stem, words

_SHOWN, _LONG = 2, 8


def answer_term(desk: Desk, question: Question) -> Answer | None:
    """What the page says of the term, and whether it explains it.

    What stands on several pages, or on none, may mean anything.
    """
    rows = _with_the_term(desk, question)
    if len({row.municipality for row in rows}) != 1:
        return None
    if explains := [row for row in rows if Aspect.MEANING in row.about]:
        rest = (row for row in rows if row not in explains)
        return explaining(desk, [*explains, *rest][:MOST])
    return desk.answer(said("The page says no more about this than:"), rows[:_SHOWN])


def _with_the_term(desk: Desk, question: Question) -> list[StatementRow]:
    folded = question.reading.folded
    term = [stem(folded[at]) for at in term_asked(question.reading)]
    if question.named or not term or not question.words.issuperset(term):
        return []
    found = find_anywhere(desk.store, Wanted(words=term))
    held = [one.entry for one in found if all(f"w:{word}" in one.terms for word in term)]
    if len(held) > MOST:
        # "Mål" is everybody's word.
        return []
    rows = desk.store.statements(held).values()
    return [row for row in rows if _stands_in(row, term, question)]


def _stands_in(row: StatementRow, term: Sequence[str], question: Question) -> bool:
    """Whether a term stands on the page; of an English question, in our translation of it too.

    A short word is anybody's ("strong"), unless the page writes it as an abbreviation.
    """
    swedish = question.language == "sv"
    texts = (row.original,) if swedish else (row.original, row.translation)
    written = (word for text in texts for word in words(text) if stem(word.folded) in term)
    telling = any(len(word.raw) >= _LONG or word.raw.isupper() for word in written)
    return telling and any(stands_together(term, text) for text in texts)
