"""What a question is about, in words that questions of the same meaning share.

Municipalities count by their code, kinds of statement by their kind, whatever the spelling or the
language; other words by their folded stem; words without a subject not at all.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from bot.memory.personal_data import without_marks
from bot.understanding.question import Question
from knowledge.text import fold, stem, words


def gist(question: Question, kept: str) -> str:
    """The gist of a question, of whose words only those of `kept` may be used.

    `kept` is the question's text without personal data: what was taken out is not in the gist.
    """
    allowed = {word.folded for word in words(without_marks(kept))}
    parts = set(_parts(question, allowed))
    if not any(part.startswith(("kind.", "word.")) for part in parts):
        # "och Kalix?" goes on from something: what was asked tells it from "Kalix?" alone.
        parts.add(f"asks.{question.intent}")
    return " ".join(sorted(parts))


def _parts(question: Question, allowed: set[str]) -> Iterator[str]:
    reading = question.reading
    names = {p: one for one in reading.mentions for p in range(one.start, one.end)}
    kinds = {
        position: hit.group
        for hit in reversed(reading.kinds)
        for position in range(hit.start, hit.end)
    }
    for position, word in enumerate(reading.words):
        if fold(word.raw) not in allowed:
            continue
        if position in names:
            name = names[position]
            yield f"name.{'/'.join(name.codes) or fold(name.name)}"
        elif position in kinds:
            yield kinds[position]
        elif word.folded not in _function_words():
            yield f"word.{stem(word.folded)}"


@cache
def _function_words() -> frozenset[str]:
    listed = files("bot.understanding").joinpath("function_words.toml").read_text("utf-8")
    return frozenset(fold(word) for text in tomllib.loads(listed).values() for word in text.split())
