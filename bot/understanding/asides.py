"""What a message asks without what its writer says of themselves: "Ljungbys mål, sitter på tåget".

An aside is a clause of the writer's own that names no place and no kind of statement. It is left
away where what remains is a question by itself.
"""

from collections.abc import Sequence

from bot.understanding.by_itself import takes_from_story
from bot.understanding.clauses import Clause, clause_words, says, sentence_start
from bot.understanding.patterns import Hit
from bot.understanding.reading import Reading

# What is asked for, not what it is asked about as a whole.
_WHOLE = frozenset({"kind.page", "kind.plan"})
_ENGLISH = 0.0
# What has more clauses is looked at as a whole, so that the work stays in proportion.
_MOST = 20
# What tells that a clause is no aside: "I mean in numbers", "repeat after me".
_ASKS = ("county.", "else.figure")


def without_asides(reading: Reading, *, in_context: bool) -> str | None:
    """The text without asides; None where it has none, or asks nothing without them."""
    if len(reading.clauses) > _MOST:
        return None
    kept = [clause for clause in reading.clauses if not _is_aside(reading, clause)]
    if not kept or len(kept) == len(reading.clauses):
        return None
    asks = _stands_alone(reading, kept, in_context=in_context)
    if not asks or any(takes_from_story(reading, clause) for clause in kept):
        return None
    return " ".join(_text(reading, clause) for clause in kept)


def _is_aside(reading: Reading, clause: Clause) -> bool:
    hits = _hits(reading, clause)
    if any(_is_asked_for(hit) or hit.group.startswith(_ASKS) for hit in hits):
        return False
    if not reading.named.isdisjoint(range(clause.start, clause.end)) or _asks(
        reading, clause, hits
    ):
        return False
    words = reading.folded[clause.start : clause.end]
    told = clause_words()
    doing, denied = words[0] in told["doing"], not told["cannot"].isdisjoint(words)
    for cue, but in (("else.order", doing), ("reach.across", denied)):
        # "Writing a poem" orders none; "I forgot which of them" asks for none.
        if any(hit.group == cue for hit in hits) and not but:
            return False
    of_work = any(hit.group.startswith("aside.") for hit in hits)
    things = any(hit.names_thing for hit in hits)
    wide = any(hit.group.startswith("topic.") for hit in hits)
    typed = reading.words[clause.start : clause.end]
    for_use = words[0] in told["for_use"] and says(typed[1:2], "an_own")
    begins = (doing and not things) or (for_use and not wide)
    return of_work or begins or _says_i(reading, clause) or says(typed, "of_myself")


def _says_i(reading: Reading, clause: Clause) -> bool:
    """Whether it has an English "I"; "i" is a Swedish "in"."""
    words = reading.words[clause.start : clause.end]
    return reading.leaning < _ENGLISH and any(word.folded == "i" for word in words)


def _asks(reading: Reading, clause: Clause, hits: Sequence[Hit]) -> bool:
    """Whether something is asked in it: by its first word, or after "I wonder"."""
    words = reading.folded[clause.start : clause.end]
    told = clause_words()
    if words[0] in told["opens"] | told["yes_or_no"] or _is_whole_question(reading, clause):
        return True
    cued = any(hit.group.startswith("ask.") for hit in hits)
    if cued and not told["adds"].isdisjoint(words):
        # "I need name and title".
        return True
    asked = not told["question_words"].isdisjoint(words)
    # "We can't decide where to live" asks nothing.
    return asked and told["negates"].isdisjoint(words) and told["cannot"].isdisjoint(words)


def _is_whole_question(reading: Reading, clause: Clause) -> bool:
    """Whether it is all of a sentence that ends in a question mark: "Am I wrong?"."""
    words = reading.words
    starts = sentence_start(reading.text, words, clause.start) == clause.start
    ends = clause.end == len(words) or sentence_start(reading.text, words, clause.end) == clause.end
    return clause.asked and starts and ends


def _stands_alone(reading: Reading, kept: Sequence[Clause], *, in_context: bool) -> bool:
    hits = [hit for clause in kept for hit in _hits(reading, clause)]
    kinds = any(_is_asked_for(hit) for hit in hits)
    things = any(hit.names_thing for hit in hits)
    named = any(not reading.named.isdisjoint(range(c.start, c.end)) for c in kept)
    return kinds or (things and named) or (in_context and (things or named))


def _is_asked_for(hit: Hit) -> bool:
    return hit.names_kind and hit.group not in _WHOLE


def _hits(reading: Reading, clause: Clause) -> list[Hit]:
    return [hit for hit in reading.hits if clause.start <= hit.start < clause.end]


def _text(reading: Reading, clause: Clause) -> str:
    """The clause with the mark that ends it."""
    start = reading.words[clause.start].start
    after = reading.words[clause.end : clause.end + 1]
    return reading.text[start : after[0].start if after else len(reading.text)].strip()
