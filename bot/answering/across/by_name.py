"""Who uses the very word that a topic is asked by: "Which municipalities mention welfare?"."""

from collections.abc import Collection

from bot.answering.across.asked_about import things_beside
from bot.answering.across.tally import how_many_say
from bot.answering.across.years import ByPlace
from bot.answering.answer import Said, said
from bot.answering.answer import Word as AsWord
from bot.answering.desk import MOST, Desk
from bot.answering.literally import that_say
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from bot.understanding.subjects import subjects
from knowledge.models import Kind, Municipality
from knowledge.rows import StatementRow
from knowledge.text import Word, folded_words, stem

# A shorter word may stand in any other.
_SHORTEST = 4
# So many letters may be what a word has in common with its kin.
_ROOT = 5


def who_names_it(desk: Desk, question: Question, found: ByPlace) -> Said | None:
    """The line on who uses the word itself, where others only write of the topic in other words."""
    named = _word_mentioned(question)
    if named is None:
        return None
    word, body = named
    places = tuple(
        rows[0].municipality.name
        for code, rows in found.items()
        if any(_has(row, body, question) for row in desk.store.of_municipality(code))
    )
    if len(places) == len(found):
        return None
    if not places:
        near = [row for rows in found.values() for row in rows]
        if any(_has(row, body[:_ROOT], question) for row in near):
            # "Jämställt" is near enough to "jämställdhet".
            return None
        return said("None uses the word {word} itself.", word=AsWord(word))
    return said("The word {word} itself is used by {places}.", word=AsWord(word), places=places)


def who_uses_it(
    desk: Desk, question: Question, found: ByPlace, places: Collection[Municipality]
) -> Said | None:
    """The line on who uses the word asked about, where it is they that are found and no others."""
    word = _only_word(question)
    if word is None or question.kinds or len(places) > MOST:
        return None
    if that_say(desk, question, word, places).keys() != found.keys():
        return None
    names = [rows[0].municipality.name for rows in found.values()]
    return how_many_say(desk, _typed(question, word), names)


def _only_word(question: Question) -> Word | None:
    """The one word by which a topic or a thing is asked about."""
    named = {(hit.start, hit.end) for hit in subjects(question.reading, anywhere=False)}
    if len(named) != 1:
        return None
    start, end = named.pop()
    return question.reading.words[start] if end == start + 1 else None


def _typed(question: Question, word: Word) -> str:
    return question.reading.text[word.start : word.end].lower()


def _word_mentioned(question: Question) -> tuple[str, str] | None:
    """The one word that names the topics where it is asked who mentions it, and its stem."""
    reading = question.reading
    named = {(h.start, h.end) for h in reading.hits if h.group.startswith("topic.")}
    # "Who has management by objectives?" asks for a thing by its name, too.
    kinds = {(h.start, h.end) for h in reading.hits if h.group == f"kind.{Kind.STEERING}"}
    mentions = not clause_words()["mentions"].isdisjoint(reading.folded)
    if len(named) != 1 or not (mentions or named <= kinds) or things_beside(question):
        return None
    start, end = named.pop()
    word, body = reading.words[start], stem(reading.folded[start])
    return (_typed(question, word), body) if end == start + 1 and len(body) >= _SHORTEST else None


def _has(row: StatementRow, body: str, question: Question) -> bool:
    """Whether the word stands in a statement, also in a longer one ("livsmiljö")."""
    text = row.original if question.language == "sv" else f"{row.original} {row.translation}"
    return any(body in word for word in folded_words(text))
