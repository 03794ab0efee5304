"""A word asked for as such: "Which municipalities use the word 'sustainable'?"."""

from collections.abc import Collection

from bot.answering.across.years import ByPlace
from bot.answering.desk import MOST, Desk
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from bot.understanding.reading import Reading
from knowledge.models import Municipality
from knowledge.rows import StatementRow
from knowledge.text import Word, fold, folded_words, stem

_SHORTEST = 3


def word_asked(question: Question) -> Word | None:
    """The word that a page is asked to use, where it is named as a word."""
    spelled = question.reading.words
    named = clause_words()["word"]
    for position, word in enumerate(spelled[:-1]):
        after = spelled[position + 1]
        if word.folded in named and len(after.folded) >= _SHORTEST and not _is_little(after):
            return after if position + 1 not in question.reading.named else None
    return _called(question.reading)


def _called(reading: Reading) -> Word | None:
    """The word that something is called by: "calls its citizens customers", "kallar sig grön"."""
    told = clause_words()
    words = reading.words[: reading.asking.end]
    at = next((i for i, word in enumerate(words) if word.folded in told["calls"]), len(words))
    rest = [word for word in words[at + 1 :] if word.folded not in told["a"] | told["oneself"]]
    said_of = words[at + 1 : at + 2]
    if said_of and said_of[0].folded in told["its"]:
        # "Its citizens".
        rest = rest[2:]
    elif not said_of or said_of[0].folded not in told["oneself"]:
        return None
    return rest[0] if len(rest) == 1 else None


def _is_little(word: Word) -> bool:
    """Whether it only says that the word stands there: "finns ordet med"."""
    return word.folded in clause_words()["stands_there"]


def denies_word(question: Question) -> bool:
    """Whether those are asked for that do not use it: "do not use the word climate"."""
    words_before = question.reading.folded
    named = clause_words()["word"] | clause_words()["calls"]
    at = next(i for i, word in enumerate(words_before) if word in named)
    return bool(clause_words()["lacks"].intersection(words_before[max(0, at - _SOON) : at]))


# So soon before the word stands what denies it.
_SOON = 4


def that_say(
    desk: Desk, question: Question, word: Word, places: Collection[Municipality]
) -> ByPlace:
    """The statements in which the word stands, inflected or in a longer word."""
    found: ByPlace = {}
    for place in list(places)[:MOST]:
        here = desk.store.of_municipality(place.code)
        rows = [row for row in here if says(row, word, question)]
        if question.kinds:
            rows = [row for row in rows if row.kind in question.kinds]
        if rows:
            found[place.code] = rows
    return found


def says(row: StatementRow, word: Word, question: Question) -> bool:
    """Whether the word stands in a statement; a Swedish one is looked for in the Swedish."""
    swedish = question.language == "sv"
    text = row.original if swedish else f"{row.original} {row.translation}"
    body = stem(word.folded)
    least = body if len(body) > _SHORTEST else fold(word.lower)
    return any(other.startswith(least) for other in folded_words(text))
