"""Those that were not among the ones just shown: "the others?", "några andra?", "resten?"."""

from dataclasses import replace

from bot.understanding.clauses import clause_words
from bot.understanding.context import Context
from bot.understanding.elliptical import BY_KIND
from bot.understanding.ordinal_words import listed_words
from bot.understanding.question import Question
from bot.understanding.taking_over import asked_same, kinds_of, places_of
from knowledge.store import Store

_FEW = 5


def names_the_rest(question: Question) -> bool:
    """Whether a few words name nothing but the others; "den andra" is the second."""
    words = question.reading.folded
    subject = question.kinds or question.topics or question.narrow or question.counties
    if subject or question.reading.mentions or len(words) > _FEW:
        return False
    listed, numbers = listed_words(), listed_words().numbers.keys()
    rest = clause_words()["the_others"] | clause_words()["the_rest"]
    other = clause_words()["other"]
    named = any(
        (word in rest and not (word in listed.ordinals and before in _ONE))
        or (word in other and after in numbers)
        for before, word, after in zip(["", *words], words, [*words[1:], ""], strict=False)
    )
    little = rest | clause_words()["around_the_rest"] | clause_words()["several"] | numbers
    return named and set(words) <= little


def names_places(question: Question) -> bool:
    """Whether the others are called municipalities: "och de andra kommunernas?"."""
    return not clause_words()["several"].isdisjoint(question.reading.folded)


# "Den andra" and "det andra".
_ONE = frozenset({"den", "det"})


def of_the_rest(question: Question, context: Context, store: Store) -> Question | None:
    """The same asked of the municipalities that were not shown; None where a list goes on.

    Where all were asked before, the rest are those that say nothing of it.
    """
    if context.rest or not (context.topics or context.kinds) or not names_the_rest(question):
        return None
    of_all = context.intent == "across"
    if not of_all and not _of_other_places(question, context):
        return None
    asked = replace(
        question,
        intent="across",
        likely={"across": 1.0},
        counties=context.counties,
        kinds=kinds_of(context),
        topics=context.topics,
        ordinal=None,
    )
    listed = {row.municipality.code for name in context.listed if (row := store.statement(name))}
    if of_all and listed <= set(context.codes):
        return replace(asked, silent=True)
    return replace(asked, counties=(), without=places_of(asked_same(context), store))


def _of_other_places(question: Question, context: Context) -> bool:
    """Whether the others are municipalities, where one was asked and all of its list shown.

    "Andra?" by itself is rather the second there, and "fler?" asks for more of it.
    """
    others = clause_words()["the_others"].intersection(question.reading.folded)
    listed = context.intent in _LISTS and len(context.codes) == 1
    whole = not set(context.shown) < set(context.listed)
    return bool(others) and listed and whole and question.ordinal is None


_LISTS = frozenset({*BY_KIND.values(), "topic"})
