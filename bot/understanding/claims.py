"""What a message claims: that something is there no more, or is not there at all."""

from itertools import pairwise

from bot.understanding.clauses import clause_words, only_beside
from bot.understanding.figures import figure_asked
from bot.understanding.ordinal_words import listed_words
from bot.understanding.ordinals import numbered
from bot.understanding.reading import Reading
from bot.understanding.tags import frame_end


def claims_gone(reading: Reading) -> bool:
    """Whether it is claimed that something is there no more: "no longer", "has been dropped"."""
    asking, words = asking_words(reading), clause_words()
    if asking & words["lacks"]:
        return bool(asking & words["longer"])
    return bool(asking & words["gone"])


def denies(reading: Reading) -> bool:
    """Whether something is denied in what is asked: "Is it true that it has no vision?"."""
    asked = reading.folded[reading.asking.start : reading.asking.end]
    # "Är det inte så att …?" doubts nothing of what follows.
    return not clause_words()["lacks"].isdisjoint(asked[frame_end(asked) :])


def is_a_claim(reading: Reading) -> bool:
    """Whether it is asked if something is so: "Is it correct that …?", "Saknar de mål?"."""
    words = set(reading.folded)
    contrasted = only_beside(reading.words, reading.asking.end)
    return (
        reading.claimed
        or contrasted
        or bool(words & (clause_words()["claims"] | clause_words()["frames"]))
    )


def asking_words(reading: Reading) -> set[str]:
    """The words of the clause that asks, folded."""
    return {word.folded for word in reading.words[reading.asking.start : reading.asking.end]}


def asks_a_favour(reading: Reading) -> bool:
    """Whether something is to be done: "Can you list the four goals?"."""
    at = reading.asking.start
    # "Will Ljungby have …?" asks about Ljungby, and for nothing to be done.
    return reading.folded[at] in clause_words()["please"] and at + 1 not in reading.named


def says_wrong(reading: Reading) -> bool:
    """Whether it is asked if a claim is wrong ("Is it false that …?"), so that no confirms it."""
    asked = asking_words(reading)
    return bool(asked & clause_words()["wrong"]) and not asked & clause_words()["right"]


def is_turned(reading: Reading) -> bool:
    """Whether a yes would not mean what it says: it is denied, called wrong, or one of two."""
    return denies(reading) or says_wrong(reading) or offers_a_choice(reading)


def offers_a_choice(reading: Reading) -> bool:
    """Whether one of several is to be picked, which neither yes nor no does: "two or three?"."""
    words = clause_words()
    ends = words["none_else"] | words["wrong"] | words["right"] | words["either"]
    asked = [*reading.folded[reading.asking.start : reading.asking.end], "eller"]
    return any(word in words["either"] and after not in ends for word, after in pairwise(asked))


def claims_only(reading: Reading) -> bool:
    """Whether it is claimed that there is nothing else: "only care about", "the only goal"."""
    return bool(asking_words(reading) & (clause_words()["only"] | clause_words()["sole"]))


def claims_the_only(reading: Reading) -> bool:
    """Whether something is said to be the only one of a kind: "Värnamo's only goal"."""
    sole = clause_words()["sole"]
    return any(reading.folded[start - 1] in sole for start in reading.kind_starts if start)


def claims_of_all(reading: Reading) -> bool:
    """Whether something is said of all of a kind: "Are all of Värnamo's goals about …?"."""
    every = clause_words()["all"]
    return any(not every.isdisjoint(_before(reading, at)) for at in reading.kind_starts)


# "All of Värnamo's goals", "alla de fyra målen".
_OF_THEM = 3


def claims_of_some(reading: Reading) -> bool:
    """Whether something is said of so many of a kind, or of one by its place: "half of the goals".

    "The first goal", "the main goal", "two of Värnamo's goals".
    """
    shares = clause_words()["shares"] | clause_words()["chief"]
    numbers = listed_words().numbers
    before = (word for at in reading.kind_starts for word in _before(reading, at))
    counted = any(word in shares or numbers.get(word, 1) > 1 for word in before)
    return counted or numbered(reading) is not None


def _before(reading: Reading, at: int) -> tuple[str, ...]:
    return reading.folded[max(0, at - _OF_THEM) : at]


def claims_more(reading: Reading) -> bool:
    """Whether more is claimed than that a thing is there: a number, all, nothing else, less."""
    figure = figure_asked(reading) is not None
    several = claims_of_all(reading) or claims_of_some(reading)
    less = not listed_words().fewer.isdisjoint(asking_words(reading))
    return figure or less or claims_only(reading) or several
