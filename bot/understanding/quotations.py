"""What a message has in quotation marks: someone else's words, not the asker's.

>>> quotations("Vem skriver ”en god miljö” och 'trygga tåg'?")
['en god miljö', 'trygga tåg']
>>> quotations("Compare Ljungby's goals with Värnamo's")
[]
"""

import re

from knowledge.text import plain_punctuation

# A mark beside a letter on its outer side is an apostrophe; so is one between two letters.
_QUOTED = re.compile(r"(?<!\w)[\"'«»]((?:[^\"'«»]|(?<=\w)'(?=\w)){5,}?)[\"'«»](?!\w)")
_MARKS = frozenset("\"'«»")
# So many words beside the quotation still say something.
_ENOUGH = 3


def quotations(text: str) -> list[str]:
    """What stands between quotation marks of any kind, as plainly punctuated as the text can be."""
    return _QUOTED.findall(plain_punctuation(text))


def without_quotations(text: str) -> str:
    """The text without its quotations; nothing where it has none or little else."""
    # One plain mark stands for one mark, so what is found there stands at the same place here.
    plain = plain_punctuation(text)
    if _MARKS.isdisjoint(plain):
        return ""
    spans = [match.span() for match in _QUOTED.finditer(plain)]
    left = text
    for start, end in reversed(spans):
        left = f"{left[:start]} {left[end:]}"
    return left if spans and len(left.split()) >= _ENOUGH else ""
