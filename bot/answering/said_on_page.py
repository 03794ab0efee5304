"""Whose words they are that stand on a page: "Who said the goals are limited in number?"."""

from collections.abc import Sequence

from bot.answering.answer import Answer, said
from bot.answering.desk import MOST, Desk, intents
from bot.answering.fact_lines import short_fact
from bot.answering.finding import Wanted, find_anywhere
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from bot.understanding.quotations import quotations
from knowledge.rows import StatementRow
from knowledge.text import folded_words

# One word is everybody's.
_PHRASE = 2
# What asks who says something, or where; "which municipality says it" is asked of all.
_OF_WORDS = frozenset({"person", "document", "off_topic"})


def answer_said(desk: Desk, question: Question) -> Answer | None:
    """The statements with these words, and who says them or that it is the page itself."""
    cues, claimed = question.reading.cues, _after_lead(question)
    who = bool(claimed) or "ask.person" in cues
    asked = bool(claimed) or question.intent in _OF_WORDS
    if question.named or not question.words or not (asked and (who or "ask.document" in cues)):
        return None
    phrases = [folded_words(text) for text in quotations(question.reading.text)]
    phrases = [phrase for phrase in phrases or [claimed] if len(phrase) >= _PHRASE]
    rows = _holding(desk, question, phrases) if phrases else []
    if not rows:
        return None
    if not who:
        return desk.answer(said("It is on the municipality's own page; the link is below."), rows)
    if any(row.person for row in rows):
        spoken = [row for row in rows if row.person]
        return desk.answer(short_fact(desk, question, intents()["person"], spoken, None), spoken)
    return desk.answer(
        said("These are the municipality's own words; the page names no one for them."), rows
    )


def _after_lead(question: Question) -> tuple[str, ...]:
    """What somebody is asked to have said: "vem sa att …", "who says …"."""
    words, told = question.reading.folded, clause_words()
    if words[:1] not in {("vem",), ("who",)}:
        return ()
    says = (at for at in range(1, min(len(words), _LEAD)) if words[at] in told["says"])
    start = next(says, len(words)) + 1
    return words[start + (words[start : start + 1] in {("att",), ("that",)}) :]


# "Vem är det som har sagt".
_LEAD = 6


def _holding(
    desk: Desk, question: Question, phrases: Sequence[Sequence[str]]
) -> list[StatementRow]:
    found = find_anywhere(desk.store, Wanted(words=question.words))[:_LOOKED_AT]
    rows = desk.store.statements([one.entry for one in found]).values()
    return [row for row in rows if any(_stands(phrase, row) for phrase in phrases)][:MOST]


_LOOKED_AT = 40


def _stands(phrase: Sequence[str], row: StatementRow) -> bool:
    """Whether the words stand in a statement one after the other."""
    spelled = f" {' '.join(phrase)} "
    texts = (row.original, row.translation)
    return any(spelled in f" {' '.join(folded_words(text))} " for text in texts)
