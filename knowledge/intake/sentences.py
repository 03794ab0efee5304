"""Paragraphs in sentences that can stand alone."""

import re

_END = re.compile(r"(?<=[.!?…])[”\"“’)]*\s+(?=[\"”“—–(]*\s?[A-ZÅÄÖÉ0-9§])")
_SHORTENED = re.compile(
    r"(?:\b(?:t\.ex|t\. ex|bl\.a|bl\. a|dvs|d\.v\.s|s\.k|ca|c:a|kl|nr|"
    r"kap|prop|fr\.o\.m|t\.o\.m|i\.e|e\.g|max|min|jfr|resp|inkl|exkl|dnr|art|mr|ms|dr)"
    r"|\b[A-ZÅÄÖ]|^\s*\d{1,2})\.$",
    re.IGNORECASE,
)
_DEMONSTRATIVE = re.compile(r"(?:Detta|Dessa|Denna|Dem|Deras|Dess|Därmed|This|These|They|Att vi)\b")
_PRONOUN = re.compile(
    r"(?:Den|De|Där|It)\s+(?:ska|skall|är|har|kan|bör|kommer|gäller|ger|is|are|has|shall|should|"
    r"will|[a-zåäö]{3,}(?:ar|er))\b"
)
_LONGEST_TOGETHER = 300


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph, as they stand in it.

    >>> sentences("Utsläppen ska minska med 63,5 procent, t.ex. från bilar. Alla ska cykla.")
    ['Utsläppen ska minska med 63,5 procent, t.ex. från bilar.', 'Alla ska cykla.']
    """
    found: list[str] = []
    start = 0
    for match in _END.finditer(text):
        sentence = text[start : match.end()].strip()
        if _SHORTENED.search(text[start : match.start()].rstrip('”"“’)')):
            continue
        found.append(sentence)
        start = match.end()
    found.append(text[start:].strip())
    return [sentence for sentence in found if sentence]


def leans(sentence: str) -> bool:
    """Whether a sentence points back to the one before and can't stand alone.

    >>> leans("De ska ingå i alla planer."), leans("De äldre ska vara trygga.")
    (True, False)
    """
    return bool(_DEMONSTRATIVE.match(sentence) or _PRONOUN.match(sentence))


def standing_alone(text: str) -> list[str]:
    """The sentences of a paragraph; one that leans on the one before is kept together with it."""
    found: list[str] = []
    for sentence in sentences(text):
        together = f"{found[-1]} {sentence}" if found else ""
        if found and leans(sentence) and len(together) <= _LONGEST_TOGETHER:
            found[-1] = together
        else:
            found.append(sentence)
    return found
