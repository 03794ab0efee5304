"""What all of them want, where nothing in particular is asked for: "Vad vill kommunerna?"."""

from collections.abc import Sequence
from itertools import pairwise

from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from knowledge.text import stem

_ASKING = frozenset({"ask.want", "ask.exists", "ask.future", "reach.overview"})


def asks_for_all_of_it(question: Question) -> bool:
    """Whether several are asked what they want or write, and no word says of what."""
    reading = question.reading
    if question.kinds or question.topics or question.narrow or question.counties or reading.years:
        return False
    asks = bool(_ASKING & reading.cues) and question.words <= _asking_words(question)
    return asks and _means_them_all(reading.folded)


def _means_them_all(words: Sequence[str]) -> bool:
    """Whether several are named as such; "which municipalities want …?" asks for some of them."""
    which, several = clause_words()["which"], clause_words()["several"]
    if any(one in which and other in several for one, other in pairwise(words)):
        return False
    return not (several | clause_words()["all"]).isdisjoint(words)


def _asking_words(question: Question) -> set[str]:
    """The stems of the words that ask, and name nothing: "sammanfatta", "in Sweden"."""
    asking = [hit for hit in question.reading.hits if hit.group.startswith(("ask.", "reach."))]
    words = question.reading.folded
    told = {stem(word) for hit in asking for word in words[hit.start : hit.end]}
    return told | {stem(word) for word in clause_words()["country"]}
