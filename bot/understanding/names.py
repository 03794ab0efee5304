"""Which municipalities a message names: exact spelling first, then folded, then near.

Each word (and each pair of words) is looked up among all names at once. A name that is also an
ordinary word needs a cue beside it (`everyday_names`). One candidate is taken; two that fit as
well are both kept, so that the bot asks.
"""

from collections.abc import Collection, Iterable, Sequence

from bot.understanding.everyday_names import (
    has_cue,
    is_everyday,
    is_phrase,
    is_placed,
    joins_words,
    may_be_name,
)
from bot.understanding.misspelt_names import SURE_LENGTH, near_mentions
from bot.understanding.name_forms import Form, Mention, places_of, spellings
from bot.understanding.split_names import split_forms
from knowledge.names import EXACT, FOLDED
from knowledge.rows import Name
from knowledge.store import Store
from knowledge.text import Word, fold


def find_mentions(
    words: Sequence[Word],
    store: Store,
    known: Collection[int],
    real: Collection[str] = frozenset(),
) -> list[Mention]:
    """The places named, in order.

    `known` are positions of words that mean something else; `real` are folded words that are no
    slips of names ("store" is not Staare).
    """
    rows = store.names
    forms = list(_forms(words, known, store.first_words, rows))
    mentions: list[Mention] = []
    taken: set[int] = set()
    found = [form for form in forms if form.key in rows]
    for form in sorted(found, key=lambda form: (form.start - form.end, form.start, form.genitive)):
        covered = range(form.start, form.end)
        if not taken.intersection(covered):
            mention = _mention(form, rows[form.key], words, known)
            if mention and not joins_words(form, rows, words):
                mentions.append(mention)
                taken.update(covered)
    passed_over = {
        position
        for position, word in enumerate(words)
        if word.folded in real or _is_spelled_otherwise(word.lower, rows.get(word.folded, ()))
    }
    mentions += near_mentions(words, store, taken | set(known) | passed_over, bool(mentions))
    return sorted(mentions, key=lambda mention: mention.start)


def _forms(
    words: Sequence[Word],
    known: Collection[int],
    first_words: Collection[str],
    names: Collection[str],
) -> Iterable[Form]:
    """What to look up; a word that means something else only where a name may be meant."""
    for position, word in enumerate(words):
        if position in known and not may_be_name(words, position):
            continue
        for lower, genitive in spellings(word.lower):
            yield Form(fold(lower), lower, position, position + 1, genitive)
        if word.folded in first_words and position + 1 < len(words):
            pair = f"{word.lower} {words[position + 1].lower}"
            for lower in {pair, pair.removesuffix("s")}:
                yield Form(fold(lower), lower, position, position + 2, False)
    yield from split_forms(words, names)


def _mention(
    form: Form, rows: Sequence[Name], words: Sequence[Word], known: Collection[int]
) -> Mention | None:
    # A folded key that leaves two names (Habo and Håbo) is decided by the exact spelling alone.
    exact = [row for row in rows if row.name.lower().replace("-", " ") == form.lower]
    surest, rows = (EXACT, exact) if exact else (FOLDED, rows)
    if not exact and _is_spelled_otherwise(form.lower, rows):
        return None
    places = places_of(rows)
    if is_phrase(form, words):
        return None
    listed = surest == FOLDED and form.start in known and form.end - form.start == 1
    # "Are" begins many a question; only "Are kommun" is Åre.
    if listed and not is_placed(words, form.start, form.end):
        return None
    if not listed and is_everyday(rows, surest) and not has_cue(form, words, surest):
        return None
    official = next((row for row in rows if row.language == "official"), rows[0])
    return Mention(form.start, form.end, official.name, places, surest, 0, official.language)


def _is_spelled_otherwise(lower: str, rows: Sequence[Name]) -> bool:
    """Whether a short word has a Swedish letter where no such name has it: "läxa" is not Laxå."""
    if not rows or len(lower) >= SURE_LENGTH:
        return False
    names = [row.name.lower() for row in rows]
    return all(
        len(name) == len(lower)
        and any(own in _SWEDISH and own != other for own, other in zip(lower, name, strict=True))
        for name in names
    )


_SWEDISH = frozenset("åäö")
