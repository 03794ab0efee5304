"""Those who work somewhere are not those who live there: "How many people work in Värnamo?"."""

from collections.abc import Iterable, Sequence

from bot.understanding.clauses import clause_words
from bot.understanding.patterns import Hit
from knowledge.text import Word

_EVERYBODY = frozenset({"topic.population", "ask.population"})
# Between the people and what they do: "people in Värnamo work", "people who work".
_BETWEEN = 3


def of_those_who_work(found: Sequence[Word], hits: Iterable[Hit]) -> set[Hit]:
    """Cues of a population that are counted for their work: how many live there is no answer."""
    told = clause_words()
    return {
        hit
        for hit in hits
        if hit.group in _EVERYBODY
        and any(word.folded in told["counts"] for word in found[max(hit.start - 1, 0) : hit.end])
        and any(word.folded in told["is_employed"] for word in found[hit.end : hit.end + _BETWEEN])
    }
