"""What points at a vision just shown: "Does it mention water?" asks for no focus area."""

from dataclasses import replace

from bot.understanding.claims import asking_words
from bot.understanding.clauses import clause_words
from bot.understanding.context import Context
from bot.understanding.question import Question
from knowledge.models import Kind
from knowledge.store import Store


def what_it_mentions(question: Question, context: Context, _: Store) -> Question:
    """The question put to the vision, where that alone was asked for and "it" is to say a thing."""
    if question.kinds or question.named or context.kinds != (Kind.VISION.value,):
        return question
    asked, told = asking_words(question.reading), clause_words()
    # "They" are the municipality.
    if not asked & told["says_of"] or not asked & (told["that"] - told["there"]):
        return question
    on_it = question.topics or question.narrow
    return replace(question, kinds=(Kind.VISION,)) if on_it else question
