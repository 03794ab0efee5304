"""The language of a reply: asked for, that of the question, that of the talk, or the user's own."""

from collections.abc import Mapping

from bot.understanding.clauses import clause_words
from bot.understanding.context import Context
from bot.understanding.question import Question
from knowledge.models import Language


def reply_language(question: Question, context: Context | None, fallback: Language) -> Language:
    """The language to reply in; `fallback` is for words that tell none ("Ljungby")."""
    before = context.language if context else None
    if question.intent == "switch_language" or names_only_a_language(question):
        asked = _language_asked_for(question)
        if asked:
            return asked
        if before:
            return "en" if before == "sv" else "sv"
    return _language_at_the_end(question) or question.language or before or fallback


def names_only_a_language(question: Question) -> bool:
    """Whether a language is asked for and nothing else: "svenska tack", "in English, please"."""
    words = question.reading.folded
    told = clause_words()["around_a_language"] | _LANGUAGE_WORDS.keys() | _INTO | _COURTESY
    return not _LANGUAGE_WORDS.keys().isdisjoint(words) and told.issuperset(words)


_LANGUAGE_WORDS: Mapping[str, Language] = {
    "engelska": "en", "english": "en", "svenska": "sv", "swedish": "sv",
}  # fmt: skip


def _language_at_the_end(question: Question) -> Language | None:
    """The language of "…, in English please": what ends a message is meant for the reply."""
    reading = question.reading
    words = list(reading.folded)
    while words and words[-1] in _COURTESY:
        words.pop()
    if len(words) < _THREE or words[-2] not in _INTO:
        return None
    # "How do you say that in Swedish?" asks for no reply in it.
    before = len(words) - _THREE
    named = before in reading.named or any(hit.start <= before < hit.end for hit in reading.hits)
    return _LANGUAGE_WORDS.get(words[-1]) if named and question.group == "goals" else None


_THREE = 3
_INTO = frozenset({"in", "pa", "till", "to", "into"})
_COURTESY = frozenset({"please", "pls", "plz", "tack", "snalla", "thanks", "thx"})


def _language_asked_for(question: Question) -> Language | None:
    """The language named after "in" or "på"; "I don't understand Swedish" asks for its own."""
    words = question.reading.folded
    for before, word in zip(["", *words], words, strict=False):
        if word in _LANGUAGE_WORDS and before in _INTO:
            return _LANGUAGE_WORDS[word]
    named = {_LANGUAGE_WORDS[word] for word in words if word in _LANGUAGE_WORDS}
    negated = _NOT.intersection(words)
    if len(named) == 1 and not negated:
        return named.pop()
    return question.language if named else None


_NOT = frozenset({"dont", "not", "inte", "cant", "cannot", "no"})
