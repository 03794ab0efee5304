"""Which counties a message names."""

import re
from collections.abc import Iterable

from bot.understanding.reading import Reading
from knowledge.text import fold


class Counties:
    """The counties by their names, folded and without "län"."""

    def __init__(self, counties: Iterable[str]) -> None:
        self._bare = {_bare(county): county for county in counties}
        either = "|".join(re.escape(bare) for bare in self._bare)
        self._official = re.compile(
            rf"\b(?:({either})s? (?:lan|county)|county of ({either})|region ({either}))\b"
        )
        self._anywhere = re.compile(rf"\b({either})")

    def named(self, reading: Reading) -> tuple[str, ...]:
        """The counties named: outright, or by a name that is no municipality's there.

        "Kalmar" is a municipality, "Kalmar län" the county; "Norrbotten" is a county alone.
        """
        taken = {p for mention in reading.mentions for p in range(mention.start, mention.end)}
        text = " ".join(word.folded for word in reading.words)
        unnamed = " ".join(w.folded for p, w in enumerate(reading.words) if p not in taken)
        found = [next(filter(None, match.groups())) for match in self._official.finditer(text)]
        found += self._anywhere.findall(unnamed)
        return tuple(dict.fromkeys(self._bare[bare] for bare in found))


def _bare(county: str) -> str:
    return fold(county).removesuffix(" lan").removesuffix("s")
