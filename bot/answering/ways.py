"""How a question of a plan is answered: by what its words tell, else by what is likeliest."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from bot.answering.across.everywhere import answer_across
from bot.answering.across.places import answer_covered
from bot.answering.across.targets import answer_numbers
from bot.answering.aim_in_year import answer_aim_in_year
from bot.answering.aims import with_yes_to_aim
from bot.answering.all_but import answer_all_but
from bot.answering.answer import Answer
from bot.answering.apart import in_turn
from bot.answering.body_named import answer_body, answer_person, with_body
from bot.answering.by_when import answer_end
from bot.answering.by_words import by_its_words
from bot.answering.called import answer_called
from bot.answering.changed_vision import answer_changed
from bot.answering.claimed import with_yes_or_no
from bot.answering.desk import Desk, Intent
from bot.answering.echo import echo, joined
from bot.answering.elsewhere import said_elsewhere
from bot.answering.explained_list import explained_list
from bot.answering.fact_lines import tells_by_whom
from bot.answering.facts import answer_fact, leads_only
from bot.answering.figure_claimed import answer_figure
from bot.answering.foremost import answer_foremost
from bot.answering.former_named import answer_former
from bot.answering.goal_on import with_goal_on
from bot.answering.in_common import answer_in_common
from bot.answering.in_year import answer_in_year
from bot.answering.listed_or_not import answer_listed
from bot.answering.lists import answer_list
from bot.answering.meant import meant
from bot.answering.more_than import with_more_than
from bot.answering.named_elsewhere import answer_named_elsewhere
from bot.answering.newer import answer_instead, answer_newer
from bot.answering.nothing_else import answer_nothing_else
from bot.answering.number_told import with_number_told
from bot.answering.progress import answer_progress
from bot.answering.qualities import answer_quality
from bot.answering.reaches import with_yes_it_reaches
from bot.answering.reasons import NO_REASON, explains_quoted
from bot.answering.replaced_by_name import with_successor
from bot.answering.says_so import with_yes_it_says
from bot.answering.silent_on import answer_topics
from bot.answering.statements import NO_MORE, answer_explain, answer_meaning
from bot.answering.status import answer_page, answer_status
from bot.answering.still import with_time
from bot.answering.such_kinds import answer_such_kinds
from bot.answering.the_way import answer_way
from bot.answering.when_unsaid import answer_when_unsaid
from bot.answering.wholes import answer_compare, answer_overview
from bot.answering.why_so_many import answer_why_so_many
from bot.answering.yes_or_no import with_verdict
from bot.understanding.question import Question

Way = Callable[[Desk, Question, Intent], Answer]
Ready = Callable[[Desk, Question], Answer | None]


def _absent(desk: Desk, question: Question, _: Intent) -> Answer:
    return desk.not_in_sources(question.covered)


# How an intent is answered, by its shape in `intents.toml`.
WAYS: Mapping[str, Way] = {
    "list": answer_list,
    "fact": answer_fact,
    "topic": answer_topics,
    "explain": answer_explain,
    "meaning": answer_meaning,
    "overview": answer_overview,
    "compare": answer_compare,
    "across": answer_across,
    "covered": answer_covered,
    "status": answer_status,
    "page": answer_page,
    "absent": _absent,
}
# What is told by its words alone, before it is weighed which intents may be meant; the first that
# has an answer gives it.
READY: tuple[Ready, ...] = (
    said_elsewhere, answer_named_elsewhere, answer_former, answer_nothing_else, answer_listed,
    answer_figure, answer_called, answer_body, answer_person, answer_newer,
    answer_aim_in_year, answer_when_unsaid, answer_in_year, answer_changed, answer_numbers,
    answer_end, answer_progress, answer_way, explained_list, answer_quality,
    answer_why_so_many, answer_foremost, answer_in_common, answer_such_kinds, answer_all_but,
    by_its_words,
)  # fmt: skip
# What is said above an answer, of its time, its number, or as a yes or no; each sees the last.
JUDGED = (
    with_time, with_goal_on, with_yes_or_no, with_number_told, with_more_than, with_yes_to_aim,
    with_yes_it_says, with_yes_it_reaches, with_successor, with_verdict, with_body,
)  # fmt: skip


class Weighed(NamedTuple):
    """What the likeliest intents lead to: answers, a refusal, and whether no reason is told."""

    found: Sequence[Answer]
    refused: Answer | None
    no_reason: bool


def answer_one(desk: Desk, question: Question) -> Answer:
    """The answer to what is most likely asked, with what may have been meant beside it."""
    for ready in READY:
        if told := ready(desk, question):
            return told
    weighed = _weighed(desk, question)
    if not weighed.found:
        return _without_answer(desk, question, weighed)
    told = _put_together(desk, question, weighed)
    for judged in JUDGED:
        told = judged(desk, question, told)
    return told


def _weighed(desk: Desk, question: Question) -> Weighed:
    found: list[Answer] = []
    refused: Answer | None = None
    no_reason = False
    for intent, beside in meant(question):
        if found and not beside:
            break
        same = intent.name == question.intent
        asked = question if same else replace(question, intent=intent.name)
        one = WAYS[intent.shape](desk, asked, intent)
        if one.outcome == "answer":
            if found and intent.shape == "fact" and leads_only(found[0].short):
                # "How long do they apply?": no end is given, but a start is.
                found[0] = replace(found[0], short=one.short)
            found.append(one)
        elif one.short == NO_REASON:
            no_reason = True
        elif one.reason == "not_covered" or intent.shape == "across" or tells_by_whom(one.short):
            # "I know none in Skåne" says more than that it stands nowhere.
            refused = refused or one
    return Weighed(found, refused, no_reason)


def _without_answer(desk: Desk, question: Question, weighed: Weighed) -> Answer:
    if instead := answer_instead(desk, question):
        return instead
    absent = desk.not_in_sources(question.covered)
    return weighed.refused or (replace(absent, short=NO_REASON) if weighed.no_reason else absent)


def _put_together(desk: Desk, question: Question, weighed: Weighed) -> Answer:
    found = weighed.found
    echoed = echo(desk, question)
    told = joined([*found, echoed] if echoed else found)
    if told.short == NO_MORE and len(told.statements) > len(found[0].statements):
        told = replace(told, short=None)
    if weighed.no_reason and not explains_quoted(question, told):
        # Why it was removed is not said; that it was, is.
        lines = [NO_REASON, *([told.short] if told.short and not leads_only(told.short) else [])]
        told = replace(told, short=in_turn(lines))
    return told
