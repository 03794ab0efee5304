"""A message that asks for several things: each is answered by itself, and the answers joined."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from bot.answering.answer import Answer, Said, one_after_other
from bot.answering.desk import Desk, intents
from bot.answering.echo import joined
from bot.answering.fact_lines import tells_by_whom
from bot.answering.facts import leads_only
from bot.answering.lists import heading
from bot.answering.such_kinds import sets_kinds_apart
from bot.answering.unsaid import line_for_part
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from knowledge.rows import NoteRow

AnswerOne = Callable[[Desk, Question], Answer]


def answer_each(desk: Desk, question: Question, answer_one: AnswerOne) -> Answer:
    """The answer to what is asked, or to each of the things asked for."""
    if not question.apart or sets_kinds_apart(question):
        # How two kinds differ is one question, though it names both.
        return answer_one(desk, question)
    places = question.covered
    asked = _of_the_same(question.apart)
    each = [answer_one(desk, replace(o, covered=o.covered or places)) for o in asked]
    found = [one for one in each if one.outcome == "answer"]
    if not found:
        return each[0]
    together = joined(found)
    facts = {name for name, one in intents().items() if one.shape in _ONE_LINE}
    told: list[Said | NoteRow] = []
    for part, one in zip(question.apart, each, strict=True):
        line = one.short if part.intent in facts and one.outcome == "answer" else None
        if line and line not in told and not leads_only(line):
            told.append(line)
    # That a page counts otherwise than it lists is said above any list.
    told += [line for line in map(_doubts, found) if line and line not in told]
    # A date or a number comes first; what a list is called tells less. Of two municipalities
    # neither may stand above the other's.
    one_place = len({row.municipality.code for row in together.statements}) == 1
    # The vision and the goals are more than the first of them.
    of_all = heading(desk, together.statements) if len(found) > 1 else together.short
    short = (in_turn(told) or of_all) if one_place else None
    parts = zip(question.apart, each, strict=True)
    lacking = [_left_open(part, one) for part, one in parts if one.outcome != "answer"]
    gaps = {line.text: line for line in lacking}
    notes = (*gaps.values(), *together.notes)
    return replace(together, short=short, notes=notes)


# What one line answers.
_ONE_LINE = frozenset({"fact", "status", "page"})


def _doubts(answer: Answer) -> NoteRow | None:
    return answer.short if isinstance(answer.short, NoteRow) else None


def _left_open(part: Question, found: Answer) -> Said:
    """What is said of a part that is not answered; who adopted it is told, though not when."""
    short = found.short
    return short if isinstance(short, Said) and tells_by_whom(short) else line_for_part(part)


def _of_the_same(parts: Iterable[Question]) -> list[Question]:
    """The parts, each of the kind named before where it points back: "and who adopted it?"."""
    found: list[Question] = []
    back = clause_words()["that"] | clause_words()["they"] | clause_words()["them"]
    for part in parts:
        points = not back.isdisjoint(word.folded for word in part.reading.words)
        same = found and points and not (part.kinds or part.topics or part.narrow)
        if same:
            # Whether "it" still holds is asked of what is said on a topic.
            topics = found[-1].topics if part.intent == "status" else ()
            part = replace(part, kinds=found[-1].kinds, topics=topics)
        found.append(part)
    return found


def in_turn(lines: Sequence[Said | NoteRow]) -> Said | NoteRow | None:
    """First lines one after the other: "Four goals. From 1 January 2024."."""
    if len(lines) > 1:
        return one_after_other(*lines)
    return lines[0] if lines else None
