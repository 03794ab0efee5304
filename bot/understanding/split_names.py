"""Names typed or dictated as two words: "jokk mokk", "över kalix"."""

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from bot.understanding.name_forms import Form, name_cues
from knowledge.text import Word

# Shorter words side by side may make many a name: "ha bo".
_SHORTEST_FIRST, _SHORTEST = 4, 7


def split_forms(words: Sequence[Word], names: Collection[str]) -> Iterable[Form]:
    """What two words side by side spell together, where that is one of the names, folded.

    "Över Kalix" is Överkalix only where no "över" can stand: "en översikt över Kalix mål" is not.
    """
    for position, (first, second) in enumerate(pairwise(words)):
        folded = first.folded + second.folded
        if len(first.folded) < _SHORTEST_FIRST or len(folded) < _SHORTEST:
            continue
        lower = first.lower + second.lower
        for key, ending in ((folded, ""), (folded.removesuffix("s"), "s")):
            if key in names and _is_one_name(words, position, names):
                spelled = lower.removesuffix(ending)
                yield Form(key, spelled, position, position + 2, bool(ending))
                break


def _is_one_name(words: Sequence[Word], position: int, names: Collection[str]) -> bool:
    last = words[position + 1].folded
    if not (last in names or last.removesuffix("s") in names):
        return True
    before = words[position - 1].folded if position else ""
    return not position or before in name_cues()["before_split"]
