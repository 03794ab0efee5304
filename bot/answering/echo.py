"""What answers by its very words: a sentence of the page that holds most of what was asked."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from bot.answering.answer import Answer, Said
from bot.answering.desk import MOST, Desk, intents
from bot.answering.finding import WORD, Found, Wanted, find, find_anywhere
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from bot.understanding.quotations import quotations
from bot.understanding.subjects import asks_yes_or_no
from knowledge.models import Municipality
from knowledge.rows import NoteRow, StatementRow
from knowledge.text import collapse, folded_words, plain_punctuation, stem

# So many statements' names are kept.
_TEXTS = 4096
# An entry echoes a question that it holds this much of: about two rare words, most of the words.
_STRENGTH, _SHARE = 2.6, 0.5
# With no municipality named, its words must single one out.
_TELLING, _ALONE = 1.3, 1.0
# What a goal or a word means is asked in its own words, and a rare one singles a page out.
_EXPLAINED, _OF_WORDS = 0.9, frozenset({"explain", "meaning"})
_OF_ALL = frozenset({"across"})
_SHOWN = 2
# Words that ask of any plan and single none out.
_ASKING_ALONE = frozenset(
    f"ask.{name}"
    for name in ("status", "start", "end", "period", "document", "published", "changed", "count",
                 "want", "exists", "decided", "population", "reason")
)  # fmt: skip
# Words for what statements are: they stand everywhere.
_KINDS = frozenset(
    f"kind.{kind}"
    for kind in ("goal", "vision", "plan", "page", "value", "focus_area", "goal_area", "priority")
)


def echo(desk: Desk, question: Question) -> Answer | None:
    """The statements that hold most of the question's own words, or None."""
    if question.echo.strength * WORD < _STRENGTH:
        return None
    words = own_words(question)
    entries: list[int] = []
    for place in question.covered:
        found = [o for o in find(desk.store, [place], Wanted(words=words)) if _echoes(o, words)]
        entries += [one.entry for one in found if one.score >= 0.75 * found[0].score][:_SHOWN]
    rows = desk.store.statements(entries)
    shown = [rows[entry] for entry in entries if entry in rows]
    return desk.answer(None, shown) if shown else None


def own_words(question: Question, without: frozenset[str] = frozenset()) -> frozenset[str]:
    """The question's words without those that only name a kind of statement."""
    reading = question.reading
    kinds = {
        position
        for hit in reading.hits
        if hit.group in _KINDS | without
        for position in range(hit.start, hit.end)
    }
    stems = {stem(reading.words[position].folded) for position in kinds}
    return question.words - stems


def _echoes(one: Found, words: frozenset[str]) -> bool:
    held = sum(term.startswith("w:") for term in one.terms)
    return one.by("w:") >= _STRENGTH and held >= max(2, _SHARE * len(words))


def places_that_say(desk: Desk, question: Question) -> list[Municipality]:
    """The municipalities whose pages hold the question's telling words, the most telling first."""
    numbers = {word for word in question.words if word.isdigit() and len(word) > 1}
    words = (own_words(question, _ASKING_ALONE) | numbers) - _years_of_topics(question)
    found = find_anywhere(desk.store, Wanted(words=words)) if words else []
    if quoted := rows_quoted(desk, question):
        return list(dict.fromkeys(row.municipality for row in quoted))
    asked = intents().get(question.intent)
    # "Our future" stands in a vision, and singles none out; "the Arctic Circle" does.
    told = {f"w:{word}" for word in question.strange}
    vague = asked and asked.shape == "list" and not (found and told & found[0].terms.keys())
    least = _STRENGTH if vague else _EXPLAINED if question.intent in _OF_WORDS else _TELLING
    if len({one.municipality for one in found}) == 1:
        # What stands on one page alone needs not be rare there: "omvärldsanalys".
        least = least if vague else min(least, _ALONE)
    # "What about the 40,000?"
    stated = {f"w:{word}" for word in numbers & words}
    found = [one for one in found if stated & one.terms.keys()] or found
    if not found or found[0].by("w:") < least or _is_of_another_thing(question, found[0]):
        return []
    best = found[0].score
    codes = dict.fromkeys(one.municipality for one in found if one.score >= 0.7 * best)
    places = (desk.store.municipality(code) for code in codes)
    return [place for place in places if place]


