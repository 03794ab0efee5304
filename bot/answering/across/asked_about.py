"""What several are asked about, by its names: "storytelling or “theatre”"."""

from bot.answering.answer import AllTopics, AnyTopic
from bot.understanding.patterns import Hit
from bot.understanding.question import Question
from bot.understanding.subjects import both_asked, subjects


def named(question: Question) -> AnyTopic | AllTopics:
    """The topics asked about, and the things beside them that have no topic's name."""
    things = tuple(dict.fromkeys(_typed(question, hit) for hit in things_beside(question)))
    if both_asked(question.reading):
        return AllTopics(question.topics, things)
    return AnyTopic(question.topics, things)


def things_beside(question: Question) -> list[Hit]:
    """The narrow things that are asked about beside a topic: "theatre or storytelling"."""
    if not question.topics or question.narrow:
        return []
    found = subjects(question.reading, anywhere=False)
    wide = {at for hit in found if _is_topic(hit) for at in range(hit.start, hit.end)}
    return [hit for hit in found if not _is_topic(hit) and hit.start not in wide]


def _is_topic(hit: Hit) -> bool:
    return hit.group.startswith("topic.")


def _typed(question: Question, hit: Hit) -> str:
    reading = question.reading
    start, end = reading.words[hit.start].start, reading.words[hit.end - 1].end
    return reading.text[start:end].lower()
