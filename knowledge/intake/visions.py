"""Visions that stand in a sentence: "Vår vision är: …", the present one and replaced ones."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.intake.wording import vocabulary

_QUOTED = re.compile(r"[”\"“„»](?P<text>[^”\"“„»«]{4,}?)[”\"“«]")
_IS = re.compile(
    r"\b(?:vision|visionen|visionen för [^.]{0,40}?|målbild|målbilden)(?: \d{4})?\s*"
    r"(?P<verb>är att|är|lyder|is that|is to|is|:)\s*:?\s*(?P<text>\S.*)$",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"^(?:that is|this is|det är|så lyder|detta är|är) [^.]{0,40}"
    r"\b(?:vision|vision för[^.]{0,30})[.!]?$",
    re.IGNORECASE,
)
# "”Ett Tranås för alla” är vår vision."
_IS_OURS = re.compile(r"[,.]?\s*(?:[–-]\s*)?(?:det )?(?:är|is) [^.]{0,25}\bvision\b", re.IGNORECASE)
# "Kommunens vision lyder: ”…”", whatever stands between.
_NAMES_VISION = re.compile(r"\bvision(?:en)?\b[^.”\"“]{0,25}$")
_BEFORE = 70
_SHORTEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Found:
    """A vision's wording, and whether the page calls it replaced."""

    text: str
    replaced: bool


def visions(sentence: str) -> Iterator[Found]:
    """The visions that a sentence quotes or says."""
    if "vision" not in sentence.lower() and not vocabulary().holds("wording", sentence, "replaced"):
        return
    quoted = list(_quoted(sentence))
    yield from quoted
    if quoted:
        return
    match = _IS.search(sentence)
    if match is None or _speaks_of_plan(sentence[: match.start()]):
        return
    text, verb = match["text"].strip(), match["verb"].lower()
    if verb in {"är att", "is that", "is to"}:
        yield Found(sentence.strip(), False)
    elif (
        text[:1].isupper()
        and not text.split()[0].isupper()
        and len(text.split()) >= _SHORTEST_WORDS
    ):
        yield Found(text, False)


def points_back(sentence: str) -> bool:
    """Whether a sentence says that the one before it is the vision."""
    return bool(_POINTS_BACK.match(sentence.strip()))


def _quoted(sentence: str) -> Iterator[Found]:
    words = vocabulary()
    for match in _QUOTED.finditer(sentence):
        before = sentence[max(0, match.start() - _BEFORE) : match.start()].lower()
        # What stands nearest before the quote tells what it is.
        nearest, replaced = -1, False
        for name, old in (("replaced", True), ("current", False)):
            for phrase in words.words("wording", name):
                at = before.rfind(phrase)
                end = at + len(phrase)
                near = at >= 0 and len(before) - end <= 30
                if near and (end, old) > (nearest, replaced):
                    nearest, replaced = end, old
        if nearest < 0 and _IS_OURS.match(sentence, match.end()):
            nearest = 0
        if nearest < 0 and _NAMES_VISION.search(before):
            nearest = 0
        enough = len(match["text"].split()) >= _SHORTEST_WORDS - 1
        if nearest >= 0 and enough:
            yield Found(match["text"].strip(), replaced)


def _speaks_of_plan(before: str) -> bool:
    return before.lower().rstrip().endswith(("till", "mot", "för", "bakom", "med", "i", "med vår"))
