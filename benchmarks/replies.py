"""The five municipalities that ship: a reply beside one full-text search, its stages, and peers."""

from collections.abc import Sequence
from statistics import median

from benchmarks.asking import DAY, people, ranked_match, whole_reply
from benchmarks.peers import Search, peers
from benchmarks.tables import table
from benchmarks.timing import Ask, Times, in_turn
from bot.assistant import Assistant
from bot.evaluation.cases import Case
from bot.evaluation.stages import stages
from bot.rendering.phrases import phrases
from bot.rendering.telegram_html import answer_pages


def beside_a_search(assistant: Assistant) -> str:
    """How many times as long as a ranked MATCH a whole reply takes; Telegram rendering apart."""
    questions = [case.turns[0] for case in people()]
    match = ranked_match(assistant.store)
    sides = {"match": match, "reply": whole_reply(assistant)}
    times = in_turn(sides, questions)
    rendering = _telegram(assistant, questions)
    rows = [
        _row("one ranked FTS5 MATCH, ten statements read", times["match"], times["match"]),
        _row("a whole reply: understood, found, set as text", times["reply"], times["match"]),
        _row("setting it for Telegram, by itself", rendering, times["match"]),
    ]
    return table(("of five municipalities", "median", "99 of 100 under", "times a MATCH"), rows)


def _row(name: str, times: Times, match: Times) -> tuple[str, ...]:
    return name, f"{times.median:.2f} ms", f"{times.slowest:.2f} ms", f"{times.per(match):.1f}"


def _telegram(assistant: Assistant, questions: Sequence[str]) -> Times:
    replies = {question: assistant.reply(question) for question in questions}

    def render(question: str) -> object:
        reply = replies[question]
        return answer_pages(reply.answer, DAY, phrases(reply.language, assistant.store))

    return in_turn({"telegram": render}, questions)["telegram"]


def by_stage(assistant: Assistant) -> str:
    """What each stage takes of a reply, the middle one of all questions."""
    taken = [stages(assistant, case.turns[0]) for case in people()]
    shares = [{name: 100 * t / sum(one.values()) for name, t in one.items()} for one in taken]
    rows = [
        (name, f"{median(one[name] for one in taken):.2f} ms",
         f"{median(share[name] for share in shares):.0f} %")
        for name in taken[0]
    ]  # fmt: skip
    return table(("stage of a reply", "median", "share"), rows)


def beside_peers(assistant: Assistant) -> str:
    """The share of questions whose first statement is right, and the time, beside plain search."""
    cases = [case for case in people() if case.outcome == ("answer",) and _expected(case)]
    whole = whole_reply(assistant)
    searches = {**peers(assistant.store), "Kommunmål": _first_statements(assistant)}
    asked: dict[str, Ask] = {**searches, "Kommunmål": whole}
    times = in_turn(asked, [case.turns[0] for case in cases])
    rows = [
        (name, f"{100 * sum(_is_right(case, search) for case in cases) / len(cases):.0f} %",
         f"{times[name].median:.2f} ms")
        for name, search in searches.items()
    ]  # fmt: skip
    head = f"{len(cases)} questions that have an answer"
    return table((head, "right statement first", "median"), rows)


def _first_statements(assistant: Assistant) -> Search:
    return lambda question: [row.original for row in assistant.reply(question).answer.statements]


def _expected(case: Case) -> tuple[str, ...]:
    return (*case.all_of, *case.any_of)


def _is_right(case: Case, search: Search) -> bool:
    found = search(case.turns[0])
    return bool(found) and any(part in found[0] for part in _expected(case))
