"""What of daily life is asked by what there is to do, how one does it, and whose work it is.

"Can I drink the water?", "How do I do that?", "Who is responsible for schools?".
"""

from collections.abc import Sequence

from bot.understanding.at_hand import A_SAY, NO_PLACE, Things, asks_of_words
from bot.understanding.clauses import clause_words


def is_errand(words: Sequence[str], things: Things) -> bool:
    """Whether somebody has something to do, or asks who does it."""
    if asks_of_words(words):
        return False
    return (
        _is_done_by_oneself(words, things) or _is_in_charge(words, things) or _is_collected(words)
    )


def is_pastime(words: Sequence[str], things: Things) -> bool:
    """Whether pastimes for somebody are asked for: "what activities are there for kids?"."""
    told = clause_words()
    offered = told["is_offered"] | told["being"]
    asks = words[0] in told["which"] and words[1] in told["pastimes"] and words[2] in offered
    return asks and any(not told["for_use"].isdisjoint(words[at - 1 : at + 1]) for at in things)


# Where "that" stands at the earliest ("hur gör jag det"), and how short such a question is.
_BACK, _SHORT = 3, 7


def is_way_to_it(words: Sequence[str]) -> bool:
    """Whether one asks how oneself does what was just told: "how do I do that?"."""
    told = clause_words()
    back = next((at for at in range(_BACK, len(words)) if words[at] in told["that"]), 0)
    does = {words[back - 1], words[1] if back == _BACK else ""}
    asks = words[0] in told["how"] and bool(back) and not told["does_so"].isdisjoint(does)
    return asks and not told["me"].isdisjoint(words[2:back]) and len(words) <= _SHORT


_TO_DO = (["att", "gora"], ["to", "do"])


def is_to_do(words: Sequence[str]) -> bool:
    """Whether it is asked what there is to do: "vad finns det att göra på fritiden?"."""
    told = clause_words()
    after = [word for word in words[1:5] if word not in told["there_is"]]
    opens = words[0] in told["what"] and not told["is_there"].isdisjoint(words[1:2])
    return opens and after[1:3] in _TO_DO and not asks_of_words(words)


def _is_done_by_oneself(words: Sequence[str], things: Things) -> bool:
    """Whether one asks to do something: "can I drink the water?", "where can I find jobs?"."""
    told = clause_words()
    if words[0] in told["where"] and words[1] in told["can"] and words[2] in told["me"]:
        return any(hit.group not in A_SAY for hit in things.values())
    asks = words[0] in told["can"] and words[1] in told["me"]
    had = any(hit.group not in A_SAY for hit in things.values())
    return asks and had and words[2] in told["does_oneself"]


def _is_in_charge(words: Sequence[str], things: Things) -> bool:
    """Whether it is asked whose work a thing is: "who is responsible for schools?"."""
    told = clause_words()
    runs = told["duty"] | told["runs"]
    asks = words[0] in told["whom"] and not runs.isdisjoint(words[1:4])
    return asks and any(hit.group not in NO_PLACE for hit in things.values())


def _is_collected(words: Sequence[str]) -> bool:
    """Whether it is asked when somebody does a round: "when do you pick up the trash?"."""
    told = clause_words()
    return words[0] in told["when"] and not told["collects"].isdisjoint(words[1:])
