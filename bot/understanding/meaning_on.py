"""What a follow-up means by its words, where what was said before tells it; it stays a question.

Each takes the question, what was said before and the store, and gives the question as it is
meant; the same where it has no such words.
"""

from dataclasses import replace

from bot.understanding.clauses import clause_words
from bot.understanding.context import Context
from bot.understanding.elliptical import (
    BY_KIND,
    asks_instead,
    asks_of_both,
    asks_on_of_all,
    asks_what_means,
    asks_what_now,
    asks_which_of_all,
    compares,
    picks_one,
    ranks_them,
    takes_over_kind,
)
from bot.understanding.going_on import (
    asks_for_former,
    asks_for_new_ones,
    asks_for_newer_page,
    asks_for_their_number,
    asks_whether_same_kind,
    asks_whether_still,
    asks_who_made_it,
    counts_them_all,
)
from bot.understanding.question import Question
from bot.understanding.rescue import rescued
from bot.understanding.taking_over import kinds_of, places_of
from knowledge.models import Kind
from knowledge.store import Store


def who_made_it(question: Question, context: Context, _: Store) -> Question:
    """Who made what was shown."""
    return replace(question, intent="follow") if asks_who_made_it(question, context) else question


def no_language(question: Question, _: Context, __: Store) -> Question:
    """What names no language asks for none: "och en stark?"."""
    if question.intent != "switch_language" or "chat.language" in question.reading.cues:
        return question
    return replace(question, intent="follow")


def saved(question: Question, context: Context, _: Store) -> Question:
    """What alone reads as something else."""
    return rescued(question, context)


def which_of_all(question: Question, context: Context, _: Store) -> Question:
    """A question to all; "och skolan?" stays in the county that was asked about."""
    if not (asks_which_of_all(question, context) or asks_on_of_all(question, context)):
        return question
    asked = replace(question, intent="across", likely={"across": 1.0})
    if asked.counties or clause_words()["all"].intersection(question.reading.folded):
        return asked
    return replace(asked, counties=context.counties)


def what_instead(question: Question, context: Context, _: Store) -> Question:
    """What there is instead of what is missing."""
    return replace(question, intent="overview") if asks_instead(question, context) else question


def what_now(question: Question, context: Context, _: Store) -> Question:
    """What applies today."""
    if not asks_what_now(question, context):
        return question
    kinds = kinds_of(context)[:1] or (Kind.VISION,)
    return replace(question, intent=BY_KIND.get(kinds[0], "vision"), kinds=kinds)


def one_of_them(question: Question, context: Context, _: Store) -> Question:
    """One of what was listed."""
    return replace(question, intent="nth") if picks_one(question, context) else question


def number_of_all(question: Question, context: Context, store: Store) -> Question:
    """How many all those have that were spoken of."""
    if not counts_them_all(question, context):
        return question
    codes = dict.fromkeys((*context.earlier, *context.codes))
    asked = replace(question, intent="compare", kinds=kinds_of(context), topics=(), narrow=())
    return replace(asked, covered=places_of(codes, store))


def number_of_people(question: Question, context: Context, store: Store) -> Question:
    """How many people they want to be."""
    if not asks_for_their_number(question, context):
        return question
    people = replace(question, intent="population", likely={"population": 1.0})
    return replace(people, topics=("population",), covered=places_of(context.codes, store))


def what_was_before(question: Question, context: Context, _: Store) -> Question:
    """What came before what was shown."""
    if not asks_for_former(question, context):
        return question
    return replace(question, intent="replaced", likely={"replaced": 1.0}, kinds=kinds_of(context))


def newer_page(question: Question, context: Context, _: Store) -> Question:
    """Whether there is a newer page, or something newer of the kind that was shown."""
    anew = len(context.codes) == 1 and asks_for_new_ones(question)
    if not (anew or asks_for_newer_page(question)):
        return question
    kinds = question.kinds or (kinds_of(context) if anew else ())
    return replace(question, intent="status", likely={"status": 1.0}, kinds=kinds)


def more_on_topic(question: Question, context: Context, _: Store) -> Question:
    """More about one thing of what was shown is what is said of that: "more about democracy"."""
    anew = set(question.topics) - set(context.topics)
    if question.intent != "more" or not (anew or question.narrow):
        return question
    return replace(question, intent="topic", likely={"topic": 1.0})


def both(question: Question, context: Context, store: Store) -> Question:
    """What is asked of both that were spoken of: "which is the shortest?"."""
    if not asks_of_both(question, context):
        return question
    asked = replace(question, intent="compare", covered=places_of(context.codes, store))
    if asked.kinds or asked.topics or asked.narrow or not ranks_them(asked):
        return asked
    return replace(asked, kinds=kinds_of(context), topics=context.topics)


def no_comparison(question: Question, _: Context, __: Store) -> Question:
    """What only seems to compare goes on from the last answer."""
    if question.intent != "compare" or compares(question):
        return question
    likely = {name: share for name, share in question.likely.items() if name != "compare"}
    return replace(question, intent="follow", likely=likely)


def what_still(question: Question, context: Context, _: Store) -> Question:
    """Whether what was shown still holds, and not the plan it stands in."""
    if not asks_whether_still(question, context):
        return question
    status = replace(question, intent="status", likely={"status": 1.0})
    return replace(status, kinds=kinds_of(context), topics=context.topics)


def the_same_kind(question: Question, context: Context, store: Store) -> Question:
    """Whether what was shown is the same as another kind of the page: "is that the goals?"."""
    if not asks_whether_same_kind(question, context):
        return question
    asked = replace(question, intent="compare", likely={"compare": 1.0})
    places = places_of(context.codes, store)
    return replace(asked, kinds=(*kinds_of(context), *question.kinds), covered=places)


def of_their_kind(question: Question, context: Context, _: Store) -> Question:
    """The kind of statement just asked for."""
    return replace(question, kinds=kinds_of(context)) if takes_over_kind(question) else question


def what_is_counted(question: Question, context: Context, _: Store) -> Question:
    """ "How many are there?" counts what was shown, or the people asked about."""
    if question.intent != "count" or question.kinds or question.topics or question.counted:
        return question
    if "population" in context.topics:
        return replace(question, intent="population", topics=("population",))
    return replace(question, kinds=kinds_of(context))


def what_it_means(question: Question, context: Context, _: Store) -> Question:
    """What a word of the last answer means."""
    return replace(question, intent="meaning") if asks_what_means(question, context) else question
