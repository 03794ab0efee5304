"""Answers about one statement or word: more of a goal, what a word means, the n-th of a list."""

from collections.abc import Mapping, Sequence

from bot.answering.answer import Answer, Said, said
from bot.answering.desk import Desk, Intent
from bot.answering.echo import own_words, rows_quoted
from bot.answering.finding import Found, Wanted, find
from bot.answering.terms import names_term, stems_of
from bot.answering.topics import answer_topic
from bot.understanding.claims import asking_words
from bot.understanding.clauses import clause_words
from bot.understanding.matching import same_but_for_slips
from bot.understanding.question import Question
from bot.understanding.quotations import quotations
from bot.understanding.subjects import asks_yes_or_no
from knowledge.models import Aspect, Kind
from knowledge.rows import StatementRow
from knowledge.text import stems, words

_CLEAR = 1.1
NO_MORE = said("The page says no more about this than:")
_PARENTS = (Kind.GOAL, Kind.GOAL_AREA, Kind.FOCUS_AREA, Kind.VISION, Kind.MISSION, Kind.PRIORITY)


def answer_explain(desk: Desk, question: Question, intent: Intent) -> Answer:
    """The goal that the question names by its words, with what the page says to explain it."""
    if quoted := _quoted_goals(desk, question):
        return explained(desk, quoted[:1])
    wanted = Wanted(kinds=_PARENTS, topics=question.topics, words=question.words)
    found = find(desk.store, question.covered, wanted)
    heads = [one for one in found if one.by("k:") and one.by("w:") + one.by("t:") >= _CLEAR]
    if not heads:
        return answer_topic(desk, question, intent)
    rows = desk.store.statements([heads[0].entry])
    told = explained(desk, list(rows.values()))
    if told.short and question.topics and not question.kinds and asks_yes_or_no(question.reading):
        # "Är Övertorneå en attraktiv kommun?" names no goal of which more could be told.
        return answer_topic(desk, question, intent)
    return told


def _quoted_goals(desk: Desk, question: Question) -> list[StatementRow]:
    """The goals whose own name stands in the question, whatever else is named beside it."""
    return [
        row
        for row in rows_quoted(desk, question)
        if row.kind in _PARENTS and row.municipality in question.covered
    ]


def explained(desk: Desk, statements: Sequence[StatementRow], alone: Said | None = None) -> Answer:
    """Statements, each followed by those that explain it; `alone` is said where none does."""
    children = desk.store.children([statement.id for statement in statements])
    shown: list[StatementRow] = []
    for statement in statements:
        shown.append(statement)
        shown += [child for child in children if child.parent == statement.id]
    if not children:
        return desk.answer(alone or NO_MORE, shown)
    return desk.answer(None, shown)


def answer_meaning(desk: Desk, question: Question, intent: Intent) -> Answer:
    """What a word or phrase means, as the municipality explains it."""
    wanted = Wanted(
        aspects=[Aspect.MEANING], kinds=[Kind.EXPLANATION], topics=question.topics,
        words=question.words,
    )  # fmt: skip
    found = find(desk.store, question.covered, wanted)
    rows = desk.store.statements([one.entry for one in found if one.score >= _CLEAR])
    ranked = [rows[one.entry] for one in found if one.entry in rows]
    quoted = [_folded(part) for part in quotations(question.reading.text)]
    if in_quotes := [row for row in ranked if row.term and _is_quoted(row, quoted)]:
        return explaining(desk, in_quotes[:3])
    named = [row for row in ranked if names_term(row, question)]
    if named:
        longest = max(len(stems_of(row.term or "")) for row in named)
        of_all = [row for row in named if len(stems_of(row.term or "")) == longest]
        return explaining(desk, of_all[:3])
    held = _holding(question, found, rows)
    explained_there = any(Aspect.MEANING in row.about for row in held)
    if held and (explained_there or _OF_A_WHOLE.isdisjoint(question.kinds)):
        # Where a vision is named besides, what explains the vision is nearer than a word of it.
        return _of_words(desk, held)
    meaning = [row for row in ranked if Aspect.MEANING in row.about or row.term]
    meaning = (_of_the_whole(desk, question, meaning) or meaning)[:4]
    if meaning and _explains(question, meaning):
        return explaining(desk, meaning)
    if meaning:
        near = answer_topic(desk, question, intent).statements or meaning
        return desk.answer(said("The page does not say that; the nearest is this:"), near)
    return desk.not_in_sources(question.covered)


def _of_the_whole(
    desk: Desk, question: Question, rows: Sequence[StatementRow]
) -> list[StatementRow]:
    """What explains the vision itself, where that is asked about: not what explains a goal."""
    wholes = _OF_A_WHOLE.intersection(question.kinds)
    codes = [place.code for place in question.covered]
    named = {row.id for code in codes for row in desk.store.of_kinds(code, wholes)}
    return [row for row in rows if row.id in named or row.parent in named]


def _explains(question: Question, rows: Sequence[StatementRow]) -> bool:
    """Whether what explains something speaks of what is asked about, if anything is named."""
    points = asking_words(question.reading) & clause_words()["it"]
    on_it = any(set(question.topics) & set(row.topics) for row in rows)
    if points or on_it or not question.topics:
        # "What does it mean for ordinary people?" asks of something else than people.
        return True
    own = own_words(question, _ASKS_MEANING)
    return any(own & (stems(row.original) | stems(row.translation)) for row in rows)


def _holding(
    question: Question, found: Sequence[Found], rows: Mapping[int, StatementRow]
) -> list[StatementRow]:
    """What holds the words asked about, those left out that only ask for a meaning."""
    own = {f"w:{word}" for word in own_words(question, _ASKS_MEANING)}
    weights = {
        one.entry: sum(weight for term, weight in one.terms.items() if term in own)
        for one in found
        if one.entry in rows
    }
    held = sorted((e for e in weights if weights[e] >= _CLEAR), key=lambda e: -weights[e])
    return [rows[entry] for entry in held if weights[entry] >= _NEARLY * weights[held[0]]]


def _of_words(desk: Desk, held: Sequence[StatementRow]) -> Answer:
    """What holds the words, with what explains it; where nothing does, that is said."""
    first = held[0]
    of_it = desk.store.children([first.id])
    told = [row for row in (*held[1:], *of_it) if Aspect.MEANING in row.about]
    if Aspect.MEANING in first.about or told:
        return explaining(desk, [first, *told[:3]])
    if of_it:
        return desk.answer(
            said("This is what {place} says:", place=first.municipality.name), [first, *of_it]
        )
    return desk.answer(NO_MORE, held[:2])


_OF_A_WHOLE = frozenset({Kind.VISION, Kind.MISSION})
_ASKS_MEANING = frozenset({"ask.meaning"})
# A statement holds the words nearly as well as the best one.
_NEARLY = 0.7


def explaining(desk: Desk, shown: Sequence[StatementRow]) -> Answer:
    """Statements under a line that says that they explain what is asked about."""
    names = tuple(dict.fromkeys(row.municipality.name for row in shown))
    if len(names) > 1:
        return desk.answer(said("This is how {places} explain it:", places=names), shown)
    return desk.answer(said("This is how {place} explains it:", place=names[0]), shown)


def _is_quoted(row: StatementRow, quoted: Sequence[str]) -> bool:
    """Whether the term that a statement explains is quoted, in Swedish or as we translate it."""
    terms = [_folded(row.term or ""), *map(_folded, quotations(row.translation))]
    return any(same_but_for_slips(part, term) for part in quoted for term in terms)


def _folded(text: str) -> str:
    return " ".join(word.folded for word in words(text))
