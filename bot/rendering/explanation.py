"""How a question was read, for whoever tunes the words: `kommunmal ask --explain`."""

from collections.abc import Mapping

from bot.understanding.question import Question
from bot.understanding.understand import Understanding

_RUNGS = ("exact", "folded", "near")


def explanation(
    question: Question, understanding: Understanding, times: Mapping[str, float]
) -> str:
    """The clauses, names with their rung, cues, topics, words not accounted for, and weights.

    `apart` are the questions that the message was taken apart into, where it asks for several.

    `times` are the milliseconds that each stage of the reply took.
    """
    reading = question.reading
    asking = reading.asking
    clauses = [
        ("*" if clause == asking else " ")
        + " ".join(word.raw for word in reading.words[clause.start : clause.end])
        for clause in reading.clauses
    ]
    names = [
        f"{mention.name} ({_RUNGS[mention.rung]}, {mention.distance} slips, {mention.codes})"
        for mention in reading.mentions
    ]
    cues = [f"{hit.group} ({hit.pattern})" for hit in reading.hits]
    unknown = [reading.words[position].raw for position in reading.unknown]
    likely = sorted(question.likely.items(), key=lambda item: -item[1])[:4]
    reasons = [f"{name} {weight:+.2f}" for name, weight in understanding.explain(question)]
    rows = [
        ("clauses", " | ".join(clauses)),
        ("names", ", ".join(names)),
        ("cues", ", ".join(dict.fromkeys(cues))),
        ("unaccounted", ", ".join(unknown)),
        ("echo", f"{question.echo.share:.2f}, {question.echo.strength:.2f} {question.echo.terms}"),
        ("language", str(question.language)),
        ("intent", ", ".join(f"{intent} {share:.2f}" for intent, share in likely)),
        ("asked", question.intent),
        ("because", ", ".join(reasons)),
        ("apart", "; ".join(f"{one.intent}: {one.reading.text}" for one in question.apart)),
        ("kinds", ", ".join(question.kinds)),
        ("topics", ", ".join(question.topics)),
        ("time in ms", ", ".join(f"{stage} {time:.2f}" for stage, time in times.items())),
    ]
    return "\n".join(f"  {name:12} {text}" for name, text in rows if text)