def _is_of_another_thing(question: Question, one: Found) -> bool:
    """Whether the thing asked about is not there: "Why is petrol so expensive?" shares a word."""
    named = {f"w:{stem(word)}" for thing in question.narrow for word in thing}
    return bool(named) and named.isdisjoint(one.terms)


def _years_of_topics(question: Question) -> set[str]:
    """The year of "Agenda 2030", which is no page's."""
    words = question.reading.folded
    spans = (hit for hit in question.reading.hits if hit.group.startswith("topic."))
    return {word for hit in spans for word in words[hit.start : hit.end] if word.isdigit()}


def rows_quoted(desk: Desk, question: Question) -> list[StatementRow]:
    """The statements in which stands what the question has in quotation marks."""
    parts = quotations(question.reading.text)
    quoted = [collapse(part).casefold() for part in parts if " " in part.strip()]
    spelled = " ".join(question.reading.folded)
    if not quoted and not _may_quote(question):
        return []
    bare = question.intent in _OF_WORDS
    # Any municipality may want to be "a safe municipality".
    own = question.intent in _OF_ALL
    return [
        row
        for row in _looked_into(desk, question)
        if any(part in _both(row) for part in quoted)
        or (
            not quoted
            and not (own and in_everyday_words(row))
            and _is_told(row, spelled, bare=bare)
        )
    ]


def _looked_into(desk: Desk, question: Question) -> Sequence[StatementRow]:
    """What may hold a quotation; all of it where its words are too common to be looked up."""
    if not question.words:
        places = desk.store.covered[:MOST]
        return [row for place in places for row in desk.store.of_municipality(place.code)]
    found = find_anywhere(desk.store, Wanted(words=question.words))[:_LOOKED_AT]
    return list(desk.store.statements([one.entry for one in found]).values())


def _may_quote(question: Question) -> bool:
    apart = question.intent in _OF_ALL and len(question.reading.clauses) > 1
    if (question.intent in _OF_WORDS or apart) and not question.named:
        # "Bästa kommun att växa i - gäller det barn?": the goal stands before the question.
        return True
    return len(question.covered) == 1 and asks_yes_or_no(question.reading)


def _is_told(row: StatementRow, spelled: str, *, bare: bool) -> bool:
    """Whether a goal's name stands in the question: "What does Bästa kommun att växa i mean?".

    `bare` says that it may stand there without its article.
    """
    text = f" {spelled} "
    return any(name in text for name in _names(row.original, row.translation, bare))


@lru_cache(maxsize=_TEXTS)
def _names(original: str, translation: str, bare: bool) -> tuple[str, ...]:
    """The names of a goal as they would stand in a text; kept, for each question looks at many."""
    names = [name for name in (_name(original), _name(translation)) if len(name) >= _A_NAME]
    # "Stark kommun" is the goal "En stark kommun".
    told = [name[bare and name[0] in clause_words()["a"] :] for name in names]
    return tuple(f" {' '.join(name)} " for name in told)


def in_everyday_words(row: StatementRow) -> bool:
    """Whether a goal's name is no more than anybody may say: "En trygg kommun"."""
    return len(_name(row.original)) <= _A_NAME


def _name(text: str) -> tuple[str, ...]:
    return folded_words(_DASH.split(text)[0])


# A goal is named by what stands before its dash; so many words are no chance.
_DASH, _A_NAME = re.compile(r"\s[-–—]\s"), 3


def _both(row: StatementRow) -> str:
    return plain_punctuation(f"{row.original}\n{row.translation}").casefold()


# So many of what fits best are looked into for what is quoted.
_LOOKED_AT = 40


def joined(answers: Sequence[Answer]) -> Answer:
    """Several answers to one question as one: the first leads, the others add what it lacks."""
    first = answers[0]
    shown = {row.id: row for answer in answers for row in answer.statements}
    statements = list(shown.values())
    notes: list[Said | NoteRow] = []
    for note in (note for answer in answers for note in answer.notes):
        if note not in notes:
            notes.append(note)
    links = dict.fromkeys(link for answer in answers for link in answer.links)
    short = next((answer.short for answer in answers if answer.short), None)
    return replace(
        first,
        short=short,
        statements=tuple(statements[:MOST]),
        rest=(*(row.id for row in statements[MOST:]), *first.rest),
        notes=tuple(notes),
        links=tuple(links),
    )
