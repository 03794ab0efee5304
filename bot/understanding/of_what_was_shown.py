"""What a few words ask of the things just shown: how they came about, which, who says so, why."""

from itertools import pairwise

from bot.understanding.clauses import clause_words
from bot.understanding.context import Context
from bot.understanding.elliptical import SHORT
from bot.understanding.question import Question


def asks_how_made(question: Question, context: Context) -> bool:
    """Whether it is asked how what was shown came about: "hur kom man fram till dem?"."""
    words, told = question.reading.folded, clause_words()
    points = (told["them"] | told["they"] | told["it"]).intersection(words[1:])
    subject = question.kinds or question.topics or question.narrow or question.named
    opens = told["how"].intersection(words[:1]) and told["how_much"].isdisjoint(words)
    made = told["arrives"].intersection(words) and len(words) <= SHORT + 1
    one = len(context.codes) == 1 and bool(context.kinds)
    return bool(points and opens and made) and one and not subject


def asks_why_of_topic(question: Question, context: Context) -> bool:
    """Whether a reason is asked for what was said on a topic: "why do they think it matters?"."""
    told = clause_words()
    points = (told["it"] | told["that"]).intersection(question.reading.folded[1:])
    subject = question.kinds or question.topics or question.narrow or question.named
    bare = question.intent == "reason" and len(question.reading.words) <= SHORT
    one = context.intent == "topic" and len(context.codes) == 1
    return bare and one and bool(points and context.topics) and not (subject or question.strange)


def asks_to_list(question: Question) -> bool:
    """Whether what was just spoken of is to be listed: "kan du inte lista dem?", "name them"."""
    words, told = set(question.reading.folded), clause_words()
    little = told["please"] | told["shown_to"] | told["lacks"] | told["them"] | told["all"]
    little |= told["lists"] | told["leading"] | told["fillers"] | told["cannot"]
    return bool(words & told["lists"] and words & told["them"]) and words <= little


def asks_who_says_that(question: Question) -> bool:
    """Whether it is asked whose words were shown: "who says that?"."""
    words, told = question.reading.folded, clause_words()
    opens = told["which"].intersection(words[:1]) and "ask.who" in question.reading.cues
    little = told["which"] | told["says"] | told["that"] | told["leading"]
    points = told["that"].intersection(words) and told["says"].intersection(words)
    return bool(opens and points) and set(words) <= little


def end_of_list_asked(question: Question) -> int | None:
    """Which end of what was listed is asked for: "vilket står först?", "which comes last?"."""
    words, told = question.reading.folded, clause_words()
    ends = told["placed_first"] | told["placed_last"]
    little = told["which"] | told["stands_at"] | told["them"] | ends | {"of", "av"}
    opens = told["which"].intersection(words[:1]) and told["stands_at"].intersection(words)
    if not (opens and ends.intersection(words[-1:])) or not set(words) <= little:
        return None
    return 1 if words[-1] in told["placed_first"] else -1


def asks_number_on_page(question: Question, context: Context) -> bool:
    """Whether the number that the page tells is asked for: "hur många säger sidan att det är?"."""
    words, told = set(question.reading.folded), clause_words()
    says = words & told["says"] and "kind.page" in question.reading.cues
    subject = question.topics or question.narrow or question.named
    counts = "ask.count" in question.reading.cues and len(question.reading.words) <= SHORT + 1
    kinds = set(question.kinds) <= set(context.kinds) and bool(context.kinds)
    return bool(says) and counts and kinds and not subject


def asks_on_about_topic(question: Question, context: Context) -> bool:
    """Whether more is asked of the topic just spoken of: "what are they doing about it then"."""
    words, told = question.reading.folded, clause_words()
    about = any(a in told["on"] | {"at"} and b in told["it"] for a, b in pairwise(words))
    other = question.kinds or question.topics or question.narrow or question.named
    bare = question.intent == "follow" and not (question.words or question.strange)
    return bare and about and context.intent == "topic" and bool(context.topics) and not other
