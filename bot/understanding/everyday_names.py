"""Whether a word that is also a name is one where it stands: "Vara kommun", "ska vara"."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from bot.understanding.clauses import clause_words
from bot.understanding.name_forms import Form, name_cues, spellings
from knowledge.names import FOLDED
from knowledge.rows import Name
from knowledge.text import Word, fold


def may_be_name(words: Sequence[Word], position: int) -> bool:
    """Whether a word that means something else may be a name where it stands."""
    alone = len(words) <= name_cues()["alone_up_to"]
    capital = words[position].raw[:1].isupper()
    return alone or capital or _has_word_beside(words, position, position + 1)


def _has_word_beside(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether "kommun" or the like stands after a word, or "i" or the like before it."""
    before = words[start - 1].folded if start else ""
    return _is_followed(words, end) or before in name_cues()["before"]


def _is_followed(words: Sequence[Word], end: int) -> bool:
    """Whether "kommun" or the like stands right after a word."""
    after = words[end].folded if end < len(words) else ""
    return after.startswith(tuple(name_cues()["after"]))


def is_phrase(form: Form, words: Sequence[Word]) -> bool:
    """Whether a word and one beside it make an expression: "ta till vara", "ange kommun"."""
    beside = words[max(form.start - 1, 0) : form.end + 1]
    if words[form.start].raw[:1].isupper() and form.start:
        return False
    pairs = {f"{first.folded} {second.folded}" for first, second in pairwise(beside)}
    return not pairs.isdisjoint(name_cues()["no_names"])


def is_everyday(rows: Sequence[Name], surest: int) -> bool:
    """Whether all the names are everyday words, as they are typed: "are", but not "Åre"."""
    return all(row.ordinary and (surest == FOLDED or row.name.isascii()) for row in rows)


def is_placed(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a word that a sentence is made of stands where only a name can.

    "Mål i are" and "Ljungby och are?", but not "Which municipality are you from?".
    """
    if start and words[start - 1].folded in name_cues()["before_last"]:
        return end == len(words)
    return _has_word_beside(words, start, end)


def has_cue(form: Form, words: Sequence[Word], surest: int) -> bool:
    """Whether something about an ordinary word says that a municipality is meant."""
    is_beside = is_placed if surest == FOLDED else _has_word_beside
    if is_beside(words, form.start, form.end):
        return True
    cues, word = name_cues(), words[form.start]
    shouting = all(other.raw.isupper() for other in words)
    if word.raw[:1].isupper() and not shouting and (form.start > 0 or _is_enumerated(form, words)):
        return True
    others = [p for p in range(len(words)) if not form.start <= p < form.end]
    # "vara vision", "mål lund", a bare "Berg": nothing else is there to be meant.
    return len(words) <= cues["alone_up_to"] and (
        not others
        or (len(others) <= 2 and all(words[p].folded in cues["alone_with"] for p in others))
    )


def joins_words(form: Form, rows: Mapping[str, Sequence[Name]], words: Sequence[Word]) -> bool:
    """Whether "och" joins an ordinary word to one that is no name: "både växa och vara gröna"."""
    joined = form.start and words[form.start - 1].folded in clause_words()["joining"]
    if not joined or not all(row.ordinary for row in rows[form.key]):
        return False
    if words[form.start].raw[:1].isupper() or _is_followed(words, form.end):
        return False
    before = [word.lower for word in words[: form.start - 1]]
    return not any(
        fold(spelling) in rows
        for first in (before[-1:], before[-2:])
        for spelling, _ in spellings(" ".join(first))
    )


def _is_enumerated(form: Form, words: Sequence[Word]) -> bool:
    """Whether another name seems to follow, or a question about it.

    "Kil, Eda och Överkalix", "Lund and Värnamo"; "Boden, what do they want?".
    """
    after = words[form.end : form.end + 2]
    if after and after[0].folded in clause_words()["joining"]:
        after = after[1:]
    elif not after or after[0].start - words[form.end - 1].end < len(", "):
        # "Mark Zuckerberg" is one name.
        return False
    asks = bool(after) and after[0].folded in clause_words()["opens"]
    return asks or (bool(after) and after[0].raw[:1].isupper())
