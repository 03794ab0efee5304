"""What is done for a thing, or that it grows, is not the thing: "Who would fund theatre?"."""

from collections.abc import Iterable, Sequence

from bot.understanding.clauses import clause_words
from bot.understanding.patterns import Hit
from knowledge.text import Word

_MEANT_BY_THEM = frozenset({
    "topic.investment", "topic.economy", "topic.growth", "kind.priority",
})  # fmt: skip


def efforts(found: Sequence[Word], hits: Iterable[Hit]) -> set[Hit]:
    """The hits on a verb like "fund" or "grow", where another thing is named that it is said of."""
    told = [hit for hit in hits if found[hit.start].folded in clause_words()["efforts"]]
    verbs = {hit for hit in told if hit.group in _MEANT_BY_THEM}
    starts = {hit.start for hit in told}
    things = (hit for hit in hits if hit.names_thing and hit.start not in starts)
    return verbs if verbs and any(things) else set()
