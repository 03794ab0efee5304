"""The search terms of statements and notes, weighed when the database is built.

A term is a short text with a prefix for what it tells: `k:` the kind of a statement, `a:` an
aspect it answers, `n:` a kind it says the number of, `t:` a topic, `y:` a year and the kind of
what names it or holds until it (`y:2035:vision`), `w:` the stem of a word that stands in it. A
question is turned into the same terms, so that finding what fits is one look-up in one index.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from knowledge.models import Aspect, Label, Note, Statement, Words
from knowledge.text import stem, words, years

# How much a word tells, by where it stands. What people were seen to say weighs as much as the
# page's own words; a label stands at every statement of its kind and tells less.
_ORIGINAL, _TRANSLATION, _LABEL, _WORDS, _TERM = 1.0, 1.0, 0.6, 1.2, 1.5
_TARGET_YEAR = 0.9


def statement_terms(statement: Statement, labels: Mapping[str, Label]) -> dict[str, float]:
    """The terms of a statement, words not yet weighed by how rare they are."""
    terms = {f"k:{statement.kind}": 1.0}
    terms |= {f"a:{aspect}": 1.0 for aspect in statement.about}
    terms |= {f"t:{topic}": 1.0 for topic in statement.topics}
    if statement.target and statement.target.year:
        # A year to be reached answers "until when" where no period does.
        terms |= {f"a:{Aspect.END}": _TARGET_YEAR, f"a:{Aspect.PERIOD}": _TARGET_YEAR}
    terms |= {f"y:{year}:{statement.kind}": 1.0 for year in _years(statement)}
    counted = labels.get(statement.states.label) if statement.states else None
    if counted and counted.kind:
        terms[f"n:{counted.kind}"] = 1.0
    weighed = [
        (statement.original, _ORIGINAL),
        (statement.translation, _TRANSLATION),
        (statement.label, _LABEL),
        (statement.term or "", _TERM),
    ]
    return terms | _words(weighed, statement.words)


def _years(statement: Statement) -> set[str]:
    """The years that stand in a statement, that it aims at, or that it holds until."""
    found = set(years(statement.original))
    if statement.target and statement.target.year:
        found.add(str(statement.target.year))
    if statement.valid_until:
        found.add(str(statement.valid_until.year))
    return found


def note_terms(note: Note) -> dict[str, float]:
    """The terms of a note: its aspects, and the words people ask with, not its own wording."""
    return {f"a:{aspect}": 1.0 for aspect in note.about} | _words([], note.words)


def rarity(entries: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """How much each word tells by being rare: 1 for the rarest, near 0 where it is everywhere."""
    count, total = Counter[str](), 0
    for terms in entries:
        total += 1
        count.update(term for term in terms if term.startswith("w:"))
    most = math.log(total + 1)
    return {term: math.log((total + 1) / times) / most for term, times in count.items()}


def _words(weighed: Iterable[tuple[str, float]], asked: Words) -> dict[str, float]:
    terms: dict[str, float] = {}
    for text, weight in (*weighed, *((text, _WORDS) for text in (*asked.sv, *asked.en))):
        for word in words(text):
            term = f"w:{stem(word.folded)}"
            terms[term] = max(weight, terms.get(term, 0))
    return terms
