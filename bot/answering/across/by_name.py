"""Who uses the very word that a topic is asked by: "Which municipalities mention welfare?"."""

from bot.answering.across.years import ByPlace
from bot.answering.answer import Said, Word, said
from bot.answering.desk import Desk
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from knowledge.models import Kind
from knowledge.rows import StatementRow
from knowledge.text import folded_words, stem

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
        return said("None uses the word {word} itself.", word=Word(word))
    return said("The word {word} itself is used by {places}.", word=Word(word), places=places)


def _word_mentioned(question: Question) -> tuple[str, str] | None:
    """The one word that names the topics where it is asked who mentions it, and its stem."""
    reading = question.reading
    named = {(h.start, h.end) for h in reading.hits if h.group.startswith("topic.")}
    # "Who has management by objectives?" asks for a thing by its name, too.
    kinds = {(h.start, h.end) for h in reading.hits if h.group == f"kind.{Kind.STEERING}"}
    mentions = not clause_words()["mentions"].isdisjoint(reading.folded)
    if len(named) != 1 or not (mentions or named <= kinds):
        return None
    start, end = named.pop()
    word, body = reading.words[start], stem(reading.folded[start])
    typed = reading.text[word.start : word.end].lower()
    return (typed, body) if end == start + 1 and len(body) >= _SHORTEST else None


def _has(row: StatementRow, body: str, question: Question) -> bool:
    """Whether the word stands in a statement, also in a longer one ("livsmiljö")."""
    text = row.original if question.language == "sv" else f"{row.original} {row.translation}"
    return any(body in word for word in folded_words(text))
