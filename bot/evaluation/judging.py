"""Whether a reply is what a case expects, and if not, why."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from bot.evaluation.cases import Case


def faults(case: Case, reply: Mapping[str, Any]) -> list[str]:
    """What is wrong with a reply (an object of `--json`); empty for a right one."""
    return [*_outcome(case, reply), *_places(case, reply), *_words(case, reply)]


def _outcome(case: Case, reply: Mapping[str, Any]) -> Iterator[str]:
    if reply["outcome"] not in case.outcome:
        reason = f" ({reply['reason']})" if reply["reason"] else ""
        yield f"outcome {reply['outcome']}{reason}, not {' or '.join(case.outcome)}"
    if reply["language"] not in case.language:
        yield f"language {reply['language']}"
    if reply["outcome"] == "unknown" and case.reason and reply["reason"] not in case.reason:
        yield f"reason {reply['reason']}, not {' or '.join(case.reason)}"
    if reply["outcome"] != "answer" and reply["statements"]:
        yield "statements in a reply that is no answer"


def _places(case: Case, reply: Mapping[str, Any]) -> Iterator[str]:
    found = {statement["municipality"] for statement in reply["statements"]}
    answered = reply["outcome"] == "answer"
    if answered and case.municipalities is not None and found != case.municipalities:
        yield f"municipalities {sorted(found)}, not {sorted(case.municipalities)}"
    if not case.municipalities_at_least <= found:
        yield f"municipalities {sorted(found)} lack {sorted(case.municipalities_at_least - found)}"
    if case.status and not {s["status"] for s in reply["statements"]} <= set(case.status):
        yield f"status {sorted({s['status'] for s in reply['statements']})}"


def _words(case: Case, reply: Mapping[str, Any]) -> Iterator[str]:
    originals = "\n".join(statement["original"] for statement in reply["statements"])
    for part in case.all_of:
        if part not in originals:
            yield f"lacks {part!r}"
    answered = reply["outcome"] == "answer"
    if answered and case.any_of and not any(part in originals for part in case.any_of):
        yield f"holds none of {case.any_of}"
    for part in case.none_of:
        if part in originals or part in reply["text"]:
            yield f"holds {part!r}"
    for pattern in case.text:
        if not re.search(pattern, reply["text"]):
            yield f"text lacks {pattern}"
    for pattern in case.text_not:
        if re.search(pattern, reply["text"]):
            yield f"text has {pattern}"
