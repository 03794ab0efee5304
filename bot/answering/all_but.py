"""A list without what is left out of it: "all goals but the last", "målen utom det gröna"."""

from collections.abc import Sequence

from bot.answering.answer import Answer, said
from bot.answering.desk import Desk
from bot.answering.lists import listed, listing_of
from bot.answering.wholes import plan_of
from bot.understanding.clauses import clause_words
from bot.understanding.ordinal_words import listed_words
from bot.understanding.question import Question
from bot.understanding.reading import Reading
from knowledge.models import Kind
from knowledge.rows import StatementRow
from knowledge.text import stem, stems


def answer_all_but(desk: Desk, question: Question) -> Answer | None:
    """The rest of a list, or of all that one municipality says; None where nothing is left out."""
    reading = question.reading
    start = _left_out_from(reading)
    if start is None or len(question.covered) != 1:
        return None
    place = question.covered[0]
    kinds = [kind for hit in reading.kinds if hit.start < start and (kind := _kind(hit.group))]
    gone = {_kind(hit.group) for hit in reading.kinds if hit.start >= start}
    if gone and not kinds:
        whole = plan_of(desk, place)
        rest = [row for row in whole if row.kind not in gone]
        line = said("The rest of what {place} says:", place=place.name)
        return desk.answer(line, rest) if rest else None
    rows = listed(desk, question, listing_of(kinds), place) if kinds else []
    left_out = _meant(question, rows, start)
    rest = [row for row in rows if row not in left_out]
    if not (left_out and rest):
        return None
    line = said("The others, {number} of {all}:", number=len(rest), all=len(rows))
    return desk.answer(line, rest)


def _kind(group: str) -> Kind | None:
    name = group.removeprefix("kind.")
    return Kind(name) if name in _KINDS else None


_KINDS = frozenset(Kind)


def _left_out_from(reading: Reading) -> int | None:
    """Where that begins which is left out: after "except", "but not", "alla utom"."""
    words, ordinals = clause_words(), listed_words().ordinals
    for at in range(1, len(reading.folded)):
        before, word = reading.folded[at - 1 : at + 1]
        if at in reading.named or at + 1 in reading.named:
            # "Everyone but Värnamo" leaves out a place.
            continue
        but_not = before in words["but"] and word in words["negates"]
        but_one = reading.folded[at + 2 : at + 3] and (
            reading.folded[at + 1] in words["the_one"] and reading.folded[at + 2] in ordinals
        )
        but_one = but_one and word in words["but"]
        all_but = before in words["all"] and word in words["but"]
        if word in words["except"] or but_not or all_but or but_one:
            return at + 1
    return None


def _meant(question: Question, rows: Sequence[StatementRow], start: int) -> list[StatementRow]:
    """Those of a list that are left out: by their place in it, their words, or their topic."""
    reading, numbers = question.reading, listed_words().ordinals
    end = next(clause.end for clause in reading.clauses if clause.end > start)
    told = reading.words[start:end]
    for word in told:
        number = numbers.get(word.folded)
        if number and abs(number) <= len(rows):
            return [rows[number - 1 if number > 0 else number]]
    asked = {stem(word.folded) for word in told} & question.words
    if by_words := [row for row in rows if asked & (stems(row.original) | stems(row.translation))]:
        return by_words
    topics = set(reading.groups("topic", start, end))
    return [row for row in rows if topics & set(row.topics)]
