"""What a conversation keeps of an answer, for the questions that go on from it."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answering.answer import Answer
from bot.answering.desk import intents
from bot.understanding.clauses import clause_words
from bot.understanding.context import Context
from bot.understanding.elliptical import EVERYWHERE
from bot.understanding.question import Question
from bot.understanding.settling import ABOUT_THE_LAST
from knowledge.models import Kind, Language, NoteKind
from knowledge.rows import StatementRow


def remember(
    question: Question, found: Answer, language: Language, before: Context | None
) -> Context:
    """What the conversation keeps: an answer's subject, else that of the one before."""
    if found.outcome != "answer" or not found.statements:
        if question.group == "goals" and found.outcome != "answer":
            codes = tuple(place.code for place in question.covered)
            # What was listed can still be counted in: "what about the last one?".
            same = before is not None and before.codes == codes
            kept_on = _is_of_the_same(question, codes, before)
            return Context(
                language=language,
                intent=question.intent,
                codes=codes,
                listed=before.listed if before and same else (),
                kinds=before.kinds if kept_on and before else tuple(question.kinds),
                topics=question.topics,
                alike=_alike(question, codes, before),
                uncovered=tuple(place.code for place in question.uncovered),
                newer=NoteKind.NEWER in found.asked or bool(same and before and before.newer),
            )
        if found.silent:
            # "Which one has none?", "what does it have instead?"
            codes = tuple(place.code for place in found.silent)
            kinds = tuple(question.kinds)
            about = Context(language=language, intent="across", codes=codes, kinds=kinds)
            return replace(about, topics=question.topics, counties=question.counties)
        kept = before or Context()
        if question.covered and tuple(p.code for p in question.covered) != kept.codes:
            # "Jag bor i Ljungby" is no question, but the next one is about it.
            named = tuple(place.code for place in question.covered)
            kept = Context(codes=named, intent=kept.intent)
        if question.intent == "covered" or (question.counties and found.outcome == "answer"):
            # What comes next may be asked of those just named.
            kept = Context(intent="covered", counties=question.counties)
        return replace(kept, language=language)
    if question.group == "off":
        # What seemed to be something else stands on a page; only a topic is asked of others.
        question = replace(question, intent="topic" if question.topics else "overview")
    shown_of = dict.fromkeys(row.municipality.code for row in found.statements)
    of_last = question.intent in ABOUT_THE_LAST and before is not None
    shown = tuple(row.id for row in found.statements)
    same = of_last or _is_of_the_same(question, tuple(shown_of), before)
    return Context(
        language=language,
        intent=before.intent if of_last and before else question.intent,
        codes=tuple(shown_of),
        counties=question.counties,
        kinds=before.kinds if same and before else tuple(question.kinds),
        topics=before.topics if same and before else question.topics,
        shown=shown,
        rest=found.rest,
        listed=_listed(question, _items(found.statements), before),
        earlier=_earlier(question, tuple(shown_of), before),
        alike=_alike(question, tuple(shown_of), before),
        newer=NoteKind.NEWER in found.asked,
    )


def _is_of_the_same(question: Question, codes: tuple[str, ...], before: Context | None) -> bool:
    """Whether the subject stays what it was: "who chose them?" is asked of what was listed."""
    if before is None or before.codes != codes or question.reading.mentions:
        return False
    if question.kinds or question.topics or question.narrow:
        return False
    back = clause_words()["they"] | clause_words()["them"] | clause_words()["that"]
    return bool(back.intersection(question.reading.folded))


def _items(rows: Sequence[StatementRow]) -> tuple[str, ...]:
    """What is counted in: where goals come with what explains them, the goals."""
    ids = {row.id for row in rows}
    heads = [row for row in rows if row.parent not in ids]
    kinds = {row.kind for row in heads}
    explained = 1 < len(heads) < len(rows) and len(kinds) == 1 and kinds <= _LISTS
    return tuple(row.id for row in (heads if explained else rows))


_LISTS = frozenset({Kind.GOAL, Kind.GOAL_AREA, Kind.FOCUS_AREA, Kind.PRIORITY})


def _listed(question: Question, shown: tuple[str, ...], before: Context | None) -> tuple[str, ...]:
    """What "the second one" counts in: a list stays while one of it, or how many, is asked."""
    if before is None or not before.listed:
        return shown
    looked_at = question.intent in {"nth", "why", "count"} and len(before.listed) > 1
    anew = question.intent in intents() and intents()[question.intent].shape == "list"
    if anew and len(shown) > 1:
        return shown
    return before.listed if looked_at or set(shown) < set(before.listed) else shown


def _earlier(question: Question, codes: tuple[str, ...], before: Context | None) -> tuple[str, ...]:
    """The municipalities spoken of before these; all of them that were asked the same in turn."""
    if before is None:
        return ()
    if set(before.codes) == set(codes):
        return before.earlier
    same = question.intent == before.intent and question.topics == before.topics
    told = (*before.earlier, *before.codes) if same else before.codes
    return tuple(code for code in dict.fromkeys(told) if code not in codes)


def _alike(question: Question, codes: tuple[str, ...], before: Context | None) -> tuple[str, ...]:
    """The municipalities that were asked the same in turn, before these."""
    if before is None or question.intent != before.intent or question.topics != before.topics:
        return ()
    if before.kinds != tuple(question.kinds) or question.intent in EVERYWHERE:
        return ()
    told = dict.fromkeys((*before.alike, *before.codes))
    return tuple(code for code in told if code not in codes)
