"""Words that a PDF broke at the end of a line ("priorit- erade"), proposed for mending."""

import re
from collections.abc import Mapping

_BROKEN = re.compile(r"\b([^\W\d_]{2,})-[^\S\n]+([^\W\d_]{2,})")
# After a hyphen these go on with a compound: "etablerings- och boendeort" is right as it is.
_JOINING = frozenset({"och", "eller", "samt", "respektive", "men", "till", "and", "or", "und"})


def broken_words(text: str) -> Mapping[str, str]:
    """What stands broken in the text, and the same word whole.

    >>> dict(broken_words("prioriterade etablerings- och boendeorter, priorit- erade insatser"))
    {'priorit- erade': 'prioriterade'}
    """
    found: dict[str, str] = {}
    for match in _BROKEN.finditer(text):
        first, second = match.groups()
        if second.lower() in _JOINING or not second.islower():
            continue
        # "IT- stöd" had its hyphen before the line ended.
        found[match.group()] = f"{first}-{second}" if first.isupper() else f"{first}{second}"
    return found


def mended(text: str, mend: Mapping[str, str]) -> str:
    """The text with its broken words whole."""
    for broken, whole in mend.items():
        text = text.replace(broken, whole)
    return text
