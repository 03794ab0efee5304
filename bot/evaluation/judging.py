"""Whether a reply is what a case expects, and if not, why."""

import re
from collections.abc import Iterable, Iterator, Mapping
from gettext import gettext as _
from typing import Any

from bot.evaluation.cases import Case
from knowledge.marking import marked


def faults(case: Case, reply: Mapping[str, Any]) -> list[str]:
    """What is wrong with a reply (an object of `--json`); empty for a right one."""
    return [*_outcome(case, reply), *_places(case, reply), *_words(case, reply)]


def _outcome(case: Case, reply: Mapping[str, Any]) -> Iterator[str]:
    if reply["outcome"] not in case.outcome:
        reason = f" ({reply['reason']})" if reply["reason"] else ""
        yield _fault(_NOT, "outcome", f"{reply['outcome']}{reason}", _either(case.outcome))
    if reply["language"] not in case.language:
        yield _fault(_NOT, "language", reply["language"], _either(case.language))
    if reply["outcome"] == "unknown" and case.reason and reply["reason"] not in case.reason:
        yield _fault(_NOT, "reason", reply["reason"], _either(case.reason))
    if reply["outcome"] != "answer" and reply["statements"]:
        yield _("statements in a reply that is no answer")


def _places(case: Case, reply: Mapping[str, Any]) -> Iterator[str]:
    found = {statement["municipality"] for statement in reply["statements"]}
    answered = reply["outcome"] == "answer"
    if answered and case.municipalities is not None and found != case.municipalities:
        yield _fault(_NOT, "municipalities", _listed(found), _listed(case.municipalities))
    if not case.municipalities_at_least <= found:
        missing = _listed(case.municipalities_at_least - found)
        yield _fault(_LACKS, "municipalities", missing)
    statuses = {statement["status"] for statement in reply["statements"]}
    if case.status and not statuses <= set(case.status):
        yield _fault(_NOT, "status", _listed(statuses), _either(case.status))


def _words(case: Case, reply: Mapping[str, Any]) -> Iterator[str]:
    originals = "\n".join(statement["original"] for statement in reply["statements"])
    for part in case.all_of:
        if part not in originals:
            yield _fault(_LACKS, "original", repr(part))
    answered = reply["outcome"] == "answer"
    if answered and case.any_of and not any(part in originals for part in case.any_of):
        yield _fault(_LACKS, "original", _either(map(repr, case.any_of)))
    for part in case.none_of:
        if part in originals or part in reply["text"]:
            yield _fault(_HAS, "text", repr(part))
    for pattern in case.text:
        if not re.search(pattern, reply["text"]):
            yield _fault(_LACKS, "text", pattern)
    for pattern in case.text_not:
        if re.search(pattern, reply["text"]):
            yield _fault(_HAS, "text", pattern)


# A field of the reply has its name of `--json` in every language.
_NOT = marked("{field} is {found}, not {expected}")
_LACKS = marked("{field} lacks {expected}")
_HAS = marked("{field} has {expected}")


def _fault(sentence: str, field: str, *values: str) -> str:
    *found, expected = values
    return _(sentence).format(field=field, found="".join(found), expected=expected)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names)) or "–"


def _either(values: Iterable[str]) -> str:
    return _(" or ").join(values)
